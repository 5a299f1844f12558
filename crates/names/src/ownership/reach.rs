//! Which parties are owned enough by some others: at once, or through parties that are owned enough themselves.

use std::collections::{BTreeSet, HashMap};

use super::holdings::Holdings;
use super::percent::{Percent, Range};

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
    rounds: HashMap<usize, u32>,
}

impl Reached {
    /// All that are owned by `owners`, so much of each as `threshold` or more. Each holding is looked at
    /// as often as its asset has owners that are reached.
    pub(super) fn from(
        owners: impl IntoIterator<Item = usize>,
        holdings: &Holdings,
        threshold: Percent,
        taking: Taking,
    ) -> Self {
        let mut last: Vec<usize> = owners.into_iter().collect();
        let mut reached = Self { rounds: last.iter().map(|owner| (*owner, 0)).collect() };
        for round in 1.. {
            // Nothing changes but for what the last ones hold.
            let assets: BTreeSet<usize> = last.iter().flat_map(|owner| holdings.held_by(*owner)).collect();
            last = assets
                .into_iter()
                .filter(|asset| !reached.has(*asset) && reached.held(holdings, *asset, taking) >= threshold)
                .collect();
            if last.is_empty() {
                break;
            }
            reached.rounds.extend(last.iter().map(|asset| (*asset, round)));
        }
        reached
    }

    /// Whether a party is among them.
    pub(super) fn has(&self, party: usize) -> bool {
        self.rounds.contains_key(&party)
    }

    /// The round in which a party was found; 0 of the owners themselves.
    pub(super) fn round(&self, party: usize) -> Option<u32> {
        self.rounds.get(&party).copied()
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
        let mine = || holdings.of(asset).filter(|holding| self.has(holding.owner));
        let low: Percent = mine().map(|holding| holding.share.low).sum();
        let high: Percent = mine().map(|holding| holding.share.high).sum();
        let others = holdings.of(asset).filter(|holding| !self.has(holding.owner));
        let others: Percent = others.map(|holding| holding.share.low).sum();
        if !holdings.add_up(asset) {
            return Range { low, high };
        }
        Range { low, high: high.min(Percent::HUNDRED - others) }
    }
}
