//! `scan`: listed names in documents, and which of the parties named there may be listed.

mod rows;
mod show;

use std::io::Write;

use casebook::Loaded;
use casebook::listed::{Passage, Texts, matches, party_of};
use casebook::register::SetBytes;
use names::screening::{Answer, Screening};
use reason::entities::Party;

use super::screen::Desk;
use super::subject;
use crate::cli::Scan;
use crate::cli::values::day;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::reading::Labels;
use crate::terminal::Terminal;
use crate::terminal::progress::Progress;

/// What a party must score to be shown: the cut-off of `screen`.
const CUTOFF: f64 = names::matching::THRESHOLD;
/// Entries that are shown of one party.
const MOST: usize = 20;

/// Looks through documents. Status 1 where anything is found.
pub fn run(arguments: &Scan, terminal: Terminal) -> Result<Exit, Explained> {
    let as_of = arguments.as_of.as_deref().map(|text| day("--as-of", text)).transpose()?;
    let desk = Desk::open(&arguments.lists, terminal)?;
    desk.check_lists(&arguments.only)?;
    let (loaded, failed) = documents(arguments, terminal)?;
    let screening = desk.set().screening(as_of, &arguments.only);
    let progress = Progress::new(terminal, "scanning");
    let scanned = Scanned::of(&loaded, &desk, &screening);
    drop(progress);
    let mut out = terminal.results();
    match arguments.json {
        true => rows::write(&mut out, &loaded, &scanned)?,
        false => show::write(&mut out, &loaded, &scanned, arguments)?,
    }
    out.flush()?;
    Ok(match (loaded.documents.is_empty(), failed, scanned.is_empty()) {
        (true, ..) => Exit::CouldNotRun,
        (false, 0, true) => Exit::Clean,
        (false, ..) => Exit::Findings,
    })
}

/// The documents, and how many files could not be had.
fn documents(arguments: &Scan, terminal: Terminal) -> Result<(Loaded, usize), Explained> {
    if arguments.files.is_empty() {
        let (_, loaded) = subject::of_case(arguments.case.as_ref(), &arguments.reading, terminal)?;
        return Ok((loaded, 0));
    }
    let labels = if arguments.json { Labels::FileNames } else { Labels::Paths };
    let mut files = subject::files(&arguments.files, labels, &arguments.reading, terminal)?;
    subject::conclude(&mut files.loaded);
    Ok((files.loaded, files.failed))
}

/// All that was found.
struct Scanned<'a> {
    desk: &'a Desk,
    screening: &'a Screening<'a, SetBytes>,
    /// By document, in reading order.
    passages: Vec<(usize, Passage<'a>)>,
    /// Parties that may be listed, with whom: those first that look most like it.
    parties: Vec<(&'a Party, Vec<Answer<'a>>)>,
}

impl<'a> Scanned<'a> {
    fn of(loaded: &'a Loaded, desk: &'a Desk, screening: &'a Screening<'a, SetBytes>) -> Self {
        let texts = Texts::of(desk.set().index(), screening);
        let passages = texts.passages(&loaded.sources());
        let parties = loaded.conclusions.parties.iter().filter_map(|party| {
            let asked = party_of(party.kind, &party.names)?;
            let mut found = matches(screening, &asked, CUTOFF, &|_| true);
            found.truncate(MOST);
            (!found.is_empty()).then_some((party, found))
        });
        let mut parties: Vec<_> = parties.collect();
        parties.sort_by(|(_, one), (_, other)| {
            let score = |found: &[Answer<'_>]| found.first().map_or(0.0, |best| best.hit.comparison.score);
            score(other).total_cmp(&score(one))
        });
        Self { desk, screening, passages, parties }
    }

    const fn is_empty(&self) -> bool {
        self.passages.is_empty() && self.parties.is_empty()
    }
}
