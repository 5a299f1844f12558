//! The case: what may be done with it, and by whom.

mod facts;
mod file;
mod init;
mod load;
mod lock;
mod recover;
mod status;
mod store;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use self::facts::{Recovery, Status, UnreadExhibit};
use self::file::CaseFile;
pub(crate) use self::file::sound as case_file;
pub(crate) use self::store::Store;
pub use self::writer::Writer;
use crate::disk::{Disk, RealDisk};
use crate::layout::Layout;
use crate::ledger::{Chain, Entry, Head};
use crate::{Actor, Clock, Error, Result, Sha256, Timestamp};

/// A case, to read from. Any number of processes may.
#[derive(Debug, Clone)]
pub struct Case {
    layout: Layout,
    disk: Arc<dyn Disk>,
    id: String,
    /// SHA-256 of `tickmark.json`: what the ledger's first line follows.
    root_hash: Sha256,
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
    pub fn init_on(disk: Arc<dyn Disk>, root: &Path, actor: &Actor, clock: &dyn Clock) -> Result<Self> {
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
            return Err(Error::NotACase { path: root.to_owned() });
        }
        let (file, root_hash) = CaseFile::read(&layout.case_file())?;
        Ok(Self { layout, disk, id: file.id, root_hash })
    }

    /// The case that a folder lies in, or is.
    #[must_use]
    pub fn find(from: &Path) -> Option<PathBuf> {
        from.ancestors().find(|folder| Layout::new(folder).case_file().is_file()).map(Path::to_owned)
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
    pub(crate) fn chain(&self) -> Result<Chain> {
        let head = Head::read(&self.layout.head())?;
        Chain::open(&self.layout.ledger(), self.root_hash, head.length)
    }
}

/// Time of an act: to the millisecond, which is finer than anybody can vouch for.
fn milliseconds(time: Timestamp) -> Timestamp {
    time.round(jiff::Unit::Millisecond).unwrap_or(time)
}
