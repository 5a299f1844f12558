//! `check`: reads reports and prints what is wrong with them.

pub mod human;
mod pages;
mod place;
mod summary;
mod unread;

use casebook::{Error, Loaded};
use reason::decisions::Decisions;

use crate::cli::values::{self, Denied};
use crate::cli::{Author, CaseFolder, Check, CheckFormat};
use crate::commands::case;
use crate::commands::doctor::no_worker;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::reading::{Labels, gather, load};
use crate::terminal::Terminal;
use crate::terminal::progress::Progress;
use crate::worker::Pool;

pub use pages::report;

/// Checks files, or the documents of a case.
///
/// Status 2 when not one document could be read.
pub fn run(arguments: &Check, terminal: Terminal) -> Result<Exit, Explained> {
    let denied = Denied::parse(&arguments.deny)?;
    let allowed = arguments.allow.iter().map(|text| values::code(text)).collect::<Result<Vec<_>, _>>()?;
    pages::refuse_terminal(arguments, terminal)?;
    let mut checked = match arguments.files.is_empty() {
        true => documents_of_case(arguments, terminal)?,
        false => files(arguments, &arguments.reading.pool()?, terminal)?,
    };
    checked.loaded.diagnostics.retain(|diagnostic| !allowed.contains(&diagnostic.code));
    if checked.has_anything_to_show() {
        pages::write(&checked, arguments, terminal)?;
    }
    Ok(checked.exit(&denied))
}

/// What was read, and what became of the rest.
pub struct Checked {
    /// Documents, works, diagnostics.
    loaded: Loaded,
    /// What was checked, for the head of a page.
    title: String,
    /// Files of which not one byte could be had: told already.
    failed: usize,
}

impl Checked {
    const fn has_anything_to_show(&self) -> bool {
        !self.loaded.documents.is_empty() || !self.loaded.unread.is_empty()
    }

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
    let progress = Progress::new(terminal, "reading");
    let read = load(&gathered.found, pool, labels).map_err(|error| no_worker(&error))?;
    drop(progress);
    for remark in gathered.passed_over.iter().chain(&read.remarks) {
        terminal.say(&format!("note: {remark}"));
    }
    let failed: Vec<_> = gathered.failed.iter().chain(&read.failed).collect();
    for error in &failed {
        error.tell(&mut terminal.talk())?;
    }
    let failed = failed.len();
    let mut loaded = read.loaded;
    if loaded.documents.is_empty() && loaded.unread.is_empty() && failed == 0 {
        return Err(Explained::new("there is nothing to check")
            .because("no readable file was found in what was given")
            .hint("give files or folders: `tickmark check report.pdf`"));
    }
    let progress = Progress::new(terminal, "checking");
    examine(&mut loaded);
    drop(progress);
    Ok(Checked { title: title_of(&loaded), loaded, failed })
}

/// Joins the works and runs the rules.
fn examine(loaded: &mut Loaded) {
    let sources = loaded.sources();
    let conclusions = reason::conclude(&sources, &Decisions::default());
    let diagnostics = reason::checks::check(&sources, &conclusions);
    let unread = unread::diagnostics(loaded);
    loaded.conclusions = conclusions;
    loaded.diagnostics = unread.into_iter().chain(diagnostics).collect();
}

/// Of one document its own title; of several, how many.
fn title_of(loaded: &Loaded) -> String {
    match loaded.documents.as_slice() {
        [one] => one.document.title.clone(),
        _ => None,
    }
    .unwrap_or_else(|| match loaded.documents.as_slice() {
        [one] => one.exhibit.label.clone(),
        several => format!("{} documents", several.len()),
    })
}

/// Reads what is not read yet, unless somebody else writes: then what was built last is checked, and said.
fn documents_of_case(arguments: &Check, terminal: Terminal) -> Result<Checked, Explained> {
    let folder = CaseFolder { case: arguments.case.clone() };
    let opened = case::open(&folder).map_err(|error| match arguments.case {
        Some(_) => error,
        None => error.hint("give files to check, or begin a case: `tickmark init DIR`"),
    })?;
    match case::writer(&opened, &Author { by: None }) {
        Ok(mut writer) => {
            case::built_with(&mut writer, &arguments.reading, terminal)?;
        }
        Err(error @ Error::Locked { .. }) => {
            terminal.say(&format!("note: {error}; checking what was built last"));
        }
        Err(error) => return Err(case::explain(&error)),
    }
    let loaded = opened.load().map_err(|error| case::explain(&error))?;
    let name = opened.root().file_name().map(|name| name.to_string_lossy());
    Ok(Checked { title: name.map_or_else(|| "case".to_owned(), |name| name.into_owned()), loaded, failed: 0 })
}
