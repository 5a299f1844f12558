//! `check`: reads reports and prints what is wrong with them.

pub mod human;
mod listed;
mod pages;
mod place;
mod summary;
mod unread;

use casebook::Loaded;

use crate::cli::values::{self, Denied};
use crate::cli::{Check, CheckFormat};
use crate::commands::subject::{self, Files};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::reading::Labels;
use crate::terminal::Terminal;
use crate::terminal::progress::Progress;

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
        false => files(arguments, terminal)?,
    };
    if let Some(lists) = &arguments.lists {
        listed::add(&mut checked.loaded, lists, arguments, terminal)?;
    }
    checked.loaded.retain_diagnostics(|diagnostic| !allowed.contains(&diagnostic.code));
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

fn files(arguments: &Check, terminal: Terminal) -> Result<Checked, Explained> {
    let labels = match arguments.format {
        CheckFormat::Json => Labels::FileNames,
        CheckFormat::Human | CheckFormat::Sarif | CheckFormat::Html => Labels::Paths,
    };
    let Files { mut loaded, failed } =
        subject::files(&arguments.files, labels, &arguments.reading, terminal)?;
    let progress = Progress::new(terminal, "checking");
    examine(&mut loaded);
    drop(progress);
    Ok(Checked { title: title_of(&loaded), loaded, failed })
}

/// Joins the works and runs the rules.
fn examine(loaded: &mut Loaded) {
    subject::conclude(loaded);
    let diagnostics = reason::checks::check(&loaded.sources(), &loaded.conclusions);
    let unread = unread::diagnostics(loaded);
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

fn documents_of_case(arguments: &Check, terminal: Terminal) -> Result<Checked, Explained> {
    let (opened, loaded) = subject::of_case(arguments.case.as_ref(), &arguments.reading, terminal)?;
    let name = opened.root().file_name().map(|name| name.to_string_lossy());
    let title = name.map_or_else(|| "case".to_owned(), |name| name.into_owned());
    Ok(Checked { title, loaded, failed: 0 })
}
