//! Where.

use super::ClaimKind;
use super::lexicon::Word;
use super::scene::Scene;
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag};

/// A phrase that says where, with the token of its preposition.
#[derive(Debug, Clone, Copy)]
struct Location {
    preposition: usize,
    first: usize,
    last: usize,
    /// It is where somebody goes to.
    towards: bool,
}

/// The place of what is said at some tokens; `places` are the spans of this sentence that name a place.
pub(super) fn place(scene: &Scene<'_>, at: (usize, usize), kind: ClaimKind, places: &[Span]) -> Option<Span> {
    let found = locations(scene, places);
    let clause = scene.words.clause_of(at.1);
    let going = matches!(kind, ClaimKind::Displaced | ClaimKind::Deployed);
    if kind == ClaimKind::Displaced
        && let Some(left) = left_place(scene, at, places)
    {
        return Some(left);
    }
    let usable = |location: &&Location| !going || kind == ClaimKind::Deployed || !location.towards;
    let inside = |location: &&Location| clause.first <= location.first && location.last <= clause.last;
    let mut usable: Vec<&Location> = found.iter().filter(usable).collect();
    if going && kind == ClaimKind::Deployed {
        usable.sort_by_key(|location| !location.towards);
        return usable.first().map(|location| scene.place(location.first, location.last));
    }
    let behind =
        usable.iter().filter(|location| inside(location)).find(|location| location.preposition > at.1);
    let before =
        usable.iter().rev().filter(|location| inside(location)).find(|location| location.last < at.0);
    let any = usable
        .iter()
        .rev()
        .find(|location| location.last < at.0)
        .or_else(|| usable.iter().find(|location| location.preposition > at.1));
    behind.or(before).or(any).map(|location| scene.place(location.first, location.last))
}

/// "fled Riverbend", "people from Riverbend fled": the place that was left.
fn left_place(scene: &Scene<'_>, at: (usize, usize), places: &[Span]) -> Option<Span> {
    let words = &scene.words;
    let object = words
        .phrase_from(at.1 + 1)
        .filter(|phrase| phrase.first == at.1 + 1 && names_place(scene, *phrase, places));
    if let Some(object) = object {
        return Some(scene.place(object.first, object.last));
    }
    let clause = words.clause_of(at.1);
    (clause.first..=clause.last).filter(|token| matches!(scene.small[*token].as_str(), "from")).find_map(
        |token| {
            let phrase = words
                .phrase_at(token + 1)
                .filter(|phrase| phrase.first == token + 1 || phrase.last > token)?;
            names_place(scene, phrase, places)
                .then(|| scene.place((token + 1).max(phrase.first), phrase.last))
        },
    )
}

/// Any place of a sentence: for those behind it that have none.
pub(super) fn any_place(scene: &Scene<'_>, places: &[Span]) -> Option<Span> {
    let locations = locations(scene, places);
    let named = |location: &&Location| {
        let phrase = scene.words.phrase_at(location.last);
        let first =
            scene.words.phrase_from(location.preposition + 1).filter(|first| first.last <= location.last);
        [phrase, first].into_iter().flatten().any(|phrase| is_named(scene, phrase, places))
    };
    if let Some(struck) = struck(scene, places) {
        return Some(struck);
    }
    let away = locations.iter().filter(named).find(|location| !location.towards);
    if let Some(location) = away.or_else(|| locations.iter().find(named)) {
        return Some(scene.place(location.first, location.last));
    }
    // "attacked the village of Mora", "2 March – Mora, Nord.": named without a preposition.
    let unprepared = scene.words.phrases().iter().find(|phrase| {
        scene.head_is(**phrase, Word::Places)
            && is_named(scene, **phrase, places)
            && !scene.words.is_governed(**phrase)
    });
    if let Some(phrase) = unprepared {
        return Some(scene.place(phrase.first, extended(scene, *phrase, places)));
    }
    let first = places.iter().find(|place| {
        let before = scene.words.token_at(place.start).checked_sub(1);
        !before.is_some_and(|before| {
            matches!(scene.small[before].as_str(), "from" | "to" | "depuis" | "vers" | "of" | "de" | "d")
        })
    })?;
    let phrase = scene.words.phrase_at(scene.words.token_at(first.start));
    let whole = phrase
        .filter(|phrase| scene.head_is(*phrase, Word::Places) || scene.words.tag(phrase.core) == Tag::Name);
    Some(match whole {
        Some(phrase) => scene.place(phrase.first, extended(scene, phrase, places)),
        None => scene.sentence().place(*first),
    })
}

