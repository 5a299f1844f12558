//! Lines of records: "Lieu : Kessa, Halden", "Suspected belligerent: Halden Guard".

use super::lexicon::Word;
use super::place::{Spot, spot};
use super::scene::Scene;
use crate::document::Span;
use crate::phrases::Tag;

/// The place that a line gives behind its label: the name before the first comma or bracket.
pub(super) fn field_place(scene: &Scene<'_>, places: &[Span]) -> Option<Spot> {
    let words = &scene.words;
    // "Where: behind the tower" names nothing.
    let first =
        value(scene, Word::PlaceLabel).filter(|first| words.text(*first).starts_with(char::is_uppercase))?;
    let ends = |at: &usize| matches!(words.tag(*at), Tag::Comma | Tag::Open | Tag::Break);
    let end = (first..words.len()).find(ends).unwrap_or(words.len());
    let mut found = spot(scene, first, end.checked_sub(1).filter(|last| *last >= first)?, places);
    if found.name.is_empty() {
        let sentence = scene.sentence();
        found.name = crate::text::fold_words(sentence.words(sentence.span_of(first, end - 1)));
    }
    Some(found)
}

/// Who acted, behind a label of who did.
pub(super) fn field_actor(scene: &Scene<'_>) -> Option<Span> {
    let first = value(scene, Word::ActorLabel)?;
    let words = &scene.words;
    let end = (first..words.len())
        .find(|at| matches!(words.tag(*at), Tag::Open | Tag::Break))
        .unwrap_or(words.len());
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    Some(scene.place(first, last))
}

/// The first token behind "LABEL:".
fn value(scene: &Scene<'_>, label: Word) -> Option<usize> {
    let words = &scene.words;
    let letters = |at: &usize| words.text(*at).starts_with(char::is_alphanumeric);
    let first = (0..words.len()).find(letters)?;
    let colon = first + scene.is(first, label)?;
    (colon < words.len() && words.text(colon) == ":").then_some(())?;
    (colon + 1..words.len()).find(letters)
}
