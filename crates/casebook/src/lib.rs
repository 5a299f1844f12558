//! The case folder: evidence that cannot change unseen, and everything that was worked out from it.
//!
//! Two things are primary, everything else is rebuilt from them:
//!
//! ```text
//! CASE/
//!   tickmark.json     what this folder is: format, id, when it was made. Written once
//!   vault/ab/cdef...  exhibits, named by the SHA-256 of their bytes; read-only, written once
//!   ledger.jsonl      every act, one canonical JSON object a line, chained by SHA-256
//!   ledger.head       number, length and last hash of the acknowledged lines: protects the ledger's end
//!   projection/       reading texts, analyses, works, search index (SQLite). Delete it and `rebuild`
//!   staging/          bytes on their way into the vault; swept at the next start
//!   unclaimed/        exhibits that an interrupted run kept but never acknowledged
//!   lock              who writes. The lock itself is the kernel's and dies with the process
//! ```
//!
//! The shapes of all files are in `docs/case-format.md`.
//!
//! - [`Case`] reads: status, log, search, export, and the loaded documents for checks. Any number at a time.
//! - [`Writer`] acts: add, build, rebuild, judgements. One at a time; a second one is told who holds the lock.
//! - [`verify`] looks at a folder, however damaged, and never changes it.
//!
//! The library never talks to a user: no terminal, no environment, no home folder. Time comes from a [`Clock`], who
//! acts is an [`Actor`], what reads files is a [`Reading`]. Progress and per-file outcomes are values given to callbacks.
//!
//! `add` keeps bytes before anything parses them and does nothing else, so it needs no reader. Archives are opened by
//! `build`: their members become exhibits with acts of their own (`via`: the archive), once per archive. A crash in
//! between loses nothing, since an archive without a reading is simply still to be built.

mod actor;
mod add;
mod alike;
mod build;
mod canonical;
mod case;
mod digest;
pub mod disk;
mod error;
pub mod export;
mod folder;
mod imports;
pub mod judgements;
mod layout;
pub mod ledger;
pub mod listed;
pub mod ownership;
mod projection;
pub mod register;
pub mod search;
mod suggestions;
mod vault;
mod verify;

pub use actor::{Actor, Clock};
pub use add::{AddEvent, AddOptions, AddSource, AddSummary, FolderLinks, Skipped};
pub use build::{BuildEvent, BuildOptions, BuildSummary, Reading};
pub use case::{Case, Status, UnreadExhibit, Writer};
pub use digest::{Hasher, Sha256};
pub use error::{Error, LockHolder, Result};
pub use folder::Recovery;
pub use imports::{LARGEST, ReadParties, Unfit, read_parties};
pub use jiff::Timestamp;
pub use projection::{Acquisition, Exhibit, Loaded, LoadedDocument};
pub use suggestions::{Model, asked_mark};
pub use verify::{Finding, Severity, Verification, VerifyProgress, verify};

/// The version of the SQLite library that is built in, such as `3.50.2`: for a report about an installation.
#[must_use]
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
