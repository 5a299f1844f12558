//! How likely two parties are one.

use super::Pairing;
use super::described::{Known, Row};
use super::learning::Learnt;
use super::likeness::{self, Field, Likeness};
use super::traits::Trait;
use super::wording;
use crate::matching::{self, Prepared};

/// What speaks for (above 0) and against two parties being one, in bits: one bit more makes it twice as likely.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Evidence {
    /// Their names: by how like they are, and how rare.
    pub names: f32,
    /// Days of birth.
    pub births: f32,
    /// Places.
    pub places: f32,
    /// Addresses of mail, telephone numbers, identifiers.
    pub contacts: f32,
}

impl Evidence {
    /// All together.
    #[must_use]
    pub fn sum(self) -> f32 {
        self.names + self.births + self.places + self.contacts
    }

    fn add(&mut self, field: Field, bits: f32) {
        let part = match field {
            Field::Names => &mut self.names,
            Field::Birth | Field::BirthYear => &mut self.births,
            Field::Place => &mut self.places,
            Field::Mail | Field::Telephone => &mut self.contacts,
        };
        *part += bits;
    }
}

pub(super) struct Weighing<'a> {
    rows: &'a [Row],
    prepared: &'a [Prepared],
    known: &'a Known,
    /// For each party, how many bits it takes to tell one with its rarest name from all others.
    rarities: Vec<f32>,
    learnt: Learnt,
}

impl<'a> Weighing<'a> {
    /// Learns from the pairs that are to be weighed.
    pub(super) fn new(pairing: &'a Pairing, pairs: &[(u32, u32)]) -> Self {
        let Pairing { rows, prepared, known } = pairing;
        let rarity = |name: &[u32]| name.iter().map(|word| known.word_rarity(known.word(*word))).sum::<f32>();
        let rarest = |row: &Row| row.names.iter().map(|name| rarity(name)).fold(0.0, f32::max);
        let rarities = rows.iter().map(rarest).collect();
        let mut weighing = Self { rows, prepared, known, rarities, learnt: Learnt::beforehand(rows.len()) };
        let step = Learnt::every(pairs.len());
        let sample: Vec<Vec<Likeness>> =
            pairs.iter().step_by(step).map(|pair| weighing.likenesses(*pair)).collect();
        weighing.learnt.learn(&sample, step);
        weighing
    }

    /// How likely two parties are one.
    pub(super) fn likely(&self, evidence: Evidence) -> f32 {
        self.learnt.likely(evidence.sum())
    }

    /// What speaks for and against two parties, given by their places.
    pub(super) fn weigh(&self, pair: (u32, u32)) -> Evidence {
        let mut evidence = Evidence::default();
        for likeness in self.besides_names(pair) {
            evidence.add(likeness.field, self.learnt.bits(likeness));
        }
        // However alike the names are, it may not do.
        if self.learnt.likely(evidence.sum() + self.rarity(pair)) >= UNLIKELY
            && let Some(likeness) = self.of_names(pair)
        {
            evidence.add(likeness.field, self.learnt.bits(likeness));
        }
        evidence
    }

    fn likenesses(&self, pair: (u32, u32)) -> Vec<Likeness> {
        self.besides_names(pair).chain(self.of_names(pair)).collect()
    }

    /// Of the two parties' names the commoner's rarity: a misspelt name is rarer than it should be.
    fn rarity(&self, (one, other): (u32, u32)) -> f32 {
        self.rarities[one as usize].min(self.rarities[other as usize])
    }

    fn of_names(&self, pair: (u32, u32)) -> Option<Likeness> {
        let (one, other) = (pair.0 as usize, pair.1 as usize);
        let likeness = wording::of_names(&self.rows[one], &self.rows[other], self.known)?;
        let is_same = || matching::score(&self.prepared[one], &self.prepared[other]) >= SAME_NAME;
        Some(match wording::is_conflict(likeness) && is_same() {
            true => wording::put_otherwise(self.rarity(pair)),
            false => likeness,
        })
    }

    fn besides_names(&self, (one, other): (u32, u32)) -> impl Iterator<Item = Likeness> {
        let (one, other) = (&self.rows[one as usize], &self.rows[other as usize]);
        let of = |sort| likeness::of_traits(sort, one, other, self.known);
        [likeness::of_births(one, other, self.known), of(Trait::Place), of(Trait::Mail), of(Trait::Telephone)]
            .into_iter()
            .flatten()
    }
}

/// From this score on the matcher of screening holds names for one that do not agree word by word: words that are written together, acronyms.
const SAME_NAME: f64 = 0.9;

/// Two parties that are no likelier one than this are not looked at further.
const UNLIKELY: f32 = 0.5;
