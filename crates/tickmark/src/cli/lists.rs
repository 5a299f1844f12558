//! Arguments of the commands over lists: `lists`, `screen`, `decisions`, `runs`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Author;

/// Which register.
#[derive(Debug, Clone, Args)]
pub struct ListsFolder {
    /// The folder of lists [default: tickmark/lists in your folder of data].
    #[arg(long = "lists", value_name = "DIR", env = "TICKMARK_LISTS", global = true)]
    pub lists: Option<PathBuf>,
}

/// Arguments of `lists`.
#[derive(Debug, Args)]
pub struct Lists {
    /// What to do; without it, the lists in use are shown.
    #[command(subcommand)]
    pub act: Option<ListsAct>,
    /// One JSON object a snapshot.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub folder: ListsFolder,
}

/// What can be done with lists.
#[derive(Debug, Subcommand)]
pub enum ListsAct {
    /// Keep files of a list as one snapshot and use it.
    Add(AddLists),
    /// What was added, removed and changed between two snapshots.
    Diff(DiffLists),
    /// Do not use a snapshot any more; its files stay kept.
    Remove(RemoveList),
    /// Fetch lists from their publishers; the one command that goes to the network for lists.
    Update(UpdateLists),
    /// Check that the files and the log are what was written; changes nothing.
    Verify,
}

/// Arguments of `lists add`.
#[derive(Debug, Args)]
pub struct AddLists {
    /// Files as publishers publish them; what each is, its content tells. OFAC's SDN.CSV, ADD.CSV and ALT.CSV are given together.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What to call the list: ofac-sdn, un. Snapshots of one list share the name [default: after its publisher].
    #[arg(long, value_name = "NAME")]
    pub list: Option<String>,
    /// Of which day it is, where the file does not say: 2026-02-27.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Which column is which property, of a table that is of no publisher: name=Full name,birthDate=DOB,country=Country.
    #[arg(long, value_name = "PROPERTY=COLUMN,...")]
    pub columns: Option<String>,
    /// What the rows of such a table are, where no column says.
    #[arg(long, value_name = "SCHEMA", requires = "columns")]
    pub schema: Option<String>,
    /// What parts several values in one field of such a table.
    #[arg(long, value_name = "CHARACTER", requires = "columns")]
    pub separator: Option<char>,
    #[command(flatten)]
    pub author: Author,
}

/// Arguments of `lists diff`.
#[derive(Debug, Args)]
pub struct DiffLists {
    /// The earlier: LIST@DATE, as `tickmark lists` prints them.
    pub earlier: String,
    /// The later: LIST@DATE.
    pub later: String,
    /// One JSON object an entry.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `lists remove`.
#[derive(Debug, Args)]
pub struct RemoveList {
    /// LIST@DATE, as `tickmark lists` prints them.
    #[arg(value_name = "LIST@DATE")]
    pub snapshot: String,
    /// Why, as the log shall keep it.
    #[arg(long, value_name = "WORDS")]
    pub reason: String,
    #[command(flatten)]
    pub author: Author,
}

/// Arguments of `lists update`.
#[derive(Debug, Args)]
pub struct UpdateLists {
    /// Which lists, as --show names them [default: those in use whose publisher has an address].
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    /// Fetch the one list named from this address instead.
    #[arg(long, value_name = "URL", requires = "names")]
    pub from: Vec<String>,
    /// Of which day what comes from --from is, where the file does not say.
    #[arg(long, value_name = "DATE", requires = "from")]
    pub date: Option<String>,
    /// Show the publishers' addresses and fetch nothing.
    #[arg(long)]
    pub show: bool,
    /// Seconds that one file may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 600)]
    pub timeout: u64,
    #[command(flatten)]
    pub author: Author,
}

/// Arguments of `screen`.
#[derive(Debug, Args)]
pub struct Screen {
    /// Whom to look for, in any script and spelling.
    #[arg(value_name = "NAME", required_unless_present_any = ["csv", "repeat"], conflicts_with_all = ["csv", "repeat"])]
    pub name: Option<String>,
    #[command(flatten)]
    pub known: Known,
    #[command(flatten)]
    pub how: How,
    #[command(flatten)]
    pub table: TableArguments,
    #[command(flatten)]
    pub ruling: RulingArguments,
    /// Do screening NUMBER of `tickmark runs` again and say whether the result is the same.
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["csv", "clear", "matches", "kind", "birth", "country", "id", "gender", "as_of", "only", "cutoff", "limit"])]
    pub repeat: Option<u64>,
    /// One JSON object a query.
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Why each score is what it is, part by part.
    #[arg(long, conflicts_with = "csv")]
    pub explain: bool,
    /// Keep no record of this screening. Without it, what was asked, of which lists, and what was found stands in the register's log.
    #[arg(long)]
    pub no_record: bool,
    #[command(flatten)]
    pub folder: ListsFolder,
    #[command(flatten)]
    pub author: Author,
}

