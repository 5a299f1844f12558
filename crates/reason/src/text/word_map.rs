//! Tables keyed by the words of the data files.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::fold::latin;

/// A map keyed by words that are built in. Grammars ask such tables of every word of a text; the keys are ours, so that no
/// text can choose them to collide, and a secret in the hash would buy nothing.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// As [`WordMap`].
pub(crate) type WordSet<K> = HashSet<K, BuildHasherDefault<WordHasher>>;

/// Eight bytes a step, each step a multiplication whose halves are folded together (as wyhash has it).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn mix(&mut self, part: u64) {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let product = u128::from(self.0 ^ part ^ ODD) * u128::from(ODD.rotate_left(32));
        self.0 = (product >> 64) as u64 ^ product as u64;
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for part in whole {
            self.mix(u64::from_le_bytes(*part));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        // The length tells "ab" from "ab\0".
        self.mix(u64::from_le_bytes(last) ^ (bytes.len() as u64) << 56);
    }

    /// The mark that closes a `str`: its length is in already.
    fn write_u8(&mut self, _: u8) {}

    fn write_u32(&mut self, number: u32) {
        self.mix(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Which first and last letters with which lengths the words of a table have: spares most words of a text the look-up.
#[derive(Debug, Clone)]
pub(crate) struct Outlines(Box<[u16; 1 << 10]>);

impl Default for Outlines {
    fn default() -> Self {
        Self(Box::new([0; 1 << 10]))
    }
}

impl Outlines {
    /// Takes in a word as the table has it.
    pub fn learn(&mut self, word: &str) {
        if let Some((letters, length)) = outline(word) {
            self.0[letters] |= length;
        }
    }

    /// Whether a word of a text may be in the table, in whatever case, with accents or without.
    pub fn may_have(&self, word: &str) -> bool {
        match outline(word) {
            Some((letters, length)) => self.0[letters] & length != 0,
            // Of a writing whose letters are not told by one character each.
            None => !word.is_empty(),
        }
    }
}

/// The last five bits of the first and of the last letter, which capitals and small letters share; a bit for the length.
fn outline(word: &str) -> Option<(usize, u16)> {
    let bytes = word.as_bytes();
    let (first, last, length) = if word.is_ascii() {
        (u32::from(*bytes.first()?), u32::from(*bytes.last()?), bytes.len())
    } else {
        let mut letters = word.chars().map(|c| if c.is_ascii() { Some(c) } else { latin(c) });
        let first = letters.next()??;
        let (last, length) = letters.try_fold((first, 1), |(_, length), c| Some((c?, length + 1)))?;
        (first as u32, last as u32, length)
    };
    let letters = (first & 31) << 5 | (last & 31);
    Some((letters as usize, 1 << length.min(15)))
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher, BuildHasherDefault};

    use super::*;

    #[test]
    fn words_have_their_own_hashes() {
        let of = |word: &str| BuildHasherDefault::<WordHasher>::default().hash_one(word);
        let words = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "ab\0",
            "commune",
            "communes",
            "communed",
            "communedx",
            "a\0\0\0\0\0\0\0\0",
        ];
        let hashes: HashSet<u64> = words.iter().map(|word| of(word)).collect();
        assert_eq!(hashes.len(), words.len());
    }

    #[test]
    fn outlines_miss_no_word() {
        let mut outlines = Outlines::default();
        ["three", "été", "-"].iter().for_each(|word| outlines.learn(word));
        for (word, may) in [
            ("three", true),
            ("Three", true),
            ("tree", false),
            ("Été", true),
            ("ete", true),
            ("étai", false),
            ("e\u{301}te", true),
            ("łąka", false),
            ("-", true),
            ("", false),
        ] {
            assert_eq!(outlines.may_have(word), may, "{word}");
        }
    }
}
