//! "according to", "selon", "by the council's count": a source without a verb of saying.

use super::named::{author, compiler, named, possessor, published};
use super::traits::{Traits, of_phrase, of_pronoun};
use super::{Speaker, same_paper, voices};
use crate::claims::lexicon::Word;
use crate::claims::people::Party;
use crate::claims::scene::{Item, Scene};
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag};

/// A source at its place: the tokens that name it, all included.
struct Source {
    first: usize,
    speaker: Speaker,
    /// "…, recorded by the ombudsman": of nothing but the number before it.
    close: bool,
}

/// The source of a claim: the nearest behind it that no other number stands before, else the nearest before it, else one
/// behind all that is counted.
pub(super) fn according(scene: &Scene<'_>, item: &Item, first: usize, last: usize) -> Option<Speaker> {
    let (from, to) = voices(scene, first, last);
    let mut sources: Vec<Source> =
        (from..=to).filter_map(|at| source(scene, at)).take(MOST_SOURCES).collect();
    let firsts: Vec<usize> = sources.iter().map(|source| source.first).collect();
    // "according to the chief, cited by an aid worker": one source.
    let cited = |at: usize| {
        scene.has(at, Word::QuotedBy) && firsts.iter().any(|other| *other < at && at < other + LONGEST_ASIDE)
    };
    sources.retain(|source| !is_aside(scene, source.first, first) && !cited(source.first));
    let other = |from: usize, to: usize| {
        scene
            .items
            .iter()
            .any(|other| other.quantity != item.quantity && from < other.first && other.first < to)
    };
    let inside = sources.iter().position(|source| first < source.first && source.first < last);
    let behind = || sources.iter().position(|source| source.first > last && !other(last, source.first));
    let before = || sources.iter().rposition(|source| source.first < first);
    let far = || sources.iter().position(|source| source.first > last && !source.close);
    let at = inside.or_else(behind).or_else(before).or_else(far)?;
    Some(sources.swap_remove(at).speaker)
}

/// All sources of a sentence, in order.
pub(super) fn sources(scene: &Scene<'_>) -> impl Iterator<Item = Speaker> {
    (0..scene.words.len()).filter_map(|at| source(scene, at)).take(MOST_SOURCES).map(|source| source.speaker)
}

/// In one sentence; more are a list.
const MOST_SOURCES: usize = 12;

/// "The attack, which, according to the police, was planned, killed three": of what stands between the commas only.
fn is_aside(scene: &Scene<'_>, source: usize, claim: usize) -> bool {
    let words = &scene.words;
    (source < claim).then_some(()).is_some()
        && (0..source).rev().take(LONGEST_ASIDE).find(|at| words.tag(*at) == Tag::Relative).is_some_and(
            |relative| {
                relative > 0
                    && words.tag(relative - 1) == Tag::Comma
                    && (source..claim).filter(|at| words.tag(*at) == Tag::Comma).count() == 1
            },
        )
}

const LONGEST_ASIDE: usize = 12;

fn source(scene: &Scene<'_>, at: usize) -> Option<Source> {
    let words = &scene.words;
    if let Some(owner) = by_count(scene, at).or_else(|| for_whom(scene, at)).or_else(|| heading(scene, at)) {
        return Some(Source { first: at, speaker: owner, close: false });
    }
    let length = scene.is(at, Word::According)?;
    let close = scene.has(at + length - 1, Word::By);
    let made = |speaker| Some(Source { first: at, speaker, close });
    let from = at + length;
    // "the statement according to which".
    if matches!(words.tag(from), Tag::Relative) {
        let paper = words.phrase_before(at)?;
        let who = author(scene, paper).or_else(|| origin(scene, paper))?;
        return made(Speaker::named(who));
    }
    // "de source militaire".
    let noun = from - 1;
    if (at..from).any(|at| scene.has(at, Word::Same)) {
        return made(Speaker::meant());
    }
    if words.tag(noun) == Tag::Noun && scene.has(noun, Word::Sources) {
        let phrase = words.phrase_at(noun).filter(|phrase| phrase.last > noun)?;
        return made(Speaker::named(scene.place(noun, phrase.last)));
    }
    // "according to him", « selon lui ».
    if words.tag(from) == Tag::Pronoun && of_pronoun(scene, from) != Traits::default() {
        return made(Speaker::pronoun(of_pronoun(scene, from)));
    }
    let article =
        words.tag(from) == Tag::Of && words.phrase_at(from).is_some_and(|phrase| phrase.first == from);
    let from = from + usize::from(!article && matches!(words.tag(from), Tag::Of | Tag::Glue));
    let from = from + usize::from(words.tag(from) == Tag::Glue);
    // "selon les chiffres de la mairie": the words of the list and the speaker are one phrase.
    if let Some(phrase) = words.phrase_at(from).filter(|phrase| phrase.first < from) {
        return made(Speaker::named(scene.place(from, phrase.last)));
    }
    let phrase = words.phrase_from(from).filter(|phrase| phrase.first <= from + 1)?;
    may_speak(scene, phrase).then_some(())?;
    if same_paper(scene, phrase) {
        return made(Speaker::meant());
    }
    let paper = scene.head_is(phrase, Word::Sayings);
    // "according to the count that we have made": the text speaks itself.
    if (phrase.last + 1..phrase.last + 3).any(|at| scene.has(at, Word::We)) {
        return None;
    }
    let who = published(scene, phrase)
        .or_else(|| author(scene, phrase))
        .or_else(|| possessor(scene, phrase).filter(|_| paper))
        .or_else(|| compiler(scene, phrase))
        .unwrap_or_else(|| named(scene, phrase));
    let through = quoted_by(scene, phrase.last + 1);
    made(Speaker { who: Party::Named(who), through, traits: of_phrase(scene, phrase) })
}

