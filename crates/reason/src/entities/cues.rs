//! What tells the kind of a name: its own words, the words around it, the list that it stands in.

use super::EntityKind::{ArmedGroup, Company, Organization, Other, Person, Place};
use super::candidate::{Candidate, Votes};
use super::find::{Finder, HEADS, TITLES};
use super::lexicon::{Role, lexicon};
use super::units::{Shape, Unit};
use super::EntityKind;
use crate::document::Span;
use crate::places::FeatureClass;

/// Its own words.
pub(super) fn within(finder: &Finder<'_>, first: usize, last: usize, candidate: &mut Candidate) {
    let units = &finder.units[first..=last];
    if let Some(known) = lexicon().known(&candidate.key) {
        if !known.capitals || candidate.abbreviation {
            candidate.votes.add(lexicon().party(known.party).kind, 12);
        }
    }
    for record in finder.gazetteer.of_folded(&candidate.key) {
        let weight = match record.class {
            FeatureClass::Country | FeatureClass::Area => 12,
            FeatureClass::Capital => 9,
            _ if record.population >= 200_000 => 5,
            _ => 3,
        };
        if candidate.votes.of(Place) < weight {
            candidate.votes.add(Place, weight - candidate.votes.of(Place));
        }
    }
    if let Some(kind) = by_heads(units) {
        candidate.votes.add(kind, 8);
    }
    person_by_form(finder, units, candidate);
}

/// The kind that the head of a name gives: the word before its first "of", else its last, else its first.
fn by_heads(units: &[Unit<'_>]) -> Option<EntityKind> {
    let joiner = units.iter().position(|unit| unit.shape == Shape::Lower && unit.any(&[Role::Of, Role::Article]));
    let last = &units[units.len() - 1];
    if units.len() > 1 && last.is(Role::CompanyForm) && last.is_capital() {
        return Some(Company);
    }
    if units[0].shape == Shape::Number {
        return Some(ArmedGroup);
    }
    let mut heads: Vec<&Unit<'_>> = Vec::new();
    if let Some(at) = joiner.filter(|at| *at > 0) {
        heads.extend([&units[at - 1], &units[0]]);
    } else {
        heads.extend([last, &units[0]]);
    }
    heads.extend(units.iter().rev().filter(|unit| unit.is_capital()));
    let alone = units.len() == 1;
    heads.iter().find_map(|unit| {
        let kinds = [
            (Role::ArmedHead, ArmedGroup),
            (Role::OrgHead, Organization),
            (Role::OtherHead, Other),
            (Role::PlaceHead, Place),
            (Role::UnitNoun, ArmedGroup),
            (Role::CompanyWord, Company),
        ];
        kinds.iter().find(|(role, _)| unit.is(*role) && !alone).map(|(_, kind)| *kind)
    })
}

fn person_by_form(finder: &Finder<'_>, units: &[Unit<'_>], candidate: &mut Candidate) {
    let headed = units.iter().any(|unit| unit.any(&HEADS) || unit.is(Role::CompanyWord));
    let capitals = units.iter().filter(|unit| unit.is_capital()).count();
    if headed || capitals < 2 || units.len() > 6 {
        return;
    }
    if units[0].is(Role::GivenName) {
        candidate.votes.add(Person, 5);
    }
    if units.iter().any(|unit| unit.shape == Shape::Lower && unit.is(Role::Particle) && !unit.is(Role::Of)) {
        candidate.votes.add(Person, 4);
    }
    if units.iter().any(|unit| unit.initial) {
        candidate.votes.add(Person, 4);
    }
    let plain = units.iter().all(|unit| {
        finder.vocabulary.small(&unit.folded) == 0 && !unit.any(&[Role::Portfolio, Role::Ordinary, Role::Nationality])
    });
    if plain && capitals <= 4 {
        candidate.votes.add(Person, 1);
    }
}

/// The words around it.
pub(super) fn around(finder: &Finder<'_>, first: usize, last: usize, candidate: &mut Candidate) {
    before(finder, first, candidate);
    after(finder, first, last, candidate);
}

const NOUNS: [(Role, EntityKind); 7] = [
    (Role::CompanyNoun, Company),
    (Role::PlaceNoun, Place),
    (Role::Facility, Place),
    (Role::ArmedNoun, ArmedGroup),
    (Role::OrgNoun, Organization),
    (Role::OtherNoun, Other),
    (Role::PersonNoun, Person),
];

/// "the town of", "the company", "général", "near".
fn before(finder: &Finder<'_>, first: usize, candidate: &mut Candidate) {
    let mut at = first;
    let mut of = false;
    let mut steps = 0;
    while let Some(previous) = at.checked_sub(1).map(|at| &finder.units[at]) {
        if !finder.units[at].glued || previous.possessive || steps == 4 {
            break;
        }
        steps += 1;
        at -= 1;
        if steps == 1 && previous.is(Role::PlacePreposition) {
            candidate.votes.add(Place, 2);
        }
        if previous.is_capital() && !previous.opens {
            break;
        }
        if previous.any(&TITLES) && !of {
            candidate.votes.add(Person, 6);
            candidate.title.get_or_insert_with(|| finder.text(previous.span).to_owned());
            break;
        }
        if let Some((role, kind)) = NOUNS.iter().find(|(role, _)| previous.is(*role)) {
            noun_before(finder, at, first, of, *role, *kind, candidate);
            break;
        }
        let passes = previous.any(&[Role::Of, Role::Article, Role::Called, Role::Particle]);
        of |= previous.is(Role::Of);
        if !passes {
            break;
        }
    }
}

