//! The ids of parties that no document names: those of their files, so that they stay what they were where they come from.

use std::collections::HashSet;

use super::Party;
use crate::imports::ImportedFile;

/// Characters of an id that is taken over; a longer one is no id to type.
const LONGEST: usize = 80;

/// Gives them the ids of their first records, where those are plain and no other party has them.
pub(super) fn of_imported(parties: &mut [Party], imports: &[ImportedFile]) {
    let mut taken: HashSet<String> =
        parties.iter().filter(|party| !party.members.is_empty()).map(|party| party.id.clone()).collect();
    for party in parties.iter_mut().filter(|party| party.members.is_empty()) {
        let Some(first) = party.imported.first() else { continue };
        let own = &imports[first.file].records[first.record].id;
        if is_plain(own) && taken.insert(own.clone()) {
            party.id.clone_from(own);
        }
    }
}

/// Can be typed as a word, and never drives a terminal.
fn is_plain(id: &str) -> bool {
    id.len() <= LONGEST
        && id.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
}
