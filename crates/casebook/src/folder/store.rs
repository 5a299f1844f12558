use std::sync::Arc;

use super::Folder;
use crate::add::Known;
use crate::disk::Disk;
use crate::layout::Layout;
use crate::ledger::{Act, Ledger};
use crate::vault::{Staged, Vault};
use crate::{Actor, Clock, Error, Result, Sha256};

/// Vault and ledger in the hands of the one writer.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) layout: Layout,
    pub(crate) disk: Arc<dyn Disk>,
    pub(crate) vault: Vault,
    pub(crate) ledger: Ledger,
    pub(crate) known: Known,
    actor: Actor,
    clock: ClockBox,
    integrity: Integrity,
}

/// Whether all that was begun was finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Integrity {
    Whole,
    /// A commit failed: the vault may hold what the ledger does not know, until the next start sweeps.
    Interrupted,
}

/// A clock that can stand in a `Debug` type.
struct ClockBox(Arc<dyn Clock>);

impl std::fmt::Debug for ClockBox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

impl Store {
    pub(super) fn new(
        folder: &Folder,
        ledger: Ledger,
        known: Known,
        actor: Actor,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            layout: folder.layout.clone(),
            disk: Arc::clone(&folder.disk),
            vault: Vault::at(&folder.layout, &folder.disk),
            ledger,
            known,
            actor,
            clock: ClockBox(clock),
            integrity: Integrity::Whole,
        }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.integrity == Integrity::Whole
    }

    /// Bytes first, then the lines that vouch for them. Durable and acknowledged when it returns `Ok`.
    pub(crate) fn commit(&mut self, staged: &mut [Staged], acts: Vec<Act>) -> Result<()> {
        if self.integrity == Integrity::Interrupted {
            return Err(Error::Interrupted { path: self.layout.root.clone() });
        }
        let at = super::milliseconds(self.clock.0.now());
        let done = self.vault.put(staged).and_then(|()| self.ledger.append(acts, at, &self.actor));
        if done.is_err() {
            self.interrupt();
        }
        done
    }

    /// After a failure: nothing more is written until the next start has swept.
    pub(crate) fn interrupt(&mut self) {
        self.integrity = Integrity::Interrupted;
    }

    pub(crate) fn has(&self, exhibit: &Sha256) -> bool {
        self.vault.has(exhibit)
    }
}
