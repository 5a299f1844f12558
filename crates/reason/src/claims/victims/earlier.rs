//! People whom the sentence named before: "repelled the assailants and killed nine of them".

use crate::claims::lexicon::Word;
use crate::claims::link::{How, Link};
use crate::claims::scene::{Item, Scene};
use crate::document::Span;
use crate::phrases::{NounPhrase, Tag};

/// In tokens: farther back "them" are others.
const FARTHEST: usize = 60;

/// The nearest several people named before a token.
pub(super) fn antecedent(scene: &Scene<'_>, before: usize) -> Option<Span> {
    let phrases = scene.words.phrases();
    let end = phrases.partition_point(|phrase| phrase.last < before);
    let named = phrases[..end].iter().rev().find_map(|phrase| {
        let (first, last) = several(scene, *phrase)?;
        Some((first, scene.place(first, last)))
    });
    // "64 wounded had been brought in".
    let hurt = scene.items.iter().rev().find_map(|item| {
        let noun = item.number + 1 + usize::from(scene.words.tag(item.number + 1) == Tag::Of);
        (noun < before && scene.has(noun, Word::Casualties)).then(|| (noun, scene.place(noun, noun)))
    });
    let near = |found: &(usize, Span)| found.0 + FARTHEST >= before;
    [named, hurt].into_iter().flatten().filter(near).max_by_key(|(first, _)| *first).map(|(_, span)| span)
}

/// The last several people whom a sentence names: "five of them" of the next are theirs.
pub(in crate::claims) fn last_people(scene: &Scene<'_>) -> Option<Span> {
    antecedent(scene, scene.words.len())
}

/// The tokens of the people of a phrase, where they are several: of "a party of youths" the youths.
fn several(scene: &Scene<'_>, phrase: NounPhrase) -> Option<(usize, usize)> {
    let people = |at: usize| scene.has(at, Word::People) && is_plural(scene, phrase, at);
    if scene.head_is(phrase, Word::People) {
        // "directly affected aid workers": a verb that looks like an adjective.
        let verb = phrase.first == phrase.core && scene.words.tag(phrase.core) == Tag::Participle;
        let first = if verb { (phrase.core + 1).min(phrase.head) } else { phrase.core };
        return people(phrase.head).then_some((first, phrase.last));
    }
    let inner = (phrase.trunk + 1..=phrase.last).find(|at| people(*at))?;
    Some((inner, phrase.last))
}

fn is_plural(scene: &Scene<'_>, phrase: NounPhrase, at: usize) -> bool {
    let determiner = phrase.first;
    let single =
        at == phrase.head && phrase.first < phrase.core && scene.has(determiner, Word::SingleDeterminer);
    let word = &scene.small[at];
    let ending = word.ends_with(['s', 'x']) || scene.has(at, Word::AnyPeople) || word.ends_with("men");
    !single && (ending || word == "children") && scene.words.tag(at) != Tag::Name
}

/// "…, of which nine affected aid workers: two were killed": who stands right before the colon.
pub(super) fn ends_with_people(scene: &Scene<'_>, before: usize) -> Option<Span> {
    let words = &scene.words;
    let colon = (before.saturating_sub(FARTHEST)..before).rev().find(|at| words.text(*at) == ":")?;
    let phrase = words.phrase_before(colon).filter(|phrase| phrase.last + 1 == colon)?;
    several(scene, phrase).map(|(first, last)| scene.place(first, last))
}

/// "opened fire on protesters, killing ten": at whom.
pub(super) fn shot_at(scene: &Scene<'_>, item: &Item, link: &Link) -> Option<Span> {
    let words = &scene.words;
    let counted = link.how == How::Counted;
    matches!(link.how, How::Object | How::Counted).then_some(())?;
    let from = item.first.saturating_sub(FARTHEST_SHOT);
    let (at, phrase) = (from..item.first).rev().filter(|at| scene.has(*at, Word::ShotAt)).find_map(|at| {
        let phrase = words.phrase_from(at + 1).filter(|phrase| phrase.first <= at + 2)?;
        several(scene, phrase).map(|people| (at, people))
    })?;
    let attacked = (at.saturating_sub(3)..at).any(|before| {
        scene.has(before, Word::Attack) || scene.has(before, Word::Event) || scene.has(before, Word::Fire)
    });
    // Nobody was counted in between.
    let other = scene.items.iter().any(|other| at < other.first && other.first < item.first && !counted);
    let near = !other || scene.items.iter().any(|other| other.first > at && other.phrase.is_none());
    (attacked && near && phrase.1 < item.first).then(|| scene.place(phrase.0, phrase.1))
}

const FARTHEST_SHOT: usize = 30;
