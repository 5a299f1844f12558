//! Words by a number: millions of look-ups a second, and no attacker chooses what a wrong one would cost (each hit is verified).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table by what [`hash`] gives.
pub(super) type Hashed<V> = HashMap<u64, V, BuildHasherDefault<Given>>;

/// Takes a number that is a hash already.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Given(u64);

impl Hasher for Given {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// Of some bytes. Holds for one run of the program: never store it.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |state: u64, part: u64| {
        let wide = u128::from(state ^ part) * u128::from(ODD);
        (wide as u64) ^ (wide >> 64) as u64
    };
    let mut state = ODD ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        state = mix(state, u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        state = mix(state, u64::from_le_bytes(last));
    }
    mix(state, ODD)
}
