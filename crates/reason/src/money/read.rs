use super::Money;
use crate::entities::{Entity, Mention};
use crate::prose::Prose;

/// Finds the amounts of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Money> {
    let _ = (prose, entities, mentions);
    Vec::new()
}
