//! Screenings that were done.

use super::Register;
use crate::ledger::{Act, Entry, KnownAct, Screened};
use crate::{Error, Result, Timestamp};

/// A screening as the ledger has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// `seq` of its line: what it is done again by.
    pub act: u64,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// The program and its version.
    pub program: String,
    /// What was done and found.
    pub screened: Screened,
}

impl Register {
    /// The screenings, in order.
    ///
    /// # Errors
    /// [`Error::LedgerDamaged`].
    pub fn runs(&self) -> Result<impl Iterator<Item = Result<Run>> + use<>> {
        Ok(self.log()?.filter_map(|entry| entry.map(run).transpose()))
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Error::NoAct`] where that act is none.
    pub fn run(&self, act: u64) -> Result<Run> {
        for run in self.runs()? {
            let run = run?;
            if run.act == act {
                return Ok(run);
            }
        }
        Err(Error::NoAct { act, what: "screening" })
    }
}

fn run(entry: Entry) -> Option<Run> {
    match entry.act {
        Act::Known(KnownAct::Screened(screened)) => {
            let (by, program) = (entry.by.name, entry.by.program);
            Some(Run { act: entry.seq, at: entry.at, by, program, screened })
        }
        _ => None,
    }
}
