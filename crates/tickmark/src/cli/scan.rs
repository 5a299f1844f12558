//! Arguments of the commands that read lists against documents: `scan`, `ownership`.

use std::path::PathBuf;

use clap::Args;

use super::{ListsFolder, Reading};

/// Arguments of `scan`.
#[derive(Debug, Args)]
pub struct Scan {
    /// Documents to look through: files, folders, archives, `-` for standard input. Without any: the case's documents.
    pub files: Vec<PathBuf>,
    /// Look through the documents of this case.
    #[arg(long, value_name = "DIR", conflicts_with = "files")]
    pub case: Option<PathBuf>,
    /// Whether somebody was listed on this day; "not known" where no snapshot says [default: the latest snapshot of each list].
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Search this list alone. May be given again.
    #[arg(long = "only", value_name = "LIST")]
    pub only: Vec<String>,
    /// The most occurrences that are shown of one entry, and the most entries of one party. Only for people: --json has all.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub limit: usize,
    /// Show each part of a score.
    #[arg(long, conflicts_with = "json")]
    pub explain: bool,
    /// One JSON object an occurrence or party, for programs.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub lists: ListsFolder,
    #[command(flatten)]
    pub reading: Reading,
}

/// Arguments of `ownership`.
#[derive(Debug, Args)]
pub struct Ownership {
    /// Whom to ask about: a name, or an id of `tickmark parties` or of a list.
    pub party: String,
    /// Also take ownership that the documents and imported files of this case tell of [default: the case here, where there is one].
    #[arg(long, value_name = "DIR")]
    pub case: Option<PathBuf>,
    /// Take ownership out of these files, too: FollowTheMoney entities, one a line. May be given again.
    #[arg(long, value_name = "FILE")]
    pub records: Vec<PathBuf>,
    /// The day that is asked about [default: today].
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// One JSON object a rule, for programs.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub lists: ListsFolder,
    #[command(flatten)]
    pub reading: Reading,
}
