use std::sync::Arc;

use super::lock::Lock;
use super::recover::recover;
use super::{Folder, Recovery, Store};
use crate::error::LockHolder;
use crate::ledger::{KnownAct, Ledger};
use crate::{Actor, Clock, Result};

/// Vault and ledger, and the right to write to them. Dropped, it gives up the lock.
#[derive(Debug)]
pub(crate) struct Writing {
    pub(crate) store: Store,
    pub(crate) recovery: Recovery,
    lock: Lock,
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.store.is_whole() {
            self.lock.end_abruptly();
        }
    }
}

impl Writing {
    pub(super) fn open(folder: &Folder, actor: Actor, clock: Arc<dyn Clock>) -> Result<Self> {
        let now = super::milliseconds(clock.now());
        let holder = LockHolder { pid: std::process::id(), program: actor.program.clone(), since: now };
        let (mut lock, last_end) = Lock::take(&folder.layout, &*folder.disk, &holder)?;
        // Until the start has gone well, the next one must look again.
        lock.end_abruptly();
        let past = recover(&folder.layout, &*folder.disk, folder.root_hash, last_end, now)?;
        lock.end_cleanly();
        let ledger = Ledger::at(&folder.layout, &folder.disk, past.head);
        let store = Store::new(folder, ledger, past.known, actor, clock);
        Ok(Self { store, recovery: past.recovery, lock })
    }

    /// Appends one act.
    pub(crate) fn record(&mut self, act: KnownAct) -> Result<()> {
        self.store.commit(&mut [], vec![act.into()])
    }
}
