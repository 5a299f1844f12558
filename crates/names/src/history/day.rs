//! A day.

use std::fmt;

use crate::party::PartialDate;

/// A day of the Gregorian calendar that there is: never 30 February.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// A text that is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is no day: expected one as 2024-03-01")]
pub struct NoDay {
    /// As given.
    pub text: String,
}

impl Day {
    /// A day; `None` where there is none such.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads `2024-03-01`, also with a time behind it.
    ///
    /// ```
    /// use names::history::Day;
    ///
    /// assert_eq!(Day::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
    /// assert_eq!(Day::parse("2023-02-29"), None);
    /// assert_eq!(Day::parse("2024-02"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::of(PartialDate::parse(text)?)
    }

    /// The day before; `None` before the year 1.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        let Self { year, month, day } = self;
        let last = |year, month| (28..=31).rev().find_map(|day| Self::new(year, month, day));
        match (month, day) {
            (_, 2..) => Self::new(year, month, day - 1),
            (2.., _) => last(year, month - 1),
            _ => last(year.checked_sub(1)?, 12),
        }
    }

    /// The day after; `None` after the year 9999.
    ///
    /// ```
    /// use names::history::Day;
    ///
    /// let day = Day::parse("2024-02-28").unwrap();
    /// assert_eq!(day.after().and_then(Day::after), Day::parse("2024-03-01"));
    /// assert_eq!(day.after().and_then(Day::before), Some(day));
    /// ```
    #[must_use]
    pub fn after(self) -> Option<Self> {
        let Self { year, month, day } = self;
        Self::new(year, month, day + 1)
            .or_else(|| Self::new(year, month + 1, 1))
            .or_else(|| Self::new(year + 1, 1, 1))
    }

    /// The day of a date that is as fine as that.
    #[must_use]
    pub fn of(date: PartialDate) -> Option<Self> {
        Self::new(date.year, date.month?, date.day?)
    }
}

impl From<Day> for PartialDate {
    fn from(day: Day) -> Self {
        Self { year: day.year, month: Some(day.month), day: Some(day.day) }
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = NoDay;

    fn try_from(text: String) -> Result<Self, NoDay> {
        Self::parse(&text).ok_or(NoDay { text })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
