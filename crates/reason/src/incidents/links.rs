//! Which claims are held together, and which must stay apart: a union-find with constraints, that remembers why.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{ClaimRef, Join};

/// How two claims are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fence {
    /// A person judged them to be two.
    Different,
    /// A person looked and left it open: only a person joins them.
    Unsure,
}

/// Sets of claims, numbered.
#[derive(Debug, Default)]
pub(super) struct Links {
    parent: Vec<usize>,
    size: Vec<usize>,
    /// By root: the items that its set must not be joined with.
    fences: HashMap<usize, Vec<(usize, Fence)>>,
    /// Why sets were joined: a tree over each.
    joined: Vec<(usize, usize, String)>,
}

impl Links {
    pub fn new(count: usize) -> Self {
        Self { parent: (0..count).collect(), size: vec![1; count], ..Self::default() }
    }

    pub fn root(&self, mut item: usize) -> usize {
        while self.parent[item] != item {
            item = self.parent[item];
        }
        item
    }

    /// Keeps two sets apart from now on.
    pub fn fence(&mut self, one: usize, two: usize, fence: Fence) {
        let (a, b) = (self.root(one), self.root(two));
        self.fences.entry(a).or_default().push((two, fence));
        self.fences.entry(b).or_default().push((one, fence));
    }

    /// What keeps two sets apart.
    pub fn fence_between(&self, one: usize, two: usize) -> Option<Fence> {
        let (a, b) = (self.root(one), self.root(two));
        let between = self.fences.get(&a)?.iter().filter(|(item, _)| self.root(*item) == b);
        between.map(|(_, fence)| *fence).min_by_key(|fence| *fence == Fence::Unsure)
    }

    /// Joins two sets because of two of their items; gives the root, and whether they were two.
    pub fn join(&mut self, item: usize, to: usize, reason: String) -> (usize, bool) {
        let (mut a, mut b) = (self.root(item), self.root(to));
        if a == b {
            return (a, false);
        }
        if self.size[a] < self.size[b] {
            std::mem::swap(&mut a, &mut b);
        }
        self.parent[b] = a;
        self.size[a] += self.size[b];
        if let Some(moved) = self.fences.remove(&b) {
            self.fences.entry(a).or_default().extend(moved);
        }
        self.joined.push((item, to, reason));
        (a, true)
    }

    /// For each item that was joined to others, the one through which it belongs to the first of its set, and why.
    pub fn reasons(&self, claims: &[ClaimRef]) -> HashMap<usize, Join> {
        let mut next: HashMap<usize, Vec<(usize, &str)>> = HashMap::new();
        for (one, two, reason) in &self.joined {
            next.entry(*one).or_default().push((*two, reason));
            next.entry(*two).or_default().push((*one, reason));
        }
        let mut items: Vec<usize> = next.keys().copied().collect();
        items.sort_unstable_by_key(|item| claims[*item]);
        let (mut found, mut seen) = (HashMap::new(), HashSet::new());
        for first in items {
            if !seen.insert(first) {
                continue;
            }
            let mut queue = VecDeque::from([first]);
            while let Some(at) = queue.pop_front() {
                for (other, reason) in &next[&at] {
                    if seen.insert(*other) {
                        let join =
                            Join { claim: claims[*other], to: claims[at], reason: (*reason).to_owned() };
                        found.insert(*other, join);
                        queue.push_back(*other);
                    }
                }
            }
        }
        found
    }
}
