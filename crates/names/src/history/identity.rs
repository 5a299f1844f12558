//! What tells one listing from another, from snapshot to snapshot.

use std::collections::HashSet;

use super::snapshot::{Listing, Snapshot};
use crate::lists::Identity;

/// What tells listings apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum By {
    /// The publisher's own number.
    Id,
    /// Main name and birth: not every snapshot has numbers that last.
    NameAndBirth,
    /// Main name alone: not every snapshot has births, either.
    Name,
}

impl By {
    /// The surest that all snapshots have.
    pub(super) fn common<'s>(snapshots: impl Iterator<Item = &'s Snapshot> + Clone) -> Self {
        if snapshots.clone().all(|snapshot| snapshot.identity == Identity::Id) {
            return Self::Id;
        }
        Self::by_name(snapshots)
    }

    /// What tells the listings of two apart. Where they have no number in common the numbers are of two publishers, or were given anew: they say
    /// nothing, and names do.
    pub(super) fn between(before: &Snapshot, after: &Snapshot) -> Self {
        let known: HashSet<&str> = before.listings.iter().map(|listing| &*listing.id).collect();
        let shared = after.listings.iter().any(|listing| known.contains(&*listing.id));
        match Self::common([before, after].into_iter()) {
            Self::Id if !shared => Self::by_name([before, after].into_iter()),
            surest => surest,
        }
    }

    fn by_name<'s>(mut snapshots: impl Iterator<Item = &'s Snapshot>) -> Self {
        let has_births =
            |snapshot: &Snapshot| snapshot.listings.iter().any(|listing| !listing.births().is_empty());
        if snapshots.all(has_births) { Self::NameAndBirth } else { Self::Name }
    }

    pub(super) fn key(self, listing: &Listing) -> String {
        match self {
            Self::Id => listing.id.clone(),
            Self::Name => plain(&listing.name),
            Self::NameAndBirth => {
                let births: Vec<&str> = listing.births().into_iter().collect();
                format!("{} {}", plain(&listing.name), births.join(" ")).trim_end().to_owned()
            }
        }
    }
}

/// The words of a name in small letters, in the order of the alphabet: publishers and those who copy them order and punctuate differently.
pub(super) fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    match words.is_empty() {
        // A name of signs alone is still one.
        true => name.trim().to_owned(),
        false => words.join(" "),
    }
}
