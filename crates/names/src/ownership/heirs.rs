//! Owners that come to the same: of many listed parties at the upper end of one chain, one look down the chain is enough.

use std::collections::HashSet;

use super::holdings::Holdings;
use super::percent::Percent;
use super::reach::{Reached, Taking};
use super::rule::Aggregation;
use super::test::Case;

/// What owners own, each looked at alone.
///
/// Who holds something of one party and of no other, and enough of that alone, owns that party and whatever it owns in turn: it is his
/// *heir*. From heir to heir many owners come to one end, and what each owns is the way there and what the end owns. In a circle of
/// heirs there is no end: each owns the others, and nothing else.
#[derive(Debug, Default)]
struct Heirs {
    /// Every party on a way, the owners among them.
    on_the_way: HashSet<usize>,
    /// Where the ways end, each once.
    ends: Vec<usize>,
}

impl Heirs {
    /// Goes through each party once, however many come by.
    fn of(owners: &[usize], holdings: &Holdings, threshold: Percent, taking: Taking) -> Self {
        let mut heirs = Self::default();
        for owner in owners {
            let mut at = *owner;
            while heirs.on_the_way.insert(at) {
                match heir(at, holdings, threshold, taking) {
                    Some(heir) => at = heir,
                    None => heirs.ends.push(at),
                }
            }
        }
        heirs
    }
}

fn heir(owner: usize, holdings: &Holdings, threshold: Percent, taking: Taking) -> Option<usize> {
    let mut held = holdings.held_by(owner);
    let (only, None) = (held.next()?, held.next()) else { return None };
    let alone = Reached::of_one(only).held(holdings, only.asset, taking);
    (alone >= threshold).then_some(only.asset)
}

impl Case {
    /// Whether those that the rule looks at together own the party.
    pub(super) fn met(&self, taking: Taking) -> bool {
        if self.rule.aggregation == Aggregation::Together {
            return self.together(taking).has(self.target);
        }
        let heirs = self.heirs(taking);
        let end_owns = |end: &usize| self.reached_from([*end], taking).has(self.target);
        heirs.on_the_way.contains(&self.target) || heirs.ends.iter().any(end_owns)
    }

    /// All that is owned by some that the rule looks at together.
    pub(super) fn owned(&self, taking: Taking) -> HashSet<usize> {
        if self.rule.aggregation == Aggregation::Together {
            return self.together(taking).parties().collect();
        }
        let heirs = self.heirs(taking);
        let mut owned = heirs.on_the_way;
        heirs.ends.iter().for_each(|end| owned.extend(self.reached_from([*end], taking).parties()));
        owned
    }

    fn heirs(&self, taking: Taking) -> Heirs {
        Heirs::of(&self.listed(taking), &self.holdings, self.rule.threshold, taking)
    }
}
