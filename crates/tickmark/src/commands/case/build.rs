//! `build` and `rebuild`: reads what was added.

use std::io::Write;

use casebook::{BuildEvent, BuildOptions, BuildSummary, Writer};
use serde_json::json;

use super::suggest::suggest;
use super::{explain, open, write};
use crate::cli::{Author, Build, CaseFolder, Reading};
use crate::commands::doctor::no_worker;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::reading::CaseReading;
use crate::terminal::progress::Progress;
use crate::terminal::{Terminal, counted};

/// What is kept of earlier builds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Read what is new.
    Missing,
    /// Read everything again.
    Everything,
}

/// Reads what no build has read yet.
pub fn build(arguments: &Build, terminal: Terminal) -> Result<Exit, Explained> {
    run(arguments, Extent::Missing, terminal)
}

/// Deletes what was read and reads everything again.
pub fn rebuild(arguments: &Build, terminal: Terminal) -> Result<Exit, Explained> {
    run(arguments, Extent::Everything, terminal)
}

/// Opens a case to write to, with everything in it read: what exports and checks begin with. Talks on standard error.
pub fn built(
    case: &CaseFolder,
    author: &Author,
    reading: &Reading,
    terminal: Terminal,
) -> Result<Writer, Explained> {
    let case = open(case)?;
    let mut writer = write(&case, author, terminal)?;
    built_with(&mut writer, reading, terminal)?;
    Ok(writer)
}

/// Reads what no build has read yet, as part of another command.
pub fn built_with(
    writer: &mut Writer,
    reading: &Reading,
    terminal: Terminal,
) -> Result<BuildSummary, Explained> {
    act(writer, reading, Extent::Missing, terminal)
}

fn run(arguments: &Build, extent: Extent, terminal: Terminal) -> Result<Exit, Explained> {
    let case = open(&arguments.case)?;
    let mut writer = write(&case, &arguments.author, terminal)?;
    let mut summary = act(&mut writer, &arguments.reading, extent, terminal)?;
    if suggest(&arguments.suggest, &mut writer, terminal)? > 0 {
        let with_suggestions = act(&mut writer, &arguments.reading, Extent::Missing, terminal)?;
        summary.diagnostics = with_suggestions.diagnostics;
    }
    let mut out = terminal.results();
    match arguments.json {
        true => writeln!(out, "{}", row(&summary))?,
        false => writeln!(out, "{}", sentence(&summary))?,
    }
    out.flush()?;
    Ok(match summary.unread {
        0 => Exit::Clean,
        _ => Exit::Findings,
    })
}

fn act(
    writer: &mut Writer,
    reading: &Reading,
    extent: Extent,
    terminal: Terminal,
) -> Result<BuildSummary, Explained> {
    let pool = reading.pool()?;
    let case_reading = CaseReading::new(&pool);
    let options = BuildOptions { threads: pool.width().get() };
    let progress = Progress::new(terminal, "reading");
    let mut on = |event: BuildEvent<'_>| tell(&event, &progress, terminal);
    let result = match extent {
        Extent::Missing => writer.build(&case_reading, options, &mut on),
        Extent::Everything => writer.rebuild(&case_reading, options, &mut on),
    };
    drop(progress);
    if let Some(error) = case_reading.failure() {
        return Err(no_worker(&error).hint("the build is incomplete: run `tickmark rebuild`"));
    }
    result.map_err(|error| explain(&error))
}

fn tell(event: &BuildEvent<'_>, progress: &Progress, terminal: Terminal) {
    match event {
        BuildEvent::Planned { exhibits } => progress.of(*exhibits),
        BuildEvent::Read { name, .. } | BuildEvent::Opened { name, .. } => progress.done(name),
        BuildEvent::Unread { name, unread, .. } => {
            progress.done(name);
            let why = unread.sentence();
            progress.say(terminal, &format!("warning: could not read {name}: {why}"));
        }
        BuildEvent::MemberUnread { archive, path, unread } => {
            let why = unread.sentence();
            progress.say(terminal, &format!("warning: could not read {path} in {archive}: {why}"));
        }
        BuildEvent::Joining => progress.now("joining works, checking"),
    }
}

fn sentence(summary: &BuildSummary) -> String {
    let parts = [
        (summary.opened, "opened as archives"),
        (summary.unread, "not readable"),
        (summary.unchanged, "read before"),
    ];
    let mut told = vec![format!("read {}", summary.read)];
    let rest = parts.into_iter().filter(|(number, _)| *number > 0);
    told.extend(rest.map(|(number, what)| format!("{number} {what}")));
    told.push(format!("{} cited", counted(summary.works, "work", "works")));
    told.push(counted(summary.diagnostics, "diagnostic", "diagnostics"));
    told.join(", ")
}

fn row(summary: &BuildSummary) -> serde_json::Value {
    json!({
        "read": summary.read,
        "opened": summary.opened,
        "unread": summary.unread,
        "unchanged": summary.unchanged,
        "works": summary.works,
        "diagnostics": summary.diagnostics,
    })
}
