//! Which parties are owned enough by some others: at once, or through parties that are owned enough themselves.

use super::holdings::{Holding, Holdings};
use super::percent::{Percent, Range};
use crate::hashed::ByWord;

/// How the unknown is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taking {
    /// Each share at its least: what is surely so.
    Least,
    /// Each share at its most that the others leave: what can be so.
    Most,
}

/// Parties that are owned enough, each with the round in which it was found: what owns it was found in an earlier one, so
/// that circles never prove themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Reached {
    rounds: ByWord<usize, u32>,
    /// Of each asset what they hold together: the sums of their least and of their greatest shares.
    held: ByWord<usize, Range>,
}

impl Reached {
    /// All that are owned by `owners`, so much of each as `threshold` or more. Each holding of those that are reached is looked at once.
    pub(super) fn from(
        owners: impl IntoIterator<Item = usize>,
        holdings: &Holdings,
        threshold: Percent,
        taking: Taking,
    ) -> Self {
        let mut reached = Self::default();
        let mut last: Vec<usize> = owners.into_iter().collect();
        for round in 0.. {
            reached.rounds.extend(last.iter().map(|party| (*party, round)));
            // Nothing changes but for what the last ones hold.
            let mut assets: Vec<usize> = Vec::new();
            for holding in last.iter().flat_map(|owner| holdings.held_by(*owner)) {
                reached.take_up(holding);
                assets.push(holding.asset);
            }
            assets.sort_unstable();
            assets.dedup();
            last = assets
                .into_iter()
                .filter(|asset| !reached.has(*asset) && reached.held(holdings, *asset, taking) >= threshold)
                .collect();
            if last.is_empty() {
                break;
            }
        }
        reached
    }

    /// One that holds this, and of what it owns nothing else.
    pub(super) fn of_one(holding: &Holding) -> Self {
        let mut reached = Self::default();
        reached.take_up(holding);
        reached
    }

    fn take_up(&mut self, holding: &Holding) {
        let held = self.held.entry(holding.asset).or_insert(Range::exact(Percent::ZERO));
        held.low = held.low + holding.share.low;
        held.high = held.high + holding.share.high;
    }

    /// Whether a party is among them.
    pub(super) fn has(&self, party: usize) -> bool {
        self.rounds.contains_key(&party)
    }

    /// The round in which a party was found; 0 of the owners themselves.
    pub(super) fn round(&self, party: usize) -> Option<u32> {
        self.rounds.get(&party).copied()
    }

    /// Those that were found.
    pub(super) fn parties(&self) -> impl Iterator<Item = usize> {
        self.rounds.keys().copied()
    }

    /// How much of an asset they hold together.
    pub(super) fn held(&self, holdings: &Holdings, asset: usize, taking: Taking) -> Percent {
        let range = self.range(holdings, asset);
        match taking {
            Taking::Least => range.low,
            Taking::Most => range.high,
        }
    }

    /// At least and at most. At most what others leave them, where the shares of the asset can all be right.
    pub(super) fn range(&self, holdings: &Holdings, asset: usize) -> Range {
        let Range { low, high } = self.held.get(&asset).copied().unwrap_or(Range::exact(Percent::ZERO));
        let all = holdings.least_of(asset);
        if all > Percent::HUNDRED {
            return Range { low, high };
        }
        Range { low, high: high.min(Percent::HUNDRED - (all - low)) }
    }
}
