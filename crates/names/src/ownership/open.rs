//! What would decide a test that records leave open.

use super::holdings::Holding;
use super::percent::{Percent, Range};
use super::reach::Taking;
use super::rule::Aggregation;
use super::test::{Answer, Case, Standing};

/// Something that is not known well enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// A share.
    Share {
        /// Whose, of what, and how much as far as it is known.
        holding: Holding,
        /// With so much of it or more the test is met for what is owned, whatever the others hold. `None` where it takes more
        /// than this share.
        needed: Option<Percent>,
        /// Whether it decides alone.
        decides: Decides,
    },
    /// Whether a party is listed.
    Standing {
        /// Who.
        party: usize,
        /// Why it is not known.
        why: String,
        /// Whether it decides alone.
        decides: Decides,
    },
    /// Whether these listed parties act together.
    JointArrangement {
        /// Who.
        parties: Vec<usize>,
    },
}

/// How much knowing one thing would help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decides {
    /// With it the answer may be yes or no.
    Alone,
    /// It takes other things, too.
    WithOthers,
}

/// To try each means to ask the test twice for it: so many are tried.
const MOST_TRIED: usize = 40;

impl Case {
    /// What would decide it, the most telling first.
    pub(super) fn open(&self) -> Vec<Open> {
        let may = self.together(Taking::Most);
        let proven = self.owned(Taking::Least);
        let shares = self.holdings.all().iter().filter(|holding| {
            let leads = holding.asset == self.target || may.has(holding.asset);
            !holding.share.is_exact() && may.has(holding.owner) && leads && !proven.contains(&holding.asset)
        });
        let shares = shares.take(MOST_TRIED).map(|holding| self.open_share(holding));
        let unknown = self.standings.iter().filter_map(|(party, standing)| match standing {
            Standing::NotKnown(why) => Some((*party, why.clone())),
            Standing::Listed(_) | Standing::NotListed => None,
        });
        let unknown = unknown.take(MOST_TRIED).map(|(party, why)| Open::Standing {
            party,
            why,
            decides: self.decided_by(|case, yes| {
                let standing = if yes { Standing::Listed(Vec::new()) } else { Standing::NotListed };
                case.standings.insert(party, standing);
            }),
        });
        let mut open: Vec<Open> = shares.chain(unknown).chain(self.joint()).collect();
        open.sort_by_key(|open| match open {
            Open::Share { decides, .. } | Open::Standing { decides, .. } => *decides == Decides::WithOthers,
            Open::JointArrangement { .. } => false,
        });
        open
    }

    fn open_share(&self, holding: &Holding) -> Open {
        let others = self.holdings.of(holding.asset).filter(|other| other.owner != holding.owner);
        let others: Percent = others.map(|other| other.share.low).sum();
        let most = holding.share.high.min((Percent::HUNDRED - others).max(holding.share.low));
        let decides = self.decided_by(|case, yes| {
            let share = if yes { most } else { holding.share.low };
            case.holdings = case.holdings.with(holding, Range::exact(share));
        });
        let needed = self.needed(holding).filter(|needed| *needed <= most);
        Open::Share { holding: holding.clone(), needed, decides }
    }

    /// How much of this share meets the threshold, where its owner surely counts.
    fn needed(&self, holding: &Holding) -> Option<Percent> {
        let listed = matches!(self.standings.get(&holding.owner), Some(Standing::Listed(_)));
        if self.rule.aggregation != Aggregation::Together {
            return listed.then_some(self.rule.threshold);
        }
        let sure = self.together(Taking::Least);
        let held = sure.held(&self.holdings, holding.asset, Taking::Least);
        sure.has(holding.owner).then(|| self.rule.threshold - (held - holding.share.low))
    }

    /// Whether the answer is no longer open once something is settled one way or the other.
    fn decided_by(&self, settle: impl Fn(&mut Self, bool)) -> Decides {
        let decided = [true, false].into_iter().any(|way| {
            let mut case = self.clone();
            settle(&mut case, way);
            case.answer() != Answer::Depends
        });
        if decided { Decides::Alone } else { Decides::WithOthers }
    }

    /// Listed parties that own enough together, and none of them alone.
    fn joint(&self) -> Option<Open> {
        let alone = self.rule.aggregation == Aggregation::EachUnlessJoint;
        if !alone || self.met(Taking::Most) {
            return None;
        }
        let holds = |party: &usize| self.holdings.held_by(*party).next().is_some();
        let parties = self.listed(Taking::Most).into_iter().filter(holds).collect();
        Some(Open::JointArrangement { parties })
    }
}
