//! When.

use super::When;
use super::beside::is_beside;
use super::lexicon::Word;
use super::scene::{Item, Scene};
use crate::dates::{DateMention, Interval, PartialDate, Step};
use crate::document::Span;
use crate::phrases::Tag;

/// How far before a date the verb that it dates is looked for.
const FARTHEST_VERB: usize = 7;

/// The time of what is said at some tokens, where the sentence gives one.
pub(super) fn when(scene: &Scene<'_>, at: (usize, usize)) -> Option<When> {
    let words = &scene.words;
    let clause = words.clause_of(at.1);
    let mut dates = event_dates(scene);
    let token = |date: &DateMention| words.token_at(date.span.start);
    dates.retain(|date| is_known(date) && !is_of_other(scene, token(date), at));
    let inside = |date: &&&DateMention| (clause.first..=clause.last).contains(&token(date));
    let distance = |date: &&&DateMention| token(date).abs_diff(at.1).min(token(date).abs_diff(at.0));
    // "seven people died: five on the spot, one six days later": that which is counted is of its own clause.
    // "… a girl among them who succumbed on 12 May": the day of her alone.
    let later = |date: &&&DateMention| {
        let own = words.clause_of(token(date));
        token(date) > at.1 && (own.first..=own.last).any(|at| scene.has(at, Word::Aftermath))
    };
    let anywhere = |date: &&&DateMention| (date.counted.is_none() || token(date) < at.0) && !later(date);
    let found = dates
        .iter()
        .filter(inside)
        .min_by_key(distance)
        .or_else(|| dates.iter().filter(anywhere).min_by_key(distance))?;
    let last = made(scene, found);
    let first = dates.iter().filter(|date| lists(scene, date, found)).min_by_key(|date| date.span.start);
    Some(first.map_or(last, |first| over(scene, first, found)))
}

/// "five on the spot, two six days later": whether a bare number that stands right before a time, and is not at some tokens, has it for its own.
fn is_of_other(scene: &Scene<'_>, date: usize, at: (usize, usize)) -> bool {
    let dated = |item: &&Item| item.phrase.is_none() && item.last + 1 == date;
    scene.items.iter().filter(dated).any(|item| !(at.0..=at.1).contains(&item.number))
}

/// "on 25 May, 9 June and 26 July": whether one day begins a list of bare days that ends with another.
fn lists(scene: &Scene<'_>, first: &DateMention, last: &DateMention) -> bool {
    let words = &scene.words;
    let is_day = |date: &DateMention| date.interval.from.is_some_and(|from| from.day.is_some());
    let plain = |date: &DateMention| date.counted.is_none() && is_day(date);
    let order = first.span.end <= last.span.start;
    if !order || !plain(first) || !plain(last) {
        return false;
    }
    let (from, to) = (words.token_at(first.span.end), words.token_at(last.span.start));
    let joined = |at: usize| {
        let day = scene
            .dates()
            .iter()
            .any(|date| (words.token_at(date.span.start)..words.token_at(date.span.end)).contains(&at));
        day || matches!(words.tag(at), Tag::Comma | Tag::Coordinator | Tag::Determiner | Tag::Date)
    };
    to - from <= LONGEST_LIST
        && (from..to).any(|at| words.tag(at) == Tag::Coordinator)
        && (from..to).all(joined)
}

/// Tokens of a list of days.
const LONGEST_LIST: usize = 24;

/// From one day to another.
fn over(scene: &Scene<'_>, first: &DateMention, last: &DateMention) -> When {
    let ordered = first.interval.from <= last.interval.to;
    let to = if ordered { last.interval.to } else { first.interval.to };
    let year = last.interval.to.and_then(|to| to.year);
    let from = first.interval.from.map(|from| PartialDate { year: from.year.or(year), ..from });
    When { interval: Interval { from, to }, ..made(scene, first) }
}

/// "As of 1 June, 13 were still missing": the day on which something still held.
pub(super) fn standing(scene: &Scene<'_>) -> Option<When> {
    *scene.standing.get_or_init(|| {
        let mut dates = scene.dates().iter().filter(|date| is_known(date));
        dates.find(|date| is_standing(scene, date)).map(|date| made(scene, date))
    })
}

