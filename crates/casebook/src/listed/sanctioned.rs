//! Which entries are of somebody under sanctions.

use std::cell::RefCell;
use std::collections::HashMap;

use names::index::Entry;
use names::screening::is_sanctioned;

/// Asked of every name that could be meant, of some many times: a record is read once.
#[derive(Debug, Default)]
pub struct Sanctioned {
    known: RefCell<HashMap<u32, bool>>,
}

impl Sanctioned {
    /// Whether an entry says that its party is under sanctions. All entries asked about are of one compiled set.
    pub fn has(&self, entry: Entry<'_>) -> bool {
        let says = || entry.record().is_some_and(|record| is_sanctioned(&record));
        *self.known.borrow_mut().entry(entry.number()).or_insert_with(says)
    }
}
