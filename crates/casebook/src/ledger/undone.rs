use std::collections::HashSet;

use super::{Act, Entry, KnownAct};

/// Acts that were taken back by one that was not. Entries come in the order of the ledger.
pub(crate) fn undone<'a>(entries: impl DoubleEndedIterator<Item = &'a Entry>) -> HashSet<u64> {
    let mut undone = HashSet::new();
    for entry in entries.rev() {
        if let Act::Known(KnownAct::Undone { act, .. }) = &entry.act
            && !undone.contains(&entry.seq)
        {
            undone.insert(*act);
        }
    }
    undone
}
