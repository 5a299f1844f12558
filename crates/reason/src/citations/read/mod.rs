//! Reads the notes of a document: each is cut into parts, each part is a citation, a piece of one, or commentary.

mod reader;
mod several;

use std::collections::HashSet;

use crate::document::{Document, MarkKind, Span};
use crate::notes::Note;
use crate::text::fold;

use super::Citation;
use super::note_text::NoteText;
use super::parse::{Found, is_person};

use reader::Reader;

/// Bytes of a note that are read for citations. The longest of real reports have 6,000; the parsers look back and forth
/// within a note, and a hostile one of a megabyte would take minutes. What is beyond is told as a warning (D01).
pub(crate) const LONGEST_NOTE: usize = 16_384;

/// Reads the citations of all notes, and sets each note's commentary.
pub fn read(document: &Document, notes: &mut [Note]) -> Vec<Citation> {
    let mut citations = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for (index, note) in notes.iter_mut().enumerate() {
        let Some(span) = note.spans.first().copied() else {
            continue;
        };
        let span = readable(document, span);
        let (found, commentary) = read_note(document, span, &known);
        note.commentary = commentary;
        let authors = found.iter().flat_map(|found| &found.citation.authors);
        known.extend(authors.filter_map(|author| family_name(author)));
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

/// The part of a note that is read for citations: all of it, but for notes that no report has.
fn readable(document: &Document, span: Span) -> Span {
    let text = document.quote(span);
    let end = (0..=LONGEST_NOTE.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    Span::new(span.start, span.start + end)
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
    Reader::new(&text, known).read()
}

/// The last name of a person, folded.
fn family_name(author: &str) -> Option<String> {
    let inverted = author.split_once(", ");
    let family = inverted.map_or(author, |(family, _)| family);
    let last = family.rsplit(' ').next()?;
    (inverted.is_some() || is_person(author)).then(|| fold(last))
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
