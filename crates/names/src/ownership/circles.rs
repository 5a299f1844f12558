//! Parties that own each other.

use std::collections::{HashMap, HashSet};

use super::holdings::Holdings;

/// Groups of parties in which each owns each other, at once or through others; each sorted, in the order of their first.
pub(super) fn circles(holdings: &Holdings) -> Vec<Vec<usize>> {
    let mut owners: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut owned: HashMap<usize, Vec<usize>> = HashMap::new();
    for holding in holdings.all() {
        owners.entry(holding.asset).or_default().push(holding.owner);
        owned.entry(holding.owner).or_default().push(holding.asset);
    }
    // Kosaraju: what is left last going up is looked at first going down.
    let mut order = Vec::new();
    let mut seen = HashSet::new();
    for asset in holdings.assets() {
        walk(asset, &owners, &mut seen, &mut order);
    }
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for party in order.into_iter().rev() {
        let mut circle = Vec::new();
        walk(party, &owned, &mut seen, &mut circle);
        if circle.len() > 1 {
            circle.sort_unstable();
            found.push(circle);
        }
    }
    found.sort_unstable();
    found
}

/// Adds what can be reached and was not seen, each behind all that is reached from it. Without recursion: chains are as long
/// as whoever made the file likes.
fn walk(from: usize, ways: &HashMap<usize, Vec<usize>>, seen: &mut HashSet<usize>, left: &mut Vec<usize>) {
    if !seen.insert(from) {
        return;
    }
    let next = |at: usize| ways.get(&at).map_or(&[][..], Vec::as_slice);
    let mut path = vec![(from, 0)];
    while let Some((at, way)) = path.last_mut() {
        match next(*at).get(*way) {
            Some(to) => {
                *way += 1;
                if seen.insert(*to) {
                    path.push((*to, 0));
                }
            }
            None => {
                left.push(*at);
                path.pop();
            }
        }
    }
}
