//! The few names of all that could be meant by another.

use std::collections::BinaryHeap;

use super::asked::{Asked, Lately};
use super::vocabulary::Vocabulary;
use super::words::Words;
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
    lately: Lately,
    found: Found,
}

/// What was found for one reading of a name.
#[derive(Debug, Default)]
struct Found {
    slots: Vec<Slot>,
    weights: Vec<f32>,
    touched: Vec<u32>,
}

/// A name during a search, in few bytes: of most names that have a word of those asked for no more is looked at than this.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// The last word that added something, from 1; 0: nothing yet.
    last: u8,
    /// How much the words of the name tell together, at least, in [`COARSE`].
    tells: u8,
}

/// Steps of what a name tells: the longest tell more than 50.
const COARSE: f32 = 0.25;

/// Which names are asked for.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// So many, and what is all but the same.
    pub(super) most: usize,
    /// Of those alone that come into question: what does not takes no other's place.
    pub(super) among: &'a dyn Fn(u32) -> bool,
}

/// Names that have so much in common are all but the same: as many as bear one are compared, be they on ten lists, ...
pub(super) const SAME: f32 = 0.95;

/// ... up to so many; nobody may want more.
pub(super) const MOST_SAME: usize = 256;

/// The likeliest names for a party, the likeliest first.
pub(super) fn candidates(
    vocabulary: Vocabulary<'_>,
    party: &Prepared,
    wanted: Wanted<'_>,
    scratch: &mut Scratch,
) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for read in party.names().take(MOST_READINGS) {
        let words = Words::of(read);
        let asked = scratch.lately.asked(vocabulary, &words.words);
        let found = &mut scratch.found;
        gather(vocabulary, &asked, words.alone, wanted, found);
        let total: f32 = asked.iter().filter(|asked| asked.own).map(|asked| asked.weight).sum();
        all.extend(choose(vocabulary, found, (total, words.alone), wanted));
    }
    all.sort_by(|one, other| one.name.cmp(&other.name).then(other.likeness.total_cmp(&one.likeness)));
    all.dedup_by_key(|candidate| candidate.name);
    all.sort_by(|one, other| other.likeness.total_cmp(&one.likeness).then(one.name.cmp(&other.name)));
    let same = all.partition_point(|candidate| candidate.likeness >= SAME);
    all.truncate(same.clamp(wanted.most, MOST_SAME));
    all
}

