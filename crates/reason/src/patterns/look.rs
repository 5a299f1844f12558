//! The words of a sentence as all grammars of patterns look at them.

use std::borrow::Cow;
use std::hash::{BuildHasher, BuildHasherDefault};

use crate::prose::Sentence;
use crate::text::{WordHasher, folded};

use super::view::Tongue;

/// So many tokens of a sentence are looked at: beyond it stands no sentence but a list, a table or a damaged file.
pub(super) const MOST_TOKENS: usize = 1500;

/// "SA", "US", "OR": an abbreviation, not the small word that folding makes of it.
fn is_shouted(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// What each token looked at is by itself.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    /// Whose small words the sorts are of.
    pub(super) tongue: Tongue,
    /// Folded text; `None` where it is as written.
    pub(super) words: Vec<Option<Box<str>>>,
    /// Of the folded text: nearly all words that differ differ in it.
    pub(super) hashes: Vec<u32>,
    pub(super) sorts: Vec<u32>,
    pub(super) capital: Vec<bool>,
}

impl Look {
    pub(super) fn of(sentence: &Sentence, tongue: Tongue) -> Self {
        let tokens = &sentence.tokens[..sentence.tokens.len().min(MOST_TOKENS)];
        let mut look = Self {
            tongue,
            words: Vec::with_capacity(tokens.len()),
            hashes: Vec::with_capacity(tokens.len()),
            sorts: Vec::with_capacity(tokens.len()),
            capital: Vec::with_capacity(tokens.len()),
        };
        for token in tokens {
            let written = token.text(&sentence.text);
            let word = folded(written);
            look.hashes.push(hash(&word));
            look.sorts.push(if is_shouted(written) { 0 } else { tongue.sorts(&word, token.outline) });
            look.capital.push(written.starts_with(char::is_uppercase));
            look.words.push(match word {
                Cow::Borrowed(_) => None,
                Cow::Owned(folded) => Some(folded.into()),
            });
        }
        look
    }
}

/// The fingerprint of a folded word.
pub(super) fn hash(word: &str) -> u32 {
    BuildHasherDefault::<WordHasher>::default().hash_one(word) as u32
}
