use std::collections::HashSet;

use crate::document::{Document, MarkKind, Span};
use crate::languages::Cue;
use crate::notes::Note;
use crate::text::fold;

use super::Citation;
use super::note_text::NoteText;
use super::parse::{Found, Pointed, is_only_tail, recognise, short_title};
use super::split::{Joint, Part, is_pointing, parts};

/// Sentences of one citation whose fields are parted by full stops: names, year, title, publisher, address.
const MOST_SENTENCES: usize = 6;

/// Reads the citations of all notes, and sets each note's commentary.
pub fn read(document: &Document, notes: &mut [Note]) -> Vec<Citation> {
    let mut citations = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for (index, note) in notes.iter_mut().enumerate() {
        let Some(span) = note.spans.first().copied() else {
            continue;
        };
        let (found, commentary) = read_note(document, span, &known);
        note.commentary = commentary;
        known.extend(
            found.iter().flat_map(|found| &found.citation.authors).filter_map(|author| family_name(author)),
        );
        citations.extend(
            found
                .into_iter()
                .enumerate()
                .map(|(number, found)| placed(found.citation, index, number, span.start)),
        );
    }
    super::resolve::resolve(notes, &mut citations);
    citations
}

fn read_note(document: &Document, span: Span, known: &HashSet<String>) -> (Vec<Found>, Option<String>) {
    let relative =
        |mark: Span| Span::new(mark.start.max(span.start) - span.start, mark.end.min(span.end) - span.start);
    let mut emphasis = Vec::new();
    let mut links = Vec::new();
    for mark in document.marks_in(span) {
        match &mark.kind {
            MarkKind::Emphasis => emphasis.push(relative(mark.span)),
            MarkKind::Link(href) => links.push((relative(mark.span), href.clone())),
            MarkKind::NoteReference(_) => {}
        }
    }
    let text = NoteText::new(document.quote(span), emphasis, links);
    Reader { note: &text, known, found: Vec::new(), commentary: Vec::new() }.read()
}

/// The last name of a person, folded.
fn family_name(author: &str) -> Option<String> {
    let family = author.split_once(", ").map_or(author, |(family, _)| family);
    let last = family.rsplit(' ').next()?;
    (super::parse::is_person(author) || author.contains(", ")).then(|| fold(last))
}

struct Reader<'n, 't> {
    note: &'n NoteText<'t>,
    /// Family names of all authors cited so far: `Moro, The Road, 112` is a short title only of one of them.
    known: &'n HashSet<String>,
    found: Vec<Found>,
    commentary: Vec<Span>,
}