/// Any day or month of an event in a sentence, for those around it that have none.
pub(super) fn any_when(scene: &Scene<'_>, dates: &[&DateMention]) -> Option<When> {
    // "five died on the spot, one six days later": the sentence is about the first.
    let of_sentence = |date: &&&DateMention| date.counted.is_none() || is_of_first(scene, date);
    let mut told =
        dates.iter().filter(|date| is_known(date)).filter(of_sentence).map(|date| made(scene, date));
    told.find(|when| !is_stretch(when))
}

/// Whether a date stands before all that a sentence tells of an event, or in the clause of the first of it.
fn is_of_first(scene: &Scene<'_>, date: &DateMention) -> bool {
    let token = scene.words.token_at(date.span.start);
    let clause = scene.words.clause_of(token);
    let first = scene.cues.iter().map(|cue| cue.first).min();
    first.is_none_or(|first| token <= first || (clause.first..=clause.last).contains(&first))
}

/// Whether a sentence opens with a day: what its paragraph goes on to tell was on it.
pub(super) fn leads_with_day(scene: &Scene<'_>, dates: &[&DateMention]) -> bool {
    dates.iter().any(|date| is_known(date) && scene.words.token_at(date.span.start) <= 1)
}

/// "It was 21 May", "C’était le 22 août": a sentence that does no more than give the day of what it goes on about.
pub(super) fn gives_day(scene: &Scene<'_>, dates: &[&DateMention]) -> bool {
    dates.iter().filter(|date| is_known(date)).any(|date| {
        let first = scene.words.token_at(date.span.start);
        let light =
            |at: &usize| matches!(scene.words.tag(*at), Tag::Determiner | Tag::Preposition | Tag::Date);
        let before = (0..first).rev().find(|at| !light(at));
        first <= GIVEN_WITHIN && before.is_some_and(|at| scene.words.tag(at) == Tag::Be)
    })
}

/// "The date was 17 February".
const GIVEN_WITHIN: usize = 5;

/// A time over which a sentence counts.
pub(super) fn any_stretch(scene: &Scene<'_>, dates: &[&DateMention]) -> Option<When> {
    known(scene, dates).find(is_stretch)
}

fn known(scene: &Scene<'_>, dates: &[&DateMention]) -> impl Iterator<Item = When> {
    dates.iter().filter(|date| is_known(date)).map(|date| made(scene, date))
}

/// "two days after the raid", "le lendemain", where the words before do not tell from which day it counts.
pub(super) fn any_step(scene: &Scene<'_>, dates: &[&DateMention]) -> Option<Counting> {
    dates.iter().filter(|date| is_of_first(scene, date)).find_map(|date| {
        let past = scene.words.token_at(date.span.end);
        // "le lendemain du massacre", "la veille de la foire".
        let named = scene.words.tag(past) == Tag::Of && scene.words.tag(past + 1) == Tag::Determiner;
        let event = named || (past..past + NEAR_VERB).any(|at| scene.has(at, Word::Event));
        let from = if event { CountsFrom::Event } else { CountsFrom::Last };
        Some(Counting { step: date.step?, span: scene.sentence().place(date.span), from })
    })
}

/// A time that is counted from an event told of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counting {
    pub step: Step,
    pub span: Span,
    pub from: CountsFrom,
}

/// From what a time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CountsFrom {
    /// "le lendemain du massacre": from that which the text tells most of.
    Event,
    /// "two days later": from what was told last.
    Last,
}

/// "last week": another time, which cannot be told.
pub(super) fn is_elsewhen(scene: &Scene<'_>, dates: &[&DateMention]) -> bool {
    dates.iter().any(|date| {
        let token = scene.words.token_at(date.span.start);
        let clause = scene.words.clause_of(token);
        // "42 were hurt, nine of whom died in the following week": what the sentence tells first was at its own time.
        let first = scene.cues.iter().map(|cue| cue.first).min();
        let of_event =
            token <= LEADING || first.is_some_and(|first| (clause.first..=clause.last).contains(&first));
        !is_known(date) && date.step.is_none() && of_event
    })
}

/// A time among the first tokens of a sentence is that of all of it.
const LEADING: usize = 5;

