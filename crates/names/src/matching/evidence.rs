//! What is known besides names: births, countries, genders, identifiers.

use crate::party::{Gender, Kind, PartialDate};

use super::identifiers::Holds;
use super::weights as w;
use super::{How, Part, PartKind, Prepared};

/// What the evidence besides the names comes to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    pub points: f32,
    pub birth: Option<How>,
    pub country: Option<How>,
    pub gender: Option<How>,
    pub identifier: Option<How>,
}

impl Evidence {
    pub fn of(one: &Prepared, other: &Prepared) -> Self {
        let birth = closest_birth(&one.births, &other.births);
        let country = country(one, other);
        let gender = gender(&one.genders, &other.genders);
        let identifier = identifier(one, other);
        let points = [
            birth.map_or(0.0, birth_points),
            country.map_or(0.0, country_points),
            gender.map_or(0.0, gender_points),
            identifier.map_or(0.0, identifier_points),
        ];
        Self { points: points.iter().sum(), birth, country, gender, identifier }
    }

    pub fn contradicts(self) -> bool {
        self.birth == Some(How::Differs)
            || self.gender == Some(How::Differs)
            || self.identifier == Some(How::Differs)
    }

    /// A line for each kind of evidence that both sides have.
    pub fn parts(self, one: &Prepared, other: &Prepared) -> Vec<Part> {
        let births = |of: &Prepared| joined(of.births.iter().map(ToString::to_string));
        let countries = |of: &Prepared| joined(of.countries.iter().map(|range| of.text(*range).to_owned()));
        let genders =
            |of: &Prepared| joined(of.genders.iter().map(|gender| format!("{gender:?}").to_lowercase()));
        let (first, second) = identifiers_told(one, other);
        let part = |what, how: Option<How>, points: fn(How) -> f32, one: String, other: String| {
            how.map(|how| Part { what, points: f64::from(points(how)), one, other, how })
        };
        [
            part(PartKind::Birth, self.birth, birth_points, births(one), births(other)),
            part(PartKind::Country, self.country, country_points, countries(one), countries(other)),
            part(PartKind::Gender, self.gender, gender_points, genders(one), genders(other)),
            part(PartKind::Identifier, self.identifier, identifier_points, first, second),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}

fn birth_points(how: How) -> f32 {
    match how {
        How::Same => w::BIRTH_DAY,
        How::Within => w::BIRTH_YEAR,
        How::DayMonth | How::Digit => w::BIRTH_SLIP,
        How::Near => w::BIRTH_NEAR,
        _ => w::OTHER_BIRTH,
    }
}

fn country_points(how: How) -> f32 {
    if how == How::Same { w::COUNTRY } else { w::OTHER_COUNTRY }
}

fn gender_points(how: How) -> f32 {
    if how == How::Same { 0.0 } else { w::OTHER_GENDER }
}

fn identifier_points(how: How) -> f32 {
    if how == How::Same { w::IDENTIFIER } else { w::OTHER_IDENTIFIER }
}

/// The relation of the two dates that speak most for one party: lists give several where they are not sure.
fn closest_birth(one: &[PartialDate], other: &[PartialDate]) -> Option<How> {
    let pairs = one.iter().flat_map(|one| other.iter().map(move |other| births(*one, *other)));
    pairs.max_by(|one, other| {
        birth_points(*one).total_cmp(&birth_points(*other)).then(one.cmp(other).reverse())
    })
}

fn births(one: PartialDate, other: PartialDate) -> How {
    let full = |date: PartialDate| date.month.zip(date.day);
    if one.year == other.year {
        return match (full(one), full(other)) {
            (Some(first), Some(second)) if first == second => How::Same,
            // Lists write the first of January where they know the year alone.
            (Some((1, 1)), Some(_)) | (Some(_), Some((1, 1))) => How::Within,
            (Some(first), Some((month, day))) if first == (day, month) => How::DayMonth,
            (Some(first), Some(second)) if are_slip(first, second) => How::Digit,
            (Some(_), Some(_)) => How::Differs,
            _ if one.month.zip(other.month).is_some_and(|(one, other)| one != other) => How::Near,
            _ => How::Within,
        };
    }
    let same_day = full(one).is_some() && full(one) == full(other);
    if same_day && digits_apart(one.year, other.year) == 1 {
        return How::Digit;
    }
    let are_full = full(one).is_some() && full(other).is_some() && !is_new_year(one) && !is_new_year(other);
    if one.year.abs_diff(other.year) <= 2 && !are_full { How::Near } else { How::Differs }
}

fn is_new_year(date: PartialDate) -> bool {
    date.month == Some(1) && date.day == Some(1)
}

/// One digit of the day or of the month is another, or the digits of one are exchanged.
fn are_slip((month, day): (u8, u8), (other_month, other_day): (u8, u8)) -> bool {
    let near = |one: u8, other: u8| one == other || digits_apart(one.into(), other.into()) == 1;
    (month == other_month && near(day, other_day)) || (day == other_day && near(month, other_month))
}

fn digits_apart(mut one: u16, mut other: u16) -> usize {
    let mut apart = 0;
    while one > 0 || other > 0 {
        apart += usize::from(one % 10 != other % 10);
        (one, other) = (one / 10, other / 10);
    }
    apart
}

fn country(one: &Prepared, other: &Prepared) -> Option<How> {
    if one.countries.is_empty() || other.countries.is_empty() {
        return None;
    }
    let is_shared = one
        .countries
        .iter()
        .any(|country| other.countries.iter().any(|known| one.bytes(*country) == other.bytes(*known)));
    Some(if is_shared { How::Same } else { How::Differs })
}

fn gender(one: &[Gender], other: &[Gender]) -> Option<How> {
    let told = |genders: &[Gender]| genders.iter().any(|gender| *gender != Gender::Other);
    if !told(one) || !told(other) {
        return None;
    }
    Some(if one.iter().any(|gender| other.contains(gender)) { How::Same } else { How::Differs })
}

fn identifier(one: &Prepared, other: &Prepared) -> Option<How> {
    if one.identifiers.is_empty() || other.identifiers.is_empty() {
        return None;
    }
    if same_identifier(one, other).is_some() {
        return Some(How::Same);
    }
    let differs = one.identifiers.iter().filter(|known| known.holds == Holds::One).any(|known| {
        other.identifiers.iter().any(|second| one.bytes(known.property) == other.bytes(second.property))
    });
    differs.then_some(How::Differs)
}

fn same_identifier(one: &Prepared, other: &Prepared) -> Option<(usize, usize)> {
    one.identifiers.iter().enumerate().find_map(|(at, known)| {
        let is_same = |second: &super::identifiers::Known| {
            known.value == second.value && one.bytes(known.property) == other.bytes(second.property)
        };
        other.identifiers.iter().position(is_same).map(|to| (at, to))
    })
}

/// The identifier that agrees, else the first that cannot be two of one party, with its property.
fn identifiers_told(one: &Prepared, other: &Prepared) -> (String, String) {
    let text = |of: &Prepared, at: usize| {
        let known = of.identifiers[at];
        format!("{} {}", of.text(known.property), of.text(known.written))
    };
    if let Some((at, to)) = same_identifier(one, other) {
        return (text(one, at), text(other, to));
    }
    let single = one.identifiers.iter().enumerate().filter(|(_, known)| known.holds == Holds::One);
    let found = single.into_iter().find_map(|(at, known)| {
        let to = other
            .identifiers
            .iter()
            .position(|second| one.text(known.property) == other.text(second.property))?;
        Some((text(one, at), text(other, to)))
    });
    found.unwrap_or_default()
}

/// Whether two parties can be one by what they are.
pub(super) fn can_be_one(one: Kind, other: Kind) -> bool {
    use Kind::{Airplane, LegalEntity, Other, Person, Vessel};
    match (one, other) {
        (one, other) if one == other || one == Other || other == Other => true,
        (Person, other) | (other, Person) => other == LegalEntity,
        (Vessel | Airplane, _) | (_, Vessel | Airplane) => false,
        _ => true,
    }
}
