//! What was found, for programs; the bytes whose hash a record of the screening keeps.

use casebook::register::{Ruling, SetBytes, State};
use names::history::{Day, Standing};
use names::screening::{Query, Screening, Searched};
use serde_json::{Value, json};

use super::{Desk, Found, Scope, account};
use crate::commands::lists::diff_words;

/// One query, how many were found, and as many of them as are asked for.
pub fn outcome(
    desk: &Desk,
    query: &Query,
    scope: &Scope,
    screening: &Screening<'_, SetBytes>,
    found: &[Found<'_>],
) -> Value {
    let searched = screening.searched().map(|list| searched(desk, list, scope.as_of));
    json!({
        "query": query,
        "as_of": scope.as_of,
        "cutoff": scope.cutoff(),
        "searched": searched.collect::<Vec<_>>(),
        "found": found.len(),
        "open": found.iter().filter(|one| one.is_open()).count(),
        "hits": found.iter().take(scope.limit).map(hit).collect::<Vec<_>>(),
    })
}

/// A list, and which of its snapshots answer.
pub fn searched(desk: &Desk, list: &Searched, as_of: Option<Day>) -> Value {
    json!({"list": list.list, "snapshots": list.snapshots, "not_known_because": not_covered(list, as_of), "breaks_off": desk.breaks_off(list)})
}

/// Why a list says nothing of the day that is asked about; `None` where it does.
pub fn not_covered(list: &Searched, as_of: Option<Day>) -> Option<&'static str> {
    match (as_of, &*list.snapshots) {
        (Some(day), [first]) if *first > day => Some("no snapshot so early"),
        (Some(day), [latest]) if *latest < day => Some("no snapshot so late"),
        _ => None,
    }
}

fn hit(found: &Found<'_>) -> Value {
    let answer = &found.answer;
    json!({
        "list": answer.list,
        "id": answer.record.id,
        "schema": answer.record.schema,
        "name": answer.record.shown(),
        "matched": answer.hit.name.map(|name| name.text()),
        "line": answer.record.line,
        "snapshot": answer.snapshot,
        "first_seen": answer.first_seen,
        "listed_on": answer.listed_on.map(|date| date.to_string()),
        "programmes": answer.programmes().collect::<Vec<_>>(),
        "standing": standing(answer.standing),
        "not_known_because": answer.unknown.map(|why| why.to_string()),
        "score": account::score(&answer.hit.comparison),
        "says": answer.hit.comparison.says,
        "because": answer.hit.comparison.because,
        "parts": account::parts(&answer.hit.comparison),
        "decision": found.ruled.as_ref().map(|(ruling, state)| decision(ruling, state)),
        "open": found.is_open(),
    })
}

/// `listed`, `not_listed`, `not_known`.
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Listed => "listed",
        Standing::NotListed => "not_listed",
        Standing::NotKnown => "not_known",
    }
}

fn decision(ruling: &Ruling, state: &State) -> Value {
    json!({
        "act": ruling.act,
        "verdict": ruling.ruled.verdict,
        "at": ruling.at,
        "by": ruling.by,
        "reason": ruling.ruled.reason,
        "holds": *state == State::Holds,
        "reopened_because": reopened(state),
    })
}

/// Why a decision does not hold any more, in words; empty where it does.
pub fn reopened(state: &State) -> Vec<String> {
    let State::Reopened { query, entry } = state else { return Vec::new() };
    let of_query = query.iter().map(|difference| format!("the query changed: {}", difference.words()));
    let of_entry = entry.iter().map(|change| format!("the entry changed: {}", diff_words(change)));
    of_query.chain(of_entry).collect()
}
