//! Entities that others wrote down, in `FollowTheMoney`'s JSON lines: what `OpenSanctions`, Aleph and our own export write.
//!
//! Each stays a record of its own, with the line that every value stands in. That it is a party that a document names is
//! suggested (see [`crate::entities::join`]) and never assumed.

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

use serde::{Deserialize, Serialize};

/// A file of records that is in use.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportedFile {
    /// Of its bytes: what tells it from others.
    pub sha256: String,
    /// The name to show.
    pub name: String,
    /// What it holds, in the order of its lines.
    pub records: Vec<Record>,
}

/// One record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordRef {
    /// Index of the file among those given.
    pub file: usize,
    /// Index in it.
    pub record: usize,
}
