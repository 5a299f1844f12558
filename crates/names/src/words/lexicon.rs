//! A table from phrases to what they are.

use std::collections::HashMap;

use super::Known;

/// Phrases of one or more folded words.
#[derive(Debug)]
pub(super) struct Lexicon<T> {
    phrases: HashMap<String, T>,
    /// The most words that a phrase with this first word has.
    longest: HashMap<String, usize>,
}

impl<T: Copy> Lexicon<T> {
    pub fn new(entries: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut lexicon = Self { phrases: HashMap::new(), longest: HashMap::new() };
        for (phrase, what) in entries {
            let Some(first) = phrase.split(' ').next() else { continue };
            let words = phrase.split(' ').count();
            let longest = lexicon.longest.entry(first.to_owned()).or_default();
            *longest = words.max(*longest);
            lexicon.phrases.entry(phrase).or_insert(what);
        }
        lexicon
    }

    /// The longest phrase that the words begin with.
    pub fn starting(&self, words: &[&str]) -> Option<Known<T>> {
        let longest = *self.longest.get(*words.first()?)?;
        (1..=longest.min(words.len())).rev().find_map(|count| {
            let what = match count {
                1 => self.phrases.get(words[0]),
                _ => self.phrases.get(&words[..count].join(" ")),
            };
            what.map(|&what| Known { what, words: count })
        })
    }
}
