//! What the rules found.

use reason::checks::{Code, Severity};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One finding of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DiagnosticRow {
    /// Stable id.
    pub id: String,
    /// The document of its first place.
    pub document: Option<String>,
    /// Which rule: `N01`.
    #[schemars(with = "String")]
    pub code: Code,
    /// error, warning or note.
    #[schemars(with = "String")]
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Every place involved, the most telling first.
    pub spans: Vec<PlaceRow>,
    /// Labels of the notes involved.
    pub notes: Vec<String>,
    /// What to do.
    pub help: String,
}

/// A place that a diagnostic points to. Where it is a whole file or page, start, end and quote are null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceRow {
    /// The document's name.
    pub document: String,
    /// First character, in Unicode scalar values of the reading text.
    pub start: Option<usize>,
    /// One past the last character.
    pub end: Option<usize>,
    /// The page, where known.
    pub page: Option<u32>,
    /// The verbatim text between start and end.
    pub quote: Option<String>,
    /// What stands there, in a few words.
    pub says: String,
}