fn noun_before(finder: &Finder<'_>, at: usize, first: usize, of: bool, role: Role, kind: EntityKind, candidate: &mut Candidate) {
    match role {
        // "fighters of X", "la milice X" are of a group; "the people of X" are not it.
        Role::PersonNoun | Role::OtherNoun | Role::OrgNoun if of => {}
        Role::CompanyNoun if of => {}
        Role::ArmedNoun if of => candidate.votes.add(kind, 1),
        Role::Facility if of => {
            let span = Span::new(finder.units[at].span.start, finder.units[first].span.start);
            let form = format!("{}{}", finder.text(span), candidate.text);
            candidate.votes.add(Place, 3);
            candidate.forms.push(form);
        }
        _ => candidate.votes.add(kind, 5),
    }
}

/// "X town", "X fighters", "X said", "X, the head of".
fn after(finder: &Finder<'_>, first: usize, last: usize, candidate: &mut Candidate) {
    let here = &finder.units[last];
    let Some(next) = finder.units.get(last + 1) else { return };
    if !next.glued {
        return apposition(finder, last, candidate);
    }
    if here.possessive || next.is_capital() {
        return;
    }
    if next.is(Role::Saying) {
        let kind = if finder.units[first..=last].len() > 1 { 2 } else { 1 };
        candidate.votes.add(Person, kind);
    }
    let noun = if next.is(Role::FacilityAdjective) {
        finder.units.get(last + 2).filter(|noun| noun.glued && noun.is(Role::Facility))
    } else {
        Some(next)
    };
    let Some(noun) = noun else { return };
    if noun.any(&[Role::PlaceNoun, Role::Facility]) && noun.shape == Shape::Lower && !noun.any(&[Role::Of, Role::OtherNoun]) {
        candidate.votes.add(Place, 5);
        let span = Span::new(finder.units[first].span.start, noun.span.end);
        candidate.forms.push(finder.text(span).to_owned());
        return;
    }
    for (role, kind) in NOUNS {
        if next.is(role) && !matches!(role, Role::PersonNoun) {
            let weight = if role == Role::OtherNoun { 2 } else { 3 };
            return candidate.votes.add(kind, weight);
        }
    }
}

/// `, the head of`, `, a trader`, `, directeur de`.
fn apposition(finder: &Finder<'_>, last: usize, candidate: &mut Candidate) {
    let here = &finder.units[last];
    let comma = finder.sentence.tokens.get(here.last + 1).is_some_and(|token| token.is(','));
    if !comma || here.possessive {
        return;
    }
    let ahead = finder.units[last + 1..].iter().take(6).enumerate();
    for (at, unit) in ahead {
        if at > 0 && !unit.glued {
            break;
        }
        if unit.shape == Shape::Lower && unit.any(&[Role::Office, Role::Rank, Role::PersonNoun]) {
            return candidate.votes.add(Person, 3);
        }
        let kinds = [
            (Role::CompanyNoun, Company),
            (Role::PlaceNoun, Place),
            (Role::ArmedNoun, ArmedGroup),
            (Role::OrgNoun, Organization),
        ];
        if let Some((_, kind)) = kinds.iter().find(|(role, _)| unit.is(*role) && unit.shape == Shape::Lower) {
            return candidate.votes.add(*kind, 4);
        }
        if unit.any(&[Role::Of, Role::Saying]) {
            break;
        }
    }
}

/// Names in one list are of one kind: "the companies X, Y and Z".
pub(super) fn lists(finder: &Finder<'_>, found: &mut [Candidate]) {
    let mut list = 0;
    for at in 1..found.len() {
        if !is_listed(finder, &found[at - 1], &found[at]) {
            list += 1;
        }
        found[at].list = list;
    }
    let mut from = 0;
    while from < found.len() {
        let to = from + found[from..].iter().take_while(|one| one.list == found[from].list).count();
        if to - from > 1 {
            share(&mut found[from..to]);
        }
        from = to;
    }
}

fn is_listed(finder: &Finder<'_>, one: &Candidate, next: &Candidate) -> bool {
    let Some(between) = finder.sentence.tokens.get(one.last + 1..next.first) else { return false };
    !between.is_empty()
        && between.len() <= 3
        && between.iter().all(|token| {
            token.is(',') || token.is(';') || lexicon().roles(&crate::text::fold(token.text(&finder.sentence.text))).any(&[Role::And, Role::Article])
        })
}

/// What speaks for a kind of one speaks, less loudly, for that of all.
fn share(list: &mut [Candidate]) {
    let mut all = Votes::default();
    for kind in [Organization, ArmedGroup, Company, Place, Other] {
        let most = list.iter().map(|one| one.votes.of(kind)).max().unwrap_or(0);
        if most >= 3 {
            all.add(kind, 2);
        }
    }
    list.iter_mut().for_each(|one| one.votes.join(all));
}
