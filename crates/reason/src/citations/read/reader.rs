//! Goes through the parts of one note, in order.

use std::collections::HashSet;

use crate::document::Span;
use crate::languages::{Cue, lexicon};

use super::super::note_text::NoteText;
use super::super::parse::{Found, Pointed, is_only_tail, recognise, short_title};
use super::super::split::{Part, parts};
use super::several;

pub(super) struct Reader<'n, 't> {
    note: &'n NoteText<'t>,
    /// Family names of all authors cited so far: `Moro, The Road, 112` is a short title only of one of them.
    known: &'n HashSet<String>,
    found: Vec<Found>,
    commentary: Vec<Span>,
}

impl<'n, 't> Reader<'n, 't> {
    pub fn new(note: &'n NoteText<'t>, known: &'n HashSet<String>) -> Self {
        Self { note, known, found: Vec::new(), commentary: Vec::new() }
    }

    /// The citations, and what is none of them.
    pub fn read(mut self) -> (Vec<Found>, Option<String>) {
        let parts = parts(self.note);
        let mut at = 0;
        let mut pointed = Pointed::No;
        while at < parts.len() {
            at += self.take(&parts, at, &mut pointed);
        }
        let words = self.commentary.iter().flat_map(|span| self.note.get(*span).split_whitespace());
        let commentary = words.collect::<Vec<_>>().join(" ");
        (self.found, Some(commentary).filter(|commentary| !commentary.is_empty()))
    }

    /// Takes one part, or several that are one citation; returns how many.
    fn take(&mut self, parts: &[Part], at: usize, pointed: &mut Pointed) -> usize {
        let (span, signalled) = self.without_signal(parts[at].span);
        if span.is_empty() {
            *pointed = Pointed::Yes;
            return 1;
        }
        if self.last_end_adjoins(parts[at].span) && is_only_tail(self.note, span) {
            self.extend_last(span);
            return 1;
        }
        let point = std::mem::replace(pointed, Pointed::No);
        let point = if signalled == Pointed::Yes { signalled } else { point };
        let found = short_title(self.note, span, self.known)
            .map(|found| (found, 1))
            .or_else(|| several::recognise_from(self.note, parts, at, span, point));
        match found {
            Some((found, taken)) => {
                self.found.push(found);
                taken
            }
            None => {
                self.commentary.push(parts[at].span);
                1
            }
        }
    }

    /// Without "See also", "and", "citing" before it, and without the brackets around it.
    fn without_signal(&self, span: Span) -> (Span, Pointed) {
        let mut span = self.unwrapped(span);
        let mut pointed = Pointed::No;
        while let Some((end, points)) = self.signal_end(span) {
            if points == Pointed::Yes {
                pointed = points;
            }
            let trimmed = self.note.trim(Span::new(end, span.end));
            if trimmed.start == span.start {
                break;
            }
            span = self.unwrapped(trimmed);
        }
        (span, pointed)
    }

    /// Where "See also" or "and" at the start of a part ends.
    fn signal_end(&self, span: Span) -> Option<(usize, Pointed)> {
        let signal = self.note.leading_cue(span).filter(|hit| hit.cues.has_any(&[Cue::Signal, Cue::Via]));
        if let Some(hit) = signal {
            return Some((hit.span.end, Pointed::Yes));
        }
        let (_, first) = self.note.tokens_in(span).next()?;
        let and = first.span.start == span.start && lexicon().is_and(first.text(self.note.text));
        and.then_some((first.span.end, Pointed::No))
    }

    /// A part that is one bracket, `(see …)`.
    fn unwrapped(&self, span: Span) -> Span {
        let stopped = self.note.get(span).trim_end_matches('.');
        let bare = Span::new(span.start, span.start + stopped.len());
        if self.note.groups.contains(&bare) {
            self.note.trim(Span::new(bare.start + 1, bare.end - 1))
        } else {
            span
        }
    }

    /// Whether a part stands behind a citation, with no commentary between.
    fn last_end_adjoins(&self, span: Span) -> bool {
        let last_comment = self.commentary.last().map_or(0, |comment| comment.end);
        self.found.last().is_some_and(|found| {
            let end = found.citation.span.end;
            end > last_comment && span.start >= end
        })
    }

    /// Gives the citation before what this part holds: its address, its access date, its pages.
    fn extend_last(&mut self, span: Span) {
        let Some(last) = self.found.last_mut() else {
            return;
        };
        let whole = Span::new(last.citation.span.start, span.end);
        if let Some(found) = recognise(self.note, whole, Pointed::Yes)
            .filter(|found| found.citation.title == last.citation.title)
        {
            *last = found;
        }
        last.citation.span.end = span.end;
    }
}
