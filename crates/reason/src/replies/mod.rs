//! Who was asked for comment, and what came of it.

mod addressee;
mod clauses;
mod read;

pub use read::read;

use serde::{Deserialize, Serialize};

use crate::document::Span;

/// A request for comment, one addressee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The passage.
    pub span: Span,
    /// Who was asked, as written.
    pub addressee: Span,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a request for comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing: no answer came, or they could not be reached.
    NoReply,
    /// An answer.
    Replied,
    /// Something else: declined, sent on to somebody else, promised an answer, hung up.
    Other,
}
