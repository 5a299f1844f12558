//! How likely two parties are one.

use super::described::{Known, Row, Trait};
use crate::index::keys::Pattern;
use crate::index::words;
use crate::matching;
use crate::party::PartialDate;

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
}

/// The score of two names that says nothing; below it speaks against.
const UNSAYING: f32 = 0.55;

/// The score from which two names are the same.
const SAME: f32 = 0.95;

/// Bits that names without anything in common speak against two parties being one: of a thousand duplicates one has no name right.
const OTHER_NAMES: f32 = -10.0;

/// Bits for a day of birth that is the same: of two people one in 2^14 has the day of the other.
const SAME_DAY: f32 = 13.5;

/// Bits for days of which one field differs by a slip: a digit, day and month exchanged.
const SLIP: f32 = 7.0;

/// Bits for a year, or a month of a year, where no more is known of one.
const SAME_YEAR: f32 = 5.0;

/// Bits against two people with other days of birth.
const OTHER_DAY: f32 = -6.0;

/// Of the bits for a trait that is the same, what one counts for that is misspelt.
const MISSPELT: f32 = 0.6;

pub(super) struct Weighing<'a> {
    known: &'a Known,
    /// Bits against two parties of so many being one, before anything is known of them.
    against: f32,
    count: f32,
}

impl<'a> Weighing<'a> {
    pub(super) fn new(rows: &[Row], known: &'a Known) -> Self {
        let count = rows.len().max(2) as f32;
        Self { known, against: count.log2(), count }
    }

    /// How likely two parties are one.
    pub(super) fn likely(&self, evidence: Evidence) -> f32 {
        1.0 / (1.0 + (self.against - evidence.sum()).exp2())
    }

    pub(super) fn weigh(&self, one: &Row, other: &Row) -> Evidence {
        let births = best(&one.births, &other.births, |one, other| born(*one, *other));
        let of = |row: &Row, sort| row.traits.iter().filter(|one| one.0 == sort).cloned().collect::<Vec<_>>();
        let of_sort =
            |sort| best(&of(one, sort), &of(other, sort), |one, other| self.alike(sort, one, other));
        let contacts = of_sort(Trait::Mail) + of_sort(Trait::Telephone);
        let mut evidence = Evidence { names: 0.0, births, places: of_sort(Trait::Place), contacts };
        let most = self.rarity(one).min(self.rarity(other));
        if evidence.sum() + most < self.against {
            // However alike the names are, it will not do.
            return evidence;
        }
        let score = matching::score(&one.names, &other.names) as f32;
        evidence.names = match score < UNSAYING {
            true => OTHER_NAMES * (UNSAYING - score) / UNSAYING,
            false => most * ((score - UNSAYING) / (SAME - UNSAYING)).min(1.0),
        };
        evidence
    }

    /// How many bits it takes to tell one with these names from all others.
    fn rarity(&self, row: &Row) -> f32 {
        let bits = |sound: u32| (self.count / self.known.word_count(sound).max(1) as f32).log2();
        row.words.iter().map(|(sound, _)| bits(*sound)).sum::<f32>().min(2.0 * self.against)
    }

    /// Bits for and against two traits of one sort being of one party.
    fn alike(&self, sort: Trait, one: &(Trait, u32, Box<str>), other: &(Trait, u32, Box<str>)) -> f32 {
        let count = self.known.trait_count(one.1).min(self.known.trait_count(other.1));
        let same = (self.count / count.max(1) as f32).log2();
        match (one.1 == other.1, misspelt(&one.2, &other.2), sort) {
            (true, ..) => same,
            (_, true, _) => MISSPELT * same,
            (_, _, Trait::Place) => -1.5,
            (_, _, Trait::Mail | Trait::Telephone) => -2.0,
        }
    }
}

/// The most that any two alternatives say; nothing where one has none.
fn best<T>(one: &[T], other: &[T], bits: impl Fn(&T, &T) -> f32) -> f32 {
    let all = one.iter().flat_map(|one| other.iter().map(move |other| (one, other)));
    all.map(|(one, other)| bits(one, other)).reduce(f32::max).unwrap_or(0.0)
}

/// Bits for and against two days of birth being of one party.
fn born(one: PartialDate, other: PartialDate) -> f32 {
    let (Some(day), Some(day_of_other)) = (one.month.zip(one.day), other.month.zip(other.day)) else {
        let is_within = one.year == other.year
            && (one.month == other.month || one.month.is_none() || other.month.is_none());
        return if is_within { SAME_YEAR } else { OTHER_DAY };
    };
    let is_exchanged = day == (day_of_other.1, day_of_other.0);
    match (one.year == other.year, day == day_of_other) {
        (true, true) => SAME_DAY,
        (true, false) if is_exchanged || day.0 == day_of_other.0 || day.1 == day_of_other.1 => SLIP,
        (false, true) if misspelt(&one.year.to_string(), &other.year.to_string()) => SLIP,
        _ => OTHER_DAY,
    }
}

/// Whether two texts differ by few letters: one in four.
fn misspelt(one: &str, other: &str) -> bool {
    let cut = |text: &str| text.as_bytes()[..text.len().min(words::LONGEST_WORD)].to_vec();
    let (one, other) = (cut(one), cut(other));
    let most = one.len().max(other.len()) / 4;
    Pattern::new(&one).distance(&other, most).is_some()
}
