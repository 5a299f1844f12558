//! Whether something is said to have happened, not to have happened, or only to be possible.

use super::lexicon::Word;
use super::link::{How, Link};
use super::scene::{Item, Scene};
use crate::document::Span;
use crate::phrases::Tag;

/// How far before a verb what makes it a mere possibility is looked for.
const FARTHEST: usize = 12;

/// Plans, threats, fears, futures, conditions: no claim.
pub(super) fn is_unreal(scene: &Scene<'_>, item: &Item, link: &Link) -> bool {
    let words = &scene.words;
    let first = item.first.min(link.cue.0);
    let last = item.last.max(link.cue.1);
    if link.verb.is_some_and(|verb| verb.unreal) {
        return true;
    }
    let clause = words.clause_of(first);
    let from = clause.first.max(first.saturating_sub(FARTHEST));
    // "If the road stays closed, 400 people …": the condition stands before its clause.
    let condition = clause.first > 0 && is_word(scene, clause.first - 1, Word::Unreal);
    // "30 are feared dead": the fear is the word of the event itself, which makes it no plan.
    let own = |at: usize| (link.cue.0..=link.cue.1).contains(&at);
    // "women who tried to step in were shot", "when diggers refused, soldiers opened fire": of another verb that is over.
    let over = |at: usize| ends_before(scene, at, item, link);
    let before = (from..=last).any(|at| is_word(scene, at, Word::Unreal) && !own(at) && !over(at));
    condition || before || is_bare_infinitive(scene, link)
}

/// Whether the clause of a word is over before what is told: a relative one between those counted and their verb, or one
/// of time that a comma ends.
fn ends_before(scene: &Scene<'_>, at: usize, item: &Item, link: &Link) -> bool {
    let words = &scene.words;
    let relative = link.verb.map(|verb| verb.first).is_some_and(|verb| {
        item.last < at
            && at < verb
            && (item.last + 1..at).any(|at| scene.has(at, Word::Who))
            && matches!(words.tag(verb), Tag::Be | Tag::Have)
    });
    let opens = (at.saturating_sub(FARTHEST)..at).rev().find(|at| scene.has(*at, Word::Whenever));
    let timed = opens.is_some_and(|opens| {
        let comma = (at..item.first.max(at)).find(|at| words.tag(*at) == Tag::Comma);
        let closed = !(opens..at).any(|at| words.tag(at) == Tag::Comma);
        closed && comma == Some(at + 1)
    });
    relative || timed
}

fn is_word(scene: &Scene<'_>, at: usize, class: Word) -> bool {
    scene.has(at, class) && !matches!(scene.words.tag(at), Tag::Date | Tag::Name)
}

/// "to kill 12", "tuer 12": no word before it says that it was done.
fn is_bare_infinitive(scene: &Scene<'_>, link: &Link) -> bool {
    if link.how != How::Object {
        return false;
    }
    let first = link.cue.0;
    let word = &*scene.small[first];
    let infinitive = match scene.words.language() {
        "fr" => ["er", "ir", "re"].iter().any(|ending| word.ends_with(ending)),
        _ => first > 0 && scene.small[first - 1] == "to",
    };
    // "disent détenir 25 soldats": they say what they do.
    let said = first > 0
        && scene.words.language() == "fr"
        && scene.has(first - 1, Word::Say)
        && !scene.has(first - 1, Word::Inclusion);
    infinitive
        && !said
        && !(first.saturating_sub(5)..first)
            .any(|at| scene.has(at, Word::Did) || scene.words.tag(at) == Tag::Have)
}

/// "denied having killed 12", "did not kill 12".
pub(super) fn is_negated(scene: &Scene<'_>, item: &Item, link: &Link) -> bool {
    let first = item.first.min(link.cue.0);
    let only = item.first.checked_sub(1).is_some_and(|before| scene.has(before, Word::Only));
    // "did not answer the roll call": what happened is itself said with "not".
    let within = (link.cue.0..=link.cue.1).any(|at| scene.words.tag(at) == Tag::Negation);
    if link.verb.is_some_and(|verb| verb.negated) && !only && !within {
        return true;
    }
    let (from, _) = super::speakers::segment(scene, first, first);
    (from..first).any(|at| scene.has(at, Word::Deny))
}

/// Words that make it less than certain.
pub(super) fn hedges(scene: &Scene<'_>, item: &Item, link: &Link) -> Vec<Span> {
    let (from, to) = super::speakers::segment(scene, item.first.min(link.cue.0), item.last.max(link.cue.1));
    let mut found = Vec::new();
    let mut at = from;
    while at <= to.min(from + MOST_LOOKED_AT) {
        match scene.is(at, Word::Hedges) {
            Some(length) => {
                found.push(scene.place(at, at + length - 1));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Hedges farther apart belong to something else.
const MOST_LOOKED_AT: usize = 120;
