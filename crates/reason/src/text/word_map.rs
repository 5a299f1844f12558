//! Tables keyed by the words of the data files.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::OnceLock;

use super::fold::latin;

/// A map keyed by words that are built in. Grammars ask such tables of every word of a text; the keys are ours, so that no
/// text can choose them to collide, and a secret in the hash would buy nothing.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// As [`WordMap`].
pub(crate) type WordSet<K> = HashSet<K, BuildHasherDefault<WordHasher>>;

/// A map keyed by the words of a text. Its hash begins with a secret of the process, so that no text can choose words that
/// collide; where it begins so, folded multiplication is as good against that as maps need (`foldhash` rests on the same).
pub(crate) type TextMap<K, V> = HashMap<K, V, Secret>;

/// What the hashes of a [`TextMap`] begin with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Secret(u64);

impl Default for Secret {
    fn default() -> Self {
        static SECRET: OnceLock<u64> = OnceLock::new();
        Self(*SECRET.get_or_init(|| RandomState::new().hash_one(0)))
    }
}

impl BuildHasher for Secret {
    type Hasher = WordHasher;

    fn build_hasher(&self) -> WordHasher {
        WordHasher(self.0)
    }
}

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
        let mut rest = bytes;
        while let Some((part, behind)) = rest.split_first_chunk::<8>() {
            self.mix(u64::from_le_bytes(*part));
            rest = behind;
        }
        let last = match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
            (Some(first), Some(last)) => {
                u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
            }
            _ => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
        };
        // The length tells "ab" from "ab\0".
        self.mix(last ^ (bytes.len() as u64) << 56);
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
        if let Some((letters, length)) = Outline::of(word).parts() {
            self.0[letters] |= length;
        }
    }

    /// Whether a word of a text may be in the table, in whatever case, with accents or without.
    pub fn may_have(&self, word: &str) -> bool {
        !word.is_empty() && self.may_have_one(Outline::of(word))
    }

    /// Whether a word of that outline may be in the table.
    pub fn may_have_one(&self, outline: Outline) -> bool {
        // Of a writing whose letters are not told by one character each any word may be in it.
        outline.parts().is_none_or(|(letters, length)| self.0[letters] & length != 0)
    }
}

/// How a word begins and ends, and how long it is: the same in whatever case, with accents or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outline(u16);

impl Outline {
    /// Of a word whose letters are not told by one character each.
    pub const UNKNOWN: Self = Self(u16::MAX);

    /// Of a word.
    pub fn of(word: &str) -> Self {
        outline(word).unwrap_or(Self::UNKNOWN)
    }

    /// Whether words of both outlines may be one.
    pub const fn may_be(self, other: Self) -> bool {
        self.0 == other.0 || self.0 == Self::UNKNOWN.0 || other.0 == Self::UNKNOWN.0
    }

    /// First and last letter; a bit for the length.
    const fn parts(self) -> Option<(usize, u16)> {
        if self.0 == Self::UNKNOWN.0 {
            return None;
        }
        Some(((self.0 & 0x3ff) as usize, 1 << (self.0 >> 10)))
    }
}

/// The last five bits of the first and of the last letter, which capitals and small letters share; then the length.
fn outline(word: &str) -> Option<Outline> {
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
    Some(Outline(letters as u16 | (length.min(15) as u16) << 10))
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
