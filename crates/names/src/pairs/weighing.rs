//! How likely two parties are one.

use super::described::{Held, Known, Row, Trait};
use crate::index::keys::Pattern;
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
const UNSAYING: f32 = 0.65;

/// The score from which two names are the same, as far as both are known.
const SAME: f32 = 0.95;

/// Bits against two parties of other names: of a thousand duplicates one has no name right.
const OTHER_NAMES: f32 = -12.0;

/// The score of two names from which downwards they are other names.
const OTHER: f32 = 0.25;

/// The most bits for an address of mail that is made of its owner's name: among those of one name several have it.
const OF_NAME: f32 = 8.0;

/// Bits against two who live in other places: people move.
const OTHER_PLACE: f32 = -1.5;

/// Bits against two with other addresses of mail: people have several.
const OTHER_CONTACT: f32 = -1.5;

/// Bits for a day of birth that is the same: of two people one in 2^14 has the day of the other.
const SAME_DAY: f32 = 13.5;

/// Bits for days of which one field differs by a slip: a digit, day and month exchanged.
const SLIP: f32 = 6.0;

/// Bits for a year, or a month of a year, where no more is known of one.
const SAME_YEAR: f32 = 5.0;

/// Bits against two people with other days of birth.
const OTHER_DAY: f32 = -9.0;

/// Of the bits for a trait that is the same, what one counts for that is misspelt.
const MISSPELT: f32 = 0.6;

pub(super) struct Weighing<'a> {
    rows: &'a [Row],
    known: &'a Known,
    /// Bits against two parties of so many being one, before anything is known of them.
    against: f32,
    count: f32,
    /// For each party, how many bits it takes to tell one with its names from all others.
    rarities: Vec<f32>,
}

impl<'a> Weighing<'a> {
    pub(super) fn new(rows: &'a [Row], known: &'a Known) -> Self {
        let count = rows.len().max(2) as f32;
        let bits = |sound: u32| (count / known.word_count(sound).max(1) as f32).log2();
        let rarity = |row: &Row| row.words.iter().map(|(sound, _)| bits(*sound)).sum::<f32>();
        let against = count.log2();
        let rarities = rows.iter().map(|row| rarity(row).min(2.0 * against)).collect();
        Self { rows, known, against, count, rarities }
    }

    /// How likely two parties are one.
    pub(super) fn likely(&self, evidence: Evidence) -> f32 {
        1.0 / (1.0 + (self.against - evidence.sum()).exp2())
    }

    /// What speaks for and against two parties, given by their places.
    pub(super) fn weigh(&self, (one, other): (u32, u32)) -> Evidence {
        let (place, place_of_other) = (one as usize, other as usize);
        let (Some(one), Some(other)) = (self.rows.get(place), self.rows.get(place_of_other)) else {
            return Evidence::default();
        };
        let births = best(&one.births, &other.births, |one, other| Some(born(*one, *other)));
        let of_sort = |sort| {
            best(&one.traits, &other.traits, |one, other| {
                (one.sort == sort && other.sort == sort).then(|| self.alike(one, other))
            })
        };
        let contacts = of_sort(Trait::Mail) + of_sort(Trait::Telephone);
        let mut evidence = Evidence { names: 0.0, births, places: of_sort(Trait::Place), contacts };
        let most = self.rarities[place].min(self.rarities[place_of_other]);
        if evidence.sum() + most < self.against {
            // However alike the names are, it will not do.
            return evidence;
        }
        let score = matching::score(&one.names, &other.names) as f32;
        evidence.names = match score < UNSAYING {
            true => OTHER_NAMES * ((UNSAYING - score) / (UNSAYING - OTHER)).min(1.0),
            false => most * ((score - UNSAYING) / (SAME - UNSAYING)).min(1.0),
        };
        evidence
    }

    /// Bits for and against two traits of one sort being of one party.
    fn alike(&self, one: &Held, other: &Held) -> f32 {
        let bits = |held: &Held| (self.count / self.known.trait_count(held.number).max(1) as f32).log2();
        match one.sort {
            _ if one.number == other.number && one.is_of_name => bits(one).min(OF_NAME),
            _ if one.number == other.number => bits(one),
            Trait::Mail if one.is_of_name && misspelt(one, other) => OF_NAME / 2.0,
            _ if misspelt(one, other) => MISSPELT * bits(one).max(bits(other)).min(self.against - 3.0),
            Trait::Place => OTHER_PLACE,
            Trait::Mail | Trait::Telephone => OTHER_CONTACT,
        }
    }
}

/// The most that any two alternatives say; nothing where one has none.
fn best<T>(one: &[T], other: &[T], bits: impl Fn(&T, &T) -> Option<f32>) -> f32 {
    let all = one.iter().flat_map(|one| other.iter().map(move |other| (one, other)));
    all.filter_map(|(one, other)| bits(one, other)).reduce(f32::max).unwrap_or(0.0)
}

/// Bits for and against two days of birth being of one party.
fn born(one: PartialDate, other: PartialDate) -> f32 {
    let (Some(day), Some(day_of_other)) = (known_day(one), known_day(other)) else {
        let is_same_month = one.month.is_none() || other.month.is_none() || one.month == other.month;
        let is_new_year = [one, other].iter().any(|date| date.month.zip(date.day) == Some((1, 1)));
        return if one.year == other.year && (is_same_month || is_new_year) { SAME_YEAR } else { OTHER_DAY };
    };
    let is_exchanged = day == (day_of_other.1, day_of_other.0);
    match (one.year == other.year, day == day_of_other) {
        (true, true) => SAME_DAY,
        (true, false) if is_exchanged || day.0 == day_of_other.0 || day.1 == day_of_other.1 => SLIP,
        (false, true) if is_one_digit(one.year, other.year) || one.year.abs_diff(other.year) == 1 => SLIP,
        _ => OTHER_DAY,
    }
}

/// Month and day. The first of January is what registers write where only the year is known.
fn known_day(date: PartialDate) -> Option<(u8, u8)> {
    date.month.zip(date.day).filter(|day| *day != (1, 1))
}

/// Whether years of four digits differ in one.
fn is_one_digit(one: u16, other: u16) -> bool {
    [1000, 100, 10, 1].into_iter().filter(|place| one / place % 10 != other / place % 10).count() == 1
}

/// Whether two texts differ by few letters: one in five. Digits are no letters: another house, another year.
fn misspelt(one: &Held, other: &Held) -> bool {
    let (length, length_of_other) = (one.telling().len(), other.telling().len());
    let most = length.max(length_of_other) / 5;
    // Each letter that is another changes at most two of those that occur.
    if most == 0
        || length.abs_diff(length_of_other) > most
        || (one.letters ^ other.letters).count_ones() as usize > 2 * most
    {
        return false;
    }
    let (one, other) = (one.telling(), other.telling());
    let digits = |text: &'_ [u8]| text.iter().copied().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    digits(one) == digits(other) && Pattern::new(one).distance(other, most).is_some()
}
