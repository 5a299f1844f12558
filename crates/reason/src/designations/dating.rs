//! When a party was put on a list, and under which programme.

use crate::dates::{PartialDate, find_dates};
use crate::document::Span;
use crate::patterns::{Sort, View};

/// The dates of a sentence, once.
pub(crate) struct Dates {
    found: Vec<(Span, PartialDate)>,
}

impl Dates {
    pub fn of(view: &View<'_>) -> Self {
        let sentence = view.sentence;
        let resolved = sentence.dates.iter().filter_map(|date| {
            let when = date.interval.from.or(date.interval.to)?;
            Some((date.span, when))
        });
        let mut found: Vec<_> = resolved.collect();
        if sentence.dates.is_empty() {
            let tokens = &sentence.tokens[..view.len()];
            let written = find_dates(&sentence.text, tokens).into_iter().filter(|date| !date.ambiguous);
            found = written.map(|date| (date.span, date.date)).collect();
        }
        Self { found }
    }

    /// The date of an act whose verb stands at `anchor`, for a target that ends at `target`: the first one behind both in
    /// the same clause, else the last one before the verb.
    pub fn of_act(&self, view: &View<'_>, anchor: (usize, usize), target: usize) -> Option<PartialDate> {
        let from = anchor.1.max(target);
        let bar = (from + 1..view.len())
            .find(|at| view.mark(*at, ';') || view.is(*at, Sort::Clause) && !view.is(*at, Sort::Adverb));
        let tokens = &view.sentence.tokens;
        // A verb that ends its sentence has its target in the next one.
        let past = view.sentence.text.len();
        let start = tokens.get(from).map_or(past, |token| token.span.end);
        let end = bar.map_or(usize::MAX, |at| tokens[at].span.start);
        let behind = self.found.iter().find(|(span, _)| span.start >= start && span.end <= end);
        let verb = tokens.get(anchor.0).map_or(past, |token| token.span.start);
        let before = self.found.iter().rev().find(|(span, _)| span.end <= verb);
        // "sanctioned on Monday two men".
        let end = view.sentence.tokens.get(anchor.1).map_or(past, |token| token.span.end);
        let between = self.found.iter().find(|(span, _)| span.start >= end && span.end <= start);
        behind.or(between).or(before).map(|(_, date)| *date)
    }

    /// Without those inside a phrase: "resolution 9127 (2013)" is a name.
    pub fn outside(mut self, view: &View<'_>, phrases: &[Span]) -> Self {
        let start = view.sentence.span.start;
        self.found.retain(|(span, _)| !phrases.iter().any(|phrase| phrase.overlaps(span.shifted(start))));
        self
    }

    /// Whether a date stands right behind a token, a small word between; the token that follows it.
    pub fn right_behind(&self, view: &View<'_>, token: usize) -> Option<usize> {
        let tokens = &view.sentence.tokens;
        let next = tokens.get(token + 1)?;
        let (span, _) = self.found.iter().find(|(span, _)| {
            span.start >= next.span.start
                && tokens.get(token + 2).is_some_and(|far| span.start <= far.span.start)
        })?;
        Some(tokens.partition_point(|token| token.span.start < span.end))
    }
}