/// Whether two times are one, as far as both go: two days that are one day, or one that lies within the other.
pub(super) fn agree(one: Interval, two: Interval) -> bool {
    let (Some(a), Some(b)) = (one.from, two.from) else { return false };
    let (a_end, b_end) = (one.to.unwrap_or(a), two.to.unwrap_or(b));
    let year = a.year.or(b.year);
    let days = |date: PartialDate| {
        let date = PartialDate { year: date.year.or(year).or(Some(ANY_YEAR)), ..date };
        crate::dates::calendar::Days::of(date)
    };
    let ends = (days(a), days(a_end), days(b), days(b_end));
    let (Some(a), Some(a_end), Some(b), Some(b_end)) = ends else { return false };
    a.first <= b_end.last && b.first <= a_end.last
}

/// A leap year, so that every day of the calendar is in it.
const ANY_YEAR: i16 = 2000;

fn made(scene: &Scene<'_>, date: &DateMention) -> When {
    When { interval: date.interval, span: scene.sentence().place(date.span), basis: date.basis }
}

const fn is_known(date: &DateMention) -> bool {
    date.interval.from.is_some() || date.interval.to.is_some()
}

/// The times of a sentence at which something happened, not those at which somebody spoke of it or looked.
pub(super) fn event_dates<'d>(scene: &'d Scene<'_>) -> Vec<&'d DateMention> {
    let dates = scene.dates();
    let of_event = |at: &usize| !is_passed(scene, &dates[*at]) && !is_standing(scene, &dates[*at]);
    let known = scene.event_dates.get_or_init(|| (0..dates.len()).filter(of_event).collect());
    known.iter().map(|at| &dates[*at]).collect()
}

/// The places of the days on which somebody spoke, wrote or came to look.
pub(super) fn passed_days(scene: &Scene<'_>) -> Vec<Span> {
    let meant =
        |date: &DateMention| !is_known(date) && date.step == Some(Step::Days(0)) && scene.recounted.is_some();
    let passed = |date: &&DateMention| is_known(date) && is_passed(scene, date) || meant(date);
    let dates = scene.dates().iter().filter(passed);
    dates.map(|date| scene.sentence().place(date.span)).collect()
}

fn is_passed(scene: &Scene<'_>, date: &DateMention) -> bool {
    dates_speech(scene, date) || is_beside(scene, date)
}

/// "As of 1 June", "au 1er juin … toujours portées disparues": when somebody looked.
fn is_standing(scene: &Scene<'_>, date: &DateMention) -> bool {
    let first = scene.words.token_at(date.span.start);
    // "The toll rose to 19 five days later": the toll of the day before.
    let from_event = |step: Option<Step>| step.is_some_and(|step| step != Step::Days(0));
    let counted = from_event(date.counted)
        || from_event(date.step)
        || (first.saturating_sub(NEAR_VERB)..first).any(|at| scene.has(at, Word::Counting));
    // "He counted 32 bodies the next morning": they had been killed before.
    let late = |at: usize| scene.has(at, Word::Toll) || scene.has(at, Word::Counting);
    if counted && (scene.has_any(Word::Toll) || scene.has_any(Word::Counting)) {
        let clause = scene.words.clause_of(first);
        if (clause.first..=clause.last).any(late) {
            return true;
        }
    }
    let own = (first..first + 2).find(|at| scene.has(*at, Word::AsOf));
    let Some(at) = own.or_else(|| first.checked_sub(1).and_then(|at| scene.ending(at, Word::AsOf))) else {
        return false;
    };
    let plain = scene.is(at, Word::AsOf).is_some_and(|length| length > 1);
    plain || scene.has_any(Word::Standing)
}

/// "On 4 April a prosecutor announced an inquiry into …": the day opens the clause of a verb of saying.
fn opens_speech(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let (first, past) = (words.token_at(date.span.start), words.token_at(date.span.end));
    // "A report covering March to May stated": what it covers.
    if date.interval.from != date.interval.to {
        return false;
    }
    let verb = |at: &usize| matches!(words.tag(*at), Tag::Verb | Tag::Participle | Tag::Be | Tag::Modal);
    let clause = words.clause_of(first);
    if (clause.first..first).any(|at| verb(&at)) {
        return false;
    }
    let end = (past + FARTHEST_SPEECH).min(words.len());
    // "Sunday, a toll below that which elders give": the verb of another clause.
    let apart = |at: &usize| !matches!(words.tag(*at), Tag::Relative | Tag::Subordinator | Tag::Break);
    // "On 4 October the shelling of the market, blamed on the army, killed 13": said of what happened.
    let apposed = |at: &usize| scene.has(*at, Word::Called) || scene.has(*at, Word::Attributed);
    let verb = |at: &usize| verb(at) && !apposed(at);
    let Some(at) = (past..end).take_while(apart).find(verb) else { return false };
    let at = words.verb_group(at).last.max(at);
    let at = if scene.has(at, Word::Say) {
        at
    } else {
        (past..=at).find(|at| scene.has(*at, Word::Say) && !apposed(at)).unwrap_or(at)
    };
    let whole = scene.has(at + 1, Word::That);
    scene.has(at, Word::Say)
        && (whole || !scene.has(at, Word::Tally) || is_uttered(scene, at))
        && scene.cues_at(at).next().is_none()
}

