//! Noun phrases before and behind a place of a sentence, and lists of them.

use super::view::{Sort, View};

/// A noun phrase, or a list of several, with what stands between it and the place it was looked for from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// First token of all.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// First and last token of each member.
    pub members: Vec<(usize, usize)>,
}

impl Phrase {
    fn of(core: (usize, usize)) -> Self {
        Self { start: core.0, end: core.1 + 1, members: vec![core] }
    }

    /// Without the further members.
    pub fn first_alone(&self) -> Self {
        Self { start: self.start, end: self.members[0].1 + 1, members: vec![self.members[0]] }
    }

    /// Without the members before the last.
    pub fn last_alone(&self) -> Self {
        let member = self.members[self.members.len() - 1];
        let start = if self.members.len() > 1 { member.0 } else { self.start };
        Self { start, end: self.end, members: vec![member] }
    }
}

/// A list may have so many members: the longest of real reports have about thirty.
const MOST_MEMBERS: usize = 60;
/// How far a parenthesis may reach.
const PARENTHESIS: usize = 25;

/// The phrase that ends at a token boundary; adverbs and one parenthesis between commas may stand behind it.
pub(crate) fn phrase_before(view: &View<'_>, end: usize) -> Option<Phrase> {
    let mut at = end;
    while at > 0 && view.is(at - 1, Sort::Adverb) {
        at -= 1;
    }
    if at > 0 && view.mark(at - 1, ',') {
        return around_parenthesis(view, at - 1).map(|phrase| Phrase { end, ..phrase });
    }
    list_before(view, at).map(|phrase| Phrase { end, ..phrase })
}

/// "Its director, Ada Moor, said": the name; "Moor, reached by telephone, said": the name, too.
fn around_parenthesis(view: &View<'_>, close: usize) -> Option<Phrase> {
    let floor = close.saturating_sub(PARENTHESIS);
    let opens = (floor..close).rev().filter(|at| view.mark(*at, ','));
    for open in opens.take(3) {
        let Some(outer) = list_before(view, open) else {
            continue;
        };
        let inner = core_before(view, close).filter(|core| core.0 == open + 1);
        return Some(match inner {
            Some(inner) if is_named(view, inner) && describes(view, outer.members[0]) => {
                Phrase { members: vec![inner], ..outer }
            }
            _ => outer,
        });
    }
    None
}

fn list_before(view: &View<'_>, end: usize) -> Option<Phrase> {
    let last = core_before(view, end)?;
    let mut members = vec![last];
    let mut start = last.0;
    if let Some(before) = joined_before(view, start)
        && let Some(core) = core_before(view, before)
    {
        members.push(core);
        start = core.0;
        while members.len() < MOST_MEMBERS && start > 0 && view.mark(start - 1, ',') {
            let Some(core) = core_before(view, start - 1) else { break };
            if core.0 > 0 && view.is_any(core.0 - 1, &[Sort::Preposition, Sort::Place]) {
                break;
            }
            members.push(core);
            start = core.0;
        }
        if !begins_clause(view, start) {
            return Some(Phrase::of(last));
        }
    }
    members.reverse();
    let members = without_appositions(view, members);
    Some(Phrase { start, end, members })
}

/// The end of what stands before an "and", "nor" or the like that ends at a token.
fn joined_before(view: &View<'_>, at: usize) -> Option<usize> {
    let and = at.checked_sub(1).filter(|and| view.is_any(*and, &[Sort::And, Sort::Or]))?;
    Some(if and > 0 && view.mark(and - 1, ',') { and - 1 } else { and })
}

fn begins_clause(view: &View<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    view.is_mark(before)
        || view.is_any(before, &[Sort::Clause, Sort::Before, Sort::And, Sort::Or, Sort::Adverb, Sort::Verb])
}

/// "Moor, a captain, and Bell": the captain is Moor.
fn without_appositions(view: &View<'_>, members: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut kept: Vec<(usize, usize)> = Vec::with_capacity(members.len());
    let count = members.len();
    for (index, member) in members.into_iter().enumerate() {
        let inside = index > 0 && index + 1 < count;
        let said_of = inside
            && view.is_any(member.0, &[Sort::Indefinite, Sort::Determiner])
            && !is_named(view, member)
            && kept.last().is_some_and(|last| is_named(view, *last));
        if !said_of {
            kept.push(member);
        }
    }
    kept
}

