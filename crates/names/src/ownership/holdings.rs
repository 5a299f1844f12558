//! Who holds how much of what on a day: all that the sources say of one owner and one asset, put together.

use super::graph::{Certainty, Edge, Graph, Tie};
use super::interval::Holds;
use super::percent::{Percent, Range};
use super::written::means_a_share;
use crate::hashed::ByWord;
use crate::party::{Kind, PartialDate};

/// What one owner holds of one asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// Index of the owner.
    pub owner: usize,
    /// Index of the asset.
    pub asset: usize,
    /// How much: what all sources allow, or all that they say where they contradict each other.
    pub share: Range,
    /// The ties that say so.
    pub edges: Vec<usize>,
}

/// Something about the records themselves that a reader must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The shares of one party add up to more than all of it.
    OverHundred {
        /// Of what.
        asset: usize,
        /// Their sum.
        sum: Percent,
    },
    /// Sources contradict each other about a share: each is taken as possible.
    Contradiction {
        /// Whose.
        owner: usize,
        /// Of what.
        asset: usize,
    },
    /// It owns itself, through the others or at once. What it holds of itself is nobody else's share.
    Circle {
        /// Those that own each other.
        parties: Vec<usize>,
    },
    /// A source says so "allegedly", or leaves open whether it held on the day: it may be.
    Doubtful {
        /// The tie.
        edge: usize,
    },
    /// A source states a share that nobody can hold, above all of it or below nothing, or one that cannot be read: how much it is is not known.
    NoShare {
        /// The tie.
        edge: usize,
    },
    /// A share of the party that is asked about was held, and not on the day.
    NotOnTheDay {
        /// The tie.
        edge: usize,
    },
    /// Nothing says when it held: it is taken to hold.
    Undated {
        /// How many ties.
        ties: usize,
    },
    /// A person is said to be owned: a mistake in the records, and passed over.
    OwnedPerson {
        /// Who.
        person: usize,
    },
}

/// Holdings of a party and of all that own it.
#[derive(Debug, Clone, Default)]
pub struct Holdings {
    /// In the order of their assets.
    all: Vec<Holding>,
    /// What is held of each asset.
    of: ByWord<usize, Held>,
    /// Indexes of the holdings of each owner.
    by: ByWord<usize, Vec<usize>>,
    /// What is to be told of the records.
    pub remarks: Vec<Remark>,
}

/// What is held of one asset.
#[derive(Debug, Clone, Default)]
struct Held {
    /// Indexes of the holdings.
    by: Vec<usize>,
    /// The sum of their least shares.
    least: Percent,
}

impl Holdings {
    /// All holdings on a day in these parties (`above` of some target).
    #[must_use]
    pub fn on(graph: &Graph, parties: &[usize], day: PartialDate) -> Self {
        let mut holdings = Self::default();
        let mut undated = 0;
        for asset in parties {
            let mut said: Vec<(usize, Vec<Told>)> = Vec::new();
            let mut known: ByWord<usize, usize> = ByWord::default();
            for (index, edge) in graph.ties_to(*asset) {
                let Some(told) = Told::of(index, edge, day) else { continue };
                undated += usize::from(edge.when == super::Interval::default());
                if graph.nodes()[*asset].kind == Kind::Person {
                    holdings.remarks.push(Remark::OwnedPerson { person: *asset });
                    break;
                }
                if !told.surely {
                    holdings.remarks.push(Remark::Doubtful { edge: index });
                }
                if is_no_share(edge) {
                    holdings.remarks.push(Remark::NoShare { edge: index });
                }
                let at = *known.entry(edge.owner).or_insert(said.len());
                match said.get_mut(at) {
                    Some((_, all)) => all.push(told),
                    None => said.push((edge.owner, vec![told])),
                }
            }
            said.into_iter().for_each(|(owner, told)| holdings.hold(owner, *asset, &told));
            holdings.weigh(*asset);
        }
        if undated > 0 {
            holdings.remarks.push(Remark::Undated { ties: undated });
        }
        holdings
    }

