//! When.

use super::When;
use super::lexicon::Word;
use super::scene::Scene;
use crate::dates::{DateMention, PartialDate};
use crate::phrases::Tag;

/// How far before a date the verb that it dates is looked for.
const FARTHEST_VERB: usize = 7;

/// The time of what is said at some tokens, where the sentence gives one.
pub(super) fn when(scene: &Scene<'_>, at: (usize, usize)) -> Option<When> {
    let words = &scene.words;
    let clause = words.clause_of(at.1);
    let dates: Vec<&DateMention> =
        scene.sentence().dates.iter().filter(|date| is_known(date) && !dates_speech(scene, date)).collect();
    let token = |date: &DateMention| words.token_at(date.span.start);
    let inside = |date: &&&DateMention| (clause.first..=clause.last).contains(&token(date));
    let distance = |date: &&&DateMention| token(date).abs_diff(at.1).min(token(date).abs_diff(at.0));
    let found =
        dates.iter().filter(inside).min_by_key(distance).or_else(|| dates.iter().min_by_key(distance))?;
    Some(made(scene, found))
}

/// Whether the clause of some tokens has a time of its own that cannot be told: "last Thursday".
pub(super) fn is_undated(scene: &Scene<'_>, at: (usize, usize)) -> bool {
    let clause = scene.words.clause_of(at.1);
    scene.sentence().dates.iter().any(|date| {
        let token = scene.words.token_at(date.span.start);
        !is_known(date) && (clause.first..=clause.last).contains(&token) && !dates_speech(scene, date)
    })
}

/// Any time of an event in a sentence, for those behind it that have none.
pub(super) fn any_when(scene: &Scene<'_>) -> Option<When> {
    let mut dates = scene.sentence().dates.iter();
    // A bare year tells of a career or a law more often than of the event.
    let dated = |date: &&DateMention| {
        date.interval.from.or(date.interval.to).is_some_and(|date| date.month.is_some())
    };
    let date = dates.find(|date| is_known(date) && dated(date) && !dates_speech(scene, date))?;
    Some(made(scene, date))
}

fn made(scene: &Scene<'_>, date: &DateMention) -> When {
    When { interval: date.interval, span: scene.sentence().place(date.span), basis: date.basis }
}

const fn is_known(date: &DateMention) -> bool {
    date.interval.from.is_some() || date.interval.to.is_some()
}

/// "said on Saturday", "in a letter dated 2 May", "(2013)": when somebody spoke, not when something happened.
fn dates_speech(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let first = words.token_at(date.span.start);
    for at in (first.saturating_sub(FARTHEST_VERB)..first).rev() {
        if scene.has(at, Word::Say)
            && !scene.has(at, Word::Tally)
            && matches!(words.tag(at), Tag::Verb | Tag::Participle | Tag::Adverb)
        {
            return true;
        }
        match words.tag(at) {
            Tag::Verb
            | Tag::Participle
            | Tag::Be
            | Tag::Have
            | Tag::Break
            | Tag::Comma
            | Tag::Subordinator
            | Tag::Relative
            | Tag::Gerund
            | Tag::Quote => break,
            _ => {}
        }
    }
    is_dateline(scene, date)
        || is_compared(scene, date)
        || matches!(
            scene.small.get(first.wrapping_sub(1)).map(String::as_str),
            Some("dated" | "daté" | "datée" | "datées")
        )
        || words.tag(first.wrapping_sub(1)) == Tag::Open
}

/// "up 12 per cent on 2022", "more than in 2021".
fn is_compared(scene: &Scene<'_>, date: &DateMention) -> bool {
    let first = scene.words.token_at(date.span.start);
    let year = date.interval.from.is_some_and(|from| from.month.is_none());
    let word = |back: usize| first.checked_sub(back).and_then(|at| scene.small.get(at)).map(String::as_str);
    year && (matches!(word(1), Some("on" | "than" | "qu"))
        || matches!(word(2), Some("than" | "qu" | "que" | "rapport")))
}

/// "Riverbend, 6 June 2022 (RPA) – ": when the text was sent out.
fn is_dateline(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let (first, past) = (words.token_at(date.span.start), words.token_at(date.span.end));
    let opens = first <= FARTHEST_VERB
        && (0..first).all(|at| {
            matches!(
                words.tag(at),
                Tag::Name | Tag::Noun | Tag::Comma | Tag::Open | Tag::Glue | Tag::Determiner
            )
        });
    opens && words.tag(past) == Tag::Open
}

/// Whether an interval is a stretch of time and not a day or a night: what is counted over it is no single event.
pub(super) fn is_stretch(when: &When) -> bool {
    let (from, to) = (when.interval.from, when.interval.to);
    match (from, to) {
        (Some(from), Some(to)) => from != to && !is_night(from, to) || from == to && from.month.is_none(),
        _ => true,
    }
}

/// Days that follow each other: "the night of 11 to 12 February", "14–16 March".
fn is_night(from: PartialDate, to: PartialDate) -> bool {
    match (from.day, to.day) {
        (Some(a), Some(b)) => from.month == to.month && from.year == to.year && b.saturating_sub(a) <= 4,
        _ => false,
    }
}
