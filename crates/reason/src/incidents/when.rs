//! When claims say that something happened, and how two such times lie to each other.

use crate::dates::calendar::Days;
use crate::dates::{Interval, PartialDate};

/// A night and the day after it are one day; so are the two ends of "on 30 and 31 March".
const LONGEST_DAY: i64 = 2;
/// A month, and some weeks that run over its ends. What is longer counts over time.
const LONGEST_SPELL: i64 = 45;

/// A time that can tell events apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Time {
    from: PartialDate,
    to: PartialDate,
    pub exact: Exactness,
    /// First and last day, counted from an arbitrary one; without a year, those of [`ANY_YEAR`]. Times are compared by the
    /// million.
    days: (i32, i32),
}

/// A leap year, so that every day of the calendar is in it.
const ANY_YEAR: i16 = 2000;

/// How exactly a [`Time`] is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Exactness {
    /// To a day or two.
    Day,
    /// To some weeks or a month.
    Month,
    /// Longer: a year, half a year, an open end.
    Long,
}

/// How two times lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lie {
    /// At least one is not known.
    Unknown,
    /// One of the two is only known to some weeks, and they overlap.
    Overlap,
    /// One day.
    SameDay,
    /// So many days apart.
    Apart(i64),
}

impl Time {
    pub fn of(interval: Interval) -> Option<Self> {
        let from = interval.from?;
        let to = interval.to.unwrap_or(from);
        let open = interval.to.is_none() && from.day.is_none();
        let mut time = Self { from, to, exact: Exactness::Long, days: (0, 0) };
        let (first, last) = time.counted(ANY_YEAR)?;
        time.days = (i32::try_from(first).ok()?, i32::try_from(last).ok()?);
        time.exact = match last - first {
            _ if open => Exactness::Long,
            ..=LONGEST_DAY if from.day.is_some() => Exactness::Day,
            ..=LONGEST_SPELL => Exactness::Month,
            _ => Exactness::Long,
        };
        Some(time)
    }

    /// First and last day, counted from an arbitrary one; without a year, in the year given.
    fn days(self, year: Option<i16>) -> Option<(i64, i64)> {
        match year {
            Some(year) if self.year().is_none() => self.counted(year),
            _ => Some((i64::from(self.days.0), i64::from(self.days.1))),
        }
    }

    fn counted(self, year: i16) -> Option<(i64, i64)> {
        let year = self.year().unwrap_or(year);
        let within =
            |date: PartialDate| Days::of(PartialDate { year: Some(date.year.unwrap_or(year)), ..date });
        let (first, last) = (within(self.from)?.first, within(self.to)?.last);
        (first <= last).then_some((first, last))
    }

    /// First and last day, where it says its year.
    pub fn dated(self) -> Option<(i32, i32)> {
        self.year().is_some().then_some(self.days)
    }

    const fn year(self) -> Option<i16> {
        match self.from.year {
            Some(year) => Some(year),
            None => self.to.year,
        }
    }

    /// The months that it touches, 1 to 12, without their year: a yearless date meets those with a year.
    pub fn months(self) -> impl Iterator<Item = u8> {
        let (first, last) = (self.from.month.unwrap_or(1), self.to.month.unwrap_or(12));
        (1..=12).filter(move |month| match first <= last {
            true => (first..=last).contains(month),
            false => *month >= first || *month <= last,
        })
    }

    pub fn lies_to(self, other: Self) -> Lie {
        let (Some(one), Some(two)) = (self.days(other.year()), other.days(self.year())) else {
            return Lie::Unknown;
        };
        let gap = (one.0 - two.1).max(two.0 - one.1);
        match (gap, self.exact, other.exact) {
            (1.., ..) => Lie::Apart(gap),
            (_, Exactness::Day, Exactness::Day) => Lie::SameDay,
            _ => Lie::Overlap,
        }
    }

    /// One day and month, in two years: a slip of the pen, or an anniversary.
    pub fn same_day_of_other_year(self, other: Self) -> bool {
        let years = (self.from.year, other.from.year);
        let day = |time: Self| (time.from.month, time.from.day);
        self.exact == Exactness::Day
            && day(self) == day(other)
            && matches!(years, (Some(one), Some(two)) if one.abs_diff(two) == 1)
    }

    pub const fn interval(self) -> Interval {
        Interval { from: Some(self.from), to: Some(self.to) }
    }

    /// For order: yearless dates first.
    pub fn order(self) -> (Option<i16>, i64, i64) {
        let (first, last) = self.days(None).unwrap_or_default();
        (self.year(), first, -last)
    }
}

/// How two sets of times lie to each other: one day in common decides, then two that differ.
pub(super) fn lie(one: &[Time], two: &[Time]) -> Lie {
    let mut found = Lie::Unknown;
    for lie in one.iter().flat_map(|one| two.iter().map(|two| one.lies_to(*two))) {
        found = match (found, lie) {
            (_, Lie::SameDay) => return Lie::SameDay,
            (Lie::Apart(known), Lie::Apart(gap)) => Lie::Apart(known.min(gap)),
            (known, lie) => known.max(lie),
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Time {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        let date = |text| PartialDate::parse(text);
        Time::of(Interval { from: date(from), to: date(to) }).expect("a time")
    }

    #[test]
    fn times_are_as_exact_as_written() {
        for (one, two, expected) in [
            ("2024-07", "2024-07-25", Lie::Overlap),
            ("2024-07", "--07-27", Lie::Overlap),
            ("2024-07-25", "--07-27", Lie::Apart(2)),
            ("2024-07-25", "--07-25", Lie::SameDay),
            ("2024-02-11/2024-02-12", "2024-02-12", Lie::SameDay),
            ("2024-03-30", "2024-02-12", Lie::Apart(47)),
            ("2023", "2023-11", Lie::Overlap),
            ("--12-31", "2024-01-02", Lie::Apart(364)),
        ] {
            assert_eq!(time(one).lies_to(time(two)), expected, "{one} {two}");
            assert_eq!(time(two).lies_to(time(one)), expected, "{two} {one}");
        }
        assert_eq!(time("2023").exact, Exactness::Long);
        assert_eq!(time("2024-05-12/2024-05-30").exact, Exactness::Month);
    }

    #[test]
    fn sets_of_times_agree_where_a_day_is_in_both() {
        let july = [time("2024-07"), time("2024-07-25")];
        assert_eq!(lie(&july, &[time("--07-27")]), Lie::Apart(2));
        assert_eq!(lie(&july, &[time("--07-25"), time("--07-27")]), Lie::SameDay);
        assert_eq!(lie(&july, &[]), Lie::Unknown);
    }

    #[test]
    fn a_night_of_new_year_touches_both_months() {
        let night = time("2023-12-31/2024-01-01");
        assert_eq!(night.exact, Exactness::Day);
        assert_eq!(night.months().collect::<Vec<_>>(), [1, 12]);
    }
}
