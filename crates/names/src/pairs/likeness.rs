//! How alike two parties are in one thing that is known of both.

use super::described::{Held, Known, Row};
use super::traits::{self, Trait};
use crate::party::PartialDate;

/// What is known of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Names,
    /// Days of birth of both.
    Birth,
    /// Birth, of one by the year or the month only.
    BirthYear,
    Place,
    Mail,
    Telephone,
}

/// How many fields there are.
pub(super) const FIELDS: usize = 6;

/// How many steps a field has at most.
pub(super) const STEPS: usize = 6;

/// How alike two values of a field are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Likeness {
    pub(super) field: Field,
    /// 0 where they are the same, then further and further apart; the last step of a field is "another".
    pub(super) step: u8,
    /// How rare it is that two parties are as much alike by chance, in bits.
    pub(super) rare: f32,
}

/// The most bits for an address of mail that is made of its owner's name: among those of one name several have it.
const OF_NAME: f32 = 8.0;

/// Days of birth of those who live, or are in registers: 60 years of days, as bits.
const DAYS: f32 = 14.4;

/// Of those, the days that differ from one in a field by a slip (31 of the month, 12 months, 20 years), as bits.
const SLIPS: f32 = 6.0;

/// The days around one that are as near as [`NEAR`], as bits.
const AROUND: f32 = 7.6;

/// Days by which a birth is off where it was reckoned from an age or a season.
const NEAR: u32 = 100;

/// Bits for a year of birth, or a month of a year, where no more is known of one.
const YEAR: f32 = 5.9;

/// A misspelt value is by so many bits less rare at least than a single party is.
const NEIGHBOURS: f32 = 3.0;

/// How alike the births of two parties are.
pub(super) fn of_births(one: &Row, other: &Row, known: &Known) -> Option<Likeness> {
    closest(&one.births, &other.births, |one, other| Some(born(*one, *other, known)))
}

/// How alike two parties are in their traits of one sort.
pub(super) fn of_traits(sort: Trait, one: &Row, other: &Row, known: &Known) -> Option<Likeness> {
    closest(&one.traits, &other.traits, |one, other| {
        (one.sort == sort && other.sort == sort).then(|| alike(one, other, known))
    })
}

/// The closest of all alternatives; nothing where one has none.
fn closest<T>(one: &[T], other: &[T], alike: impl Fn(&T, &T) -> Option<Likeness>) -> Option<Likeness> {
    let all = one.iter().flat_map(|one| other.iter().map(move |other| (one, other)));
    all.filter_map(|(one, other)| alike(one, other))
        .reduce(|best, next| if (next.step, -next.rare) < (best.step, -best.rare) { next } else { best })
}

/// How alike two traits of one sort are.
fn alike(one: &Held, other: &Held, known: &Known) -> Likeness {
    let field = match one.sort {
        Trait::Place => Field::Place,
        Trait::Mail => Field::Mail,
        Trait::Telephone => Field::Telephone,
    };
    let (rarity, rarity_of_other) = (known.trait_rarity(one.number), known.trait_rarity(other.number));
    let most = if one.is_of_name { OF_NAME } else { f32::INFINITY };
    let text = |held: &Held| (held.shape, known.trait_text(held));
    let (step, rare) = match one.number == other.number {
        true => (0, rarity.min(most)),
        // Whoever has the commoner one is the likelier to have been meant.
        false if traits::is_misspelt(one.sort, text(one), text(other)) => {
            (1, rarity.min(rarity_of_other).min(known.rarest() - NEIGHBOURS).min(most / 2.0).max(0.0))
        }
        false => (2, 0.0),
    };
    Likeness { field, step, rare }
}

/// How alike two births are.
fn born(one: PartialDate, other: PartialDate, known: &Known) -> Likeness {
    let (Some(day), Some(day_of_other)) = (known_day(one), known_day(other)) else {
        let is_same_month = one.month.is_none() || other.month.is_none() || one.month == other.month;
        let is_new_year = [one, other].iter().any(|date| date.month.zip(date.day) == Some((1, 1)));
        let is_same = one.year == other.year && (is_same_month || is_new_year);
        let (step, rare) = if is_same { (0, YEAR) } else { (1, 0.0) };
        return Likeness { field: Field::BirthYear, step, rare };
    };
    let is_exchanged = day == (day_of_other.1, day_of_other.0);
    let is_slip = match (one.year == other.year, day == day_of_other) {
        (true, _) => is_exchanged || day.0 == day_of_other.0 || day.1 == day_of_other.1,
        (false, true) => is_one_digit(one.year, other.year) || one.year.abs_diff(other.year) == 1,
        (false, false) => false,
    };
    let (step, rare) = match is_slip {
        _ if one == other => (0, known.birth_rarity(one).min(DAYS)),
        true => (1, DAYS - SLIPS),
        false if days(one).abs_diff(days(other)) <= NEAR => (2, DAYS - AROUND),
        false => (3, 0.0),
    };
    Likeness { field: Field::Birth, step, rare }
}

/// Days since the year 0, every month of 31: near enough to say what is near.
fn days(date: PartialDate) -> u32 {
    let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
    u32::from(date.year) * 365 + u32::from(month) * 365 / 12 + u32::from(day)
}

/// Month and day. The first of January is what registers write where only the year is known.
fn known_day(date: PartialDate) -> Option<(u8, u8)> {
    date.month.zip(date.day).filter(|day| *day != (1, 1))
}

/// Whether years of four digits differ in one, or have two exchanged.
fn is_one_digit(one: u16, other: u16) -> bool {
    let digits = |year: u16| [1000, 100, 10, 1].map(|place| year / place % 10);
    let (one, other) = (digits(one), digits(other));
    let differing: Vec<usize> = (0..4).filter(|place| one[*place] != other[*place]).collect();
    match differing[..] {
        [_] => true,
        [first, second] => one[first] == other[second] && one[second] == other[first],
        _ => false,
    }
}
