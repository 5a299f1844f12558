//! A worker is not trusted: a hostile file may have taken it over. What it answers is checked before anything counts on it.

use reason::document::{Document, Span};

/// Whether every span of a document can be used without fear: in bounds, on character boundaries, blocks in order.
///
/// Marks out of order are a fault of a reader that misses a link, not a danger: its own tests see to that.
pub fn is_sound(document: &Document) -> bool {
    let inside = |span: Span| document.text.get(span.start..span.end).is_some();
    let blocks = &document.blocks;
    blocks.iter().all(|block| inside(block.span))
        && blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start)
        && document.marks.iter().all(|mark| inside(mark.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use reason::document::{BlockKind, Draft, DraftBlock, Mark, MarkKind};

    fn document() -> Document {
        let mut draft = Draft::new("text/plain", "text", 1);
        for text in ["Ménaka", "Kidal"] {
            let block = DraftBlock::new(Some(BlockKind::Paragraph), text, None);
            draft.blocks.push(block);
        }
        reason::structure::compose(draft)
    }

    fn check(damage: impl Fn(&mut Document), sound: bool) {
        let mut document = document();
        damage(&mut document);
        assert_eq!(is_sound(&document), sound, "{document:?}");
    }

    #[test]
    fn spans_that_would_panic_are_refused() {
        let mark = |start, end| Mark { span: Span::new(start, end), kind: MarkKind::Emphasis };
        check(|_| {}, true);
        check(|document| document.marks.push(mark(0, 3)), true);
        check(|document| document.marks.push(mark(0, 2)), false);
        check(|document| document.marks.push(mark(0, 999)), false);
        check(|document| document.marks.push(mark(3, 1)), false);
        check(|document| document.blocks.reverse(), false);
        check(|document| document.blocks[1].span.end += 1, false);
    }
}
