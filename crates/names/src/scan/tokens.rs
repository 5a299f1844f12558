//! A text cut into words, quickly.

use crate::hashed::hash;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a small letter.
    Small,
    /// Begins with a capital.
    Capital,
    /// Several capitals and no small letter.
    Upper,
    /// One capital alone.
    Initial,
    /// Begins with a digit.
    Number,
    /// Of a script without capitals.
    Caseless,
}

/// A word of a text: letters and digits, and apostrophes between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Its first byte in the text.
    pub(super) start: usize,
    /// The byte behind it.
    pub(super) end: usize,
    /// Of its bytes.
    pub(super) hash: u64,
    pub(super) shape: Shape,
}

impl Token {
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether it may begin a name.
    pub(super) fn is_capital(&self) -> bool {
        !matches!(self.shape, Shape::Small | Shape::Number)
    }
}

/// Cuts `text[from..to]` into words and adds them. Both ends are at characters.
pub(super) fn cut(text: &str, from: usize, to: usize, found: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut at = from;
    let behind_ascii = |at: usize| {
        let letters = bytes[at..to].iter().take_while(|byte| byte.is_ascii_alphanumeric());
        at + letters.count()
    };
    while at < to {
        let Some(length) = letter(text, at) else {
            at += width(bytes[at]);
            continue;
        };
        let start = at;
        at += length;
        loop {
            at = behind_ascii(at);
            if at < to && bytes[at].is_ascii() && bytes[at] != b'\'' {
                break;
            }
            if at < to
                && let Some(length) = letter(text, at)
            {
                at += length;
            } else if at < to
                && let Some(length) = apostrophe(bytes, at)
                && at + length < to
                && letter(text, at + length).is_some()
            {
                at += length;
            } else {
                break;
            }
        }
        let word = &bytes[start..at];
        found.push(Token { start, end: at, hash: hash(word), shape: shape(&text[start..at]) });
    }
}

/// The bytes of the character that begins with this one.
const fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// How many bytes the letter, digit or mark at a place has; `None` where something else stands there.
fn letter(text: &str, at: usize) -> Option<usize> {
    let first = *text.as_bytes().get(at)?;
    if first.is_ascii() {
        return first.is_ascii_alphanumeric().then_some(1);
    }
    // Cyrillic and Latin with accents, by far the most of what is not ASCII in our texts, need no table; quotes and dashes neither.
    match (first, text.as_bytes().get(at + 1)) {
        (0xC3, Some(0x97 | 0xB7)) | (0xE2, Some(0x80 | 0x81)) => return None,
        (0xC3..=0xC9 | 0xD0..=0xD1, _) => return Some(2),
        _ => {}
    }
    let c = text.get(at..)?.chars().next()?;
    let is_letter = c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    is_letter.then_some(c.len_utf8())
}

fn apostrophe(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at..] {
        [b'\'', ..] => Some(1),
        // ’ ‘ and the letter apostrophe.
        [0xE2, 0x80, 0x98 | 0x99, ..] => Some(3),
        [0xCA, 0xBC | 0xBB, ..] => Some(2),
        _ => None,
    }
}

fn shape(word: &str) -> Shape {
    if word.starts_with(|first: char| first.is_ascii_lowercase()) {
        return Shape::Small;
    }
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return Shape::Small };
    if first.is_ascii_digit() {
        Shape::Number
    } else if first.is_lowercase() {
        Shape::Small
    } else if !first.is_uppercase() {
        Shape::Caseless
    } else if letters.as_str().is_empty() {
        Shape::Initial
    } else if letters.any(char::is_lowercase) {
        Shape::Capital
    } else {
        Shape::Upper
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_into_words() {
        for (text, expected) in [
            ("Mr. O'Brien, V. Putin’s man", &["Mr", "O'Brien", "V", "Putin’s", "man"][..]),
            ("д'Артаньян — «Роснефть»", &["д'Артаньян", "Роснефть"]),
            ("Al-Tikriti 'x' 12th", &["Al", "Tikriti", "x", "12th"]),
            ("", &[]),
            ("é́a", &["é́a"]),
        ] {
            let mut found = Vec::new();
            cut(text, 0, text.len(), &mut found);
            let words: Vec<_> = found.iter().map(|token| token.text(text)).collect();
            assert_eq!(words, expected);
        }
    }
}
