//! What stays of all that a pass met: the longest of what overlaps, and of weak names those that do not stand alone.

use std::collections::{HashMap, HashSet};

use super::find::Raw;
use super::listed::Telling;
use super::occurrence::{Occurrence, Strength};

pub(super) fn keep(mut raw: Vec<Raw>) -> Vec<Occurrence> {
    // Of several names or ways at one place, the best of each entry.
    raw.sort_by_key(|one| {
        let of = &one.occurrence;
        (of.start, std::cmp::Reverse(of.end), of.entry, one.telling, of.strength, of.words, of.order)
    });
    raw.dedup_by_key(|one| (one.occurrence.start, one.occurrence.end, one.occurrence.entry));
    let raw = outermost(raw);
    let named: HashSet<u32> =
        raw.iter().filter(|one| one.telling != Telling::Little).map(|one| one.occurrence.entry).collect();
    let kept =
        raw.into_iter().filter(|one| one.telling != Telling::Little || named.contains(&one.occurrence.entry));
    let mut kept: Vec<Occurrence> = kept
        .map(|one| match one.telling {
            Telling::Little => Occurrence { strength: Strength::Weak, ..one.occurrence },
            Telling::Enough | Telling::Lone => one.occurrence,
        })
        .collect();
    kept.sort_by_key(|one| (one.start, one.end, one.entry));
    kept
}

/// Those that lie in no longer one. "Kessa Bank" within "Kessa Bank of Commerce" is no mention of Kessa Bank.
fn outermost(raw: Vec<Raw>) -> Vec<Raw> {
    let mut longest: HashMap<usize, usize> = HashMap::new();
    let mut reached = 0;
    let mut kept = Vec::with_capacity(raw.len());
    for one in raw {
        let Occurrence { start, end, .. } = one.occurrence;
        let same = longest.get(&start) == Some(&end);
        if end <= reached && !same {
            continue;
        }
        // What says little never hides what says more.
        if one.telling != Telling::Little {
            reached = reached.max(end);
        }
        longest.entry(start).or_insert(end);
        kept.push(one);
    }
    kept
}
