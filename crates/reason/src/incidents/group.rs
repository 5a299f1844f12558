//! Groups claims into incidents: judgements first, then what the text tells in one go, then what agrees.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::Source;
use crate::decisions::{Decisions, Verdict};
use crate::entities::Party;

use super::event::Event;
use super::evidence::{Agreement, Evidence, Strength};
use super::fact::{Fact, Reader};
use super::known::{Clue, Known, clues};
use super::links::Links;
use super::names::Key;
use super::outline::Outline;
use super::place::Where;
use super::when::Lie;
use super::{ClaimRef, Contradiction, Incident, contest, judged, naming, run_on};

/// Groups the claims of all documents into incidents, in the order of their first claims; and tells which judgements
/// contradict later ones and so had no effect.
///
/// First each claim is compared with the one before it: the text may tell of both in one go. What was told in one go is then
/// compared with those others that share a clue with it (place and month, actor and day, a figure), so that the cost grows
/// with the number of claims. What is dated to a day comes first: what is dated to a month, or not at all, is joined only if
/// one event fits better than all others.
#[must_use]
pub fn group(
    sources: &[Source<'_>],
    parties: &[Party],
    decisions: &Decisions,
) -> (Vec<Incident>, Vec<Contradiction>) {
    let facts = facts(sources, parties, decisions);
    let mut grouping = Grouping::new(sources, &facts.all, &facts.areas);
    let contradictions = judged::apply(decisions, &facts.number, &mut grouping.links);
    grouping.gather_judged();
    grouping.follow_the_text();
    grouping.compare();
    (grouping.incidents(), contradictions)
}

/// What was told in one go may bring so many events together that were apart before.
const MOST_JOINS: usize = 8;

/// What is taken before other events that fit: by certainty, then in the same document, then by figures in common.
type Rank = (Strength, bool, usize);

/// All facts, and what is known over all of them.
struct Facts {
    all: Vec<Fact>,
    number: HashMap<ClaimRef, usize>,
    /// Names that are said to hold other places.
    areas: HashSet<Key>,
}

fn facts(sources: &[Source<'_>], parties: &[Party], decisions: &Decisions) -> Facts {
    let mut reader = Reader::new(sources, parties);
    let mut all = Vec::new();
    for (document, source) in sources.iter().enumerate() {
        for claim in 0..source.analysis.claims.len() {
            let of = ClaimRef { document, claim };
            let suggested = source.analysis.claims[claim].suggested_by.is_some();
            let takes_part = match decisions.claims.get(&of) {
                Some(Verdict::Accepted) => true,
                Some(Verdict::Rejected) => false,
                None => !suggested,
            };
            if takes_part {
                all.extend(reader.fact(of));
            }
        }
    }
    share_places(&mut all);
    let mut areas: HashSet<Key> = all.iter().flat_map(|fact| fact.place.within.iter().copied()).collect();
    areas.extend(reader.containers().into_iter().map(|(_, outer)| outer));
    let number = all.iter().enumerate().map(|(at, fact)| (fact.of, at)).collect();
    Facts { all, number, areas }
}

/// "behind the market" is where the event is of which the text tells there: as another claim of it names it.
fn share_places(all: &mut [Fact]) {
    let mut named: HashMap<(usize, usize), Where> = HashMap::new();
    for fact in all.iter().filter(|fact| !fact.place.names.is_empty()) {
        if let Some(episode) = fact.episode {
            named.entry((fact.of.document, episode)).or_insert_with(|| fact.place.clone());
        }
    }
    for fact in all.iter_mut().filter(|fact| fact.place == Where::default()) {
        let told = fact.episode.and_then(|episode| named.get(&(fact.of.document, episode)));
        if let Some(place) = told {
            fact.place = place.clone();
        }
    }
}

struct Grouping<'a> {
    sources: &'a [Source<'a>],
    facts: &'a [Fact],
    areas: &'a HashSet<Key>,
    links: Links,
    /// By root; taken out where it was joined to another.
    events: Vec<Event>,
    /// By root, likewise.
    outlines: Vec<Outline>,
    known: Known,
}

