//! `lists add`: keeps files of lists as snapshots.

use std::io::Write;

use casebook::ledger::ListAdded;
use casebook::register::{Added, Adding, FileFaults, ListFile, NewList, Order, RegisterWriter, Step, parted};
use names::history::Day;
use names::lists::Mapping;

use super::{begin, explain, set};
use crate::cli::values::day;
use crate::cli::{AddLists, ListsFolder};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::progress::Progress;
use crate::terminal::{Terminal, counted, escape};

/// Adds every list given; what fails is told and the rest goes on.
pub fn run(folder: &ListsFolder, arguments: &AddLists, terminal: Terminal) -> Result<Exit, Explained> {
    let date = arguments.date.as_deref().map(|text| day("--date", text)).transpose()?;
    let mapping = mapping(arguments)?;
    let files: Vec<ListFile> =
        arguments.files.iter().map(|path| ListFile { path: path.clone(), origin: None }).collect();
    let lists = parted(files).map_err(|error| explain(&error))?;
    if lists.len() > 1 && arguments.list.is_some() {
        return Err(Explained::new(format!(
            "--list names one list, but these files are {} lists",
            lists.len()
        ))
        .hint("add each with a command of its own"));
    }
    let mut writer = begin(folder, &arguments.author)?;
    let mut exit = Exit::Clean;
    let mut failed = Vec::new();
    for files in &lists {
        let new = NewList {
            files,
            list: arguments.list.as_deref(),
            date,
            fetched_on: None,
            mapping: mapping.as_ref(),
        };
        match add(&mut writer, &new, terminal) {
            Ok(Exit::Clean) => {}
            Ok(_) => exit = Exit::Findings,
            Err(error) => failed.push(error),
        }
    }
    if failed.len() == lists.len()
        && let Some(last) = failed.pop()
    {
        tell(&failed, terminal);
        return Err(last);
    }
    tell(&failed, terminal);
    let register = writer.register();
    let contents = register.contents().map_err(|error| explain(&error))?;
    set(register, &contents, terminal)?;
    terminal.say(
        "next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table",
    );
    Ok(if failed.is_empty() { exit } else { Exit::Findings })
}

fn tell(failed: &[Explained], terminal: Terminal) {
    for error in failed {
        // That nobody can hear it is no reason to stop.
        let _ = error.tell(&mut terminal.talk());
    }
}

/// Adds one list, tells what is to be said of its files, and says what was done.
pub fn add(writer: &mut RegisterWriter, new: &NewList<'_>, terminal: Terminal) -> Result<Exit, Explained> {
    let progress = Progress::in_bytes(terminal, "copying");
    let told = &mut |adding: Adding| {
        progress.now(match adding.step {
            Step::Copying => "copying",
            Step::Reading => "reading",
        });
        progress.of(adding.of);
        progress.at(adding.done);
    };
    let added = writer.add(new, told).map_err(|error| explain(&error))?;
    drop(progress);
    let told: usize = added.faults.iter().map(|file| faults(file, &added.faults, terminal)).sum();
    if !added.whole {
        terminal.say("warning: the file breaks off before its end; what stands before was taken, and every answer says so. The whole file takes its place");
    }
    if let Some(stated) = added.stated {
        terminal.say(&other_day(new, &added.snapshot, stated));
    }
    let mut out = terminal.results();
    writeln!(out, "{}", escape::line(&sentence(&added)))?;
    out.flush()?;
    Ok(if told == 0 && added.whole { Exit::Clean } else { Exit::Findings })
}

/// What the user says of the day counts; that the file says another is told, for a slip here makes every answer one of another day.
fn other_day(new: &NewList<'_>, snapshot: &ListAdded, stated: Day) -> String {
    let file = new.files.first().map(|file| file.path.display().to_string()).unwrap_or_default();
    let (list, date) = (&snapshot.list, snapshot.date);
    format!(
        "note: {file} states that it is of {stated}; {date} is used, as --date says. If the file is right: \
         `tickmark lists remove {list}@{date} --reason WORDS`, and add it without --date"
    )
}

/// Tells what is to be said of a file; returns how much of it leaves something out.
fn faults(file: &FileFaults, all: &[FileFaults], terminal: Terminal) -> usize {
    for told in file.faults.told() {
        let (line, said) = (told.place.line, told.what.sentence());
        let of = all.iter().find(|other| other.part == told.place.part).unwrap_or(file);
        terminal.say(&format!("{}: {}, line {line}: {said}", grave(told.what.leaves_out()), of.path));
    }
    if file.faults.untold() > 0 {
        terminal.say(&format!("note: {}: {} more of these kinds", file.path, file.faults.untold()));
    }
    file.faults.left_out()
}

const fn grave(leaves_out: bool) -> &'static str {
    if leaves_out { "warning" } else { "note" }
}

fn sentence(added: &Added) -> String {
    let snapshot = &added.snapshot;
    let what =
        format!("{}@{}: {}", snapshot.list, snapshot.date, counted(snapshot.entries, "entry", "entries"),);
    let left_out = match snapshot.left_out {
        0 => String::new(),
        number => format!(", {} left out", counted(number, "row or value", "rows or values")),
    };
    match added.order {
        Order::First | Order::Latest => format!("added {what}{left_out}"),
        Order::Earlier { latest } => {
            format!(
                "added {what}{left_out}; the snapshot of {latest} stays the latest, this one says what held before"
            )
        }
        Order::Instead => format!("added {what}{left_out}, in the place of one that broke off"),
        Order::Again => format!("already there: {what}"),
    }
}

fn mapping(arguments: &AddLists) -> Result<Option<Mapping>, Explained> {
    let Some(columns) = &arguments.columns else { return Ok(None) };
    let pair = |text: &str| {
        let (property, column) = text.split_once('=')?;
        Some((column.trim().to_owned(), property.trim().to_owned()))
    };
    let columns = columns.split(',').map(|text| {
        pair(text).ok_or_else(|| {
            Explained::new(format!("--columns: `{text}` is no PROPERTY=COLUMN"))
                .hint("write it as name=Full name,birthDate=DOB")
        })
    });
    Ok(Some(Mapping {
        columns: columns.collect::<Result<_, _>>()?,
        schema: arguments.schema.clone(),
        separator: arguments.separator,
    }))
}
