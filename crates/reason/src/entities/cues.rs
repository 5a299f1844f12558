//! What tells the kind of a name: its own words, the words around it, the list that it stands in.

use super::EntityKind;
use super::EntityKind::{ArmedGroup, Company, Organization, Other, Person, Place};
use super::appositions::{apposition, appositive, band};
use super::candidate::Candidate;
use super::find::{Finder, HEADS, TITLES};
use super::lexicon::{Role, lexicon};
use super::units::{Shape, Unit};
use super::whereabouts;
use crate::document::Span;
use crate::places::FeatureClass;

/// The last word of a name says what it is; some words say it of several kinds.
const CERTAIN: u32 = 12;
const LIKELY: u32 = 4;
/// A union, a group, a coalition may be of any kind.
const GENERIC: u32 = 2;
/// A town of so many inhabitants is more likely meant than something else of its name.
const LARGE_TOWN: u32 = 200_000;
/// From a name back to the noun that says what it is: "site de déplacés de la".
const NOUN_REACH: usize = 5;

/// Its own words.
pub(super) fn within(finder: &Finder<'_>, first: usize, last: usize, candidate: &mut Candidate) {
    let units = &finder.units[first..=last];
    if let Some(known) = lexicon().known(&candidate.key)
        && (!known.capitals || candidate.abbreviation)
    {
        candidate.own.add(lexicon().party(known.party).kind, 30);
    }
    // "Observatoire" alone is more often what a text calls some observatory than the place of that name.
    let lone_head = units.len() == 1 && units[0].is(Role::OrgHead) && !units[0].is(Role::PlaceHead);
    if !lone_head {
        candidate.own.add(Place, place_weight(finder, &candidate.key));
    }
    if let Some((kind, weight)) = by_heads(units)
        && (!finder.shouting || kind == Company || whole_office(units))
    {
        candidate.own.add(kind, weight);
    }
    // "The Courier", "Le Relais" within a sentence are names of papers more than of anything else.
    if !candidate.forms.is_empty() && !units.iter().any(|unit| unit.any(&HEADS)) {
        candidate.own.add(Organization, 5);
    }
    let armed = (first..last).rev().take(3).filter(|_| units[0].is(Role::KnownStart)).any(|end| {
        let known = lexicon().known(&finder.key(first, end));
        known.is_some_and(|known| lexicon().party(known.party).kind == ArmedGroup)
    });
    if armed && candidate.all().of(Person) < LIKELY {
        candidate.own.add(ArmedGroup, CERTAIN + 1);
    }
    person_by_form(finder, units, candidate);
    whereabouts::within(finder, first, last, candidate);
}

