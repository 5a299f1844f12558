//! Tables, lines and arrays.
