//! `screen`: whether somebody is on a list, and what was decided about it.

pub mod account;
pub mod asked;
mod decide;
mod one;
mod record;
mod repeat;
mod rows;
mod show;
pub mod table;

pub use rows::{reopened, searched, standing};
pub use show::snapshots;

use casebook::ledger::Verdict;
use casebook::register::{Contents, ListSet, Register, Ruling, SetBytes, State};
use names::history::Standing;
use names::screening::{Answer, Query, Screening, Searched};

use super::lists;
use crate::cli::values::day;
use crate::cli::{How, ListsFolder, Screen};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;

/// Looks somebody up, screens a table, decides about a hit, or does a screening again.
pub fn run(arguments: &Screen, terminal: Terminal) -> Result<Exit, Explained> {
    if let Some(act) = arguments.repeat {
        return repeat::run(act, arguments, terminal);
    }
    if let Some(file) = &arguments.table.csv {
        return table::run(file, arguments, terminal);
    }
    match (&arguments.ruling.clear, &arguments.ruling.matches) {
        (Some(entry), _) => decide::run(Verdict::Clear, entry, arguments, terminal),
        (_, Some(entry)) => decide::run(Verdict::Match, entry, arguments, terminal),
        _ => one::run(arguments, terminal),
    }
}

/// Said beside a list that breaks off.
pub const NOT_WHOLE: &str = " (NOT WHOLE: its file breaks off)";

/// Lists that are open to be asked, and what was decided about them.
pub struct Desk {
    register: Register,
    contents: Contents,
    set: ListSet,
}

impl Desk {
    /// The lists as they are now.
    pub fn open(folder: &ListsFolder, terminal: Terminal) -> Result<Self, Explained> {
        Self::before(folder, u64::MAX, terminal)
    }

    /// The lists as they were before an act of the register.
    pub fn before(folder: &ListsFolder, act: u64, terminal: Terminal) -> Result<Self, Explained> {
        let register = lists::open(folder)?;
        let contents = register.contents_before(act).map_err(|error| lists::explain(&error))?;
        if contents.snapshots().is_empty() {
            return Err(
                Explained::new("there is no list to search").hint("`tickmark lists add FILE` adds one")
            );
        }
        let set = lists::set(&register, &contents, terminal)?;
        Ok(Self { register, contents, set })
    }

    /// The folder that they are kept in.
    pub const fn register(&self) -> &Register {
        &self.register
    }

    /// What is in use.
    pub const fn contents(&self) -> &Contents {
        &self.contents
    }

    /// The compiled lists.
    pub const fn set(&self) -> &ListSet {
        &self.set
    }

    /// Whether there are lists of these names.
    ///
    /// # Errors
    /// When there is none of one of them.
    pub fn check_lists(&self, only: &[String]) -> Result<(), Explained> {
        let Some(none) = only.iter().find(|list| self.contents.list(list).is_empty()) else { return Ok(()) };
        let known: Vec<&str> = self.contents.lists().map(|list| &*list[0].added.list).collect();
        Err(Explained::new(format!("there is no list `{none}`"))
            .hint(format!("there are {}", known.join(", "))))
    }

    /// The lists asked for, as of the day asked for.
    pub fn screening(&self, scope: &Scope) -> Screening<'_, SetBytes> {
        self.set.screening(scope.as_of, &scope.only)
    }

    /// Whether a list that is asked breaks off: who is not found may stand on it all the same.
    pub fn breaks_off(&self, list: &Searched) -> bool {
        let mut snapshots = self.contents.list(&list.list).iter();
        snapshots.any(|one| one.added.breaks_off && list.snapshots.contains(&one.added.date))
    }

    /// Asks, and looks up what was decided: all who are found, however many are shown. Whom somebody has to look at comes first.
    pub fn ask<'a>(
        &'a self,
        screening: &Screening<'a, SetBytes>,
        query: &Query,
        scope: &Scope,
    ) -> Vec<Found<'a>> {
        let answers = screening.ask(query, scope.cutoff(), usize::MAX);
        let found = answers.into_iter().map(|answer| {
            let ruled = self.contents.rulings().of(query, answer.list, &answer.record);
            Found { answer, ruled }
        });
        let mut found: Vec<Found<'_>> = found.collect();
        found.sort_by_key(|one| !one.is_open());
        found
    }
}

/// A hit, and what was decided about it.
pub struct Found<'a> {
    /// Who.
    pub answer: Answer<'a>,
    /// What was decided, and whether that still holds.
    pub ruled: Option<(&'a Ruling, State)>,
}

impl Found<'_> {
    /// Whether somebody has to look at it: it was or may have been listed, and nobody cleared it.
    pub fn is_open(&self) -> bool {
        let cleared =
            matches!(&self.ruled, Some((ruling, State::Holds)) if ruling.ruled.verdict == Verdict::Clear);
        self.answer.standing != Standing::NotListed && !cleared
    }
}

/// Where to search and what to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The day that is asked about.
    pub as_of: Option<names::history::Day>,
    /// These lists alone; all where none is named.
    pub only: Vec<String>,
    /// The least score, in thousandths.
    pub cutoff: u32,
    /// The most hits that are shown of one query.
    pub limit: usize,
}

impl Scope {
    /// Of what was typed.
    ///
    /// # Errors
    /// When a value is no day, no score, or no list.
    pub fn of(how: &How, usual_limit: usize, desk: &Desk) -> Result<Self, Explained> {
        let as_of = how.as_of.as_deref().map(|text| day("--as-of", text)).transpose()?;
        desk.check_lists(&how.only)?;
        Ok(Self {
            as_of,
            only: how.only.clone(),
            cutoff: thousandths(&how.cutoff)?,
            limit: how.limit.map_or(usual_limit, std::num::NonZeroUsize::get),
        })
    }

    /// From 0 to 1.
    pub fn cutoff(&self) -> f64 {
        f64::from(self.cutoff) / 1000.0
    }
}

fn thousandths(text: &str) -> Result<u32, Explained> {
    match text.trim().parse::<f64>() {
        Ok(score) if (0.0..=1.0).contains(&score) => Ok((score * 1000.0).round() as u32),
        _ => {
            Err(Explained::new(format!("--cutoff {text} is no score"))
                .hint("write a number from 0 to 1: 0.7"))
        }
    }
}
