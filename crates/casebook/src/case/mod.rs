//! The case: what may be done with it, and by whom.

mod facts;
mod load;
mod status;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use self::facts::{Status, UnreadExhibit};
pub use self::writer::Writer;
use crate::disk::{Disk, RealDisk};
use crate::folder::Folder;
use crate::layout::Layout;
use crate::ledger::{Chain, Entry};
use crate::{Actor, Clock, Result};

/// A case, to read from. Any number of processes may.
#[derive(Debug, Clone)]
pub struct Case {
    folder: Folder,
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
        Ok(Self { folder: Folder::init(Layout::of_case(root), disk, actor, clock)? })
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
        Ok(Self { folder: Folder::open(Layout::of_case(root), disk)? })
    }

    /// The case that a folder lies in, or is.
    #[must_use]
    pub fn find(from: &Path) -> Option<PathBuf> {
        from.ancestors().find(|folder| Layout::of_case(folder).founding().is_file()).map(Path::to_owned)
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.folder.layout.root
    }

    /// Its id: 32 hexadecimal digits.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.folder.id
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
        self.folder.log()
    }

    /// The acknowledged part of the ledger, as it is now.
    pub(crate) fn chain(&self) -> Result<Chain> {
        self.folder.chain()
    }
}
