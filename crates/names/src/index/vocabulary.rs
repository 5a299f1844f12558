//! Every word of every name, and the names that have it.

use std::collections::HashMap;

use super::bytes::{Numbers, Writer};
use super::compile::TooMuch;
use super::keys::{self, Pattern};
use super::layout::Section;
use super::open::View;
use super::table::{self, Table};
use super::words::initials;

/// Words while an index is compiled.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    numbers: HashMap<String, u32>,
    /// By number.
    words: Vec<String>,
    /// Word and name.
    uses: Vec<(u32, u32)>,
    /// For each name the words of its usual form.
    usual: Vec<Vec<u32>>,
    initials: Vec<u32>,
}

/// What a vocabulary is written as, in the order of the sections.
pub(super) struct Written {
    pub(super) sections: [Vec<u8>; 9],
}

impl Gathering {
    /// Takes up the forms of the next name.
    pub(super) fn name(&mut self, forms: &[Vec<String>]) -> Result<(), TooMuch> {
        let name = u32::try_from(self.usual.len()).map_err(|_| TooMuch { what: "names" })?;
        let mut usual = Vec::new();
        for (place, form) in forms.iter().enumerate() {
            for word in form {
                let number = self.number(word)?;
                self.uses.push((number, name));
                usual.extend((place == 0).then_some(number));
            }
        }
        self.usual.push(usual);
        self.initials.push(forms.iter().fold(0, |bits, form| bits | initials(form)));
        Ok(())
    }

    fn number(&mut self, word: &str) -> Result<u32, TooMuch> {
        if let Some(number) = self.numbers.get(word) {
            return Ok(*number);
        }
        let number = u32::try_from(self.words.len()).map_err(|_| TooMuch { what: "words" })?;
        self.numbers.insert(word.to_owned(), number);
        self.words.push(word.to_owned());
        Ok(number)
    }

    pub(super) fn finish(mut self) -> Written {
        self.uses.sort_unstable();
        self.uses.dedup();
        let (word_starts, word_texts) = texts(&self.words);
        let (use_starts, uses) = self.uses();
        let counts: Vec<usize> = (0..self.words.len())
            .map(|word| Numbers::new(&use_starts).bounds(word).map_or(0, |(from, until)| until - from))
            .collect();
        let mut traits = Writer::default();
        for (usual, initials) in self.usual.iter().zip(&self.initials) {
            let weight: f32 = usual.iter().map(|word| weight(counts[*word as usize], self.usual.len())).sum();
            traits.four(weight.to_bits());
            traits.four(*initials);
        }
        let (variant_starts, variants) = table::write(self.variants());
        let (key_starts, keys) = table::write(self.keys());
        let sections =
            [word_starts, word_texts, use_starts, uses, traits.0, variant_starts, variants, key_starts, keys];
        Written { sections }
    }

    fn uses(&self) -> (Vec<u8>, Vec<u8>) {
        let (mut starts, mut names) = (Writer::default(), Writer::default());
        let mut next = 0;
        for word in 0..self.words.len() as u32 {
            starts.four(next as u32);
            while let Some((_, name)) = self.uses.get(next).filter(|(of, _)| *of == word) {
                names.four(*name);
                next += 1;
            }
        }
        starts.four(next as u32);
        (starts.0, names.0)
    }

    fn variants(&self) -> Vec<(u32, u32)> {
        let (mut pairs, mut keys) = (Vec::new(), Vec::new());
        for (word, text) in (0..).zip(&self.words) {
            keys::variants(text, &mut keys);
            pairs.extend(keys.iter().map(|key| (*key, word)));
        }
        pairs
    }

    fn keys(&self) -> Vec<(u32, u32)> {
        let words = (0..).zip(&self.words);
        words.flat_map(|(word, text)| keys::keys(text).into_iter().map(move |(key, _)| (key, word))).collect()
    }
}

fn texts(words: &[String]) -> (Vec<u8>, Vec<u8>) {
    let (mut starts, mut texts) = (Writer::default(), Vec::new());
    for word in words {
        starts.four(texts.len() as u32);
        texts.extend_from_slice(word.as_bytes());
    }
    starts.four(texts.len() as u32);
    (starts.0, texts)
}

/// How much a word tells that so many of all names have: the logarithm of how rare it is.
pub(super) fn weight(names_with: usize, names: usize) -> f32 {
    (1.0 + names as f32 / names_with.max(1) as f32).ln()
}

/// A word of the vocabulary that is like one that was asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Alike {
    pub(super) word: u32,
    /// From 0 to 1; 1 is the same word.
    pub(super) likeness: f32,
}

