//! The noun before the comma that a name stands behind: "a security contractor, Halden", "the insurer of the mine, Halden",
//! "une fondation caritative, Al-Kess", "its commander, Ben Kessa".

use super::EntityKind;
use super::EntityKind::{ArmedGroup, Organization, Person};
use super::candidate::Candidate;
use super::cues::noun_of;
use super::find::{Finder, TITLES};
use super::lexicon::Role;
use super::units::{Shape, Unit};

/// From the comma back to the noun that the phrase is about.
const REACH: usize = 7;
/// Ahead into an apposition: ", a small gold refinery".
const APPOSITION_REACH: usize = 5;

impl Finder<'_> {
    /// What the phrase says that ends at a unit, where a comma or a dash and the name follow.
    pub(super) fn behind_comma(&self, at: usize, candidate: &mut Candidate) {
        let unit = &self.units[at];
        let tokens = &self.sentence.tokens;
        let adjacent = unit.last + 2 == candidate.first;
        let dash = adjacent && tokens[unit.last + 1].is('-');
        let small = unit.shape == Shape::Lower || unit.shape == Shape::Upper && unit.is(Role::OrgNoun);
        if !small || !adjacent || !(dash || tokens[unit.last + 1].is(',')) {
            return;
        }
        let Some(head) = self.head_of_phrase(at) else { return };
        let noun = &self.units[head];
        if noun.any(&TITLES) && !noun.is(Role::NamePrefix) {
            return candidate.votes.add(Person, 4);
        }
        if self.is_armed_band(head) {
            return candidate.votes.add(ArmedGroup, 4);
        }
        // "A rights group said so. The group, Kessa Dolo,": of a group without arms.
        if noun.is(Role::Band) && noun.folded.starts_with("group") && !noun.folded.ends_with('s') {
            return candidate.votes.add(Organization, 4);
        }
        if let Some((role, kind)) = noun_of(noun) {
            let certain = matches!(role, Role::CompanyNoun | Role::OrgNoun | Role::PersonNoun) || dash;
            candidate.votes.add(kind, if certain { 3 } else { 1 });
        }
    }

    /// The noun before the first "of" of a phrase, else its last.
    fn head_of_phrase(&self, at: usize) -> Option<usize> {
        let says = |unit: &Unit<'_>| noun_of(unit).is_some() || unit.any(&TITLES) || unit.is(Role::Band);
        let mut head = None;
        // "d'une fondation caritative": what stands before the "of" may say nothing.
        let mut nearest = None;
        for place in (at.saturating_sub(REACH)..=at).rev() {
            let unit = &self.units[place];
            let before = place.checked_sub(1).map(|before| &self.units[before]);
            let sigle = unit.shape == Shape::Upper && unit.is(Role::OrgNoun);
            if unit.shape != Shape::Lower && !unit.opens && !sigle {
                break;
            }
            if unit.is(Role::Of) && !unit.is(Role::Article) {
                head = None;
            } else if unit.is(Role::Article) && !before.is_some_and(|before| before.is(Role::Of)) {
                break;
            } else if head.is_none() && says(unit) {
                head = Some(place);
                nearest = nearest.or(head);
            }
            if !unit.glued {
                break;
            }
        }
        head.or(nearest)
    }

    /// "a self-defence group", "un groupe armé".
    pub(super) fn is_armed_band(&self, at: usize) -> bool {
        let armed = |at: usize| self.units.get(at).is_some_and(|unit| unit.is(Role::BearsArms));
        self.units[at].is(Role::Band)
            && ((at > 0 && self.units[at].glued && armed(at - 1))
                || (armed(at + 1) && self.units[at + 1].glued))
    }
}

/// The kind that a noun for a group gives, where what stands beside it says that it bears arms.
pub(super) fn band(finder: &Finder<'_>, at: usize) -> Option<EntityKind> {
    finder.is_armed_band(at).then_some(ArmedGroup)
}

/// `, the head of`, `, a trader`, `, directeur de`, `, a rural town`.
pub(super) fn apposition(finder: &Finder<'_>, last: usize, candidate: &mut Candidate) {
    let here = &finder.units[last];
    let comma = finder.sentence.tokens.get(here.last + 1).is_some_and(|token| token.is(','));
    let adjacent = finder.units.get(last + 1).is_some_and(|next| next.first == here.last + 2);
    if !comma || here.possessive || !adjacent {
        return;
    }
    // "the spokesman of the Front, Colonel Kess": whoever is named there is another.
    let of = last > 0 && finder.units[last - 1].any(&[Role::Of]) && here.glued;
    let titled = (last + 1..finder.units.len().min(last + 1 + APPOSITION_REACH))
        .take_while(|at| *at == last + 1 || finder.units[*at].glued)
        .find(|at| finder.units[*at].any(&TITLES))
        .is_some_and(|at| finder.units.get(at + 1).is_some_and(|next| next.glued && next.is_capital()));
    if of && titled {
        return;
    }
    appositive(finder, last + 1, candidate);
}

/// "a rural town": what the words from a unit on say that it is.
pub(super) fn appositive(finder: &Finder<'_>, from: usize, candidate: &mut Candidate) {
    let Some(ahead) = finder.units.get(from..) else { return };
    for (at, unit) in ahead.iter().take(APPOSITION_REACH).enumerate() {
        if at > 0 && !unit.glued || unit.any(&[Role::Saying]) {
            return;
        }
        let small = unit.shape == Shape::Lower;
        let place = ahead.get(at + 1).is_some_and(|next| next.glued && next.is(Role::PlaceNoun));
        if small && !place && unit.any(&[Role::Office, Role::Rank, Role::PersonNoun]) {
            return candidate.votes.add(Person, 3);
        }
        if small && finder.is_armed_band(from + at) {
            return candidate.votes.add(ArmedGroup, 8);
        }
        let kind =
            noun_of(unit).filter(|(role, _)| small && !matches!(role, Role::OtherNoun | Role::Facility));
        if let Some((_, kind)) = kind {
            return candidate.votes.add(kind, 4);
        }
        let opens = unit.is(Role::Article) || matches!(&*unit.folded, "a" | "an" | "un" | "une");
        if at == 0 && !opens || unit.is(Role::Of) && !unit.is(Role::Article) && at > 0 {
            return;
        }
    }
}
