//! By whom, under what and when: all of an act but its target.

use crate::document::Span;
use crate::patterns::{Found, Sort, View};

use super::acts::Frame;
use super::dating::Dates;
use super::parties::{authority_span, is_authority};
use super::programs::program;
use super::read::{Reading, Says};

impl Reading<'_, '_> {
    /// All but the target of an act, and each authority; `None` where nobody who keeps lists did it.
    pub(super) fn frame(
        &mut self,
        number: usize,
        view: &View<'_>,
        found: &Found<Says>,
        target: usize,
    ) -> Option<(Frame, Vec<Option<Span>>)> {
        let authorities = self.authorities(number, view, found)?;
        let program = program(self.book(), view);
        let named: Vec<Span> = authorities.iter().flatten().copied().chain(program).collect();
        let date = Dates::of(view).outside(view, &named).of_act(view, found.anchor, target);
        let authority = authorities.first().copied().flatten();
        let told = Frame { authority, program, date, reason: None };
        let frame = self.framed(number, view, found, told);
        Some((frame, authorities))
    }

    /// What a document announces it also says in full once; "is being designated" leaves it out.
    fn framed(&mut self, number: usize, view: &View<'_>, found: &Found<Says>, frame: Frame) -> Frame {
        let today = self.announces(view);
        let announces =
            found.key == Says::Announced || today && matches!(found.key, Says::ByAuthority | Says::LeadIn);
        if announces && frame.authority.is_some() {
            self.announcements += usize::from(self.announced.is_none_or(|known| known.date != frame.date));
            let known = self.announced.filter(|_| found.key == Says::Announced).unwrap_or_default();
            let full =
                Frame { program: frame.program.or(known.program), date: known.date.or(frame.date), ..frame };
            self.announced = Some(full);
            return full;
        }
        if frame.authority.is_some() || matches!(found.key, Says::ByAuthority | Says::Noun) {
            return frame;
        }
        let added = found.key == Says::Being || self.adds(view, found.anchor);
        let recent = self.recent(number).filter(|_| added).map(|act| &act.designation);
        // An act with a date of its own is another one, but for the day of the announcement.
        let free = today || found.key != Says::Passive || frame.date.is_none();
        match (self.announced.filter(|_| free), recent) {
            (Some(known), _) => Frame {
                authority: known.authority,
                program: frame.program.or(known.program),
                date: known.date.or(frame.date),
                reason: None,
            },
            (None, Some(act)) => Frame { authority: act.authority, date: frame.date.or(act.date), ..frame },
            (None, None) => frame,
        }
    }

    /// By whom; `None` where the phrase in that place is nobody who keeps lists.
    fn authorities(&self, number: usize, view: &View<'_>, found: &Found<Says>) -> Option<Vec<Option<Span>>> {
        let needed = matches!(found.key, Says::ByAuthority | Says::Announced | Says::Reduced | Says::Noun);
        let Some(phrase) = self.book().slot(found, "authority") else {
            let may_lack = !needed || matches!(found.key, Says::Noun | Says::Reduced);
            return may_lack.then(|| vec![None]);
        };
        let known: Vec<_> = phrase
            .members
            .iter()
            .filter(|member| is_authority(self.book(), view, **member))
            .map(|member| self.authority(number, view, *member))
            .collect();
        if !known.is_empty() {
            return Some(known);
        }
        let (first, last) = phrase.members[0];
        if view.is(first, Sort::Pronoun) {
            return self.recent(number).map(|act| vec![act.designation.authority]);
        }
        // "listed on 3 May".
        if view.is_number(first) || view.is(first, Sort::Time) {
            return (!needed).then(|| vec![None]);
        }
        // "designated by lot", "listed on the stock exchange".
        if self.book().has_word("weak", view, found.anchor.0, found.anchor.1 + 1) {
            return None;
        }
        let named = (first..=last).any(|at| view.is_capital(at)) && found.key == Says::Passive;
        (!needed).then(|| vec![named.then(|| authority_span(self.book(), view, (first, last)))])
    }

    /// "The agency": the one named just before.
    fn authority(&self, number: usize, view: &View<'_>, core: (usize, usize)) -> Option<Span> {
        let bare = core.1 == core.0 + 1
            && view.is(core.0, Sort::Determiner)
            && !view.is_capital(core.1)
            && self.book().word_at("stands-for", view, core.1).is_some();
        let meant = self.recent(number).filter(|_| bare).and_then(|act| act.designation.authority);
        meant.or_else(|| Some(authority_span(self.book(), view, core)))
    }
}
