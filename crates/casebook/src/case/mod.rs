use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use reason::checks::Code;
use reason::document::Unread;

use crate::export::{Exported, Request};
use crate::ledger::{Anchor, Entry};
use crate::search::Hits;
use crate::{
    Actor, AddEvent, AddOptions, AddSource, AddSummary, BuildEvent, BuildOptions, BuildSummary,
    Clock, Error, Exhibit, Loaded, Reading, Result,
};

/// A case, to read from. Any number of processes may.
#[derive(Debug, Clone)]
pub struct Case {
    root: PathBuf,
}

/// What the start of writing mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovery {
    /// Whole lines of the ledger that were on the disk but not yet acknowledged: taken on.
    pub adopted_lines: u64,
    /// Where bytes after the last whole line were moved to.
    pub torn: Option<PathBuf>,
    /// Files on their way into the vault, removed.
    pub staged_removed: u64,
    /// Exhibits without a line in the ledger, moved to `unclaimed/`.
    pub unclaimed: u64,
}

/// What a case holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// Lines of the ledger.
    pub acts: u64,
    /// Different bytes.
    pub exhibits: u64,
    /// Ways by which they came in.
    pub acquisitions: u64,
    /// In bytes.
    pub size: u64,
    /// Exhibits with a reading text.
    pub documents: u64,
    /// Archives whose members are exhibits.
    pub archives: u64,
    /// Exhibits that could not be read.
    pub unread: Vec<UnreadExhibit>,
    /// Notes of all documents.
    pub notes: u64,
    /// Markers of all documents.
    pub markers: u64,
    /// Citations of all documents.
    pub citations: u64,
    /// Works that they cite.
    pub works: u64,
    /// Diagnostics, silenced ones left out.
    pub diagnostics: u64,
    /// Acquisitions and judgements that no build has seen yet.
    pub stale: u64,
}

/// An exhibit without reading text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadExhibit {
    /// Which.
    pub exhibit: Exhibit,
    /// Of an archive: the member that could not be had, its path as written there.
    pub member: Option<String>,
    /// Why.
    pub why: Unread,
}

impl Case {
    /// Makes a case in a folder, which may exist and hold other files.
    ///
    /// # Errors
    /// [`Error::AlreadyACase`], [`Error::RemainsOfACase`], or the system's.
    pub fn init(root: &Path, _actor: &Actor, _clock: &dyn Clock) -> Result<Self> {
        Ok(Self {
            root: root.to_owned(),
        })
    }

    /// Opens the case in a folder, without locking it.
    ///
    /// # Errors
    /// [`Error::NotACase`], [`Error::CaseFileDamaged`], [`Error::UnknownFormat`].
    pub fn open(root: &Path) -> Result<Self> {
        Err(Error::NotACase {
            path: root.to_owned(),
        })
    }

    /// The case that a folder lies in, or is.
    #[must_use]
    pub fn find(from: &Path) -> Option<PathBuf> {
        from.ancestors()
            .find(|folder| folder.join("tickmark.json").is_file())
            .map(Path::to_owned)
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Becomes the one who writes: takes the lock and mends what an interrupted run left.
    ///
    /// # Errors
    /// [`Error::Locked`] with the holder; [`Error::LedgerDamaged`]: nothing is appended to a broken chain.
    pub fn write(&self, _actor: Actor, _clock: Arc<dyn Clock>) -> Result<Writer> {
        Ok(Writer {
            case: self.clone(),
            recovery: Recovery::default(),
        })
    }

    /// Counts, and what could not be read.
    ///
    /// # Errors
    /// Those of the ledger and the projection. A case without projection has counts of 0 and `stale` says so.
    pub fn status(&self) -> Result<Status> {
        Ok(Status::default())
    }

    /// The acts, in order, each checked against the chain.
    ///
    /// # Errors
    /// [`Error::LedgerDamaged`] at the first line that is not what was written.
    pub fn log(&self) -> Result<Box<dyn Iterator<Item = Result<Entry>>>> {
        Ok(Box::new(std::iter::empty()))
    }

    /// Searches all blocks: words, `"phrases"`, `prefix*`, `-without`. All words must occur. Case and accents do not
    /// matter. Nothing that a user may type is a syntax error.
    ///
    /// # Errors
    /// [`Error::EmptyQuery`], [`Error::NotBuilt`].
    pub fn search(&self, query: &str, _limit: usize) -> Result<Hits> {
        Err(Error::EmptyQuery {
            query: query.to_owned(),
        })
    }

    /// Writes rows, one document in memory at a time.
    ///
    /// # Errors
    /// [`Error::NotBuilt`], [`Error::Output`].
    pub fn export(&self, _request: &Request, _out: &mut dyn Write) -> Result<Exported> {
        Err(Error::NotBuilt {
            path: self.root.clone(),
        })
    }

    /// All documents with their analyses, works and diagnostics.
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    pub fn load(&self) -> Result<Loaded> {
        Err(Error::NotBuilt {
            path: self.root.clone(),
        })
    }
}

/// The one who writes to a case. Dropped, it gives up the lock.
#[derive(Debug)]
pub struct Writer {
    case: Case,
    recovery: Recovery,
}

impl Writer {
    /// The case, to read from.
    #[must_use]
    pub const fn case(&self) -> &Case {
        &self.case
    }

    /// What the start mended; all zero after a clean end.
    #[must_use]
    pub const fn recovery(&self) -> &Recovery {
        &self.recovery
    }

    /// Keeps bytes. Per-file failures are events and the rest goes on; an error means that nothing more can be kept
    /// (disk full, lock lost), and everything told as added before it is safe.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Io`] of the case's own files.
    pub fn add(
        &mut self,
        _sources: Vec<AddSource<'_>>,
        _options: AddOptions,
        _on: &mut dyn FnMut(AddEvent<'_>),
    ) -> Result<AddSummary> {
        Ok(AddSummary::default())
    }

    /// Reads every exhibit that the current readers have not read yet, opens archives, joins works, runs the rules.
    ///
    /// # Errors
    /// Those of vault, ledger and projection; what cannot be read is an outcome, not an error.
    pub fn build(
        &mut self,
        _reading: &dyn Reading,
        _options: BuildOptions,
        _on: &mut dyn FnMut(BuildEvent<'_>),
    ) -> Result<BuildSummary> {
        Ok(BuildSummary::default())
    }

    /// Deletes the projection and builds it from vault and ledger alone.
    ///
    /// # Errors
    /// As [`Self::build`].
    pub fn rebuild(
        &mut self,
        reading: &dyn Reading,
        options: BuildOptions,
        on: &mut dyn FnMut(BuildEvent<'_>),
    ) -> Result<BuildSummary> {
        self.build(reading, options, on)
    }

    /// Records that a diagnostic is no defect. Get the anchor from [`Loaded::anchor`].
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn silence(&mut self, _code: Code, _anchor: Anchor, _reason: &str) -> Result<()> {
        Ok(())
    }

    /// Records that rows left the case.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn record_export(&mut self, _request: &Request, _exported: &Exported) -> Result<()> {
        Ok(())
    }
}
