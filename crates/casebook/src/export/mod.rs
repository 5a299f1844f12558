//! Rows of the export contract, from a case or from documents that lie in none.

mod columns;
mod diagnostics;
mod documents;
mod entities;
mod from_case;
mod from_loaded;
mod ftm;
mod imported;
mod incidents;
pub mod rows;
mod sink;
mod ties;
mod view;
mod what;
mod works;

pub(crate) use diagnostics::{diagnostic_ids, diagnostic_rows};
pub use entities::entity_rows;
pub use from_loaded::export_loaded;
pub use from_loaded::{claim_rows, incident_rows};
pub use incidents::claim_id;
pub(crate) use incidents::incident_row;
use schemars::schema_for;
pub(crate) use ties::{Ties, verdict_name};
pub(crate) use view::ids;
pub use what::{Format, What};
pub(crate) use works::work_rows;

use crate::Sha256;

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
    /// Acquisitions of the ledger that no build has seen yet: the rows lack them.
    pub stale: u64,
}

/// JSON Schema of every row type, as one object: `{"version": 1, "rows": {"documents": {...}, ...}}`.
#[must_use]
pub fn schema() -> serde_json::Value {
    let schema = |what| {
        match what {
            What::Documents => schema_for!(rows::DocumentRow),
            What::Text => schema_for!(rows::TextRow),
            What::Notes => schema_for!(rows::NoteRow),
            What::Markers => schema_for!(rows::MarkerRow),
            What::Citations => schema_for!(rows::CitationRow),
            What::Works => schema_for!(rows::WorkRow),
            What::Claims => schema_for!(rows::ClaimRow),
            What::Incidents => schema_for!(rows::IncidentRow),
            What::Entities => schema_for!(rows::EntityRow),
            What::Mentions => schema_for!(rows::MentionRow),
            What::Relations => schema_for!(rows::RelationRow),
            What::Money => schema_for!(rows::MoneyRow),
            What::Designations => schema_for!(rows::DesignationRow),
            What::Replies => schema_for!(rows::ReplyRow),
            What::Recommendations => schema_for!(rows::RecommendationRow),
            What::Ftm => schema_for!(rows::FtmRow),
            What::Imported => schema_for!(rows::ImportedEntityRow),
            What::Diagnostics => schema_for!(rows::DiagnosticRow),
        }
        .to_value()
    };
    let rows: serde_json::Map<_, _> =
        What::ALL.into_iter().map(|what| (what.name().to_owned(), schema(what))).collect();
    serde_json::json!({ "version": SCHEMA_VERSION, "rows": rows })
}
