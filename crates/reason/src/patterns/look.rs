//! The words of a sentence as all grammars of patterns look at them.

use std::borrow::Cow;

use crate::prose::Sentence;
use crate::text::folded;

use super::idle;
use super::prints::{Prints, print};
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
    /// Of the folded text.
    pub(super) prints: Vec<u32>,
    /// All of them.
    pub(super) all: Prints,
    pub(super) sorts: Vec<u32>,
    pub(super) capital: Vec<bool>,
    /// Whether something idle may begin or end with it: at most words nothing does.
    pub(super) idle: Vec<bool>,
}

impl Look {
    pub(super) fn of(sentence: &Sentence, tongue: Tongue) -> Self {
        let tokens = &sentence.tokens[..sentence.tokens.len().min(MOST_TOKENS)];
        let mut look = Self {
            tongue,
            words: Vec::with_capacity(tokens.len()),
            prints: Vec::with_capacity(tokens.len()),
            all: Prints::default(),
            sorts: Vec::with_capacity(tokens.len()),
            capital: Vec::with_capacity(tokens.len()),
            idle: Vec::with_capacity(tokens.len()),
        };
        for token in tokens {
            let written = token.text(&sentence.text);
            let word = folded(written);
            let print = print(&word);
            let sorts = if is_shouted(written) { 0 } else { tongue.sorts(&word, token.outline) };
            look.prints.push(print);
            look.all.add(print);
            look.sorts.push(sorts);
            look.idle.push(idle::may_be_at(token, sorts));
            look.capital.push(written.starts_with(char::is_uppercase));
            look.words.push(match word {
                Cow::Borrowed(_) => None,
                Cow::Owned(folded) => Some(folded.into()),
            });
        }
        look
    }
}
