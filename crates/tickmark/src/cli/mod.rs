//! Arguments, first stage: what was typed, as `clap` understands it.
//!
//! The second stage, [`values`], makes domain values of it and explains what cannot be one.

mod case;
mod check;
mod findings;
mod judge;
mod lists;
mod names;
pub mod values;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use case::{
    Add, Author, Build, CaseFolder, Demo, Export, ExportFormat, Gazetteer, GazetteerAct, Init, Log, Rates,
    RatesAct, Search, Status, Suggest, Table, TableName, Tables, Verify,
};
pub use check::{Check, CheckFormat};
pub use findings::{
    BestFigure, Claims, ImportParties, Incident, Incidents, Look, Origins, Parties, PartiesAct, Sources,
};
pub use judge::{Grounds, Judge, Judgement, List, One, Two, Undo};
pub use lists::{
    AddLists, Decisions, DecisionsAct, DiffLists, GenderArgument, How, Known, Lists, ListsAct, ListsFolder,
    RemoveList, Runs, Schema, Screen, UndoDecision, UpdateLists,
};
pub use names::{CompareNames, Names, NamesAct, ScoreNames};

const EXIT_STATUS: &str = "\
Exit status:
  0  done, nothing to complain of
  1  done, and there is something to look at: a diagnostic at or above --deny,
     a file that could not be read or added, a line that could not be imported,
     damage found by `verify`, nothing found by `search`,
     somebody found by `screen` who is not cleared
  2  could not run: wrong arguments, nothing readable, no case, a full disk

Nothing uses the network but `build --suggest URL`, and that only the address given,
and `lists update`, and that only the addresses that it shows.";

/// Tick every statement of a report to its evidence, or say why it cannot be.
#[derive(Debug, Parser)]
#[command(name = "tickmark", version, after_help = EXIT_STATUS, max_term_width = 100)]
pub struct Arguments {
    /// When to use colour.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum Color {
    /// Where a terminal shows it and NO_COLOR is not set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// As the output streams take it.
    pub const fn choice(self) -> anstream::ColorChoice {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
    }
}

/// The commands, in the order in which `--help` lists them.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check reports, as a compiler checks code; needs no case.
    Check(Check),
    /// Why a rule exists, an example, and how to silence it.
    Explain(Explain),
    /// Begin a case: a folder that keeps its evidence.
    Init(Init),
    /// Keep files as evidence of the case.
    Add(Add),
    /// Read what was added: texts, notes, citations, works, diagnostics.
    Build(Build),
    /// Delete what was read and read it again from the evidence alone.
    Rebuild(Build),
    /// What the case holds and what could not be read.
    Status(Status),
    /// Every act on the case, in order.
    Log(Log),
    /// Check that evidence and log are what was written; changes nothing.
    Verify(Verify),
    /// Write rows (documents, notes, citations, works ...) for other programs.
    Export(Export),
    /// Search all texts of the case.
    Search(Search),
    /// What happened, where and when, with the figures that are given and whether they are disputed.
    Incidents(Incidents),
    /// One incident: its figures side by side, who says each, through which notes, from which origins.
    Incident(Incident),
    /// Who says that what happened to how many.
    Claims(Claims),
    /// Works by how many claims rest on them.
    Sources(Sources),
    /// What a work rests on, what rests on it, and what shows it.
    Origins(Origins),
    /// Who and what is named, and which names may be one; import parties that others wrote down.
    #[command(alias = "entities")]
    Parties(Parties),
    /// Record what you decide about claims, incidents, entities, sources and diagnostics.
    Judge(Judge),
    /// Use your own list of places.
    Gazetteer(Gazetteer),
    /// Use your own exchange rates.
    Rates(Rates),
    /// Lists to screen against: keep snapshots of them, compare them, fetch them.
    Lists(Lists),
    /// Whether somebody is on a list, by name and what else is known; or every row of a table.
    Screen(Screen),
    /// What was decided about hits, and whether it still holds.
    Decisions(Decisions),
    /// The screenings that were done.
    Runs(Runs),
    /// Whether two names are one, and why; or the names of every row of a table.
    Names(Names),
    /// Build an example case and show what it found.
    Demo(Demo),
    /// How well reading is fenced in on this machine, and which programs are at hand.
    Doctor(Doctor),
    /// Tab completion for your shell.
    Completions(Completions),
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// A code or name: N01, unresolved-marker.
    #[arg(required_unless_present = "list")]
    pub code: Option<String>,
    /// List all rules.
    #[arg(long)]
    pub list: bool,
}

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub struct Doctor {
    #[command(flatten)]
    pub reading: Reading,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// Which shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Limits of the processes that read; the same for every command that reads.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Limits of reading")]
pub struct Reading {
    /// Memory of each reading process: 512MB, 2GB.
    #[arg(long, value_name = "SIZE", default_value = "512MB")]
    pub memory: String,
    /// Seconds that one file may take.
    #[arg(long, value_name = "SECONDS", default_value = "60")]
    pub timeout: String,
    /// Files read at a time [default: number of cores].
    #[arg(long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
}

impl Default for Reading {
    fn default() -> Self {
        Self { memory: "512MB".to_owned(), timeout: "60".to_owned(), jobs: None }
    }
}

/// Arguments of `worker`, the fenced process that other commands start. It is no command for people: the parent
/// writes them, and neither help nor completions know of it.
#[derive(Debug, Parser)]
pub struct Worker {
    #[arg(long)]
    pub memory_bytes: u64,
    #[arg(long)]
    pub wall_seconds: u64,
}

/// Arguments of `recogniser`, which fences itself in and becomes another program. No command for people either.
#[derive(Debug, Parser)]
pub struct Recogniser {
    #[arg(long)]
    pub memory_bytes: u64,
    #[arg(long)]
    pub wall_seconds: u64,
    /// The one folder that it may write to.
    #[arg(long)]
    pub scratch: std::path::PathBuf,
    /// The program and its arguments.
    #[arg(last = true, required = true)]
    pub command: Vec<std::ffi::OsString>,
}
