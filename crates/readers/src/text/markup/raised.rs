//! Raised text as converters write it: `^{12, 13}`, `^12^`, `^12`, `^[12]`.

use crate::inline::{Inline, is_note_marks};

/// Longest raised text, in bytes: a dozen marks.
const LONGEST: usize = 80;

/// Reads raised text after a caret; gives its length with the signs.
pub(super) fn read(out: &mut Inline, previous: Option<char>, from: &str) -> Option<usize> {
    let inner = &from[1..];
    if let Some(braced) = inner.strip_prefix('{') {
        let end = within_reach(braced, '}')?;
        out.push_raised(&braced[..end]);
        return Some(end + 3);
    }
    if let Some(end) = within_reach(inner, '^').filter(|end| is_word(&inner[..*end])) {
        out.push_raised(&inner[..end]);
        return Some(end + 2);
    }
    let after_text = previous.is_some_and(|c| !c.is_numeric() && !c.is_whitespace());
    // `killed.^[12]`: the caret only says what the brackets do.
    if let Some(bracketed) = inner.strip_prefix('[').filter(|_| after_text) {
        let end = within_reach(bracketed, ']').filter(|end| is_note_marks(&bracketed[..*end]))?;
        out.push(&inner[..end + 2]);
        return Some(end + 3);
    }
    // `killed.^12` is a mark, `10^12` a number.
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !inner[digits..].starts_with(char::is_alphanumeric);
    // `^12 Interview`: the label of a note.
    let opens_line = previous.is_none_or(|c| c == '\n') && inner[digits..].starts_with([' ', '\t']);
    if !(1..=4).contains(&digits) || !ends || !(after_text || opens_line) {
        return None;
    }
    out.push_raised(&inner[..digits]);
    Some(digits + 1)
}

fn within_reach(text: &str, close: char) -> Option<usize> {
    let end = text.find(close)?;
    (0 < end && end <= LONGEST).then_some(end)
}

fn is_word(text: &str) -> bool {
    is_note_marks(text) || (text.len() <= 4 && text.chars().all(char::is_alphanumeric))
}
