//! Phrases that say where something was, and how narrow a place they name.

use super::Location;
use crate::claims::lexicon::Word;
use crate::claims::scene::Scene;
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag};
use crate::places::{FeatureClass, Gazetteer};
use crate::text::fold_words;

/// How narrow a place a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breadth {
    /// A town, a village, a mine: where one event can have been.
    Local,
    /// A country, a region, a continent.
    Wide,
    /// No name: "the hospital", "a base".
    Common,
}

/// All phrases of a sentence that say where, in order.
pub(in crate::claims) fn locations(scene: &Scene<'_>, places: &[Span]) -> Vec<Location> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.words.len() {
        match between(scene, at, places).or_else(|| location(scene, at, places)) {
            Some(location) => {
                at = location.last + 1;
                if !is_speakers(scene, &location) {
                    found.push(location);
                }
            }
            None => at += 1,
        }
    }
    found
}

/// "a nurse at the Mora hospital said", "told Kessa Radio", ", said a resident of Mora": where a speaker is.
fn is_speakers(scene: &Scene<'_>, location: &Location) -> bool {
    let words = &scene.words;
    let says = |at: usize| scene.has(at, Word::Say) && matches!(words.tag(at), Tag::Verb | Tag::Participle);
    // The phrase before it is the subject of a verb of saying.
    let holder = holder(scene, location.preposition);
    let next = (location.last + 1..words.len().min(location.last + FARTHEST_SAYING))
        .find(|at| matches!(words.tag(*at), Tag::Verb | Tag::Participle | Tag::Be | Tag::Modal | Tag::Break));
    if holder.is_some() && next.is_some_and(says) {
        return true;
    }
    // "A nurse at the hospital in Mora, who gave no name, told": who opens the sentence speaks in it.
    let opens = holder.is_some_and(|holder| holder.first <= 1 && scene.has(holder.head, Word::Bystanders));
    if opens && (location.last + 1..words.len()).any(says) {
        return true;
    }
    let Some(before) =
        (location.preposition.saturating_sub(FARTHEST_SAYING)..location.preposition).rev().find(|at| {
            !matches!(
                words.tag(*at),
                Tag::Noun
                    | Tag::Name
                    | Tag::Adjective
                    | Tag::Determiner
                    | Tag::Of
                    | Tag::Glue
                    | Tag::Adverb
                    | Tag::Date
            )
        })
    else {
        return false;
    };
    let inverted = before > 0 && matches!(words.tag(before - 1), Tag::Comma | Tag::Quote | Tag::Break);
    let hearer = scene.has(before, Word::Tell) && before + 1 == location.preposition;
    says(before) && (inverted || hearer) || accords(scene, before) || accords(scene, before.saturating_sub(1))
}

/// Who is at a place: of "a nurse at the hospital in Mora" the nurse.
fn holder(scene: &Scene<'_>, preposition: usize) -> Option<NounPhrase> {
    let words = &scene.words;
    let mut preposition = preposition;
    for _ in 0..DEEPEST {
        // "The governor, in Mora, told": a comma may stand between.
        let comma = usize::from(preposition > 0 && words.tag(preposition - 1) == Tag::Comma);
        let phrase = words.phrase_before(preposition - comma)?;
        if phrase.last + 1 + comma != preposition {
            return None;
        }
        if !words.is_governed(phrase) {
            let thing = [Word::Event, Word::Places, Word::Things];
            return (!thing.iter().any(|class| scene.has(phrase.head, *class))).then_some(phrase);
        }
        preposition = phrase.first.checked_sub(1)?;
    }
    None
}

/// "a nurse at a ward of the hospital in Mora": so many prepositions deep.
const DEEPEST: usize = 3;

fn accords(scene: &Scene<'_>, at: usize) -> bool {
    scene.ending(at, Word::According).is_some()
}

/// A verb of saying farther from a place has nothing to do with it.
const FARTHEST_SAYING: usize = 9;

/// "between Mora and Kessa": the road, not one of its ends.
fn between(scene: &Scene<'_>, at: usize, places: &[Span]) -> Option<Location> {
    let from = at + scene.is(at, Word::Between)?;
    let words = &scene.words;
    let first = words.phrase_at(from).filter(|phrase| phrase.first == from)?;
    let second = words.phrase_at(first.last + 2)?;
    let joined = words.tag(first.last + 1) == Tag::Coordinator && second.first == first.last + 2;
    let known = |phrase: NounPhrase| {
        let span = scene.sentence().span_of(phrase.first, phrase.last);
        places.iter().any(|place| place.overlaps(span))
    };
    (joined && known(first) && known(second)).then_some(Location {
        preposition: at,
        first: at,
        last: second.last,
        towards: false,
        breadth: Breadth::Local,
    })
}

