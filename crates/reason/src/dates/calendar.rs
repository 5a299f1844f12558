//! Dates as intervals of days: what can be said of two dates that are only as precise as their texts.

use crate::dates::PartialDate;

/// The days that a date can mean, counted from an arbitrary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    pub first: i64,
    pub last: i64,
}

impl Days {
    /// `None` without a year, and for days that the calendar does not have.
    pub fn of(date: PartialDate) -> Option<Self> {
        let year = date.year?;
        let on = |month: u8, day: i8| jiff::civil::Date::new(year, month as i8, day).ok();
        let first = on(date.month.unwrap_or(1), date.day.unwrap_or(1) as i8)?;
        let last = match (date.month, date.day) {
            (Some(_), Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            _ => first.last_of_year(),
        };
        Some(Self { first: number(first), last: number(last) })
    }

    /// By how many days all of this lies after the other; negative or 0 where it need not.
    pub const fn after(self, other: Self) -> i64 {
        self.first - other.last
    }

    /// Whether the two lie further apart than some days.
    pub const fn apart(self, other: Self, tolerance: i64) -> bool {
        self.after(other) > tolerance || other.after(self) > tolerance
    }
}

/// The first day of the year 1 is 1. Events are held against each other by it, thousands of times a document.
fn number(date: jiff::civil::Date) -> i64 {
    let before = i64::from(date.year()) - 1;
    let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    before * 365 + leap_days + i64::from(date.day_of_year())
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as a message prints it: `13 August 2023`, `August 2023`, `2023`, `13 August`.
pub(crate) fn spoken(date: PartialDate) -> String {
    let day = date.day.map(|day| day.to_string());
    let month = date
        .month
        .and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)).map(|name| (*name).to_owned()));
    let year = date.year.map(|year| year.to_string());
    let parts: Vec<String> = [day, month, year].into_iter().flatten().collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Days {
        PartialDate::parse(text).and_then(Days::of).expect("a date with its year")
    }

    #[test]
    fn months_and_years_are_intervals() {
        assert_eq!(days("2024-02").last - days("2024-02").first, 28);
        assert_eq!(days("2024").last - days("2024").first, 365);
        assert!(!days("2024-03").apart(days("2024-02-29"), 1));
        assert!(days("2024-03").apart(days("2024-02-28"), 1));
        assert_eq!(days("2024-05-13").after(days("2024-05-03")), 10);
        assert_eq!(PartialDate::parse("2024-02-30").and_then(Days::of), None, "no such day");
    }

    #[test]
    fn is_spoken_as_precise_as_it_is() {
        for (date, text) in [
            ("2023-08-13", "13 August 2023"),
            ("2023-08", "August 2023"),
            ("2023", "2023"),
            ("--08-13", "13 August"),
            ("2022-06-31", "31 June 2022"),
        ] {
            assert_eq!(PartialDate::parse(date).map(spoken).as_deref(), Some(text));
        }
    }
}
