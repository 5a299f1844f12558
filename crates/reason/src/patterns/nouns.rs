//! One noun phrase before or behind a place of a sentence.

use super::view::{Sort, View};

/// Whether a phrase ends in a name: "Captain Moor", "the Riverbend Company".
pub(crate) fn is_named(view: &View<'_>, core: (usize, usize)) -> bool {
    let mut last = core.1;
    if view.mark(last, ')') {
        last = (core.0..last).rev().find(|at| view.mark(*at, '(')).map_or(last, |at| at.saturating_sub(1));
    }
    view.mention(last).is_some() || view.is_capital(last)
}

/// "another national", "its director": not a name by itself.
pub(super) fn describes(view: &View<'_>, core: (usize, usize)) -> bool {
    view.is_any(core.0, &[Sort::Determiner, Sort::Indefinite]) || !is_named(view, core)
}

pub(super) fn is_content(view: &View<'_>, at: usize) -> bool {
    const SMALL: &[Sort] = &[
        Sort::Auxiliary,
        Sort::Preposition,
        Sort::Clause,
        Sort::Pronoun,
        Sort::Adverb,
        Sort::Verb,
        Sort::And,
        Sort::Or,
        Sort::Before,
        Sort::Time,
    ];
    // "Member States": no verb.
    let name = at > 0 && view.is_capital(at) && view.is(at, Sort::Verb) && !view.is(at, Sort::Auxiliary);
    at < view.len() && !view.is_mark(at) && (view.mention(at).is_some() || name || !view.is_any(at, SMALL))
}

/// Whether "and" at a token carries a ministry's name on.
fn names_on(view: &View<'_>, from: usize, and: usize) -> bool {
    view.is(and, Sort::And)
        && view.is_capital(and + 1)
        && is_content(view, and + 1)
        && view.mention(and + 1).is_none()
        && !view.is_any(and + 1, &[Sort::Determiner, Sort::Institution])
        && (from..and).any(|at| view.is(at, Sort::Institution))
        && !(from..and).any(|at| view.is(at, Sort::And))
}

/// One phrase that ends at a boundary: its first and last token.
pub(crate) fn core_before(view: &View<'_>, end: usize) -> Option<(usize, usize)> {
    let mut at = end;
    while let Some(next) = back(view, at, end) {
        let begins = view.is_any(next, &[Sort::Determiner, Sort::Indefinite]) && view.mention(next).is_none();
        at = next;
        if begins && !carried_on(view, next) {
            break;
        }
    }
    while at < end && !view.mark(at, '"') && (view.is_mark(at) || view.is(at, Sort::Joiner)) {
        at += 1;
    }
    (at < end).then(|| (at, end - 1))
}

/// Whether a phrase goes on before its article: "the spokesman of | the army".
fn carried_on(view: &View<'_>, at: usize) -> bool {
    // "d'un ancien ministre".
    let at = at - usize::from(at > 1 && view.mark(at - 1, '\'') && view.is(at - 2, Sort::Joiner));
    // "du", "des": article and "of" in one.
    if at >= 1 && view.is(at, Sort::Joiner) && is_content(view, at - 1) {
        return true;
    }
    // "all the parties", "toutes les parties".
    if at >= 1
        && view.is(at - 1, Sort::Determiner)
        && !view.is(at - 1, Sort::Joiner)
        && !view.is(at - 1, Sort::Place)
    {
        return true;
    }
    at >= 2 && view.is_any(at - 1, &[Sort::Joiner, Sort::Place]) && is_content(view, at - 2)
}

/// One token, mention or bracket further back, where it belongs to the phrase.
fn back(view: &View<'_>, at: usize, end: usize) -> Option<usize> {
    let token = at.checked_sub(1)?;
    if let Some((_, first, last)) = view.mention(token)
        && last < end
    {
        return Some(first);
    }
    // "her": of something, or herself.
    let pronoun = |at: usize| view.is(at, Sort::Pronoun) && !view.is(at, Sort::Determiner);
    if pronoun(token) {
        return (at == end).then_some(token);
    }
    if at < end && pronoun(at) && view.mention(at).is_none() {
        return None;
    }
    if view.is_mark(token) {
        return back_over_mark(view, token, at, end);
    }
    if view.is_any(token, &[Sort::Joiner, Sort::Place]) {
        let carries = at < end && token > 0 && (is_content(view, token - 1) || view.mark(token - 1, ')'));
        return carries.then_some(token);
    }
    if view.is(token, Sort::Preposition) {
        // "Authority on Trade": a name goes on over it.
        let name = at < end && token > 0 && view.is_capital(at) && view.is_capital(token - 1);
        return (name && view.is(token - 1, Sort::Institution)).then_some(token);
    }
    if view.is(token, Sort::And) {
        let floor = token.saturating_sub(8);
        return (at < end && names_on(view, floor, token)).then_some(token);
    }
    let word = is_content(view, token) || view.is_any(token, &[Sort::Determiner, Sort::Indefinite]);
    word.then_some(token)
}

