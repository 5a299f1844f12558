//! A list as it was on one day.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ftm::{Record, Role};

use super::day::Day;
use crate::lists::{Format, Identity, ReadList};

/// One who is on a list, and what the list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Of its record.
    pub id: String,
    /// What it is shown by.
    pub name: String,
    /// The earliest day on which it says it was listed.
    pub listed: Option<Day>,
    /// The latest day on which it says that the listing ends.
    pub ended: Option<Day>,
    /// What is said of it, by property; of its sanction, papers and ties by schema and property, as `Sanction.program`.
    pub says: BTreeMap<String, BTreeSet<String>>,
}

impl Listing {
    /// Its births, founding or building dates.
    pub(super) fn births(&self) -> BTreeSet<&str> {
        let properties = ["birthDate", "incorporationDate", "buildDate"];
        properties
            .into_iter()
            .filter_map(|property| self.says.get(property))
            .flatten()
            .map(String::as_str)
            .collect()
    }

    /// Takes up what another fragment of the same listing says.
    pub(super) fn join(&mut self, other: Self) {
        self.listed = [self.listed, other.listed].into_iter().flatten().min();
        self.ended = [self.ended, other.ended].into_iter().flatten().max();
        for (property, values) in other.says {
            self.says.entry(property).or_default().extend(values);
        }
    }
}

/// Who says of which day a snapshot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Dating {
    /// Whoever gave the file.
    Given,
    /// The file itself.
    File,
    /// Nobody.
    Unknown,
}

/// A list as it was on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// That day; `None` where nobody says it.
    pub day: Option<Day>,
    /// Who says it.
    pub dating: Dating,
    /// What its file is.
    pub format: Format,
    /// What tells its listings apart.
    pub identity: Identity,
    /// Who is on it, in the order of the file.
    pub listings: Vec<Listing>,
}

impl Snapshot {
    /// Begins one, to be filled record by record.
    #[must_use]
    pub fn taking() -> Taking {
        Taking::default()
    }
}

/// A snapshot that is being filled.
#[derive(Debug, Clone, Default)]
pub struct Taking {
    listings: Vec<Listing>,
    by_id: HashMap<String, usize>,
    /// Sanctions, papers and ties, by whom they are of.
    beside: Vec<(Vec<String>, Record)>,
}

/// Numbers of a publisher's data base, given anew from time to time to entries that are the same.
const RENUMBERED: [&str; 1] = ["recordId"];

impl Taking {
    /// Takes a record up, in any order.
    pub fn take(&mut self, record: Record) {
        if let Role::Tie(_) = record.role() {
            let ends = record.ends().into_iter().flatten().map(|end| end.text.clone()).collect();
            return self.beside.push((ends, record));
        }
        let holders: Vec<String> = record.values("holder").iter().map(|holder| holder.text.clone()).collect();
        if !holders.is_empty() {
            return self.beside.push((holders, record));
        }
        if record.sort().is_none() {
            return;
        }
        let listing = listing(&record);
        match self.by_id.get(&record.id) {
            Some(at) => self.listings[*at].join(listing),
            None => {
                self.by_id.insert(record.id, self.listings.len());
                self.listings.push(listing);
            }
        }
    }

    /// All of it. The day that is given counts before that of the file.
    ///
    /// Publishers list whom they sanction and nobody else. `FollowTheMoney` files hold others, too: where such a file says who is sanctioned, the others
    /// (relatives, owners, addresses) are no listings.
    #[must_use]
    pub fn finish(mut self, list: &ReadList, given: Option<Day>) -> Snapshot {
        let mut sanctioned: BTreeSet<usize> = BTreeSet::new();
        for (ends, record) in std::mem::take(&mut self.beside) {
            for at in ends.iter().filter_map(|end| self.by_id.get(end).copied()) {
                if record.schema == "Sanction" {
                    sanctioned.insert(at);
                }
                beside(&mut self.listings[at], &record);
            }
        }
        let mut listings = self.listings;
        if list.format == Format::FtmLines && !sanctioned.is_empty() {
            let mut at = 0..listings.len();
            listings.retain(|_| at.next().is_some_and(|at| sanctioned.contains(&at)));
        }
        let dating = match (given, list.date) {
            (Some(_), _) => Dating::Given,
            (None, Some(_)) => Dating::File,
            (None, None) => Dating::Unknown,
        };
        Snapshot { day: given.or(list.date), dating, format: list.format, identity: list.identity, listings }
    }
}

fn listing(record: &Record) -> Listing {
    let says = record.properties.iter().map(|(property, values)| {
        (property.clone(), values.iter().map(|value| value.text.clone()).collect())
    });
    Listing {
        id: record.id.clone(),
        name: record.shown().to_owned(),
        listed: None,
        ended: None,
        says: says.collect(),
    }
}

/// Adds what a record beside says of a listing, but the ids that hold the two together.
fn beside(listing: &mut Listing, record: &Record) {
    let day = |property: &str| record.values(property).iter().filter_map(|value| Day::parse(&value.text));
    if record.schema == "Sanction" {
        let own = day("listingDate").min().or_else(|| day("startDate").min());
        listing.listed = [listing.listed, own].into_iter().flatten().min();
        listing.ended = listing.ended.max(day("endDate").max());
    }
    let own = |text: &str| text == listing.id;
    let mut says: Vec<(String, BTreeSet<String>)> = Vec::new();
    for (property, values) in &record.properties {
        let texts: BTreeSet<String> =
            values.iter().map(|value| value.text.clone()).filter(|text| !own(text)).collect();
        if !texts.is_empty() && !RENUMBERED.contains(&&**property) {
            says.push((format!("{}.{property}", record.schema), texts));
        }
    }
    for (property, texts) in says {
        listing.says.entry(property).or_default().extend(texts);
    }
}
