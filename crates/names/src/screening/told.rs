//! What a list says of an entry, on a day and over time.

use super::answer::{LISTED_ON, Screening};
use super::standing::Standing;
use crate::history::Day;
use crate::index::{Entry, Listed};
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
    /// Whether it stood there on the day that is asked about.
    pub standing: Standing,
}

impl<'a, B: AsRef<[u8]>> Screening<'a, B> {
    /// What its list says of an entry, also of one that stood there at another time than is asked about; `None` where its list is
    /// not asked or the bytes are not what was written.
    pub fn told(&self, entry: Entry<'a>) -> Option<Told<'a>> {
        let searched = self.searched.get(entry.source_number().index())?.as_ref()?;
        let record = entry.record()?;
        let dates = LISTED_ON.into_iter().flat_map(|property| record.values(property));
        let listed_on = dates.filter_map(|value| PartialDate::parse(&value.text)).next();
        let versions: Vec<Listed> = self.versions(entry).map(Entry::listed).collect();
        let has = |snapshot: Day| versions.iter().any(|version| super::answer::covers(*version, snapshot));
        let still = versions.iter().any(|version| version.until.is_none());
        let last = versions.iter().filter_map(|version| Day::of(version.until?)).max();
        Some(Told {
            list: &entry.source()?.list,
            first_seen: versions.iter().filter_map(|version| Day::of(version.from?)).min()?,
            gone: last.filter(|_| !still),
            listed_on,
            standing: searched.around.standing(self.day, has, listed_on.and_then(Day::of)),
        })
    }
}