fn back_over_mark(view: &View<'_>, token: usize, at: usize, end: usize) -> Option<usize> {
    let tight = !view.spaced(token);
    let short = |word: usize| view.word(word).chars().count() == 1 || view.is(word, Sort::Title);
    if view.mark(token, '\'') || view.mark(token, '&') {
        return (tight || view.mark(token, '&')).then_some(token);
    }
    if view.mark(token, '-') {
        return (tight && at < end && !view.spaced(at)).then_some(token);
    }
    if view.mark(token, '.') {
        return (tight && at < end && token > 0 && short(token - 1)).then_some(token);
    }
    if view.mark(token, ')') {
        let open = (token.saturating_sub(10)..token).rev().find(|open| view.mark(*open, '('))?;
        return (open > 0 && is_content(view, open - 1)).then_some(open);
    }
    if view.mark(token, '"') {
        let open = (token.saturating_sub(5)..token).rev().find(|open| view.mark(*open, '"'))?;
        return (at < end && open > 0 && view.is_name(open - 1)).then_some(open);
    }
    None
}

/// One phrase that begins at a boundary.
pub(crate) fn core_from(view: &View<'_>, start: usize) -> Option<(usize, usize)> {
    let start = if view.mark(start, '"') || view.mark(start, '«') { start + 1 } else { start };
    let of_something = view.is(start, Sort::Determiner) && is_content(view, start + 1);
    if view.is(start, Sort::Pronoun) && view.mention(start).is_none() && !of_something {
        return Some((start, start));
    }
    let mut at = start;
    while let Some(next) = on(view, at, start) {
        at = next;
        if view.mark(at - 1, ')') {
            break;
        }
    }
    let loose = |at: usize| {
        (view.is_mark(at) && !view.mark(at, ')')) || view.is_any(at, &[Sort::Joiner, Sort::Determiner])
    };
    while at > start && loose(at - 1) && view.mention(at - 1).is_none() {
        at -= 1;
    }
    (at > start).then(|| (start, at - 1))
}

/// One token, mention or bracket further on, where it belongs to the phrase.
fn on(view: &View<'_>, at: usize, start: usize) -> Option<usize> {
    if at >= view.len() {
        return None;
    }
    if let Some((_, _, last)) = view.mention(at) {
        return Some(last + 1);
    }
    if view.is_any(at, &[Sort::Determiner, Sort::Indefinite]) {
        let fits =
            at == start || view.is_any(at - 1, &[Sort::Joiner, Sort::Determiner]) || view.mark(at - 1, '\'');
        // "Union des mineurs": article and "of" in one.
        let carries = at > start
            && view.is(at, Sort::Joiner)
            && is_content(view, at - 1)
            && is_content(view, at + 1)
            && !view.is_infinitive(at + 1);
        return (fits || carries).then_some(at + 1);
    }
    if view.is_mark(at) {
        return on_over_mark(view, at, start);
    }
    if view.is(at, Sort::Joiner) {
        let verb = at + 1 + usize::from(view.mark(at + 1, '\''));
        let carries =
            at > start && (is_content(view, at + 1) || view.mark(at + 1, '\'')) && !view.is_infinitive(verb);
        return carries.then_some(at + 1);
    }
    if view.is(at, Sort::And) {
        return (at > start && names_on(view, start, at)).then_some(at + 1);
    }
    (is_content(view, at) && !view.is(at, Sort::Place)).then_some(at + 1)
}

fn on_over_mark(view: &View<'_>, at: usize, start: usize) -> Option<usize> {
    if at == start {
        return None;
    }
    let tight = !view.spaced(at);
    let short = view.word(at - 1).chars().count() == 1 || view.is(at - 1, Sort::Title);
    if view.mark(at, '\'') {
        return tight.then_some(at + 1);
    }
    if view.mark(at, '&') {
        return Some(at + 1);
    }
    if view.mark(at, '-') {
        return (tight && at + 1 < view.len() && !view.spaced(at + 1)).then_some(at + 1);
    }
    if view.mark(at, '.') {
        return (tight && short && at + 1 < view.len()).then_some(at + 1);
    }
    if view.mark(at, '(') {
        let close = (at + 1..(at + 10).min(view.len())).find(|close| view.mark(*close, ')'))?;
        return Some(close + 1);
    }
    if view.mark(at, '"') {
        let close = (at + 1..(at + 6).min(view.len())).find(|close| view.mark(*close, '"'))?;
        return view.is_name(close + 1).then_some(close + 1);
    }
    None
}
