//! Days that stand beside what a sentence tells: of a visit, of an interview, of a letter that came in.

use super::lexicon::Word;
use super::scene::Scene;
use crate::dates::{DateBasis, DateMention, Interval, Step};
use crate::document::Span;
use crate::phrases::Tag;

/// Whether a day is not that of an event, though no verb of saying stands by it.
pub(super) fn is_beside(scene: &Scene<'_>, date: &DateMention) -> bool {
    is_of_visit(scene, date)
        || is_of_interview(scene)
        || is_bracketed(scene, date)
        || is_of_writing(scene, date)
        || is_of_claiming(scene, date)
}

/// "Our researchers reached the town on 2 February", "a shipment which reached Kessa on 19 May": when somebody came there
/// to look, or what came has nothing to do with what happened.
fn is_of_visit(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let first = words.token_at(date.span.start);
    let clause = words.clause_of(first);
    let came = (clause.first.max(first.saturating_sub(FARTHEST_CAME))..first)
        .rev()
        .find(|at| scene.has(*at, Word::Reaching));
    let Some(came) = came else { return false };
    if scene.cues.iter().any(|cue| cue.first != came && (clause.first..first).contains(&cue.first)) {
        return false;
    }
    let visitor = (clause.first..came).any(|at| scene.has(at, Word::Visitors));
    let before = clause.first.checked_sub(1);
    let aside = before.is_some_and(|at| words.tag(at) == Tag::Relative || scene.has(at, Word::Oblique));
    let happens = (clause.first..=clause.last)
        .any(|at| at != came && (scene.has(at, Word::Event) || scene.has(at, Word::Attack)));
    visitor || aside && !happens && before.is_some_and(|at| !of_people(scene, at))
}

/// How far behind "reached" its day stands, in tokens.
const FARTHEST_CAME: usize = 10;

/// "Gunmen who reached the village on 3 May": people may have done more than come.
fn of_people(scene: &Scene<'_>, relative: usize) -> bool {
    let whose = scene.has(relative, Word::Oblique);
    let near = (relative.saturating_sub(2)..relative).any(|at| scene.has(at, Word::Bystanders));
    !whose && (near || scene.small[relative] == "who")
}

/// "Interviews with two traders, 4 and 6 February 2025": a line that says whom somebody asked.
fn is_of_interview(scene: &Scene<'_>) -> bool {
    let verb = |at: usize| matches!(scene.words.tag(at), Tag::Verb | Tag::Be | Tag::Have | Tag::Modal);
    scene.cues.is_empty()
        && (0..OPENING).any(|at| scene.has(at, Word::Asking))
        && !(OPENING..scene.words.len()).any(verb)
}

/// "Interview", "Telephone interview" stand among the first tokens.
const OPENING: usize = 2;

/// "(voice message, 5 September)", "(lettre du 10 septembre)".
fn is_bracketed(scene: &Scene<'_>, date: &DateMention) -> bool {
    let first = scene.words.token_at(date.span.start);
    let within = (first.saturating_sub(FARTHEST_WRITING)..first).rev();
    let opened = within.take_while(|at| scene.words.tag(*at) != Tag::Close);
    let Some(open) = opened.into_iter().find(|at| scene.words.tag(*at) == Tag::Open) else { return false };
    (open..first).any(|at| scene.has(at, Word::Writing))
}

/// "the statement of the League of Kessa Women of 5 July", "a letter received on 3 May".
fn is_of_writing(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let first = words.token_at(date.span.start);
    for at in (first.saturating_sub(FARTHEST_WRITING)..first).rev() {
        if scene.has(at, Word::Writing) {
            return true;
        }
        match words.tag(at) {
            // "un courrier parvenu à la Ligue le 27 mars".
            Tag::Participle => {
                let before = at.checked_sub(1).filter(|before| words.tag(*before) == Tag::Noun);
                return before.is_some_and(|before| scene.has(before, Word::Writing))
                    && scene.cues_at(at).next().is_none();
            }
            Tag::Noun
            | Tag::Name
            | Tag::Genitive
            | Tag::Of
            | Tag::Glue
            | Tag::Determiner
            | Tag::Preposition
            | Tag::Adjective => {}
            _ => return false,
        }
        if scene.has(at, Word::Event) || scene.has(at, Word::Attack) || scene.cues_at(at).next().is_some() {
            return false;
        }
    }
    false
}

/// In tokens, how far before its day a piece of writing is named.
const FARTHEST_WRITING: usize = 14;

/// "The Front claimed, on 12 September, the deaths of 23 soldiers": when it said so.
fn is_of_claiming(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let first = words.token_at(date.span.start);
    let light =
        |at: &usize| matches!(words.tag(*at), Tag::Comma | Tag::Determiner | Tag::Preposition | Tag::Date);
    let verb = (first.saturating_sub(FARTHEST_CLAIMED)..first).rev().find(|at| !light(at));
    verb.is_some_and(|at| scene.has(at, Word::Claimed))
}

const FARTHEST_CLAIMED: usize = 4;

/// "that day", counted from the day of a letter: it is that of the event told of last, which these words do not tell.
pub(super) fn recounted(scene: &Scene<'_>, passed: impl FnOnce() -> Vec<Span>) -> Option<Vec<DateMention>> {
    let same_day = |date: &DateMention| {
        let first = scene.words.token_at(date.span.start);
        date.counted == Some(Step::Days(0)) && (first..first + 2).any(|at| scene.has(at, Word::SameEvent))
    };
    let dates = &scene.sentence().dates;
    if !dates.iter().any(same_day) {
        return None;
    }
    let passed = passed();
    let is_meant = |date: &DateMention| {
        same_day(date) && matches!(date.basis, DateBasis::CountedFrom(place) if passed.contains(&place))
    };
    dates.iter().any(is_meant).then(|| {
        let recount = |date: &DateMention| match is_meant(date) {
            true => DateMention {
                interval: Interval::default(),
                basis: DateBasis::Unanchored,
                step: date.counted,
                counted: None,
                ..date.clone()
            },
            false => date.clone(),
        };
        dates.iter().map(recount).collect()
    })
}
