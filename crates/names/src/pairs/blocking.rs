//! Which pairs are worth comparing.

use super::described::{Row, Trait};

/// Parties that share a key and are all compared with each other. Of more, each is compared with those that follow it closely once
/// they are sorted by what else is known of them.
const MOST_TOGETHER: usize = 64;

/// How many that follow each is compared with then.
const WINDOW: usize = 6;

/// What is to be compared.
#[derive(Debug, Default)]
pub(super) struct Blocked {
    /// Each once, the earlier party first.
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) passed_over: u64,
}

/// Pairs that have a key in common.
pub(super) fn pairs(rows: &[Row]) -> Blocked {
    let mut keyed: Vec<(u64, u32)> = Vec::with_capacity(rows.len() * 8);
    for (number, row) in (0..).zip(rows) {
        keys(row, |key| keyed.push((key, number)));
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
        sorted.sort_by_cached_key(|number| rows.get(*number as usize).map(order));
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
fn order(row: &Row) -> (Vec<u32>, Option<crate::party::PartialDate>, Option<u32>) {
    let mut words: Vec<u32> = row.words.iter().map(|(sound, _)| *sound).collect();
    words.sort_unstable();
    (words, row.births.first().copied(), row.traits.first().map(|held| held.number))
}

/// The keys of a party: traits that few share, alone or two together. Each survives other faults: a name that is misspelt, names that are
/// exchanged, a wrong year, a field that is empty.
fn keys(row: &Row, mut take: impl FnMut(u64)) {
    let mut both: Vec<u32> = row.words.iter().map(|(sound, _)| *sound).collect();
    both.sort_unstable();
    take(both.iter().fold(hash(1, 0), |key, word| hash(key, u64::from(*word))));
    for birth in &row.births {
        let day = birth.month.zip(birth.day).map(|(month, day)| u64::from(month) * 100 + u64::from(day));
        for (sound, initial) in &row.words {
            take(hash(hash(2, u64::from(*sound)), u64::from(birth.year)));
            if let Some(day) = day {
                take(hash(hash(3, u64::from(*sound)), day));
                take(hash(hash(4, u64::from(*initial)), day + 10_000 * u64::from(birth.year)));
            }
        }
    }
    for held in &row.traits {
        match held.sort {
            Trait::Place => places(row, held.number, &mut take),
            Trait::Telephone => take(hash(5, u64::from(held.number))),
            Trait::Mail => {
                take(hash(5, u64::from(held.number)));
                let local = held.text.split('@').next().unwrap_or_default();
                take(local.bytes().fold(hash(6, 0), |key, byte| hash(key, u64::from(byte))));
            }
        }
    }
}

/// A word, the first letter of another, and where they live: of people whose day of birth is not known.
fn places(row: &Row, place: u32, take: &mut impl FnMut(u64)) {
    for (at, (sound, _)) in row.words.iter().enumerate() {
        for (_, (_, initial)) in row.words.iter().enumerate().filter(|(other, _)| *other != at) {
            take(hash(hash(hash(7, u64::from(*sound)), u64::from(*initial)), u64::from(place)));
        }
    }
}

fn hash(key: u64, more: u64) -> u64 {
    let mixed = (key ^ more.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ mixed >> 32
}
