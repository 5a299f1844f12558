//! The case: what may be done with it, and by whom.

mod file;
mod init;
mod lock;
mod recover;
mod status;
mod store;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use reason::checks::Diagnostic;
use reason::document::Unread;

use self::file::CaseFile;
pub(crate) use self::file::sound as case_file;
pub(crate) use self::store::Store;
pub use self::writer::Writer;
use crate::disk::{Disk, RealDisk};
use crate::layout::Layout;
use crate::ledger::{Chain, Entry, Head};
use crate::projection::{Database, Silences, from_json};
use crate::{Actor, Clock, Error, Exhibit, Loaded, Result, Sha256, Timestamp};

/// A case, to read from. Any number of processes may.
#[derive(Debug, Clone)]
pub struct Case {
    layout: Layout,
    disk: Arc<dyn Disk>,
    id: String,
    /// SHA-256 of `tickmark.json`: what the ledger's first line follows.
    root_hash: Sha256,
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
    /// Acquisitions that no build has seen yet.
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
    pub fn init(root: &Path, actor: &Actor, clock: &dyn Clock) -> Result<Self> {
        Self::init_on(Arc::new(RealDisk), root, actor, clock)
    }

    /// [`Self::init`] on another disk.
    ///
    /// # Errors
    /// As [`Self::init`].
    pub fn init_on(
        disk: Arc<dyn Disk>,
        root: &Path,
        actor: &Actor,
        clock: &dyn Clock,
    ) -> Result<Self> {
        init::init(&Layout::new(root), &disk, actor, clock)?;
        Self::open_on(disk, root)
    }

    /// Opens the case in a folder, without locking it.
    ///
    /// # Errors
    /// [`Error::NotACase`], [`Error::CaseFileDamaged`], [`Error::UnknownFormat`].
    pub fn open(root: &Path) -> Result<Self> {
        Self::open_on(Arc::new(RealDisk), root)
    }

    /// [`Self::open`] on another disk.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_on(disk: Arc<dyn Disk>, root: &Path) -> Result<Self> {
        let layout = Layout::new(root);
        if !layout.case_file().exists() {
            return Err(Error::NotACase {
                path: root.to_owned(),
            });
        }
        let (file, root_hash) = CaseFile::read(&layout.case_file())?;
        Ok(Self {
            layout,
            disk,
            id: file.id,
            root_hash,
        })
    }

    /// The case that a folder lies in, or is.
    #[must_use]
    pub fn find(from: &Path) -> Option<PathBuf> {
        from.ancestors()
            .find(|folder| Layout::new(folder).case_file().is_file())
            .map(Path::to_owned)
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.layout.root
    }

    /// Its id: 32 hexadecimal digits.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Becomes the one who writes: takes the lock and mends what an interrupted run left.
    ///
    /// # Errors
    /// [`Error::Locked`] with the holder; [`Error::LedgerDamaged`]: nothing is appended to a broken chain.
    pub fn write(&self, actor: Actor, clock: Arc<dyn Clock>) -> Result<Writer> {
        Writer::open(self, actor, clock)
    }

    /// The acts, in order, each checked against the chain.
    ///
    /// # Errors
    /// [`Error::LedgerDamaged`] at the first line that is not what was written.
    pub fn log(&self) -> Result<impl Iterator<Item = Result<Entry>> + use<>> {
        Ok(self.chain()?.map(|link| Ok(link?.entry)))
    }

    /// The acknowledged part of the ledger, as it is now.
    fn chain(&self) -> Result<Chain> {
        let head = Head::read(&self.layout.head())?;
        Chain::open(&self.layout.ledger(), self.root_hash, head.length)
    }

    /// All documents with their analyses, works and diagnostics.
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    pub fn load(&self) -> Result<Loaded> {
        let (database, stale) = self.projection()?;
        let snapshot = database.connection.unchecked_transaction()?;
        let mut loaded = database.load()?;
        loaded.stale = stale;
        let silences = self.silences()?;
        database.for_each_text("SELECT body FROM work ORDER BY ordinal", |body| {
            loaded.works.push(from_json(&body)?);
            Ok(())
        })?;
        database.for_each_diagnostic(|body, _, anchor| {
            let diagnostic: Diagnostic = from_json(&body)?;
            if !silences.hold(diagnostic.code, anchor.as_ref()) {
                loaded.diagnostics.push(diagnostic);
            }
            Ok(())
        })?;
        drop(snapshot);
        Ok(loaded)
    }

    pub(crate) const fn root_hash(&self) -> Sha256 {
        self.root_hash
    }

    /// The projection to read from, and how many acquisitions it lacks.
    pub(crate) fn projection(&self) -> Result<(Database, u64)> {
        let database = Database::open_to_read(&self.layout)?;
        let Some(from) = database.head()? else {
            return Err(Error::NotBuilt {
                path: self.layout.root.clone(),
            });
        };
        let waiting = database.number(
            "SELECT count(*) FROM exhibit
             WHERE NOT EXISTS (SELECT 1 FROM reading WHERE reading.exhibit = ordinal)",
        )?;
        Ok((database, waiting + self.acquired_after(from)?))
    }

    fn acquired_after(&self, from: Head) -> Result<u64> {
        let head = Head::read(&self.layout.head())?;
        let mut acquired = 0;
        for link in Chain::resume(&self.layout.ledger(), from, head.length)? {
            acquired += u64::from(link?.entry.acquired().is_some());
        }
        Ok(acquired)
    }

    /// What people decided about diagnostics.
    pub(crate) fn silences(&self) -> Result<Silences> {
        let mut silences = Silences::default();
        for link in self.chain()? {
            if let Some(judgement) = link?.entry.judgement() {
                silences.learn(judgement);
            }
        }
        Ok(silences)
    }
}

/// Time of an act: to the millisecond, which is finer than anybody can vouch for.
fn milliseconds(time: Timestamp) -> Timestamp {
    time.round(jiff::Unit::Millisecond).unwrap_or(time)
}