fn location(scene: &Scene<'_>, at: usize, places: &[Span]) -> Option<Location> {
    let words = &scene.words;
    let near = scene.is(at, Word::Near);
    let length = near.or_else(|| scene.is(at, Word::At))?;
    // "90 kilometres (56 miles) south of Mora": tells where the place is that was named before.
    let measured = at > 0 && (words.tag(at - 1) == Tag::Close || scene.has(at - 1, Word::Things));
    if near.is_some() && measured {
        return None;
    }
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
    // "its report, The Protection of Children in Armed Conflict": a preposition within a title.
    let span = scene.sentence().span_of(phrase.first, phrase.last);
    let titled = at > 1
        && words.text(at - 1).starts_with(char::is_uppercase)
        && !places.iter().any(|place| place.overlaps(span))
        && !scene.head_is(phrase, Word::Places);
    if titled {
        return None;
    }
    let near_name = near.is_some() && is_near_name(scene, from, phrase, places);
    if !near_name && !names_place(scene, phrase, places) {
        return None;
    }
    // "in 11 hamlets", "dans leurs villages" say nowhere.
    let vague = (phrase.first..phrase.core)
        .any(|at| scene.words.tag(at) == Tag::Number || scene.has(at, Word::Theirs));
    if vague {
        return None;
    }
    let first = if near.is_some() { at } else { phrase.first.max(at) };
    let towards = scene.has(at, Word::Towards) || (at > 0 && scene.has(at - 1, Word::Motion));
    let last = if near.is_some() { phrase.last } else { extended(scene, phrase, places) };
    let own = breadth(scene, from.min(phrase.last), phrase.last, places);
    // "a mosque in Mora".
    let breadth = match own {
        Breadth::Common if last > phrase.last => breadth(scene, phrase.last + 1, last, places),
        own => own,
    };
    Some(Location { preposition: at, first, last, towards, breadth })
}

/// The name among some tokens, folded, and where it stands in the sentence; empty where there is none.
pub(super) fn named(scene: &Scene<'_>, first: usize, last: usize, places: &[Span]) -> (String, Option<Span>) {
    let sentence = scene.sentence();
    let span = sentence.span_of(first, last);
    if let Some(place) = places.iter().find(|place| place.overlaps(span)) {
        return (fold_words(sentence.words(*place)), Some(*place));
    }
    let named = |at: &usize| scene.words.tag(*at) == Tag::Name;
    let Some(start) = (first..=last).find(named) else { return (String::new(), None) };
    let end = (start..=last).take_while(named).last().unwrap_or(start);
    let bare = sentence.span_of(start, end);
    (fold_words(sentence.words(bare)), Some(bare))
}

/// How narrow the place is that some tokens name: the first name among them tells.
pub(super) fn breadth(scene: &Scene<'_>, first: usize, last: usize, places: &[Span]) -> Breadth {
    let sentence = scene.sentence();
    let known = |at: usize| places.iter().find(|place| place.overlaps(sentence.tokens[at].span));
    let other = |at: usize| scene.others.iter().any(|other| other.overlaps(sentence.tokens[at].span));
    // "a camp of the Front": the Front is no name of the camp.
    let named = |at: usize| known(at).is_some() || (scene.words.tag(at) == Tag::Name && !other(at));
    let Some(start) = (first..=last).find(|at| named(*at)) else { return Breadth::Common };
    let end = match known(start) {
        Some(place) => scene.words.token_at(place.end).saturating_sub(1).max(start),
        None => (start..=last).take_while(|at| named(*at)).last().unwrap_or(start),
    };
    // "the region of Halden", "Halden province".
    let head = (first..start).any(|at| scene.has(at, Word::Wide));
    let within = (start..=end + 1).any(|at| at < scene.words.len() && scene.has(at, Word::Wide));
    let area = || is_known_area(&fold_words(sentence.words(sentence.span_of(start, end))));
    // "the town of Mora in Nord province" begins with a noun of its own.
    let small = |at: usize| scene.has(at, Word::Places) && !scene.has(at, Word::Wide);
    // "the Mora district hospital" is a hospital.
    let narrow =
        (first..start).any(small) || (end + 1 < last && scene.has(end + 1, Word::Wide) && small(last));
    if !narrow && (head || within || area()) { Breadth::Wide } else { Breadth::Local }
}

/// The gazetteer knows it as a country or region, and as nothing smaller.
fn is_known_area(name: &str) -> bool {
    let mut classes = Gazetteer::bundled().of_folded(name).map(|record| record.class).peekable();
    let wide = |class| matches!(class, FeatureClass::Country | FeatureClass::Region | FeatureClass::Area);
    classes.peek().is_some() && classes.all(wide)
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
pub(super) fn names_place(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> bool {
    scene.head_is(phrase, Word::Places) && !is_somebody(scene, phrase) || is_named(scene, phrase, places)
}

/// "the Free Army of the valley": the name of somebody begins with the first noun.
fn is_somebody(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    let noun = scene.sentence().tokens[phrase.core].span;
    scene.others.iter().any(|other| other.start <= noun.start && noun.end <= other.end)
}

/// Whether a phrase has the name of a place for its head, or for what its head is a place of.
pub(super) fn is_named(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> bool {
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
pub(super) fn extended(scene: &Scene<'_>, phrase: NounPhrase, places: &[Span]) -> usize {
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
