//! OFAC's formats.
