//! What the parts of the page look up: which places lie in a span, which note stands beside which marker, which work a
//! citation means.

use std::collections::{HashMap, HashSet};

use reason::Source;
use reason::document::{Document, Span};
use reason::works::CitationRef;

use crate::Checked;

/// A place of a diagnostic in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceAt {
    /// Never empty, on character boundaries.
    pub span: Span,
    /// Index of the diagnostic.
    pub diagnostic: usize,
    /// Index among its places.
    pub place: usize,
}

/// A part of a note: its label or a piece of its text.
#[derive(Debug, Clone, Copy)]
pub struct NotePart {
    pub span: Span,
    pub note: usize,
}

/// Look-ups within one document.
pub struct DocumentIndex {
    /// Ordered by start.
    pub places: Vec<PlaceAt>,
    /// Diagnostics and places that stand nowhere in the text: metadata, unread pages.
    pub elsewhere: Vec<(usize, usize)>,
    /// For each note the first marker that calls it.
    pub first_marker: Vec<Option<usize>>,
    /// Ordered by start.
    pub note_parts: Vec<NotePart>,
    /// Sentences in which a marker stands.
    pub called_sentences: HashSet<usize>,
}

/// Look-ups over all that was checked.
pub struct Index<'a> {
    pub checked: Checked<'a>,
    pub documents: Vec<DocumentIndex>,
    pub works: HashMap<CitationRef, usize>,
}

impl<'a> Index<'a> {
    pub fn new(checked: Checked<'a>) -> Self {
        let mut documents: Vec<_> = checked.sources.iter().map(DocumentIndex::new).collect();
        for (diagnostic, found) in checked.diagnostics.iter().enumerate() {
            for (place, stands) in found.places.iter().enumerate() {
                let Some(source) = checked.sources.get(stands.document) else {
                    continue;
                };
                let index = &mut documents[stands.document];
                match stands.span.and_then(|span| shown(source.document, span)) {
                    Some(span) => index.places.push(PlaceAt { span, diagnostic, place }),
                    None => index.elsewhere.push((diagnostic, place)),
                }
            }
        }
        for document in &mut documents {
            document.places.sort_by_key(|place| place.span);
        }
        let works = checked.conclusions.works.iter().enumerate();
        let works = works
            .flat_map(|(work, joined)| joined.cited_by.iter().map(move |cited| (*cited, work)))
            .collect();
        Self { checked, documents, works }
    }
}

impl DocumentIndex {
    fn new(source: &Source<'_>) -> Self {
        let analysis = source.analysis;
        let mut first_marker = vec![None; analysis.notes.len()];
        for (number, marker) in analysis.markers.iter().enumerate() {
            if let Some(slot) = marker.note.and_then(|note| first_marker.get_mut(note)) {
                slot.get_or_insert(number);
            }
        }
        let mut note_parts: Vec<_> = analysis
            .notes
            .iter()
            .enumerate()
            .flat_map(|(note, read)| {
                let spans = std::iter::once(read.label_span).chain(read.spans.iter().copied());
                spans.map(move |span| NotePart { span, note })
            })
            .filter(|part| !part.span.is_empty())
            .collect();
        note_parts.sort_by_key(|part| part.span);
        Self {
            places: Vec::new(),
            elsewhere: Vec::new(),
            first_marker,
            note_parts,
            called_sentences: analysis.markers.iter().map(|marker| marker.sentence).collect(),
        }
    }

    /// The note in which a byte of the text stands.
    pub fn note_at(&self, at: usize) -> Option<usize> {
        let next = self.note_parts.partition_point(|part| part.span.start <= at);
        let part = self.note_parts[..next].last()?;
        (at < part.span.end).then_some(part.note)
    }
}

/// The span as it can be underlined: within the text, on character boundaries, one character at least. `None` where
/// there is no such thing.
fn shown(document: &Document, span: Span) -> Option<Span> {
    let text = &document.text;
    text.get(span.start..span.end)?;
    if !span.is_empty() {
        return Some(span);
    }
    if let Some(next) = text[span.start..].chars().next() {
        return Some(Span::new(span.start, span.start + next.len_utf8()));
    }
    let previous = text.chars().next_back()?;
    Some(Span::new(span.end - previous.len_utf8(), span.end))
}
