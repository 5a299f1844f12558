//! The words of the names of many parties, each once.

use std::collections::HashMap;

use super::traits::Beginning;
use crate::index::words::{Word, Words};
use crate::reading::Read;
use crate::scripts::{Closeness, sounds};

/// A number for each text that was seen.
#[derive(Debug, Default)]
pub(super) struct Interned {
    numbers: HashMap<Box<str>, u32>,
    /// By number: how many parties have it.
    counts: Vec<u32>,
}

impl Interned {
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let next = self.counts.len() as u32;
        self.numbers.insert(text.into(), next);
        self.counts.push(0);
        next
    }

    pub(super) fn add(&mut self, number: u32) {
        if let Some(count) = self.counts.get_mut(number as usize) {
            *count += 1;
        }
    }

    pub(super) fn count(&self, number: u32) -> u32 {
        self.counts.get(number as usize).copied().unwrap_or(1)
    }
}

/// A word of names.
#[derive(Debug)]
pub(super) struct KnownWord {
    pub(super) letters: Box<str>,
    /// How long it is, and the letters that occur in it.
    pub(super) shape: Beginning,
    /// A number for each sound.
    pub(super) sound: u32,
    /// What it has in common with words that mean the same: forms of a given name, a word of organisations.
    pub(super) ties: Box<[u32]>,
}

/// Words by their numbers.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
    words: Vec<KnownWord>,
    sounds: Interned,
}

impl Vocabulary {
    /// The numbers of the words of a name; letters that stand for words are words, too.
    pub(super) fn numbers(&mut self, read: Read<'_>) -> Box<[u32]> {
        let Words { words, alone, .. } = Words::of(read);
        let initials = (b'a'..=b'z').filter(|letter| alone >> (letter - b'a') & 1 == 1);
        let initials = initials.map(|letter| Word::new(char::from(letter).encode_utf8(&mut [0; 4])));
        words.into_iter().chain(initials).map(|word| self.number(word)).collect()
    }

    fn number(&mut self, word: Word) -> u32 {
        if let Some(number) = self.numbers.get(&*word.letters) {
            return *number;
        }
        let next = self.words.len() as u32;
        let ties = word.known_keys().map(|(key, _)| key).collect();
        let letters: Box<str> = word.letters.into();
        self.words.push(KnownWord {
            shape: Beginning::of(&letters),
            sound: self.sounds.number(&sounds(&letters, Closeness::Vowels)),
            ties,
            letters: letters.clone(),
        });
        self.numbers.insert(letters, next);
        next
    }

    /// Counts a party that has names of these words.
    pub(super) fn count(&mut self, names: &[Box<[u32]>]) {
        let mut sounds: Vec<u32> = names.iter().flatten().map(|word| self.word(*word).sound).collect();
        sounds.sort_unstable();
        sounds.dedup();
        sounds.into_iter().for_each(|sound| self.sounds.add(sound));
    }

    /// A word by a number that was given.
    pub(super) fn word(&self, number: u32) -> &KnownWord {
        &self.words[number as usize]
    }

    /// How many parties have a word of this sound.
    pub(super) fn parties_with(&self, word: &KnownWord) -> u32 {
        self.sounds.count(word.sound)
    }
}
