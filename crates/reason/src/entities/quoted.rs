//! Names in quotation marks behind the noun that says what they are: "de la bande « Kes Lanfè »", "the police unit "Kessuba"".

use super::EntityKind::{ArmedGroup, Company, Organization, Place};
use super::find::Finder;
use super::leads::Told;
use super::lexicon::Role;
use super::units::Shape;

/// A name in quotation marks has no more words.
const LONGEST: usize = 6;
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
        let (noun, begins) = (&self.units[first - 1], &self.units[first]);
        let open = begins.first.checked_sub(1)?;
        let opened = noun.last + 1 == open && (tokens[open].is('"') || tokens[open].is('«'));
        if !opened || !begins.is_capital() || noun.shape != Shape::Lower || noun.possessive {
            return None;
        }
        let kinds = [
            (Role::ArmedNoun, ArmedGroup),
            (Role::CompanyNoun, Company),
            (Role::OrgNoun, Organization),
            (Role::PlaceNoun, Place),
        ];
        let kind = kinds.into_iter().find(|(role, _)| noun.is(*role))?.1;
        let last = (first..self.units.len().min(first + LONGEST)).find(|at| {
            let behind = &tokens[self.units[*at].last + 1..];
            let closes = |at: usize| behind.get(at).is_some_and(|mark| mark.is('"') || mark.is('»'));
            closes(0) || closes(1) && behind[0].is(',')
        })?;
        let glued = self.units[first + 1..=last].iter().all(|unit| unit.glued);
        glued.then_some(Told { first, last, kind, weight: CERTAIN })
    }
}
