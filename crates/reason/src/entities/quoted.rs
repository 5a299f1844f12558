//! Names in quotation marks behind the noun that says what they are: "de la bande « Kes Lanfè »", "the police unit "Kessuba"".

use super::EntityKind::{ArmedGroup, Company, Organization, Place};
use super::find::Finder;
use super::leads::Told;
use super::lexicon::Role;
use super::units::Shape;

/// A name in quotation marks has no more words.
const LONGEST: usize = 6;
/// Between the noun and the name stand no more words: "known as".
const CALLED: usize = 3;
/// From the noun back to what says that they bear arms: "self-defence groups of the movement".
const BAND_REACH: usize = 3;
/// What the noun says is sure.
const CERTAIN: u32 = 14;

impl Finder<'_> {
    /// In the order of the text.
    pub(super) fn told_by_quotes(&self) -> Vec<Told> {
        let tokens = &self.sentence.tokens;
        if !tokens.iter().any(|token| token.is('"') || token.is('«')) {
            return Vec::new();
        }
        let mut told: Vec<Told> = Vec::new();
        for first in 1..self.units.len() {
            if told.last().is_some_and(|one| one.last >= first) {
                continue;
            }
            told.extend(self.quoted_name(first));
        }
        told
    }

    fn quoted_name(&self, first: usize) -> Option<Told> {
        let tokens = &self.sentence.tokens;
        let begins = &self.units[first];
        let open = begins.first.checked_sub(1)?;
        let opened = self.units[first - 1].last + 1 == open && (tokens[open].is('"') || tokens[open].is('«'));
        // "the groups known as", "du mouvement dit".
        let called = self.units[..first].iter().rev().take(CALLED).take_while(|unit| unit.is(Role::Called));
        let called = called.count();
        let at = first.checked_sub(1 + called)?;
        let noun = &self.units[at];
        if !opened || !begins.is_capital() || noun.shape != Shape::Lower || noun.possessive {
            return None;
        }
        let kinds = [
            (Role::ArmedNoun, ArmedGroup),
            (Role::CompanyNoun, Company),
            (Role::OrgNoun, Organization),
            (Role::PlaceNoun, Place),
        ];
        let banded = || {
            let reach = at.saturating_sub(BAND_REACH)..=at;
            let armed = self.units[reach].iter().any(|unit| unit.is(Role::BearsArms));
            (noun.any(&[Role::Band, Role::ArmedHead]) && armed).then_some(ArmedGroup)
        };
        // "a fighter known as": somebody of theirs.
        let of_them = |role: Role| called > 0 && role == Role::ArmedNoun;
        let said =
            kinds.into_iter().find(|(role, _)| noun.is(*role) && !of_them(*role)).map(|(_, kind)| kind);
        let kind = said.or_else(banded)?;
        let last = (first..self.units.len().min(first + LONGEST)).find(|at| {
            let behind = &tokens[self.units[*at].last + 1..];
            let closes = |at: usize| behind.get(at).is_some_and(|mark| mark.is('"') || mark.is('»'));
            closes(0) || closes(1) && behind[0].is(',')
        })?;
        let glued = self.units[first + 1..=last].iter().all(|unit| unit.glued);
        glued.then_some(Told { first, last, kind, weight: CERTAIN })
    }
}
