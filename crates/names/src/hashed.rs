//! Words by a number of their own: millions of look-ups a second. Nothing here is put into a table that somebody else chose: tables are of
//! our own words, or each hit is verified and costs little.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table by what [`hash`] gives.
pub(crate) type Hashed<V> = HashMap<u64, V, BuildHasherDefault<Given>>;

/// A table of words.
pub(crate) type ByWord<W, V> = HashMap<W, V, BuildHasherDefault<Given>>;

/// A glance at a table: what it does not have at all. Small enough to stay near the processor while the table does not.
#[derive(Debug, Clone)]
pub(crate) struct Sieve(Vec<u64>);

/// Bits of a sieve: a dozen for each of 100,000 words.
const SIEVE: usize = 1 << 20;

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; SIEVE / 64])
    }
}

impl Sieve {
    pub(crate) fn add(&mut self, hash: u64) {
        let (at, bit) = Self::place(hash);
        self.0[at] |= bit;
    }

    /// Whether the hash may have been added.
    pub(crate) fn may_have(&self, hash: u64) -> bool {
        let (at, bit) = Self::place(hash);
        self.0[at] & bit != 0
    }

    /// By the upper bits, which are the better mixed.
    const fn place(hash: u64) -> (usize, u64) {
        let number = (hash >> 44) as usize % SIEVE;
        (number / 64, 1 << (number % 64))
    }
}

/// Takes a number that is a hash already, or one text.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Given(u64);

impl Hasher for Given {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }

    /// What ends a text.
    fn write_u8(&mut self, _: u8) {}

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// Of some bytes. Holds for one run of the program: never store it.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |state: u64, part: u64| {
        let wide = u128::from(state ^ part) * u128::from(ODD);
        (wide as u64) ^ (wide >> 64) as u64
    };
    let mut state = ODD ^ bytes.len() as u64;
    let (chunks, rest) = bytes.as_chunks();
    for chunk in chunks {
        state = mix(state, u64::from_le_bytes(*chunk));
    }
    if let Some(last) = bytes.last_chunk().filter(|_| !rest.is_empty()) {
        // Some of its bytes a second time.
        return mix(state, u64::from_le_bytes(*last));
    }
    mix(state, rest.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}
