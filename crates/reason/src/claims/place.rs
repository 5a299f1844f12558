//! Where.

mod events;
mod locations;

use std::cmp::Ordering;

use self::events::{events, struck};
pub(super) use self::locations::locations;
use self::locations::{Breadth, breadth, extended, is_named, names_place};
use super::ClaimKind;
use super::lexicon::Word;
use super::scene::Scene;
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag, Voice};

/// A place that a sentence tells of, and the name by which it is known again: empty for "the hospital".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// As its sentence says it: "the village of Kessa, in Halden province".
    pub span: Span,
    /// The name alone: for what is told of it elsewhere.
    pub bare: Span,
    /// Empty for what no name makes known again, and for wide areas.
    pub name: String,
}

impl Spot {
    /// A place that no name makes known again: "the hospital", or a wide area.
    pub const fn plain(span: Span) -> Self {
        Self { span, bare: span, name: String::new() }
    }

    /// Whether both are one place by their names: "Kessa", "Kessa market".
    pub fn is_same(&self, other: &Self) -> bool {
        let has = |long: &str, short: &str| {
            long.match_indices(short).any(|(at, _)| {
                let ends = long[at + short.len()..].chars().next().is_none_or(|c| c == ' ');
                ends && long[..at].chars().next_back().is_none_or(|c| c == ' ')
            })
        };
        let (one, two) = (self.name.as_str(), other.name.as_str());
        // Of one length, one cannot stand within the other: most names are told apart by that or are the same.
        match one.len().cmp(&two.len()) {
            Ordering::Equal => one == two && !one.is_empty(),
            Ordering::Less => !one.is_empty() && has(two, one),
            Ordering::Greater => !two.is_empty() && has(one, two),
        }
    }
}

/// A phrase that says where, with the token of its preposition.
#[derive(Debug, Clone, Copy)]
pub(super) struct Location {
    preposition: usize,
    first: usize,
    last: usize,
    /// It is where somebody goes to.
    towards: bool,
    breadth: Breadth,
}

/// The place of what is said at some tokens; `places` are the spans of this sentence that name a place.
pub(super) fn place(scene: &Scene<'_>, at: (usize, usize), kind: ClaimKind, places: &[Span]) -> Option<Spot> {
    let span = |location: &Location| match location.breadth {
        Breadth::Local => spot(scene, location.first, location.last, places),
        _ => Spot::plain(scene.place(location.first, location.last)),
    };
    if kind == ClaimKind::Displaced
        && let Some(left) = left_place(scene, at, places)
    {
        return Some(Spot::plain(left));
    }
    let mut found = locations(scene, places);
    if kind == ClaimKind::Deployed {
        found.sort_by_key(|location| !location.towards);
        return found.first().map(span);
    }
    found.retain(|location| !location.towards && !is_refuge(scene, location));
    let events = events(scene, places);
    in_clause(scene, at, &found, &events).or_else(|| elsewhere(at, &found, &events)).as_ref().map(span)
}

/// What the claim's own clause says: behind it, by the noun of its event, before it.
fn in_clause(
    scene: &Scene<'_>,
    at: (usize, usize),
    found: &[Location],
    events: &[Location],
) -> Option<Location> {
    let clause = scene.words.clause_of(at.1);
    let inside = |location: &&Location| clause.first <= location.first && location.last <= clause.last;
    // "the Mora attack in which 12 were killed": the clause hangs on the noun.
    let hung = |location: &&Location| {
        clause.antecedent.is_some_and(|noun| noun == location.preposition || noun == location.last)
    };
    let behind = found.iter().filter(inside).find(|location| location.preposition > at.1);
    let event = || events.iter().rev().find(inside);
    if let Some(event) = events.iter().find(hung) {
        return Some(*event);
    }
    let before = || found.iter().rev().filter(inside).find(|location| location.last < at.0);
    behind.or_else(event).or_else(before).copied()
}

/// What other clauses of its sentence say: the nearest place with a name that is narrow enough.
fn elsewhere(at: (usize, usize), found: &[Location], events: &[Location]) -> Option<Location> {
    let local = |location: &&Location| location.breadth == Breadth::Local;
    let event = events.iter().find(local);
    let before = found.iter().rev().filter(local).find(|location| location.last < at.0);
    let behind = || found.iter().filter(local).find(|location| location.preposition > at.1);
    event.or(before).or_else(behind).copied()
}

