//! Asking a test of a party: yes, no, or what it depends on.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::circles::circles;
use super::graph::{Edge, Graph, Tie};
use super::holdings::{Holding, Holdings, Remark};
use super::interval::Holds;
use super::open::Open;
use super::percent::{Percent, Range};
use super::reach::{Reached, Taking};
use super::rule::{Aggregation, Control, Rule};
use super::trees::{Owner, trees};
use crate::party::{Kind, PartialDate};

/// Whether a party stands on a list on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It does, on these.
    Listed(Vec<String>),
    /// It does not.
    NotListed,
    /// No snapshot covers the day, or it may be another of the same name: why.
    NotKnown(String),
}

/// What a test comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It is met, as far as the records are right.
    Yes,
    /// It is not, as far as the records go.
    No,
    /// Nothing is recorded of who owns it on the day: nobody can tell.
    NotRecorded,
    /// It is open: see [`Outcome::open`].
    Depends,
}

/// Listed parties that are looked at together, and what they hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// How much of the party they and what they own hold.
    pub held: Range,
    /// Through whom: the paths.
    pub owners: Vec<Owner>,
}

/// A share that no record accounts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Of what.
    pub asset: usize,
    /// So much at most.
    pub up_to: Percent,
}

/// A tie that may be control: of the party, or of one that owns enough of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indication {
    /// Who may control.
    pub by: usize,
    /// What.
    pub of: usize,
    /// The tie.
    pub edge: usize,
}

/// What a test says of a party on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Which.
    pub rule: Rule,
    /// Whether the party stands on a list itself: then nothing else needs to be asked of it.
    pub itself: Standing,
    /// What ownership alone comes to.
    pub ownership: Answer,
    /// What comes out, with control where it counts.
    pub answer: Answer,
    /// Who holds how much, listed parties together or each alone, as the rule has it; those that meet it, where any do.
    pub groups: Vec<Group>,
    /// What would decide it. Empty unless `ownership` is [`Answer::Depends`].
    pub open: Vec<Open>,
    /// What records leave out.
    pub gaps: Vec<Gap>,
    /// Ties that may be control.
    pub control: Vec<Indication>,
    /// What is to be told of the records.
    pub remarks: Vec<Remark>,
}

/// Asks a rule of a party on a day. `standing` says whether a party is listed by the rule's authority on that day. That
/// the party itself is listed is told, and decides nothing else: who owns it is asked.
pub fn test(
    graph: &Graph,
    rule: Rule,
    target: usize,
    day: PartialDate,
    standing: impl Fn(usize) -> Standing,
) -> Outcome {
    let above = graph.above(target);
    let mut holdings = Holdings::on(graph, &above, day);
    let circles = circles(&holdings).into_iter().map(|parties| Remark::Circle { parties });
    holdings.remarks.extend(circles);
    holdings.remarks.extend(not_on(graph, target, day));
    let tied = above.iter().flat_map(|party| graph.ties_to(*party)).map(|(_, edge)| edge.owner);
    // Each once: to ask lists about a party takes longer than all else.
    let all: BTreeSet<usize> = above.iter().copied().chain(tied).filter(|party| *party != target).collect();
    let standings = all.into_iter().map(|party| (party, standing(party))).collect();
    let case = Case { rule, holdings, standings, target };
    let ownership = match case.answer() {
        Answer::No if !case.is_recorded(graph) => Answer::NotRecorded,
        answer => answer,
    };
    let control = case.control(graph, day);
    let answer = match (ownership, rule.control) {
        (Answer::Yes, _) | (_, Control::Caution) => ownership,
        _ if !control.is_empty() => Answer::Depends,
        _ => ownership,
    };
    Outcome {
        rule,
        itself: standing(target),
        ownership,
        answer,
        groups: case.groups(ownership),
        open: if ownership == Answer::Depends { case.open() } else { Vec::new() },
        gaps: case.gaps(graph, &above),
        control,
        remarks: case.holdings.remarks,
    }
}

/// Shares of a party that somebody held before the day, or after it.
fn not_on(graph: &Graph, target: usize, day: PartialDate) -> impl Iterator<Item = Remark> {
    let ties = graph.ties_to(target);
    let is_past = move |edge: &Edge| matches!(edge.tie, Tie::Owns { .. }) && edge.when.on(day) == Holds::Not;
    ties.filter(move |(_, edge)| is_past(edge)).map(|(edge, _)| Remark::NotOnTheDay { edge })
}

/// One question: a rule, a party, what is held and who is listed.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) rule: Rule,
    pub(super) holdings: Holdings,
    pub(super) standings: BTreeMap<usize, Standing>,
    pub(super) target: usize,
}

