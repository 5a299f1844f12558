use serde::{Deserialize, Serialize};

/// An amount in hundredths of its unit: exact, where binary fractions are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Amount {
    hundredths: u64,
}

impl Amount {
    /// So many whole units.
    #[must_use]
    pub const fn whole(units: u64) -> Self {
        Self { hundredths: units.saturating_mul(100) }
    }

    /// So many hundredths.
    #[must_use]
    pub const fn hundredths(hundredths: u64) -> Self {
        Self { hundredths }
    }

    /// In hundredths.
    #[must_use]
    pub const fn as_hundredths(self) -> u64 {
        self.hundredths
    }

    /// In units: exact below 90 million millions.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn units(self) -> f64 {
        self.hundredths as f64 / 100.0
    }
}