/// A word's bytes and the names that have it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vocabulary<'a> {
    starts: Numbers<'a>,
    texts: &'a [u8],
    use_starts: Numbers<'a>,
    uses: Numbers<'a>,
    traits: Numbers<'a>,
    variants: Table<'a>,
    keys: Table<'a>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn of(view: View<'a>) -> Self {
        let table = |starts, pairs| Table::new(view.numbers(starts), view.numbers(pairs));
        Self {
            starts: view.numbers(Section::WordStarts),
            texts: view.section(Section::WordTexts),
            use_starts: view.numbers(Section::UseStarts),
            uses: view.numbers(Section::Uses),
            traits: view.numbers(Section::NameTraits),
            variants: table(Section::VariantStarts, Section::Variants),
            keys: table(Section::KeyStarts, Section::Keys),
        }
    }

    /// How many words there are.
    pub(super) fn len(self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// A word: small ASCII letters and digits.
    pub(super) fn text(self, word: u32) -> &'a [u8] {
        let (from, until) = self.starts.bounds(word as usize).unwrap_or_default();
        self.texts.get(from..until).unwrap_or(&[])
    }

    /// How many names have a word.
    pub(super) fn use_count(self, word: u32) -> usize {
        self.use_starts.bounds(word as usize).map_or(0, |(from, until)| until - from)
    }

    /// The names that have a word, in ascending order.
    pub(super) fn uses(self, word: u32) -> impl Iterator<Item = u32> + 'a {
        let (from, until) = self.use_starts.bounds(word as usize).unwrap_or_default();
        self.uses.part(from, until)
    }

    /// How much a word tells.
    pub(super) fn weight(self, word: u32) -> f32 {
        weight(self.use_count(word), self.name_count())
    }

    /// How much a word tells that no name has.
    pub(super) fn unknown_weight(self) -> f32 {
        weight(1, self.name_count())
    }

    /// How many names there are.
    pub(super) fn name_count(self) -> usize {
        self.traits.len() / 2
    }

    /// How much the words of a name tell together.
    pub(super) fn name_weight(self, name: u32) -> f32 {
        self.traits.get(name as usize * 2).map_or(0.0, f32::from_bits)
    }

    /// The letters with which its words begin, a bit for each.
    pub(super) fn name_initials(self, name: u32) -> u32 {
        self.traits.get(name as usize * 2 + 1).unwrap_or(0)
    }

    /// The words that are like one by letters or by a key, the likest first.
    pub(super) fn alike(self, word: &str) -> Vec<Alike> {
        let mut found = self.tied(word);
        let mut variants = Vec::new();
        keys::variants(word, &mut variants);
        let mut near: Vec<u32> = variants.iter().flat_map(|key| self.variants.get(*key)).collect();
        near.sort_unstable();
        near.dedup();
        let pattern = Pattern::new(word);
        found.extend(near.into_iter().filter_map(|word| self.spelled_alike(&pattern, word)));
        likest_first(found)
    }

    /// The words that have a key in common with one, the likest first.
    pub(super) fn tied_to(self, word: &str) -> Vec<Alike> {
        likest_first(self.tied(word))
    }

    fn tied(self, word: &str) -> Vec<Alike> {
        let keys = keys::keys(word).into_iter();
        keys.flat_map(|(key, tie)| {
            self.keys.get(key).map(move |word| Alike { word, likeness: tie.likeness() })
        })
        .collect()
    }

    /// A word as one that is like another by its letters; `None` where it is not.
    fn spelled_alike(self, pattern: &Pattern, word: u32) -> Option<Alike> {
        let (from, until) = self.starts.bounds(word as usize)?;
        let longer = pattern.length().max(until - from);
        let distance = pattern.distance(self.texts.get(from..until)?, keys::edits(longer))?;
        Some(Alike { word, likeness: 1.0 - 1.2 * distance as f32 / longer.max(1) as f32 })
    }

    /// The number of a word, if a name has it.
    pub(super) fn exactly(self, word: &str) -> Option<u32> {
        let key = keys::spelt(word);
        self.keys.get(key).find(|other| self.text(*other) == word.as_bytes())
    }
}

/// Each word once, by the strongest of the ways in which it is like.
fn likest_first(mut found: Vec<Alike>) -> Vec<Alike> {
    found.sort_unstable_by(|one, other| {
        one.word.cmp(&other.word).then(other.likeness.total_cmp(&one.likeness))
    });
    found.dedup_by_key(|alike| alike.word);
    found.sort_unstable_by(|one, other| {
        other.likeness.total_cmp(&one.likeness).then(one.word.cmp(&other.word))
    });
    found
}
