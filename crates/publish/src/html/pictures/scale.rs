//! Where a number stands on a line.

/// A line from its least to its greatest number, even or in powers of ten.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    least: f64,
    greatest: f64,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Even,
    Powers,
}

/// Numbers further apart than this do not fit on an even line: the small ones would be one point.
const EVEN_SPREAD: f64 = 60.0;

impl Scale {
    /// A line on which all numbers have room.
    pub fn over(numbers: impl Iterator<Item = u64> + Clone) -> Self {
        let greatest = numbers.clone().max().unwrap_or(1).max(1) as f64;
        let least = numbers.filter(|number| *number > 0).min().unwrap_or(1) as f64;
        if greatest / least > EVEN_SPREAD {
            let least = 10_f64.powf(least.log10().floor());
            Self { least, greatest: greatest * 1.6, kind: Kind::Powers }
        } else {
            Self { least: 0.0, greatest: greatest * 1.12, kind: Kind::Even }
        }
    }

    /// From 0 at the least to 1 at the greatest.
    pub fn at(self, number: u64) -> f64 {
        let number = number as f64;
        let part = match self.kind {
            Kind::Even => number / self.greatest,
            Kind::Powers => {
                let (from, to) = (self.least.log10(), self.greatest.log10());
                (number.max(self.least).log10() - from) / (to - from)
            }
        };
        part.clamp(0.0, 1.0)
    }

    /// Round numbers along the line.
    pub fn ticks(self) -> Vec<u64> {
        match self.kind {
            Kind::Even => {
                let step = round_step(self.greatest / 4.0);
                (0..).map(|count| count * step).take_while(|tick| (*tick as f64) < self.greatest).collect()
            }
            Kind::Powers => {
                let first = (self.least as u64).max(1);
                let powers = std::iter::successors(Some(first), |tick| tick.checked_mul(10));
                powers.take_while(|tick| (*tick as f64) < self.greatest).collect()
            }
        }
    }

    /// Whether it runs in powers of ten: a reader must be told.
    pub const fn is_in_powers(self) -> bool {
        matches!(self.kind, Kind::Powers)
    }
}

/// 1, 2 or 5 with zeros: the least such number that is no smaller.
fn round_step(rough: f64) -> u64 {
    let mut power = 1_u64;
    loop {
        for step in [1, 2, 5] {
            let step = power.saturating_mul(step);
            if step as f64 >= rough || step >= u64::MAX / 10 {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_order_on_any_line() {
        for numbers in [vec![3, 20, 84], vec![1, 50_000], vec![0], vec![u64::MAX, 1], vec![500, 520]] {
            let scale = Scale::over(numbers.iter().copied());
            let mut sorted = numbers.clone();
            sorted.sort_unstable();
            let places: Vec<f64> = sorted.iter().map(|number| scale.at(*number)).collect();
            assert!(places.windows(2).all(|pair| pair[0] <= pair[1]), "{numbers:?} {places:?}");
            assert!(scale.ticks().len() < 40, "{numbers:?}");
        }
        assert_eq!(Scale::over([84, 47].into_iter()).ticks(), [0, 50]);
        assert!(Scale::over([2, 40_000].into_iter()).is_in_powers());
    }
}