/// "fled Riverbend", "people from Riverbend fled": the place that was left.
fn left_place(scene: &Scene<'_>, at: (usize, usize), places: &[Span]) -> Option<Span> {
    let words = &scene.words;
    let own = |first: usize, core: usize| {
        (first..core).any(|at| words.tag(at) == Tag::Number || scene.has(at, Word::Theirs))
    };
    let object = words.phrase_from(at.1 + 1).filter(|phrase| {
        phrase.first == at.1 + 1 && names_place(scene, *phrase, places) && !own(phrase.first, phrase.core)
    });
    if let Some(object) = object {
        return Some(scene.place(object.first, object.last));
    }
    let clause = words.clause_of(at.1);
    (clause.first..=clause.last).filter(|token| scene.has(*token, Word::From)).find_map(|token| {
        let phrase = words
            .phrase_at(token + 1)
            .filter(|phrase| phrase.first == token + 1 || phrase.last > token)
            .filter(|phrase| !own(phrase.first, phrase.core))?;
        names_place(scene, phrase, places).then(|| scene.place((token + 1).max(phrase.first), phrase.last))
    })
}

/// The local place of which a sentence tells: for those around it that name none.
pub(super) fn any_place(scene: &Scene<'_>, locations: &[Location], places: &[Span]) -> Option<Spot> {
    if let Some((first, last)) = struck(scene, places) {
        return Some(spot(scene, first, last, places));
    }
    let local = |location: &&Location| location.breadth == Breadth::Local;
    if let Some(event) = events(scene, places).iter().find(local) {
        return Some(spot(scene, event.first, event.last, places));
    }
    // "a child whose mother gave birth in Mora": the relative clause tells of her.
    let told = |location: &&Location| {
        let clause = scene.words.clause_of(location.preposition);
        clause.first.checked_sub(1).is_none_or(|before| !scene.has(before, Word::Oblique))
    };
    let here = locations
        .iter()
        .filter(local)
        .filter(told)
        .find(|location| !location.towards && !is_refuge(scene, location));
    here.map(|location| spot(scene, location.first, location.last, places))
}

/// A place that a sentence names otherwise: "returned to Mora", "Mora lies", "2 March – Mora, Nord."
pub(super) fn any_passed(scene: &Scene<'_>, locations: &[Location], places: &[Span]) -> Option<Spot> {
    let local = |location: &&Location| {
        location.breadth == Breadth::Local && !location.towards && !is_refuge(scene, location)
    };
    let (first, last) = unprepared(scene, places)
        .or_else(|| locations.iter().find(local).map(|found| (found.first, found.last)))?;
    Some(spot(scene, first, last, places))
}

/// "Kessa is a village of 900 people", "the town of Kessa lay behind the line", "a settlement called Kessa": the place that a
/// sentence describes.
pub(super) fn described_place(scene: &Scene<'_>, places: &[Span]) -> Option<Spot> {
    let words = &scene.words;
    let tokens = |place: &Span| {
        let first = words.token_at(place.start);
        (first, words.token_at(place.end).saturating_sub(1).max(first))
    };
    let local = |(first, last): &(usize, usize)| breadth(scene, *first, *last, places) == Breadth::Local;
    let described = |(first, last): &(usize, usize)| {
        // "the town of Kessa", "a settlement called Kessa".
        let called = first.checked_sub(1).is_some_and(|before| {
            let phrase = words.phrase_at(*first).filter(|phrase| scene.head_is(*phrase, Word::Settlement));
            let named = scene.has(before, Word::Called)
                && words.phrase_before(before).is_some_and(|phrase| scene.head_is(phrase, Word::Settlement));
            named || phrase.is_some_and(|phrase| !words.is_governed(phrase) && phrase.first < *first)
        });
        // "Kessa is a village", "Kessa, a village of 900 people": what it is stands behind.
        let behind = last + 1;
        let is = words.tag(behind) == Tag::Be || words.tag(behind) == Tag::Comma;
        let noun = is
            && words.phrase_at(behind + 1).is_some_and(|phrase| {
                phrase.first == behind + 1
                    && scene.head_is(phrase, Word::Settlement)
                    && !scene.has(phrase.first, Word::At)
            });
        called || noun
    };
    let (first, last) = places.iter().map(tokens).filter(local).find(described)?;
    Some(spot(scene, first, last, places))
}

/// "The post of Kessa overlooks the road": a place of which a sentence says what it is like.
pub(super) fn lying_place(scene: &Scene<'_>, places: &[Span]) -> Option<Spot> {
    let verb = (0..scene.words.len()).find(|at| {
        matches!(scene.words.tag(*at), Tag::Verb | Tag::Be | Tag::Have | Tag::Participle | Tag::Modal)
    })?;
    let (first, last) = unprepared(scene, places).filter(|(_, last)| *last < verb)?;
    Some(spot(scene, first, last, places))
}

/// The first place that a heading names in any way: "What the pictures from Mora show".
pub(super) fn headed_place(scene: &Scene<'_>, places: &[Span]) -> Option<Spot> {
    let tokens = |place: &Span| {
        let first = scene.words.token_at(place.start);
        (first, scene.words.token_at(place.end).saturating_sub(1).max(first))
    };
    let local = |(first, last): &(usize, usize)| breadth(scene, *first, *last, places) == Breadth::Local;
    let (first, last) = places.iter().map(tokens).find(local)?;
    Some(spot(scene, first, last, places))
}

