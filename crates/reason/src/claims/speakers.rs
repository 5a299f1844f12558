//! Who says so.

mod according;
mod issuer;
mod named;
mod teller;
mod traits;

use self::according::{according, sources};
pub(super) use self::issuer::issuer;
use self::named::{joined_end, narrowed};
use self::teller::{inverted, inverted_pronoun, is_reduced, pronoun_before, teller};
pub(super) use self::traits::Traits;
use self::traits::{of_phrase, of_pronoun};
use super::lexicon::Word;
use super::link::other_speaker;
use super::people::{Party, is_event};
use super::scene::{Item, Scene};
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag, Voice};

/// A speaker and those through whom the words came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speaker {
    /// Named here, or meant by "he", "the same statement".
    pub who: Party,
    /// "a doctor told the agency": the agency.
    pub through: Option<Span>,
    /// What the words tell of him.
    pub traits: Traits,
}

impl Speaker {
    fn named(span: Span) -> Self {
        Self { who: Party::Named(span), through: None, traits: Traits::default() }
    }

    /// Whoever spoke last.
    fn meant() -> Self {
        Self { who: Party::Meant, through: None, traits: Traits::default() }
    }

    const fn pronoun(traits: Traits) -> Self {
        Self { who: Party::Meant, through: None, traits }
    }
}

/// How far behind a verb of saying the hearer's name ends.
const FARTHEST_HEARER: usize = 6;

/// Who says what a sentence says of an item.
pub(super) fn speaker(scene: &Scene<'_>, item: &Item, cue: (usize, usize)) -> Option<Speaker> {
    let found = told_by(scene, item, cue).filter(|speaker| !is_deed(scene, speaker));
    found.or_else(|| themselves(scene, item, cue)).or_else(|| keeper(scene, item))
}

/// "The attack claimed 13 lives": what happens says nothing.
fn is_deed(scene: &Scene<'_>, speaker: &Speaker) -> bool {
    match speaker.who {
        Party::Named(span) => is_event(scene, span),
        Party::Meant => false,
    }
}

/// "Two women told us that they were raped": those counted tell it themselves.
fn themselves(scene: &Scene<'_>, item: &Item, cue: (usize, usize)) -> Option<Speaker> {
    let phrase = item.phrase.filter(|phrase| scene.head_is(*phrase, Word::People))?;
    let verb = (phrase.last + 1..cue.0).find(|at| says(scene, *at))?;
    let own = scene.words.verb_group(verb).first == phrase.last + 1;
    let they = (verb..cue.0).any(|at| scene.has(at, Word::They) || scene.has(at, Word::Them));
    (own && they).then(|| Speaker {
        who: Party::Named(scene.place(item.first, phrase.last)),
        through: None,
        traits: of_phrase(scene, phrase),
    })
}

/// "A list drawn up by elders in the town carries 52 names": who keeps it.
fn keeper(scene: &Scene<'_>, item: &Item) -> Option<Speaker> {
    item.phrase.filter(|phrase| scene.head_is(*phrase, Word::Names))?;
    let list =
        scene.words.phrases().first().filter(|phrase| phrase.first <= 1 && phrase.last < item.first)?;
    named::author(scene, *list).map(Speaker::named)
}

/// Who says what the sentence says of an item, whatever its subject is.
fn told_by(scene: &Scene<'_>, item: &Item, cue: (usize, usize)) -> Option<Speaker> {
    let (first, last) = (item.first.min(cue.0), item.last.max(cue.1));
    // "…, the opposition at 45": what is counted was said before.
    if let Some(other) = other_speaker(scene, item)
        && (cue == (item.first, item.last) || cue.1 < other.first)
    {
        return Some(Speaker::named(scene.place(other.first, other.last)));
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
    if let Some(speaker) = according(scene, item, first, last) {
        return Some(within(scene, speaker, first));
    }
    // "a town toll reports 28 killed": between the toll and its number, too.
    let found = before(scene, item.first, last).map(|speaker| within(scene, speaker, first));
    // "she had counted nine, and 31 were kidnapped, says the network": who is named speaks.
    match found {
        Some(Speaker { who: Party::Named(_), .. }) => found,
        Some(_) => behind(scene, last).filter(|late| late.who != Party::Meant).or(found),
        None => behind(scene, last).map(|speaker| within(scene, speaker, first)),
    }
}

/// "he" whom the sentence itself names: "The ministry spoke of four; it acknowledged seven".
fn within(scene: &Scene<'_>, speaker: Speaker, claim: usize) -> Speaker {
    if speaker.who != Party::Meant {
        return speaker;
    }
    let told = (0..claim).filter(|at| says(scene, *at)).take(MOST_SAID).filter_map(|at| teller(scene, at));
    let named = told
        .filter(|earlier| matches!(earlier.who, Party::Named(_)) && earlier.traits.agree(speaker.traits))
        .last();
    let earlier =
        named.or_else(|| opening(scene, claim).filter(|earlier| earlier.traits.agree(speaker.traits)));
    earlier.map_or(speaker, |earlier| Speaker { through: None, ..earlier })
}

/// Of "The company sent us a reply: it deplores the loss of five" the company: who opens the sentence, before a colon or
/// semicolon.
fn opening(scene: &Scene<'_>, claim: usize) -> Option<Speaker> {
    let words = &scene.words;
    let phrase =
        words.phrases().first().filter(|phrase| phrase.first <= 1 && !words.is_governed(**phrase))?;
    let who = words.tag(phrase.head) == Tag::Name
        || [Word::People, Word::Institutions].iter().any(|class| scene.head_is(*phrase, *class));
    let apart = (phrase.last..claim).any(|at| words.tag(at) == Tag::Break);
    (who && apart).then(|| Speaker {
        who: Party::Named(scene.place(phrase.first, phrase.last)),
        through: None,
        traits: of_phrase(scene, *phrase),
    })
}

/// Whether a verb of saying stands at a token.
fn says(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Word::Say)
        && matches!(scene.words.tag(at), Tag::Verb | Tag::Participle | Tag::Gerund)
        && scene.words.verb_group(at).voice != Voice::Passive
        && !is_reduced(scene, at)
}

