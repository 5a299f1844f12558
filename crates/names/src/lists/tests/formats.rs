//! XML formats, from a small file to its records.
