use super::word_map::Outline;
use crate::document::Span;

/// A word, a number, or one character of anything else that is no space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Which of the three.
    pub kind: TokenKind,
    /// White space, or the text's start, stands before it.
    pub spaced: bool,
    /// Tables of words are asked of each token dozens of times: what spares most look-ups is made once.
    pub(crate) outline: Outline,
}

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits among them.
    Word,
    /// ASCII digits only.
    Number,
    /// One character that is neither letter nor digit nor space; quotes and dashes as [`super::straight`] has them.
    Mark(char),
}

impl Token {
    /// Its text.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.span.start..self.span.end]
    }

    /// Whether it is this punctuation mark.
    #[must_use]
    pub fn is(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }
}

/// Cuts a text into tokens; white space is passed over.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 4 + 1);
    let mut spaced = true;
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        let start = at;
        at += c.len_utf8();
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let kind = if c.is_alphanumeric() {
            let mut digits = c.is_ascii_digit();
            while let Some(next) = char_at(text, at).filter(|next| continues_word(*next)) {
                digits &= next.is_ascii_digit();
                at += next.len_utf8();
            }
            if digits { TokenKind::Number } else { TokenKind::Word }
        } else {
            TokenKind::Mark(super::straight(c))
        };
        let outline = Outline::of(&text[start..at]);
        found.push(Token { span: Span::new(start, at), kind, spaced, outline });
        spaced = false;
    }
    found
}

/// The character at a byte where one begins. Most are plain letters, which need no decoding.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text[at..].chars().next(),
    }
}

fn continues_word(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}
