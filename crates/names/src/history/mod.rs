//! Snapshots of one list side by side: who was listed when, as far as they tell.
//!
//! A snapshot says of its day, and of no other, who is listed. What lies between is concluded by these rules and no others, for each
//! listing of its own ([`History::course`]):
//!
//! - *On the day of a snapshot* it is listed if it stands there.
//! - *Between two snapshots that agree* it is as both say. A listing that came and went between them leaves no trace.
//! - *Between two that differ* it is not known; unless it came, and the listing's own date lies behind the earlier snapshot and not behind the later:
//!   then not listed before that date, and listed from it on. So also for an end that the later of the two states.
//! - *Before the first* it is not known; unless it stands there and has a listing date of its own: not listed before it, listed from it on.
//! - *After the last* it is not known.
//!
//! Only dates to the day count. A snapshot without a day says nothing of time; it can still be compared.
//!
//! ```
//! use names::history::{Day, History, Snapshot, Standing};
//! use names::lists::{Options, read};
//!
//! let snapshot = |day: &str, file: &str| {
//!     let mut taking = Snapshot::taking();
//!     let list = read(file.as_bytes(), &Options::default(), &mut |record| taking.take(record)).unwrap();
//!     taking.finish(&list, Day::parse(day))
//! };
//! let history = History::of(vec![
//!     snapshot("2025-06-12", "name,dob\nAwa Diallo,1970\nModibo Keita,1965\n"),
//!     snapshot("2026-06-01", "name,dob\nModibo Keita,1965\n"),
//! ]);
//! let [gone, _] = [0, 1].map(|at| history.listings().nth(at).unwrap().0);
//! let on = |day: &str| history.as_of(gone, Day::parse(day).unwrap());
//! assert_eq!(on("2025-06-12"), Standing::Listed);
//! assert_eq!(on("2026-06-01"), Standing::NotListed);
//! assert_eq!(on("2025-12-24"), Standing::NotKnown);
//! ```

mod course;
mod day;
mod difference;
mod identity;
mod snapshot;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use course::{Standing, Stretch, course};
pub use day::{Day, NoDay};
pub use difference::{Changed, Difference, diff};
pub use identity::By;
pub use snapshot::{Dating, Listing, Snapshot, Taking};

/// What is strange about snapshots that were put side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// They were not given in the order of their days; they were sorted.
    Sorted,
    /// One has no day: it says nothing of time. Its place among those given, from 0.
    Undated {
        /// Among those given.
        at: usize,
    },
    /// Two are of one day: the one given later counts.
    SameDay {
        /// That day.
        day: Day,
    },
}

/// Snapshots of one list, in the order of their days.
#[derive(Debug, Clone)]
pub struct History {
    days: Vec<Day>,
    by: By,
    /// For each listing what each day says of it; `None` where it does not stand there.
    listings: BTreeMap<String, Vec<Option<Listing>>>,
    remarks: Vec<Remark>,
}

impl History {
    /// Puts snapshots side by side.
    #[must_use]
    pub fn of(snapshots: Vec<Snapshot>) -> Self {
        let by = By::common(snapshots.iter());
        let mut remarks = Vec::new();
        let mut dated: BTreeMap<Day, Snapshot> = BTreeMap::new();
        let mut latest = None;
        for (at, snapshot) in snapshots.into_iter().enumerate() {
            let Some(day) = snapshot.day else {
                remarks.push(Remark::Undated { at });
                continue;
            };
            if latest.is_some_and(|latest| day < latest) && !remarks.contains(&Remark::Sorted) {
                remarks.push(Remark::Sorted);
            }
            latest = latest.max(Some(day));
            if dated.insert(day, snapshot).is_some() {
                remarks.push(Remark::SameDay { day });
            }
        }
        let days: Vec<Day> = dated.keys().copied().collect();
        let mut listings: BTreeMap<String, Vec<Option<Listing>>> = BTreeMap::new();
        for (at, snapshot) in dated.into_values().enumerate() {
            for listing in snapshot.listings {
                let known = listings.entry(by.key(&listing)).or_insert_with(|| vec![None; days.len()]);
                match &mut known[at] {
                    Some(same) => same.join(listing),
                    none => *none = Some(listing),
                }
            }
        }
        Self { days, by, listings, remarks }
    }

    /// The days of its snapshots, the earliest first.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// What tells listings apart here.
    #[must_use]
    pub const fn by(&self) -> By {
        self.by
    }

    /// What is strange about the snapshots.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Every listing by its key, as the latest snapshot that has it says.
    pub fn listings(&self) -> impl Iterator<Item = (&str, &Listing)> {
        self.listings.iter().filter_map(|(key, days)| Some((&**key, days.iter().flatten().next_back()?)))
    }

    /// The key of a listing, in whatever snapshot it stands.
    #[must_use]
    pub fn key(&self, listing: &Listing) -> String {
        self.by.key(listing)
    }

    /// The course of a listing from the beginning to the end of time, in stretches without gaps. A key that no snapshot has is listed nowhere.
    #[must_use]
    pub fn course(&self, key: &str) -> Vec<Stretch> {
        let absent = vec![None; self.days.len()];
        let known = self.listings.get(key).unwrap_or(&absent);
        course::course(&self.days, known)
    }

    /// How a listing stands on a day.
    #[must_use]
    pub fn as_of(&self, key: &str, day: Day) -> Standing {
        let course = self.course(key);
        let found = course.iter().find(|stretch| stretch.covers(day));
        found.map_or(Standing::NotKnown, |stretch| stretch.standing)
    }

    /// What a snapshot says of a listing on the last of its days that is not behind a given one.
    #[must_use]
    pub fn at(&self, key: &str, day: Day) -> Option<&Listing> {
        let last = self.days.iter().rposition(|known| *known <= day)?;
        self.listings.get(key)?.get(last)?.as_ref()
    }
}
