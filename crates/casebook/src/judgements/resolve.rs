//! From the ledger's passages to [`Decisions`] about the items at hand.

use std::collections::HashMap;
use std::hash::Hash;

use reason::decisions::{Decisions, Likeness, Verdict};
use reason::entities::PartyRef;
use reason::incidents::ClaimRef;

use super::items::Items;
use super::states::mark_contradictions;
use super::{Rulings, State};
use crate::ledger::{Decided, Ruling, Subject};
use crate::projection::Loaded;

/// What counts, and what became of every judgement.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    pub(crate) decisions: Decisions,
    pub(crate) states: Vec<(u64, State)>,
}

/// What a judgement is about, in the reading at hand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Claim(ClaimRef),
    /// The smaller one first.
    Claims(ClaimRef, ClaimRef),
    /// The smaller one first.
    Entities(PartyRef, PartyRef),
    Works(String, String),
}

/// Resolves every judgement; of several about one thing the last counts.
pub(crate) fn resolve(loaded: &Loaded, rulings: &Rulings) -> Resolved {
    let undone = rulings.undone();
    let mut items = Items::new(loaded);
    let mut last: HashMap<Key, (u64, Ruling)> = HashMap::new();
    let mut states = HashMap::new();
    let mut order = Vec::new();
    for (act, decided) in rulings.decided() {
        order.push(act);
        let state = match (undone.contains(&act), key(&mut items, decided)) {
            (true, _) => State::Undone,
            (false, None) => State::Lost,
            (false, Some(key)) => {
                if let Some((earlier, _)) = last.insert(key, (act, decided.ruling)) {
                    states.insert(earlier, State::Overridden { by: act });
                }
                State::Counts
            }
        };
        states.insert(act, state);
    }
    mark_contradictions(&last, &mut states);
    let mut decisions = Decisions::default();
    let mut last: Vec<_> = last.into_iter().collect();
    last.sort_unstable_by_key(|(_, (act, _))| *act);
    for (key, (_, ruling)) in last {
        decide(&mut decisions, key, ruling);
    }
    Resolved { decisions, states: order.into_iter().map(|act| (act, states[&act])).collect() }
}

fn key(items: &mut Items<'_>, decided: &Decided) -> Option<Key> {
    match &decided.on {
        Subject::Claim(claim) => Some(Key::Claim(items.claim(claim)?)),
        Subject::Claims([one, other]) => {
            let (one, other) = ordered(items.claim(one)?, items.claim(other)?)?;
            Some(Key::Claims(one, other))
        }
        Subject::Entities([one, other]) => {
            let (one, other) = ordered(items.party(one)?, items.party(other)?)?;
            Some(Key::Entities(one, other))
        }
        Subject::Works([from, to]) => Some(Key::Works(items.work(from)?, items.work(to)?)),
    }
}

/// The smaller first; nothing can be decided about a thing and itself.
fn ordered<T: Ord>(one: T, other: T) -> Option<(T, T)> {
    match one.cmp(&other) {
        std::cmp::Ordering::Less => Some((one, other)),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some((other, one)),
    }
}

fn decide(decisions: &mut Decisions, key: Key, ruling: Ruling) {
    match key {
        Key::Claim(claim) => put(&mut decisions.claims, claim, verdict(ruling)),
        Key::Claims(one, other) => {
            decisions.incident_order.push((one, other));
            put(&mut decisions.incidents, (one, other), likeness(ruling));
        }
        Key::Entities(one, other) => put(&mut decisions.parties, (one, other), likeness(ruling)),
        Key::Works(from, to) => put(&mut decisions.edges, (from, to), verdict(ruling)),
    }
}

fn put<K: Eq + Hash, V>(map: &mut HashMap<K, V>, key: K, value: Option<V>) {
    if let Some(value) = value {
        map.insert(key, value);
    }
}

/// Of one thing, or of an edge; anything else leaves it open.
const fn verdict(ruling: Ruling) -> Option<Verdict> {
    match ruling {
        Ruling::Accepted => Some(Verdict::Accepted),
        Ruling::Rejected => Some(Verdict::Rejected),
        Ruling::Same | Ruling::Different | Ruling::Unsure => None,
    }
}

/// Of two things.
const fn likeness(ruling: Ruling) -> Option<Likeness> {
    match ruling {
        Ruling::Same => Some(Likeness::Same),
        Ruling::Different => Some(Likeness::Different),
        Ruling::Unsure => Some(Likeness::Unsure),
        Ruling::Accepted | Ruling::Rejected => None,
    }
}