    /// The holdings in an asset.
    pub fn of(&self, asset: usize) -> impl Iterator<Item = &Holding> {
        self.of.get(&asset).into_iter().flat_map(|held| &held.by).map(|at| &self.all[*at])
    }

    /// The holdings of an owner.
    pub fn held_by(&self, owner: usize) -> impl Iterator<Item = &Holding> {
        self.by.get(&owner).into_iter().flatten().map(|at| &self.all[*at])
    }

    /// Every holding.
    #[must_use]
    pub fn all(&self) -> &[Holding] {
        &self.all
    }

    /// Every asset of which somebody holds something, each once.
    pub fn assets(&self) -> impl Iterator<Item = usize> {
        self.all.chunk_by(|one, next| one.asset == next.asset).map(|held| held[0].asset)
    }

    /// The same, with one share set.
    #[must_use]
    pub(super) fn with(&self, holding: &Holding, share: Range) -> Self {
        let mut changed = self.clone();
        let same = |one: &&mut Holding| one.owner == holding.owner && one.asset == holding.asset;
        if let Some(one) = changed.all.iter_mut().find(same)
            && let Some(held) = changed.of.get_mut(&one.asset)
        {
            held.least = held.least - one.share.low + share.low;
            one.share = share;
        }
        changed
    }

    /// The sum of the least shares of an asset. They cannot all be right where it is above 100 %.
    #[must_use]
    pub fn least_of(&self, asset: usize) -> Percent {
        self.of.get(&asset).map_or(Percent::ZERO, |held| held.least)
    }

    fn hold(&mut self, owner: usize, asset: usize, told: &[Told]) {
        // What it holds of itself is settled before: see `Remark::Circle`.
        if owner == asset {
            return;
        }
        let (share, agreed) = together(told);
        if !agreed {
            self.remarks.push(Remark::Contradiction { owner, asset });
        }
        let edges = told.iter().map(|told| told.edge).collect();
        let held = self.of.entry(asset).or_default();
        held.by.push(self.all.len());
        held.least = held.least + share.low;
        self.by.entry(owner).or_default().push(self.all.len());
        self.all.push(Holding { owner, asset, share, edges });
    }

    fn weigh(&mut self, asset: usize) {
        let sum = self.least_of(asset);
        if sum > Percent::HUNDRED {
            self.remarks.push(Remark::OverHundred { asset, sum });
        }
    }
}

fn is_no_share(edge: &Edge) -> bool {
    let Tie::Owns { written: Some(written), .. } = &edge.tie else { return false };
    means_a_share(written) && Range::parse(written).is_none()
}

/// What one tie says of a share on the day.
struct Told {
    edge: usize,
    share: Range,
    surely: bool,
}

impl Told {
    /// `None` where it says nothing of that day.
    fn of(index: usize, edge: &Edge, day: PartialDate) -> Option<Self> {
        let Tie::Owns { share, .. } = edge.tie else { return None };
        let surely = match edge.when.on(day) {
            Holds::Not => return None,
            Holds::Perhaps => false,
            Holds::Surely => edge.certainty == Certainty::Stated,
        };
        Some(Self { edge: index, share, surely })
    }
}

/// One share out of what several ties say, and whether they agree. Two lines about one owner and one asset tell of one
/// holding, not of two.
fn together(told: &[Told]) -> (Range, bool) {
    let sure = told.iter().filter(|told| told.surely).map(|told| told.share);
    let both = sure.clone().try_fold(Range::UNKNOWN, Range::and);
    let agreed = both.is_some();
    let hull = || sure.clone().reduce(Range::or);
    let mut share = both.or_else(hull).unwrap_or(Range::UNKNOWN);
    if sure.clone().next().is_none() {
        share = Range::exact(Percent::ZERO);
    }
    for doubtful in told.iter().filter(|told| !told.surely) {
        share = share.or(doubtful.share);
    }
    (share, agreed)
}
