//! Fingerprints of words, by which nearly all phrases are told not to stand in a sentence.

use std::cmp::Reverse;
use std::hash::{BuildHasher, BuildHasherDefault};

use crate::text::WordHasher;

use super::syntax::Wording;

/// The fingerprint of a folded word: nearly all words that differ differ in it.
pub(super) fn print(word: &str) -> u32 {
    BuildHasherDefault::<WordHasher>::default().hash_one(word) as u32
}

/// A set of fingerprints, by their low bits: it may hold more than was added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Prints([u64; 8]);

impl Prints {
    pub const fn add(&mut self, print: u32) {
        self.0[(print >> 6) as usize & 7] |= 1 << (print & 63);
    }

    pub const fn may_have(&self, print: u32) -> bool {
        self.0[(print >> 6) as usize & 7] & 1 << (print & 63) != 0
    }

    /// Whether both may hold one.
    pub fn may_meet(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(one, other)| one & other != 0)
    }

    pub fn add_all(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(one, other)| *one |= other);
    }
}

/// Indexes of phrases by the fingerprint of one word of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ByPrint {
    known: Prints,
    /// In the order of the fingerprints; of those that share one the longest phrase first.
    sorted: Vec<(u32, usize)>,
}

impl ByPrint {
    pub fn new(phrases: &[Wording], print: impl Fn(&Wording) -> u32) -> Self {
        let mut sorted: Vec<_> = phrases.iter().map(print).zip(0..).collect();
        sorted.sort_by_key(|(print, at)| (*print, Reverse(phrases[*at].words.len())));
        let mut known = Prints::default();
        sorted.iter().for_each(|(print, _)| known.add(*print));
        Self { known, sorted }
    }

    /// All fingerprints.
    pub const fn known(&self) -> &Prints {
        &self.known
    }

    /// The phrases that have one, the longest first.
    pub fn with(&self, print: u32) -> impl Iterator<Item = usize> {
        let near = if self.known.may_have(print) { self.sorted.as_slice() } else { &[] };
        let from = near.partition_point(|(known, _)| *known < print);
        near[from..].iter().take_while(move |(known, _)| *known == print).map(|(_, at)| *at)
    }
}
