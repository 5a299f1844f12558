//! What a report asks of whom.

mod read;
mod section;
mod table;

pub use read::read;

use serde::{Deserialize, Serialize};

use crate::document::Span;

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