fn gather(
    vocabulary: Vocabulary<'_>,
    asked: &[Asked<'_>],
    alone: u32,
    wanted: Wanted<'_>,
    found: &mut Found,
) {
    found.begin(vocabulary);
    let own = |asked: &&Asked<'_>| asked.own;
    let total: f32 = asked.iter().filter(own).map(|asked| asked.weight).sum();
    let initials = INITIAL_WEIGHT * alone.count_ones() as f32;
    let mut left = total;
    let mut least = LEAST_LIKENESS * ROUNDING;
    let mut to_come: f32 = asked.iter().map(|asked| asked.weight).sum();
    for (number, word) in (1..=u8::MAX).zip(asked) {
        // A name that has none of the words so far cannot become a candidate by the rest alone.
        let opens = left >= LEAST_LIKENESS * LEAST_LIKENESS * total;
        let uses = word.alike.iter().map(|alike| vocabulary.use_count(alike.word)).sum::<usize>();
        // To rank all costs about as much as to add so many.
        if opens && uses > found.touched.len() {
            least = least_of(&choose(vocabulary, found, (total + initials, 0), wanted), wanted.most);
        }
        // Nor can one whose words tell so much that the rest is too little of them: see the likeness of a candidate.
        let (rest, all) = (to_come + initials, total + initials);
        let is_closed = !opens || rest < least * least * all;
        let room = if is_closed { 0.0 } else { rest * rest / (all * least * least) };
        let room = (room / COARSE) as u8;
        for alike in word.alike {
            let weight = alike.likeness * word.weight.min(vocabulary.weight(alike.word));
            for name in vocabulary.uses(alike.word) {
                found.add(name, (number, weight), room);
            }
        }
        left -= if word.own { word.weight } else { 0.0 };
        to_come -= word.weight;
    }
}

/// What rounding may have taken from a likeness, and more.
const ROUNDING: f32 = 0.999;

impl Found {
    fn begin(&mut self, vocabulary: Vocabulary<'_>) {
        let names = vocabulary.name_count();
        if self.slots.len() != names {
            let tells = |name| (vocabulary.name_weight(name) / COARSE).min(255.0) as u8;
            let slots = (0..names as u32).map(|name| Slot { last: 0, tells: tells(name) }).collect();
            *self = Self { slots, weights: vec![0.0; names], ..Self::default() };
        }
        for name in self.touched.drain(..) {
            self.slots[name as usize].last = 0;
        }
    }

    /// What a word adds to a name: once, from the likest of the words that are like it, which come first. A name that has nothing yet is
    /// passed over if its words tell more than there is room for.
    fn add(&mut self, name: u32, (number, weight): (u8, f32), room: u8) {
        let at = name as usize;
        let Some(slot) = self.slots.get_mut(at) else { return };
        if slot.last == number || slot.last == 0 && slot.tells > room {
            return;
        }
        if slot.last == 0 {
            self.weights[at] = weight;
            self.touched.push(name);
        } else {
            self.weights[at] += weight;
        }
        slot.last = number;
    }

    /// No less than the square of the likeness of a name, without looking it up: most names are passed over by this alone.
    fn at_most(&self, name: u32, weight: f32, total: f32) -> f32 {
        let tells = f32::from(self.slots[name as usize].tells) * COARSE;
        weight / total * (weight / tells).min(1.0)
    }
}

/// The likeness that a name must reach to be among the likeliest when so much is known of some: other words can only raise it.
fn least_of(chosen: &[Candidate], most: usize) -> f32 {
    let least = chosen.iter().map(|candidate| candidate.likeness).fold(SAME, f32::min);
    if chosen.len() < most { LEAST_LIKENESS * ROUNDING } else { least * ROUNDING }
}

/// How much a name has in common with what is asked for, of which both tell so much.
fn likeness(vocabulary: Vocabulary<'_>, name: u32, weight: f32, total: f32) -> f32 {
    let of_asked = (weight / total).min(1.0);
    let of_name = (weight / vocabulary.name_weight(name)).min(1.0);
    (of_asked * of_name).sqrt()
}

/// The likeliest of the names that were found; of those that are all but the same as many as there are.
fn choose(
    vocabulary: Vocabulary<'_>,
    found: &Found,
    (total, initials): (f32, u32),
    wanted: Wanted<'_>,
) -> Vec<Candidate> {
    let mut best: BinaryHeap<Candidate> = BinaryHeap::with_capacity(wanted.most + 1);
    let mut further = Vec::new();
    let total = total + INITIAL_WEIGHT * initials.count_ones() as f32;
    for name in &found.touched {
        let fitting = if initials == 0 { 0 } else { initials & vocabulary.name_initials(*name) };
        let weight = found.weights[*name as usize] + INITIAL_WEIGHT * fitting.count_ones() as f32;
        let least = best.peek().filter(|_| best.len() >= wanted.most);
        let least = least.map_or(LEAST_LIKENESS, |least| least.likeness.min(SAME));
        if found.at_most(*name, weight, total) < least * least * ROUNDING {
            continue;
        }
        let likeness = likeness(vocabulary, *name, weight, total);
        if likeness >= least && (wanted.among)(*name) {
            best.push(Candidate { name: *name, likeness });
            if best.len() > wanted.most {
                further.extend(best.pop().filter(|least| least.likeness >= SAME));
            }
        }
    }
    further.extend(best);
    further
}
