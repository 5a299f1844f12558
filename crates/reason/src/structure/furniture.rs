//! Page headers, footers and page numbers that a reader did not recognise by their position.

use std::collections::HashMap;

use crate::document::BlockKind;
use crate::text::fold;

use super::piece::Piece;

/// A running head stands on more pages than a phrase of the text would be repeated word for word on a line of its own.
const RUNNING_HEAD_REPEATS: usize = 4;

pub(super) fn set_apart(pieces: &mut [Piece]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for piece in pieces.iter().filter(|piece| may_be_furniture(piece)) {
        *seen.entry(without_numbers(&piece.text)).or_default() += 1;
    }
    let mut met: HashMap<String, usize> = HashMap::new();
    for piece in pieces.iter_mut().filter(|piece| may_be_furniture(piece)) {
        let plain = without_numbers(&piece.text);
        let first = !met.contains_key(&plain);
        *met.entry(plain.clone()).or_default() += 1;
        let repeats = seen.get(&plain).is_some_and(|count| *count >= RUNNING_HEAD_REPEATS);
        // The first of a running head may be the title itself.
        if is_page_number(&piece.text) || (repeats && !first) {
            piece.kind = Some(BlockKind::Furniture);
        }
    }
}

fn may_be_furniture(piece: &Piece) -> bool {
    piece.is_open() && piece.text.len() <= 120 && piece.is_line()
}

/// Page numbers change from head to head; the words do not.
fn without_numbers(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_ascii_digit()).collect::<String>().trim().to_owned()
}

/// `12`, `- 12 -`, `Page 12 of 40`, `12 | REPORT`: nothing but a number and at most a word for a page.
fn is_page_number(text: &str) -> bool {
    let folded = fold(text);
    let mut numbers = 0;
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers += 1;
        } else if !matches!(word, "page" | "p" | "of" | "de" | "sur" | "seite" | "pagina" | "von") {
            return false;
        }
    }
    (1..=2).contains(&numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_a_number_and_a_word_for_a_page() {
        for text in ["12", "- 12 -", "Page 3 of 40", "Page 3 sur 40", "3/40"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["August 2025", "12 dead", "", "Part", "1 2 3 4"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
