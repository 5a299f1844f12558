//! The file system as the write path sees it.
