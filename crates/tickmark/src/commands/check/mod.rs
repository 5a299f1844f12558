//! `check`: reads reports and prints what is wrong with them.

mod human;
mod place;
mod summary;
mod unread;

use std::io::Write;

use casebook::Loaded;
use casebook::export::{Format, Request, What, export_loaded};
use reason::checks::Diagnostic;

use crate::cli::values::{self, Denied};
use crate::cli::{Check, CheckFormat};
use crate::commands::doctor::no_worker;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::reading::{Labels, gather, load};
use crate::terminal::Terminal;
use crate::worker::Pool;

/// Checks files, or the documents of a case.
///
/// Status 2 when not one document could be read.
pub fn run(arguments: &Check, terminal: Terminal) -> Result<Exit, Explained> {
    let denied = Denied::parse(&arguments.deny)?;
    let allowed = arguments
        .allow
        .iter()
        .map(|text| values::code(text))
        .collect::<Result<Vec<_>, _>>()?;
    let pool = arguments.reading.pool()?;
    let mut checked = if arguments.files.is_empty() {
        return Err(Explained::new("no files given"));
    } else {
        files(arguments, &pool, terminal)?
    };
    checked
        .loaded
        .diagnostics
        .retain(|diagnostic| !allowed.contains(&diagnostic.code));
    write(&checked.loaded, arguments, terminal)?;
    Ok(checked.exit(&denied))
}

/// What was read, and what became of the rest.
struct Checked {
    loaded: Loaded,
    /// Files of which not one byte could be had: told already.
    failed: usize,
}

impl Checked {
    fn exit(&self, denied: &Denied) -> Exit {
        let mut diagnostics = self.loaded.diagnostics.iter();
        if self.loaded.documents.is_empty() {
            Exit::CouldNotRun
        } else if self.failed > 0 || diagnostics.any(|one| denied.includes(one)) {
            Exit::Findings
        } else {
            Exit::Clean
        }
    }
}

fn files(arguments: &Check, pool: &Pool, terminal: Terminal) -> Result<Checked, Explained> {
    let labels = match arguments.format {
        CheckFormat::Json => Labels::FileNames,
        CheckFormat::Human | CheckFormat::Sarif | CheckFormat::Html => Labels::Paths,
    };
    pool.warm().map_err(|error| no_worker(&error))?;
    let gathered = gather(&arguments.files);
    let read = load(&gathered.found, pool, labels).map_err(|error| no_worker(&error))?;
    for remark in gathered.passed_over.iter().chain(&read.remarks) {
        terminal.say(&format!("note: {remark}"));
    }
    let failed = gathered.failed.iter().chain(&read.failed);
    for error in failed.clone() {
        error.tell(&mut terminal.talk())?;
    }
    let failed = failed.count();
    let mut loaded = read.loaded;
    if loaded.documents.is_empty() && loaded.unread.is_empty() && failed == 0 {
        return Err(Explained::new("there is nothing to check")
            .because("no readable file was found in what was given")
            .hint("give files or folders: `tickmark check report.pdf`"));
    }
    examine(&mut loaded);
    Ok(Checked { loaded, failed })
}

/// Joins the works and runs the rules.
fn examine(loaded: &mut Loaded) {
    let sources = loaded.sources();
    let works = reason::works::join(&sources);
    let diagnostics = reason::checks::check(&sources, &works);
    let unread = unread::diagnostics(loaded);
    loaded.works = works;
    loaded.diagnostics = unread.into_iter().chain(diagnostics).collect();
}

fn write(loaded: &Loaded, arguments: &Check, terminal: Terminal) -> Result<(), Explained> {
    let mut out = terminal.results();
    match arguments.format {
        CheckFormat::Human => {
            let width = terminal.width();
            human::write(&mut out, loaded, &human::Options::new(arguments, width))?;
        }
        CheckFormat::Json => json(&mut out, loaded)?,
        CheckFormat::Sarif | CheckFormat::Html => {}
    }
    out.flush()?;
    Ok(())
}

/// The rows of `tickmark export diagnostics`.
fn json(out: &mut dyn Write, loaded: &Loaded) -> Result<(), Explained> {
    let request = Request {
        what: What::Diagnostics,
        format: Format::Jsonl,
    };
    export_loaded(&request, loaded, out)
        .map_err(|error| Explained::new("could not write the diagnostics").caused_by(&error))?;
    Ok(())
}

/// How grave each diagnostic is decides the colour; how many of each, the summary.
fn count(diagnostics: &[Diagnostic], of: impl Fn(&Diagnostic) -> bool) -> usize {
    diagnostics.iter().filter(|one| of(one)).count()
}
