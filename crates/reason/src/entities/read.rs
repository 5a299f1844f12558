use crate::places::Gazetteer;
use crate::prose::Prose;

use super::{Entity, Mention};

/// Finds who and what a document names. Mentions are in reading order and do not overlap.
#[must_use]
pub fn read(prose: &Prose<'_>, gazetteer: &Gazetteer) -> (Vec<Entity>, Vec<Mention>) {
    let _ = (prose, gazetteer);
    (Vec::new(), Vec::new())
}
