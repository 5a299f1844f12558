//! Makes a candidate of a run of units: how it is written, what tells its kind.

use super::EntityKind;
use super::candidate::Candidate;
use super::cues;
use super::find::Finder;
use super::lexicon::Role;
use super::units::Shape;
use crate::document::{BlockKind, Span};

/// An abbreviation has no more letters.
const LONGEST_ABBREVIATION: usize = 12;

impl Finder<'_> {
    /// A candidate with the votes of its own words and of those around it.
    pub(super) fn made(&self, first: usize, last: usize, title: Option<Span>) -> Option<Candidate> {
        let mut candidate = self.bare(first, last, title)?;
        cues::within(self, first, last, &mut candidate);
        cues::around(self, first, last, &mut candidate);
        Some(candidate)
    }

    /// A candidate without votes.
    pub(super) fn bare(&self, first: usize, last: usize, title: Option<Span>) -> Option<Candidate> {
        let units = &self.units[first..=last];
        let span = Span::new(units[0].span.start, units[units.len() - 1].span.end);
        let text = self.text(span);
        let written = self.written(first, last, span);
        let mut made = Candidate::named(
            self.sentence.block,
            (units[0].first, units[units.len() - 1].last),
            self.sentence.place(written),
            self.text(written),
        );
        made.key = self.key(first, last).into_owned();
        made.forms = if written == span { Vec::new() } else { vec![text.to_owned()] };
        made.title = title.map(|span| self.text(span).to_owned());
        made.titled = title.map(|title| self.text(Span::new(title.start, span.end)).to_owned());
        made.doubtful = self.tells_nothing(first, last);
        made.abbreviation = units.len() == 1
            && units[0].shape == Shape::Upper
            && text.chars().count() <= LONGEST_ABBREVIATION;
        made.opens = units[0].opens && units.len() > 2 && !units[0].is(Role::GivenName);
        made.article = first > 0
            && units[0].glued
            && units.len() > 1
            && self.units[first - 1].is(Role::Article)
            && !self.units[first - 1].opens_name();
        (!made.key.is_empty()).then_some(made)
    }

    /// Whether capitals here tell no name: in a heading of capitals, in shouted lines, in a cell that is no place.
    fn tells_nothing(&self, first: usize, last: usize) -> bool {
        let heading = match self.sentence.kind {
            BlockKind::Heading | BlockKind::Title => self.is_title_case(),
            _ => false,
        };
        let cell =
            self.sentence.kind == BlockKind::Table && self.units[first].opens && !self.is_place(first, last);
        heading || self.shouting || cell
    }

    /// With a capital article within the sentence ("The Courier"), or the year of an agreement ("the 2015 Kessa Accords").
    fn written(&self, first: usize, last: usize, span: Span) -> Span {
        let Some(before) = first.checked_sub(1).map(|at| &self.units[at]) else { return span };
        let article = before.is(Role::Article) && before.is_capital() && !before.opens;
        let year = before.shape == Shape::Number
            && before.span.len() == 4
            && self.units[last].is(Role::OtherHead)
            && last > first;
        if self.units[first].glued && (article || year) {
            return Span::new(before.span.start, span.end);
        }
        span
    }

    /// Every longer word has a capital: it tells no name from another word.
    fn is_title_case(&self) -> bool {
        self.units.iter().filter(|unit| unit.span.len() > 4).all(|unit| unit.shape != Shape::Lower)
    }

    pub(super) fn titled(&self, title: Span, name: usize, last: usize) -> Option<Candidate> {
        let mut made = self.made(name, last, Some(title))?;
        made.votes.add(EntityKind::Person, 9);
        Some(made)
    }
}
