//! Arguments of `judge`.

use clap::{Args, Subcommand};

use super::{Author, CaseFolder, Reading};

/// Arguments of `judge`.
#[derive(Debug, Args)]
pub struct Judge {
    /// What to record.
    #[command(subcommand)]
    pub judgement: Judgement,
}

/// What can be recorded. Nothing is ever overwritten: the last judgement about a thing counts.
#[derive(Debug, Subcommand)]
pub enum Judgement {
    /// A claim stands as it was read; or the first work does rest on the second.
    Accept(OneOrTwo),
    /// A claim is none or is wrong; or the first work does not rest on the second.
    Reject(OneOrTwo),
    /// Two claims are about one event; or two entities are one party.
    Same(Two),
    /// Two claims are about two events; or two entities are two parties.
    Different(Two),
    /// Looked at, and left open.
    Unsure(Two),
    /// A diagnostic is no defect: do not show it again.
    Silence(One),
    /// Take a judgement back, by its number in `judge list`.
    Undo(Undo),
    /// Every judgement, and whether it counts.
    List(List),
}

/// Who judges and why.
#[derive(Debug, Args)]
pub struct Grounds {
    /// Why, as the log shall keep it.
    #[arg(long, value_name = "WORDS")]
    pub reason: String,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
    #[command(flatten)]
    pub reading: Reading,
}

/// A claim, or two works.
#[derive(Debug, Args)]
pub struct OneOrTwo {
    /// A claim; or two works, the one that rests on the other first. Ids as tables and exports print them.
    #[arg(required = true, num_args = 1..=2, value_name = "ID")]
    pub ids: Vec<String>,
    #[command(flatten)]
    pub grounds: Grounds,
}

/// Two claims or two entities.
#[derive(Debug, Args)]
pub struct Two {
    /// Two claims, or two entities (or mentions of them). Ids as tables and exports print them.
    #[arg(required = true, num_args = 2, value_name = "ID")]
    pub ids: Vec<String>,
    /// With `same`: record it although they are of two kinds, or two places far apart.
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub grounds: Grounds,
}

/// One diagnostic.
#[derive(Debug, Args)]
pub struct One {
    /// The diagnostic, as `tickmark export diagnostics` and `tickmark check --format json` print its id.
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub grounds: Grounds,
}

/// Arguments of `judge undo`.
#[derive(Debug, Args)]
pub struct Undo {
    /// The number of the judgement in `judge list` and `log`.
    #[arg(value_name = "NUMBER")]
    pub act: u64,
    #[command(flatten)]
    pub grounds: Grounds,
}

/// Arguments of `judge list`.
#[derive(Debug, Args)]
pub struct List {
    /// One JSON object a judgement.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub case: CaseFolder,
    #[command(flatten)]
    pub author: Author,
    #[command(flatten)]
    pub reading: Reading,
}