/// "the same statement", "de même source": whoever spoke last.
fn same_paper(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    let paper = [Word::Sayings, Word::Sources]
        .iter()
        .any(|class| (phrase.core..=phrase.last).any(|at| scene.has(at, *class)));
    paper && (phrase.first..=phrase.last).any(|at| scene.has(at, Word::Same))
}

/// The tokens between the semicolons or dashes around a claim.
pub(super) fn segment(scene: &Scene<'_>, first: usize, last: usize) -> (usize, usize) {
    let words = &scene.words;
    let hard = |at: usize| words.tag(at) == Tag::Break && scene.small[at] == ";";
    let from = (0..first).rev().find(|at| hard(*at)).map_or(0, |at| at + 1);
    let to = (last + 1..words.len()).find(|at| hard(*at)).unwrap_or(words.len()).saturating_sub(1);
    (from, to)
}

/// As [`segment`], without a clause in which somebody else speaks: "…, while the Front claimed to have killed nine".
fn voices(scene: &Scene<'_>, first: usize, last: usize) -> (usize, usize) {
    let (from, to) = segment(scene, first, last);
    let contrast = |at: &usize| scene.has(*at, Word::Contrast);
    let speaks = |from: usize, to: usize| (from..=to.min(scene.words.len())).any(|at| says(scene, at));
    let opens = (from..first).rev().find(contrast).filter(|at| speaks(*at, first));
    let closes = (last + 1..=to).find(contrast).filter(|at| speaks(*at, to));
    (opens.unwrap_or(from), closes.unwrap_or(to))
}

/// A verb of saying before the claim that governs it.
fn before(scene: &Scene<'_>, first: usize, last: usize) -> Option<Speaker> {
    let words = &scene.words;
    let (from, to) = segment(scene, first, last);
    let at = (0..first).rev().find(|at| {
        scene.has(*at, Word::Say)
            && (matches!(words.tag(*at), Tag::Verb | Tag::Participle | Tag::Noun | Tag::Gerund)
                || scene.ending(at.saturating_sub(1), Word::Able).is_some())
            && !is_noun(scene, *at)
            && !is_reduced(scene, *at)
            && !in_cue(scene, *at)
            && !is_name_given(scene, *at, first)
            && !is_undergone(scene, *at)
            && governs(scene, *at, first)
    });
    // Over a semicolon reaches who counts: "The office verified 27 deaths; a further 44 were hurt".
    let counting = || {
        let own = (from..=to).any(|at| says(scene, at) || scene.has(at, Word::Toll));
        (from > 0 && !own).then(|| (0..from).rev().find(|at| says(scene, *at) && !is_reduced(scene, *at)))?
    };
    let at = match at {
        Some(at) => at,
        None => counting().filter(|at| scene.has(*at, Word::Tally))?,
    };
    teller(scene, at)
}

/// "claimed the lives of": a verb of saying that is part of another; not "fait état" of "fait état de 12 morts".
fn in_cue(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, Word::Say) == Some(1) && scene.cues_at(at).any(|cue| cue.last > cue.first)
}

/// « le mouvement dit « Kessa » a tué »: a name follows in quotation marks that close before what is told.
fn is_name_given(scene: &Scene<'_>, at: usize, to: usize) -> bool {
    let words = &scene.words;
    let open = scene.has(at, Word::Called) && words.tag(at + 1) == Tag::Quote && at > 0;
    open && matches!(words.tag(at - 1), Tag::Noun | Tag::Name)
        && (at + 2..(at + LONGEST_NAME).min(to)).any(|at| words.tag(at) == Tag::Quote)
}

/// In tokens: longer quotations are no names.
const LONGEST_NAME: usize = 8;

/// "47 had been admitted": done to somebody, where nothing is said behind it.
fn is_undergone(scene: &Scene<'_>, at: usize) -> bool {
    scene.words.verb_group(at).voice == Voice::Passive && scene.words.tag(at + 1) != Tag::Subordinator
}

