//! Bytes of a file as text, as rows and as elements: what is broken is told with its line, and the rest goes on.

mod elements;
mod header;
mod rows;
mod text;

pub(super) use elements::{Element, Elements, Piece};
pub(super) use header::Header;
pub(super) use rows::{Lines, Row, Rows};
pub use text::Text;
pub(super) use text::{Encoding, encoding, head};
