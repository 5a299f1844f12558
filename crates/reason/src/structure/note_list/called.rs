//! What calls notes in the body, and what a note looks like: evidence that a labelled block is one.

use std::collections::HashMap;

use crate::languages::{Cue, lexicon};
use crate::text::{label_number, lowered, tokens};

use super::super::label::leading_label;
use super::super::piece::{Letters, Piece};

/// The numbers that raised or bracketed marks call, with the first piece that calls each.
pub(super) fn called_numbers(pieces: &[Piece]) -> HashMap<u32, usize> {
    let mut called = HashMap::new();
    for (index, piece) in pieces.iter().enumerate() {
        let may_call = piece.kind.is_none_or(crate::document::BlockKind::may_call_notes);
        if !may_call || piece.letters == Letters::Recognised {
            continue;
        }
        let skip = leading_label(&piece.text).map_or(0, |label| label.length);
        for number in marks(&piece.text[skip..]) {
            for number in std::iter::once(number).chain(halves(number).into_iter().flatten()) {
                called.entry(number).or_insert(index);
            }
        }
    }
    called
}

/// `⁶⁷` may be 6 and 7, set without a comma.
fn halves(number: u32) -> Option<[u32; 2]> {
    let digits = number.to_string();
    (1..digits.len()).find_map(|at| {
        let (first, second): (u32, u32) = (digits[..at].parse().ok()?, digits[at..].parse().ok()?);
        (second == first + 1).then_some([first, second])
    })
}

/// Brackets around numbers of notes close within so many bytes; a text of nothing but `[` is not gone through for each.
const LONGEST_BRACKETS: usize = 31;

fn marks(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    let mut raised = String::new();
    for c in text.chars() {
        match lowered(c) {
            Some(plain) => raised.push(plain),
            None if !raised.is_empty() => found.extend(label_number(&std::mem::take(&mut raised))),
            None => {}
        }
    }
    found.extend(label_number(&raised));
    for (at, _) in text.match_indices('[') {
        let inside = &text[at + 1..];
        let Some(end) = inside.bytes().take(LONGEST_BRACKETS).position(|byte| byte == b']') else {
            continue;
        };
        let numbers = inside[..end].split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        if inside[..end].chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–' | ';')) {
            found.extend(numbers.filter_map(|number| number.parse::<u32>().ok()));
        }
    }
    found
}

/// Whether a text reads like a citation: an address, a quoted title with a comma, "ibid.", "interview with", a page.
pub(super) fn is_like_a_note(text: &str) -> bool {
    if text.contains("://") || text.contains("www.") {
        return true;
    }
    let quoted = [",” ", ",\" ", "», ", "” (", "”, ", "\" ("].iter().any(|close| text.contains(close));
    if quoted {
        return true;
    }
    let head = text.char_indices().nth(240).map_or(text, |(at, _)| &text[..at]);
    let tokens = tokens(head);
    let telling = [
        Cue::Ibid,
        Cue::Supra,
        Cue::OpCit,
        Cue::Interview,
        Cue::Accessed,
        Cue::OnFile,
        Cue::Page,
        Cue::Paragraph,
        Cue::Communication,
        Cue::EtAl,
    ];
    lexicon().cues(head, &tokens).iter().any(|hit| {
        let word = &head[hit.span.start..hit.span.end];
        let opens = hit.first == 0 && (hit.cues.has(Cue::Signal) && word.len() > 2);
        let number_follows =
            tokens.get(hit.last).is_some_and(|token| token.kind == crate::text::TokenKind::Number);
        let counted = hit.cues.has_any(&[Cue::Page, Cue::Paragraph]) && !hit.cues.has(Cue::Available);
        opens
            || (counted && number_follows)
            || (hit.cues.has_any(&telling) && !hit.cues.has_any(&[Cue::Page, Cue::Paragraph]))
    })
}
