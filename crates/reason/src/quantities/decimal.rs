use serde::{Deserialize, Serialize};

/// A number as written, with its decimals: exact, where binary fractions are not.
///
/// ```
/// use reason::quantities::Decimal;
/// assert_eq!(Decimal::new(25, 1).times(1_000_000).map(Decimal::floor), Some(2_500_000));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Decimal {
    digits: u64,
    places: u8,
}

/// More decimals than any report prints; further ones are no number of things.
const MOST_PLACES: u8 = 9;

impl Decimal {
    /// `digits` with the last `places` of them behind the mark: `Decimal::new(25, 1)` is 2.5. Places past the ninth are dropped.
    #[must_use]
    pub const fn new(digits: u64, places: u8) -> Self {
        let mut number = Self { digits, places };
        while number.places > MOST_PLACES || (number.places > 0 && number.digits.is_multiple_of(10)) {
            number.digits /= 10;
            number.places -= 1;
        }
        number
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(number: u64) -> Self {
        Self { digits: number, places: 0 }
    }

    /// So many times as much; `None` where that is past what a `u64` holds.
    #[must_use]
    pub fn times(self, factor: u64) -> Option<Self> {
        let (mut digits, mut factor, mut places) = (self.digits, factor, self.places);
        while places > 0 && factor > 1 && factor % 10 == 0 {
            factor /= 10;
            places -= 1;
        }
        digits = digits.checked_mul(factor)?;
        Some(Self::new(digits, places))
    }

    /// Its whole part.
    #[must_use]
    pub const fn floor(self) -> u64 {
        self.digits / 10_u64.pow(self.places as u32)
    }

    /// How many decimals it has.
    #[must_use]
    pub const fn places(self) -> u8 {
        self.places
    }

    /// Its decimals as printed, with their point; empty where it has none.
    #[must_use]
    pub fn decimals(self) -> String {
        if self.places == 0 {
            return String::new();
        }
        let part = self.digits % 10_u64.pow(u32::from(self.places));
        format!(".{part:0width$}", width = usize::from(self.places))
    }

    /// The sum; `None` where that is past what a `u64` holds.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, places) = self.aligned(other)?;
        Some(Self::new(a.checked_add(b)?, places))
    }

    /// The difference; `None` where the other is more.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        let (a, b, places) = self.aligned(other)?;
        Some(Self::new(a.checked_sub(b)?, places))
    }

    fn aligned(self, other: Self) -> Option<(u64, u64, u8)> {
        let places = self.places.max(other.places);
        let scaled = |number: Self| number.digits.checked_mul(10_u64.pow(u32::from(places - number.places)));
        Some((scaled(self)?, scaled(other)?, places))
    }

    /// Whether it has no decimals.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.places == 0
    }

    /// In hundredths, further decimals dropped; `None` where that is past what a `u64` holds.
    #[must_use]
    pub fn hundredths(self) -> Option<u64> {
        self.times(100).map(Self::floor)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let scaled = |number: &Self, places: u8| u128::from(number.digits) * 10_u128.pow(u32::from(places));
        scaled(self, other.places).cmp(&scaled(other, self.places))
    }
}
