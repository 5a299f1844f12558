//! `gazetteer` and `rates`: tables of the user's own, kept like evidence but never read as a document.

use std::io::Write;
use std::path::Path;

use casebook::ledger::Role;
use casebook::{AddEvent, AddOptions, AddSource, Sha256, Writer};
use reason::money::Rates;
use reason::places::Gazetteer;

use super::{explain, open, write};
use crate::cli::{self, Author, CaseFolder, GazetteerAct, RatesAct, Table, TableName, Tables};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, counted, escape};

/// Adds to, takes from and lists the gazetteers in use.
pub fn gazetteer(arguments: &cli::Gazetteer, terminal: Terminal) -> Result<Exit, Explained> {
    match &arguments.act {
        GazetteerAct::Add(table) => {
            let told = places(&text(&table.file)?, &table.file)?;
            take(table, Role::Gazetteer, &told, terminal)
        }
        GazetteerAct::Remove(name) => remove(name, terminal),
        GazetteerAct::List(tables) => list(tables, Role::Gazetteer, terminal),
    }
}

/// Replaces, resets and lists the rates in use.
pub fn rates(arguments: &cli::Rates, terminal: Terminal) -> Result<Exit, Explained> {
    match &arguments.act {
        RatesAct::Use(table) => {
            let text = text(&table.file)?;
            if !text
                .lines()
                .any(|line| line.contains(',') && !line.starts_with('#') && !line.starts_with("date,"))
            {
                return Err(Explained::new(format!("{} has no rate in it", table.file.display()))
                    .hint("`tickmark rates reset` takes the bundled rates into use again"));
            }
            Rates::parse(&text).map_err(|error| {
                Explained::new(format!("{} is no table of rates", table.file.display()))
                    .because(error)
                    .hint("a line a rate: date,currency,usd_per_unit,source, as 2024-07-25,XOF,0.00165,European Central Bank")
            })?;
            take(table, Role::Rates, "a table of rates", terminal)
        }
        RatesAct::Reset(tables) => reset(tables, terminal),
        RatesAct::List(tables) => list(tables, Role::Rates, terminal),
    }
}

fn text(file: &Path) -> Result<String, Explained> {
    let bytes = std::fs::read(file)
        .map_err(|error| Explained::new(format!("could not read {}", file.display())).because(error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// How many places a file gives.
fn places(text: &str, file: &Path) -> Result<String, Explained> {
    let (_, passed_over) = Gazetteer::with(text);
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    match lines.saturating_sub(passed_over) {
        0 => Err(Explained::new(format!("{} has no place in it", file.display()))
            .because("none of its lines has the columns of a GeoNames dump (19) or of the short table (9), parted by tabs")
            .hint("https://download.geonames.org/export/dump/ has a zip a country: unpack it and add the .txt")),
        known if passed_over > 0 => Ok(format!(
            "{}; {} passed over",
            counted(known, "place", "places"),
            counted(passed_over, "line", "lines")
        )),
        known => Ok(counted(known, "place", "places")),
    }
}

fn take(table: &Table, role: Role, told: &str, terminal: Terminal) -> Result<Exit, Explained> {
    let mut writer = writer(&table.case, &table.author, terminal)?;
    let exhibit = keep(&mut writer, &table.file)?;
    writer.take_into_use(role, exhibit).map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    writeln!(out, "in use as {}: {} ({}): {told}", role.name(), shown(&table.file), exhibit.short())?;
    out.flush()?;
    if role == Role::Gazetteer {
        terminal.say("next: `tickmark build` analyses everything anew with it");
    }
    Ok(Exit::Clean)
}

pub(super) fn shown(file: &Path) -> String {
    escape::line(&file.display().to_string()).into_owned()
}

/// Into the vault, like any other exhibit.
pub(super) fn keep(writer: &mut Writer, file: &Path) -> Result<Sha256, Explained> {
    let mut kept = Err(Explained::new(format!("could not keep {}", file.display())));
    let mut on = |event: AddEvent<'_>| match event {
        AddEvent::Added { sha256, .. }
        | AddEvent::AddedAgain { sha256, .. }
        | AddEvent::AlreadyThere { sha256, .. } => {
            kept = Ok(sha256);
        }
        AddEvent::Failed { error, .. } => {
            kept = Err(Explained::new(format!("could not keep {}", file.display())).because(error));
        }
        AddEvent::Skipped { .. } => {}
    };
    let added = writer.add(vec![AddSource::Path(file.to_owned())], AddOptions::default(), &mut on);
    added.map_err(|error| explain(&error))?;
    kept
}

fn remove(name: &TableName, terminal: Terminal) -> Result<Exit, Explained> {
    let mut writer = writer(&name.case, &name.author, terminal)?;
    let used = writer.case().in_use().map_err(|error| explain(&error))?;
    let mut meant =
        used.iter().filter(|(role, one)| *role == Role::Gazetteer && one.to_string().starts_with(&name.id));
    let (Some((role, exhibit)), None) = (meant.next(), meant.next()) else {
        return Err(Explained::new(format!("no one gazetteer in use is `{}`", name.id))
            .hint("`tickmark gazetteer list` prints those in use"));
    };
    writer.take_out_of_use(*role, *exhibit).map_err(|error| explain(&error))?;
    terminal.say("next: `tickmark build` analyses everything anew without it");
    Ok(Exit::Clean)
}

fn reset(tables: &Tables, terminal: Terminal) -> Result<Exit, Explained> {
    let mut writer = writer(&tables.case, &tables.author, terminal)?;
    let used = writer.case().in_use().map_err(|error| explain(&error))?;
    for (role, exhibit) in used.into_iter().filter(|(role, _)| *role == Role::Rates) {
        writer.take_out_of_use(role, exhibit).map_err(|error| explain(&error))?;
    }
    terminal.say("the rates that are built in are in use");
    Ok(Exit::Clean)
}

fn list(tables: &Tables, role: Role, terminal: Terminal) -> Result<Exit, Explained> {
    let used = open(&tables.case)?.in_use().map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    let mut own = used.iter().filter(|(other, _)| *other == role).peekable();
    if own.peek().is_none() || role == Role::Gazetteer {
        writeln!(out, "built in")?;
    }
    for (_, exhibit) in own {
        writeln!(out, "{}", exhibit.short())?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}

pub(super) fn writer(case: &CaseFolder, author: &Author, terminal: Terminal) -> Result<Writer, Explained> {
    write(&open(case)?, author, terminal)
}
