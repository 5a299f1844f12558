//! `add`: keeps files as evidence.

use std::ffi::OsStr;
use std::io::{self, Write};

use casebook::{AddEvent, AddOptions, AddSource, AddSummary, FolderLinks, Skipped, Writer};
use serde_json::json;

use super::{explain, open, write};
use crate::cli::Add;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;
use crate::terminal::progress::Progress;

/// Adds everything given; what fails is told and the rest goes on.
pub fn run(arguments: &Add, terminal: Terminal) -> Result<Exit, Explained> {
    let case = open(&arguments.case)?;
    let mut writer = write(&case, &arguments.author, terminal)?;
    let summary = match arguments.json {
        true => add_as_json(arguments, &mut writer, terminal)?,
        false => add_for_people(arguments, &mut writer, terminal)?,
    };
    Ok(match summary.failed {
        0 => Exit::Clean,
        _ => Exit::Findings,
    })
}

fn add_for_people(arguments: &Add, writer: &mut Writer, terminal: Terminal) -> Result<AddSummary, Explained> {
    let progress = Progress::new(terminal, "adding");
    let summary = add(arguments, writer, &mut |event| match event {
        AddEvent::Added { origin, .. }
        | AddEvent::AddedAgain { origin, .. }
        | AddEvent::AlreadyThere { origin, .. } => progress.done(origin),
        AddEvent::Skipped { path, why } => {
            progress.say(terminal, &format!("note: passed over {path}: {}", reason(why)));
        }
        AddEvent::Failed { path, error } => {
            progress.say(terminal, &format!("error: could not add {path}\n  why: {error}"));
        }
    })?;
    drop(progress);
    let mut out = terminal.results();
    writeln!(out, "{}", sentence(&summary))?;
    out.flush()?;
    if summary.added + summary.added_again > 0 {
        terminal.say("next: `tickmark build` reads them, `tickmark check` says what is wrong");
    }
    Ok(summary)
}

/// One line a file, out before the next file is begun: who reads it knows what is safe.
fn add_as_json(arguments: &Add, writer: &mut Writer, terminal: Terminal) -> Result<AddSummary, Explained> {
    let mut out = terminal.results();
    let mut failed = None;
    let summary = add(arguments, writer, &mut |event| {
        let line = writeln!(out, "{}", row(&event)).and_then(|()| out.flush());
        // What is kept is kept: that nobody listens is told at the end.
        failed = failed.take().or(line.err());
    })?;
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(summary),
    }
}

fn add(
    arguments: &Add,
    writer: &mut Writer,
    on: &mut dyn FnMut(AddEvent<'_>),
) -> Result<AddSummary, Explained> {
    let mut stdin = io::stdin().lock();
    let mut stream = Some(&mut stdin);
    let mut sources = Vec::new();
    for path in &arguments.sources {
        if path.as_os_str() != OsStr::new("-") {
            sources.push(AddSource::Path(path.clone()));
        } else if let Some(bytes) = stream.take() {
            sources.push(AddSource::Stream { name: arguments.name.clone(), origin: "-".to_owned(), bytes });
        }
    }
    let folder_links = match arguments.follow_links {
        true => FolderLinks::Follow,
        false => FolderLinks::Skip,
    };
    writer.add(sources, AddOptions { folder_links }, on).map_err(|error| explain(&error))
}

fn row(event: &AddEvent<'_>) -> serde_json::Value {
    match event {
        AddEvent::Added { origin, sha256, size } => {
            json!({"event": "added", "origin": origin, "sha256": sha256, "size": size})
        }
        AddEvent::AddedAgain { origin, sha256, size } => {
            json!({"event": "added_again", "origin": origin, "sha256": sha256, "size": size})
        }
        AddEvent::AlreadyThere { origin, sha256 } => {
            json!({"event": "already_there", "origin": origin, "sha256": sha256})
        }
        AddEvent::Skipped { path, why } => {
            json!({"event": "skipped", "origin": path, "why": reason(*why)})
        }
        AddEvent::Failed { path, error } => {
            json!({"event": "failed", "origin": path, "why": error.to_string()})
        }
    }
}

const fn reason(why: Skipped) -> &'static str {
    match why {
        Skipped::FolderLink => "it is a link to a folder (--follow-links enters it)",
        Skipped::LinkLoop => "it is a link to a folder that it lies in",
        Skipped::Fifo => "it is a named pipe",
        Skipped::Socket => "it is a socket",
        Skipped::Device => "it is a device",
        Skipped::OwnCase => "it is the case itself",
    }
}

/// `added 8, already there 2, failed 1`: what did not happen is left out, save that something was added.
fn sentence(summary: &AddSummary) -> String {
    let parts = [
        (summary.added_again, "known bytes by a new way"),
        (summary.already_there, "already there"),
        (summary.skipped, "passed over"),
        (summary.failed, "failed"),
    ];
    let rest = parts.into_iter().filter(|(number, _)| *number > 0);
    let mut told = vec![format!("added {}", summary.added)];
    told.extend(rest.map(|(number, what)| format!("{number} {what}")));
    told.join(", ")
}
