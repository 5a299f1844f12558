//! Parts of a state, mostly in small letters: "the Malian army", "l'armée malienne", "the government of Mali", "Kenya's air
//! force"; and sites named after a town: "Bamako airport".

use super::EntityKind;
use super::candidate::Candidate;
use super::find::{Finder, HEADS};
use super::lexicon::{Role, lexicon};
use super::units::{Shape, Unit};
use crate::places::{FeatureClass, countries};

/// The name of a country has no more words.
const LONGEST_COUNTRY: usize = 5;
/// "military intelligence service": a part of a state has no more words.
const LONGEST_PART: usize = 4;

/// From a town to the site named after it: "Port Kessa international airport".
const SITE_REACH: usize = 5;

/// A part of a state.
pub(super) struct StatePart {
    first: usize,
    pub last: usize,
    kind: EntityKind,
    /// Codes of the countries that it may be of.
    country: String,
}

impl Finder<'_> {
    pub(super) fn made_state_part(&self, part: StatePart) -> Option<Candidate> {
        let mut candidate = self.bare(part.first, part.last, None)?;
        candidate.own.add(part.kind, 12);
        candidate.country = Some(part.country);
        candidate.doubtful = false;
        candidate.abbreviation = false;
        Some(candidate)
    }

    pub(super) fn state_part(&self, at: usize) -> Option<StatePart> {
        let unit = &self.units[at];
        let ahead = self.units[at..].iter().take(LONGEST_COUNTRY + 1).skip(1);
        if unit.is_capital()
            && ahead.take_while(|next| next.glued).any(names_part)
            && let Some(part) = self.after_country(at)
        {
            return Some(part);
        }
        if names_part(unit) {
            return self.before_country(at);
        }
        None
    }

    /// "Malian army", "Mali's army", "Mali army", "Biden administration".
    fn after_country(&self, at: usize) -> Option<StatePart> {
        let unit = &self.units[at];
        if unit.is(Role::Nationality) && !unit.possessive {
            let country = country_code(&unit.folded)?;
            let (last, kind) = self.part_of(at + 1)?;
            return self.ends_well(last).then_some(StatePart { first: at, last, kind, country });
        }
        let end = self.longest_country(at);
        if let Some(end) = end {
            let (last, kind) = self.part_of(end + 1)?;
            let country = self.country_of(at, end)?;
            let small = self.units[end + 1].shape == Shape::Lower;
            return (small && self.ends_well(last)).then_some(StatePart { first: at, last, kind, country });
        }
        let next = self.units.get(at + 1).filter(|next| next.glued)?;
        let administration =
            next.is(Role::Administration) && next.shape == Shape::Lower && !unit.opens && !unit.possessive;
        (administration && !unit.any(&HEADS) && unit.shape == Shape::Capital && !unit.is(Role::Portfolio))
            .then(|| StatePart {
                first: at,
                last: at + 1,
                kind: EntityKind::Organization,
                country: String::new(),
            })
    }

    /// "armée malienne", "government of Mali".
    fn before_country(&self, at: usize) -> Option<StatePart> {
        let (last, kind) = self.part_at(at)?;
        let next = self.units.get(last + 1).filter(|next| next.glued && !self.units[last].possessive)?;
        if next.is(Role::Nationality) && next.shape == Shape::Lower {
            let country = country_code(&next.folded)?;
            return Some(StatePart { first: at, last: last + 1, kind, country });
        }
        if !next.is(Role::Of) {
            return None;
        }
        let to = (last + 2..last + 4).find(|to| self.units.get(*to).is_some_and(Unit::is_capital))?;
        let end = self.longest_country(to)?;
        let country = self.country_of(to, end)?;
        let glued = self.units[last + 1..=end].iter().all(|unit| unit.glued);
        let end = if self.units[at].is(Role::Mission) { self.host_town(end).unwrap_or(end) } else { end };
        glued.then_some(StatePart { first: at, last: end, kind, country })
    }

    /// "ambassade de Kessa à Riverbend": an embassy is told from others by its town.
    fn host_town(&self, country: usize) -> Option<usize> {
        let at = self
            .units
            .get(country + 1)
            .filter(|at| at.glued && at.any(&[Role::In, Role::Of, Role::PlacePreposition]))?;
        let town = (country + 2..country + 5).rev().find(|last| self.is_town(country + 2, *last))?;
        (at.shape == Shape::Lower && self.units[country + 2].glued).then_some(town)
    }

    /// As [`Self::part_at`], of a unit that nothing parts from the one before.
    fn part_of(&self, at: usize) -> Option<(usize, EntityKind)> {
        self.units.get(at).filter(|unit| unit.glued)?;
        self.part_at(at)
    }

    /// The part of a state whose name begins here: the longest.
    fn part_at(&self, at: usize) -> Option<(usize, EntityKind)> {
        let unit = &self.units[at];
        if unit.shape != Shape::Lower && !unit.any(&[Role::Government, Role::Military]) {
            return None;
        }
        for words in (2..=LONGEST_PART).rev() {
            let Some(all) = self.units.get(at..at + words) else { continue };
            let small =
                all.iter().all(|unit| unit.shape == Shape::Lower) && all[1..].iter().all(|unit| unit.glued);
            if !small {
                continue;
            }
            if let Some(role) = lexicon().pair(&self.key(at, at + words - 1)) {
                let armed = role == Role::MilitaryPair;
                return Some((
                    at + words - 1,
                    if armed { EntityKind::ArmedGroup } else { EntityKind::Organization },
                ));
            }
        }
        if unit.is(Role::Government) {
            return Some((at, EntityKind::Organization));
        }
        unit.is(Role::Military).then_some((at, EntityKind::ArmedGroup))
    }

    /// "the Malian army captain" and "Malian military junta" are not the army.
    fn ends_well(&self, last: usize) -> bool {
        let unit = &self.units[last];
        let next = self.units.get(last + 1).filter(|next| next.glued && !unit.possessive);
        !(unit.shape == Shape::Lower && next.is_some_and(|next| next.is(Role::Rank)))
    }

    fn longest_country(&self, first: usize) -> Option<usize> {
        let end = self.units.len().min(first + LONGEST_COUNTRY);
        let run = (first + 1..end).take_while(|at| self.units[*at].glued).last().unwrap_or(first);
        (first..=run).rev().find(|last| self.country_of(first, *last).is_some())
    }

    fn country_of(&self, first: usize, last: usize) -> Option<String> {
        if !self.units[first].is_capital() || !self.units[last].is_capital() {
            return None;
        }
        let key = self.key(first, last);
        let found = self.gazetteer.of_folded(&key).find(|record| record.class == FeatureClass::Country)?;
        Some(found.country.to_string())
    }

    /// "Bamako airport", "aéroport de Bamako": a site named after a place that the gazetteer has is a place of its own.
    pub(super) fn facility(&self, at: usize) -> Option<(usize, Candidate)> {
        let unit = &self.units[at];
        let ahead = self.units[at..]
            .iter()
            .take(SITE_REACH)
            .take_while(|next| next.first == unit.first || next.glued);
        if !ahead.clone().any(|next| next.is(Role::Facility))
            || (!unit.is_capital() && !unit.is(Role::Facility))
        {
            return None;
        }
        let (last, site) = if unit.is_capital() {
            let end = (at..self.units.len().min(at + 3)).rev().find(|last| self.is_town(at, *last))?;
            let site = (end + 1..self.units.len().min(end + 4)).take_while(|at| self.units[*at].glued).find(
                |at| self.units[*at].is(Role::Facility) || !self.units[*at].is(Role::FacilityAdjective),
            )?;
            (site, self.units[site].is(Role::Facility).then_some((at, end, site))?)
        } else {
            let adjective = self.units.get(at + 1)?.is(Role::FacilityAdjective);
            let of = at + 1 + usize::from(adjective);
            self.units.get(of).filter(|of| of.is(Role::Of) && of.folded.starts_with('d'))?;
            let end =
                (of + 1..self.units.len().min(of + 4)).rev().find(|last| self.is_town(of + 1, *last))?;
            let glued = self.units[at + 1..=end].iter().all(|unit| unit.glued);
            (end, (unit.is(Role::Facility) && glued).then_some((of + 1, end, at))?)
        };
        let (first_of_town, last_of_town, noun) = site;
        if self.units[noun].shape != Shape::Lower || self.units[last_of_town].possessive {
            return None;
        }
        let mut candidate = self.bare(at, last, None)?;
        candidate.key = format!("{} {}", self.key(first_of_town, last_of_town), self.key(noun, noun));
        candidate.own.add(EntityKind::Place, 12);
        candidate.doubtful = false;
        Some((last, candidate))
    }

    /// "parquet de Kessa", "Kessa police": what a town or a region has.
    pub(super) fn seat(&self, at: usize) -> Option<(usize, Candidate)> {
        let unit = &self.units[at];
        let (first, last) = if unit.is_capital() {
            let near = self.units[at..].iter().take(4).any(|unit| unit.is(Role::Seat));
            let end =
                near.then(|| (at..self.units.len().min(at + 3)).rev().find(|last| self.is_town(at, *last)))??;
            let noun = self.units.get(end + 1).filter(|noun| noun.glued && noun.is(Role::Seat))?;
            let own = noun.shape == Shape::Lower && !self.units[end].possessive && self.ends_well(end + 1);
            (at, own.then_some(end + 1)?)
        } else {
            let of = self.units.get(at + 1).filter(|_| unit.is(Role::Seat) && unit.shape == Shape::Lower)?;
            (of.glued && of.is(Role::Of) && of.folded.starts_with('d')).then_some(())?;
            let end =
                (at + 2..self.units.len().min(at + 5)).rev().find(|last| self.is_town(at + 2, *last))?;
            (at, self.units[at + 2].glued.then_some(end)?)
        };
        let mut candidate = self.bare(first, last, None)?;
        candidate.own.add(EntityKind::Organization, 12);
        candidate.doubtful = false;
        candidate.abbreviation = false;
        Some((last, candidate))
    }

    fn is_town(&self, first: usize, last: usize) -> bool {
        let Some(units) = self.units.get(first..=last) else { return false };
        units.iter().all(Unit::is_capital)
            && units[1..].iter().all(|unit| unit.glued)
            && !units[0].is(Role::Nationality)
            && self.gazetteer.of_folded(&self.key(first, last)).any(|record| {
                matches!(record.class, FeatureClass::Town | FeatureClass::Capital | FeatureClass::Region)
            })
    }
}

/// Whether the name of a part of a state may begin with it.
fn names_part(unit: &Unit<'_>) -> bool {
    unit.any(&[Role::Government, Role::Military, Role::PairStart, Role::Administration])
}

/// The countries that an adjective is of: `CD/CG` for "Congolese".
pub(super) fn country_code(adjective: &str) -> Option<String> {
    let codes = countries().of_adjective(&adjective.replace('-', " "));
    (!codes.is_empty()).then(|| codes.join("/"))
}
