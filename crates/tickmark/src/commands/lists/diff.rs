//! `lists diff`: what changed from one snapshot to another.

use std::collections::HashMap;
use std::io::{self, Write};

use casebook::register::{Change, Register, Snapshot, changes, mark};
use reason::imports::Record;
use serde_json::json;

use super::{explain, open, shown, snapshot};
use crate::cli::{DiffLists, ListsFolder};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, counted, escape, style};

/// An entry of one of two snapshots that the other has not, or not so.
enum Changed {
    Added(Record),
    Removed(Record),
    Otherwise(Record, Vec<Change>),
}

/// Added, removed, changed: in the order of the later snapshot, then what is gone.
pub fn run(folder: &ListsFolder, arguments: &DiffLists, terminal: Terminal) -> Result<Exit, Explained> {
    let register = open(folder)?;
    let contents = register.contents().map_err(|error| explain(&error))?;
    let (earlier, later) =
        (snapshot(&contents, &arguments.earlier)?, snapshot(&contents, &arguments.later)?);
    if (earlier.added.list == later.added.list) && earlier.added.date > later.added.date {
        terminal.say(&format!("note: {} is later than {}; what is told as added went away", shown(earlier), shown(later)));
    }
    let changed = compare(parties(&register, earlier)?, parties(&register, later)?);
    let mut out = terminal.results();
    match arguments.json {
        true => changed.iter().try_for_each(|one| writeln!(out, "{}", row(one)))?,
        false => for_people(&mut out, &changed, earlier, later)?,
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn parties(register: &Register, snapshot: &Snapshot) -> Result<Vec<Record>, Explained> {
    Ok(register.read(snapshot).map_err(|error| explain(&error))?.parties)
}

fn compare(earlier: Vec<Record>, later: Vec<Record>) -> Vec<Changed> {
    let mut before: HashMap<String, Record> =
        earlier.into_iter().map(|record| (record.id.clone(), record)).collect();
    let mut changed = Vec::new();
    for record in later {
        match before.remove(&record.id) {
            None => changed.push(Changed::Added(record)),
            Some(then) => {
                let changes = changes(&mark("", &then).content, &record);
                if !changes.is_empty() {
                    changed.push(Changed::Otherwise(record, changes));
                }
            }
        }
    }
    let mut gone: Vec<Record> = before.into_values().collect();
    gone.sort_by_key(|record| record.line);
    changed.extend(gone.into_iter().map(Changed::Removed));
    changed
}

fn for_people(
    out: &mut impl Write,
    changed: &[Changed],
    earlier: &Snapshot,
    later: &Snapshot,
) -> io::Result<()> {
    let (added, removed, otherwise) = (style::HELP, style::ERROR, style::WARNING);
    let shown_as = |record: &Record| {
        format!("{} ({})", escape::line(record.shown()), escape::line(&record.id))
    };
    for one in changed {
        match one {
            Changed::Added(record) => writeln!(out, "{added}added{added:#}    {}", shown_as(record))?,
            Changed::Removed(record) => writeln!(out, "{removed}removed{removed:#}  {}", shown_as(record))?,
            Changed::Otherwise(record, changes) => {
                writeln!(out, "{otherwise}changed{otherwise:#}  {}", shown_as(record))?;
                for change in changes {
                    writeln!(out, "           {}", escape::line(&words(change)))?;
                }
            }
        }
    }
    let number = |is: fn(&Changed) -> bool| changed.iter().filter(|one| is(one)).count();
    writeln!(
        out,
        "{} to {}: {} added, {} removed, {} changed",
        escape::line(&shown(earlier)),
        escape::line(&shown(later)),
        number(|one| matches!(one, Changed::Added(_))),
        number(|one| matches!(one, Changed::Removed(_))),
        number(|one| matches!(one, Changed::Otherwise(..))),
    )
}

/// `alias added: “The Miller”`, `1 value of address removed`.
pub fn words(change: &Change) -> String {
    let quoted: Vec<String> = change.added.iter().map(|value| format!("“{value}”")).collect();
    let removed = || format!("{} of {} removed", counted(change.removed, "value", "values"), change.property);
    match (quoted.is_empty(), change.removed) {
        (true, _) => removed(),
        (false, 0) => format!("{} added: {}", change.property, quoted.join(", ")),
        (false, _) => format!("{} added: {}; {}", change.property, quoted.join(", "), removed()),
    }
}

fn row(one: &Changed) -> serde_json::Value {
    let (what, record, changes) = match one {
        Changed::Added(record) => ("added", record, &[][..]),
        Changed::Removed(record) => ("removed", record, &[][..]),
        Changed::Otherwise(record, changes) => ("changed", record, &**changes),
    };
    let changes: Vec<_> = changes
        .iter()
        .map(|change| json!({"property": change.property, "added": change.added, "removed": change.removed}))
        .collect();
    json!({
        "change": what,
        "id": record.id,
        "schema": record.schema,
        "name": record.shown(),
        "line": record.line,
        "changes": changes,
    })
}
