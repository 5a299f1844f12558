//! Where a diagnostic's place is, and what stands around it.

use casebook::{Loaded, LoadedDocument};
use reason::checks::Place;
use reason::document::{BlockKind, Span};

/// A heading is cut to so many characters where it tells a place.
const HEADING: usize = 48;

/// What people call a place: `report.pdf, page 6, note 12`.
pub fn whereabouts(loaded: &Loaded, place: &Place) -> String {
    let Some(document) = loaded.documents.get(place.document) else {
        return unread_name(loaded, place);
    };
    let mut parts = vec![document.exhibit.label.clone()];
    let page = place.page.or_else(|| document.document.page_at(place.span?.start));
    parts.extend(page.map(|page| format!("page {page}")));
    if let Some(span) = place.span {
        let note = note_at(document, span).map(|note| format!("note {note}"));
        let heading = || match page {
            None => heading_before(document, span),
            Some(_) => None,
        };
        parts.extend(note.or_else(heading));
    }
    parts.join(", ")
}

fn unread_name(loaded: &Loaded, place: &Place) -> String {
    let number = place.document.checked_sub(loaded.documents.len());
    number
        .and_then(|number| loaded.unread.get(number))
        .map_or_else(String::new, |(exhibit, _)| exhibit.label.clone())
}

/// The label of the note that a span stands in.
fn note_at(document: &LoadedDocument, span: Span) -> Option<&str> {
    let inside = |part: &Span| part.contains(span);
    document
        .analysis
        .notes
        .iter()
        .find(|note| inside(&note.label_span) || note.spans.iter().any(inside))
        .map(|note| note.label.as_str())
}

/// In a file without pages, the heading above a place is what a person can look for.
fn heading_before(document: &LoadedDocument, span: Span) -> Option<String> {
    let blocks = &document.document.blocks;
    let before = blocks.partition_point(|block| block.span.end <= span.start);
    let heading = blocks[..before].iter().rfind(|block| block.kind == BlockKind::Heading)?;
    let text = document.document.quote(heading.span);
    let mut short: String = text.chars().take(HEADING).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Some(format!("under “{short}”"))
}

/// The text before, at and after a place, within its sentence, its note or its block.
pub fn surroundings<'a>(loaded: &'a Loaded, place: &Place) -> Option<[&'a str; 3]> {
    let document = loaded.documents.get(place.document)?;
    let span = place.span?;
    let context = context(document, span);
    let text = &document.document.text;
    Some([
        text.get(context.start..span.start)?,
        text.get(span.start..span.end)?,
        text.get(span.end..context.end)?,
    ])
}

fn context(document: &LoadedDocument, span: Span) -> Span {
    let analysis = &document.analysis;
    let sentences = &analysis.sentences;
    let before = sentences.partition_point(|sentence| sentence.span.start <= span.start);
    let sentence = sentences[..before].last().map(|sentence| sentence.span);
    let notes = analysis.notes.iter();
    let parts = notes.flat_map(|note| note.spans.iter().copied().chain([note.span()]));
    let block = document.document.block_at(span.start).map(|block| block.span);
    sentence.into_iter().chain(parts).chain(block).find(|candidate| candidate.contains(span)).unwrap_or(span)
}