impl<'a> Grouping<'a> {
    fn new(sources: &'a [Source<'a>], facts: &'a [Fact], areas: &'a HashSet<Key>) -> Self {
        let links = Links::new(facts.len());
        let events: Vec<Event> = facts.iter().map(|fact| Event::of(fact, areas)).collect();
        let outlines = events.iter().map(Outline::of).collect();
        Self { sources, facts, areas, links, events, outlines, known: Known::default() }
    }

    /// What people joined is one event from the start.
    fn gather_judged(&mut self) {
        for at in 0..self.facts.len() {
            let root = self.links.root(at);
            if root != at {
                self.absorb(root, at);
            }
        }
    }

    /// Joins each claim to the one before it where the text runs on.
    fn follow_the_text(&mut self) {
        let mut last_of: HashMap<(usize, usize), usize> = HashMap::new();
        for at in 0..self.facts.len() {
            let fact = &self.facts[at];
            let episode = fact.episode.map(|episode| (fact.of.document, episode));
            let before = episode.and_then(|episode| last_of.insert(episode, at));
            if let Some(before) = before {
                self.go_on(at, before);
            } else if let Some(before) = at.checked_sub(1).filter(|_| episode.is_none()) {
                self.run_on(at, before);
            }
        }
    }

    /// Joins a claim to the last one of the event that its document tells of there.
    fn go_on(&mut self, at: usize, before: usize) {
        let own = Event::of(&self.facts[at], self.areas);
        let evidence = Evidence::between(&self.events[self.links.root(before)], &own);
        let apart = matches!(evidence.when, Lie::Apart(_)) || evidence.place == Agreement::Different;
        if !apart {
            self.join(at, before, "told of as one event".to_owned());
        }
    }

    fn run_on(&mut self, at: usize, before: usize) {
        let (fact, last) = (&self.facts[at], &self.facts[before]);
        if fact.of.document != last.of.document {
            return;
        }
        let own = Event::of(fact, self.areas);
        let told = &self.events[self.links.root(before)];
        let source = &self.sources[fact.of.document];
        if let Some(reason) = run_on::reason(source, last, told, fact, &own) {
            self.join(at, before, reason.to_owned());
        }
    }

    /// Joins what agrees.
    fn compare(&mut self) {
        let mut all: Vec<usize> = (0..self.facts.len()).filter(|at| self.links.root(*at) == *at).collect();
        // Stable: within each rank in reading order.
        all.sort_by_key(|root| self.events[*root].exactness());
        for at in all {
            // Found by its own clues only: those of a thousand reports of one battle need not be gone through for each.
            let clues = clues(&self.events[at]);
            for _ in 0..MOST_JOINS {
                if !self.agree(at, &clues) {
                    break;
                }
            }
            let root = self.links.root(at);
            self.known.learn(root, &clues, |item| self.links.root(item));
        }
    }

    /// Joins an event to the one that agrees with it best; whether there was one.
    fn agree(&mut self, at: usize, clues: &[Clue]) -> bool {
        let root = self.links.root(at);
        let (event, outline) = (&self.events[root], self.outlines[root]);
        let mut best: Option<(Rank, usize, Evidence)> = None;
        let mut tied = false;
        for other in self.known.like(clues, |item| self.links.root(item)) {
            if other == root || !self.outlines[other].may_be_one(outline) {
                continue;
            }
            let evidence = Evidence::between(&self.events[other], event);
            let Some(strength) = evidence.strength() else {
                continue;
            };
            if self.links.fence_between(root, other).is_some() {
                continue;
            }
            // "In July" in a report that dates the battle is told of that battle before it is compared with other reports.
            let rank =
                (strength, strength < Strength::OneDay && evidence.same_document, evidence.echoes.len());
            let known = best.as_ref().map(|(rank, ..)| *rank);
            tied = known == Some(rank) || tied && known > Some(rank);
            if known < Some(rank) {
                best = Some((rank, other, evidence));
            }
        }
        match best {
            Some(((strength, ..), other, evidence)) if !tied || strength == Strength::OneDay => {
                self.join(at, other, evidence.reason());
                true
            }
            _ => false,
        }
    }

    fn join(&mut self, at: usize, to: usize, reason: String) {
        let (one, two) = (self.links.root(at), self.links.root(to));
        if one == two || self.links.fence_between(one, two).is_some() {
            return;
        }
        let (root, _) = self.links.join(at, to, reason);
        self.absorb(root, if root == one { two } else { one });
    }

    /// Takes one event into another.
    fn absorb(&mut self, root: usize, other: usize) {
        let gone = std::mem::take(&mut self.events[other]);
        self.events[root].absorb(&gone);
        self.outlines[root] = Outline::of(&self.events[root]);
    }

    fn incidents(&self) -> Vec<Incident> {
        let claims: Vec<ClaimRef> = self.facts.iter().map(|fact| fact.of).collect();
        let mut reasons = self.links.reasons(&claims);
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut first: HashMap<usize, usize> = HashMap::new();
        for at in 0..self.facts.len() {
            let first = *first.entry(self.links.root(at)).or_insert(at);
            sets.entry(first).or_default().push(at);
        }
        sets.into_values()
            .map(|set| {
                let facts: Vec<&Fact> = set.iter().map(|at| &self.facts[*at]).collect();
                let joins = set.iter().filter_map(|at| reasons.remove(at)).collect();
                let mut incident = naming::incident(self.sources, &facts, joins);
                incident.contested = contest::contests(self.sources, &facts);
                incident
            })
            .collect()
    }
}
