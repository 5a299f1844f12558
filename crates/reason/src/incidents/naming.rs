//! What an incident is called: where, when, and what happened.

use std::collections::HashMap;

use crate::Source;
use crate::dates::calendar::spoken;
use crate::dates::{Interval, PartialDate};
use crate::text::{fingerprint, fold_words};

use super::event::plain;
use super::fact::Fact;
use super::when::{Exactness, Time};
use super::{Incident, Join};

/// An incident of some claims, in their order; not yet what is contested.
pub(super) fn incident(sources: &[Source<'_>], facts: &[&Fact], joins: Vec<Join>) -> Incident {
    let place = place(sources, facts);
    let when = when(facts);
    Incident {
        id: id(sources, facts),
        name: name(sources, facts, place.as_deref(), when),
        place,
        when,
        claims: facts.iter().map(|fact| fact.of).collect(),
        joins,
        contested: Vec::new(),
    }
}

/// By the first claim: its document, its passage, and its number among the claims of that passage.
fn id(sources: &[Source<'_>], facts: &[&Fact]) -> String {
    let of = facts[0].of;
    let source = &sources[of.document];
    let claim = &source.analysis.claims[of.claim];
    let passage = &source.analysis.claims[..of.claim];
    let before = passage.iter().rev().take_while(|other| other.span == claim.span).count();
    format!(
        "i{:016x}",
        fingerprint(&format!("{}/{}-{}/{before}", source.id, claim.span.start, claim.span.end))
    )
}

/// The form that most claims use; of two used alike, the first.
fn place(sources: &[Source<'_>], facts: &[&Fact]) -> Option<String> {
    if let [only] = facts {
        let source = &sources[only.of.document];
        let span = source.analysis.claims[only.of.claim].place?;
        return Some(source.document.quote(span).to_owned());
    }
    let mut forms: HashMap<String, (usize, usize, &str)> = HashMap::new();
    for (order, fact) in facts.iter().enumerate() {
        let source = &sources[fact.of.document];
        let Some(span) = source.analysis.claims[fact.of.claim].place else {
            continue;
        };
        let text = source.document.quote(span);
        let named = usize::from(!fact.place.names.is_empty());
        let entry = forms.entry(fold_words(text)).or_insert((0, order, text));
        entry.0 += 1 + 1_000 * named;
    }
    let best = forms.into_values().min_by_key(|(count, order, _)| (std::cmp::Reverse(*count), *order))?;
    Some(best.2.to_owned())
}

/// From the earliest to the latest date; a month is left out where a claim gives a day in it.
fn when(facts: &[&Fact]) -> Interval {
    let times: Vec<Time> = facts.iter().filter_map(|fact| fact.time).collect();
    let exact: Vec<Time> = times.iter().copied().filter(|time| time.exact == Exactness::Day).collect();
    let kept = if exact.is_empty() { times } else { exact };
    let dated: Vec<Time> = kept.iter().copied().filter(|time| time.order().0.is_some()).collect();
    let kept = if dated.is_empty() { kept } else { dated };
    let first = kept.iter().min_by_key(|time| time.order());
    let last = kept.iter().max_by_key(|time| time.order());
    Interval {
        from: first.and_then(|time| time.interval().from),
        to: last.and_then(|time| time.interval().to),
    }
}

fn name(sources: &[Source<'_>], facts: &[&Fact], place: Option<&str>, when: Interval) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for fact in facts {
        let kind = plain(fact.kind).name();
        if !kinds.contains(&kind) && kind != "other" {
            kinds.push(kind);
        }
    }
    let kinds = kinds.join(", ").replace('_', " ");
    let title = [place.map(str::to_owned), dates(when)].into_iter().flatten().collect::<Vec<_>>().join(", ");
    match (title.is_empty(), kinds.is_empty()) {
        (false, false) => format!("{title}: {kinds}"),
        (false, true) => title,
        (true, _) => first_words(sources, facts[0]),
    }
}

fn dates(when: Interval) -> Option<String> {
    let from = when.from?;
    match when.to.filter(|to| *to != from) {
        None => Some(spoken(from)),
        Some(to) => Some(span_of_dates(from, to)),
    }
}

/// `11 to 12 February 2024`, `30 March to 2 April 2024`.
fn span_of_dates(from: PartialDate, to: PartialDate) -> String {
    let same_year = from.year == to.year;
    let same_month = same_year && from.month == to.month;
    let shown = match (same_month, same_year) {
        (true, _) if from.day.is_some() => PartialDate { year: None, month: None, day: None },
        (_, true) => PartialDate { year: None, ..from },
        _ => from,
    };
    let first = match (same_month, from.day) {
        (true, Some(day)) => day.to_string(),
        _ => spoken(shown),
    };
    format!("{first} to {}", spoken(to))
}

/// At most this many characters of the first claim name an incident without date and place.
const LONGEST_NAME: usize = 60;

fn first_words(sources: &[Source<'_>], fact: &Fact) -> String {
    let source = &sources[fact.of.document];
    let text = source.document.quote(source.analysis.claims[fact.of.claim].span);
    match text.char_indices().nth(LONGEST_NAME) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..text[..end].rfind(' ').unwrap_or(end)].trim_end()),
    }
}