/// "attacked the camp of Mora", "hit Mora": what was struck.
fn struck(scene: &Scene<'_>, places: &[Span]) -> Option<Span> {
    let words = &scene.words;
    words.phrases().iter().filter(|phrase| phrase.first > 0).find_map(|phrase| {
        let before = phrase.first - 1;
        let verb =
            scene.has(before, Word::Attack) && matches!(words.tag(before), Tag::Verb | Tag::Participle);
        (verb && is_named(scene, *phrase, places)).then(|| scene.place(phrase.first, phrase.last))
    })
}

fn locations(scene: &Scene<'_>, places: &[Span]) -> Vec<Location> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.words.len() {
        match location(scene, at, places) {
            Some(location) => {
                at = location.last + 1;
                found.push(location);
            }
            None => at += 1,
        }
    }
    found
}

fn location(scene: &Scene<'_>, at: usize, places: &[Span]) -> Option<Location> {
    let words = &scene.words;
    let near = scene.is(at, Word::Near);
    let length = near.or_else(|| scene.is(at, Word::At))?;
    let from = at + length;
    // "aux abords de Mora", "au marché": the words before are part of the phrase.
    let phrase = words.phrase_at(from).or_else(|| words.phrase_at(at)).or_else(|| {
        words
            .phrase_from(from)
            .filter(|phrase| phrase.first <= from + usize::from(words.tag(from) == Tag::Glue))
    })?;
    if phrase.last < from.min(at + 1) || phrase.first + 1 < at {
        return None;
    }
    let near_name = near.is_some() && is_near_name(scene, from, phrase, places);
    if !near_name && !names_place(scene, phrase, places) {
        return None;
    }
    // "in 11 hamlets", "dans leurs villages" say nowhere.
    let vague = (phrase.first..phrase.core).any(|at| {
        scene.words.tag(at) == Tag::Number
            || scene.small[at].starts_with("leur")
            || scene.small[at] == "their"
    });
    if vague {
        return None;
    }
    let first = if near.is_some() { at } else { phrase.first.max(at) };
    let towards = matches!(scene.small[at].as_str(), "to" | "into" | "vers" | "across")
        || (matches!(scene.small[at].as_str(), "à" | "en" | "au" | "aux")
            && at > 0
            && is_motion(scene, at - 1));
    let last = if near.is_some() { phrase.last } else { extended(scene, phrase, places) };
    Some(Location { preposition: at, first, last, towards })
}

fn is_motion(scene: &Scene<'_>, token: usize) -> bool {
    matches!(
        scene.small[token].as_str(),
        "réfugiés" | "réfugiées" | "fui" | "arrivés" | "partis" | "rendus" | "refuge" | "réfugiée"
    )
}

/// "aux abords de Mora": the name stands behind the words of the preposition, in one phrase with them.
fn is_near_name(scene: &Scene<'_>, from: usize, phrase: NounPhrase, places: &[Span]) -> bool {
    let sentence = scene.sentence();
    (from..=phrase.last).any(|at| {
        let span = sentence.tokens[at].span;
        let other = scene.others.iter().any(|other| other.overlaps(span));
        places.iter().any(|place| place.overlaps(span)) || (!other && scene.words.tag(at) == Tag::Name)
    })
}

/// Whether a phrase names a place, or is one by its noun and a name: "the village of Mora", "the market".
fn names_place(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> bool {
    scene.head_is(phrase, Word::Places) || is_named(scene, phrase, places)
}

/// Whether a phrase has the name of a place for its head, or for what its head is a place of.
fn is_named(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> bool {
    let sentence = scene.sentence();
    let span = sentence.span_of(phrase.first, phrase.last);
    let known = |token: usize| places.iter().any(|place| place.overlaps(sentence.tokens[token].span));
    // "the Riverbend authorities", "a depot of the Front" are no places: the name must be one, or at least nobody's.
    let other = scene.others.iter().any(|other| span.overlaps(*other));
    let name = |at: usize| known(at) || (!other && scene.words.tag(at) == Tag::Name);
    // Towns bear no article: "au Groupe" is nobody's town.
    let bare = phrase.first == phrase.core;
    let head = scene.head_is(phrase, Word::Places);
    (head && (phrase.core..=phrase.last).any(name)) || known(phrase.head) || (bare && name(phrase.head))
}

/// With ", in the Nord region" behind it.
fn extended(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> usize {
    let words = &scene.words;
    let mut last = phrase.last;
    let comma = usize::from(words.tag(last + 1) == Tag::Comma);
    let at = last + 1 + comma;
    let inner =
        if matches!(words.tag(at), Tag::Preposition) && scene.has(at, Word::At) { at + 1 } else { at };
    if comma == 0 && inner == at {
        return last;
    }
    if let Some(next) =
        words.phrase_at(inner).filter(|next| next.first == inner && words.tag(next.first) != Tag::Number)
    {
        let span = scene.sentence().span_of(next.first, next.last);
        if places.iter().any(|place| span.overlaps(*place)) {
            last = next.last;
        }
    }
    last
}
