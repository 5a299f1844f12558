//! Links, and the few HTML elements that converters leave in text.

use reason::document::MarkKind;

use super::push_nested;
use crate::inline::{Inline, is_label};

/// Longest URL that is taken for one, in bytes.
const LONGEST_URL: usize = 4096;
/// Longest text of a link, in bytes.
const LONGEST_TEXT: usize = 1000;
/// Longest tag, in bytes.
const LONGEST_TAG: usize = 300;

/// `<https://…>` and inline elements. Anything else in angle brackets is text.
pub(super) fn read_angle(out: &mut Inline, from: &str, depth: usize) -> Option<usize> {
    let end = memchr::memchr(b'>', &from.as_bytes()[..from.len().min(LONGEST_URL)])?;
    let inner = &from[1..end];
    if is_url(inner) {
        let start = out.start();
        out.push(inner);
        out.close(start, MarkKind::Link(inner.to_owned()));
        return Some(end + 1);
    }
    if inner.len() > LONGEST_TAG {
        return None;
    }
    let name = inner.trim_start_matches('/').split([' ', '/']).next()?.to_ascii_lowercase();
    match name.as_str() {
        "br" => {
            out.break_line();
            Some(end + 1)
        }
        "sup" | "i" | "em" => read_element(out, from, end + 1, &name, depth),
        "sub" | "b" | "strong" | "u" | "span" | "small" => Some(end + 1),
        _ => None,
    }
}

/// `<sup>12</sup>`, `<i>Title</i>`. A closing tag without its opening one vanishes.
fn read_element(out: &mut Inline, from: &str, opened: usize, name: &str, depth: usize) -> Option<usize> {
    let close = format!("</{name}>");
    if from.starts_with("</") {
        return Some(opened);
    }
    let within = &from.as_bytes()[opened..from.len().min(opened + LONGEST_TEXT)];
    let Some(length) = memchr::memmem::find(within, close.as_bytes()) else {
        return Some(opened);
    };
    let inner = &from[opened..opened + length];
    let start = out.start();
    if name == "sup" && !inner.contains(['[', '<']) {
        out.push_raised(inner);
    } else if depth > 0 {
        push_nested(out, inner, depth - 1);
    } else {
        out.push(inner);
    }
    if name != "sup" {
        out.close(start, MarkKind::Emphasis);
    }
    Some(opened + length + close.len())
}

/// `[text](url)`, `[^12]`. `[12]` is a note mark and stays.
pub(super) fn read_bracket(out: &mut Inline, from: &str, depth: usize) -> Option<usize> {
    let end = closing_bracket(from)?;
    let inner = &from[1..end];
    if let Some(label) = inner.strip_prefix('^').filter(|label| is_label(label)) {
        out.push_raised(label);
        return Some(end + 1);
    }
    let target = from[end + 1..].strip_prefix('(')?;
    let length = closing_parenthesis(target)?;
    let url = target[..length].split_whitespace().next()?.trim_matches(['<', '>']);
    let taken = end + 2 + length + 1;
    let label = inner.trim_matches(['[', ']', '\\', '^', ' ']);
    if url.starts_with('#') && is_label(label) {
        out.push_raised(label);
        return Some(taken);
    }
    if !(is_url(url) || url.starts_with(['#', '/', '.']) || is_file(url)) {
        return None;
    }
    let start = out.start();
    if depth > 0 {
        push_nested(out, inner, depth - 1);
    } else {
        out.push(inner);
    }
    out.close(start, MarkKind::Link(url.to_owned()));
    Some(taken)
}

fn closing_bracket(from: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in from.bytes().enumerate().take(LONGEST_TEXT) {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(at),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A URL may hold pairs of parentheses.
fn closing_parenthesis(target: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in target.bytes().enumerate().take(LONGEST_URL) {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            b'\n' => return None,
            _ => {}
        }
    }
    None
}

fn is_url(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let begins = ["http://", "https://", "ftp://", "mailto:", "www."];
    begins.iter().any(|begin| lower.starts_with(begin)) && !text.contains(char::is_whitespace)
}

/// The target of a picture: a name with an extension.
fn is_file(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(name, end)| {
        !name.is_empty() && (2..=5).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}
