use crate::Sha256;
use crate::ledger::{Acquired, Act, KnownAct};
use crate::vault::Staged;

/// Files of a batch: one sync for all of them (see [`crate::disk::RealDisk`]), and little to do again after a crash.
const FILES: usize = 256;

/// Bytes of a batch: what a disk writes in well under a second.
const BYTES: u64 = 32 << 20;

/// What became of one file, to be told once the batch is on the disk.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) origin: String,
    pub(super) sha256: Sha256,
    pub(super) size: u64,
    pub(super) kind: Kept,
}

/// How a file was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    New,
    Again,
    There,
}

/// Files that become durable together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) staged: Vec<Staged>,
    pub(super) acts: Vec<Act>,
    pub(super) outcomes: Vec<Outcome>,
    bytes: u64,
}

impl Batch {
    /// Takes a file in. `staged` is what the vault lacks.
    pub(super) fn push(&mut self, acquired: Acquired, kept: Kept, staged: Option<Staged>) {
        self.outcomes.push(Outcome {
            origin: acquired.origin.clone(),
            sha256: acquired.sha256,
            size: acquired.size,
            kind: kept,
        });
        if let Some(staged) = staged {
            self.bytes += staged.size;
            self.staged.push(staged);
        }
        if kept != Kept::There {
            self.acts.push(Act::Known(KnownAct::Acquired(acquired)));
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.outcomes.len() >= FILES || self.bytes >= BYTES
    }
}
