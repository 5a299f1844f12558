//! A capital that speaks for its government: "Kessa denied it", "Kessa et Riverov se renvoient la responsabilité". Whoever acts
//! as only people do is no place where something happens.

use super::find::Finder;
use super::lexicon::Role;
use super::units::Unit;

/// From a name over "and" and another name to the verb of both: "Port Kessa and South Riverov deny".
const COORDINATED: usize = 4;

impl Finder<'_> {
    /// Whether the name between two units does what only people do.
    pub(super) fn acts(&self, first: usize, last: usize) -> bool {
        let here = &self.units[last];
        let placed = first.checked_sub(1).map(|at| &self.units[at]).is_some_and(|before| {
            self.units[first].glued && before.any(&[Role::PlacePreposition, Role::In, Role::Of, Role::Toward])
        });
        if placed || here.possessive {
            return false;
        }
        self.verb_at(last + 1) || self.clause_behind(last) || self.verb_behind_other(last)
    }

    /// A verb of what people do: "denied", "should open", "a condamné", "se renvoient".
    fn verb_at(&self, at: usize) -> bool {
        let Some(verb) = self.units.get(at).filter(|unit| unit.glued && !unit.is_capital()) else {
            return false;
        };
        let acts = |unit: &Unit<'_>| unit.any(&[Role::Acting, Role::Saying]) && unit.span.len() > 2;
        let next = self.units.get(at + 1).filter(|next| next.glued);
        acts(verb)
            || verb.any(&[Role::Will, Role::Reflexive])
            || (verb.is(Role::Auxiliary) && next.is_some_and(acts))
    }

    /// "Kessa, when it blacklisted them,".
    fn clause_behind(&self, last: usize) -> bool {
        let comma = self.sentence.tokens.get(self.units[last].last + 1).is_some_and(|token| token.is(','));
        let [Some(when), Some(it)] = [self.units.get(last + 1), self.units.get(last + 2)] else {
            return false;
        };
        comma && when.is(Role::When) && it.glued && it.is(Role::It)
    }

    /// "Kessa et Riverov se renvoient": what the other one does, this one does as well.
    fn verb_behind_other(&self, last: usize) -> bool {
        let and = self.units.get(last + 1).is_some_and(|unit| unit.glued && unit.is(Role::And));
        let capital = |at: usize| self.units.get(at).is_some_and(|unit| unit.glued && unit.is_capital());
        if !and || !capital(last + 2) {
            return false;
        }
        let end = (last + 2..last + 2 + COORDINATED).take_while(|at| capital(*at)).last().unwrap_or(last + 2);
        !self.units[end].possessive && self.verb_at(end + 1)
    }
}