/// "the reports of": a noun that looks like a verb of saying.
fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    at > 0
        && matches!(
            scene.words.tag(at - 1),
            Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Of | Tag::Preposition
        )
        && scene.words.tag(at) == Tag::Noun
        && scene.ending(at - 1, Word::Able).is_none()
}

/// Whether what a verb of saying says reaches to a token: nothing stands between that ends it.
fn governs(scene: &Scene<'_>, verb: usize, to: usize) -> bool {
    let words = &scene.words;
    let ends = |at: usize| words.tag(at) == Tag::Break && scene.small[at] == ";";
    // "said it was behind two raids – the first killed 12": one dash ends it, two only hold something in between.
    let dashes = (verb..to).filter(|at| words.tag(*at) == Tag::Break && is_dash(words.text(*at))).count();
    if (verb..to).any(ends) || dashes % 2 == 1 {
        return false;
    }
    // "The town, which counts 3,100 people, lost half of them": a relative clause that is over.
    let first = words.clause_of(verb).first;
    let within = !(first..verb).any(|at| words.tag(at) == Tag::Comma);
    let relative =
        within && first > 1 && words.tag(first - 1) == Tag::Relative && words.tag(first - 2) == Tag::Comma;
    let closed = || (verb..to).any(|at| words.tag(at) == Tag::Comma);
    let said = || (verb..to).any(|at| words.tag(at) == Tag::Subordinator);
    !(relative && closed() && !said())
}

fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—")
}

fn hearer(scene: &Scene<'_>, verb: usize) -> Option<Span> {
    let words = &scene.words;
    let told = scene.has(verb, Word::Tell);
    let phrase = words.phrase_from(verb + 1)?;
    if told && phrase.first == verb + 1 && phrase.last <= verb + FARTHEST_HEARER {
        return Some(scene.place(phrase.first, phrase.last));
    }
    let to = matches!(scene.small.get(verb + 1).map(|word| &**word), Some("à" | "au"));
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
    let group = words.verb_group(at);
    let start = group.first;
    let comma = (last + 1..start).rev().find(|at| {
        matches!(words.tag(*at), Tag::Comma | Tag::Quote)
            || (words.tag(*at) == Tag::Break && scene.small[*at] != ";")
    })?;
    // "…, but the ministry later said", "…, et a fait état": of something else.
    let contrast = words.tag(comma + 1) == Tag::Coordinator
        || (comma + 1..start).any(|at| scene.has(at, Word::Contrast));
    if contrast || group.negated {
        return None;
    }
    let pronoun = inverted_pronoun(scene, at).or_else(|| pronoun_before(scene, start));
    if let Some(pronoun) = pronoun.filter(|pronoun| *pronoun > comma) {
        return Some(Speaker { through: hearer(scene, at), ..Speaker::pronoun(of_pronoun(scene, pronoun)) });
    }
    if let Some(name) = named::apposed(scene, start).filter(|name| name.first > last) {
        let through = hearer(scene, at);
        return Some(Speaker { through, ..Speaker::named(scene.place(name.first, name.last)) });
    }
    // Inverted: the verb right behind the comma, its subject behind it.
    if start <= comma + 2 && !(comma + 1..start).any(|at| matches!(words.tag(at), Tag::Noun | Tag::Name)) {
        return inverted(scene, at).filter(|_| !scene.has(at, Word::Tell));
    }
    let phrase = (comma + 1..start).find_map(|at| words.phrase_at(at).filter(|phrase| phrase.first == at))?;
    let alone = !(comma + 1..phrase.first)
        .any(|at| matches!(words.tag(at), Tag::Preposition | Tag::Relative | Tag::Coordinator));
    alone.then(|| {
        let span = scene.place(phrase.first, joined_end(scene, phrase, start));
        let through = hearer(scene, at);
        Speaker { who: Party::Named(narrowed(scene, span, at)), through, traits: of_phrase(scene, phrase) }
    })
}

/// Those who speak in a sentence, whatever they say: for "he said" behind it, and for a quotation before or behind.
pub(super) fn all_speakers(scene: &Scene<'_>) -> Vec<Speaker> {
    (0..scene.words.len())
        .filter(|at| says(scene, *at))
        .take(MOST_SAID)
        .filter_map(|at| {
            behind_quote(scene, at).or_else(|| teller(scene, at)).or_else(|| inverted(scene, at))
        })
        .chain(sources(scene))
        .collect()
}

/// "“…,” said the mayor": the verb right behind the quotation.
fn behind_quote(scene: &Scene<'_>, verb: usize) -> Option<Speaker> {
    let words = &scene.words;
    let start = words.verb_group(verb).first;
    let comma = start.checked_sub(1).filter(|at| matches!(words.tag(*at), Tag::Comma | Tag::Quote))?;
    let quote = (comma.saturating_sub(2)..=comma).any(|at| words.tag(at) == Tag::Quote);
    let phrase = (quote && !scene.has(verb, Word::Tell)).then(|| inverted(scene, verb)).flatten()?;
    Some(phrase)
}
