//! A name as written, read: its words in Latin letters, each with what it does there.
//!
//! One name gives one reading for each Latin form that is really another (金正恩 is Jin Zheng'en and Kim Jong Un); spellings of one
//! sound (Yuriy, Iouri) are one. At most [`TEXT`] bytes and [`WORDS`] words of a name are read: what is longer is no name.

mod aircraft;
mod bodies;
mod compounds;
mod draft;
mod forms;
mod legal_spelling;
mod meaning;
mod persons;
mod several;
mod ships;
mod token;
mod written;

pub(crate) use forms::forms;
pub(crate) use meaning::of_particle;
pub(crate) use ships::prefix as ship_prefix;
pub use token::{Role, Token, flags};

/// Bytes of a name that are read. The longest name on the lists of November 2026 has 467.
pub const TEXT: usize = 1_000;

/// Words of a name that are read: the longest on the lists has 46, and what tells who is meant stands before that.
pub const WORDS: usize = 32;

/// One reading of a name: borrowed from the [`crate::matching::Prepared`] that holds it.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    tokens: &'a [Token],
    letters: &'a [u8],
    /// UTF-8; looked at where words are shown, not where they are compared.
    written: &'a [u8],
    as_person: bool,
}

impl<'a> Read<'a> {
    pub(crate) fn new(tokens: &'a [Token], letters: &'a [u8], written: &'a [u8], as_person: bool) -> Self {
        Self { tokens, letters, written, as_person }
    }

    /// Its words, in order.
    #[must_use]
    pub fn tokens(self) -> &'a [Token] {
        self.tokens
    }

    /// Whether it was read as the name of somebody; else as that of a body or a thing.
    #[must_use]
    pub fn as_person(self) -> bool {
        self.as_person
    }

    /// A word in small ASCII letters and digits.
    #[must_use]
    pub fn letters(self, token: &Token) -> &'a str {
        std::str::from_utf8(self.letter_bytes(token)).unwrap_or_default()
    }

    /// [`Read::letters`] to compare: without asking whether they are text.
    pub(crate) fn letter_bytes(self, token: &Token) -> &'a [u8] {
        self.bytes(token.letters, token.letters_len)
    }

    /// The sound of a word: words that are spellings of one sound have the same, close sounds differ in few bytes.
    #[must_use]
    pub fn sound(self, token: &Token) -> &'a [u8] {
        self.bytes(token.sound, token.sound_len)
    }

    /// A word as written.
    #[must_use]
    pub fn written(self, token: &Token) -> &'a str {
        let start = usize::from(token.written);
        let bytes = self.written.get(start..start + usize::from(token.written_len)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The name as written, as far as it was read.
    #[must_use]
    pub fn text(self) -> &'a str {
        std::str::from_utf8(self.written).unwrap_or_default()
    }

    fn bytes(self, start: u16, len: u8) -> &'a [u8] {
        let start = usize::from(start);
        self.letters.get(start..start + usize::from(len)).unwrap_or_default()
    }
}
