//! What tells that a name is a place by the words around it: "the elders of X", "30 km north of X", "the road to X", "X, Upper Y
//! district", "X (Y)". Most places that reports name are in no gazetteer.

use super::EntityKind::{ArmedGroup, Company, Organization, Person, Place};
use super::candidate::Candidate;
use super::find::{Finder, calls};
use super::lexicon::Role;
use super::units::{Shape, Unit};

/// A word that only a place has behind it.
const CERTAIN: u32 = 5;
/// One that people and groups have behind them, too.
const LIKELY: u32 = 3;
/// "30 km au nord-ouest de la": from a name back over small words no further.
const REACH: usize = 4;

/// Words before it: a noun, and the small word that joins the name to it.
pub(super) fn before(finder: &Finder<'_>, first: usize, candidate: &mut Candidate) {
    let mut at = first;
    let mut joiner: Option<&Unit<'_>> = None;
    for _ in 0..REACH {
        if !finder.units[at].glued || at == 0 {
            return;
        }
        at -= 1;
        let unit = &finder.units[at];
        if unit.possessive {
            return;
        }
        if let Some(weight) = joiner.and_then(|joiner| lead(unit, joiner)) {
            candidate.votes.add(Place, weight);
            return;
        }
        let joins = unit.any(&[Role::Of, Role::Toward, Role::PlacePreposition, Role::In]);
        if joins && !unit.is(Role::Bearing) {
            joiner = Some(unit);
        } else if !unit.is(Role::Article) || unit.is_capital() {
            return;
        }
    }
}

/// What a noun before a joining word says.
fn lead(noun: &Unit<'_>, joiner: &Unit<'_>) -> Option<u32> {
    let of = joiner.is(Role::Of);
    let from = joiner.is(Role::Toward) || joiner.is(Role::PlacePreposition);
    if noun.is(Role::Bearing) && (of || from) {
        return Some(CERTAIN);
    }
    if noun.is(Role::Way) && (of || from) {
        return Some(LIKELY + 1);
    }
    if noun.is(Role::Civic) && of {
        return Some(LIKELY);
    }
    if noun.is(Role::Dweller) && (of || from) {
        return Some(LIKELY);
    }
    (noun.is(Role::Event) && (of || from)).then_some(1)
}

/// "Kessa residents".
pub(super) fn after(next: &Unit<'_>, candidate: &mut Candidate) {
    if next.is(Role::Dweller) && next.shape == Shape::Lower {
        candidate.votes.add(Place, 2);
    }
}

/// Its own words: "Upper Kessa", "Umm Kessa", "Kessa-Nord".
pub(super) fn within(finder: &Finder<'_>, first: usize, last: usize, candidate: &mut Candidate) {
    let units = &finder.units[first..=last];
    let capitals = units.iter().all(Unit::is_capital);
    if units.len() == 2 && capitals && units[0].is(Role::Side) && calls(&units[1]) {
        candidate.own.add(Place, 6);
    }
    let starts = units[0].is(Role::PlaceStart) && !units[0].is(Role::GivenName);
    if (2..=4).contains(&units.len()) && starts && calls(&units[1]) {
        candidate.own.add(Place, 6);
    }
    let end = units[units.len() - 1].folded.rsplit('-').next().unwrap_or_default();
    let compound = units[units.len() - 1].compound && units[0].is_capital();
    if compound && super::lexicon::lexicon().roles(end).has(Role::PlaceEnd) {
        candidate.own.add(Place, 8);
    }
}

/// "In X, Y district," and "X (Y)": a place within one. What it is part of must be sure.
pub(super) fn nested(finder: &Finder<'_>, found: &mut [Candidate]) {
    for at in (1..found.len()).rev() {
        let (one, next) = (&found[at - 1], &found[at]);
        if next.first != one.last + 2 {
            continue;
        }
        let mark = &finder.sentence.tokens[one.last + 1];
        let whole = next.all();
        let sure = whole.best() == Some(Place) && whole.of(Place) >= 4 && !next.abbreviation;
        let bracketed = mark.is('(') && finder.sentence.tokens.get(next.last + 1).is_some_and(|t| t.is(')'));
        let comma = mark.is(',') && (is_led(finder, one) || is_led_by_list(finder, one));
        if !sure || !(bracketed || comma) || one.all().of(Place) > whole.of(Place) {
            continue;
        }
        let rival = [Person, Organization, ArmedGroup, Company].map(|kind| one.all().of(kind));
        if rival.into_iter().max().unwrap_or(0) <= 2 && one.title.is_none() && !one.abbreviation {
            found[at - 1].votes.add(Place, 4);
        }
    }
}

/// A place is expected: "in", "near", "at" stands before it.
fn is_led(finder: &Finder<'_>, one: &Candidate) -> bool {
    let Some(at) = finder.units.iter().rposition(|unit| unit.last < one.first) else { return false };
    let unit = &finder.units[at];
    unit.last + 1 == one.first
        && (unit.any(&[Role::PlacePreposition, Role::In])
            || unit.any(&[Role::Of, Role::Toward]) && one.all().of(Place) > 0)
}

/// A bullet or a cell begins with it: "Kessa, Upper Halden: two killed".
fn is_led_by_list(finder: &Finder<'_>, one: &Candidate) -> bool {
    use crate::document::BlockKind;
    one.first <= 1
        && matches!(finder.sentence.kind, BlockKind::ListItem | BlockKind::Table | BlockKind::Heading)
}