/// "confirmed", "fait état": an act of saying, and nothing that was said of what is counted ("12 deaths were confirmed").
fn is_uttered(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| scene.words.tag(before));
    scene.has(at, Word::Utter) && before != Some(Tag::Be)
}

/// How far behind a date its verb is looked for.
const FARTHEST_SPEECH: usize = 24;

/// "said on Saturday", "in a letter dated 2 May", "(2013)": when somebody spoke, not when something happened.
fn dates_speech(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let first = words.token_at(date.span.start);
    let past = words.token_at(date.span.end);
    // "said, on Monday, that".
    let apart = words.tag(past) == Tag::Comma && first > 0 && words.tag(first - 1) == Tag::Comma;
    let end = first - usize::from(apart);
    for at in (first.saturating_sub(FARTHEST_VERB)..end).rev() {
        if scene.has(at, Word::Say)
            && (!scene.has(at, Word::Tally) || tells_day(scene, date, at))
            && matches!(words.tag(at), Tag::Verb | Tag::Participle | Tag::Adverb)
        {
            return true;
        }
        // "in a statement on Tuesday", "un message du 9 août", "diffusé mardi".
        if scene.has(at, Word::Writing) {
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
    scene.written.is_some_and(|place| place.overlaps(scene.sentence().place(date.span)))
        || is_dateline(scene, date)
        || opens_speech(scene, date)
        || parts_speech(scene, date)
        || is_of_toll(scene, date)
        || is_compared(scene, date)
        || is_bracketed(scene, (first, past))
}

/// "The Front (voice message, 5 September): …", "(2013)": a bracket that ends with its day says when somebody spoke.
fn is_bracketed(scene: &Scene<'_>, (first, past): (usize, usize)) -> bool {
    let words = &scene.words;
    if words.tag(first.wrapping_sub(1)) == Tag::Open {
        return true;
    }
    let open = (first.saturating_sub(LONGEST_BRACKET)..first).rev().find(|at| words.tag(*at) == Tag::Open);
    let apart = |open: usize| {
        (open..first).all(|at| words.tag(at) != Tag::Close && scene.cues_at(at).next().is_none())
    };
    words.tag(past) == Tag::Close && words.text(past + 1) == ":" && open.is_some_and(apart)
}

/// In tokens.
const LONGEST_BRACKET: usize = 8;

/// Whether a day behind a verb by which somebody counts is that of counting: "reported on Monday that", "confirmed on Monday
/// the deaths of 12", "counted on Monday 12 dead in the raid of Sunday".
fn tells_day(scene: &Scene<'_>, date: &DateMention, verb: usize) -> bool {
    let (first, past) = (scene.words.token_at(date.span.start), scene.words.token_at(date.span.end));
    let near = first - verb <= NEAR_VERB;
    let whole = (past..past + 2).any(|at| scene.has(at, Word::That));
    let another = || {
        let others = scene.dates().iter().filter(|other| other.span != date.span);
        others.into_iter().any(|other| is_known(other) && !is_behind_speech(scene, other))
    };
    whole || near && (is_uttered(scene, verb) || another())
}

/// So many tokens from a verb its day stands, with a preposition or "state" ("fait état") between them.
const NEAR_VERB: usize = 3;

fn is_behind_speech(scene: &Scene<'_>, date: &DateMention) -> bool {
    let first = scene.words.token_at(date.span.start);
    (first.saturating_sub(NEAR_VERB)..first).any(|at| scene.has(at, Word::Say))
}

/// "avait, le 21 février, fait état de", "had on 21 February confirmed": between the two words of a verb of saying.
fn parts_speech(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let (first, past) = (words.token_at(date.span.start), words.token_at(date.span.end));
    let before = (first.saturating_sub(NEAR_VERB)..first).rev();
    let light = |at: &usize| {
        matches!(words.tag(*at), Tag::Comma | Tag::Determiner | Tag::Preposition | Tag::Date | Tag::Adverb)
    };
    let auxiliary = before.into_iter().find(|at| !light(at)).is_some_and(|at| words.tag(at) == Tag::Have);
    let verb = (past..past + NEAR_VERB).find(|at| !light(at));
    let said =
        |at: usize| scene.has(at, Word::Say) && (!scene.has(at, Word::Tally) || scene.has(at, Word::Utter));
    auxiliary && verb.is_some_and(said)
}

/// "raised the toll to 14 on Tuesday", "un précédent bilan, lundi, faisait état de": when somebody gave a toll.
fn is_of_toll(scene: &Scene<'_>, date: &DateMention) -> bool {
    let words = &scene.words;
    let (first, past) = (words.token_at(date.span.start), words.token_at(date.span.end));
    let apart =
        first.checked_sub(1).filter(|at| words.tag(*at) == Tag::Comma && words.tag(past) == Tag::Comma);
    if apart.is_some_and(|comma| comma > 0 && scene.ending(comma - 1, Word::Toll).is_some()) {
        return true;
    }
    let clause = words.clause_of(first);
    let any = |class| (clause.first..=clause.last).any(|at| scene.has(at, class));
    // "the toll of the attack on Sunday rose to 12": the day of the attack.
    let nearest = (clause.first..first).rev().find_map(|at| match () {
        () if scene.has(at, Word::Restate) || scene.has(at, Word::Changed) || scene.has(at, Word::Toll) => {
            Some(true)
        }
        () if scene.has(at, Word::Event) => Some(false),
        () => None,
    });
    any(Word::Toll) && (any(Word::Restate) || any(Word::Changed)) && nearest != Some(false)
}

/// "up 12 per cent on 2022", "more than in 2021".
fn is_compared(scene: &Scene<'_>, date: &DateMention) -> bool {
    let first = scene.words.token_at(date.span.start);
    let year = date.interval.from.is_some_and(|from| from.month.is_none());
    let word = |back: usize| first.checked_sub(back).and_then(|at| scene.small.get(at)).map(|word| &**word);
    // "compared with 2,490 the previous year".
    let counted = matches!(date.counted, Some(Step::Years(by)) if by < 0);
    let behind = first.checked_sub(1).is_some_and(|at| scene.words.tag(at) == Tag::Number);
    counted && behind
        || year
            && (matches!(word(1), Some("on" | "than" | "qu"))
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
    opens
        && words.tag(past) == Tag::Open
        && words.tag(past + 2) == Tag::Close
        && words.tag(past + 3) == Tag::Break
}

/// Whether an interval is a stretch of time and not a day or a night: what is counted over it is no single event.
pub(super) fn is_stretch(when: &When) -> bool {
    let (from, to) = (when.interval.from, when.interval.to);
    match (from, to) {
        (Some(from), Some(to)) => from != to && !is_night(from, to) || from == to && from.month.is_none(),
        _ => true,
    }
}

/// Days of one campaign: "between 3 and 9 November gunmen raided four villages".
pub(super) fn is_spell(when: &When) -> bool {
    let (Some(from), Some(to)) = (when.interval.from, when.interval.to) else { return false };
    let days = |date| crate::dates::calendar::Days::of(date);
    let exact = from.day.is_some() && to.day.is_some();
    let length = days(from).zip(days(to)).map(|(from, to)| to.last - from.first);
    exact && length.is_some_and(|length| length <= LONGEST_SPELL)
}

/// In days: two weeks. What is counted over more is a count over time.
const LONGEST_SPELL: i64 = 14;

/// Days that follow each other: "the night of 11 to 12 February", "14–16 March".
fn is_night(from: PartialDate, to: PartialDate) -> bool {
    match (from.day, to.day) {
        (Some(a), Some(b)) => from.month == to.month && from.year == to.year && b.saturating_sub(a) <= 4,
        _ => false,
    }
}

/// Whether a time is one day or night.
pub(super) fn is_day(when: &When) -> bool {
    !is_stretch(when) && when.interval.from.is_some_and(|from| from.day.is_some())
}
