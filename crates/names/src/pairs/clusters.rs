//! What hangs together.

use super::Pair;

/// What hangs together through pairs: for each of `count` parties the index of the earliest one of its cluster. Pairs of parties
/// beyond `count` tie nothing.
#[must_use]
pub fn clusters(count: usize, pairs: &[Pair]) -> Vec<u32> {
    let mut leader: Vec<u32> = (0..count as u32).collect();
    for pair in pairs.iter().filter(|pair| (pair.one.max(pair.other) as usize) < count) {
        let (one, other) = (root(&mut leader, pair.one), root(&mut leader, pair.other));
        leader[one.max(other) as usize] = one.min(other);
    }
    (0..count as u32).map(|party| root(&mut leader, party)).collect()
}

/// The earliest party of a cluster; on the way, everything is made to point to it more directly.
fn root(leader: &mut [u32], mut party: u32) -> u32 {
    while leader[party as usize] != party {
        leader[party as usize] = leader[leader[party as usize] as usize];
        party = leader[party as usize];
    }
    party
}
