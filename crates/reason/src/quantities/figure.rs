use serde::{Deserialize, Serialize};

/// What a number says: a least and a most, as the export contract sets them.
///
/// Exact: both. "At least", "more than", "about", "an estimated": `low` only, approximate. "As many as", "up to": `high`
/// only. A range: both. Vague plurals: the smallest plural as `low` (dozens 24, scores 40, hundreds 200, thousands 2000),
/// approximate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Figure {
    /// The least.
    pub low: Option<u64>,
    /// The most.
    pub high: Option<u64>,
    /// Not meant exactly.
    pub approximate: bool,
}

impl Figure {
    /// An exact number.
    #[must_use]
    pub const fn exactly(number: u64) -> Self {
        Self { low: Some(number), high: Some(number), approximate: false }
    }

    /// From a least to a most.
    #[must_use]
    pub const fn range(low: u64, high: u64) -> Self {
        Self { low: Some(low), high: Some(high), approximate: false }
    }

    /// At least, more than, about.
    #[must_use]
    pub const fn at_least(number: u64) -> Self {
        Self { low: Some(number), high: None, approximate: true }
    }

    /// At most, up to.
    #[must_use]
    pub const fn at_most(number: u64) -> Self {
        Self { low: None, high: Some(number), approximate: false }
    }

    /// In words, as tables and messages have it: `84`, `about 300`, `20 to 80`, `1,200 or more`, `up to 50`; nothing where no
    /// number is said.
    #[must_use]
    pub fn words(self) -> String {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high && self.approximate => format!("about {}", grouped(low)),
            (Some(low), Some(high)) if low == high => grouped(low),
            (Some(low), Some(high)) => format!("{} to {}", grouped(low), grouped(high)),
            (Some(low), None) => format!("{} or more", grouped(low)),
            (None, Some(high)) => format!("up to {}", grouped(high)),
            (None, None) => String::new(),
        }
    }

    /// Whether it says any number at all.
    #[must_use]
    pub const fn is_known(self) -> bool {
        self.low.is_some() || self.high.is_some()
    }
}

/// Digits in threes: `12,480`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
