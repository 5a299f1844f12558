//! What is written behind a row: who was found.

use crate::commands::screen::{Desk, Found, Scope, account, rows as words};
use casebook::ledger::Verdict;
use casebook::register::{SetBytes, State};
use names::screening::{Query, Screening};

use super::part::Tally;

/// The columns that are added. The hit is the best that somebody has to look at, else the best of all; the others stand in one cell.
pub const ADDED: [&str; 16] = [
    "tickmark_hits",
    "tickmark_open",
    "tickmark_score",
    "tickmark_says",
    "tickmark_list",
    "tickmark_entry",
    "tickmark_name",
    "tickmark_matched",
    "tickmark_standing",
    "tickmark_listed_on",
    "tickmark_programmes",
    "tickmark_snapshot",
    "tickmark_why",
    "tickmark_decision",
    "tickmark_others",
    "tickmark_error",
];

/// The cells of a row that asks something.
pub fn cells(
    desk: &Desk,
    screening: &Screening<'_, SetBytes>,
    scope: &Scope,
    query: &Query,
    error: String,
) -> ([String; ADDED.len()], Tally) {
    let found = desk.ask(screening, query, scope);
    let open = found.iter().filter(|one| one.is_open()).count();
    let mut cells: [String; ADDED.len()] = Default::default();
    cells[0] = found.len().to_string();
    cells[1] = open.to_string();
    cells[15] = error;
    if let Some((first, others)) = found.split_first() {
        of_hit(first, &mut cells);
        let others = others.iter().take(scope.limit.saturating_sub(1)).map(in_short);
        cells[14] = others.collect::<Vec<_>>().join("; ");
    }
    let tally = Tally {
        found: u64::from(!found.is_empty()),
        open: u64::from(open > 0),
        broken: 0,
        hits: found.len() as u64,
    };
    (cells, tally)
}

/// The cells of a row that asks nothing.
pub fn broken(why: String) -> ([String; ADDED.len()], Tally) {
    let mut cells: [String; ADDED.len()] = Default::default();
    cells[15] = why;
    (cells, Tally { broken: 1, ..Tally::default() })
}

fn of_hit(found: &Found<'_>, cells: &mut [String; ADDED.len()]) {
    let answer = &found.answer;
    cells[2] = format!("{:.3}", account::score(&answer.hit.comparison));
    cells[3] = account::says(&answer.hit.comparison);
    cells[4] = answer.list.to_owned();
    cells[5].clone_from(&answer.record.id);
    cells[6] = answer.record.shown().to_owned();
    cells[7] = answer.hit.name.map_or_else(String::new, |name| name.text().to_owned());
    cells[8] = standing(found);
    cells[9] = answer.listed_on.map_or_else(String::new, |date| date.to_string());
    cells[10] = answer.programmes().collect::<Vec<_>>().join("; ");
    cells[11] = answer.snapshot.to_string();
    cells[12] = account::lines(&answer.hit.comparison).join("; ");
    cells[13] = decision(found);
}

fn standing(found: &Found<'_>) -> String {
    let standing = words::standing(found.answer.standing).replace('_', " ");
    match found.answer.unknown {
        None => standing,
        Some(why) => format!("{standing}: {why}"),
    }
}

fn decision(found: &Found<'_>) -> String {
    let Some((ruling, state)) = &found.ruled else { return String::new() };
    let verdict = match ruling.ruled.verdict {
        Verdict::Clear => "cleared",
        Verdict::Match => "matched",
    };
    let said =
        format!("{verdict} {} by {}: {}", &ruling.at.to_string()[..10], ruling.by, ruling.ruled.reason);
    match state {
        State::Holds => said,
        State::Reopened { .. } => format!("reopened: {}; was {said}", words::reopened(state).join("; ")),
    }
}

/// `0.912 un:CDi.001 Eric Badege`.
fn in_short(found: &Found<'_>) -> String {
    let answer = &found.answer;
    format!(
        "{:.3} {}:{} {}",
        account::score(&answer.hit.comparison),
        answer.list,
        answer.record.id,
        answer.record.shown()
    )
}
