//! Sets that were compiled before. To read names is nearly all that compiling takes: the entries of a list whose snapshots are still the same are taken
//! from there.

use std::path::Path;

use names::index::{Entry, Index};

use super::Snapshot;
use super::bytes::SetBytes;
use crate::ledger::ListAdded;
use crate::{Sha256, canonical};

/// Of which snapshots a list is made, and by which program: what is made of the same is the same.
pub(super) fn made_of(snapshots: &[Snapshot]) -> String {
    let added: Vec<&ListAdded> = snapshots.iter().map(|snapshot| &snapshot.added).collect();
    let made_of = serde_json::json!({"program": env!("CARGO_PKG_VERSION"), "snapshots": added});
    Sha256::of(&canonical::to_bytes(&made_of)).to_string()
}

/// Sets of this version, whole and checked.
#[derive(Debug, Default)]
pub(super) struct Earlier(Vec<Index<SetBytes>>);

impl Earlier {
    /// Those that lie in a folder: mostly the one that was in use until now.
    pub(super) fn in_folder(folder: &Path) -> Self {
        let files = crate::vault::entries(folder).unwrap_or_default();
        let sets = files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "set"));
        Self(sets.filter_map(|path| Index::open(SetBytes::map(path).ok()?).ok()).collect())
    }

    /// The entries of a list that was made of the same, in the order in which they were compiled.
    pub(super) fn entries(&self, made_of: &str) -> Option<impl Iterator<Item = Entry<'_>>> {
        let list = |set: &Index<SetBytes>| set.sources().iter().position(|source| source.made_of == made_of);
        let (set, list) = self.0.iter().find_map(|set| Some((set, list(set)?)))?;
        Some(set.entries().filter(move |entry| entry.source_number().index() == list))
    }
}
