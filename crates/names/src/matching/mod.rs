//! Whether two parties look like one: a sum of named parts, and what it says.
//!
//! A party is [`Prepared`] once and compared often: [`score`] gives the sum alone and sets no memory aside, [`compare`] also gives
//! its parts, to be printed. Both give the same sum.
//!
//! ```
//! use names::matching::{Prepared, compare};
//! use names::party::{Kind, Party};
//!
//! let listed = Prepared::of(&Party::named(Kind::Person, "PUTIN, Vladimir Vladimirovich"));
//! let asked = Prepared::of(&Party::named(Kind::Person, "Vladimir Poutine"));
//! let comparison = compare(&asked, &listed);
//! assert!(comparison.score > names::matching::THRESHOLD);
//! ```

mod account;
mod bodies;
mod bytes;
mod closeness;
mod comparison;
mod costs;
mod endings;
mod evidence;
mod identifiers;
mod joined;
mod pairing;
mod persons;
mod prepared;
mod says;
mod weights;

use ftm::NameSort;

use crate::reading::{Read, flags};
use crate::scripts::script_of;

use account::{Account, Line, Listing, Span, Sum};
pub use comparison::{Because, Comparison, How, Part, PartKind, Says};
use evidence::Evidence;
use pairing::Pairing;
use prepared::NameRow;
pub use prepared::Prepared;

/// From this score on two names are the same name for most purposes: the one cut-off that the figures in BENCHMARKS.md are
/// measured at. What is shown is the user's to say.
pub const THRESHOLD: f64 = 0.7;

/// How much two parties look like one, from 0 to 1: the score of [`compare`], without its parts.
#[must_use]
pub fn score(one: &Prepared, other: &Prepared) -> f64 {
    Likely::of(one, other).score
}

/// How likely two parties are one, to be ranked by: first whether more than a name says that they are, then the score, then what would go
/// beyond its end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Likely {
    is_party: bool,
    score: f64,
    sum: f32,
}

impl Likely {
    pub(crate) fn of(one: &Prepared, other: &Prepared) -> Self {
        if !evidence::can_be_one(one.kind, other.kind) {
            return Self { is_party: false, score: 0.0, sum: 0.0 };
        }
        let (closest, evidence) = (closest(one, other), Evidence::of(one, other));
        let names = closest.map_or(0.0, |closest| closest.points);
        let is_party = says::says(closest, evidence, one, other).0 == Says::SameParty;
        Self { is_party, score: summed(names, evidence), sum: names + evidence.points }
    }

    pub(crate) fn score(self) -> f64 {
        self.score
    }
}

impl Eq for Likely {}

impl Ord for Likely {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let by_party = self.is_party.cmp(&other.is_party);
        by_party.then(self.score.total_cmp(&other.score)).then(self.sum.total_cmp(&other.sum))
    }
}

impl PartialOrd for Likely {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// How much two parties look like one, why, and what that says.
#[must_use]
pub fn compare(one: &Prepared, other: &Prepared) -> Comparison {
    if !evidence::can_be_one(one.kind, other.kind) {
        return of_other_kinds(one, other);
    }
    let evidence = Evidence::of(one, other);
    let closest = closest(one, other);
    let mut parts = Vec::new();
    let mut names = None;
    if let Some(closest) = closest {
        let (first, second) = (one.read(closest.one), other.read(closest.other));
        let mut listing = Listing { one: first, other: second, sum: Sum::default(), parts: Vec::new() };
        account_for(closest, first, second, &mut listing);
        parts = listing.parts;
        names = Some((first.text().to_owned(), second.text().to_owned()));
    }
    parts.extend(evidence.parts(one, other));
    let points = closest.map_or(0.0, |closest| closest.points);
    let (says, because) = says::says(closest, evidence, one, other);
    Comparison { score: summed(points, evidence), parts, names, says, because }
}

/// What the names and the other evidence come to together.
fn summed(names: f32, evidence: Evidence) -> f64 {
    // In 32 bits sums of hundredths are a hair off; a score is not to fall under a cut-off by that.
    let sum = f64::from(names + evidence.points);
    (sum.clamp(0.0, 1.0) * 1e4).round() / 1e4
}

/// Two names, one of each party, that are closest.
#[derive(Debug, Clone, Copy)]
struct Closest<'a> {
    one: &'a NameRow,
    other: &'a NameRow,
    points: f32,
}

impl Closest<'_> {
    /// Whether one of the two is a weak alias.
    fn is_weak(self) -> bool {
        self.one.sort == NameSort::Weak || self.other.sort == NameSort::Weak
    }
}

fn closest<'a>(one: &'a Prepared, other: &'a Prepared) -> Option<Closest<'a>> {
    let mut best: Option<Closest<'a>> = None;
    for first in &one.names {
        for second in &other.names {
            if are_readings_apart((one, first), (other, second)) {
                continue;
            }
            let mut found = Closest { one: first, other: second, points: 0.0 };
            let mut sum = Sum::default();
            account_for(found, one.read(first), other.read(second), &mut sum);
            found.points = sum.0;
            if best.is_none_or(|best| best.points < found.points) {
                best = Some(found);
            }
        }
    }
    best
}

/// Whether two names in one script of syllables are looked at in another reading than the likeliest: characters that differ are
/// not one name because one of the many readings of each is the same.
fn are_readings_apart((one, first): (&Prepared, &NameRow), (other, second): (&Prepared, &NameRow)) -> bool {
    if first.form == 0 && second.form == 0 {
        return false;
    }
    let script = |of: &Prepared, row: &NameRow| {
        let token =
            of.tokens.get(row.tokens.0 as usize).filter(|token| token.flags & flags::SYLLABLES != 0)?;
        of.read(row).written(token).chars().next().map(script_of)
    };
    script(one, first).is_some_and(|known| script(other, second) == Some(known))
}

fn account_for(names: Closest<'_>, one: Read<'_>, other: Read<'_>, account: &mut impl Account) {
    let pairing = Pairing::of(one, other);
    if one.as_person() && other.as_person() {
        persons::compare(&pairing, account);
    } else {
        bodies::compare(&pairing, account);
    }
    if names.is_weak() {
        let points = -weights::WEAK_ALIAS;
        account.add(Line {
            what: PartKind::Alias,
            points,
            one: Span::NONE,
            other: Span::NONE,
            how: How::Weak,
        });
    }
}

fn of_other_kinds(one: &Prepared, other: &Prepared) -> Comparison {
    let kind = |of: &Prepared| format!("{:?}", of.kind).to_lowercase();
    let part =
        Part { what: PartKind::Kind, points: 0.0, one: kind(one), other: kind(other), how: How::Differs };
    Comparison {
        score: 0.0,
        parts: vec![part],
        names: None,
        says: Says::Neither,
        because: Because::KindDiffers,
    }
}
