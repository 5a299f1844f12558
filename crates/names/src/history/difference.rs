//! What changed between two snapshots.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::By;
use super::snapshot::{Listing, Snapshot};

/// What changed of a listing that stands in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<'s> {
    /// As it was.
    pub before: &'s Listing,
    /// As it is.
    pub after: &'s Listing,
    /// For each property that changed the values that are gone, and the new ones.
    pub values: BTreeMap<&'s str, (Vec<&'s str>, Vec<&'s str>)>,
}

/// What changed between two snapshots, each part in the order of the file that it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'s> {
    /// What told listings apart.
    pub by: By,
    /// Only in the later.
    pub added: Vec<&'s Listing>,
    /// Only in the earlier.
    pub removed: Vec<&'s Listing>,
    /// In both, and not the same.
    pub changed: Vec<Changed<'s>>,
}

/// Compares two snapshots, the earlier first. Of two formats only what both tell of anybody is compared: what one of them has no place for did not
/// change.
#[must_use]
pub fn diff<'s>(before: &'s Snapshot, after: &'s Snapshot) -> Difference<'s> {
    let by = By::common([before, after].into_iter());
    let keyed = |snapshot: &'s Snapshot| {
        let mut keyed: BTreeMap<String, Vec<&Listing>> = BTreeMap::new();
        for listing in &snapshot.listings {
            keyed.entry(by.key(listing)).or_default().push(listing);
        }
        keyed
    };
    let (old, new) = (keyed(before), keyed(after));
    let only = |snapshot: &'s Snapshot, other: &BTreeMap<String, Vec<&Listing>>| {
        snapshot.listings.iter().filter(|listing| !other.contains_key(&by.key(listing))).collect()
    };
    let told = [before, after].map(|snapshot| {
        snapshot
            .listings
            .iter()
            .flat_map(|listing| listing.says.keys().map(String::as_str))
            .collect::<BTreeSet<&str>>()
    });
    // Of several under one key the first of each is compared with the first, and so on.
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let changed = after.listings.iter().filter_map(|listing| {
        let key = by.key(listing);
        let known = old.get(&key)?;
        let at = met.entry(key).or_default();
        let earlier = known.get(*at).or(known.last())?;
        *at += 1;
        let mut values = values(earlier, listing);
        values.retain(|property, _| {
            before.format == after.format || told.iter().all(|told| told.contains(*property))
        });
        (!values.is_empty()).then_some(Changed { before: earlier, after: listing, values })
    });
    let changed = changed.collect();
    Difference { by, added: only(after, &old), removed: only(before, &new), changed }
}

fn values<'s>(before: &'s Listing, after: &'s Listing) -> BTreeMap<&'s str, (Vec<&'s str>, Vec<&'s str>)> {
    let none = BTreeSet::new();
    let properties: BTreeSet<&String> = before.says.keys().chain(after.says.keys()).collect();
    let mut changed = BTreeMap::new();
    for property in properties {
        let old = before.says.get(property).unwrap_or(&none);
        let new = after.says.get(property).unwrap_or(&none);
        if old != new {
            // A set that is borrowed for as long as this function lives cannot be handed out: only those of the listings are.
            let gone = before.says.get(property).into_iter().flatten().filter(|value| !new.contains(*value));
            let come = after.says.get(property).into_iter().flatten().filter(|value| !old.contains(*value));
            changed.insert(
                property.as_str(),
                (gone.map(String::as_str).collect(), come.map(String::as_str).collect()),
            );
        }
    }
    changed
}
