//! Text as such: folding for comparison, tokens, sentences. Knows nothing of notes.

mod fingerprint;
mod fold;
mod sentences;
mod superscript;
mod tokens;

pub use fingerprint::fingerprint;
pub use fold::{fold, fold_words, straight};
pub use sentences::sentences;
pub use superscript::{is_raised, label_number, lowered, superscript_value, to_superscript};
pub use tokens::{Token, TokenKind, tokens};
