//! What changed between two snapshots.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::{By, plain};
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

/// Compares two snapshots, the earlier first. Of two formats only what both tell of anybody is compared, and no notes: what one of them has no place
/// for did not change.
#[must_use]
pub fn diff<'s>(before: &'s Snapshot, after: &'s Snapshot) -> Difference<'s> {
    let by = By::between(before, after);
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
    let comparing = Comparing::of(before, after);
    // Of several under one key the first of each is compared with the first, and so on.
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let changed = after.listings.iter().filter_map(|listing| {
        let key = by.key(listing);
        let known = old.get(&key)?;
        let at = met.entry(key).or_default();
        let earlier = known.get(*at).or(known.last())?;
        *at += 1;
        let values = comparing.values(earlier, listing);
        (!values.is_empty()).then_some(Changed { before: earlier, after: listing, values })
    });
    let changed = changed.collect();
    Difference { by, added: only(after, &old), removed: only(before, &new), changed }
}

/// What of two listings is compared.
enum Comparing<'s> {
    /// All that they say, to the letter.
    OneFormat,
    /// Of two formats, what both tell of anybody.
    TwoFormats(BTreeSet<&'s str>),
}

/// What is gone, and what is new.
type Values<'s> = (Vec<&'s str>, Vec<&'s str>);

/// Properties of names, which formats order and punctuate differently.
const NAMES: [&str; 4] = ["name", "alias", "weakAlias", "previousName"];

impl<'s> Comparing<'s> {
    fn of(before: &'s Snapshot, after: &'s Snapshot) -> Self {
        if before.format == after.format {
            return Self::OneFormat;
        }
        let [one, other] = [before, after].map(|snapshot| {
            let says = snapshot.listings.iter().flat_map(|listing| listing.says.keys());
            says.map(String::as_str).collect::<BTreeSet<&str>>()
        });
        // Notes are what no table knows, each under the heading that it has in its format.
        let is_note = |property: &&str| property.rsplit('.').next() == Some("notes");
        Self::TwoFormats(one.intersection(&other).copied().filter(|property| !is_note(property)).collect())
    }

    /// For each property that is compared and differs, what is gone and what is new.
    fn values(&self, before: &'s Listing, after: &'s Listing) -> BTreeMap<&'s str, Values<'s>> {
        let properties: BTreeSet<&'s String> = before.says.keys().chain(after.says.keys()).collect();
        let compared = properties.into_iter().map(String::as_str).filter(|property| match self {
            Self::OneFormat => true,
            Self::TwoFormats(both) => both.contains(property),
        });
        let values = compared.map(|property| {
            let only = |one: &'s Listing, other: &'s Listing| self.only(property, one, other);
            (property, (only(before, after), only(after, before)))
        });
        values.filter(|(_, (gone, come))| !gone.is_empty() || !come.is_empty()).collect()
    }

    /// The values of a property that one says and the other does not.
    fn only(&self, property: &str, one: &'s Listing, other: &'s Listing) -> Vec<&'s str> {
        let [says, known] = [one, other].map(|listing| listing.says.get(property));
        let same = |value: &str| match self {
            Self::TwoFormats(_) if NAMES.contains(&property) => {
                known.into_iter().flatten().any(|known| plain(known) == plain(value))
            }
            _ => known.is_some_and(|known| known.contains(value)),
        };
        says.into_iter().flatten().map(String::as_str).filter(|value| !same(value)).collect()
    }
}
