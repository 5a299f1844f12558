//! The words of all names while an index is compiled.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead};

use super::compile::{TooMuch, Unfinished};
use super::keys;
use super::room::{Growing, Rooms};
use super::table;
use super::vocabulary::weight;
use super::words::{Word, Words};

/// Words while an index is compiled.
pub(super) struct Gathering {
    rooms: Rooms,
    numbers: HashMap<Box<str>, u32>,
    /// How many names have each word.
    counts: Vec<u32>,
    /// Key and word.
    keys: HashSet<(u32, u32)>,
    /// Of each name the words of its usual form, then all its words, each as their number and they; and the letters with which they begin.
    names: Growing,
    name_count: u32,
    use_count: u32,
}

impl std::fmt::Debug for Gathering {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Gathering").field("names", &self.name_count).finish_non_exhaustive()
    }
}

impl Gathering {
    pub(super) fn in_rooms(mut rooms: Rooms) -> io::Result<Self> {
        let names = Growing::new(rooms()?);
        let (numbers, counts, keys) = Default::default();
        Ok(Self { rooms, numbers, counts, keys, names, name_count: 0, use_count: 0 })
    }

    /// Takes up the next name in all its readings; the first that has words is the usual one.
    pub(super) fn name(&mut self, readings: &[Words]) -> Result<(), Unfinished> {
        let (mut usual, mut all, mut initials) = (Vec::new(), Vec::new(), 0);
        for reading in readings {
            let first = all.len();
            for word in &reading.words {
                all.push(self.number(word)?);
            }
            if usual.is_empty() {
                usual.extend_from_slice(&all[first..]);
            }
            initials |= reading.initials;
        }
        all.sort_unstable();
        all.dedup();
        all.iter().for_each(|word| self.counts[*word as usize] += 1);
        for words in [&usual, &all] {
            self.names.numbers(&[words.len() as u32])?;
            self.names.numbers(words)?;
        }
        self.names.numbers(&[initials])?;
        let more = u32::try_from(all.len()).ok().and_then(|more| self.use_count.checked_add(more));
        self.use_count = more.ok_or(TooMuch { what: "words of names" })?;
        self.name_count = self.name_count.checked_add(1).ok_or(TooMuch { what: "names" })?;
        Ok(())
    }

    fn number(&mut self, word: &Word) -> Result<u32, TooMuch> {
        let next = u32::try_from(self.counts.len()).map_err(|_| TooMuch { what: "words" })?;
        let number = match self.numbers.get(&*word.letters) {
            Some(number) => *number,
            None => {
                self.numbers.insert((&*word.letters).into(), next);
                self.counts.push(0);
                next
            }
        };
        if number == next {
            self.keys.extend(word.keys().map(|(key, _)| (key, number)));
        } else {
            // A word is a given name in one name and a family name in another: it has the keys of both.
            self.keys.extend(word.known_keys().map(|(key, _)| (key, number)));
        }
        Ok(number)
    }

    /// What a vocabulary is written as, in the order of the sections, and the rooms.
    pub(super) fn finish(self) -> io::Result<([Growing; 9], Rooms)> {
        let mut rooms = self.rooms;
        let keys = table::write(self.keys.into_iter().collect(), &mut rooms)?;
        let mut words: Vec<(u32, Box<str>)> =
            self.numbers.into_iter().map(|(word, number)| (number, word)).collect();
        words.sort_unstable_by_key(|(number, _)| *number);
        let variants = table::write(variants(&words), &mut rooms)?;
        let texts = texts(words, &mut rooms)?;
        let starts = starts(&self.counts);
        let mut use_starts = Growing::new(rooms()?);
        use_starts.numbers(&starts)?;
        let [uses, traits] = by_word(self.names, self.name_count, &self.counts, starts, &mut rooms)?;
        let ([word_starts, word_texts], [variant_starts, variants], [key_starts, keys]) =
            (texts, variants, keys);
        let sections =
            [word_starts, word_texts, use_starts, uses, traits, variant_starts, variants, key_starts, keys];
        Ok((sections, rooms))
    }
}

/// Where the names of each word begin, and where the last end.
fn starts(counts: &[u32]) -> Vec<u32> {
    let mut starts = vec![0];
    starts.extend(counts.iter().scan(0, |end, count| {
        *end += count;
        Some(*end)
    }));
    starts
}

/// Turns the words of names into the names of words, in ascending order; and what is kept of each name.
fn by_word(
    names: Growing,
    name_count: u32,
    counts: &[u32],
    mut next: Vec<u32>,
    rooms: &mut Rooms,
) -> io::Result<[Growing; 2]> {
    let mut uses = vec![0; next.last().map_or(0, |end| *end as usize)];
    let mut traits = Growing::new(rooms()?);
    let mut read = names.read()?;
    let (mut usual, mut all) = (Vec::new(), Vec::new());
    for name in 0..name_count {
        numbers(&mut read, &mut usual)?;
        numbers(&mut read, &mut all)?;
        for word in &all {
            let place = &mut next[*word as usize];
            uses[*place as usize] = name;
            *place += 1;
        }
        let count = |word: &u32| counts[*word as usize] as usize;
        let told: f32 = usual.iter().map(|word| weight(count(word), name_count as usize)).sum();
        traits.numbers(&[told.to_bits(), number(&mut read)?])?;
    }
    let mut written = Growing::new(rooms()?);
    written.numbers(&uses)?;
    Ok([written, traits])
}

fn number(read: &mut dyn BufRead) -> io::Result<u32> {
    let mut four = [0; 4];
    read.read_exact(&mut four)?;
    Ok(u32::from_le_bytes(four))
}

/// Reads as many numbers as the first says.
fn numbers(read: &mut dyn BufRead, into: &mut Vec<u32>) -> io::Result<()> {
    into.clear();
    for _ in 0..number(read)? {
        into.push(number(read)?);
    }
    Ok(())
}

fn variants(words: &[(u32, Box<str>)]) -> Vec<(u32, u32)> {
    let (mut pairs, mut keys) = (Vec::new(), Vec::new());
    for (word, text) in words {
        keys::variants(text, &mut keys);
        pairs.extend(keys.iter().map(|key| (*key, *word)));
    }
    pairs
}

fn texts(words: Vec<(u32, Box<str>)>, rooms: &mut Rooms) -> io::Result<[Growing; 2]> {
    let (mut starts, mut texts) = (Growing::new(rooms()?), Growing::new(rooms()?));
    for (_, word) in words {
        starts.numbers(&[texts.len() as u32])?;
        texts.push(word.as_bytes())?;
    }
    starts.numbers(&[texts.len() as u32])?;
    Ok([starts, texts])
}
