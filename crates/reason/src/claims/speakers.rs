//! Who says so.

use super::lexicon::Word;
use super::link::other_speaker;
use super::people::{Party, list_end, subject, with_title};
use super::scene::{Item, Scene};
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag};

/// A speaker and those through whom the words came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speaker {
    /// Named here, or meant by "he".
    pub who: Party,
    /// "a doctor told the agency": the agency.
    pub through: Option<Span>,
}

/// How far behind a verb of saying the hearer's name ends.
const FARTHEST_HEARER: usize = 6;

/// Who says what a sentence says of an item.
pub(super) fn speaker(scene: &Scene<'_>, item: &Item, cue: (usize, usize)) -> Option<Speaker> {
    let (first, last) = (item.first.min(cue.0), item.last.max(cue.1));
    // "…, the opposition at 45": what is counted was said before.
    if let Some(other) = other_speaker(scene, item)
        && (cue == (item.first, item.last) || cue.1 < other.first)
    {
        return Some(Speaker { who: Party::Named(scene.place(other.first, other.last)), through: None });
    }
    // "Nine people, the governor said, were killed".
    let inserted = (item.last + 1..cue.0).filter(|at| scene.has(*at, Word::Say)).take(MOST_SAID).find(|at| {
        matches!(scene.words.tag(*at), Tag::Verb | Tag::Participle)
            && scene.words.tag(*at + 1) == Tag::Comma
            && scene.words.tag(item.last + 1) == Tag::Comma
    });
    if let Some(speaker) = inserted.and_then(|at| behind_verb(scene, item.last, at)) {
        return Some(speaker);
    }
    according(scene, first, last).or_else(|| before(scene, first, last)).or_else(|| behind(scene, last))
}

/// Of "a statement by the army" the army, of "les chiffres de la mairie" the town hall, of "Halden Relief figures" that
/// body: who speaks through a paper.
fn author(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    let words = &scene.words;
    scene.head_is(phrase, Word::Sayings).then_some(())?;
    let by = (phrase.last + 1..phrase.last + LONGEST_ORIGIN).find(|at| scene.has(*at, Word::By));
    let plain = |by: usize| {
        (phrase.last + 1..by).all(|at| !matches!(words.tag(at), Tag::Comma | Tag::Break | Tag::Relative))
    };
    if let Some(by) = by.filter(|by| plain(*by)).and_then(|by| words.phrase_from(by + 1)) {
        return Some(scene.place(by.first, list_end(scene, by)));
    }
    if words.tag(phrase.trunk + 1) == Tag::Of && phrase.trunk + 1 < phrase.last {
        let from = phrase.trunk + 2 + usize::from(words.tag(phrase.trunk + 2) == Tag::Glue);
        return (from <= phrase.last).then(|| scene.place(from, phrase.last));
    }
    let names = (phrase.first..phrase.head).rev().find(|at| words.tag(*at) == Tag::Name)?;
    (phrase.last == phrase.head).then(|| scene.place(phrase.first, names))
}

/// "information gathered by": so near stands who wrote a paper.
const LONGEST_ORIGIN: usize = 4;

/// "according to", "selon".
fn according(scene: &Scene<'_>, first: usize, last: usize) -> Option<Speaker> {
    let words = &scene.words;
    let segment = segment(scene, first, last);
    let mut at = segment.0;
    while at <= segment.1 {
        if let Some(length) = scene.is(at, Word::According) {
            let from = at + length + usize::from(matches!(words.tag(at + length), Tag::Of | Tag::Glue));
            let from = from + usize::from(words.tag(from) == Tag::Glue);
            // "selon les chiffres de la mairie": the words of the list and the speaker are one phrase.
            if let Some(phrase) = words.phrase_at(from).filter(|phrase| phrase.first < from) {
                return Some(Speaker { who: Party::Named(scene.place(from, phrase.last)), through: None });
            }
            if let Some(phrase) = words.phrase_from(from).filter(|phrase| phrase.first <= from + 1) {
                let through = quoted_by(scene, phrase.last + 1);
                let who = author(scene, phrase).unwrap_or_else(|| named(scene, phrase));
                return Some(Speaker { who: Party::Named(who), through });
            }
        }
        at += 1;
    }
    None
}

