//! Which snapshots of a list answer for a day, and why it is not known how somebody stood on it.

use std::fmt;

use crate::history::Day;

/// Why it is not known how an entry stood on a day.
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

impl fmt::Display for Unknown {
    /// `the latest snapshot is of 2026-02-27`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BeforeFirst { first } => write!(out, "the first snapshot is of {first}"),
            Self::AfterLatest { latest } => write!(out, "the latest snapshot is of {latest}"),
            Self::Between { before, after } => {
                write!(out, "the snapshots of {before} and {after} differ")
            }
            Self::NoSnapshot => out.write_str("there is no snapshot"),
        }
    }
}

/// The snapshots of a list around a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Around {
    /// The latest that is not after it.
    before: Option<Day>,
    /// The earliest that is after it.
    after: Option<Day>,
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

    /// Why they do not tell.
    pub(super) const fn unknown(self) -> Unknown {
        match (self.before, self.after) {
            (None, None) => Unknown::NoSnapshot,
            (None, Some(first)) => Unknown::BeforeFirst { first },
            (Some(latest), None) => Unknown::AfterLatest { latest },
            (Some(before), Some(after)) => Unknown::Between { before, after },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_snapshots_around_a_day_answer() {
        let day = |text: &str| Day::parse(text).expect("a day");
        let days = ["2024-01-01", "2024-02-01"].map(day);
        let check = |on: &str, expected: &[&str]| {
            let around: Vec<String> =
                Around::of(Day::parse(on), &days).days().map(|day| day.to_string()).collect();
            assert_eq!(around, expected, "{on}");
        };
        check("", &["2024-02-01"]);
        check("2023-12-31", &["2024-01-01"]);
        check("2024-01-01", &["2024-01-01"]);
        check("2024-01-15", &["2024-01-01", "2024-02-01"]);
        check("2024-02-01", &["2024-02-01"]);
        check("2024-02-02", &["2024-02-01"]);
    }
}
