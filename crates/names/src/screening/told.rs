//! What a list says of an entry, on a day and over time.

use super::answer::{Screening, covers, on, since};
use super::standing::Unknown;
use crate::history::{Day, Standing};
use crate::index::Entry;
use crate::party::PartialDate;

/// What a list says of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told<'a> {
    /// The list.
    pub list: &'a str,
    /// The first snapshot that has it.
    pub first_seen: Day,
    /// The first snapshot that has it no more; `None` while it is there.
    pub gone: Option<Day>,
    /// Since when its list says that it stands there.
    pub listed_on: Option<PartialDate>,
    /// Whether it stood there on the day that is asked about; without a day, on that of the latest snapshot.
    pub standing: Standing,
    /// Why that is not known; `None` where it is.
    pub unknown: Option<Unknown>,
}

impl<'a, B: AsRef<[u8]>> Screening<'a, B> {
    /// What its list says of an entry, also of one that stood there at another time than is asked about; `None` where its list is
    /// not asked or the bytes are not what was written.
    pub fn told(&self, entry: Entry<'a>) -> Option<Told<'a>> {
        let searched = self.searched.get(entry.source_number().index())?.as_ref()?;
        let versions: Vec<Entry<'_>> = self.versions(entry).collect();
        let latest =
            || searched.days.last().is_some_and(|day| versions.iter().any(|one| covers(one.listed(), *day)));
        let standing = match self.day {
            Some(day) => on(day, searched, &versions),
            None if latest() => Standing::Listed,
            None => Standing::NotListed,
        };
        let still = versions.iter().any(|version| version.listed().until.is_none());
        let last = versions.iter().filter_map(|version| Day::of(version.listed().until?)).max();
        Some(Told {
            list: &entry.source()?.list,
            first_seen: versions.iter().filter_map(|version| Day::of(version.listed().from?)).min()?,
            gone: last.filter(|_| !still),
            listed_on: since(&entry.record()?),
            standing,
            unknown: (standing == Standing::NotKnown).then(|| searched.around.unknown()),
        })
    }
}
