//! What the ledger of a register says is in use.

use names::history::Day;

use super::{Register, Rulings};
use crate::ledger::{Act, Entry, KnownAct, ListAdded, undone};
use crate::{Result, Timestamp};

/// A snapshot of a list that is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// `seq` of the act that added it: what it is taken out of use by.
    pub act: u64,
    /// When it was added.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// What it is.
    pub added: ListAdded,
}

/// What is in use at one moment.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// By list and day.
    snapshots: Vec<Snapshot>,
    rulings: Rulings,
}

impl Contents {
    /// The snapshots in use, by the name of their list and their day.
    #[must_use]
    pub fn snapshots(&self) -> &[Snapshot] {
        &self.snapshots
    }

    /// The snapshots of each list, the oldest first.
    pub fn lists(&self) -> impl Iterator<Item = &[Snapshot]> {
        self.snapshots.chunk_by(|one, next| one.added.list == next.added.list)
    }

    /// The snapshots of a list, the oldest first; empty where there is none of that name.
    #[must_use]
    pub fn list(&self, name: &str) -> &[Snapshot] {
        self.lists().find(|snapshots| snapshots[0].added.list == name).unwrap_or(&[])
    }

    /// The days of a list's snapshots, the oldest first.
    #[must_use]
    pub fn days(&self, list: &str) -> Vec<Day> {
        self.list(list).iter().map(|snapshot| snapshot.added.date).collect()
    }

    /// What people decided.
    #[must_use]
    pub const fn rulings(&self) -> &Rulings {
        &self.rulings
    }

    fn learn(entries: Vec<Entry>) -> Self {
        let undone = undone(entries.iter());
        let mut contents = Self::default();
        for entry in entries {
            match entry.act {
                Act::Known(KnownAct::ListAdded(added)) if !undone.contains(&entry.seq) => {
                    contents.snapshots.push(Snapshot {
                        act: entry.seq,
                        at: entry.at,
                        by: entry.by.name,
                        added,
                    });
                }
                Act::Known(KnownAct::Ruled(ruled)) => {
                    let taken_back = undone.contains(&entry.seq);
                    contents.rulings.learn(entry.seq, entry.at, entry.by.name, ruled, taken_back);
                }
                _ => {}
            }
        }
        contents.snapshots.sort_by(|one, other| {
            (&one.added.list, one.added.date).cmp(&(&other.added.list, other.added.date))
        });
        contents
    }
}

impl Register {
    /// What is in use now.
    ///
    /// # Errors
    /// [`crate::Error::LedgerDamaged`].
    pub fn contents(&self) -> Result<Contents> {
        self.contents_before(u64::MAX)
    }

    /// What was in use before an act: all that a screening went by is in the acts before it.
    ///
    /// # Errors
    /// [`crate::Error::LedgerDamaged`].
    pub fn contents_before(&self, act: u64) -> Result<Contents> {
        let mut entries = Vec::new();
        for entry in self.log()? {
            let entry = entry?;
            if entry.seq >= act {
                break;
            }
            let matters = matches!(
                entry.act,
                Act::Known(KnownAct::ListAdded(_) | KnownAct::Ruled(_) | KnownAct::Undone { .. })
            );
            if matters {
                entries.push(entry);
            }
        }
        Ok(Contents::learn(entries))
    }
}
