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
        let group = unit.is(Role::Member) && joiner.is_some_and(|joiner| joiner.is(Role::Of));
        if group && candidate.article {
            candidate.votes.add(ArmedGroup, 2);
            candidate.votes.add(Organization, 1);
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
    // "came to X", "fui vers X": one moves to places.
    if noun.is(Role::Moving) && (joiner.is(Role::Toward) || joiner.is(Role::PlacePreposition)) && !of {
        return Some(LIKELY + 1);
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

/// "X, 30 km from", "X, à 30 km de", "X, north of", and datelines: "X, 4 May", "X, nuit du 4 au 5 mai".
pub(super) fn behind_comma(finder: &Finder<'_>, first: usize, last: usize, candidate: &mut Candidate) {
    if finder.is_dateline(first, last) {
        candidate.votes.add(Place, CERTAIN);
        candidate.doubtful = false;
    }
    let comma = finder.sentence.tokens.get(finder.units[last].last + 1).is_some_and(|token| token.is(','));
    let Some(next) = finder.units.get(last + 1).filter(|_| comma) else { return };
    let number = next.shape == Shape::Number || next.any(&[Role::Of, Role::PlacePreposition, Role::Bearing]);
    let ahead = finder.units[last + 1..].iter().take(REACH + 1).enumerate();
    // The English article folds as the French preposition does.
    let number = number && finder.text(next.span) != "a";
    let far = ahead.take_while(|(at, unit)| *at == 0 || unit.glued).any(|(at, unit)| {
        // "Kessa, est une ville": the verb folds as the French east does.
        let verb = unit.is(Role::Copula) && (at == 0 || !finder.units[last + at].is(Role::Article));
        unit.is(Role::Bearing) && unit.shape == Shape::Lower && !verb
    });
    if number && far {
        candidate.votes.add(Place, CERTAIN);
    }
}

/// From the place of a dateline to its month: "nuit du 10 au 11 mai".
const DATE_REACH: usize = 6;

impl Finder<'_> {
    /// "Kessa, 4 May": a name that opens a block, a comma, a date.
    pub(super) fn is_dateline(&self, first: usize, last: usize) -> bool {
        let unit = &self.units[last];
        let comma = self.sentence.tokens.get(unit.last + 1).is_some_and(|token| token.is(','));
        if first > 0 || !comma || unit.is(Role::Calendar) || unit.is(Role::Stop) {
            return false;
        }
        let Some(next) = self.units.get(last + 1) else { return false };
        let begins = next.shape == Shape::Number || next.any(&[Role::Calendar, Role::Daytime]);
        let reach = if next.is(Role::Daytime) { DATE_REACH } else { 2 };
        let mut ahead = self.units[last + 1..].iter().take(reach).enumerate();
        begins && ahead.any(|(at, unit)| (at == 0 || unit.glued) && unit.is(Role::Calendar))
    }
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
    // "Morne-Kessa", "Pont-Halden".
    let lexicon = super::lexicon::lexicon();
    let begins = units[0].folded.split('-').next().unwrap_or_default();
    let starting = lexicon.roles(begins).any(&[Role::PlaceStart, Role::PlaceHead]);
    if units.len() == 1 && units[0].compound && capitals && starting {
        candidate.own.add(Place, 6);
    }
    let end = units[units.len() - 1].folded.rsplit('-').next().unwrap_or_default();
    let compound = units[units.len() - 1].compound && units[0].is_capital();
    if compound && units.len() <= 2 && capitals && lexicon.roles(end).has(Role::PlaceEnd) {
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
        let rival = [Organization, ArmedGroup, Company].map(|kind| one.all().of(kind));
        // A first name may begin a place, too; what it is told to do may not.
        let told = one.votes.of(Person);
        if rival.into_iter().max().unwrap_or(0).max(told) <= 2 && one.title.is_none() && !one.abbreviation {
            found[at - 1].votes.add(Place, 4);
            found[at - 1].doubtful &= whole.of(Place) < 15;
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
    let opens = one.first <= 1
        || finder.sentence.tokens[one.first - 1].is(':')
        || finder.sentence.tokens[one.first - 1].is('-');
    opens && matches!(finder.sentence.kind, BlockKind::ListItem | BlockKind::Table | BlockKind::Heading)
}
