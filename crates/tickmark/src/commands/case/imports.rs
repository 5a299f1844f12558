//! `parties import`, `imports`, `remove`: parties that others wrote down, kept like evidence but never read as a document.

use std::io::Write;

use casebook::ledger::Role;
use casebook::{LARGEST, ReadParties, Unfit, read_parties};
use ftm::{Fault, MOST_RECORDS, Record, Role as Meaning, Sort};

use super::tables::{keep, shown, writer};
use super::{explain, open};
use crate::cli::{ImportParties, TableName, Tables};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, counted, escape};

/// Reads a file, says what cannot be taken of it, keeps it and takes it into use.
pub fn import(arguments: &ImportParties, terminal: Terminal) -> Result<Exit, Explained> {
    let name = shown(&arguments.file);
    let read = read_parties(&arguments.file).map_err(|error| {
        Explained::new(format!("could not read {name}")).because(match &error {
            casebook::Error::Io { source, .. } => source.to_string(),
            other => other.to_string(),
        })
    })?;
    refuse(&read, &name)?;
    tell(&read, &name, terminal);
    let mut writer = writer(&arguments.case, &arguments.author, terminal)?;
    let exhibit = keep(&mut writer, &arguments.file)?;
    if exhibit != read.sha256 {
        return Err(Explained::new(format!("{name} changed while it was read, and is not in use"))
            .hint("import it again when nobody writes to it"));
    }
    let used = writer.case().in_use().map_err(|error| explain(&error))?;
    let known = used.contains(&(Role::Parties, exhibit));
    if !known {
        writer.take_into_use(Role::Parties, exhibit).map_err(|error| explain(&error))?;
    }
    let mut out = terminal.results();
    let done = if known { "in use already" } else { "imported" };
    writeln!(out, "{done}: {name} ({}): {}", exhibit.short(), counts(&read.gathered.records))?;
    out.flush()?;
    terminal.say("next: `tickmark parties` shows them, and which parties of the documents they may be");
    Ok(if read.gathered.told.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// What is no file of parties is not kept.
fn refuse(read: &ReadParties, name: &str) -> Result<(), Explained> {
    let gathered = &read.gathered;
    let explained = match read.unfit {
        Some(Unfit::Array) => Explained::new(format!("{name} is one JSON array, not a JSON object a line"))
            .hint(format!("`jq -c '.[]' {name} > entities.jsonl` makes lines of it")),
        Some(Unfit::Gzip) => {
            Explained::new(format!("{name} is compressed")).hint(format!("`gunzip --keep {name}` unpacks it"))
        }
        Some(Unfit::TooLarge) => too_much(format!("{name} has more than {} GB", LARGEST >> 30)),
        None if gathered.told.iter().any(|one| matches!(one.what, Fault::TooMany { .. })) => {
            too_much(format!("{name} holds more than {MOST_RECORDS} entities"))
        }
        None if gathered.records.is_empty() => {
            let explained = Explained::new(format!("{name} has no entity in it"));
            let explained = match gathered.told.first() {
                Some(first) => explained.because(format!("line {}: {}", first.line, first.what.sentence())),
                None => explained.because("it is empty"),
            };
            explained.hint("a line an entity: {\"id\": …, \"schema\": …, \"properties\": {…}}, as OpenSanctions, Aleph and `tickmark export ftm` write them")
        }
        None => return Ok(()),
    };
    Err(explained)
}

fn too_much(what: String) -> Explained {
    Explained::new(what)
        .because("all of it is in memory whenever parties are looked at")
        .hint("import the part that the case is about")
}

fn tell(read: &ReadParties, name: &str, terminal: Terminal) {
    let gathered = &read.gathered;
    for one in &gathered.told {
        let sign = if one.what.leaves_out() { "error" } else { "note" };
        let sentence = one.what.sentence();
        terminal.say(&format!("{sign}: {name}, line {}: {}", one.line, escape::line(&sentence)));
    }
    if gathered.untold > 0 {
        let lines = counted(gathered.untold, "remark", "remarks");
        terminal.say(&format!("note: {lines} more of these kinds; {} left out in all", gathered.left_out));
    }
}

/// `3 parties (1 person, 2 companies), 1 tie, 1 other entity`.
fn counts(records: &[Record]) -> String {
    let of = |sort: Sort| records.iter().filter(|record| record.sort() == Some(sort)).count();
    let sorts = [
        (of(Sort::Person), "person", "people"),
        (of(Sort::Organization), "organisation", "organisations"),
        (of(Sort::Company), "company", "companies"),
        (of(Sort::LegalEntity), "person or body", "people or bodies"),
        (of(Sort::Place), "address", "addresses"),
        (of(Sort::Vehicle), "vehicle", "vehicles"),
    ];
    let parties: usize = sorts.iter().map(|(number, ..)| number).sum();
    let some = sorts.into_iter().filter(|(number, ..)| *number > 0);
    let some: Vec<_> = some.map(|(number, one, many)| counted(number, one, many)).collect();
    let ties = records.iter().filter(|record| matches!(record.role(), Meaning::Tie(_))).count();
    let mut told = vec![counted(parties, "party", "parties")];
    if !some.is_empty() {
        told[0] = format!("{} ({})", told[0], some.join(", "));
    }
    if ties > 0 {
        told.push(counted(ties, "tie", "ties"));
    }
    let others = records.len() - parties - ties;
    if others > 0 {
        told.push(counted(others, "other entity", "other entities"));
    }
    told.join(", ")
}

/// The files in use.
pub fn imports(tables: &Tables, terminal: Terminal) -> Result<Exit, Explained> {
    let files = open(&tables.case)?.imports().map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    if files.is_empty() {
        writeln!(out, "no parties are imported")?;
    }
    for file in &files {
        let (id, name) = (&file.sha256[..12], escape::line(&file.name));
        writeln!(out, "{id}  {name}: {}", counts(&file.records))?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}

/// Takes a file out of use.
pub fn remove(name: &TableName, terminal: Terminal) -> Result<Exit, Explained> {
    let mut writer = writer(&name.case, &name.author, terminal)?;
    let used = writer.case().files_of_parties().map_err(|error| explain(&error))?;
    let mut meant = used.iter().filter(|(one, _)| one.to_string().starts_with(&name.id));
    let (Some((exhibit, file)), None) = (meant.next(), meant.next()) else {
        return Err(Explained::new(format!("no one imported file in use is `{}`", name.id))
            .hint("`tickmark parties imports` prints those in use"));
    };
    writer.take_out_of_use(Role::Parties, *exhibit).map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    writeln!(out, "not in use any more: {} ({}); it stays kept", escape::line(file), exhibit.short())?;
    out.flush()?;
    Ok(Exit::Clean)
}