/// "…, cited by an aid worker": through whom.
fn quoted_by(scene: &Scene<'_>, from: usize) -> Option<Span> {
    let words = &scene.words;
    let at = (from..from + 3).find(|at| scene.has(*at, Word::QuotedBy))?;
    scene.has(at + 1, Word::By).then_some(())?;
    let phrase = words.phrase_from(at + 2).filter(|phrase| phrase.first == at + 2)?;
    Some(scene.place(phrase.first, phrase.last))
}

/// The tokens between the semicolons or dashes around a claim.
pub(super) fn segment(scene: &Scene<'_>, first: usize, last: usize) -> (usize, usize) {
    let words = &scene.words;
    let hard = |at: usize| words.tag(at) == Tag::Break && scene.small[at] == ";";
    let from = (0..first).rev().find(|at| hard(*at)).map_or(0, |at| at + 1);
    let to = (last + 1..words.len()).find(|at| hard(*at)).unwrap_or(words.len()).saturating_sub(1);
    (from, to)
}

/// A verb of saying before the claim that governs it.
fn before(scene: &Scene<'_>, first: usize, last: usize) -> Option<Speaker> {
    let words = &scene.words;
    let segment = segment(scene, first, last);
    let at = (0..first).rev().find(|at| {
        scene.has(*at, Word::Say)
            && matches!(words.tag(*at), Tag::Verb | Tag::Participle | Tag::Noun)
            && !is_noun(scene, *at)
            && !in_cue(scene, *at)
            && governs(scene, *at, first)
    })?;
    // Over a semicolon only "the army said that …; it also …" reaches, which is left to the paragraph.
    (at >= segment.0).then_some(())?;
    let group = words.verb_group(at);
    if group.voice == crate::phrases::Voice::Passive {
        return None;
    }
    if let Some(speaker) = closing(scene, at) {
        return Some(speaker);
    }
    let who = said_subject(scene, group.first)?;
    let who = match who {
        Party::Named(span) => Party::Named(narrowed(scene, span, at)),
        Party::Meant => Party::Meant,
    };
    Some(Speaker { who, through: hearer(scene, at) })
}

/// Who says: of "“…,” a doctor told" the phrase between the quotation and the verb.
fn said_subject(scene: &Scene<'_>, verb: usize) -> Option<Party> {
    let words = &scene.words;
    let quote = (0..verb).rev().find(|at| words.tag(*at) == Tag::Quote);
    let own = quote.and_then(|quote| {
        (quote + 1..verb).find_map(|at| {
            words
                .phrase_at(at)
                .filter(|phrase| phrase.first == at && phrase.last < verb && !words.is_governed(*phrase))
        })
    });
    let pronoun = quote.is_some_and(|quote| {
        (quote + 1..verb).any(|at| words.tag(at) == Tag::Pronoun && scene.has(at, Word::They))
    });
    match own {
        None if pronoun => Some(Party::Meant),
        Some(phrase) => Some(Party::Named(named_with(scene, phrase, verb))),
        None => subject(scene, verb),
    }
}

/// With "at the town's hospital", "with the local guard" behind it, up to the verb.
fn named_with(scene: &Scene<'_>, phrase: NounPhrase, verb: usize) -> Span {
    let words = &scene.words;
    let mut last = phrase.last;
    if matches!(scene.small.get(last + 1).map(String::as_str), Some("at" | "with" | "in" | "from" | "for"))
        && let Some(inner) =
            words.phrase_at(last + 2).filter(|inner| inner.first == last + 2 && inner.last < verb)
    {
        last = inner.last;
    }
    scene.place(phrase.first, last)
}

/// "claimed the lives of": a verb of saying that is part of another.
fn in_cue(scene: &Scene<'_>, at: usize) -> bool {
    scene.cues_at(at).any(|cue| cue.last > cue.first)
}

/// "the reports of": a noun that looks like a verb of saying.
fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    at > 0
        && matches!(scene.words.tag(at - 1), Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Of)
        && scene.words.tag(at) == Tag::Noun
}

