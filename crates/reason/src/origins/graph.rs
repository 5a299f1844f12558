//! What a set of works rests on, as a graph without recursion: chains may be as long as the case.

use std::collections::HashMap;

use super::{Certainty, Edge, Origins};

/// The works that can be reached from some, numbered from 0, with the circles among them found.
pub(super) struct Lineage {
    /// By number: the standing.
    pub standings: Vec<usize>,
    /// By number: what it rests on.
    next: Vec<Vec<usize>>,
    /// By number: whether it rests on anything by confirmed edges.
    rests_surely: Vec<bool>,
    /// By number: its ring. Rings are numbered so that what is rested on comes first.
    pub ring: Vec<usize>,
    /// By ring: its members.
    pub members: Vec<Vec<usize>>,
}

/// Which edges are gone along.
pub(super) type Admits<'f> = &'f dyn Fn(&Edge) -> bool;

impl Lineage {
    /// Follows the edges that are admitted from the works given; these get the first numbers, in their order.
    pub fn of(origins: &Origins, from: &[usize], admits: Admits<'_>) -> Self {
        let mut lineage = Self {
            standings: Vec::new(),
            next: Vec::new(),
            rests_surely: Vec::new(),
            ring: Vec::new(),
            members: Vec::new(),
        };
        let mut number: HashMap<usize, usize> = HashMap::new();
        let mut known = |standing: usize, standings: &mut Vec<usize>| {
            *number.entry(standing).or_insert_with(|| {
                standings.push(standing);
                standings.len() - 1
            })
        };
        for standing in from {
            known(*standing, &mut lineage.standings);
        }
        let mut at = 0;
        while at < lineage.standings.len() {
            let standing = lineage.standings[at];
            let (mut next, mut surely) = (Vec::new(), false);
            for edge in origins.edges_from(standing).iter().filter(|edge| edge.to != standing && admits(edge))
            {
                next.push(known(edge.to, &mut lineage.standings));
                surely |= edge.certainty == Certainty::Confirmed;
            }
            next.dedup();
            lineage.next.push(next);
            lineage.rests_surely.push(surely);
            at += 1;
        }
        lineage.find_rings();
        lineage
    }

    /// What a work rests on.
    pub fn next(&self, number: usize) -> &[usize] {
        &self.next[number]
    }

    /// The rings that a ring rests on.
    pub fn rings_below(&self, ring: usize) -> impl Iterator<Item = usize> + '_ {
        let next = self.members[ring].iter().flat_map(|member| &self.next[*member]);
        next.map(|number| self.ring[*number]).filter(move |other| *other != ring)
    }

    /// Of a ring that rests on nothing else: its origin. A suspicion alone does not take an origin from a circle.
    pub fn origin(&self, ring: usize) -> Option<usize> {
        if self.rings_below(ring).next().is_some() {
            return None;
        }
        let members = &self.members[ring];
        let sure = members.iter().copied().filter(|member| !self.rests_surely[*member]).min();
        sure.or_else(|| members.first().copied().filter(|_| members.len() == 1))
    }

    /// Tarjan's strongly connected components, with a stack of our own.
    fn find_rings(&mut self) {
        const UNSEEN: usize = usize::MAX;
        let count = self.standings.len();
        let (mut order, mut low) = (vec![UNSEEN; count], vec![0; count]);
        let mut open: Vec<usize> = Vec::new();
        self.ring = vec![UNSEEN; count];
        let mut clock = 0;
        for start in 0..count {
            if order[start] != UNSEEN {
                continue;
            }
            let mut path: Vec<(usize, usize)> = vec![(start, 0)];
            while let Some((at, step)) = path.pop() {
                if step == 0 {
                    order[at] = clock;
                    low[at] = clock;
                    clock += 1;
                    open.push(at);
                }
                if let Some(next) = self.next[at].get(step).copied() {
                    path.push((at, step + 1));
                    if order[next] == UNSEEN {
                        path.push((next, 0));
                    } else if self.ring[next] == UNSEEN {
                        low[at] = low[at].min(order[next]);
                    }
                    continue;
                }
                if low[at] == order[at] {
                    self.close_ring(&mut open, at);
                }
                if let Some((above, _)) = path.last() {
                    low[*above] = low[*above].min(low[at]);
                }
            }
        }
    }

    fn close_ring(&mut self, open: &mut Vec<usize>, root: usize) {
        let ring = self.members.len();
        let first = open.iter().rposition(|number| *number == root).unwrap_or(0);
        let mut members = open.split_off(first);
        members.iter().for_each(|member| self.ring[*member] = ring);
        members.sort_unstable();
        self.members.push(members);
    }
}
