//! The few names of all that could be meant by another.

use std::collections::BinaryHeap;

use super::vocabulary::{Alike, Vocabulary};
use super::words::{self, Word, Words};
use crate::matching::Prepared;

/// Readings of names of a party that are looked up: nobody who is asked for has more names than that.
const MOST_READINGS: usize = 24;

/// A listed name and how much its words have in common with those asked for: the geometric mean of the parts of either's weight
/// that the other has, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) name: u32,
    pub(super) likeness: f32,
}

impl Eq for Candidate {}

/// The least likely is the greatest: it leaves a heap first.
impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        other.likeness.total_cmp(&self.likeness).then(self.name.cmp(&other.name))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Names that have less in common are no candidates.
pub(super) const LEAST_LIKENESS: f32 = 0.3;

/// What an initial that fits counts for: about as much as a word that one in fifteen names has.
const INITIAL_WEIGHT: f32 = 1.0;

/// Room for a search, used again by the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    slots: Vec<Slot>,
    touched: Vec<u32>,
    /// Of the form's first word, less one.
    first: u32,
    stamp: u32,
}

/// What a name has gathered.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// Of the last word that added something. Below that of the form's first word: nothing yet.
    stamp: u32,
    weight: f32,
}

/// A word that is asked for.
struct Asked {
    alike: Vec<Alike>,
    weight: f32,
    /// Whether it is one of the name's own words; else it stands beside them as another spacing.
    own: bool,
}

/// The likeliest names for a party, at most so many, the likeliest first.
pub(super) fn candidates(
    vocabulary: Vocabulary<'_>,
    party: &Prepared,
    most: usize,
    scratch: &mut Scratch,
) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for read in party.names().take(MOST_READINGS) {
        let words = Words::of(read);
        let asked = asked(vocabulary, &words.words);
        gather(vocabulary, &asked, scratch);
        let total: f32 = asked.iter().filter(|asked| asked.own).map(|asked| asked.weight).sum();
        all.extend(choose(vocabulary, scratch, (total, words.alone), most));
    }
    all.sort_by(|one, other| one.name.cmp(&other.name).then(other.likeness.total_cmp(&one.likeness)));
    all.dedup_by_key(|candidate| candidate.name);
    all.sort_by(|one, other| other.likeness.total_cmp(&one.likeness).then(one.name.cmp(&other.name)));
    all.truncate(most);
    all
}

/// The words of a form with those like them, what tells most first.
fn asked(vocabulary: Vocabulary<'_>, form: &[Word]) -> Vec<Asked> {
    let mut asked: Vec<Asked> = form
        .iter()
        .map(|word| {
            let alike = vocabulary.alike(word);
            let weight =
                alike.first().map_or(vocabulary.unknown_weight(), |best| vocabulary.weight(best.word));
            Asked { alike, weight, own: true }
        })
        .collect();
    asked.extend(otherwise_spaced(vocabulary, form));
    asked.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    asked
}

/// What a name would be asked for if its spaces stood elsewhere: `abdulrahman` for `abd al rahman`, by any key, and the other way
/// round, as both halves are written.
fn otherwise_spaced(vocabulary: Vocabulary<'_>, form: &[Word]) -> Vec<Asked> {
    let mut others: Vec<Asked> = Vec::new();
    let mut other = |alike: Vec<Alike>| {
        if let Some(best) = alike.first() {
            others.push(Asked { weight: vocabulary.weight(best.word), alike, own: false });
        }
    };
    words::joined(form).for_each(|joined| other(vocabulary.tied_to(&joined)));
    for word in form {
        for place in 2..word.letters.len().saturating_sub(1) {
            let (before, behind) = word.letters.split_at(place);
            let Some(before) = vocabulary.exactly(before) else { continue };
            let Some(behind) = vocabulary.exactly(behind) else { continue };
            [before, behind].into_iter().for_each(|word| other(vec![Alike { word, likeness: 1.0 }]));
        }
    }
    others
}

fn gather(vocabulary: Vocabulary<'_>, asked: &[Asked], scratch: &mut Scratch) {
    scratch.begin(vocabulary, asked.len());
    let total: f32 = asked.iter().filter(|asked| asked.own).map(|asked| asked.weight).sum();
    let mut left = total;
    for word in asked {
        scratch.stamp += 1;
        // A name that has none of the words so far cannot become a candidate by the rest alone.
        let opens = left >= LEAST_LIKENESS * LEAST_LIKENESS * total;
        for alike in &word.alike {
            let weight = alike.likeness * word.weight.min(vocabulary.weight(alike.word));
            for name in vocabulary.uses(alike.word) {
                scratch.add(name, weight, opens);
            }
        }
        left -= if word.own { word.weight } else { 0.0 };
    }
}

impl Scratch {
    fn begin(&mut self, vocabulary: Vocabulary<'_>, words: usize) {
        let names = vocabulary.name_count();
        let is_worn = u32::MAX - self.stamp <= words as u32 + 1;
        if self.slots.len() != names || is_worn {
            self.slots = vec![Slot::default(); names];
            self.stamp = 0;
        }
        self.touched.clear();
        self.stamp += 1;
        self.first = self.stamp;
    }

    /// What a word adds to a name: once, from the likest of the words that are like it, which come first.
    fn add(&mut self, name: u32, weight: f32, opens: bool) {
        let (first, stamp) = (self.first, self.stamp);
        let Some(slot) = self.slots.get_mut(name as usize) else { return };
        if slot.stamp == stamp {
            return;
        }
        if slot.stamp > first {
            *slot = Slot { stamp, weight: slot.weight + weight };
        } else if opens {
            *slot = Slot { stamp, weight };
            self.touched.push(name);
        }
    }
}

fn choose(
    vocabulary: Vocabulary<'_>,
    scratch: &Scratch,
    (total, initials): (f32, u32),
    most: usize,
) -> Vec<Candidate> {
    let mut best: BinaryHeap<Candidate> = BinaryHeap::with_capacity(most + 1);
    let total = total + INITIAL_WEIGHT * initials.count_ones() as f32;
    for name in &scratch.touched {
        let Some(slot) = scratch.slots.get(*name as usize) else { continue };
        let fitting = initials & vocabulary.name_initials(*name);
        let weight = slot.weight + INITIAL_WEIGHT * fitting.count_ones() as f32;
        let least = best.peek().filter(|_| best.len() >= most).map_or(LEAST_LIKENESS, |least| least.likeness);
        let of_asked = (weight / total).min(1.0);
        if of_asked.sqrt() < least {
            continue;
        }
        let of_name = (weight / vocabulary.name_weight(*name)).min(1.0);
        let likeness = (of_asked * of_name).sqrt();
        if likeness >= least {
            best.push(Candidate { name: *name, likeness });
            if best.len() > most {
                best.pop();
            }
        }
    }
    best.into_vec()
}
