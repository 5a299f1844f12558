//! Lists of noun phrases before and behind a place of a sentence.

use super::nouns::{core_before, core_from, describes, is_named};
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
    let count = members.len();
    if count < 3 {
        return members;
    }
    let mut kept: Vec<(usize, usize)> = Vec::with_capacity(count);
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
        () if view.is(next, Sort::Place)
            && view.is(next, Sort::Determiner)
            && start > 0
            && view.is_any(start - 1, &[Sort::Preposition, Sort::Place]) =>
        {
            next + 1
        }
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
