use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date that is only as precise as the text: `2024-07-25`, `2024-07`, `2024`, or `--07-27` without a year.
///
/// It may be impossible (30 February): texts print such dates, and check C08 says so. [`PartialDate::is_possible`] tells.
///
/// ```
/// use reason::dates::PartialDate;
/// assert_eq!(PartialDate::new(Some(2024), Some(7), None).to_string(), "2024-07");
/// assert!(!PartialDate::new(Some(2023), Some(2), Some(30)).is_possible());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// Four-digit year.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl PartialDate {
    /// From its parts; a day without a month is dropped, since it says nothing.
    #[must_use]
    pub const fn new(year: Option<i16>, month: Option<u8>, day: Option<u8>) -> Self {
        let day = if month.is_some() { day } else { None };
        Self { year, month, day }
    }

    /// Whether the calendar has such a date. Without a year, 29 February is possible.
    #[must_use]
    pub fn is_possible(self) -> bool {
        match (self.month, self.day) {
            (None, _) => true,
            (Some(month), day) => {
                jiff::civil::Date::new(self.year.unwrap_or(2000), month as i8, day.unwrap_or(1) as i8).is_ok()
            }
        }
    }

    /// Whether both can be dates of one day: what both state agrees.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        agree(self.year, other.year) && agree(self.month, other.month) && agree(self.day, other.day)
    }

    /// The earliest day it can be, where it has a year.
    #[must_use]
    pub fn earliest(self) -> Option<(i16, u8, u8)> {
        Some((self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1)))
    }

    /// The latest day it can be, where it has a year (a month is taken to have 31 days: only order matters).
    #[must_use]
    pub fn latest(self) -> Option<(i16, u8, u8)> {
        Some((self.year?, self.month.unwrap_or(12), self.day.unwrap_or(31)))
    }

    /// Reads the form that [`fmt::Display`] writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, Some(rest)),
            None => match text.split_once('-') {
                Some((year, rest)) => (Some(year.parse().ok()?), Some(rest)),
                None => (Some(text.parse().ok()?), None),
            },
        };
        let mut parts = rest.into_iter().flat_map(|rest| rest.split('-'));
        let mut part = || parts.next().map(|part| part.parse::<u8>().ok());
        let (month, day) = (part(), part());
        if matches!(month, Some(None)) || matches!(day, Some(None)) {
            return None;
        }
        Some(Self::new(year, month.flatten(), day.flatten()))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("-")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("not a partial date: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_and_read_back() {
        for text in ["2024-07-25", "2024-07", "2024", "--07-27", "0900-01"] {
            assert_eq!(PartialDate::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in ["", "July", "2024-x", "--"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn agrees_only_where_nothing_contradicts() {
        let date = |text| PartialDate::parse(text).expect("a date");
        assert!(date("2024-07").agrees_with(date("2024-07-25")));
        assert!(date("2024").agrees_with(date("--03-01")));
        assert!(!date("2023-05-13").agrees_with(date("2023-08-13")));
    }
}
