//! What is held of a party that is compared with many.

use std::collections::HashMap;

use super::traits::{Shape, Trait, Traits, plain};
use super::vocabulary::{KnownWord, Vocabulary};
use crate::Party;
use crate::matching::Prepared;
use crate::party::PartialDate;

/// A party and what else is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Described<'a> {
    /// Names, births, identifiers.
    pub party: &'a Party,
    /// The rest; several of one sort are alternatives.
    pub traits: &'a [(Trait, &'a str)],
}

/// What parties have in common, as numbers.
#[derive(Debug, Default)]
pub(super) struct Known {
    words: Vocabulary,
    traits: Traits,
    births: HashMap<PartialDate, u32>,
    parties: f32,
}

/// So many of one day of birth may be one party, taken up as often.
const OF_ONE: u32 = 8;

/// Letters of a name from which on it is found again in an address of mail.
const SHORTEST_IN_MAIL: usize = 3;

/// Names of a party that are compared.
const MOST_NAMES: usize = 8;

/// What is compared of a party, near together in memory: millions of pairs are looked at in no order.
#[derive(Debug)]
pub(super) struct Row {
    /// The words of each of its names.
    pub(super) names: Box<[Box<[u32]>]>,
    pub(super) births: Box<[PartialDate]>,
    pub(super) traits: Box<[Held]>,
}

/// A trait that a party has.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) sort: Trait,
    pub(super) number: u32,
    pub(super) shape: Shape,
    /// An address of mail that is made of its owner's name: whoever has the name is likely to have such a one.
    pub(super) is_of_name: bool,
}

impl Known {
    /// What is compared of a party whose names were read.
    pub(super) fn row(&mut self, described: Described<'_>, prepared: &Prepared) -> Row {
        self.parties += 1.0;
        for birth in &described.party.births {
            *self.births.entry(*birth).or_default() += 1;
        }
        let read = prepared.names().take(MOST_NAMES);
        let names: Box<[Box<[u32]>]> = read.map(|read| self.words.numbers(read)).collect();
        self.words.count(&names);
        let identifiers =
            described.party.identifiers.iter().map(|identifier| (Trait::Telephone, &*identifier.text));
        let words = &self.words;
        let is_of = |text: &str| {
            let mut letters = names.iter().flatten().map(|word| &*words.word(*word).letters);
            letters.any(|word| word.len() >= SHORTEST_IN_MAIL && text.contains(word))
        };
        let traits = described.traits.iter().copied().chain(identifiers).filter_map(|(sort, text)| {
            let text = plain(sort, text);
            let is_of_name = sort == Trait::Mail && is_of(&text);
            let number = (!text.is_empty()).then(|| self.traits.number(&text))?;
            Some(Held { sort, number, shape: Shape::new(sort, &text), is_of_name })
        });
        Row { traits: traits.collect(), names, births: described.party.births.clone().into() }
    }

    /// A trait of a row.
    pub(super) fn trait_text(&self, held: &Held) -> &str {
        self.traits.text(held.number)
    }

    /// How many bits it takes to tell one party from all others.
    pub(super) fn rarest(&self) -> f32 {
        self.parties.max(2.0).log2()
    }

    /// A word of a row.
    pub(super) fn word(&self, number: u32) -> &KnownWord {
        self.words.word(number)
    }

    /// How rare words of its sound are among the parties, in bits.
    pub(super) fn word_rarity(&self, word: &KnownWord) -> f32 {
        self.rarity(self.words.parties_with(word))
    }

    /// How many parties have a word of its sound.
    pub(super) fn parties_with(&self, word: &KnownWord) -> u32 {
        self.words.parties_with(word)
    }

    /// How rare a trait is among the parties, in bits.
    pub(super) fn trait_rarity(&self, number: u32) -> f32 {
        self.rarity(self.traits.parties_with(number))
    }

    /// How rare a day of birth is among the parties, in bits: some are what registers write where nothing is known. A few of one day may be one.
    pub(super) fn birth_rarity(&self, day: PartialDate) -> f32 {
        let count = self.births.get(&day).copied().unwrap_or(1);
        if count <= OF_ONE { f32::INFINITY } else { self.rarity(count) }
    }

    fn rarity(&self, count: u32) -> f32 {
        (self.parties.max(2.0) / count.max(1) as f32).log2()
    }
}
