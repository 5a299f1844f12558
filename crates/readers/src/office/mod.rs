//! Parts of zipped XML files.
