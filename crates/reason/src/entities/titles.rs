//! Ranks and offices before a name, and nicknames within it.

use super::EntityKind;
use super::candidate::Candidate;
use super::find::{Finder, HEADS, TITLES};
use super::lexicon::Role;
use super::units::Shape;
use crate::document::Span;
use crate::text::fold_words;

/// "le ministre de la Défense nationale": a title and its field are no further apart than this.
const TITLE_REACH: usize = 5;

impl Finder<'_> {
    /// Where a title ends and a name begins: `Colonel | Ben Kessa`.
    pub(super) fn title_in(&self, first: usize, last: usize) -> Option<(Span, usize)> {
        let units = &self.units[first..=last];
        let at = units.iter().rposition(|unit| unit.any(&TITLES) && unit.is_capital())?;
        // The middle initial of a name is no honorific.
        if at > 0 && units[at].initial && !units[at - 1].any(&TITLES) {
            return None;
        }
        if units[..at].iter().any(|unit| unit.is(Role::OrgHead) && !unit.any(&TITLES)) {
            return None;
        }
        let name = self.name_behind(first + at, last)?;
        let start = units[..=at].iter().position(|unit| !unit.is(Role::Nationality)).unwrap_or(at);
        Some((Span::new(units[start].span.start, self.units[name - 1].span.end), name))
    }

    /// Where the name behind a title begins: over the field of an office ("Minister of Defence | Ben Kessa"). "President of
    /// Kessa" has no name behind it.
    fn name_behind(&self, title: usize, last: usize) -> Option<usize> {
        let mut name = title + 1;
        let mut of = false;
        while name <= last {
            let unit = &self.units[name];
            if unit.shape == Shape::Lower && unit.any(&[Role::Of, Role::Article, Role::And]) {
                of = true;
            } else if !(of && unit.any(&[Role::Portfolio, Role::Nationality])) {
                break;
            }
            name += 1;
        }
        let begins = self.units.get(name).filter(|_| name <= last)?;
        let field = self.units[title + 1..name].iter().any(|unit| unit.is(Role::Portfolio));
        let says_what = (begins.any(&HEADS) && !begins.is(Role::GivenName))
            || (begins.is(Role::Portfolio) && name == last);
        let office_only = of && (!field || self.is_place(name, last));
        (begins.is_capital() && !says_what && !office_only).then_some(name)
    }

    /// "le ministre de la Défense Ben Kessa": the office's field stands before the name.
    pub(super) fn portfolio_before(&self, first: usize, last: usize) -> Option<(Span, usize)> {
        let name = (first..=last).find(|at| {
            let unit = &self.units[*at];
            unit.is_capital() && !unit.is(Role::Portfolio)
        })?;
        if self.units[name].any(&HEADS) {
            return None;
        }
        let title =
            (first.saturating_sub(TITLE_REACH)..first).rev().find(|at| self.units[*at].any(&TITLES))?;
        let between = &self.units[title + 1..first];
        let field = [Role::Of, Role::Article, Role::Nationality, Role::Portfolio];
        let of = !between.is_empty() && between.iter().all(|unit| unit.glued && unit.any(&field));
        of.then(|| (Span::new(self.units[title].span.start, self.units[name - 1].span.end), name))
    }

    /// `Ivan "Kes" Riverbend`: a nickname in quotation marks within a name.
    pub(super) fn nicknamed(&self, first: usize, last: usize) -> Option<(usize, Candidate)> {
        let here = &self.units[last];
        let quote = |at: usize| {
            self.sentence.tokens.get(at).is_some_and(|token| token.is('"') || token.is('«') || token.is('»'))
        };
        let nick = last + 1;
        let unit = self.units.get(nick)?;
        if !quote(here.last + 1) || unit.first != here.last + 2 || !unit.is_capital() || here.possessive {
            return None;
        }
        let nick_end =
            (nick..nick + 3).find(|at| self.units.get(*at).is_some_and(|unit| quote(unit.last + 1)))?;
        let after = self.units.get(nick_end + 1)?;
        if after.first != self.units[nick_end].last + 2
            || !after.is_capital()
            || after.opens && after.is(Role::Stop)
        {
            return None;
        }
        let end = self.grow(nick_end + 1);
        let (title, name) = match self.title_in(first, last) {
            Some((title, name)) => (Some(title), name),
            None => (None, first),
        };
        let mut made = self.bare(name, end, title)?;
        let nickname =
            self.text(Span::new(unit.span.start, self.units[nick_end].span.end)).trim_end_matches([',', '.']);
        let given = self.text(Span::new(self.units[name].span.start, here.span.end));
        let surname = self.text(Span::new(after.span.start, self.units[end].span.end));
        made.key = fold_words(&format!("{given} {surname}"));
        made.forms.push(nickname.to_owned());
        made.own.add(EntityKind::Person, 9);
        Some((end, made))
    }
}
