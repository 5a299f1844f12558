//! A folder with a vault and a ledger, whatever it is for: a case, or the register of lists. How it is begun, opened, locked,
//! and mended after an abrupt end.

mod founding;
mod init;
mod lock;
mod recover;
mod store;
mod writing;

use std::path::Path;
use std::sync::Arc;

pub(crate) use self::founding::{Founding, sound};
pub use self::recover::Recovery;
pub(crate) use self::store::Store;
pub(crate) use self::writing::Writing;
use crate::disk::Disk;
use crate::layout::{Layout, Purpose};
use crate::ledger::{Chain, Entry, Head};
use crate::vault::{hash_file, read_exhibit};
use crate::{Actor, Clock, Error, Result, Sha256, Timestamp};

/// A folder that was begun, to read from.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    pub(crate) layout: Layout,
    pub(crate) disk: Arc<dyn Disk>,
    /// 32 hexadecimal digits.
    pub(crate) id: String,
    /// SHA-256 of the founding file: what the ledger's first line follows.
    pub(crate) root_hash: Sha256,
}

impl Folder {
    /// Makes one in a folder, which may exist and hold other files.
    pub(crate) fn init(
        layout: Layout,
        disk: Arc<dyn Disk>,
        actor: &Actor,
        clock: &dyn Clock,
    ) -> Result<Self> {
        init::init(&layout, &disk, actor, clock)?;
        Self::open(layout, disk)
    }

    /// Opens it, without locking it.
    pub(crate) fn open(layout: Layout, disk: Arc<dyn Disk>) -> Result<Self> {
        if !layout.founding().exists() {
            let path = layout.root.clone();
            return Err(match layout.purpose {
                Purpose::Case => Error::NotACase { path },
                Purpose::Lists => Error::NotARegister { path },
            });
        }
        let (file, root_hash) = Founding::read(&layout.founding())?;
        Ok(Self { layout, disk, id: file.id, root_hash })
    }

    /// Takes the lock and mends what an interrupted run left.
    pub(crate) fn write(&self, actor: Actor, clock: Arc<dyn Clock>) -> Result<Writing> {
        Writing::open(self, actor, clock)
    }

    /// The acts, in order, each checked against the chain.
    pub(crate) fn log(&self) -> Result<impl Iterator<Item = Result<Entry>> + use<>> {
        Ok(self.chain()?.map(|link| Ok(link?.entry)))
    }

    /// The acknowledged part of the ledger, as it is now.
    pub(crate) fn chain(&self) -> Result<Chain> {
        let head = Head::read(&self.layout.head())?;
        Chain::open(&self.layout.ledger(), self.root_hash, head.length)
    }

    /// The bytes of an exhibit, checked against its name.
    pub(crate) fn exhibit_bytes(&self, exhibit: &Sha256) -> Result<Vec<u8>> {
        read_exhibit(&self.layout, exhibit)
    }

    /// Whether an exhibit is what its name says. In constant memory: a list may be large.
    pub(crate) fn check_exhibit(&self, exhibit: &Sha256) -> Result<()> {
        let path = self.layout.exhibit(exhibit);
        match hash_file(&path) {
            Ok((found, _)) if found == *exhibit => Ok(()),
            Ok((found, _)) => Err(Error::ExhibitDamaged { expected: *exhibit, found }),
            Err(error) => Err(missing_or(*exhibit, &path, error)),
        }
    }
}

/// An exhibit that cannot be read: it is not there, or the system refused.
pub(crate) fn missing_or(exhibit: Sha256, path: &Path, error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::ExhibitMissing { sha256: exhibit },
        _ => Error::io("read", path, error),
    }
}

/// Time of an act: to the millisecond, which is finer than anybody can vouch for.
fn milliseconds(time: Timestamp) -> Timestamp {
    time.round(jiff::Unit::Millisecond).unwrap_or(time)
}
