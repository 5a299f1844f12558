//! `demo`: an example case, built before the user's eyes.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use casebook::{AddOptions, AddSource, Case, Loaded, Writer};
use reason::checks::{Code, Diagnostic};

use super::case::{WallClock, actor, built_with, explain};
use super::check::{human, report};
use crate::cli::{Author, Demo, Reading};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::output::deliver;
use crate::terminal::{Terminal, style};

/// How many diagnostics are shown, one of each rule.
const SHOWN: usize = 5;

macro_rules! documents {
    ($($name:literal)*) => {
        &[$(($name, include_bytes!(concat!("../../../../examples/riverbend/documents/", $name)))),*]
    };
}

/// The example's documents: invented events, planted defects. A test compares the list with the folder.
pub const DOCUMENTS: &[(&str, &[u8])] = documents![
    "communique-22.txt"
    "courier-what-we-know.html"
    "field-memo.docx"
    "figures-by-source.odt"
    "note-riverain.docx"
    "observatory-briefing.txt"
    "panel-midterm-extract.pdf"
    "sable-herald-wire.html"
    "the-ferry-and-the-fees.pdf"
    "timeline.md"
];

/// Writes the documents, makes a case of them, and shows what is wrong with them.
pub fn run(arguments: &Demo, terminal: Terminal) -> Result<Exit, Explained> {
    let dir = &arguments.dir;
    refuse_to_overwrite(dir)?;
    let documents = dir.join("documents");
    write_documents(&documents)?;
    let mut writer = begin(&dir.join("case"))?;
    writer
        .add(vec![AddSource::Path(documents)], AddOptions::default(), &mut |_| {})
        .map_err(|error| explain(&error))?;
    built_with(&mut writer, &Reading::default(), terminal)?;
    let loaded = writer.case().load().map_err(|error| explain(&error))?;
    let page = dir.join("report.html");
    deliver(Some(&page), terminal, |out| {
        Ok(out.write_all(report("Riverbend: an example", &loaded).as_bytes())?)
    })?;
    show(&loaded, &page, terminal)
}

fn refuse_to_overwrite(dir: &Path) -> Result<(), Explained> {
    if dir.exists() {
        return Err(Explained::new(format!("{} is there already", dir.display()))
            .hint("delete it, or give another folder: `tickmark demo --dir DIR`"));
    }
    Ok(())
}

fn write_documents(folder: &Path) -> Result<(), Explained> {
    let failed =
        |path: &Path, error| Explained::new(format!("could not write {}", path.display())).because(error);
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    for (name, bytes) in DOCUMENTS {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| failed(&path, error))?;
    }
    Ok(())
}

fn begin(root: &Path) -> Result<Writer, Explained> {
    let actor = actor(&Author { by: None });
    Case::init(root, &actor, &WallClock)
        .and_then(|case| case.write(actor, Arc::new(WallClock)))
        .map_err(|error| explain(&error))
}

fn show(loaded: &Loaded, page: &Path, terminal: Terminal) -> Result<Exit, Explained> {
    let mut out = terminal.results();
    let options = human::Options::all(terminal.width());
    for diagnostic in most_telling(&loaded.diagnostics) {
        human::diagnostic(&mut out, loaded, diagnostic, &options)?;
    }
    human::write(&mut out, loaded, &options.summary_only())?;
    let strong = style::STRONG;
    writeln!(out, "\nThe report, to open in a browser: {strong}{}{strong:#}", page.display())?;
    let case = page.with_file_name("case");
    writeln!(out, "Everything else: `tickmark check --case {}`", case.display())?;
    out.flush()?;
    Ok(Exit::Clean)
}

/// One of each rule, the gravest first.
fn most_telling(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let first = |code: &Code| diagnostics.iter().find(|one| one.code == *code);
    let mut telling: Vec<_> = Code::ALL.iter().filter_map(first).collect();
    telling.sort_by_key(|one| std::cmp::Reverse(one.severity));
    telling.truncate(SHOWN);
    telling
}
