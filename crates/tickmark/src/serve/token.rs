//! The word that lets somebody ask.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

/// Random bytes of a token that we make: nobody tries 2^128.
const BYTES: usize = 16;

/// Characters that a token of the user's must have.
pub const SHORTEST: usize = 16;

/// A token. It is not shown by `{:?}`, so that it stands in no log by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// Why there is no token.
#[derive(Debug, thiserror::Error)]
pub enum NoToken {
    /// The file could not be read.
    #[error(transparent)]
    File(#[from] io::Error),
    /// What was given is too short, or cannot stand in a header.
    #[error("a token has {SHORTEST} characters or more, letters, digits and signs of ASCII without spaces")]
    Unfit,
    /// The operating system gives no randomness.
    #[error("this machine gives no random bytes: {0}")]
    NoRandomness(getrandom::Error),
}

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn new() -> Result<Self, NoToken> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(NoToken::NoRandomness)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// What the user chose; white space around it does not count.
    ///
    /// # Errors
    /// When it is too short to withstand guessing, or cannot stand in a header.
    pub fn from_text(text: &str) -> Result<Self, NoToken> {
        let text = text.trim();
        let fits = text.len() >= SHORTEST && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self(text.to_owned())).ok_or(NoToken::Unfit)
    }

    /// What a file holds.
    ///
    /// # Errors
    /// When it cannot be read, or holds none.
    pub fn from_file(path: &Path) -> Result<Self, NoToken> {
        Self::from_text(&fs::read_to_string(path)?)
    }

    /// Whether somebody brings it. Takes as long for a guess that begins well as for one that does not.
    pub fn is(&self, given: &str) -> bool {
        let (own, given) = (self.0.as_bytes(), given.as_bytes());
        let differing = own.iter().zip(given).fold(0, |differing, (one, other)| differing | (one ^ other));
        own.len() == given.len() && differing == 0
    }

    /// To show to the one who started the server.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_and_do_not_show() {
        let (one, other) = (Token::new().unwrap(), Token::new().unwrap());
        assert_ne!(one, other);
        assert_eq!(one.reveal().len(), 2 * BYTES);
        assert!(one.is(one.reveal()) && !one.is(other.reveal()) && !one.is(""));
        assert_eq!(format!("{one:?}"), "Token(..)");
    }

    #[test]
    fn short_or_strange_ones_are_refused() {
        for (text, fits) in [
            ("0123456789abcdef\n", true),
            ("0123456789abcde", false),
            ("", false),
            ("0123456789 abcdef", false),
            ("0123456789abcdé…", false),
        ] {
            assert_eq!(Token::from_text(text).is_ok(), fits, "{text}");
        }
    }
}
