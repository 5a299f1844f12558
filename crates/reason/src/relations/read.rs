use super::Relation;
use crate::entities::{Entity, Mention};
use crate::prose::Prose;

/// Finds the stated ties of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Relation> {
    let _ = (prose, entities, mentions);
    Vec::new()
}
