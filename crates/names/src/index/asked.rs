//! The words that a name is asked for by, each with the words of the vocabulary that are like it.

use std::collections::HashMap;

use super::vocabulary::{Alike, Vocabulary};
use super::words::{self, Word};

/// A word that is asked for.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    /// The likest first.
    pub(super) alike: &'a [Alike],
    pub(super) weight: f32,
    /// Whether it is one of the name's own words; else it stands beside them as another spacing.
    pub(super) own: bool,
}

/// Words that are looked up at once, those that tell most first: as many as a slot of a search can tell apart.
const MOST_ASKED: usize = u8::MAX as usize;

/// Words that were looked up lately. Tables of people have few given names, and those of one place the same family names.
#[derive(Debug, Default)]
pub(super) struct Lately {
    words: HashMap<Word, Looked>,
    /// Two or three neighbours as one.
    joined: HashMap<Word, Vec<Alike>>,
}

/// Words that are kept: some 2 MB with what is like them.
const MOST_KEPT: usize = 4096;

/// What the vocabulary has for a word.
#[derive(Debug)]
struct Looked {
    alike: Vec<Alike>,
    /// Words that it would be if a space stood in it.
    halves: Vec<[Alike; 1]>,
}

impl Lately {
    /// The words of a form with those like them, what tells most first.
    pub(super) fn asked(&mut self, vocabulary: Vocabulary<'_>, form: &[Word]) -> Vec<Asked<'_>> {
        self.look_up(vocabulary, form);
        let of = |alike, own| {
            let weight = |best: &Alike| vocabulary.weight(best.word);
            let weight = <[Alike]>::first(alike).map_or(vocabulary.unknown_weight(), weight);
            Asked { alike, weight, own }
        };
        let looked = || form.iter().filter_map(|word| self.words.get(word));
        let own = looked().map(|word| of(&word.alike, true));
        // What a name would be asked for if its spaces stood elsewhere: `abdulrahman` for `abd al rahman`, and the other way round.
        let joined = words::joined(form).filter_map(|joined| self.joined.get(&joined));
        let joined = joined.filter(|alike| !alike.is_empty()).map(|alike| of(alike, false));
        let halves = looked().flat_map(|word| &word.halves).map(|half| of(&half[..], false));
        let mut asked: Vec<Asked<'_>> = own.chain(joined).chain(halves).collect();
        asked.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        asked.truncate(MOST_ASKED);
        asked
    }

    fn look_up(&mut self, vocabulary: Vocabulary<'_>, form: &[Word]) {
        if self.words.len() + self.joined.len() > MOST_KEPT {
            *self = Self::default();
        }
        for word in form {
            if !self.words.contains_key(word) {
                let looked = Looked { alike: vocabulary.alike(word), halves: halves(vocabulary, word) };
                self.words.insert(word.clone(), looked);
            }
        }
        for joined in words::joined(form) {
            self.joined.entry(joined).or_insert_with_key(|joined| vocabulary.tied_to(joined));
        }
    }
}

/// The words that a word would be if a space stood in it, as both are written: `abd al` for `abdal`.
fn halves(vocabulary: Vocabulary<'_>, word: &Word) -> Vec<[Alike; 1]> {
    let exactly = |letters| Some([Alike { word: vocabulary.exactly(letters)?, likeness: 1.0 }]);
    let places = 2..word.letters.len().saturating_sub(1);
    let parts = places.map(|place| word.letters.split_at(place));
    parts.filter_map(|(before, behind)| Some([exactly(before)?, exactly(behind)?])).flatten().collect()
}
