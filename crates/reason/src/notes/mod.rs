//! Notes, the markers that call them, and the sentences that the markers close.

mod link;
mod markers;
mod read;
mod types;

pub use types::{Marker, Note, Sentence};

use crate::document::{BlockKind, Document, Span};
use crate::text::sentences;

/// What [`read`] finds: sentences, notes and markers, each in reading order.
pub type Apparatus = (Vec<Sentence>, Vec<Note>, Vec<Marker>);

/// Reads the notes of a document, finds what calls them, and ties each marker to its sentence and its note.
#[must_use]
pub fn read(document: &Document) -> Apparatus {
    let sentences = body_sentences(document);
    let notes = read::notes(document);
    let groups = markers::find(document, &notes);
    let markers = link::link(document, &sentences, &notes, groups);
    (sentences, notes, markers)
}

/// The sentences of all blocks that may call notes; of a table, each row counts as one.
fn body_sentences(document: &Document) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (block, of) in document.blocks.iter().enumerate().filter(|(_, of)| of.kind.may_call_notes()) {
        let text = document.quote(of.span);
        let spans = if of.kind == BlockKind::Table { rows(text) } else { sentences(text) };
        found.extend(spans.into_iter().map(|span| Sentence { span: span.shifted(of.span.start), block }));
    }
    found
}

fn rows(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut found = Vec::new();
    for row in text.split('\n') {
        let end = start + row.len();
        if !row.trim().is_empty() {
            found.push(Span::new(start, end));
        }
        start = end + 1;
    }
    found
}
