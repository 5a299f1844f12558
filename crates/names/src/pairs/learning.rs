//! What parties that are one have in common, learnt from the parties themselves.
//!
//! How often two who are one write a name, a day, a place in the same way depends on the register, and nobody says beforehand who is one.
//! Expectation and maximisation (Dempster, Laird and Rubin 1977; for record linkage Winkler 1988, as Splink has it): weigh all pairs, take each for
//! one as far as it is likely, count how alike those are, weigh again. How often two agree by chance is counted, not learnt.

use super::likeness::{FIELDS, Field, Likeness, STEPS};
use super::wording::CONFLICT;

/// Of pairs that are one, how many are how far apart in each field, beforehand: as registers of people are. Beside each step "another".
const BEFOREHAND: [[f32; STEPS]; FIELDS] = [
    [0.70, 0.14, 0.06, 0.03, 0.05, 0.02],
    [0.88, 0.07, 0.02, 0.03, 0.0, 0.0],
    [0.95, 0.05, 0.0, 0.0, 0.0, 0.0],
    [0.75, 0.05, 0.2, 0.0, 0.0, 0.0],
    [0.70, 0.08, 0.22, 0.0, 0.0, 0.0],
    [0.70, 0.05, 0.25, 0.0, 0.0, 0.0],
];

/// What is known beforehand counts as much as so many pairs.
const STRENGTH: f32 = 50.0;

/// Pairs that are learnt from at most.
const SAMPLE: usize = 100_000;

/// Rounds of weighing and counting; after ten nothing changes much.
const ROUNDS: usize = 12;

/// At most so many of those that are one have another name for one they had: where more seem to, they are families, colleagues, namesakes, whose
/// days of birth fall together by chance.
const RENAMED: f32 = 0.06;

/// What was learnt.
#[derive(Debug)]
pub(super) struct Learnt {
    /// Of those that are one, how many are so far apart, in bits: at most 0.
    shares: [[f32; STEPS]; FIELDS],
    /// Bits against two parties being one, before anything is known of them.
    against: f32,
    count: f32,
}

impl Learnt {
    /// What is expected of so many parties: half as many pairs.
    pub(super) fn beforehand(count: usize) -> Self {
        let count = count.max(2) as f32;
        Self { shares: BEFOREHAND.map(|shares| shares.map(f32::log2)), against: count.log2(), count }
    }

    /// Each which of so many pairs is to be learnt from.
    pub(super) fn every(pairs: usize) -> usize {
        pairs.div_ceil(SAMPLE).max(1)
    }

    /// Learns from pairs, of which each stands for so many.
    pub(super) fn learn(&mut self, pairs: &[Vec<Likeness>], each: usize) {
        for _ in 0..ROUNDS {
            let mut counts = BEFOREHAND.map(|shares| shares.map(|share| share * STRENGTH));
            let mut ones = 0.0;
            for pair in pairs {
                let likely = self.likely(pair.iter().map(|likeness| self.bits(*likeness)).sum());
                ones += likely;
                for likeness in pair {
                    counts[likeness.field as usize][usize::from(likeness.step)] += likely;
                }
            }
            self.shares = counts.map(|steps| {
                let all: f32 = steps.iter().sum();
                steps.map(|step| (step / all).log2())
            });
            let renamed = &mut self.shares[Field::Names as usize][usize::from(CONFLICT)];
            *renamed = renamed.min(RENAMED.log2());
            let fewest = self.count / 2.0;
            self.against = (self.count * self.count / 2.0 / (ones * each as f32).max(fewest)).log2();
        }
    }

    /// Bits for and against two parties that are so much alike.
    pub(super) fn bits(&self, likeness: Likeness) -> f32 {
        likeness.rare + self.shares[likeness.field as usize][usize::from(likeness.step)]
    }

    /// How likely two parties are one of which so many bits speak.
    pub(super) fn likely(&self, bits: f32) -> f32 {
        1.0 / (1.0 + (self.against - bits).exp2())
    }
}
