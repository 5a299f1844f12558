//! Words that may stand between the parts of a pattern and change nothing of what it says: "on Monday", "also", "le 3 mai".

use crate::text::{Token, TokenKind};

use super::view::{Sort, View, bits};

/// The longest adjunct of time has so many tokens: "on Thursday , 3 May 2022 ,".
const LONGEST: usize = 9;

/// Whether an idle word, or the first or last word of an adjunct, may stand at a token.
pub(super) fn may_be_at(token: &Token, sorts: u32) -> bool {
    const WORDS: &[Sort] = &[Sort::Adverb, Sort::When, Sort::Time, Sort::Month, Sort::Period];
    matches!(token.kind, TokenKind::Number | TokenKind::Mark(',' | '«' | '"')) || sorts & bits(WORDS) != 0
}

/// Where to go on behind one idle word or adjunct of time that begins at a token.
pub(super) fn past(view: &View<'_>, at: usize) -> Option<usize> {
    if !view.may_be_idle(at) {
        return None;
    }
    if is_idle_adverb(view, at) {
        return Some(at + 1);
    }
    // "the company « firmly denies »": what is said may be quoted in part.
    if at > 0 && (view.mark(at, '«') || view.mark(at, '"')) && !view.is_mark(at - 1) {
        return Some(at + 1);
    }
    if view.mark(at, ',') {
        let time = past_time(view, at + 1).filter(|end| view.mark(*end, ','));
        return time.or_else(|| past_aside(view, at + 1)).map(|end| end + 1);
    }
    past_time(view, at)
}

/// "..., among others, ...": a few small words between commas.
fn past_aside(view: &View<'_>, start: usize) -> Option<usize> {
    let end = (start + 1..start + 5).find(|at| view.mark(*at, ','))?;
    let small = |at: usize| {
        !view.is_mark(at) && !view.is_capital(at) && !view.is_number(at) && view.mention(at).is_none()
    };
    let told = view.is_any(start, &[Sort::Preposition, Sort::Place, Sort::Adverb]);
    (told && (start..end).all(|at| small(at) && !view.is(at, Sort::Auxiliary))).then_some(end)
}

/// Where one begins that ends before a token.
pub(super) fn before(view: &View<'_>, end: usize) -> Option<usize> {
    let last = end.checked_sub(1).filter(|last| view.may_be_idle(*last))?;
    if is_idle_adverb(view, last) {
        return Some(last);
    }
    if last > 0 && (view.mark(last, '«') || view.mark(last, '"')) && !view.is_mark(last - 1) {
        return Some(last);
    }
    if !view.mark(last, ',') {
        return time_before(view, end);
    }
    let start = time_before(view, last)?;
    start.checked_sub(1).filter(|comma| view.mark(*comma, ','))
}

/// The first token of an adjunct of time that ends before a token.
pub(super) fn time_before(view: &View<'_>, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    if !is_of_time(view, last) && !view.is_number(last) {
        return None;
    }
    (end.saturating_sub(LONGEST)..end).find(|start| past_time(view, *start) == Some(end))
}

/// The token behind an adjunct of time: "on July 24", "last week", "earlier this month", "jeudi", "en mars 2023".
pub(super) fn past_time(view: &View<'_>, start: usize) -> Option<usize> {
    if !view.is_any(start, &[Sort::When, Sort::Time, Sort::Month, Sort::Period]) && !view.is_number(start) {
        return None;
    }
    let leads = (start..start + 3).take_while(|at| view.is(*at, Sort::When)).count();
    let body = start + leads;
    let mut at = body;
    let (mut days, mut periods, mut years) = (0, 0, 0);
    while at < body + LONGEST {
        match () {
            () if is_day_or_month(view, at) => days += 1,
            () if view.is(at, Sort::Period) => periods += 1,
            () if view.is_number(at) && view.word(at).len() == 4 => years += 1,
            () if view.is_number(at) && (near_month(view, at) || view.is(at + 1, Sort::Period)) => {}
            () if view.mark(at, ',') && days > 0 && view.is_number(at + 1) => {}
            () => break,
        }
        at += 1;
    }
    let told = days > 0 || periods > 1 || leads > 0 && periods + years > 0;
    (told && at > body).then_some(at)
}

fn is_of_time(view: &View<'_>, at: usize) -> bool {
    is_day_or_month(view, at) || view.is(at, Sort::Period)
}

fn is_day_or_month(view: &View<'_>, at: usize) -> bool {
    view.is(at, Sort::Time) || view.is(at, Sort::Month) && view.is_capital(at)
}

/// "3 May", "July 24".
fn near_month(view: &View<'_>, at: usize) -> bool {
    is_day_or_month(view, at + 1) || at.checked_sub(1).is_some_and(|before| is_day_or_month(view, before))
}

fn is_idle_adverb(view: &View<'_>, at: usize) -> bool {
    view.is(at, Sort::Adverb) && !view.is(at, Sort::Negation)
}
