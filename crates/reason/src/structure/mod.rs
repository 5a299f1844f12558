//! From a reader's draft to a reading text.

use crate::document::{Block, BlockKind, Document, Draft, PageStart, Span};

/// Makes the reading text of a draft.
#[must_use]
pub fn compose(draft: Draft) -> Document {
    let mut document = Document {
        media_type: draft.media_type,
        reader: draft.reader,
        title: draft.title,
        language: draft.language,
        pages: draft.pages,
        text: String::new(),
        blocks: Vec::with_capacity(draft.blocks.len()),
        marks: Vec::new(),
        metadata: draft.metadata,
        warnings: draft.warnings,
    };
    for block in draft.blocks {
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let start = document.text.len();
        document.text.push_str(&block.text);
        document
            .marks
            .extend(block.marks.into_iter().map(|mut mark| {
                mark.span = mark.span.shifted(start);
                mark
            }));
        document.blocks.push(Block {
            kind: block.kind.unwrap_or(BlockKind::Paragraph),
            span: Span::new(start, document.text.len()),
            level: block.level,
            pages: block
                .page
                .map(|page| PageStart { at: start, page })
                .into_iter()
                .collect(),
            rows: block.rows,
            anchor: block.anchor,
        });
    }
    document
}
