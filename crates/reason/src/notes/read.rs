use crate::document::{Block, BlockKind, Document, Span};
use crate::structure::leading_label;
use crate::text::label_number;

use super::Note;

/// The notes of a document, in its order.
pub(super) fn notes(document: &Document) -> Vec<Note> {
    let mut found: Vec<Note> = Vec::new();
    let mut chain = 0;
    let mut last: Option<u32> = None;
    for block in document.blocks.iter().filter(|block| block.kind == BlockKind::Note) {
        let mut note = note(document, block);
        if let Some(number) = label_number(&note.label) {
            // Numbering that falls back to its start opens a chapter or a page.
            if last.is_some_and(|last| number <= last && number <= 2) {
                chain += 1;
            }
            last = Some(number);
        }
        note.chain = chain;
        found.push(note);
    }
    found
}

fn note(document: &Document, block: &Block) -> Note {
    let Span { start, end } = block.span;
    if let Some(anchor) = &block.anchor {
        return bare(anchor.label.clone(), Span::new(start, start), Span::new(start, end));
    }
    match leading_label(document.quote(block.span)) {
        Some(label) => {
            bare(label.text, Span::new(start, start + label.length), Span::new(start + label.text_at, end))
        }
        None => bare(String::new(), Span::new(start, start), Span::new(start, end)),
    }
}

fn bare(label: String, label_span: Span, text: Span) -> Note {
    Note { label, chain: 0, spans: vec![text], label_span, commentary: None }
}
