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
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut spaced = true;
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if c.is_alphanumeric() {
            let mut digits = c.is_ascii_digit();
            while let Some((at, next)) = rest.next_if(|(_, next)| continues_word(*next)) {
                digits &= next.is_ascii_digit();
                end = at + next.len_utf8();
            }
            if digits { TokenKind::Number } else { TokenKind::Word }
        } else {
            TokenKind::Mark(super::straight(c))
        };
        let outline = Outline::of(&text[start..end]);
        found.push(Token { span: Span::new(start, end), kind, spaced, outline });
        spaced = false;
    }
    found
}

fn continues_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}
