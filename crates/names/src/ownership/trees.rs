//! The paths by which listed parties come to own a party.

use std::collections::HashSet;

use super::percent::Range;
use super::reach::Reached;
use super::test::{Case, Standing};

/// One that holds a share, and why it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    /// Who.
    pub party: usize,
    /// How much.
    pub share: Range,
    /// The ties that say so.
    pub edges: Vec<usize>,
    /// Why its share counts.
    pub because: Because,
}

/// Why a share counts.
#[derive(Debug, Clone, PartialEq)]
pub enum Because {
    /// Its owner is, or may be, on a list.
    Standing(Standing),
    /// Its owner is itself owned enough, by these.
    Owned(Vec<Owner>),
    /// Its owner is itself owned enough, as told before.
    Told,
    /// Its owner is itself owned enough, through a chain that is longer than anybody reads.
    Longer,
}

/// No real chain has so many links.
const LONGEST: usize = 50;

/// The owners of the party that are reached, each with those that own it in turn.
pub(super) fn trees(case: &Case, reached: &Reached) -> Vec<Owner> {
    Walk { case, reached, told: HashSet::new(), depth: 0 }.owners(case.target, reached.round(case.target))
}

struct Walk<'w> {
    case: &'w Case,
    reached: &'w Reached,
    told: HashSet<usize>,
    depth: usize,
}

impl Walk<'_> {
    /// Those that were reached before it: what was reached later is no ground of its own. Depth is that of the rounds, each
    /// party told once.
    fn owners(&mut self, asset: usize, round: Option<u32>) -> Vec<Owner> {
        let earlier = |owner: usize| {
            self.reached.round(owner).is_some_and(|before| round.is_none_or(|round| before < round))
        };
        let holdings: Vec<_> =
            self.case.holdings.of(asset).filter(|holding| earlier(holding.owner)).cloned().collect();
        let owner = |holding: super::holdings::Holding| Owner {
            party: holding.owner,
            share: holding.share,
            because: self.because(holding.owner),
            edges: holding.edges,
        };
        holdings.into_iter().map(owner).collect()
    }

    fn because(&mut self, owner: usize) -> Because {
        let round = self.reached.round(owner);
        if round == Some(0) {
            let standing = self.case.standings.get(&owner);
            return Because::Standing(standing.cloned().unwrap_or(Standing::NotListed));
        }
        if !self.told.insert(owner) {
            return Because::Told;
        }
        if self.depth == LONGEST {
            return Because::Longer;
        }
        self.depth += 1;
        let owners = self.owners(owner, round);
        self.depth -= 1;
        Because::Owned(owners)
    }
}