/// Whether what a verb of saying says reaches to a token: nothing stands between that ends it.
fn governs(scene: &Scene<'_>, verb: usize, to: usize) -> bool {
    let words = &scene.words;
    if scene.has(verb, Word::Tally) {
        return true;
    }
    // "the army said … when", "who said": a relative clause that is over.
    !(verb..to).any(|at| words.tag(at) == Tag::Break && scene.small[at] == ";")
}

fn hearer(scene: &Scene<'_>, verb: usize) -> Option<Span> {
    let words = &scene.words;
    let told = scene.has(verb, Word::Tell);
    let phrase = words.phrase_from(verb + 1)?;
    if told && phrase.first == verb + 1 && phrase.last <= verb + FARTHEST_HEARER {
        return Some(scene.place(phrase.first, phrase.last));
    }
    let to = matches!(scene.small.get(verb + 1).map(String::as_str), Some("à" | "au"));
    (to && phrase.first <= verb + 2 + usize::from(words.tag(verb + 2) == Tag::Glue)
        && words.tag(phrase.head) == Tag::Name)
        .then(|| scene.place(phrase.first, phrase.last))
}

/// How many verbs of saying behind a claim are tried.
const MOST_SAID: usize = 4;

/// A verb of saying behind the claim: ", medics said", ", said an official", ", a annoncé son directeur".
fn behind(scene: &Scene<'_>, last: usize) -> Option<Speaker> {
    let words = &scene.words;
    let segment = segment(scene, last, last);
    let said = (last + 1..=segment.1).filter(|at| {
        scene.has(*at, Word::Say)
            && matches!(words.tag(*at), Tag::Verb | Tag::Participle | Tag::Noun | Tag::Adverb)
            && !is_noun(scene, *at)
    });
    // "12 deaths were reported, the mayor said": the first verb may have no speaker.
    said.take(MOST_SAID).find_map(|at| behind_verb(scene, last, at))
}

/// The speaker of a verb of saying behind the claim, which ends with a token.
fn behind_verb(scene: &Scene<'_>, last: usize, at: usize) -> Option<Speaker> {
    let words = &scene.words;
    let start = words.verb_group(at).first;
    let comma = (last + 1..start).rev().find(|at| {
        matches!(words.tag(*at), Tag::Comma | Tag::Quote)
            || (words.tag(*at) == Tag::Break && scene.small[*at] != ";")
    })?;
    // Inverted: the verb right behind the comma, its subject behind it.
    if start <= comma + 2 && !(comma + 1..start).any(|at| matches!(words.tag(at), Tag::Noun | Tag::Name)) {
        let phrase = inverted_subject(scene, at)?;
        return Some(Speaker { who: Party::Named(named(scene, phrase)), through: None });
    }
    let pronoun = (comma + 1..start).any(|at| words.tag(at) == Tag::Pronoun && scene.has(at, Word::They));
    if pronoun {
        return Some(Speaker { who: Party::Meant, through: hearer(scene, at) });
    }
    let phrase = (comma + 1..start).find_map(|at| words.phrase_at(at).filter(|phrase| phrase.first == at))?;
    let alone = !(comma + 1..phrase.first)
        .any(|at| matches!(words.tag(at), Tag::Preposition | Tag::Relative | Tag::Coordinator));
    alone.then(|| Speaker {
        who: Party::Named(narrowed(scene, scene.place(phrase.first, joined_end(scene, phrase, start)), at)),
        through: hearer(scene, at),
    })
}

/// With "and a local official" before the verb.
fn joined_end(scene: &Scene<'_>, phrase: NounPhrase, verb: usize) -> usize {
    let next = scene.words.coordinated(phrase).get(1).copied();
    let next = next.filter(|next| next.last < verb && scene.words.tag(next.first - 1) == Tag::Coordinator);
    next.map_or_else(|| list_end(scene, phrase), |next| next.last)
}

/// "said the mayor", "a annoncé lundi son directeur pour le pays, Viktor Lemnos": past days and adverbs.
fn inverted_subject(scene: &Scene<'_>, verb: usize) -> Option<NounPhrase> {
    let words = &scene.words;
    let mut at = verb + 1;
    while matches!(words.tag(at), Tag::Date | Tag::Adverb | Tag::Glue | Tag::Pronoun) {
        at += 1;
    }
    // "a affirmé à l’agence son chef": the hearer first.
    if words.tag(at) == Tag::Preposition {
        at = with_title(scene, words.phrase_from(at)?.last) + 1;
    }
    words.phrase_from(at).filter(|phrase| phrase.first <= at + 1)
}