/// What is known of whom one looks for.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is known besides")]
pub struct Known {
    /// What it is [default: anything that can be listed].
    #[arg(long = "schema", value_enum, value_name = "SCHEMA")]
    pub kind: Option<Schema>,
    /// Day, month or year of birth, founding or building: 1965-03-02, 1965-03, 1965. May be given again.
    #[arg(long, value_name = "DATE", conflicts_with = "csv")]
    pub birth: Vec<String>,
    /// Country of nationality, registration, flag: ml, Mali. May be given again.
    #[arg(long, value_name = "COUNTRY", conflicts_with = "csv")]
    pub country: Vec<String>,
    /// A number or code: of a passport, a register, a ship; imoNumber=9187629 says which. May be given again.
    #[arg(long, value_name = "NUMBER", conflicts_with = "csv")]
    pub id: Vec<String>,
    /// Gender.
    #[arg(long, value_enum, value_name = "GENDER", conflicts_with = "csv")]
    pub gender: Option<GenderArgument>,
}

/// What somebody or something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "PascalCase")]
pub enum Schema {
    /// Somebody.
    Person,
    /// A body, a group.
    Organization,
    /// A company.
    Company,
    /// A person or a body.
    LegalEntity,
    /// A ship.
    Vessel,
    /// An aircraft.
    Airplane,
}

/// A gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GenderArgument {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Another.
    Other,
}

/// How to search.
#[derive(Debug, Args)]
#[command(next_help_heading = "How to search")]
pub struct How {
    /// Whether somebody was listed on this day; "not known" where no snapshot says [default: the latest snapshot of each list].
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Search this list alone. May be given again.
    #[arg(long = "only", value_name = "LIST")]
    pub only: Vec<String>,
    /// The least score that is shown, from 0 to 1.
    #[arg(long, value_name = "SCORE", default_value = "0.7")]
    pub cutoff: String,
    /// The most hits that are shown of one query [default: 20; with --csv 5].
    #[arg(long, value_name = "N")]
    pub limit: Option<std::num::NonZeroUsize>,
}

/// A table of queries.
#[derive(Debug, Args)]
#[command(next_help_heading = "Screening a table")]
pub struct TableArguments {
    /// Screen every row of this file (CSV with a header; fields parted by commas, semicolons or tabs).
    #[arg(long, value_name = "FILE", requires = "out")]
    pub csv: Option<PathBuf>,
    /// Write the rows to this file, each with what was found; goes on where an interrupted run left off.
    #[arg(long, short, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which column is what: name=Client,birth=DOB,country=Nationality,id=Passport,schema=Type [default: by their headers].
    #[arg(long, value_name = "WHAT=COLUMN,...", requires = "csv")]
    pub columns: Option<String>,
    /// Cores to use [default: all].
    #[arg(long, value_name = "N", requires = "csv")]
    pub jobs: Option<std::num::NonZeroUsize>,
}

/// What somebody decides about a hit.
#[derive(Debug, Args)]
#[command(next_help_heading = "Deciding")]
pub struct RulingArguments {
    /// This entry is somebody else: LIST:ID, as hits are printed. Kept, and told with every later hit, until the entry or the query changes.
    #[arg(long, value_name = "LIST:ID", conflicts_with_all = ["csv", "matches"], requires = "reason")]
    pub clear: Option<String>,
    /// This entry is who was asked about.
    #[arg(
        long = "match",
        id = "matches",
        value_name = "LIST:ID",
        conflicts_with = "csv",
        requires = "reason"
    )]
    pub matches: Option<String>,
    /// Why, as the log shall keep it.
    #[arg(long, value_name = "WORDS")]
    pub reason: Option<String>,
}

/// Arguments of `decisions`.
#[derive(Debug, Args)]
pub struct Decisions {
    /// What to do; without it, they are listed.
    #[command(subcommand)]
    pub act: Option<DecisionsAct>,
    /// One JSON object a decision.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub folder: ListsFolder,
}

/// What can be done with decisions.
#[derive(Debug, Subcommand)]
pub enum DecisionsAct {
    /// Take a decision back, by its number.
    Undo(UndoDecision),
}

/// Arguments of `decisions undo`.
#[derive(Debug, Args)]
pub struct UndoDecision {
    /// As `tickmark decisions` prints it.
    #[arg(value_name = "NUMBER")]
    pub act: u64,
    /// Why, as the log shall keep it.
    #[arg(long, value_name = "WORDS")]
    pub reason: String,
    #[command(flatten)]
    pub author: Author,
}

/// Arguments of `runs`.
#[derive(Debug, Args)]
pub struct Runs {
    /// One JSON object a screening.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub folder: ListsFolder,
}
