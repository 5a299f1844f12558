//! Judgements that contradict each other only when taken together: A is B, B is C, but A is not C.

use std::collections::HashMap;
use std::hash::Hash;

use super::State;
use super::resolve::Key;
use crate::ledger::Ruling;

/// Marks every "different" whose ends a chain of "same" connects.
pub(super) fn mark_contradictions(last: &HashMap<Key, (u64, Ruling)>, states: &mut HashMap<u64, State>) {
    let claims = |key: &Key| match key {
        Key::Claims(one, other) => Some((*one, *other)),
        _ => None,
    };
    let entities = |key: &Key| match key {
        Key::Entities(one, other) => Some((*one, *other)),
        _ => None,
    };
    mark(last, claims, states);
    mark(last, entities, states);
}

fn mark<T: Copy + Eq + Hash>(
    last: &HashMap<Key, (u64, Ruling)>,
    pair: impl Fn(&Key) -> Option<(T, T)>,
    states: &mut HashMap<u64, State>,
) {
    let pairs = |wanted: Ruling| {
        let of_ruling = last.iter().filter(move |(_, (_, ruling))| *ruling == wanted);
        of_ruling.filter_map(|(key, (act, _))| Some((pair(key)?, *act)))
    };
    let mut groups = Groups::default();
    for ((one, other), _) in pairs(Ruling::Same) {
        groups.join(one, other);
    }
    for ((one, other), act) in pairs(Ruling::Different) {
        if groups.root(one) == groups.root(other) {
            states.insert(act, State::Contradicted);
        }
    }
}

/// Sets that grow together (union-find).
struct Groups<T> {
    parent: HashMap<T, T>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { parent: HashMap::new() }
    }
}

impl<T: Copy + Eq + Hash> Groups<T> {
    fn root(&mut self, of: T) -> T {
        let mut root = of;
        while let Some(parent) = self.parent.get(&root).copied() {
            root = parent;
        }
        if root != of {
            self.parent.insert(of, root);
        }
        root
    }

    fn join(&mut self, one: T, other: T) {
        let (one, other) = (self.root(one), self.root(other));
        if one != other {
            self.parent.insert(one, other);
        }
    }
}
