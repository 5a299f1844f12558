//! Whose announcement a text is: "The Council informs the public that" speaks for all that follows.

use crate::claims::lexicon::Word;
use crate::claims::people::{Party, subject};
use crate::claims::scene::Scene;
use crate::document::Span;
use crate::phrases::Tag;

/// The subject of the formula with which an announcement opens; not one that is quoted.
pub(in crate::claims) fn issuer(scene: &Scene<'_>) -> Option<Span> {
    let words = &scene.words;
    let at = (0..words.len()).find(|at| scene.has(*at, Word::Performs))?;
    let quoted = (0..at).any(|before| words.tag(before) == Tag::Quote);
    match subject(scene, words.verb_group(at).first) {
        Some(Party::Named(span)) if !quoted => Some(span),
        _ => None,
    }
}
