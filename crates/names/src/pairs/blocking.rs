//! Which pairs are worth comparing.

use super::described::{Known, Row};
use super::traits::Trait;
use super::vocabulary::KnownWord;

/// Parties that share a key and are all compared with each other. Of more, each is compared with those that follow it closely once
/// they are sorted by what else is known of them.
const MOST_TOGETHER: usize = 32;

/// How many that follow each is compared with then.
const WINDOW: usize = 6;

/// Words of a name that are keys two by two.
const MOST_WORDS: usize = 6;

/// What is to be compared.
#[derive(Debug, Default)]
pub(super) struct Blocked {
    /// Each once, the earlier party first.
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) passed_over: u64,
}

/// Pairs that have a key in common.
pub(super) fn pairs(rows: &[Row], known: &Known) -> Blocked {
    let mut keyed: Vec<(u64, u32)> = Vec::with_capacity(rows.len() * 8);
    for (number, row) in (0..).zip(rows) {
        keys(row, known, |key| keyed.push((key, number)));
    }
    keyed.sort_unstable();
    keyed.dedup();
    let mut blocked = Blocked::default();
    for block in keyed.chunk_by(|one, other| one.0 == other.0) {
        let count = block.len();
        if count <= MOST_TOGETHER {
            for (place, (_, one)) in block.iter().enumerate() {
                blocked.pairs.extend(block[place + 1..].iter().map(|(_, other)| (*one, *other)));
            }
            continue;
        }
        let mut sorted: Vec<u32> = block.iter().map(|(_, number)| *number).collect();
        sorted.sort_by_cached_key(|number| rows.get(*number as usize).map(|row| order(row, known)));
        for (place, one) in sorted.iter().enumerate() {
            let near = sorted[place + 1..].iter().take(WINDOW);
            blocked.pairs.extend(near.map(|other| (*one.min(other), *one.max(other))));
        }
        blocked.passed_over +=
            (count as u64 * (count as u64 - 1) / 2).saturating_sub((count * WINDOW) as u64);
    }
    blocked.pairs.sort_unstable();
    blocked.pairs.dedup();
    blocked
}

/// What brings duplicates side by side among those that share a key.
fn order(row: &Row, known: &Known) -> (Option<Vec<u32>>, Option<crate::party::PartialDate>, Option<u32>) {
    (
        row.names.first().map(|name| sounds(name, known)),
        row.births.first().copied(),
        row.traits.first().map(|held| held.number),
    )
}

/// The sounds of the words of a name, in an order of their own.
fn sounds(name: &[u32], known: &Known) -> Vec<u32> {
    let mut sounds: Vec<u32> = name.iter().take(MOST_WORDS).map(|word| known.word(*word).sound).collect();
    sounds.sort_unstable();
    sounds
}

/// The sound of a word and the letter that it begins with.
fn keyed(word: &KnownWord) -> (u32, u8) {
    (word.sound, word.letters.bytes().next().unwrap_or_default())
}

/// The keys of a party: traits that few share, alone or two together. Each survives other faults: a name that is misspelt, names that are
/// exchanged, a wrong year, a field that is empty.
fn keys(row: &Row, known: &Known, mut take: impl FnMut(u64)) {
    for name in &row.names {
        let sounds = sounds(name, known);
        for (at, one) in sounds.iter().enumerate() {
            sounds[at + 1..].iter().for_each(|other| take(hash(hash(1, u64::from(*one)), u64::from(*other))));
        }
    }
    let words: Vec<(u32, u8)> = row.names.iter().flatten().map(|word| keyed(known.word(*word))).collect();
    for word in row.names.iter().flatten().map(|word| known.word(*word)) {
        if known.parties_with(word) <= MOST_TOGETHER as u32 {
            take(hash(8, u64::from(word.sound)));
        }
    }
    for birth in &row.births {
        let day = birth.month.zip(birth.day).map(|(month, day)| u64::from(month) * 100 + u64::from(day));
        for (sound, initial) in &words {
            take(hash(hash(2, u64::from(*sound)), u64::from(birth.year)));
            if let Some(day) = day {
                take(hash(hash(3, u64::from(*sound)), day));
                take(hash(hash(4, u64::from(*initial)), day + 10_000 * u64::from(birth.year)));
            }
        }
    }
    for held in &row.traits {
        match held.sort {
            Trait::Place => places(&words, held.number, &mut take),
            Trait::Telephone => take(hash(5, u64::from(held.number))),
            Trait::Mail => {
                take(hash(5, u64::from(held.number)));
                let local = known.trait_text(held).split('@').next().unwrap_or_default();
                take(local.bytes().fold(hash(6, 0), |key, byte| hash(key, u64::from(byte))));
            }
        }
    }
}

/// A word, the first letter of another, and where they live: of people whose day of birth is not known.
fn places(words: &[(u32, u8)], place: u32, take: &mut impl FnMut(u64)) {
    for (at, (sound, _)) in words.iter().enumerate() {
        for (_, (_, initial)) in words.iter().enumerate().filter(|(other, _)| *other != at) {
            take(hash(hash(hash(7, u64::from(*sound)), u64::from(*initial)), u64::from(place)));
        }
    }
}

fn hash(key: u64, more: u64) -> u64 {
    let mixed = (key ^ more.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ mixed >> 32
}
