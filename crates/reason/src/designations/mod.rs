//! Who was put on a sanctions list, by which authority, when.

use serde::{Deserialize, Serialize};

use crate::dates::PartialDate;
use crate::document::Span;
use crate::entities::{Entity, Mention};
use crate::prose::Prose;

/// One party sanctioned by one authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// The passage.
    pub span: Span,
    /// Who was sanctioned, as written.
    pub target: Span,
    /// By whom, as written.
    pub authority: Option<Span>,
    /// The programme or list.
    pub program: Option<Span>,
    /// When, as precise as the text.
    pub date: Option<PartialDate>,
}

/// Finds the designations of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Designation> {
    let _ = (prose, entities, mentions);
    Vec::new()
}
