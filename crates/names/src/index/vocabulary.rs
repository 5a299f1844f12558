//! Every word of every name, and the names that have it.

use super::bytes::Numbers;
use super::keys::{self, Pattern};
use super::layout::Section;
use super::open::View;
use super::table::Table;
use super::words::Word;

/// How much a word tells that so many of all names have: the logarithm of how rare it is.
pub(super) fn weight(names_with: usize, names: usize) -> f32 {
    (1.0 + names as f32 / names_with.max(1) as f32).ln()
}

/// Words that are like one, mostly: room for them.
const USUAL: usize = 256;

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
    pub(super) fn alike(self, word: &Word) -> Vec<Alike> {
        let mut found = self.tied(word);
        let mut variants = Vec::new();
        keys::variants(&word.letters, &mut variants);
        let mut near = Vec::with_capacity(USUAL);
        self.variants.get_all(&variants, &mut near);
        near.sort_unstable();
        near.dedup();
        let pattern = Pattern::new(word.letters.as_bytes());
        found.extend(near.into_iter().filter_map(|word| self.spelled_alike(&pattern, word)));
        likest_first(found)
    }

    /// The words that have a key in common with one, the likest first.
    pub(super) fn tied_to(self, word: &Word) -> Vec<Alike> {
        likest_first(self.tied(word))
    }

    fn tied(self, word: &Word) -> Vec<Alike> {
        let mut found = Vec::with_capacity(USUAL);
        for (key, tie) in word.keys() {
            let likeness = tie.likeness();
            found.extend(self.keys.get(key).map(|word| Alike { word, likeness }));
        }
        found
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
