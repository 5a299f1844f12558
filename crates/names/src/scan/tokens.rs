//! A text cut into words, quickly.

use std::sync::LazyLock;

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
    pub(super) start: u32,
    /// The byte behind it.
    pub(super) end: u32,
    pub(super) shape: Shape,
}

impl Token {
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether it may begin a name.
    pub(super) fn is_capital(&self) -> bool {
        !matches!(self.shape, Shape::Small | Shape::Number)
    }
}

/// Cuts a text into words and adds them. Behind four gigabytes it finds none.
pub(super) fn cut(text: &str, found: &mut Vec<Token>) {
    let letters = Letters::all();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        let length =
            if first.is_ascii() { first.is_ascii_alphanumeric().then_some(1) } else { letters.at(bytes, at) };
        let Some(length) = length else {
            at += width(first);
            continue;
        };
        let start = at;
        at = letters.word_end(bytes, at + length);
        let (Ok(from), Ok(to)) = (start.try_into(), at.try_into()) else { return };
        // Nearly every word of a text.
        let shape = if first.is_ascii_lowercase() { Shape::Small } else { shape(&text[start..at]) };
        found.push(Token { start: from, end: to, shape });
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

/// Which characters of the basic plane words are made of, a bit for each: the tables of Unicode take long to ask.
struct Letters([u64; 1024]);

impl Letters {
    fn all() -> &'static Self {
        static ALL: LazyLock<Letters> = LazyLock::new(|| {
            let mut all = [0; 1024];
            for letter in ('\0'..='\u{ffff}').filter(|one| is_letter(*one)) {
                all[letter as usize / 64] |= 1 << (letter as usize % 64);
            }
            Letters(all)
        });
        &ALL
    }

    /// How many bytes the letter, digit or mark at a place has; `None` where something else stands there.
    #[inline]
    fn at(&self, bytes: &[u8], at: usize) -> Option<usize> {
        if let Some(first @ 0..0x80) = bytes.get(at) {
            return first.is_ascii_alphanumeric().then_some(1);
        }
        let more = |behind: usize| bytes.get(at + behind).map_or(0, |byte| usize::from(byte & 0x3F));
        let first = usize::from(*bytes.get(at)?);
        let code = match width(first as u8) {
            1 => first,
            2 => (first & 0x1F) << 6 | more(1),
            3 => (first & 0x0F) << 12 | more(1) << 6 | more(2),
            _ => (first & 0x07) << 18 | more(1) << 12 | more(2) << 6 | more(3),
        };
        let is_letter = match self.0.get(code / 64) {
            Some(letters) => letters >> (code % 64) & 1 == 1,
            None => char::from_u32(code as u32).is_some_and(is_letter),
        };
        is_letter.then_some(width(first as u8))
    }

    /// Where the word ends that goes on at a place.
    fn word_end(&self, bytes: &[u8], mut at: usize) -> usize {
        loop {
            at += plain_letters(&bytes[at..]);
            if bytes.get(at).is_none_or(|byte| byte.is_ascii() && *byte != b'\'') {
                return at;
            }
            if let Some(length) = self.at(bytes, at) {
                at += length;
            } else if let Some(length) = apostrophe(&bytes[at..])
                && self.at(bytes, at + length).is_some()
            {
                at += length;
            } else {
                return at;
            }
        }
    }
}

/// Letters, digits and marks; of general punctuation nothing, also no raised digits, which are marks of notes.
fn is_letter(c: char) -> bool {
    let is_other = matches!(c, '\u{2000}'..='\u{207f}' | '¹' | '²' | '³');
    !is_other && (c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c))
}

/// How many letters and digits of ASCII stand at the beginning, eight at a time.
fn plain_letters(bytes: &[u8]) -> usize {
    let (eights, rest) = bytes.as_chunks();
    for (number, eight) in eights.iter().enumerate() {
        let others = others(u64::from_le_bytes(*eight));
        if others != 0 {
            return number * 8 + others.trailing_zeros() as usize / 8;
        }
    }
    let behind = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
    eights.len() * 8 + behind.count()
}

/// The upper bit of each of eight bytes that is no letter or digit of ASCII.
const fn others(eight: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const UPPER: u64 = 0x80 * EACH;
    /// The upper bit of each byte, of which the others count, that is not below a first and not above a last.
    const fn between(bytes: u64, first: u8, last: u8) -> u64 {
        let from_first = bytes + (0x80 - first as u64) * EACH;
        let above_last = bytes + (0x7F - last as u64) * EACH;
        from_first & !above_last
    }
    let lower = eight & !UPPER;
    let letters = between(lower | (0x20 * EACH), b'a', b'z');
    let digits = between(lower, b'0', b'9');
    (eight | !(letters | digits)) & UPPER
}

fn apostrophe(bytes: &[u8]) -> Option<usize> {
    match *bytes {
        [b'\'', ..] => Some(1),
        // ’ ‘ and the letter apostrophe.
        [0xE2, 0x80, 0x98 | 0x99, ..] => Some(3),
        [0xCA, 0xBC | 0xBB, ..] => Some(2),
        _ => None,
    }
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return Shape::Small };
    if first.is_ascii_digit() {
        Shape::Number
    } else if is_caseless(first) {
        Shape::Caseless
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

/// Arabic, Hebrew and their neighbours, Han, kana, Hangul: known without the tables of Unicode.
const fn is_caseless(letter: char) -> bool {
    matches!(letter, '\u{590}'..'\u{10a0}' | '\u{3000}'..'\u{a640}' | '\u{ac00}'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_to_have_no_capitals_has_none() {
        for letter in ('\0'..=char::MAX).filter(|letter| is_caseless(*letter)) {
            assert!(!letter.is_lowercase() && !letter.is_uppercase(), "{letter:?}");
        }
    }

    #[test]
    fn letters_and_digits_of_ascii_are_counted() {
        for byte in 0..=u8::MAX {
            let expected = if byte.is_ascii_alphanumeric() { 11 } else { 3 };
            let text = [b'a', b'Z', b'9', byte, b'0', b'z', b'A', b'm', b'5', b'x', b'y', b' '];
            assert_eq!(plain_letters(&text), expected, "{byte}");
        }
    }

    #[test]
    fn texts_are_cut_into_words() {
        for (text, expected) in [
            ("Mr. O'Brien, V. Putin’s man", &["Mr", "O'Brien", "V", "Putin’s", "man"][..]),
            ("д'Артаньян — «Роснефть»", &["д'Артаньян", "Роснефть"]),
            ("Al-Tikriti 'x' 12th", &["Al", "Tikriti", "x", "12th"]),
            ("", &[]),
            ("é́a", &["é́a"]),
            ("Wagner¹ und Söhne²³", &["Wagner", "und", "Söhne"]),
        ] {
            let mut found = Vec::new();
            cut(text, &mut found);
            let words: Vec<_> = found.iter().map(|token| token.text(text)).collect();
            assert_eq!(words, expected);
        }
    }
}
