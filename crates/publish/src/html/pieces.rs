//! Blocks gathered into what the page draws together.

use std::ops::Range;

use reason::document::{Block, BlockKind, Span};

use super::view::View;

/// A run of blocks, as indexes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// One block of text, or the items of one list.
    Row(Range<usize>),
    /// Furniture, page chrome, repeated text: folded away.
    Apart(Range<usize>),
    /// Notes where the file has them: they are drawn beside the sentences that call them.
    Notes(Range<usize>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Single,
    List,
    Apart,
    Notes,
}

/// All blocks of a document, each in one piece, in their order.
pub fn pieces(view: View<'_>) -> Vec<Piece> {
    let blocks = &view.source.document.blocks;
    let sorts: Vec<_> = blocks.iter().map(|block| sort(view, block)).collect();
    let mut pieces = Vec::new();
    let mut start = 0;
    for run in sorts.chunk_by(|one, next| one == next && *one != Sort::Single) {
        let range = start..start + run.len();
        start = range.end;
        pieces.push(match run[0] {
            Sort::Single | Sort::List => Piece::Row(range),
            Sort::Apart => Piece::Apart(range),
            Sort::Notes => Piece::Notes(range),
        });
    }
    pieces
}

fn sort(view: View<'_>, block: &Block) -> Sort {
    if is_all_notes(view, block.span) {
        return Sort::Notes;
    }
    match block.kind {
        BlockKind::Furniture | BlockKind::Boilerplate | BlockKind::Duplicate => Sort::Apart,
        BlockKind::ListItem => Sort::List,
        _ => Sort::Single,
    }
}

/// Whether every letter and digit of a span belongs to a note. Bullets and full stops after a label may stand outside.
fn is_all_notes(view: View<'_>, span: Span) -> bool {
    let parts = &view.index().note_parts;
    let first = parts.partition_point(|part| part.span.end <= span.start);
    let mut at = span.start;
    let mut touched = false;
    for part in parts[first..].iter().take_while(|part| part.span.start < span.end) {
        touched = true;
        if has_words(view.text(Span::new(at, part.span.start.max(at)))) {
            return false;
        }
        at = at.max(part.span.end);
    }
    touched && !has_words(view.text(Span::new(at.min(span.end), span.end)))
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}
