//! Where an event was by its own noun or verb: "the Mora attack", "a raid on Mora", "gunmen attacked Mora".

use super::Location;
use super::locations::{Breadth, breadth, is_named};
use crate::claims::lexicon::Word;
use crate::claims::scene::Scene;
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag};

/// The places that nouns of events bear, in order; `preposition` is the token of the noun.
pub(super) fn events(scene: &Scene<'_>, places: &[Span]) -> Vec<Location> {
    let nouns = (0..scene.words.len()).filter(|at| scene.has(*at, Word::Event));
    nouns
        .filter_map(|at| {
            let phrase = scene.words.phrase_at(at).filter(|phrase| phrase.head == at)?;
            bearing(scene, phrase, places)
                .or_else(|| complement(scene, phrase, places))
                .or_else(|| object(scene, phrase, places))
                .or_else(|| aim(scene, phrase, places))
        })
        .collect()
}

/// "the Mora attack": a place's name before the noun.
fn bearing(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> Option<Location> {
    let sentence = scene.sentence();
    let is_place = |at: usize| places.iter().any(|place| place.overlaps(sentence.tokens[at].span));
    let last = (phrase.first..phrase.head).rev().find(|at| is_place(*at))?;
    let first = (phrase.first..=last).rev().take_while(|at| is_place(*at)).last()?;
    // "the Kessa army's raid": somebody's.
    let owned = (last + 1..phrase.head).any(|at| scene.words.tag(at) == Tag::Genitive);
    located(scene, phrase, (first, last), places).filter(|found| !owned && found.breadth == Breadth::Local)
}

/// "l’attaque de Mora": a place's name for its complement.
fn complement(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> Option<Location> {
    let sentence = scene.sentence();
    let is_place = |at: usize| places.iter().any(|place| place.overlaps(sentence.tokens[at].span));
    let first = (phrase.trunk + 1..=phrase.last)
        .find(|at| !matches!(scene.words.tag(*at), Tag::Of | Tag::Glue | Tag::Determiner))?;
    let narrow = scene.has(first, Word::Places) && (first..=phrase.last).any(is_place);
    if !is_place(first) && !narrow {
        return None;
    }
    located(scene, phrase, (first, phrase.last), places).filter(|found| found.breadth == Breadth::Local)
}

/// "the raid on Mora", "strikes on a market and a school": what was struck, where it is a place.
fn object(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> Option<Location> {
    let words = &scene.words;
    let from = phrase.last + 1;
    let near = scene.has(from, Word::Near);
    let at = from + scene.is(from, Word::Near).or_else(|| scene.is(from, Word::StrikesOn))?;
    let found = words.phrase_at(at).filter(|found| found.first == at)?;
    let list = words.coordinated(found);
    let joined = list.iter().skip(1).take(1).find(|next| {
        words.tag(next.first.saturating_sub(1)) == Tag::Coordinator && scene.head_is(**next, Word::Places)
    });
    let site = scene.head_is(found, Word::Places) || joined.is_some();
    if !site && !is_named(scene, found, places) {
        return None;
    }
    let last = joined.map_or_else(|| super::locations::extended(scene, found, places), |next| next.last);
    let first = if near { from } else { found.first };
    let narrow = breadth(scene, found.first, found.last, places);
    (narrow != Breadth::Wide).then_some(Location {
        preposition: phrase.head,
        first,
        last,
        towards: false,
        breadth: narrow,
    })
}

/// "the operation to retake Mora", "l’offensive pour reprendre Mora".
fn aim(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> Option<Location> {
    let words = &scene.words;
    let to = phrase.last + 1;
    let verb = to + 1;
    let found = words.phrase_at(verb + 1).filter(|found| found.first == verb + 1)?;
    let aimed = matches!(scene.small.get(to).map(|word| &**word), Some("to" | "pour"))
        && matches!(words.tag(verb), Tag::Verb | Tag::Noun)
        && is_named(scene, found, places);
    aimed.then(|| located(scene, phrase, (found.first, found.last), places)).flatten()
}

fn located(
    scene: &Scene<'_>,
    phrase: NounPhrase,
    (first, last): (usize, usize),
    places: &[Span],
) -> Option<Location> {
    let breadth = breadth(scene, first, last, places);
    Some(Location { preposition: phrase.head, first, last, towards: false, breadth })
}

/// "attacked the camp of Mora", "came to Mora": where somebody attacked.
pub(super) fn struck(scene: &Scene<'_>, places: &[Span]) -> Option<(usize, usize)> {
    let words = &scene.words;
    let verb =
        |at: usize| scene.has(at, Word::Attack) && matches!(words.tag(at), Tag::Verb | Tag::Participle);
    let local = |phrase: NounPhrase| breadth(scene, phrase.first, phrase.last, places) == Breadth::Local;
    words.phrases().iter().filter(|phrase| phrase.first > 0).find_map(|phrase| {
        let before = phrase.first - 1;
        let at = match before.checked_sub(1) {
            Some(earlier) if scene.has(before, Word::Towards) || scene.has(before, Word::StrikesOn) => {
                earlier
            }
            _ => before,
        };
        let towards = at < before && scene.has(before, Word::Towards);
        let named = is_named(scene, *phrase, places) && local(*phrase);
        (verb(at) && (named || is_reached(scene, *phrase, towards))).then_some((phrase.first, phrase.last))
    })
}

/// "came to Mora", "hit Mora, 90 kilometres from": a bare name is a place's, whoever else may bear it.
fn is_reached(scene: &Scene<'_>, phrase: NounPhrase, towards: bool) -> bool {
    let words = &scene.words;
    let from = phrase.last + 1;
    let measured = words.tag(from) == Tag::Comma
        && words.tag(from + 1) == Tag::Number
        && scene.has(from + 2, Word::Things);
    phrase.first == phrase.core && words.tag(phrase.head) == Tag::Name && (towards || measured)
}
