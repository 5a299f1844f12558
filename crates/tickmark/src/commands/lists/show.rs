//! `lists`: what is in use.

use std::io::Write;

use casebook::register::{Register, Snapshot};
use serde_json::json;

use super::{explain, open, set, shown};
use crate::cli::ListsFolder;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;
use crate::terminal::table::{Column, Table};

/// A row a snapshot, those of a list together, the oldest first.
pub fn run(folder: &ListsFolder, json: bool, terminal: Terminal) -> Result<Exit, Explained> {
    let register = open(folder)?;
    let contents = register.contents().map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    if json {
        contents.snapshots().iter().try_for_each(|snapshot| writeln!(out, "{}", row(snapshot)))?;
    } else if contents.snapshots().is_empty() {
        writeln!(out, "no lists are in use")?;
    } else {
        table(contents.snapshots()).write(&mut out, terminal.room())?;
        let set = set(&register, &contents, terminal)?;
        writeln!(out, "{}", sum(&register, &set))?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn table(snapshots: &[Snapshot]) -> Table {
    let columns = [
        Column::Left("SNAPSHOT"),
        Column::Left("DATE IS"),
        Column::Right("ENTRIES"),
        Column::Right("LEFT OUT"),
        Column::Left("FORMAT"),
        Column::Filling("LICENCE"),
    ];
    let mut table = Table::new(columns, 0);
    for snapshot in snapshots {
        let added = &snapshot.added;
        let basis = basis(snapshot);
        let left_out = match (added.left_out, added.breaks_off) {
            (0, false) => String::new(),
            (number, false) => number.to_string(),
            (number, true) => format!("{number}, breaks off"),
        };
        let format = added.format.name().to_owned();
        table.row([
            shown(snapshot),
            basis.to_owned(),
            added.entries.to_string(),
            left_out,
            format,
            added.licence.clone(),
        ]);
    }
    table
}

fn sum(register: &Register, set: &casebook::register::ListSet) -> String {
    let index = set.index();
    format!("{} names of {} entries, in {}", index.name_count(), index.len(), register.root().display())
}

const fn basis(snapshot: &Snapshot) -> &'static str {
    match snapshot.added.date_basis {
        casebook::ledger::DateBasis::Stated => "stated",
        casebook::ledger::DateBasis::Given => "given",
        casebook::ledger::DateBasis::Fetched => "fetched",
    }
}

fn row(snapshot: &Snapshot) -> serde_json::Value {
    json!({
        "snapshot": shown(snapshot),
        "act": snapshot.act,
        "added_at": snapshot.at,
        "added_by": snapshot.by,
        "list": snapshot.added.list,
        "date": snapshot.added.date,
        "date_basis": snapshot.added.date_basis,
        "format": snapshot.added.format,
        "licence": snapshot.added.licence,
        "files": snapshot.added.files,
        "entries": snapshot.added.entries,
        "left_out": snapshot.added.left_out,
        "breaks_off": snapshot.added.breaks_off,
    })
}
