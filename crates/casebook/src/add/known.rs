use std::collections::HashSet;

use crate::Sha256;
use crate::digest::Hasher;
use crate::ledger::{Acquired, Entry, Via};

/// What the ledger knows already: exhibits, and ways by which they came.
///
/// Kept as the first 128 bits of a SHA-256 each: 32 bytes an acquisition, 32 MB for a case of a million. Two of a million
/// agree in them by chance once in 10^26 cases.
#[derive(Debug, Default)]
pub(crate) struct Known {
    exhibits: HashSet<u128>,
    ways: HashSet<u128>,
}

impl Known {
    /// Takes up a line of the ledger.
    pub(crate) fn learn(&mut self, entry: &Entry) {
        if let Some(acquired) = entry.acquired() {
            self.add(acquired);
        }
    }

    /// Takes up an acquisition.
    pub(crate) fn add(&mut self, acquired: &Acquired) {
        self.exhibits.insert(first_half(&acquired.sha256));
        self.ways.insert(way(acquired));
    }

    pub(crate) fn has_exhibit(&self, exhibit: &Sha256) -> bool {
        self.exhibits.contains(&first_half(exhibit))
    }

    /// Whether the same bytes came from the same place by the same way.
    pub(crate) fn has_way(&self, acquired: &Acquired) -> bool {
        self.ways.contains(&way(acquired))
    }
}

fn way(acquired: &Acquired) -> u128 {
    let mut hasher = Hasher::default();
    hasher.update(acquired.sha256.bytes());
    match &acquired.via {
        Via::Direct => hasher.update(&[0]),
        Via::MemberOf(archive) => {
            hasher.update(&[1]);
            hasher.update(archive.bytes());
        }
    }
    hasher.update(acquired.origin.as_bytes());
    hasher.update(&[0]);
    hasher.update(acquired.origin_bytes.as_deref().unwrap_or("").as_bytes());
    first_half(&hasher.finish())
}

fn first_half(digest: &Sha256) -> u128 {
    let half = digest.bytes().first_chunk().expect("32 bytes hold 16");
    u128::from_be_bytes(*half)
}
