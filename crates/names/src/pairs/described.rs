//! What is held of a party that is compared with many.

use std::collections::HashMap;

use crate::Party;
use crate::index::words::{LONGEST_WORD, Words};
use crate::matching::Prepared;
use crate::party::PartialDate;
use crate::scripts::{Closeness, folded, sounds};

/// What else is known of somebody that two seldom share by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trait {
    /// Where somebody lives or was born: a town, a postcode.
    Place,
    /// An address of mail.
    Mail,
    /// A telephone number.
    Telephone,
}

/// A party and what else is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Described<'a> {
    /// Names, births, identifiers.
    pub party: &'a Party,
    /// The rest; several of one sort are alternatives.
    pub traits: &'a [(Trait, &'a str)],
}

/// A number for each text that was seen.
#[derive(Debug, Default)]
struct Interned {
    numbers: HashMap<Box<str>, u32>,
    /// By number: how many parties have it.
    counts: Vec<u32>,
}

impl Interned {
    fn number(&mut self, text: &str) -> u32 {
        let next = self.counts.len() as u32;
        let number = match self.numbers.get(text) {
            Some(number) => *number,
            None => *self.numbers.entry(text.into()).or_insert(next),
        };
        if number == next {
            self.counts.push(0);
        }
        self.counts[number as usize] += 1;
        number
    }
}

/// What parties have in common, as numbers.
#[derive(Debug, Default)]
pub(super) struct Known {
    words: Interned,
    traits: Interned,
}

/// Letters of a name from which on it is found again in an address of mail.
const SHORTEST_IN_MAIL: usize = 3;

/// What is compared of a party.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) names: Prepared,
    /// The sounds of the words of its names, each once, and the letter that each begins with.
    pub(super) words: Box<[(u32, u8)]>,
    pub(super) births: Box<[PartialDate]>,
    pub(super) traits: Box<[Held]>,
}

/// A trait that a party has.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) sort: Trait,
    pub(super) number: u32,
    pub(super) text: Box<str>,
    /// The letters that occur in it, a bit for each of 64 kinds.
    pub(super) letters: u64,
    /// How many bytes tell, at most [`LONGEST_WORD`].
    telling: u8,
    /// An address of mail that is made of its owner's name: whoever has the name is likely to have such a one.
    pub(super) is_of_name: bool,
}

impl Held {
    /// What tells: of an address of mail the part before the host, else all.
    pub(super) fn telling(&self) -> &[u8] {
        self.text.as_bytes().get(..usize::from(self.telling)).unwrap_or_default()
    }
}

impl Known {
    pub(super) fn row(&mut self, described: Described<'_>) -> Row {
        let mut alone = Party::named(described.party.kind, "");
        alone.names.clone_from(&described.party.names);
        alone.parts.clone_from(&described.party.parts);
        let names = Prepared::of(&alone);
        let mut words: Vec<(u32, u8)> = Vec::new();
        let spelled: Vec<String> =
            names.names().take(1).flat_map(|read| Words::of(read).words).map(|word| word.letters).collect();
        let is_of = |text: &str| {
            spelled.iter().any(|word| word.len() >= SHORTEST_IN_MAIL && text.contains(word.as_str()))
        };
        for word in &spelled {
            let sound = self.words.number(&sounds(word, Closeness::Vowels));
            if !words.iter().any(|(known, _)| *known == sound) {
                words.push((sound, word.bytes().next().unwrap_or_default()));
            }
        }
        let identifiers =
            described.party.identifiers.iter().map(|identifier| (Trait::Telephone, &*identifier.text));
        let traits = described.traits.iter().copied().chain(identifiers).filter_map(|(sort, text)| {
            let text = plain(sort, text);
            let letters = text.bytes().fold(0, |letters, letter| letters | 1 << (letter & 63));
            let end = if sort == Trait::Mail { text.find('@') } else { None };
            let telling = end.unwrap_or(text.len()).min(LONGEST_WORD) as u8;
            let is_of_name = sort == Trait::Mail && is_of(&text);
            let number = (!text.is_empty()).then(|| self.traits.number(&text))?;
            Some(Held { sort, number, letters, telling, is_of_name, text: text.into() })
        });
        Row {
            traits: traits.collect(),
            names,
            words: words.into(),
            births: described.party.births.clone().into(),
        }
    }

    /// How many parties have a word of this sound.
    pub(super) fn word_count(&self, sound: u32) -> u32 {
        self.words.counts.get(sound as usize).copied().unwrap_or(1)
    }

    /// How many parties have a trait.
    pub(super) fn trait_count(&self, number: u32) -> u32 {
        self.traits.counts.get(number as usize).copied().unwrap_or(1)
    }
}

/// A trait without what is written differently.
fn plain(sort: Trait, text: &str) -> String {
    match sort {
        Trait::Mail => text.trim().to_lowercase(),
        Trait::Place => folded(text),
        Trait::Telephone => text.chars().filter(|letter| letter.is_alphanumeric()).collect(),
    }
}
