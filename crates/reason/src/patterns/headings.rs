//! Headings, also those that a reader could not tell from a paragraph: "III. Recommendations" on a line of its own.

use crate::document::{BlockKind, Document, Span};
use crate::text::fold_words;

/// A heading that nobody marked as one is short.
const LONGEST: usize = 90;

/// The words of a block that stands as a heading, folded, without its number; and its span without it.
pub(crate) fn heading(document: &Document, block: usize) -> Option<(String, Span)> {
    let block = &document.blocks[block];
    let text = document.quote(block.span);
    let marked = matches!(block.kind, BlockKind::Heading | BlockKind::Title);
    let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
        && text.len() <= LONGEST
        && !text.trim_end().ends_with(['.', ';', ',', ':', '!', '"', '”', '»', ')'])
        && !text.contains('\n');
    if !marked && !plain {
        return None;
    }
    let skipped = number_length(text);
    let words = fold_words(&text[skipped..]);
    (!words.is_empty()).then(|| (words, Span::new(block.span.start + skipped, block.span.end)))
}

/// The length of "III. ", "4.1 ", "(a) " at the start of a text.
pub(crate) fn number_length(text: &str) -> usize {
    let mut rest = text;
    for _ in 0..2 {
        let word = rest.split_whitespace().next().unwrap_or_default();
        let inner = word.trim_matches(['(', ')', '.', ':']);
        let counted = inner.len() < word.len() || inner.starts_with(|first: char| first.is_ascii_digit());
        let number = !inner.is_empty()
            && inner.len() <= 6
            && counted
            && (inner.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                || inner.bytes().all(|byte| b"IVXivx".contains(&byte))
                || inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_alphabetic()));
        if !number {
            break;
        }
        let past = rest.find(word).unwrap_or_default() + word.len();
        rest = rest[past..].trim_start();
    }
    text.len() - rest.len()
}

#[cfg(test)]
mod tests {
    use super::number_length;

    #[test]
    fn numbers_are_no_words() {
        for (text, rest) in [
            ("III. What is to be done", "What is to be done"),
            ("4.1 Halden", "Halden"),
            ("(a) Open the road", "Open the road"),
            ("a) Ouvrir", "Ouvrir"),
            ("50. The Panel", "The Panel"),
            ("A road", "A road"),
            ("I see", "I see"),
            ("", ""),
        ] {
            assert_eq!(&text[number_length(text)..], rest);
        }
    }
}