/// The place that some tokens name.
pub(super) fn spot(scene: &Scene<'_>, first: usize, last: usize, places: &[Span]) -> Spot {
    let (name, bare) = locations::named(scene, first, last, places);
    let span = scene.place(first, last);
    let near = scene.has(first, Word::Near);
    // What claims elsewhere are told of is the name: of "the market of Mora" it is Mora; "near Mora" is not in it.
    let bare = match bare.map(|bare| scene.sentence().place(bare)) {
        Some(bare) if near => Span::new(span.start, bare.end.max(span.start)),
        Some(bare) => bare,
        None => span,
    };
    Spot { span, bare, name }
}

/// "the Mora hospital", "sheltering in Mora", "in a statement issued in Mora": where people were brought or went to
/// afterwards, or spoke.
fn is_refuge(scene: &Scene<'_>, location: &Location) -> bool {
    let care =
        (location.first..=location.last).any(|at| scene.has(at, Word::Care)) || is_holders(scene, location);
    let from = location.preposition.saturating_sub(FARTHEST_MOTION);
    let moved = (from..location.preposition).rev().take_while(|at| {
        !matches!(scene.words.tag(*at), Tag::Break | Tag::Comma | Tag::Relative | Tag::Subordinator)
    });
    care || moved.into_iter().any(|at| scene.has(at, Word::Motion) || scene.has(at, Word::Writing))
}

/// "the regional court in Mora", "the hospital of Mora": the place belongs to the house before it.
fn is_holders(scene: &Scene<'_>, location: &Location) -> bool {
    let at = location.preposition;
    let before = scene.words.phrase_before(at).filter(|phrase| phrase.last + 1 == at);
    before.is_some_and(|phrase| (phrase.first..=phrase.last).any(|at| scene.has(at, Word::Care)))
}

/// "were taken by neighbours to a clinic in Mora": so many words behind the verb.
const FARTHEST_MOTION: usize = 7;

/// "Kessa (Halden), 5 May.", "Kessa, Halden, 5 May.": the names with which a line opens that says when and where.
pub(super) fn lead_place(scene: &Scene<'_>, places: &[Span]) -> Option<Spot> {
    let words = &scene.words;
    let letters = |at: &usize| words.text(*at).starts_with(char::is_alphanumeric);
    let first = (behind_date(scene)..words.len()).find(letters)?;
    let ends =
        |at: &usize| matches!(words.tag(*at), Tag::Comma | Tag::Open | Tag::Break | Tag::Date | Tag::Other);
    let end = (first..words.len()).find(ends).unwrap_or(words.len());
    let named = |from: usize, to: usize| {
        let capital = |at: usize| words.text(at).starts_with(char::is_uppercase);
        let small = |at: usize| words.text(at).len() <= SMALL_WORD || scene.has(at, Word::Places);
        to > from && capital(from) && (from..to).all(|at| capital(at) || small(at))
    };
    // "Date: 5 May", "Published, 5 May": what the day is of.
    let label = scene.has(first, Word::Writing)
        || words.text(end) == ":" && matches!(words.tag(end + 1), Tag::Date | Tag::Number);
    let event = label || (first..end).any(|at| scene.has(at, Word::Event) || scene.has(at, Word::Care));
    if event {
        return None;
    }
    // "5 May, the crossroads of Kessa", "24 May, filtration point at Kessa".
    if !named(first, end) {
        let phrase = words.phrase_at(first).filter(|phrase| phrase.first == first && first > 0)?;
        return is_named(scene, phrase, places)
            .then(|| spot(scene, first, extended(scene, phrase, places), places));
    }
    // "Kessa, Halden, 5 May": and what it lies in.
    let next = (end + 1..words.len())
        .find(ends)
        .filter(|next| words.tag(end) == Tag::Comma && named(end + 1, *next));
    let last = next.map_or(end, |next| next) - 1;
    let mut found = spot(scene, first, last, places);
    if next.is_none() || found.name.is_empty() {
        found.name =
            crate::text::fold_words(scene.sentence().words(scene.sentence().span_of(first, end - 1)));
    }
    Some(found)
}

/// Behind the day with which a lead begins: "5 May, Kessa.", "**3-4 May – Kessa.**"; the first token where it begins otherwise.
fn behind_date(scene: &Scene<'_>) -> usize {
    let words = &scene.words;
    let opens = |place: Span| {
        (0..words.token_at(place.start)).all(|at| !words.text(at).starts_with(char::is_alphanumeric))
    };
    let date = scene.sentence().dates.iter().find(|date| opens(date.span));
    date.map_or(0, |date| words.token_at(date.span.end))
}