impl Case {
    /// Parties that are, or may be, listed.
    pub(super) fn listed(&self, taking: Taking) -> Vec<usize> {
        let counts = |standing: &Standing| match standing {
            Standing::Listed(_) => true,
            Standing::NotKnown(_) => taking == Taking::Most,
            Standing::NotListed => false,
        };
        self.standings.iter().filter(|(_, standing)| counts(standing)).map(|(party, _)| *party).collect()
    }

    /// What all listed parties own together.
    pub(super) fn together(&self, taking: Taking) -> Reached {
        self.reached_from(self.listed(taking), taking)
    }

    /// What these own together.
    pub(super) fn reached_from(&self, owners: impl IntoIterator<Item = usize>, taking: Taking) -> Reached {
        Reached::from(owners, &self.holdings, self.rule.threshold, taking)
    }

    /// What is owned by those that the rule looks at together, of one group after the other.
    fn reached(&self, taking: Taking) -> impl Iterator<Item = Reached> {
        let listed = self.listed(taking);
        let groups = match self.rule.aggregation {
            Aggregation::Together => vec![listed],
            Aggregation::Each | Aggregation::EachUnlessJoint => {
                listed.into_iter().map(|party| vec![party]).collect()
            }
        };
        groups.into_iter().map(move |group| self.reached_from(group, taking))
    }

    pub(super) fn answer(&self) -> Answer {
        let jointly = self.rule.aggregation == Aggregation::EachUnlessJoint;
        if self.met(Taking::Least) {
            Answer::Yes
        } else if self.met(Taking::Most) || jointly && self.together(Taking::Most).has(self.target) {
            Answer::Depends
        } else {
            Answer::No
        }
    }

    /// Whether anything is recorded of who owns the party. Nobody owns a person; where one is said to be owned, it may be none.
    fn is_recorded(&self, graph: &Graph) -> bool {
        let is_person = graph.nodes()[self.target].kind == Kind::Person;
        let is_said_owned = self.holdings.remarks.contains(&Remark::OwnedPerson { person: self.target });
        self.holdings.of(self.target).next().is_some() || is_person && !is_said_owned
    }

    fn groups(&self, ownership: Answer) -> Vec<Group> {
        let taking = if ownership == Answer::Yes { Taking::Least } else { Taking::Most };
        let meets = |reached: &Reached| ownership != Answer::Yes || reached.has(self.target);
        let group = |reached: Reached| Group {
            held: reached.range(&self.holdings, self.target),
            owners: trees(self, &reached),
        };
        let groups = self.reached(taking).filter(meets).map(group);
        groups.filter(|group| !group.owners.is_empty()).collect()
    }

    /// Shares that nobody is said to hold, where they could matter: of the party and of its owners that are no people.
    fn gaps(&self, graph: &Graph, above: &[usize]) -> Vec<Gap> {
        let reached = self.together(Taking::Most);
        let gap = |asset: usize| {
            let up_to = Percent::HUNDRED - self.holdings.least_of(asset);
            let held = reached.held(&self.holdings, asset, Taking::Most);
            let matters = !reached.has(asset) && up_to > Percent::ZERO && held + up_to >= self.rule.threshold;
            matters.then_some(Gap { asset, up_to })
        };
        let bodies = above.iter().filter(|party| graph.nodes()[**party].kind != Kind::Person);
        bodies.filter_map(|party| gap(*party)).collect()
    }

    fn control(&self, graph: &Graph, day: PartialDate) -> Vec<Indication> {
        let reached = self.together(Taking::Most);
        let mut found = Vec::new();
        for of in self.majority_owners() {
            for (index, edge) in graph.ties_to(of) {
                let may = !matches!(edge.tie, Tie::Owns { .. }) && edge.when.on(day) != Holds::Not;
                if may && reached.has(edge.owner) && edge.owner != self.target {
                    found.push(Indication { by: edge.owner, of, edge: index });
                }
            }
        }
        found
    }

    /// The party, and those that may own enough of it to be what controls it.
    fn majority_owners(&self) -> Vec<usize> {
        let mut found = vec![self.target];
        let mut seen = HashSet::from([self.target]);
        let mut at = 0;
        while at < found.len() {
            let enough = |holding: &&Holding| holding.share.high >= self.rule.threshold;
            let owners = self.holdings.of(found[at]).filter(enough).map(|holding| holding.owner);
            found.extend(owners.filter(|owner| seen.insert(*owner)));
            at += 1;
        }
        found
    }
}
