//! Arguments of `check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Reading;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Reports to check: files, folders, archives, `-` for standard input. Without any: the case's documents.
    pub files: Vec<PathBuf>,
    /// Check the documents of this case.
    #[arg(long, value_name = "DIR", conflicts_with = "files")]
    pub case: Option<PathBuf>,
    /// Also look whether those who are named are on the lists of this folder, on the day of the report (rule E06).
    #[arg(long, value_name = "DIR")]
    pub lists: Option<PathBuf>,
    /// Of which day the lists are asked [default: that of each report].
    #[arg(long, value_name = "DATE", requires = "lists")]
    pub as_of: Option<String>,
    /// How to write what was found. json: one diagnostic a line, the rows of `tickmark export diagnostics`.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: CheckFormat,
    /// Write to this file instead of standard output; a file that is there is replaced.
    #[arg(long, short, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Do not look for this: a code or name (N01, unresolved-marker). Repeatable.
    #[arg(long, value_name = "CODE")]
    pub allow: Vec<String>,
    /// Exit with 1 at diagnostics of this severity or above (error, warning, note), or of this code. Repeatable.
    #[arg(long, value_name = "WHAT", default_values_t = [String::from("error")])]
    pub deny: Vec<String>,
    /// Show at most so many diagnostics, and say how many are left out. Only for people: other formats have all.
    #[arg(long, value_name = "N")]
    pub max: Option<usize>,
    /// Only the summary.
    #[arg(long, short)]
    pub quiet: bool,
    #[command(flatten)]
    pub reading: Reading,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum CheckFormat {
    /// For people, on a terminal.
    #[default]
    Human,
    /// JSON lines.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// One self-contained page that needs no network.
    Html,
}
