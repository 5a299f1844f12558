//! Shares in percent, exact, with strict bounds told apart from others.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// A share of a company, in millionths of a percent.
///
/// "More than 50" is one millionth above 50, and "less than 50" one below: sums of such bounds stay right, and no register
/// gives shares so fine.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct Percent(i64);

/// Of one percent.
const UNIT: i64 = 1_000_000;

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// All of it.
    pub const HUNDRED: Self = Self(100 * UNIT);

    /// So many whole percent.
    #[must_use]
    pub const fn whole(percent: u32) -> Self {
        Self(percent as i64 * UNIT)
    }

    /// So many millionths of a percent.
    #[must_use]
    pub const fn millionths(count: i64) -> Self {
        Self(count)
    }

    /// In millionths of a percent.
    #[must_use]
    pub const fn count(self) -> i64 {
        self.0
    }

    /// The least share that is more than this.
    #[must_use]
    pub const fn more_than(self) -> Self {
        Self(self.0 + 1)
    }

    /// The greatest share that is less than this.
    #[must_use]
    pub const fn less_than(self) -> Self {
        Self(self.0 - 1)
    }
}

impl Add for Percent {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Percent {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Percent {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Percent {
    /// `51 %`, `33.333 %`, `more than 50 %`, `less than 25 %`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A sum of several strict bounds is some millionths off; no share is written so finely.
        const SLACK: i64 = 50;
        let near = (self.0 + UNIT / 2_000).div_euclid(UNIT / 1_000) * (UNIT / 1_000);
        let (shown, words) = match self.0 - near {
            1..=SLACK => (near, "more than "),
            off if (-SLACK..=-1).contains(&off) => (near, "less than "),
            _ => (self.0, ""),
        };
        let fraction = format!("{:06}", shown.rem_euclid(UNIT));
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        write!(out, "{words}{}{point}{fraction} %", shown.div_euclid(UNIT))
    }
}

/// A share as far as it is known: so much at least, and so much at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Range {
    /// At least.
    pub low: Percent,
    /// At most.
    pub high: Percent,
}

impl Range {
    /// Nothing is said.
    pub const UNKNOWN: Self = Self { low: Percent::ZERO, high: Percent::HUNDRED };

    /// Exactly so much.
    #[must_use]
    pub const fn exact(share: Percent) -> Self {
        Self { low: share, high: share }
    }

    /// Whether it is told to the point.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// What both allow; `None` where they contradict.
    #[must_use]
    pub fn and(self, other: Self) -> Option<Self> {
        let both = Self { low: self.low.max(other.low), high: self.high.min(other.high) };
        (both.low <= both.high).then_some(both)
    }

    /// What either allows, and all between.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

impl fmt::Display for Range {
    /// `51 %`, `25 % to 50 %`, `50 % or more`, `up to 25 %`, `an unknown share`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let strict = |percent: Percent| percent.to_string().starts_with(char::is_alphabetic);
        match (self.low, self.high) {
            (low, high) if low == high => write!(out, "{low}"),
            (Percent::ZERO, Percent::HUNDRED) => write!(out, "an unknown share"),
            (Percent::ZERO, high) if strict(high) => write!(out, "{high}"),
            (Percent::ZERO, high) => write!(out, "up to {high}"),
            (low, Percent::HUNDRED) if strict(low) => write!(out, "{low}"),
            (low, Percent::HUNDRED) => write!(out, "{low} or more"),
            (low, high) => write!(out, "{low} to {high}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_shown_as_they_are_said() {
        let whole = Percent::whole;
        for (low, high, shown) in [
            (whole(51), whole(51), "51 %"),
            (whole(25), whole(50), "25 % to 50 %"),
            (whole(50).more_than(), Percent::HUNDRED, "more than 50 %"),
            (whole(50), Percent::HUNDRED, "50 % or more"),
            (Percent::ZERO, whole(25), "up to 25 %"),
            (Percent::ZERO, whole(25).less_than(), "less than 25 %"),
            (Percent::ZERO, Percent::HUNDRED, "an unknown share"),
            (Percent::millionths(33_330_000), Percent::millionths(33_330_000), "33.33 %"),
            (whole(25).more_than() + whole(25).more_than(), Percent::HUNDRED, "more than 50 %"),
        ] {
            assert_eq!(Range { low, high }.to_string(), shown);
        }
    }
}