impl Reader<'_, '_> {
    fn read(mut self) -> (Vec<Found>, Option<String>) {
        let parts = parts(self.note);
        let mut at = 0;
        let mut pointed = Pointed::No;
        while at < parts.len() {
            at += self.take(&parts, at, &mut pointed);
        }
        let words: Vec<String> = self
            .commentary
            .iter()
            .map(|span| self.note.get(*span).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let commentary = (!words.is_empty()).then(|| words.join(" "));
        (self.found, commentary)
    }

    /// Takes one part, or several that are one citation; returns how many.
    fn take(&mut self, parts: &[Part], at: usize, pointed: &mut Pointed) -> usize {
        let (span, signalled) = self.without_signal(parts[at].span);
        if span.is_empty() {
            *pointed = Pointed::Yes;
            return 1;
        }
        let point = if signalled { Pointed::Yes } else { *pointed };
        let follows = at > 0 && !self.found.is_empty() && self.last_end_adjoins(parts[at].span);
        if follows && is_only_tail(self.note, span) {
            self.extend_last(span);
            return 1;
        }
        if let Some(found) = short_title(self.note, span, self.known) {
            self.found.push(found);
            *pointed = Pointed::No;
            return 1;
        }
        if let Some((found, taken)) = self.longest(parts, at, span, point) {
            self.found.push(found);
            *pointed = Pointed::No;
            return taken;
        }
        *pointed = Pointed::No;
        self.commentary.push(self.commentary_span(parts[at].span));
        1
    }

    /// A citation of one part; or, where that is none or lacks what the next sentences give, of several.
    fn longest(&self, parts: &[Part], at: usize, span: Span, pointed: Pointed) -> Option<(Found, usize)> {
        let soft = parts[at + 1..]
            .iter()
            .take(MOST_SENTENCES - 1)
            .take_while(|part| part.joint == Joint::Soft)
            .count();
        let alone = recognise(self.note, span, pointed);
        if let Some(found) = alone {
            let thin = found.citation.title.is_none()
                && found.citation.url.is_none()
                && found.citation.interviewee.is_none();
            let headed = self.is_head(span);
            if !(thin && headed && soft > 0) {
                let imprints =
                    parts[at + 1..=at + soft].iter().take_while(|part| self.is_imprint(part.span)).count();
                if imprints > 0 {
                    let joined = Span::new(span.start, parts[at + imprints].span.end);
                    if let Some(more) = recognise(self.note, joined, pointed)
                        .filter(|more| more.citation.title == found.citation.title)
                    {
                        return Some((more, imprints + 1));
                    }
                }
                return Some((found, 1));
            }
        } else if !self.is_head(span) && !self.opens_with_author(span) {
            return None;
        }
        for more in (1..=soft).rev() {
            let joined = Span::new(span.start, parts[at + more].span.end);
            let only_field = parts[at + 1..=at + more].iter().all(|part| !self.opens_with_signal(part.span));
            if only_field
                && let Some(found) = recognise(self.note, joined, pointed)
                && (found.citation.title.is_some() || found.citation.url.is_some())
            {
                return Some((found, more + 1));
            }
        }
        recognise(self.note, span, pointed).map(|found| (found, 1))
    }

    /// Names alone, or names and a year in brackets: the title follows in the next sentence.
    fn is_head(&self, span: Span) -> bool {
        let text = self.note.get(span);
        let year = self.note.groups.iter().find(|group| {
            span.contains(**group)
                && group.end >= span.end.saturating_sub(1)
                && self.note.dates_in(**group).next().is_some()
        });
        let names = year.map_or(span, |group| self.note.trim(Span::new(span.start, group.start)));
        let listed = super::parse::is_name_list(self.note, names);
        listed && (year.is_some() || (text.len() < 120 && self.note.dates_in(span).next().is_none()))
    }

    /// `London: Zed Books`, `Institute for Security Studies`: a publisher in a sentence of its own.
    fn is_imprint(&self, span: Span) -> bool {
        let text = self.note.get(span).trim_end_matches('.');
        let known = |name: &str| crate::publishers::publishers().by_name(name.trim()).is_some();
        let placed = text.split_once(": ").is_some_and(|(place, name)| {
            place.split_whitespace().count() <= 3
                && name.split_whitespace().count() <= 6
                && place.starts_with(char::is_uppercase)
                && name.starts_with(char::is_uppercase)
                && !name.contains(". ")
        });
        known(text) || placed
    }

    /// A person and a comma: the title that follows may hold a full stop ("Les eaux grises. Pouvoir et pêche").
    fn opens_with_author(&self, span: Span) -> bool {
        let text = self.note.get(span);
        let Some((first, rest)) = text.split_once(", ") else {
            return false;
        };
        let known = crate::publishers::publishers().by_name(first).is_some();
        (known || super::parse::is_person(first)) && rest.split_whitespace().count() <= 20
    }

    fn opens_with_signal(&self, span: Span) -> bool {
        self.note.cues_in(span).next().is_some_and(|hit| {
            hit.span.start == span.start && hit.cues.has(Cue::Signal) && is_pointing(self.note.get(hit.span))
        })
    }

    /// Without "See also", "and", "citing" before it, and without the brackets around it.
    fn without_signal(&self, span: Span) -> (Span, bool) {
        let mut span = self.unwrapped(span);
        let mut signalled = false;
        loop {
            let leading = self
                .note
                .cues_in(span)
                .next()
                .filter(|hit| hit.span.start == span.start && hit.cues.has_any(&[Cue::Signal, Cue::Via]));
            let first = self.note.tokens.iter().find(|token| span.contains(token.span));
            let and = first.filter(|token| {
                token.span.start == span.start
                    && crate::languages::lexicon().is_and(token.text(self.note.text))
            });
            let end = match (leading, and) {
                (Some(hit), _) => {
                    signalled = true;
                    hit.span.end
                }
                (None, Some(token)) => token.span.end,
                (None, None) => return (span, signalled),
            };
            let trimmed = self.note.trim(Span::new(end, span.end));
            if trimmed.start == span.start {
                return (span, signalled);
            }
            span = self.unwrapped(self.note.trim(trimmed));
        }
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

    fn last_end_adjoins(&self, span: Span) -> bool {
        let end = self.found.last().map_or(0, |found| found.citation.span.end);
        let last_comment = self.commentary.last().map_or(0, |comment| comment.end);
        end > last_comment && span.start >= end
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

    /// Commentary keeps its lead-in but not the signal that closes it ("…, see:").
    fn commentary_span(&self, span: Span) -> Span {
        span
    }
}

/// Sets its number and moves its spans to the reading text.
fn placed(mut citation: Citation, note: usize, index: usize, by: usize) -> Citation {
    citation.note = note;
    citation.index = index;
    citation.span = citation.span.shifted(by);
    let places = &mut citation.places;
    for place in [
        &mut places.authors,
        &mut places.title,
        &mut places.container,
        &mut places.date,
        &mut places.url,
        &mut places.accessed,
        &mut places.interviewee,
    ] {
        *place = place.map(|span| span.shifted(by));
    }
    citation
}
