//! What a report asks of whom.

use serde::{Deserialize, Serialize};

use crate::document::Span;
use crate::prose::Prose;

/// One recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Its text: a sentence of the body.
    pub span: Span,
    /// Who shall do it, as written: in the sentence, or in the heading above it.
    pub addressee: Option<Span>,
    /// The heading of its section.
    pub section: Option<Span>,
}

/// Finds the recommendations of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>) -> Vec<Recommendation> {
    let _ = prose;
    Vec::new()
}