/// "de", "of", "and" within a name.
const SMALL_WORD: usize = 3;

/// The country or region of which a sentence speaks: for counts behind it over many places.
pub(super) fn any_region(scene: &Scene<'_>, locations: &[Location]) -> Option<Span> {
    let wide = locations.iter().find(|location| location.breadth == Breadth::Wide && !location.towards);
    wide.map(|location| scene.place(location.first, location.last))
}

/// "Mora and Kessa blame each other": towns that do what only people do, those who rule there; `end` is the token behind.
fn acts(scene: &Scene<'_>, end: usize) -> bool {
    let words = &scene.words;
    let joined = (words.tag(end) == Tag::Coordinator)
        .then(|| words.phrase_at(end + 1))
        .flatten()
        .map_or(end, |next| next.last + 1);
    // "Mora, for its part, spoke of".
    let inserted = (words.tag(joined) == Tag::Comma)
        .then(|| (joined + 1..joined + LONGEST_INSERTION).find(|at| words.tag(*at) == Tag::Comma))
        .flatten()
        .filter(|comma| {
            (joined + 1..*comma).all(|at| !matches!(words.tag(at), Tag::Verb | Tag::Participle | Tag::Be))
        });
    let joined = inserted.map_or(joined, |comma| comma + 1);
    let verb = (joined..joined + 3)
        .find(|at| matches!(words.tag(*at), Tag::Verb | Tag::Participle | Tag::Have | Tag::Be | Tag::Modal))
        .filter(|verb| {
            (joined..*verb)
                .all(|at| matches!(words.tag(at), Tag::Pronoun | Tag::Adverb | Tag::Glue | Tag::Negation))
        });
    verb.is_some_and(|verb| {
        let main = (verb..verb + 5)
            .take_while(|at| {
                matches!(
                    words.tag(*at),
                    Tag::Verb
                        | Tag::Participle
                        | Tag::Have
                        | Tag::Be
                        | Tag::Modal
                        | Tag::Adverb
                        | Tag::Negation
                )
            })
            .last()
            .unwrap_or(verb);
        words.verb_group(main).voice != Voice::Passive
            && !(verb..=main).any(|at| scene.has(at, Word::Lying) || words.tag(at) == Tag::Be)
    })
}

/// In tokens.
const LONGEST_INSERTION: usize = 7;

/// "attacked the village of Mora", "2 March – Mora, Nord.": named without a preposition.
fn unprepared(scene: &Scene<'_>, places: &[Span]) -> Option<(usize, usize)> {
    let narrow = |first: usize, last: usize| breadth(scene, first, last, places) == Breadth::Local;
    let phrase = scene.words.phrases().iter().find(|phrase| {
        scene.head_is(**phrase, Word::Places)
            && is_named(scene, **phrase, places)
            && !(phrase.first..=phrase.last).any(|at| scene.has(at, Word::Care))
            && narrow(phrase.first, phrase.last)
            && !scene.words.is_governed(**phrase)
    });
    if let Some(phrase) = phrase {
        return Some((phrase.first, extended(scene, *phrase, places)));
    }
    let first = places.iter().find(|place| {
        let (token, end) = (scene.words.token_at(place.start), scene.words.token_at(place.end));
        // Behind a preposition of where it is a location, or was found to be none; "from northern Mora".
        let own = scene.words.phrase_at(token).filter(|phrase| {
            // "the camp of", with nothing but an article, is asked for by its own token.
            (token..end).contains(&phrase.head)
                && (phrase.first..token).any(|at| scene.words.tag(at) == Tag::Adjective)
        });
        let phrase = own.map_or(token, |phrase| phrase.first);
        let governed = [token, phrase].into_iter().filter_map(|at| at.checked_sub(1)).any(|before| {
            [Word::NotThere, Word::At, Word::Towards].into_iter().any(|class| scene.has(before, class))
        });
        narrow(token, end.saturating_sub(1).max(token)) && !governed && !acts(scene, end)
    })?;
    let phrase = scene.words.phrase_at(scene.words.token_at(first.start));
    let care = |phrase: &NounPhrase| (phrase.first..=phrase.last).any(|at| scene.has(at, Word::Care));
    if phrase.as_ref().is_some_and(care) {
        return None;
    }
    let whole = phrase
        .filter(|phrase| scene.head_is(*phrase, Word::Places) || scene.words.tag(phrase.core) == Tag::Name);
    Some(match whole {
        Some(phrase) => (phrase.first, extended(scene, phrase, places)),
        None => {
            let token = scene.words.token_at(first.start);
            (token, scene.words.token_at(first.end).saturating_sub(1).max(token))
        }
    })
}
