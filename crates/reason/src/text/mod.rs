//! Text as such: folding for comparison, tokens, sentences. Knows nothing of notes.

mod fingerprint;
mod fold;
mod phrase_table;
mod sentences;
mod superscript;
mod tokens;
mod word_map;

pub use fingerprint::fingerprint;
pub(crate) use fold::folded;
pub use fold::{fold, fold_words, straight};
pub(crate) use phrase_table::{LONGEST_PLAIN, PhraseTable, phrase_key, plain_key, token_key};
pub use sentences::sentences;
pub use superscript::{is_raised, label_number, lowered, superscript_value, to_superscript};
pub use tokens::{Token, TokenKind, tokens};
pub(crate) use word_map::{Outline, Outlines, TextMap, WordHasher, WordMap, WordSet};
