use serde::{Deserialize, Serialize};

/// A part of a text, in bytes, end exclusive, on character boundaries.
///
/// Bytes are what the program counts in; exports count characters ([`CharacterIndex`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From the first byte to one past the last.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the other span lies within this one.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether both share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span in a text that this one's text was appended to.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}

/// Translates bytes of a text into characters (Unicode scalar values), as the export contract counts.
///
/// Built once per text: one entry per 128 bytes, so a translation scans at most 127 bytes.
///
/// ```
/// use reason::document::CharacterIndex;
/// let text = "Ménaka";
/// let index = CharacterIndex::new(text);
/// assert_eq!(index.characters(text, text.len()), 6);
/// ```
#[derive(Debug, Clone)]
pub struct CharacterIndex {
    before: Vec<usize>,
}

const STRIDE: usize = 128;

impl CharacterIndex {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            before.push(count);
            count += characters_in(chunk);
        }
        before.push(count);
        Self { before }
    }

    /// How many characters stand before a byte of the same text.
    #[must_use]
    pub fn characters(&self, text: &str, byte: usize) -> usize {
        let slot = byte / STRIDE;
        self.before[slot] + characters_in(&text.as_bytes()[slot * STRIDE..byte])
    }
}

/// Every byte but a UTF-8 continuation starts a character.
fn characters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_like_chars(text in ".{0,400}") {
            let index = CharacterIndex::new(&text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(index.characters(&text, at), text[..at].chars().count());
            }
        }
    }
}
