//! Lists compiled into one file of bytes, and searched.
//!
//! [`Compiling`] takes records of any number of lists, whose names [`Ready`] has read, and writes bytes; [`Index::open`] reads those bytes where they lie (a memory
//! map, a `Vec<u8>`): nothing is rebuilt when they are opened. [`Index::search`] finds the few entries whose names could be
//! meant, compares each in full, and returns the best with all that is for and against them.
//!
//! The same records in the same order give the same bytes. Bytes that were changed are refused, or answer as far as they hold.

mod asked;
mod bytes;
mod candidates;
mod compile;
mod entry;
mod gathering;
mod identifiers;
pub(crate) mod keys;
mod layout;
mod open;
mod packed;
mod ready;
mod record;
mod room;
mod search;
mod source;
mod table;
#[cfg(test)]
mod tests;
mod vocabulary;
pub(crate) mod words;

pub use compile::{Compiling, TooMuch, Unfinished};
pub use entry::{Entry, ListedName};
pub use layout::VERSION;
pub use open::{Damaged, Index};
pub(crate) use packed::Packed;
pub use ready::Ready;
pub use room::{Room, Rooms};
pub use search::{Hit, Options};
pub use source::{Listed, Source, SourceNumber};
