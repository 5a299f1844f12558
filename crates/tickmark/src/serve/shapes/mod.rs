//! What goes over the wire, field for field as yente and the Reconciliation API have it.
//!
//! Fields of ours stand beside theirs under names that they do not use; fields that we cannot fill are not there (`docs/api.md` lists them).

pub mod catalog;
pub mod entity;
pub mod matches;
pub mod reconcile;
pub mod search;

use serde::Serialize;

/// How many there are.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Total {
    /// The number.
    pub value: usize,
    /// `eq`: it is exact.
    pub relation: &'static str,
}

impl From<usize> for Total {
    fn from(value: usize) -> Self {
        Self { value, relation: "eq" }
    }
}

/// All is well.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Status {
    /// `ok`.
    pub status: &'static str,
}

/// A snapshot of a list that an answer rests on.
#[derive(Debug, Clone, Serialize)]
pub struct Searched {
    /// The list.
    pub list: String,
    /// The day that the snapshot is of.
    pub date: String,
    /// Of its files' bytes, the main one first.
    pub sha256: Vec<String>,
    /// Whether a file of it breaks off before its end: who is not found may stand on the list all the same. Left out where it is whole.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub breaks_off: bool,
}

impl From<&casebook::register::Snapshot> for Searched {
    fn from(snapshot: &casebook::register::Snapshot) -> Self {
        let added = &snapshot.added;
        Self {
            list: added.list.clone(),
            date: added.date.to_string(),
            sha256: added.files.iter().map(ToString::to_string).collect(),
            breaks_off: added.breaks_off,
        }
    }
}
