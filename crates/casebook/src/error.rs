use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::Sha256;

/// What came of it.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, as facts. Advice is added by the binary.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The operating system refused.
    #[error("cannot {doing} {path}: {source}")]
    Io {
        /// A verb: `read`, `write`, `create`.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// The disk or the quota is full.
    #[error("no space left to write {path}")]
    DiskFull {
        /// What was being written.
        path: PathBuf,
    },
    /// No `tickmark.json` there.
    #[error("{path} is not a case: it has no tickmark.json")]
    NotACase {
        /// The folder.
        path: PathBuf,
    },
    /// No `lists.json` there.
    #[error("{path} is no folder of lists: it has no lists.json")]
    NotARegister {
        /// The folder.
        path: PathBuf,
    },
    /// A case is there already.
    #[error("{path} is a case already")]
    AlreadyACase {
        /// The folder.
        path: PathBuf,
    },
    /// Files of a case or a register without the file that says so.
    #[error("{path} holds {found} but no {lacking}")]
    RemainsOfACase {
        /// The folder.
        path: PathBuf,
        /// What was found there.
        found: &'static str,
        /// `tickmark.json`, `lists.json`.
        lacking: &'static str,
    },
    /// `tickmark.json` cannot be understood.
    #[error("{path} is damaged: {detail}")]
    CaseFileDamaged {
        /// The file.
        path: PathBuf,
        /// What was expected and what was found.
        detail: String,
    },
    /// Made by a later version.
    #[error("{path} has format {found}; this version knows format {known}")]
    UnknownFormat {
        /// The case file.
        path: PathBuf,
        /// As written there.
        found: u64,
        /// The highest that this version knows.
        known: u64,
    },
    /// Another process writes.
    #[error("{path} is being written to by {}", holder_sentence(holder.as_ref()))]
    Locked {
        /// The lock file.
        path: PathBuf,
        /// What the lock file says of the holder, where it can be read.
        holder: Option<LockHolder>,
    },
    /// The ledger's acknowledged part is not what was written.
    #[error("the ledger {path} is damaged at line {line}: {detail}")]
    LedgerDamaged {
        /// The ledger or its head file.
        path: PathBuf,
        /// Counted from 1.
        line: u64,
        /// What was expected and what was found.
        detail: String,
    },
    /// An earlier write by the same writer failed.
    #[error("an earlier write to {path} failed; what it holds is known after the next start")]
    Interrupted {
        /// The case.
        path: PathBuf,
    },
    /// An act that does not fit in a line.
    #[error("an act of {bytes} bytes is longer than a line of the ledger may be ({limit})")]
    ActTooLong {
        /// Of its line.
        bytes: u64,
        /// The most that a line may have.
        limit: u64,
    },
    /// A file changed while it was read, each time.
    #[error("{path} changed while it was read, {attempts} times in a row")]
    ChangedWhileRead {
        /// The file.
        path: PathBuf,
        /// How often it was read.
        attempts: u32,
    },
    /// An exhibit of the ledger is not in the vault.
    #[error("exhibit {sha256} is not in the vault")]
    ExhibitMissing {
        /// Which.
        sha256: Sha256,
    },
    /// An exhibit's bytes are not those of its name.
    #[error("exhibit {expected} is damaged: its bytes have SHA-256 {found}")]
    ExhibitDamaged {
        /// Its name.
        expected: Sha256,
        /// Of the bytes found.
        found: Sha256,
    },
    /// Nothing was built yet, or the projection was deleted.
    #[error("the case {path} has no projection")]
    NotBuilt {
        /// The case.
        path: PathBuf,
    },
    /// The projection was made in another layout or cannot be understood.
    #[error("the projection cannot be used: {detail}")]
    ProjectionUnusable {
        /// What was expected and what was found.
        detail: String,
    },
    /// SQLite's own errors.
    #[error("the projection: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// No such rows.
    #[error("unknown rows: {name}; known: {}", known.join(", "))]
    UnknownRows {
        /// As asked for.
        name: String,
        /// What this version knows.
        known: Vec<&'static str>,
    },
    /// No judgement stands in that line of the ledger.
    #[error("act {act} is no judgement")]
    NoJudgement {
        /// Its number.
        act: u64,
    },
    /// A judgement that was taken back already.
    #[error("judgement {act} was taken back already")]
    AlreadyUndone {
        /// Its number.
        act: u64,
    },
    /// Nothing can be made of a list.
    #[error("{path} is no list that can be read: {why}")]
    NoList {
        /// The file.
        path: String,
        /// What was looked for and what was found.
        why: String,
    },
    /// A list without a day: neither the file nor the user says which it is of.
    #[error("{path} does not say of which day it is")]
    NoDay {
        /// The file.
        path: String,
    },
    /// Another snapshot of that list and day is there.
    #[error("another snapshot of {list} of {date} is there already")]
    SnapshotThere {
        /// The list.
        list: String,
        /// Its day.
        date: names::history::Day,
    },
    /// A list of a known name that shares next to nothing with its other snapshots: perhaps another list.
    #[error(
        "{shared} of the {entries} entries of {path} stand in {list} of {date}: it seems to be another list"
    )]
    OtherList {
        /// The file.
        path: String,
        /// The name that it would be added by.
        list: String,
        /// The day of the snapshot that it was compared with.
        date: names::history::Day,
        /// Entries of the file.
        entries: u64,
        /// Those that the snapshot has, too.
        shared: u64,
    },
    /// The lists do not fit in one compiled file, or there is no room for it.
    #[error("the lists cannot be compiled: {0}")]
    Uncompiled(#[source] names::index::Unfinished),
    /// No act of that number is what was asked for.
    #[error("act {act} is no {what}")]
    NoAct {
        /// Its number.
        act: u64,
        /// `screening`, `decision`.
        what: &'static str,
    },
    /// Nothing to search for.
    #[error("the query has no word to search for: {query}")]
    EmptyQuery {
        /// As given.
        query: String,
    },
    /// Where the rows should go.
    #[error("cannot write the rows: {0}")]
    Output(#[source] io::Error),
}

/// Who holds the lock, as its file says.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LockHolder {
    /// Process id.
    pub pid: u32,
    /// The program and its version.
    pub program: String,
    /// Since when.
    pub since: Timestamp,
}

fn holder_sentence(holder: Option<&LockHolder>) -> String {
    match holder {
        Some(LockHolder { pid, program, since }) => format!("process {pid} ({program}, since {since})"),
        None => "another process".to_owned(),
    }
}

impl Error {
    /// An I/O error with what was being done; a full disk or quota becomes [`Error::DiskFull`].
    pub(crate) fn io(doing: &'static str, path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            _ => Self::Io { doing, path, source },
        }
    }
}

/// Gives an [`io::Result`] its place.
pub(crate) trait At<T> {
    fn at(self, doing: &'static str, path: &Path) -> Result<T>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, doing: &'static str, path: &Path) -> Result<T> {
        self.map_err(|source| Error::io(doing, path, source))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull { path: PathBuf::from("projection") },
            _ => Self::Sqlite(error),
        }
    }
}
