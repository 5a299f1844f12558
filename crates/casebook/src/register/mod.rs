//! The register: a folder of lists to screen against, apart from any case.
//!
//! ```text
//! LISTS/
//!   lists.json        what this folder is
//!   vault/            the publishers' files, named by their SHA-256
//!   ledger.jsonl      lists added, screenings, decisions; chained like that of a case
//!   ledger.head, lock, staging/, unclaimed/
//!   projection/       the compiled set. Delete it, and it is made again
//! ```
//!
//! It is the folder of a case in all but what is done in it: bytes come in the same way, acts are appended to a ledger of the same form, and what
//! an interrupted run leaves is mended by the same start. The shapes are in `docs/register.md`.

mod bytes;
mod contents;
mod earlier;
mod intake;
mod naming;
mod parted;
mod read;
mod rulings;
mod runs;
mod scratch;
mod set;
mod threads;
mod unpacked;
mod writer;

use std::path::Path;
use std::sync::Arc;

pub use bytes::SetBytes;
pub use contents::{Contents, Snapshot};
pub use intake::{Added, Adding, ListFile, NewList, Order, Step};
pub use parted::parted;
pub use read::{FileFaults, ReadSnapshot};
pub use rulings::{Change, Ruling, Rulings, State, changes, mark};
pub use runs::Run;
pub use set::{Compiling, ListSet};
pub use unpacked::{Packed, unpacked};
pub use writer::RegisterWriter;

use crate::disk::RealDisk;
use crate::folder::Folder;
use crate::layout::Layout;
use crate::ledger::Entry;
use crate::{Actor, Clock, Result, Verification, VerifyProgress};

/// A register, to read from. Any number of processes may.
#[derive(Debug, Clone)]
pub struct Register {
    folder: Folder,
}

impl Register {
    /// Opens the register in a folder, without locking it.
    ///
    /// # Errors
    /// [`crate::Error::NotARegister`] where there is none, [`crate::Error::CaseFileDamaged`], [`crate::Error::UnknownFormat`].
    pub fn open(root: &Path) -> Result<Self> {
        Ok(Self { folder: Folder::open(Layout::of_lists(root), Arc::new(RealDisk))? })
    }

    /// Opens the register in a folder, and begins one where there is none.
    ///
    /// # Errors
    /// As [`Self::open`]; [`crate::Error::RemainsOfACase`]; the system's.
    pub fn open_or_begin(root: &Path, actor: &Actor, clock: &dyn Clock) -> Result<Self> {
        let layout = Layout::of_lists(root);
        if layout.founding().exists() {
            return Self::open(root);
        }
        Ok(Self { folder: Folder::init(layout, Arc::new(RealDisk), actor, clock)? })
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.folder.layout.root
    }

    /// Becomes the one who writes.
    ///
    /// # Errors
    /// [`crate::Error::Locked`] with the holder; [`crate::Error::LedgerDamaged`].
    pub fn write(&self, actor: Actor, clock: Arc<dyn Clock>) -> Result<RegisterWriter> {
        Ok(RegisterWriter::new(self.clone(), self.folder.write(actor, clock)?))
    }

    /// The acts, in order, each checked against the chain.
    ///
    /// # Errors
    /// [`crate::Error::LedgerDamaged`] at the first line that is not what was written.
    pub fn log(&self) -> Result<impl Iterator<Item = Result<Entry>> + use<>> {
        self.folder.log()
    }

    /// Looks at vault and ledger and changes nothing.
    ///
    /// # Errors
    /// As [`crate::verify()`].
    pub fn verify(&self, progress: &mut dyn FnMut(VerifyProgress)) -> Result<Verification> {
        crate::verify::of_register(self.root(), progress)
    }
}
