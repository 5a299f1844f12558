//! Dates only as precise as written.

use std::fmt;

/// A year, a month or a day of the Gregorian calendar. Fields that are finer than the text gives are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct PartialDate {
    /// From 1 to 9999.
    pub year: u16,
    /// From 1 to 12.
    pub month: Option<u8>,
    /// From 1 to 31, and then `month` is there.
    pub day: Option<u8>,
}

impl PartialDate {
    /// Reads `1965`, `1965-03`, `1965-03-02`, and the last with a time behind it; nothing else.
    ///
    /// ```
    /// use names::party::PartialDate;
    ///
    /// assert_eq!(PartialDate::parse("1965-03").unwrap().to_string(), "1965-03");
    /// assert_eq!(PartialDate::parse("03/04/1965"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.split(['T', ' ']).next()?;
        let mut fields = text.split('-');
        let year = field(fields.next()?, 4, 1..=9999)?;
        let month = fields.next().map(|month| field(month, 2, 1..=12));
        let day = fields.next().map(|day| field(day, 2, 1..=31));
        if fields.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        let small = |value: Option<Option<u16>>| value.flatten().and_then(|value| u8::try_from(value).ok());
        Some(Self { year, month: small(month), day: small(day) })
    }
}

fn field(text: &str, digits: usize, range: std::ops::RangeInclusive<u16>) -> Option<u16> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let value = is_number.then(|| text.parse().ok()).flatten()?;
    range.contains(&value).then_some(value)
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(out, "-{day:02}")?;
        }
        Ok(())
    }
}
