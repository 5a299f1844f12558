//! What tells that a name is a person's by the words around it: an age ("Kessoura, 44,"), a byline ("By Ben Kessa"), kin ("sister
//! of Awa"), what somebody is called; and the name behind an office of a place ("archevêque de Kessa Ben Riverov").

use super::EntityKind::Person;
use super::candidate::Candidate;
use super::find::{Finder, HEADS, TITLES};
use super::leads::Told;
use super::lexicon::Role;
use super::units::Shape;
use crate::document::Span;

/// Nobody is older.
const OLDEST: u32 = 110;
/// A byline has no more words: three names and what joins them.
const LONGEST_BYLINE: usize = 14;
/// A byline names somebody.
const CERTAIN: u32 = 9;
/// From an office back over the place that it is of.
const OFFICE_REACH: usize = 5;

impl Finder<'_> {
    /// "Kessoura, 44,", "Espé, 41 ans": an age behind the name that ends at a unit.
    pub(super) fn is_aged(&self, last: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let comma = tokens.get(self.units[last].last + 1).is_some_and(|token| token.is(',') || token.is('('));
        let Some(age) = self.units.get(last + 1).filter(|_| comma) else { return false };
        let years = self.text(age.span).parse::<u32>().is_ok_and(|years| (1..=OLDEST).contains(&years));
        let next = self.units.get(last + 2).filter(|next| next.glued);
        let closes = tokens.get(age.last + 1).is_some_and(|token| token.is(',') || token.is(')'));
        years && (closes && next.is_none() || next.is_some_and(|next| next.is(Role::Years)))
    }

    /// The people whom a byline names: "By Ben Kessa and Awa Riverov", "| by Ben Kessa".
    pub(super) fn told_by_byline(&self) -> Vec<Told> {
        let Some(by) = self.byline() else { return Vec::new() };
        let mut told = Vec::new();
        let mut first = by + 1;
        while first < self.units.len() {
            let run = (first..self.units.len())
                .take_while(|at| self.units[*at].is_capital() && (*at == first || self.units[*at].glued));
            let Some(last) = run.last() else { break };
            let units = &self.units[first..=last];
            let named = (2..=4).contains(&units.len())
                && !units.iter().any(|unit| unit.any(&HEADS) || unit.any(&TITLES));
            if !named {
                break;
            }
            told.push(Told { first, last, kind: Person, weight: CERTAIN });
            let joined = self.units.get(last + 1).is_some_and(|next| next.glued && next.is(Role::And));
            let comma =
                self.sentence.tokens.get(units[units.len() - 1].last + 1).is_some_and(|token| token.is(','));
            if !(joined || comma) {
                break;
            }
            first = last + 1 + usize::from(joined);
        }
        told
    }

    /// "By", where it opens a line or follows a stroke, in a sentence that says no more.
    fn byline(&self) -> Option<usize> {
        if self.units.len() > LONGEST_BYLINE || self.sentence.note.is_some() {
            return None;
        }
        let tokens = &self.sentence.tokens;
        let opens = |at: usize| {
            let unit = &self.units[at];
            at == 0 || unit.first > 0 && (tokens[unit.first - 1].is('|') || tokens[unit.first - 1].is('-'))
        };
        let by = (0..self.units.len()).find(|at| self.units[*at].is(Role::By) && opens(*at))?;
        let said =
            self.units[by + 1..].iter().filter(|unit| unit.shape == Shape::Lower && !unit.is(Role::And));
        (said.count() <= 3 && self.units.get(by + 1).is_some_and(|next| next.glued)).then_some(by)
    }

    /// "sister of Awa", "elle s'appelle Awa", "a man named Awa".
    pub(super) fn kin_before(&self, first: usize, candidate: &mut Candidate) {
        let Some(before) = first.checked_sub(1).filter(|_| self.units[first].glued) else { return };
        let unit = &self.units[before];
        if unit.is(Role::Naming) {
            let reflexive = before
                .checked_sub(1)
                .is_some_and(|at| self.units[at].any(&[Role::Reflexive, Role::PersonNoun]));
            if reflexive {
                candidate.votes.add(Person, 6);
            }
            return;
        }
        let noun =
            before.checked_sub(1).map(|at| &self.units[at]).filter(|_| unit.is(Role::Of) && unit.glued);
        if noun.is_some_and(|noun| noun.is(Role::Kin) && !noun.possessive) {
            candidate.votes.add(Person, 4);
        }
    }

    /// "le président de la République Ben Kessa", "archevêque de Kessa Ben Riverov": where the person's name begins behind the
    /// place that the office is of.
    pub(super) fn office_before(&self, first: usize, last: usize) -> Option<(Span, usize)> {
        let name =
            (first + 1..last).find(|at| self.units[*at].is(Role::GivenName) && self.units[*at].glued)?;
        let place = self.is_place(first, name - 1)
            || self.units[first..name].iter().all(|unit| unit.is(Role::PlaceHead) && unit.is_capital());
        let units = &self.units[name..=last];
        if !place || units.iter().any(|unit| !unit.is_capital() || unit.any(&HEADS)) {
            return None;
        }
        let title =
            (first.saturating_sub(OFFICE_REACH)..first).rev().find(|at| self.units[*at].any(&TITLES))?;
        let between = &self.units[title + 1..first];
        let of = !between.is_empty()
            && between.iter().all(|unit| unit.glued && unit.any(&[Role::Of, Role::Article]));
        of.then(|| (Span::new(self.units[title].span.start, self.units[name - 1].span.end), name))
    }
}
