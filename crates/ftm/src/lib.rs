//! Entities that others wrote down, in `FollowTheMoney`'s JSON lines: what `OpenSanctions`, Aleph and our own export write.
//!
//! Each is a [`Record`], in which every value keeps the line that it stands in. [`Gathering`] takes up a file line after line; what is
//! wrong with a line is told and the rest goes on.
//!
//! ```
//! let mut gathering = ftm::Gathering::default();
//! gathering.line(1, r#"{"id":"a","schema":"Person","properties":{"name":["Jann Oste"]}}"#);
//! let records = gathering.finish().records;
//! assert_eq!((records[0].shown(), records[0].line), ("Jann Oste", 1));
//! ```

mod fault;
mod gather;
mod line;
mod record;
mod schema;
#[cfg(test)]
mod tests;

pub use fault::{Fault, Told};
pub use gather::{Gathered, Gathering, MOST_RECORDS};
pub use line::{Line, read as read_line};
pub use record::{NameSort, Record, Value};
pub use schema::{Role, Sort, holds_ids, is_a, role};
