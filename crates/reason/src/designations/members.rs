//! The members of a list that carry what is said of each: "Moor, head of Kessa Gold, and Bell, who paid it".

use crate::patterns::{Book, Sort, View, core_from};

use super::read::Says;

type Core = (usize, usize);

/// A list of designations reaches no farther: behind it stands another sentence.
const REACH: usize = 240;
/// So many words may stand before a name: "ainsi que son frère le colonel".
const LEAD: usize = 6;

/// The names that are members of the list that begins at a token; none where it is no list.
pub(super) fn listed(book: &Book<Says>, view: &View<'_>, start: usize) -> Vec<Core> {
    let mut walk = Walk { book, view, found: Vec::new(), opens: true, joined: false, depth: Depth::Flat };
    let end = (start + REACH).min(view.len());
    let mut at = start;
    while at < end {
        let Some(next) = walk.step(at) else { break };
        at = next.max(at + 1);
    }
    let closed = walk.joined_members() > 0;
    if closed { walk.found.into_iter().map(|(core, _)| core).collect() } else { Vec::new() }
}

/// Whether commas and "and" still part members of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    Flat,
    /// Within "of ...", "for ...": an "and" without a comma is of that.
    Phrase,
    /// Within "who ...": commas are of that, too.
    Clause,
}

struct Walk<'w, 'v> {
    book: &'w Book<Says>,
    view: &'w View<'v>,
    /// Each name, and whether an "and" or a semicolon stood before it.
    found: Vec<(Core, bool)>,
    opens: bool,
    joined: bool,
    depth: Depth,
}

impl Walk<'_, '_> {
    fn joined_members(&self) -> usize {
        self.found.iter().filter(|(_, joined)| *joined).count()
    }

    /// Reads one token or one member; where to go on.
    fn step(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        if self.opens {
            self.opens = false;
            if let Some(core) = self.member(at) {
                self.found.push((core, self.joined));
                self.joined = false;
                self.depth = Depth::Flat;
                return Some(core.1 + 1);
            }
            self.joined = false;
        }
        if view.mark(at, '(') {
            return Some(
                (at..view.len().min(at + 60)).find(|to| view.mark(*to, ')')).map_or(at, |to| to) + 1,
            );
        }
        if view.mark(at, ':') || view.mark(at, '?') {
            return None;
        }
        if let Some(past) = self.separator(at) {
            return Some(past);
        }
        match () {
            () if view.is(at, Sort::Clause) => self.depth = Depth::Clause,
            () if self.depth == Depth::Flat
                && view.is_any(at, &[Sort::Joiner, Sort::Preposition, Sort::Place]) =>
            {
                self.depth = Depth::Phrase;
            }
            () => {}
        }
        Some(at + 1)
    }

    /// Over a comma, an "and" or a semicolon, where a member may follow.
    fn separator(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        let comma = view.mark(at, ',');
        let strong = view.mark(at, ';');
        let mut past = at + usize::from(comma || strong);
        let and = self.book.word_at("and-also", view, past);
        if let Some(length) = and {
            past += length;
            self.joined = true;
        } else if view.is(past, Sort::And) {
            past += 1;
            self.joined = comma || strong || self.depth == Depth::Flat;
        }
        if past == at {
            return None;
        }
        self.joined |= strong;
        self.opens = and.is_some()
            || strong
            || (comma && past > at + 1)
            || match self.depth {
                Depth::Flat => true,
                Depth::Phrase => comma,
                Depth::Clause => false,
            };
        Some(past)
    }

    /// The name that a member begins with.
    fn member(&self, at: usize) -> Option<Core> {
        let view = self.view;
        if view.is(at, Sort::Indefinite) && !view.is(at, Sort::Determiner) {
            return None;
        }
        let mut start = at;
        while start < at + LEAD && !view.is_name(start) && view.mention(start).is_none() {
            let leads = view.is_any(start, &[Sort::Determiner, Sort::Title])
                || view.mark(start, '\'')
                || view.mark(start, '.') && start > at
                || self.book.word_at("party", view, start).is_some()
                || self.book.word_at("before-name", view, start).is_some();
            if !leads {
                return None;
            }
            start += 1;
        }
        let core = core_from(view, start)?;
        let (first, last) = untitled(view, core)?;
        let ends = last + 1;
        let told_on = view.is_any(ends, &[Sort::Verb, Sort::Auxiliary]);
        let possessive = (first..=last).any(|at| view.mark(at, '\'') && !view.is_capital(at + 1));
        (!told_on && !possessive).then_some((first, last))
    }
}

/// The name without rank and office before it; nothing where only those are there.
fn untitled(view: &View<'_>, core: Core) -> Option<Core> {
    let named = |at: usize| view.is_capital(at) && !view.is(at, Sort::Time);
    let end = (core.0..=core.1)
        .find(|at| {
            let joins = view.is(*at, Sort::Joiner) && view.is_capital(at + 1);
            !view.is_mark(*at) && !view.is_capital(*at) && view.mention(*at).is_none() && !joins
        })
        .map_or(core.1, |at| at.saturating_sub(1));
    let title = (core.0..=end).rev().find(|at| view.is(*at, Sort::Title) && view.mention(*at).is_none());
    let mut first = title.map_or(core.0, |at| at + 1);
    while first <= end && view.is_mark(first) {
        first += 1;
    }
    (first <= end && named(first)).then_some((first, end))
}
