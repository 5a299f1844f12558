//! Snapshots of one list side by side: what each entry said from when until when.

use std::collections::{BTreeMap, HashMap};

use ftm::Record;

use super::Parties;
use crate::history::Day;
use crate::index::Packed;

/// Properties that say when and from where a record was copied, and nothing of the party.
const OF_THE_COPY: [&str; 6] =
    ["modifiedAt", "createdAt", "retrievedAt", "sourceUrl", "publisher", "publisherUrl"];

/// What an entry said over some snapshots that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// As it stood in the first of them.
    pub record: Record,
    /// The first snapshot that has it so.
    pub from: Day,
    /// The first later snapshot that has it otherwise or not at all; `None` where the latest has it.
    pub until: Option<Day>,
}

/// A [`Version`] that waits, packed.
#[derive(Debug)]
pub struct Kept {
    record: Packed,
    from: Day,
    until: Option<Day>,
}

impl Kept {
    /// Unpacks it: it takes a while, and is left to the thread that goes on with it.
    #[must_use]
    pub fn version(&self) -> Option<Version> {
        Some(Version { record: self.record.record()?, from: self.from, until: self.until })
    }
}

/// Takes up the snapshots of one list, the oldest first.
#[derive(Debug, Default)]
pub struct Versions {
    days: Vec<Day>,
    /// In the order in which ids were first seen.
    entries: Vec<Vec<Kept>>,
    by_id: HashMap<String, usize>,
}

impl Versions {
    /// Takes up a snapshot: its parties, as [`super::Gathering`] gives them. `day` must be later than those before.
    pub fn snapshot(&mut self, day: Day, parties: Parties) {
        let mut there = vec![false; self.entries.len()];
        for record in parties.0 {
            match self.by_id.get(record.id()).copied() {
                Some(at) => {
                    if let Some(seen) = there.get_mut(at) {
                        *seen = true;
                    }
                    go_on(&mut self.entries[at], day, record);
                }
                None => {
                    self.by_id.insert(record.id().to_owned(), self.entries.len());
                    self.entries.push(vec![Kept { record, from: day, until: None }]);
                }
            }
        }
        for (versions, there) in self.entries.iter_mut().zip(there) {
            if let Some(last) = versions.last_mut().filter(|last| !there && last.until.is_none()) {
                last.until = Some(day);
            }
        }
        self.days.push(day);
    }

    /// The days of the snapshots, the oldest first.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// Every version, those of an entry together, the oldest first.
    pub fn finish(self) -> impl Iterator<Item = Kept> {
        self.entries.into_iter().flatten()
    }
}

fn go_on(versions: &mut Vec<Kept>, day: Day, record: Packed) {
    match versions.last_mut() {
        Some(last) if last.until.is_none() && says_the_same(&last.record, &record) => {}
        Some(last) => {
            last.until = last.until.or(Some(day));
            versions.push(Kept { record, from: day, until: None });
        }
        None => versions.push(Kept { record, from: day, until: None }),
    }
}

/// Whether two records of one entry say the same of it, wherever and in whatever order it stands.
fn says_the_same(one: &Packed, other: &Packed) -> bool {
    let (Some(one), Some(other)) = (one.record(), other.record()) else { return false };
    one.schema == other.schema && content(&one) == content(&other)
}

/// What a record says of its party: of each property its values, sorted. Lines and what is of the copy are left out.
#[must_use]
pub fn content(record: &Record) -> BTreeMap<&str, Vec<&str>> {
    let said = record.properties.iter().filter(|(property, _)| !OF_THE_COPY.contains(&property.as_str()));
    said.map(|(property, values)| {
        let mut texts: Vec<&str> = values.iter().map(|value| &*value.text).collect();
        texts.sort_unstable();
        (property.as_str(), texts)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ftm::read_line;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn snapshot(entries: &[(&str, &str)]) -> Parties {
        let line = |(id, name): &(&str, &str)| {
            format!(r#"{{"id":"{id}","schema":"Person","properties":{{"name":["{name}"]}}}}"#)
        };
        entries.iter().flat_map(|entry| read_line(&line(entry), 1).records).collect()
    }

    #[test]
    fn an_entry_has_a_version_for_all_that_it_said() {
        let mut versions = Versions::default();
        versions.snapshot(day("2024-01-01"), snapshot(&[("a", "Oste"), ("b", "Sefton")]));
        versions.snapshot(day("2024-02-01"), snapshot(&[("b", "Sefton"), ("a", "Jann Oste"), ("c", "Hale")]));
        versions.snapshot(day("2024-03-01"), snapshot(&[("a", "Jann Oste"), ("c", "Hale")]));
        versions.snapshot(day("2024-04-01"), snapshot(&[("a", "Jann Oste"), ("b", "Sefton")]));
        let told: Vec<_> = versions
            .finish()
            .filter_map(|kept| kept.version())
            .map(|version| {
                let until = version.until.map_or_else(|| "now".to_owned(), |day| day.to_string());
                format!("{} {} {}..{until}", version.record.id, version.record.shown(), version.from)
            })
            .collect();
        assert_eq!(
            told,
            [
                "a Oste 2024-01-01..2024-02-01",
                "a Jann Oste 2024-02-01..now",
                "b Sefton 2024-01-01..2024-03-01",
                "b Sefton 2024-04-01..now",
                "c Hale 2024-02-01..2024-04-01",
            ]
        );
    }
}
