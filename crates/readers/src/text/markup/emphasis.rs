//! `*emphasis*`, `**strong**`, `_emphasis_`.

/// How far the closing sign may be, in bytes: titles of books and papers, not whole pages.
const REACH: usize = 1000;

/// What the signs ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// One sign: italics.
    Emphasis,
    /// Two: bold, which means nothing to us.
    Strong,
}

/// Text between two signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked<'a> {
    pub(super) text: &'a str,
    pub(super) strength: Strength,
}

/// Reads what stands between paired signs around a run of words; gives its whole length too.
pub(super) fn read(previous: Option<char>, from: &str) -> Option<(Marked<'_>, usize)> {
    let sign = from.as_bytes()[0];
    let run = from.bytes().take_while(|b| *b == sign).count();
    if run > 3 || previous.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let inner = &from[run..];
    if inner.starts_with(char::is_whitespace) {
        return None;
    }
    let end = closing(inner, sign, run)?;
    let strength = if run == 2 { Strength::Strong } else { Strength::Emphasis };
    Some((Marked { text: &inner[..end], strength }, end + 2 * run))
}

/// Where a run of as many signs closes: after a word and before none.
fn closing(inner: &str, sign: u8, run: usize) -> Option<usize> {
    let bytes = &inner.as_bytes()[..inner.len().min(REACH)];
    let mut from = 1;
    loop {
        let at = from + memchr::memchr(sign, bytes.get(from..)?)?;
        let length = bytes[at..].iter().take_while(|b| **b == sign).count();
        let after = inner[at + length..].chars().next();
        let escaped = bytes[at - 1] == b'\\';
        let opens_word = after.is_some_and(char::is_alphanumeric);
        let after_word = !inner[..at].ends_with(char::is_whitespace);
        if length == run && !escaped && !opens_word && after_word {
            return Some(at);
        }
        from = at + length;
    }
}
