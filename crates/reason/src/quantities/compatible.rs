//! Which figures can both hold.

use super::Figure;

/// "About 60" is taken for anything from 45 to 75: wider than speakers mean it, so that what lies outside is in dispute
/// by any reading.
const ABOUT_PERCENT: u64 = 25;

/// How a number that is not meant exactly is meant: [`Figure`] has one shape for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closeness {
    /// As it stands: an exact number, a range, an open end.
    AsWritten,
    /// "About", "some", "nearly", "une soixantaine": near the number on either side.
    About,
}

/// The least and the most that a figure allows; `None`: that end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The least.
    pub low: u64,
    /// The most.
    pub high: Option<u64>,
}

impl Bounds {
    /// Of a figure; `None` where it says no number.
    #[must_use]
    pub fn of(figure: Figure, closeness: Closeness) -> Option<Self> {
        match (figure.low, figure.high, closeness) {
            (None, None, _) => None,
            (Some(low), None, Closeness::About) => {
                let slack = low.saturating_mul(ABOUT_PERCENT) / 100;
                Some(Self { low: low - slack, high: Some(low.saturating_add(slack)) })
            }
            (low, high, _) => Some(Self { low: low.unwrap_or(0), high }),
        }
    }

    /// Whether all of this lies below the other.
    #[must_use]
    pub fn is_below(self, other: Self) -> bool {
        self.high.is_some_and(|high| high < other.low)
    }

    /// Whether no number is within both.
    #[must_use]
    pub fn excludes(self, other: Self) -> bool {
        self.is_below(other) || other.is_below(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_hold_together_unless_no_number_is_in_both() {
        use Closeness::{About, AsWritten};
        let cases = [
            ("dozens and 84", Figure::at_least(24), AsWritten, Figure::exactly(84), false),
            ("at least 500 and 520", Figure::at_least(500), AsWritten, Figure::exactly(520), false),
            ("20 to 80 and 84", Figure::range(20, 80), AsWritten, Figure::exactly(84), true),
            ("up to 20 and 24", Figure::at_most(20), AsWritten, Figure::exactly(24), true),
            ("31 and 33", Figure::exactly(31), AsWritten, Figure::exactly(33), true),
            ("about 60 and 70", Figure::at_least(60), About, Figure::exactly(70), false),
            ("about 20 and 115", Figure::at_least(20), About, Figure::exactly(115), true),
            ("about 60 and 38", Figure::at_least(60), About, Figure::exactly(38), true),
            ("no number", Figure::default(), AsWritten, Figure::exactly(38), false),
        ];
        for (name, one, closeness, other, expected) in cases {
            let other = Bounds::of(other, AsWritten);
            let excludes =
                Bounds::of(one, closeness).zip(other).is_some_and(|(one, other)| one.excludes(other));
            assert_eq!(excludes, expected, "{name}");
        }
    }
}