/// Whether a phrase ends in a name: "Captain Moor", "the Riverbend Company".
pub(crate) fn is_named(view: &View<'_>, core: (usize, usize)) -> bool {
    let mut last = core.1;
    if view.mark(last, ')') {
        last = (core.0..last).rev().find(|at| view.mark(*at, '(')).map_or(last, |at| at.saturating_sub(1));
    }
    view.mention(last).is_some() || view.is_capital(last)
}

/// "another national", "its director": not a name by itself.
fn describes(view: &View<'_>, core: (usize, usize)) -> bool {
    view.is_any(core.0, &[Sort::Determiner, Sort::Indefinite]) || !is_named(view, core)
}

fn is_content(view: &View<'_>, at: usize) -> bool {
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

/// The phrase that begins at a token boundary, or the list of them.
pub(crate) fn phrase_from(view: &View<'_>, start: usize) -> Option<Phrase> {
    let first = core_from(view, start)?;
    let mut members = vec![first];
    let mut closed = false;
    let mut end = first.1 + 1;
    while !closed && members.len() < MOST_MEMBERS {
        let look = past_place(view, end);
        let comma = usize::from(view.mark(look, ','));
        let and = and_at(view, look + comma);
        if and + comma == 0 {
            break;
        }
        let mut next = look + comma + and;
        if and > 0 {
            next = past_preposition(view, start, next);
        }
        // "led by Moor, and the council": two with a comma between are no list.
        if comma > 0 && and == 1 && members.len() == 1 {
            break;
        }
        let Some(core) = core_from(view, next) else { break };
        closed = and > 0;
        members.push(core);
        end = core.1 + 1;
    }
    Some(closed_list(view, start, members, closed))
}

/// "against Moor and against Bell", "de Moor et de son frère": where the next member begins.
fn past_preposition(view: &View<'_>, start: usize, next: usize) -> usize {
    let of = |at: usize| view.is(at, Sort::Joiner) && !view.is(at, Sort::Determiner);
    let after_of = start > 0 && (of(start - 1) || start > 1 && view.mark(start - 1, '\'') && of(start - 2));
    match () {
        () if view.is(next, Sort::Preposition) => next + 1,
        // "à Moor et au ministère".
        () if view.is(next, Sort::Place) && view.is(next, Sort::Determiner) && start > 0
            && view.is_any(start - 1, &[Sort::Preposition, Sort::Place]) => next + 1,
        () if after_of && of(next) => next + 1 + usize::from(view.mark(next + 1, '\'')),
        () => next,
    }
}

/// "companies in the region, as well as": a place may stand behind a member.
fn past_place(view: &View<'_>, end: usize) -> usize {
    if !view.is(end, Sort::Place) {
        return end;
    }
    core_from(view, end + 1).map_or(end, |place| place.1 + 1)
}

fn closed_list(view: &View<'_>, start: usize, mut members: Vec<(usize, usize)>, closed: bool) -> Phrase {
    if !closed {
        let (first, last) = members[0];
        // "a trader", "the head of the Blue Front": by an office, not by a name.
        let head = first + 1 + usize::from(view.mark(first + 1, '\''));
        let small = |at: usize| !view.is_capital(at) && view.mention(at).is_none();
        let office = view.is(first, Sort::Determiner) && head <= last && (small(head) || small(last));
        let told =
            view.is(first, Sort::Indefinite) || office || !(first..=last).any(|at| view.is_capital(at));
        let named =
            members.len() > 1 && told && describes(view, members[0]) && begins_named(view, members[1]);
        let member = if named { members[1] } else { members[0] };
        return Phrase { start, end: member.1 + 1, members: vec![member] };
    }
    let last = members[members.len() - 1];
    if describes(view, last)
        && !is_named(view, last)
        && view.mark(last.1 + 1, ',')
        && let Some(named) = core_from(view, last.1 + 2).filter(|core| begins_named(view, *core))
    {
        members.pop();
        members.push(named);
    }
    let end = members[members.len() - 1].1 + 1;
    Phrase { start, end, members: without_appositions(view, members) }
}

fn begins_named(view: &View<'_>, core: (usize, usize)) -> bool {
    view.mention(core.0).is_some() || view.is_name(core.0) || view.is(core.0, Sort::Title)
}

/// How many tokens an "and" takes: "as well as" is one, too.
fn and_at(view: &View<'_>, at: usize) -> usize {
    if view.is(at, Sort::And) || view.is(at, Sort::Or) {
        return 1;
    }
    match (view.word(at), view.word(at + 1), view.word(at + 2)) {
        ("as", "well", "as") => 3,
        ("ainsi", "que", _) | ("along", "with", _) => 2,
        _ => 0,
    }
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