/// The span of a speaker; a person's name behind it says more: "the mayor, Halda Osk".
fn named(scene: &Scene<'_>, phrase: NounPhrase) -> Span {
    apposition(scene, phrase).map_or_else(
        || scene.place(phrase.first, list_end(scene, phrase)),
        |name| scene.place(name.first, name.last),
    )
}

/// A name between commas behind a phrase.
fn apposition(scene: &Scene<'_>, phrase: NounPhrase) -> Option<NounPhrase> {
    let words = &scene.words;
    let mut last = phrase.last;
    // Past "pour le pays", "in the town".
    if words.tag(last + 1) == Tag::Preposition {
        last = words.phrase_from(last + 1)?.last;
    }
    (words.tag(last + 1) == Tag::Comma).then_some(())?;
    let name = words.phrase_at(last + 2).filter(|name| name.first == last + 2)?;
    let all = (name.first..=name.last).all(|at| matches!(words.tag(at), Tag::Name | Tag::Glue));
    // "an activist group, the Kessa Committee": of somebody who is only described.
    let described = words.tag(phrase.head) == Tag::Noun && !scene.head_is(name, Word::Places);
    let told = described && words.tag(name.first) == Tag::Determiner && words.tag(name.last) == Tag::Name;
    ((all || told) && name.last > name.first).then_some(name)
}

/// As [`named`], for the subject of a verb, whose span is known.
fn narrowed(scene: &Scene<'_>, span: Span, verb: usize) -> Span {
    let start = span.start - scene.sentence().span.start;
    let token = scene.words.token_at(start);
    let Some(phrase) = scene.words.phrase_at(token) else { return span };
    if let Some(author) = author(scene, phrase) {
        return author;
    }
    match apposition(scene, phrase) {
        Some(name) if name.last < verb => scene.place(name.first, name.last),
        _ => {
            let wide = named_with(scene, phrase, verb);
            if wide.end > span.end { Span::new(span.start, wide.end) } else { span }
        }
    }
}

/// Who speaks in a sentence, whatever it says: for a quotation in the sentence before or behind.
pub(super) fn any_speaker(scene: &Scene<'_>) -> Option<Speaker> {
    let words = &scene.words;
    let at = (0..words.len()).find(|at| {
        scene.has(*at, Word::Say)
            && matches!(words.tag(*at), Tag::Verb | Tag::Participle)
            && words.verb_group(*at).voice != crate::phrases::Voice::Passive
    })?;
    if let Some(speaker) = closing(scene, at) {
        return Some(speaker);
    }
    let who = said_subject(scene, words.verb_group(at).first);
    match who {
        Some(Party::Named(span)) => {
            Some(Speaker { who: Party::Named(narrowed(scene, span, at)), through: hearer(scene, at) })
        }
        Some(Party::Meant) => Some(Speaker { who: Party::Meant, through: None }),
        None => inverted_subject(scene, at)
            .map(|phrase| Speaker { who: Party::Named(named(scene, phrase)), through: None }),
    }
}

/// "Gunmen stormed the market, residents said": who stands between the comma and the verb.
fn closing(scene: &Scene<'_>, verb: usize) -> Option<Speaker> {
    let words = &scene.words;
    let start = words.verb_group(verb).first;
    let comma = (0..start).rev().find(|at| matches!(words.tag(*at), Tag::Comma | Tag::Quote | Tag::Break))?;
    let phrase =
        words.phrase_at(comma + 1).filter(|phrase| phrase.first == comma + 1 && phrase.last < start)?;
    let told =
        (0..comma).any(|at| matches!(words.tag(at), Tag::Be | Tag::Have | Tag::Verb | Tag::Participle));
    let end = joined_end(scene, phrase, start);
    (told && end + 1 == start).then(|| Speaker {
        who: Party::Named(narrowed(scene, scene.place(phrase.first, end), verb)),
        through: hearer(scene, verb),
    })
}
