//! The one who writes to a register.

use super::{Added, Adding, Contents, NewList, Register, Snapshot};
use crate::folder::{Recovery, Writing};
use crate::ledger::{KnownAct, Ruled, Screened};
use crate::{Error, Result};

/// The one who writes to a register. Dropped, it gives up the lock.
#[derive(Debug)]
pub struct RegisterWriter {
    pub(super) register: Register,
    pub(super) writing: Writing,
}

impl RegisterWriter {
    pub(super) const fn new(register: Register, writing: Writing) -> Self {
        Self { register, writing }
    }

    /// The register, to read from.
    #[must_use]
    pub const fn register(&self) -> &Register {
        &self.register
    }

    /// What the start mended; all zero after a clean end.
    #[must_use]
    pub const fn recovery(&self) -> &Recovery {
        &self.writing.recovery
    }

    /// Takes a snapshot of a list into use. Its files are read before they are kept: what is no list leaves nothing behind.
    ///
    /// # Errors
    /// [`Error::NoList`], [`Error::NoDay`], [`Error::SnapshotThere`], [`Error::OtherList`]; those of vault and ledger.
    pub fn add(&mut self, list: &NewList<'_>, on: &mut dyn FnMut(Adding)) -> Result<Added> {
        super::intake::add(self, list, on)
    }

    /// Takes a snapshot out of use. Its files are kept.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn remove(&mut self, snapshot: &Snapshot, reason: &str) -> Result<()> {
        self.undo_act(snapshot.act, reason)
    }

    /// Records a screening; returns its number.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn record_screening(&mut self, screened: Screened) -> Result<u64> {
        self.writing.record(KnownAct::Screened(screened))?;
        Ok(self.writing.store.ledger.head().lines - 1)
    }

    /// Records a decision about a hit; returns its number.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn rule(&mut self, ruled: Ruled) -> Result<u64> {
        self.writing.record(KnownAct::Ruled(ruled))?;
        Ok(self.writing.store.ledger.head().lines - 1)
    }

    /// Takes a decision back, by its number.
    ///
    /// # Errors
    /// [`Error::NoAct`] where that act is none, [`Error::AlreadyUndone`].
    pub fn undo(&mut self, act: u64, reason: &str) -> Result<()> {
        let contents: Contents = self.register.contents()?;
        match contents.rulings().all().find(|ruling| ruling.act == act) {
            None => Err(Error::NoAct { act, what: "decision" }),
            Some(ruling) if ruling.undone => Err(Error::AlreadyUndone { act }),
            Some(_) => self.undo_act(act, reason),
        }
    }

    fn undo_act(&mut self, act: u64, reason: &str) -> Result<()> {
        self.writing.record(KnownAct::Undone { act, reason: reason.to_owned() })
    }
}
