//! What a command looks at: files that are given, or the documents of a case.

use std::path::PathBuf;

use casebook::{Case, Error, Loaded};
use reason::decisions::Decisions;

use super::case;
use super::doctor::no_worker;
use crate::cli::{Author, CaseFolder, Reading};
use crate::explained::Explained;
use crate::reading::{Labels, gather, load};
use crate::terminal::Terminal;
use crate::terminal::progress::Progress;

/// Documents that were read from files.
pub struct Files {
    /// Without conclusions: see [`conclude`].
    pub loaded: Loaded,
    /// Files of which not one byte could be had: told already.
    pub failed: usize,
}

/// Reads files through the workers, and tells what could not be had.
///
/// # Errors
/// When no worker starts, or nothing that was given can be read.
pub fn files(
    given: &[PathBuf],
    labels: Labels,
    reading: &Reading,
    terminal: Terminal,
) -> Result<Files, Explained> {
    let pool = reading.pool()?;
    pool.warm().map_err(|error| no_worker(&error))?;
    let gathered = gather(given);
    let progress = Progress::new(terminal, "reading");
    let read = load(&gathered.found, &pool, labels).map_err(|error| no_worker(&error))?;
    drop(progress);
    for remark in gathered.passed_over.iter().chain(&read.remarks) {
        terminal.say(&format!("note: {remark}"));
    }
    let failed: Vec<_> = gathered.failed.iter().chain(&read.failed).collect();
    for error in &failed {
        error.tell(&mut terminal.talk())?;
    }
    let failed = failed.len();
    let loaded = read.loaded;
    if loaded.documents.is_empty() && loaded.unread.is_empty() && failed == 0 {
        return Err(Explained::new("there is nothing to check")
            .because("no readable file was found in what was given")
            .hint("give files or folders: `tickmark check report.pdf`"));
    }
    Ok(Files { loaded, failed })
}

/// What follows from documents that lie in no case.
pub fn conclude(loaded: &mut Loaded) {
    loaded.conclusions = reason::conclude(&loaded.sources(), &Decisions::default());
}

/// The documents of a case. Reads what is not read yet, unless somebody else writes: then what was built last is taken, and said.
///
/// # Errors
/// When there is no case, or it cannot be read.
pub fn of_case(
    folder: Option<&PathBuf>,
    reading: &Reading,
    terminal: Terminal,
) -> Result<(Case, Loaded), Explained> {
    let named = CaseFolder { case: folder.cloned() };
    let opened = case::open(&named).map_err(|error| match folder {
        Some(_) => error,
        None => error.hint("give files to check, or begin a case: `tickmark init DIR`"),
    })?;
    match case::writer(&opened, &Author { by: None }) {
        Ok(mut writer) => {
            case::built_with(&mut writer, reading, terminal)?;
        }
        Err(error @ Error::Locked { .. }) => {
            terminal.say(&format!("note: {error}; checking what was built last"));
        }
        Err(error) => return Err(case::explain(&error)),
    }
    let loaded = opened.load().map_err(|error| case::explain(&error))?;
    Ok((opened, loaded))
}
