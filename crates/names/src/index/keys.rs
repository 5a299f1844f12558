//! What ties a word to others like it: keys that both have.

use super::words::LONGEST_WORD;
use crate::scripts::loose_sounds;
use crate::words::Kinship;

/// A way in which two words are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// They are the same.
    Same,
    /// They sound the same, vowels that dialects trade aside.
    Sound,
    /// They have the same consonants.
    Consonants,
    /// Forms of one given name, the weaker of the two ways.
    Given(Kinship),
    /// Words of organisations, or legal forms, that mean the same.
    Meaning,
}

impl Tie {
    /// How much of a word that is the same such a word counts for, from 0 to 1. Set by hand: only the order of candidates
    /// follows from it, the comparison has scores of its own.
    pub(super) fn likeness(self) -> f32 {
        match self {
            Self::Same => 1.0,
            Self::Sound => 0.95,
            Self::Given(Kinship::Form | Kinship::Short) | Self::Meaning => 0.9,
            Self::Consonants => 0.75,
            Self::Given(Kinship::Cognate) => 0.7,
        }
    }
}

/// Consonants of a word that are enough to go by; fewer are those of hundreds of words.
const LEAST_CONSONANTS: usize = 3;

/// The keys that the letters of a word give.
pub(super) fn of_letters(word: &str) -> Vec<(u32, Tie)> {
    let mut keys = Vec::with_capacity(6);
    keys.push((spelt(word), Tie::Same));
    let (vowels, consonants) = loose_sounds(word);
    keys.push((hash(b'v', vowels.as_bytes()), Tie::Sound));
    if consonants.len() >= LEAST_CONSONANTS {
        keys.push((hash(b'c', consonants.as_bytes()), Tie::Consonants));
    }
    keys
}

/// The key of a number that stands for a meaning of one sort.
pub(super) fn of_number(sort: u8, number: u32) -> u32 {
    hash(sort, &number.to_le_bytes())
}

/// The key of a word as it is spelt.
pub(super) fn spelt(word: &str) -> u32 {
    hash(b'w', word.as_bytes())
}

/// The key of an identifier.
pub(super) fn identifier(plain: &str) -> u32 {
    hash(b'i', plain.as_bytes())
}

/// FNV-1a, mixed once more so that each bit of the outcome depends on every letter.
fn hash(sort: u8, bytes: &[u8]) -> u32 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = bytes.iter().fold(step(0xcbf2_9ce4_8422_2325, sort), |hash, byte| step(hash, *byte));
    (mixed(hash) >> 32) as u32
}

fn mixed(hash: u64) -> u64 {
    (hash ^ hash >> 31).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Letters from which variants are made: beyond, misspelt words still share their beginning.
const BEGINNING: usize = 8;

/// How many letters a word of so many may be misspelt in and still be found by its spelling.
pub(crate) fn edits(letters: usize) -> usize {
    match letters {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}

/// Keys of a word's beginning with as many letters left out as it may be misspelt in (SymSpell, W. Garbe 2012): two words that differ
/// by so many letters added, left out, changed or swapped share one of them.
pub(super) fn variants(word: &str, out: &mut Vec<u32>) {
    debug_assert!(word.len() <= LONGEST_WORD);
    out.clear();
    let letters = word.as_bytes();
    let beginning = &letters[..letters.len().min(BEGINNING)];
    let packed = beginning.iter().rev().fold(0_u64, |packed, letter| packed << 8 | u64::from(*letter));
    let mut from = vec![(packed, 0)];
    out.push(variant_key(packed));
    let mut length = beginning.len();
    for _ in 0..edits(letters.len()) {
        let mut shorter = Vec::with_capacity(from.len() * length);
        for (packed, first) in from {
            for place in first..length {
                let without = without(packed, place);
                out.push(variant_key(without));
                shorter.push((without, place));
            }
        }
        from = shorter;
        length = length.saturating_sub(1);
    }
    out.sort_unstable();
    out.dedup();
}

/// Without the letter at a place.
fn without(packed: u64, place: usize) -> u64 {
    let before = (1_u64 << (8 * place)) - 1;
    let behind = packed.checked_shr(8 * (place as u32 + 1)).unwrap_or(0);
    packed & before | behind << (8 * place)
}

fn variant_key(packed: u64) -> u32 {
    (mixed(packed.wrapping_mul(0x0100_0000_01b3) ^ 0xcbf2_9ce4_8422_2325) >> 32) as u32
}

/// A word that others are compared with: for each letter the places that it has.
pub(crate) struct Pattern {
    places: [u64; 128],
    length: usize,
}

impl Pattern {
    /// Of the first [`LONGEST_WORD`] letters.
    pub(crate) fn new(word: &[u8]) -> Self {
        let mut places = [0; 128];
        let letters = &word[..word.len().min(LONGEST_WORD)];
        for (place, letter) in letters.iter().enumerate() {
            places[usize::from(letter & 0x7f)] |= 1 << place;
        }
        Self { places, length: letters.len() }
    }

    /// How many letters the word has.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Letters added, left out, changed, or swapped with their neighbour (each pair once) between two words; `None` beyond `most`.
    ///
    /// A column of the table of distances is two words of bits, where it rises and where it falls (H. Hyyrö, A bit-vector algorithm
    /// for computing Levenshtein and Damerau edit distances, 2003).
    pub(crate) fn distance(&self, other: &[u8], most: usize) -> Option<usize> {
        if self.length.abs_diff(other.len()) > most {
            return None;
        }
        let Some(last) = self.length.checked_sub(1) else { return Some(other.len()) };
        let (mut rises, mut falls, mut diagonal, mut places_before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        let mut distance = self.length;
        for letter in other {
            let places = self.places[usize::from(letter & 0x7f)];
            let swapped = (!diagonal & places) << 1 & places_before;
            diagonal = ((places & rises).wrapping_add(rises) ^ rises) | places | falls | swapped;
            let (across_rises, across_falls) = (falls | !(diagonal | rises), diagonal & rises);
            distance += (across_rises >> last & 1) as usize;
            distance -= (across_falls >> last & 1) as usize;
            let across_rises = across_rises << 1 | 1;
            rises = across_falls << 1 | !(diagonal | across_rises);
            falls = across_rises & diagonal;
            places_before = places;
        }
        (distance <= most).then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Pattern, edits, variants};

    #[test]
    fn distances() {
        let check = |one: &str, other: &str, expected: Option<usize>| {
            assert_eq!(Pattern::new(one.as_bytes()).distance(other.as_bytes(), 2), expected, "{one} {other}");
        };
        check("abdul", "abudl", Some(1));
        check("salim", "saleem", Some(2));
        check("", "ab", Some(2));
        check("ab", "", Some(2));
        check("kim", "lee", None);
        check("awa", "awa", Some(0));
    }

    proptest! {
        /// Whatever is near enough by spelling shares a variant.
        #[test]
        fn near_words_share_a_variant(word in "[a-e]{6,12}", place in 0_usize..6, letter in "[a-e]") {
            let changed = [&word[..place], &letter, &word[place + 1..]].concat();
            let (mut one, mut other) = (Vec::new(), Vec::new());
            variants(&word, &mut one);
            variants(&changed, &mut other);
            prop_assert!(Pattern::new(word.as_bytes()).distance(changed.as_bytes(), edits(word.len())).is_some());
            prop_assert!(one.iter().any(|key| other.contains(key)));
        }
    }
}
