//! What was found, for people.

use std::io::{self, Write};

use casebook::ledger::Verdict;
use casebook::register::{Ruling, SetBytes, State};
use names::history::{Day, Standing};
use names::screening::{Screening, Searched};

use super::rows::{not_covered, reopened};
use super::{Desk, Found, NOT_WHOLE, Scope, account};
use crate::terminal::{counted, escape, style};

/// Programmes that are shown of one hit.
const MOST_PROGRAMMES: usize = 3;

/// Whether parts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Score and what it says.
    Short,
    /// Each part of the score, too.
    Parts,
}

/// The hits, the likeliest first, and then which lists were searched.
pub fn outcome(
    out: &mut impl Write,
    desk: &Desk,
    scope: &Scope,
    screening: &Screening<'_, SetBytes>,
    found: &[Found<'_>],
    detail: Detail,
) -> io::Result<()> {
    for one in found.iter().take(scope.limit) {
        hit(out, scope, one, detail)?;
    }
    let searched: Vec<String> = screening.searched().map(|list| snapshots(desk, list, scope.as_of)).collect();
    writeln!(out, "searched: {}", escape::line(&searched.join("; ")))?;
    let open = found.iter().filter(|one| one.is_open()).count();
    if found.is_empty() {
        return writeln!(out, "nobody found with a score of {:.2} or more", scope.cutoff());
    }
    write!(out, "{}", counted(found.len(), "hit", "hits"))?;
    if open < found.len() {
        write!(out, ", {open} to look at")?;
    }
    if scope.limit < found.len() {
        write!(out, ", the first {} shown (--limit)", scope.limit)?;
    }
    writeln!(out)
}

fn hit(out: &mut impl Write, scope: &Scope, found: &Found<'_>, detail: Detail) -> io::Result<()> {
    let answer = &found.answer;
    let strong = style::STRONG;
    let (score, says) = (account::score(&answer.hit.comparison), account::says(&answer.hit.comparison));
    let (name, id) = (escape::line(answer.record.shown()), escape::line(&answer.record.id));
    writeln!(out, "{strong}{score:.3}  {says}{strong:#}  {name}  {}:{id}", escape::line(answer.list))?;
    writeln!(out, "       {}", escape::line(&facts(scope, found)))?;
    if detail == Detail::Short {
        writeln!(out, "       {}", escape::line(&account::in_short(&answer.hit.comparison)))?;
    }
    if let Some((ruling, state)) = &found.ruled {
        let (paint, said) = decided(ruling, state);
        writeln!(out, "       {paint}{}{paint:#}", escape::line(&said))?;
    }
    if detail == Detail::Parts {
        for line in account::lines(&answer.hit.comparison) {
            writeln!(out, "         {}", escape::line(&line))?;
        }
    }
    Ok(())
}

/// `Person; as “The Miller”; KESSA; listed since 2024-06-01; snapshot of 2026-02-27, line 17`.
fn facts(scope: &Scope, found: &Found<'_>) -> String {
    let answer = &found.answer;
    let mut facts = vec![answer.record.schema.clone()];
    let other = answer.hit.name.map(|name| name.text()).filter(|name| *name != answer.record.shown());
    facts.extend(other.map(|name| format!("as “{name}”")));
    let programmes: Vec<&str> = answer.programmes().take(MOST_PROGRAMMES).collect();
    if !programmes.is_empty() {
        facts.push(programmes.join(", "));
    }
    facts.push(standing(scope, found));
    facts.push(format!("snapshot of {}, line {}", answer.snapshot, answer.record.line));
    facts.join("; ")
}

/// Whether it was listed, and since when.
fn standing(scope: &Scope, found: &Found<'_>) -> String {
    let answer = &found.answer;
    let since = match answer.listed_on {
        Some(date) => format!("listed since {date}"),
        None => format!("listed since {} or before", answer.first_seen),
    };
    let day = scope.as_of.map(|day| day.to_string()).unwrap_or_default();
    match answer.standing {
        Standing::Listed if day.is_empty() => since,
        Standing::Listed => format!("listed on {day}; {since}"),
        Standing::NotListed => format!("not listed on {day}; {since}"),
        Standing::NotKnown => {
            let why = answer.unknown.map(|why| why.to_string()).unwrap_or_default();
            format!("not known whether listed on {day}: {why}; {since}")
        }
    }
}

/// `cleared 2026-11-27 by Awa Sarr: another birth date`.
fn decided(ruling: &Ruling, state: &State) -> (anstyle::Style, String) {
    let verdict = match ruling.ruled.verdict {
        Verdict::Clear => "cleared",
        Verdict::Match => "matched",
    };
    let said =
        format!("{verdict} {} by {}: {}", &ruling.at.to_string()[..10], ruling.by, ruling.ruled.reason);
    match state {
        State::Holds if ruling.ruled.verdict == Verdict::Clear => (style::HELP, said),
        State::Holds => (style::ERROR, said),
        State::Reopened { .. } => {
            (style::WARNING, format!("reopened: {}; was {said}", reopened(state).join("; ")))
        }
    }
}

/// `un of 2026-02-27`.
pub fn snapshots(desk: &Desk, list: &Searched, as_of: Option<Day>) -> String {
    let days: Vec<String> = list.snapshots.iter().map(|day| format!("of {day}")).collect();
    let covers = not_covered(list, as_of).map(|why| format!(" (not known: {why})")).unwrap_or_default();
    let whole = if desk.breaks_off(list) { NOT_WHOLE } else { "" };
    format!("{} {}{covers}{whole}", list.list, days.join(" and "))
}