/// "MINISTRY OF KESSAN AFFAIRS": in capitals a head tells something only with what it is of.
fn whole_office(units: &[Unit<'_>]) -> bool {
    units.len() > 2 && units[0].any(&[Role::OrgHead, Role::Ministry]) && units[1].is(Role::Of)
}

/// "Radio Kessa", "TV Kessa Sud".
const OUTLET: usize = 3;

/// "Witness International", "Rights Monitor International": a society for something, no company.
pub(super) fn is_cause(units: &[Unit<'_>]) -> bool {
    let Some((last, cause)) = units.split_last() else { return false };
    let says = |unit: &Unit<'_>| {
        unit.is_capital() && unit.any(&[Role::PersonNoun, Role::Portfolio, Role::OrgHead, Role::Reporting])
    };
    last.is_capital()
        && matches!(&*last.folded, "international" | "internationale")
        && !cause.is_empty()
        && cause.iter().all(says)
        && !cause.iter().any(|unit| unit.is(Role::CompanyWord))
}

/// What the gazetteer says for a place of that name.
fn place_weight(finder: &Finder<'_>, key: &str) -> u32 {
    let weights = finder.gazetteer.of_folded(key).map(|record| match record.class {
        FeatureClass::Country | FeatureClass::Area => 20,
        FeatureClass::Capital => 15,
        _ if record.population >= LARGE_TOWN => 6,
        _ => 4,
    });
    weights.max().unwrap_or(0)
}

/// The kind that the head of a name gives: the word before its first "of", else its last, else its first.
fn by_heads(units: &[Unit<'_>]) -> Option<(EntityKind, u32)> {
    let last = &units[units.len() - 1];
    if units[0].shape == Shape::Number {
        return Some((ArmedGroup, CERTAIN));
    }
    if units.len() == 1 {
        return None;
    }
    let broadcasts = units[0].is(Role::Outlet) && units.len() <= OUTLET && !last.is(Role::Outlet);
    if broadcasts || is_cause(units) {
        return Some((Organization, CERTAIN));
    }
    if last.is(Role::CompanyForm) && last.is_capital() && !last.any(&[Role::OrgHead, Role::UnitNoun]) {
        return Some((Company, if last.is(Role::GenericHead) { LIKELY * 2 } else { CERTAIN }));
    }
    let small = |unit: &Unit<'_>| unit.shape == Shape::Lower && unit.any(&[Role::Of, Role::Article]);
    let joiner = units.iter().position(small).filter(|at| *at > 0);
    let (one, two) = joiner.map_or((last, &units[0]), |at| (&units[at - 1], &units[0]));
    let heads = [one, two].into_iter().chain(units.iter().rev().filter(|unit| unit.is_capital()));
    let (head, kind) = heads.into_iter().find_map(|unit| Some((unit, head_kind(unit)?)))?;
    // The bank of a state is none of its companies.
    let central =
        units.iter().any(|unit| matches!(&*unit.folded, "central" | "centrale" | "development" | "world"));
    let bank = central && units.iter().any(|unit| matches!(&*unit.folded, "bank" | "banque"));
    // "Human Rights Division": not every division, brigade or unit bears arms.
    let civil = head.is(Role::UnitNoun)
        && units.iter().any(|unit| unit.is(Role::CivilField))
        && !units.iter().any(|unit| unit.shape == Shape::Number);
    let kind = if bank || civil && kind == ArmedGroup { Organization } else { kind };
    Some((kind, if head.is(Role::GenericHead) { GENERIC } else { CERTAIN }))
}

fn head_kind(unit: &Unit<'_>) -> Option<EntityKind> {
    const KINDS: [(Role, EntityKind); 8] = [
        (Role::ArmedHead, ArmedGroup),
        (Role::OrgHead, Organization),
        (Role::OtherHead, Other),
        (Role::PlaceHead, Place),
        (Role::Ministry, Organization),
        (Role::CompanyWord, Company),
        (Role::UnitNoun, ArmedGroup),
        (Role::CompanyForm, Company),
    ];
    KINDS.iter().find(|(role, _)| unit.is(*role)).map(|(_, kind)| *kind)
}

fn person_by_form(finder: &Finder<'_>, units: &[Unit<'_>], candidate: &mut Candidate) {
    let headed = units.iter().any(|unit| unit.any(&HEADS) || unit.is(Role::CompanyWord));
    let capitals = units.iter().filter(|unit| unit.is_capital()).count();
    if headed || capitals < 2 || units.len() > 6 {
        return;
    }
    let given = units[0].is(Role::GivenName);
    let particle =
        units[1..].iter().any(|unit| unit.is(Role::Particle) && !unit.any(&[Role::Of, Role::Article]));
    let initial = units.iter().any(|unit| unit.initial);
    candidate.own.add(Person, 8 * u32::from(given) + 5 * u32::from(particle) + 5 * u32::from(initial));
    // "Bachar al-Kess", not "Deir al-Kess".
    let last = &units[units.len() - 1];
    let article = last.folded.starts_with("al-") || last.folded.starts_with("el-");
    let place = units[0].any(&[Role::PlaceStart, Role::PlaceHead]);
    candidate.own.add(Person, 3 * u32::from(units.len() == 2 && article && !place));
    let plain = units.iter().all(|unit| {
        finder.vocabulary.small(&unit.folded) == 0
            && !unit.any(&[Role::Portfolio, Role::Ordinary, Role::Nationality])
            && unit.shape != Shape::Upper
    });
    if plain && capitals <= 4 {
        candidate.own.add(Person, 1);
    }
}

/// The words around it.
pub(super) fn around(finder: &Finder<'_>, first: usize, last: usize, candidate: &mut Candidate) {
    dateline(finder, first, last, candidate);
    candidate.acts = finder.acts(first, last);
    if finder.is_aged(last) {
        candidate.votes.add(Person, 5);
    }
    finder.kin_before(first, candidate);
    before(finder, first, candidate);
    whereabouts::before(finder, first, candidate);
    whereabouts::behind_comma(finder, first, last, candidate);
    after(finder, first, last, candidate);
}

/// The place and date of a dispatch have no more words.
const DATELINE: usize = 6;

/// "Port Kessa (KNA) — ": the agency behind the place that a dispatch comes from.
fn dateline(finder: &Finder<'_>, first: usize, last: usize, candidate: &mut Candidate) {
    let bracketed = candidate.first > 0
        && finder.sentence.tokens[candidate.first - 1].is('(')
        && finder.sentence.tokens.get(candidate.last + 1).is_some_and(|token| token.is(')'));
    if candidate.abbreviation
        && first == last
        && bracketed
        && (1..=DATELINE).contains(&first)
        && finder.is_place(0, 0)
    {
        candidate.own.add(Organization, 6);
    }
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

pub(super) fn noun_of(unit: &Unit<'_>) -> Option<(Role, EntityKind)> {
    NOUNS.iter().copied().find(|(role, _)| unit.is(*role))
}

/// "the town of", "the company", "général", "near", "a contractor,".
fn before(finder: &Finder<'_>, first: usize, candidate: &mut Candidate) {
    let mut of = false;
    let mut passed = 0;
    // "à La Tranche": the article is part of the name.
    let begins = first - usize::from(!candidate.forms.is_empty() && first > 0);
    for at in (first.saturating_sub(NOUN_REACH)..first).rev() {
        let (previous, next) = (&finder.units[at], &finder.units[at + 1]);
        if !next.glued && at + 1 == first {
            return finder.behind_comma(at, candidate);
        }
        let article = previous.is(Role::Article);
        // "the NGO Halden"
        if previous.shape == Shape::Upper && previous.is(Role::OrgNoun) && at + 1 == first && next.glued {
            return candidate.votes.add(Organization, CERTAIN + 2);
        }
        if previous.possessive || !next.glued || (previous.is_capital() && !previous.opens && !article) {
            return;
        }
        preposition(previous, at + 1 == begins, candidate);
        // "they saw Kessa": what is put before names stands in capitals there.
        let verb = previous.is(Role::NamePrefix) && previous.shape == Shape::Lower;
        if previous.any(&TITLES) && !of && !article && !verb {
            candidate.votes.add(Person, 6);
            candidate.title.get_or_insert_with(|| finder.text(previous.span).to_owned());
            return;
        }
        if at + 1 == first && natural_feature(finder, at, candidate) {
            return;
        }
        if let Some(kind) = band(finder, at).filter(|_| !of) {
            return candidate.votes.add(kind, 5);
        }
        // "placé" folds as "place" does.
        let placed = previous.folded == "place" && finder.text(previous.span).ends_with('é');
        let noun = noun_of(previous).filter(|_| !placed && !previous.any(&[Role::Of, Role::Called]));
        if let Some(noun) = noun {
            return noun_before(finder, at, first, of, noun, candidate);
        }
        let passes = previous.any(&[Role::Of, Role::Article, Role::Called, Role::Particle]);
        passed += usize::from(!passes);
        if !passes && (passed > 1 || !may_pass(finder, at, of)) {
            return;
        }
        of |= previous.is(Role::Of) && passed == 0;
    }
}

/// "l'oued Kessa": what nature made, and its name.
fn natural_feature(finder: &Finder<'_>, at: usize, candidate: &mut Candidate) -> bool {
    let (noun, name) = (&finder.units[at], &finder.units[at + 1]);
    let feature = noun.is(Role::PlaceStart) && noun.shape == Shape::Lower && noun.span.len() > 3;
    if feature {
        let span = Span::new(noun.span.start, name.span.start);
        candidate.forms.push(format!("{}{}", finder.text(span), candidate.text));
        candidate.votes.add(Place, 5);
    }
    feature
}

fn preposition(previous: &Unit<'_>, next_to: bool, candidate: &mut Candidate) {
    if previous.is(Role::PlacePreposition) {
        // "à La Loche": what has its article in capitals is no newspaper there.
        let named_so = next_to && !candidate.forms.is_empty();
        let weight = match (named_so, next_to) {
            (true, _) => 6,
            (false, true) => 3,
            (false, false) => 1,
        };
        candidate.votes.add(Place, weight);
    }
    if previous.is(Role::Toward) {
        candidate.votes.add(Place, 1);
    }
    if previous.is(Role::Told) && next_to {
        candidate.votes.add(Organization, 1);
    }
}

/// "site de déplacés de": one word that says nothing, between two that join. "société de sécurité", "compagnie minière":
/// one that describes.
fn may_pass(finder: &Finder<'_>, at: usize, of: bool) -> bool {
    let describes = [Role::Portfolio, Role::NameAdjective, Role::CompanyWord, Role::Nationality];
    let describes = finder.units[at].any(&describes);
    let behind = at.checked_sub(1).map(|at| &finder.units[at]);
    (of || describes)
        && behind.is_some_and(|unit| unit.is(Role::Of) || (describes && noun_of(unit).is_some()))
}

/// It says of itself that it is a party, and no place.
fn is_party(finder: &Finder<'_>, first: usize, candidate: &Candidate) -> bool {
    let head = &finder.units[first];
    head.any(&[Role::OrgHead, Role::ArmedHead, Role::GenericHead])
        && !head.is(Role::PlaceHead)
        && candidate.own.best().is_some_and(|kind| !matches!(kind, Place | Person))
}

fn noun_before(
    finder: &Finder<'_>,
    at: usize,
    first: usize,
    of: bool,
    (role, kind): (Role, EntityKind),
    candidate: &mut Candidate,
) {
    match role {
        // "the people of X", "the director of the agency of X" are not it.
        Role::PersonNoun | Role::OtherNoun | Role::OrgNoun | Role::CompanyNoun if of => {}
        Role::ArmedNoun if of => candidate.votes.add(kind, 3),
        Role::Facility if of => {
            let span = Span::new(finder.units[at].span.start, finder.units[first].span.start);
            if candidate.own.best().is_some_and(|kind| !matches!(kind, Place | Person))
                || candidate.abbreviation
            {
                return;
            }
            candidate.votes.add(Place, 3);
            // "aéroport en Kessa" is no name of it.
            if finder.units[at + 1..first]
                .iter()
                .any(|unit| unit.folded.starts_with('d') || unit.folded == "of")
            {
                candidate.forms.push(format!("{}{}", finder.text(span), candidate.text));
            }
        }
        // "hôpital Kess Dolo": a house that bears a name, and the noun with it.
        Role::Facility if finder.units[at].is(Role::House) && at + 1 == first => {
            let span = Span::new(finder.units[at].span.start, finder.units[first].span.start);
            candidate.forms.push(format!("{}{}", finder.text(span), candidate.text));
            candidate.votes.add(Organization, 6);
        }
        // "zone du FFJ", "fief of the Kessa Front": theirs, not named so.
        Role::PlaceNoun if of && (candidate.abbreviation || is_party(finder, first, candidate)) => {}
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
    whereabouts::after(next, candidate);
    kept_noun(finder, (first, last), candidate);
    if next.is(Role::Copula) {
        appositive(finder, last + 2, candidate);
    }
    if next.is(Role::PersonalRule) {
        candidate.votes.add(Person, 3);
    }
    if next.is(Role::Saying) {
        candidate.votes.add(Person, 1 + u32::from(last > first));
    }
    if next.is(Role::Reporting) {
        candidate.votes.add(Organization, 2);
    }
    let follows = |unit: &&Unit<'_>| unit.glued && unit.is(Role::Facility);
    let noun = if next.is(Role::FacilityAdjective) {
        finder.units.get(last + 2).filter(follows)
    } else {
        Some(next)
    };
    let Some(noun) = noun else { return };
    if noun.any(&[Role::PlaceNoun, Role::Facility])
        && noun.shape == Shape::Lower
        && !noun.any(&[Role::Of, Role::OtherNoun])
    {
        return place_noun_after(finder, first, noun, candidate);
    }
    if let Some((role, kind)) = noun_of(next).filter(|(role, _)| *role != Role::PersonNoun) {
        candidate.votes.add(kind, if role == Role::OtherNoun { 2 } else { 3 });
    }
}

/// "the Kessa gang", "the Riverbend Protection mission": the noun is as good as part of the name.
fn kept_noun(finder: &Finder<'_>, (first, last): (usize, usize), candidate: &mut Candidate) {
    let noun = &finder.units[last + 1];
    let article = first > 0 && finder.units[first].glued && finder.units[first - 1].is(Role::Article);
    if !noun.is(Role::KeptNoun) || noun.shape != Shape::Lower || !article {
        return;
    }
    let units = &finder.units[first..=last];
    if !noun.is(Role::ArmedNoun) {
        let field = |unit: &Unit<'_>| unit.any(&[Role::Portfolio, Role::CompanyWord, Role::OrgHead]);
        if units.len() < 2 || !units.iter().any(field) {
            return;
        }
        candidate.votes.add(Organization, CERTAIN + 1);
    } else if units.iter().any(|unit| unit.is(Role::Nationality)) {
        return;
    }
    let span = Span::new(units[0].span.start, noun.span.end);
    candidate.forms.push(finder.text(span).to_owned());
}

fn place_noun_after(finder: &Finder<'_>, first: usize, noun: &Unit<'_>, candidate: &mut Candidate) {
    // "Halden base", "Kessa Rangers camp" are theirs, not named so.
    if candidate.own.best().is_some_and(|kind| kind != Place && kind != Person) || candidate.abbreviation {
        return;
    }
    let house = noun.is(Role::House);
    candidate.votes.add(if house { Organization } else { Place }, 5);
    if !noun.any(&[Role::AdminNoun, Role::Facility]) {
        return;
    }
    let span = Span::new(finder.units[first].span.start, noun.span.end);
    candidate.forms.push(finder.text(span).to_owned());
}
