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

    /// Whether it says any number at all.
    #[must_use]
    pub const fn is_known(self) -> bool {
        self.low.is_some() || self.high.is_some()
    }
}
