//! `decisions`: what was decided about hits, and whether it still holds.

use std::collections::HashMap;
use std::io::{self, Write};

use casebook::register::{Register, Ruling, Rulings, State};
use ftm::Record;
use serde_json::json;

use super::lists;
use super::screen::reopened;
use crate::cli::{Decisions, DecisionsAct, UndoDecision};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape, style};

/// What became of a decision.
enum Now {
    Holds,
    Reopened(Vec<String>),
    /// The entry is in no snapshot in use.
    Gone,
    Overridden,
    Undone,
}

/// Lists them; a reopened one is something to look at. Or takes one back.
pub fn run(arguments: &Decisions, terminal: Terminal) -> Result<Exit, Explained> {
    let register = lists::open(&arguments.folder)?;
    if let Some(DecisionsAct::Undo(undo)) = &arguments.act {
        return take_back(&register, undo, terminal);
    }
    let contents = register.contents().map_err(|error| lists::explain(&error))?;
    let records = match contents.rulings().all().next() {
        None => HashMap::new(),
        Some(_) => current(&lists::set(&register, &contents, terminal)?, contents.rulings()),
    };
    let mut out = terminal.results();
    let mut exit = Exit::Clean;
    for ruling in contents.rulings().all() {
        let now = now(contents.rulings(), ruling, &records);
        if matches!(now, Now::Reopened(_)) {
            exit = Exit::Findings;
        }
        match arguments.json {
            true => writeln!(out, "{}", row(ruling, &now))?,
            false => for_people(&mut out, ruling, &now)?,
        }
    }
    if contents.rulings().all().next().is_none() && !arguments.json {
        writeln!(out, "nothing is decided yet")?;
        terminal.say("next: `tickmark screen NAME --clear LIST:ID --reason WORDS`, or --match");
    }
    out.flush()?;
    Ok(exit)
}

/// The entries that something was decided about, as the latest snapshots have them.
fn current(set: &casebook::register::ListSet, rulings: &Rulings) -> HashMap<(String, String), Record> {
    let mut records: HashMap<(String, String), Record> = HashMap::new();
    let wanted: std::collections::HashSet<(&str, &str)> =
        rulings.all().map(|ruling| (&*ruling.ruled.entry.list, &*ruling.ruled.entry.id)).collect();
    for entry in set.index().entries() {
        let Some(source) = entry.source().filter(|_| entry.listed().until.is_none()) else { continue };
        if wanted.contains(&(&*source.list, entry.id()))
            && let Some(record) = entry.record()
        {
            records.insert((source.list.clone(), entry.id().to_owned()), record);
        }
    }
    records
}

fn now(rulings: &Rulings, ruling: &Ruling, records: &HashMap<(String, String), Record>) -> Now {
    let entry = &ruling.ruled.entry;
    if ruling.undone {
        return Now::Undone;
    }
    if rulings.is_overridden(ruling) {
        return Now::Overridden;
    }
    let Some(record) = records.get(&(entry.list.clone(), entry.id.clone())) else { return Now::Gone };
    match rulings.of(&ruling.ruled.query, &entry.list, record) {
        Some((_, state @ State::Reopened { .. })) => Now::Reopened(reopened(&state)),
        _ => Now::Holds,
    }
}

fn for_people(out: &mut impl Write, ruling: &Ruling, now: &Now) -> io::Result<()> {
    let (ruled, strong, warning) = (&ruling.ruled, style::STRONG, style::WARNING);
    let verdict = ruled.verdict.name();
    let (asked, name) = (escape::line(ruled.query.shown()), escape::line(&ruled.entry.name));
    let entry = format!("{}:{}", ruled.entry.list, ruled.entry.id);
    let entry = escape::line(&entry);
    writeln!(out, "{}  {strong}{verdict}{strong:#}  {asked} and {name} ({entry})", ruling.act)?;
    let (by, reason) = (escape::line(&ruling.by), escape::line(&ruled.reason));
    writeln!(out, "   {:.0} by {by}: {reason}", ruling.at)?;
    let told = match now {
        Now::Holds => return Ok(()),
        Now::Reopened(why) => format!("reopened: {}", why.join("; ")),
        Now::Gone => "the entry is in no latest snapshot".to_owned(),
        Now::Overridden => "a later decision counts".to_owned(),
        Now::Undone => "taken back".to_owned(),
    };
    writeln!(out, "   {warning}{}{warning:#}", escape::line(&told))
}

fn row(ruling: &Ruling, now: &Now) -> serde_json::Value {
    let (state, why): (_, &[String]) = match now {
        Now::Holds => ("holds", &[]),
        Now::Reopened(why) => ("reopened", why),
        Now::Gone => ("gone", &[]),
        Now::Overridden => ("overridden", &[]),
        Now::Undone => ("undone", &[]),
    };
    json!({
        "act": ruling.act,
        "at": ruling.at,
        "by": ruling.by,
        "verdict": ruling.ruled.verdict,
        "query": ruling.ruled.query,
        "list": ruling.ruled.entry.list,
        "id": ruling.ruled.entry.id,
        "name": ruling.ruled.entry.name,
        "reason": ruling.ruled.reason,
        "state": state,
        "because": why,
    })
}

fn take_back(register: &Register, undo: &UndoDecision, terminal: Terminal) -> Result<Exit, Explained> {
    let mut writer = lists::writer(register, &undo.author)?;
    writer.undo(undo.act, &undo.reason).map_err(|error| lists::explain(&error))?;
    let mut out = terminal.results();
    writeln!(out, "taken back: decision {}", undo.act)?;
    out.flush()?;
    Ok(Exit::Clean)
}
