//! Whether somebody was on a list on a day.

use crate::history::Day;

/// Whether an entry stood on its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It did.
    Listed,
    /// It did not.
    NotListed,
    /// No snapshot says.
    NotKnown(Unknown),
}

/// Why it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// The day is before the first snapshot.
    BeforeFirst {
        /// Of which day that is.
        first: Day,
    },
    /// The day is after the latest snapshot.
    AfterLatest {
        /// Of which day that is.
        latest: Day,
    },
    /// It came or went between two snapshots.
    Between {
        /// The snapshot before.
        before: Day,
        /// The one after.
        after: Day,
    },
    /// There is no snapshot at all.
    NoSnapshot,
}

/// The snapshots of a list around a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Around {
    /// The latest that is not after it.
    pub(super) before: Option<Day>,
    /// The earliest that is after it.
    pub(super) after: Option<Day>,
}

impl Around {
    /// `days` are those of the snapshots, the oldest first. Of no day: the latest alone.
    pub(super) fn of(day: Option<Day>, days: &[Day]) -> Self {
        let Some(day) = day else { return Self { before: days.last().copied(), after: None } };
        let at = days.partition_point(|snapshot| *snapshot <= day);
        let before = at.checked_sub(1).and_then(|at| days.get(at)).copied();
        // On the very day of a snapshot, that one says it all.
        let after = days.get(at).copied().filter(|_| before != Some(day));
        Self { before, after }
    }

    /// Both, the earlier first.
    pub(super) fn days(self) -> impl Iterator<Item = Day> {
        [self.before, self.after].into_iter().flatten()
    }

    /// Whether an entry was listed on the day, by the snapshots that have it and the day on which its own list says that it was listed.
    ///
    /// A snapshot speaks for its own day. Between two that agree nothing is taken to have happened; between two that do not, the list's own date
    /// of listing says on which side of it the day is.
    pub(super) fn standing(self, day: Option<Day>, has: impl Fn(Day) -> bool, listed_on: Option<Day>) -> Standing {
        match (self.before, self.after) {
            (None, None) => Standing::NotKnown(Unknown::NoSnapshot),
            (None, Some(first)) => Standing::NotKnown(Unknown::BeforeFirst { first }),
            (Some(before), None) if day.is_none_or(|day| day == before) => said(has(before)),
            (Some(latest), None) => Standing::NotKnown(Unknown::AfterLatest { latest }),
            (Some(before), Some(after)) => match (has(before), has(after), listed_on, day) {
                (one, other, _, _) if one == other => said(one),
                (false, true, Some(since), Some(day)) if since > before && since <= after => said(since <= day),
                _ => Standing::NotKnown(Unknown::Between { before, after }),
            },
        }
    }
}

const fn said(listed: bool) -> Standing {
    if listed { Standing::Listed } else { Standing::NotListed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    /// Snapshots of January, February and March; the entry is in those named.
    #[track_caller]
    fn check(on: &str, within: &[&str], listed_on: &str, expected: &str) {
        let days = ["2024-01-01", "2024-02-01", "2024-03-01"].map(day);
        let on = Day::parse(on);
        let has = |snapshot: Day| within.iter().any(|one| day(one) == snapshot);
        let standing = Around::of(on, &days).standing(on, has, Day::parse(listed_on));
        let told = match standing {
            Standing::Listed => "listed",
            Standing::NotListed => "not listed",
            Standing::NotKnown(_) => "not known",
        };
        assert_eq!(told, expected, "on {on:?}, in {within:?}, listed on {listed_on}");
    }

    #[test]
    fn a_list_answers_for_the_days_that_its_snapshots_cover() {
        let all = ["2024-01-01", "2024-02-01", "2024-03-01"];
        check("2023-12-31", &all, "", "not known");
        check("2024-01-01", &all, "", "listed");
        check("2024-01-15", &all, "", "listed");
        check("2024-03-01", &all, "", "listed");
        check("2024-03-02", &all, "", "not known");
        check("", &all, "", "listed");
        check("", &all[..2], "", "not listed");
        check("2024-01-15", &[], "", "not listed");
    }

    #[test]
    fn between_snapshots_that_differ_the_list_itself_may_know() {
        check("2024-01-15", &["2024-02-01", "2024-03-01"], "", "not known");
        check("2024-01-15", &["2024-02-01"], "2024-01-10", "listed");
        check("2024-01-15", &["2024-02-01"], "2024-01-20", "not listed");
        // The snapshot of January lacks it: what the list says of December is no answer.
        check("2024-01-15", &["2024-02-01"], "2023-12-01", "not known");
        check("2024-01-15", &["2024-01-01"], "2023-12-01", "not known");
    }
}
