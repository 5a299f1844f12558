//! How far the list of those put on a list reaches, also beyond its clause.

use crate::patterns::{Found, Phrase, Sort, View, core_from};

use super::dating::Dates;
use super::members::listed;
use super::parties::is_authority;
use super::read::{Says, book};

/// The members of the list of targets, also those that stand farther off.
pub(super) fn members(view: &View<'_>, found: &Found<Says>, phrase: &Phrase) -> Vec<(usize, usize)> {
    let dates = Dates::of(view);
    let mut members = phrase.members.clone();
    let behind = phrase.members[0].0 > found.anchor.1;
    if behind {
        let listed = listed(book(), view, phrase.members[0].0);
        let same_start = listed.first().is_some_and(|first| (members[0].0..=members[0].1).contains(&first.0));
        if listed.len() > 1 && same_start {
            members = listed;
        }
    }
    members.extend(further(view, &dates, phrase));
    members.extend(together(view, found, phrase));
    members.extend(included(view, found, phrase));
    members
}

/// "Nine persons, among them Moor and Bell, were added": Moor and Bell.
fn included(view: &View<'_>, found: &Found<Says>, phrase: &Phrase) -> Vec<(usize, usize)> {
    let Some(comma) = phrase.members.last().map(|member| member.1 + 1) else { return Vec::new() };
    let joint = (comma < found.anchor.0 && view.mark(comma, ','))
        .then(|| Some(comma + 1 + book().word_at("together", view, comma + 1)?))
        .flatten();
    let inside = joint.and_then(|next| crate::patterns::phrase_from(view, next));
    inside.filter(|phrase| phrase.end <= found.anchor.0).map(|phrase| phrase.members).unwrap_or_default()
}

/// "... to its list on 14 October, together with Kessa Gold": Kessa Gold.
fn together(view: &View<'_>, found: &Found<Says>, phrase: &Phrase) -> Vec<(usize, usize)> {
    let from = phrase.end.max(found.anchor.1 + 1);
    let reach = (from + TOGETHER).min(view.len());
    let joins = |at: usize| book().word_at("together", view, at).is_some();
    let ends =
        |at: &usize| view.mark(*at, ';') || view.is_any(*at, &[Sort::Clause, Sort::Verb]) && !joins(*at);
    let reach = (from..reach).find(ends).unwrap_or(reach);
    let joint = (from..reach).find_map(|at| Some(at + book().word_at("together", view, at)?));
    let more = joint.and_then(|next| crate::patterns::phrase_from(view, next));
    more.map(|phrase| phrase.members).unwrap_or_default()
}

/// How far behind an act "together with" may add to it.
const TOGETHER: usize = 14;

/// "listed Moor on 13 December, and Bell on 22 April": Bell.
fn further(view: &View<'_>, dates: &Dates, phrase: &Phrase) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut last = phrase.members.last().map_or(phrase.end, |member| member.1);
    while let Some(mut next) = dates.right_behind(view, last) {
        next += usize::from(view.mark(next, ','));
        if !view.is(next, Sort::And) {
            break;
        }
        let Some(core) = core_from(view, next + 1) else { break };
        if dates.right_behind(view, core.1).is_none() || is_authority(book(), view, core) {
            break;
        }
        found.push(core);
        last = core.1;
    }
    found
}
