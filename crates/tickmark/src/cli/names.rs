//! Arguments of `names`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Schema;

/// Arguments of `names`.
#[derive(Debug, Args)]
pub struct Names {
    /// What to do.
    #[command(subcommand)]
    pub act: NamesAct,
}

/// What can be done with names.
#[derive(Debug, Subcommand)]
pub enum NamesAct {
    /// Whether two names are one, and why, part by part.
    Compare(CompareNames),
    /// Compare the two names of every row of a table.
    Score(ScoreNames),
}

/// Arguments of `names compare`.
#[derive(Debug, Args)]
pub struct CompareNames {
    /// One name, in any script and spelling.
    #[arg(value_name = "NAME")]
    pub one: String,
    /// The other.
    #[arg(value_name = "OTHER")]
    pub other: String,
    /// What both are [default: not known].
    #[arg(long, value_enum, value_name = "SCHEMA")]
    pub schema: Option<Schema>,
    /// Birth or founding of the first: 1965-03-02, 1965-03, 1965. May be given again.
    #[arg(long, value_name = "DATE")]
    pub birth1: Vec<String>,
    /// Birth or founding of the other.
    #[arg(long, value_name = "DATE")]
    pub birth2: Vec<String>,
    /// Country of the first: ml. May be given again.
    #[arg(long, value_name = "COUNTRY")]
    pub country1: Vec<String>,
    /// Country of the other.
    #[arg(long, value_name = "COUNTRY")]
    pub country2: Vec<String>,
    /// Number or code of the first: imoNumber=9187629. May be given again.
    #[arg(long, value_name = "PROPERTY=NUMBER")]
    pub id1: Vec<String>,
    /// Number or code of the other.
    #[arg(long, value_name = "PROPERTY=NUMBER")]
    pub id2: Vec<String>,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `names score`.
#[derive(Debug, Args)]
pub struct ScoreNames {
    /// A CSV with a header: columns name1 and name2, and, where there are any, schema, birth1, birth2, country1, country2.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where to write the rows, each with its score [default: standard output].
    #[arg(long, short, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// What both are where no column says [default: not known].
    #[arg(long, value_enum, value_name = "SCHEMA")]
    pub schema: Option<Schema>,
}
