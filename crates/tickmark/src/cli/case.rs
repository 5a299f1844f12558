//! Arguments of the commands over a case.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Reading;

/// Which case.
#[derive(Debug, Clone, Args)]
pub struct CaseFolder {
    /// The case [default: the one that the current folder lies in].
    #[arg(long, value_name = "DIR")]
    pub case: Option<PathBuf>,
}

/// Who acts.
#[derive(Debug, Clone, Args)]
pub struct Author {
    /// Who you are, as the log shall keep it [default: your user name].
    #[arg(long, value_name = "NAME", env = "TICKMARK_BY")]
    pub by: Option<String>,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder; made if it is not there.
    pub dir: PathBuf,
    #[command(flatten)]
    pub author: Author,
}

/// Arguments of `add`.
#[derive(Debug, Args)]
pub struct Add {
    /// Files, folders with everything in them, `-` for standard input.
    #[arg(required = true)]
    pub sources: Vec<PathBuf>,
    /// The file name of what comes on standard input.
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub name: String,
    /// Enter links to folders too.
    #[arg(long)]
    pub follow_links: bool,
    /// One JSON object a file, written as soon as the file is safe on the disk.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
}

/// A model of the user's own.
#[derive(Debug, Args)]
#[command(next_help_heading = "A language model of your own")]
pub struct Suggest {
    /// Send passages with numbers to the OpenAI-compatible endpoint at this address, and take what it quotes verbatim as
    /// suggestions. Nothing is sent anywhere without this.
    #[arg(long, value_name = "URL")]
    pub suggest: Option<String>,
    /// Which model to ask for.
    #[arg(long, value_name = "NAME", default_value = "default", requires = "suggest")]
    pub suggest_model: String,
    /// The environment variable that holds the endpoint's key.
    #[arg(long, value_name = "VARIABLE", requires = "suggest")]
    pub suggest_key: Option<String>,
    /// Seconds that one answer may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "suggest")]
    pub suggest_timeout: u64,
}

/// Arguments of `build` and `rebuild`.
#[derive(Debug, Args)]
pub struct Build {
    /// A summary for programs.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub suggest: Suggest,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
    #[command(flatten)]
    pub reading: Reading,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub struct Status {
    /// For programs.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub case: CaseFolder,
}

/// Arguments of `log`.
#[derive(Debug, Args)]
pub struct Log {
    /// The lines as they stand in the ledger.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub case: CaseFolder,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// For programs.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub case: CaseFolder,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// Which rows: documents, text, notes, markers, citations, works, claims, incidents, entities, mentions, relations,
    /// money, designations, replies, recommendations, diagnostics; ftm: FollowTheMoney entities; imported: entities of imported files, each value with its
    /// line.
    #[arg(required_unless_present = "schema")]
    pub what: Option<String>,
    /// How to write them.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ExportFormat,
    /// Write to this file instead of standard output; a file that is there is replaced.
    #[arg(long, short, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write the JSON Schema of every row type instead.
    #[arg(long)]
    pub schema: bool,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
    #[command(flatten)]
    pub reading: Reading,
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ExportFormat {
    /// One JSON object a line.
    #[default]
    Jsonl,
    /// A table, nested values as JSON.
    Csv,
    /// Works only: BibTeX.
    Bibtex,
    /// Works only: RIS, for Zotero, EndNote, Mendeley.
    Ris,
    /// Works only: CSL-JSON.
    Csl,
}

/// Arguments of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// Words, all of which must occur; "phrases"; prefix*; -without.
    #[arg(required = true, allow_hyphen_values = true)]
    pub words: Vec<String>,
    /// Show at most so many passages.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
    /// One JSON object a passage.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub case: CaseFolder,
}

/// Arguments of `gazetteer`.
#[derive(Debug, Args)]
pub struct Gazetteer {
    /// What to do.
    #[command(subcommand)]
    pub act: GazetteerAct,
}

/// What can be done with gazetteers.
#[derive(Debug, Subcommand)]
pub enum GazetteerAct {
    /// Keep a file of places and use it beside the list that is built in; everything is analysed anew.
    Add(Table),
    /// Do not use it any more; it stays kept.
    Remove(TableName),
    /// Those in use.
    List(Tables),
}

/// Arguments of `rates`.
#[derive(Debug, Args)]
pub struct Rates {
    /// What to do.
    #[command(subcommand)]
    pub act: RatesAct,
}

/// What can be done with exchange rates.
#[derive(Debug, Subcommand)]
pub enum RatesAct {
    /// Keep a table of rates and convert amounts by it, instead of by the one that is built in.
    Use(Table),
    /// Convert by the table that is built in again; the other stays kept.
    Reset(Tables),
    /// The table in use.
    List(Tables),
}

/// A table to keep and use.
#[derive(Debug, Args)]
pub struct Table {
    /// Of places: a dump of GeoNames (19 columns) or its short form (9). Of rates: date,currency,usd_per_unit,source.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
}

/// A table in use.
#[derive(Debug, Args)]
pub struct TableName {
    /// The first digits of its SHA-256, as `list` prints them.
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
}

/// The tables of a case.
#[derive(Debug, Args)]
pub struct Tables {
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
}

/// Arguments of `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// Where to build the example case; must not be there yet.
    #[arg(long, value_name = "DIR", default_value = "tickmark-demo")]
    pub dir: PathBuf,
}