/// Of "the statement of the Ministry of 10 June" the Ministry: the phrase before a date belongs to a paper.
fn origin(scene: &Scene<'_>, phrase: NounPhrase) -> Option<Span> {
    let of = phrase.first.checked_sub(1).filter(|at| scene.words.tag(*at) == Tag::Of)?;
    let paper = scene.words.phrase_before(of)?;
    (paper.last + 1 == of && scene.head_is(paper, Word::Sayings))
        .then(|| scene.place(phrase.first, phrase.last))
}

/// "according to plan", "selon la loi", "selon le rite": nobody.
fn may_speak(scene: &Scene<'_>, phrase: NounPhrase) -> bool {
    // "the Kessa Times" speaks.
    scene.words.tag(phrase.head) == Tag::Name
        || ![Word::Rules, Word::Times].iter().any(|class| scene.head_is(phrase, *class))
}

/// "By the council's own reckoning": the council.
fn by_count(scene: &Scene<'_>, at: usize) -> Option<Speaker> {
    let words = &scene.words;
    (scene.small[at] == "by" && words.language() == "en").then_some(())?;
    let phrase = words.phrase_at(at + 1).filter(|phrase| phrase.first == at + 1)?;
    scene.head_is(phrase, Word::Sayings).then_some(())?;
    possessor(scene, phrase).map(Speaker::named)
}

/// "Pour l’armée, l’affaire est simple : 38 ont été tués": whose view follows the colon.
fn for_whom(scene: &Scene<'_>, at: usize) -> Option<Speaker> {
    let words = &scene.words;
    (at == 0 && scene.has(at, Word::InTheView)).then_some(())?;
    let phrase = words.phrase_at(1).filter(|phrase| phrase.first == 1)?;
    let who = [Word::People, Word::Institutions].iter().any(|class| scene.head_is(phrase, *class))
        || (phrase.core..=phrase.last).any(|at| words.tag(at) == Tag::Name && !scene.has(at, Word::Places));
    let end = super::named::titled_end(scene, phrase);
    let colon = (end..words.len()).take(LONGEST_VIEW).any(|at| words.text(at) == ":");
    (who && colon && words.tag(end + 1) == Tag::Comma).then(|| Speaker::named(scene.place(1, end)))
}

const LONGEST_VIEW: usize = 14;

/// "Ministry of Defence (statement of 6 September): nine killed": who opens the line, a paper in brackets and a colon.
fn heading(scene: &Scene<'_>, at: usize) -> Option<Speaker> {
    let words = &scene.words;
    (at == 0).then_some(())?;
    let phrase = words.phrases().first().filter(|phrase| phrase.first <= 1)?;
    let open = phrase.last + 1;
    (words.tag(open) == Tag::Open).then_some(())?;
    let close = (open + 1..open + LONGEST_ASIDE).find(|at| words.tag(*at) == Tag::Close)?;
    let paper = (open + 1..close).any(|at| scene.has(at, Word::Sayings) || scene.has(at, Word::Writing));
    (paper && words.text(close + 1) == ":").then(|| Speaker::named(scene.place(phrase.first, phrase.last)))
}

/// "…, cited by an aid worker": through whom.
fn quoted_by(scene: &Scene<'_>, from: usize) -> Option<Span> {
    let words = &scene.words;
    let at = (from..from + 3).find(|at| scene.has(*at, Word::QuotedBy))?;
    scene.has(at + 1, Word::By).then_some(())?;
    let phrase = words.phrase_from(at + 2).filter(|phrase| phrase.first == at + 2)?;
    Some(scene.place(phrase.first, phrase.last))
}
