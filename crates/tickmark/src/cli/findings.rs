//! Arguments of the commands that show what the documents of a case say.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{Author, CaseFolder, Reading, TableName, Tables};

/// What all of them take.
#[derive(Debug, Args)]
pub struct Look {
    /// One JSON object an item, for programs.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
    #[command(flatten)]
    pub reading: Reading,
}

/// Arguments of `claims`.
#[derive(Debug, Args)]
pub struct Claims {
    /// Only what happened so: killed, injured, detained, displaced ... Repeatable.
    #[arg(long, value_name = "KIND")]
    pub what: Vec<String>,
    /// Only documents whose name contains this.
    #[arg(long, value_name = "NAME")]
    pub document: Option<String>,
    /// Only places that contain this.
    #[arg(long, value_name = "WORDS")]
    pub place: Option<String>,
    #[command(flatten)]
    pub look: Look,
}

/// Arguments of `incidents`.
#[derive(Debug, Args)]
pub struct Incidents {
    /// Only those about which figures are disputed.
    #[arg(long)]
    pub contested: bool,
    /// Only places that contain this.
    #[arg(long, value_name = "WORDS")]
    pub place: Option<String>,
    #[command(flatten)]
    pub look: Look,
}

/// Arguments of `incident`.
#[derive(Debug, Args)]
pub struct Incident {
    /// Its id, as `tickmark incidents` prints it; a beginning is enough.
    pub id: String,
    /// Choose a best figure by this rule, and say what it leaves out.
    #[arg(long, value_enum, value_name = "RULE")]
    pub rule: Option<BestFigure>,
    /// For --rule hierarchy: kinds of source, the best first, parted by commas: official_document,report,news.
    #[arg(long, value_name = "KINDS", value_delimiter = ',', required_if_eq("rule", "hierarchy"))]
    pub order: Vec<String>,
    #[command(flatten)]
    pub look: Look,
}

/// Named rules for a best figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BestFigure {
    /// The figure that most origins give, the lowest of several; low and high beside it.
    Ucdp,
    /// The most conservative figure.
    Acled,
    /// The figure that more than half of the origins give.
    Majority,
    /// The figure of the kind of source that stands first in --order.
    Hierarchy,
}

/// Arguments of `sources`.
#[derive(Debug, Args)]
pub struct Sources {
    /// Show at most so many.
    #[arg(long, value_name = "N", default_value_t = 40)]
    pub limit: usize,
    #[command(flatten)]
    pub look: Look,
}

/// Arguments of `origins`.
#[derive(Debug, Args)]
pub struct Origins {
    /// Id of a work, as `tickmark sources` prints it; a beginning is enough.
    pub work: String,
    #[command(flatten)]
    pub look: Look,
}

/// Arguments of `parties`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Parties {
    /// What to do instead of showing them.
    #[command(subcommand)]
    pub act: Option<PartiesAct>,
    /// Only names that contain this.
    #[arg(long, value_name = "WORDS")]
    pub name: Option<String>,
    /// Only this kind: person, organization, armed_group, company, place, other.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only those that were imported.
    #[arg(long)]
    pub imported: bool,
    /// Show at most so many, and as many suggestions.
    #[arg(long, value_name = "N", default_value_t = 40)]
    pub limit: usize,
    #[command(flatten)]
    pub look: Look,
}

/// What can be done with parties that others wrote down.
#[derive(Debug, Subcommand)]
pub enum PartiesAct {
    /// Keep a file of FollowTheMoney entities and let its parties stand beside those that documents name.
    Import(ImportParties),
    /// The imported files in use.
    Imports(Tables),
    /// Do not use an imported file any more; it stays kept.
    Remove(TableName),
}

/// Arguments of `parties import`.
#[derive(Debug, Args)]
pub struct ImportParties {
    /// JSON lines, an entity a line, as OpenSanctions, Aleph and `tickmark export ftm` write them.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
}
