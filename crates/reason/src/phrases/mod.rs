//! Noun phrases, verb groups and clauses of a sentence, told by closed-class words, endings and neighbours: shallow, near
//! linear, and silent where it cannot tell. Shared by the grammars of claims, money and ties.
//!
//! ```ignore
//! let words = Words::of(sentence);                 // tags each token once
//! let phrase = words.phrase_from(token)?;          // the noun phrase that begins there
//! let agent = words.subject_of(verb)?;             // the noun phrase that governs a verb
//! let victims = sentence.words(words.core(phrase)) // its words without determiner and number
//! ```

mod clause;
mod language;
mod noun;
mod tag;
mod verb;

pub use clause::Clause;
pub use noun::NounPhrase;
pub use tag::{MOST_TOKENS, Tag};
pub use verb::{VerbGroup, Voice};

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::document::Span;
use crate::prose::Sentence;
use language::Tongue;

/// A sentence whose tokens are tagged and cut into noun phrases.
#[derive(Debug)]
pub struct Words<'s> {
    /// What was tagged.
    pub sentence: &'s Sentence,
    tongue: &'static Tongue,
    tags: Cow<'s, [Tag]>,
    phrases: Vec<NounPhrase>,
    /// By token: whether it parts two clauses. Grammars ask for the clause of one word after another.
    parting: OnceCell<Vec<bool>>,
}

/// A sentence's tokens, tagged by the words of one language.
#[derive(Debug)]
pub(crate) struct Tagged {
    tongue: &'static Tongue,
    tags: Vec<Tag>,
}

impl<'s> Words<'s> {
    /// Tags a sentence.
    #[must_use]
    pub fn of(sentence: &'s Sentence) -> Self {
        Self::with_names(sentence, &[])
    }

    /// As [`Words::of`]; each span given (of the sentence, in order) is a name that no phrase is cut within.
    #[must_use]
    pub fn with_names(sentence: &'s Sentence, names: &[Span]) -> Self {
        Self::in_document(sentence, names, None)
    }

    /// As [`Words::with_names`]; `language` is that of the document, which decides where the sentence is too short to tell.
    #[must_use]
    pub fn in_document(sentence: &'s Sentence, names: &[Span], language: Option<&str>) -> Self {
        let tongue = tag::tongue_of(sentence, language);
        let tag = || Tagged { tongue, tags: tag::tags(sentence, tongue) };
        let known = sentence.kept.tagged.get_or_init(tag);
        let tags = match std::ptr::eq(known.tongue, tongue) {
            true => Cow::Borrowed(&known.tags[..]),
            false => Cow::Owned(tag::tags(sentence, tongue)),
        };
        let mut words = Self { sentence, tongue, tags, phrases: Vec::new(), parting: OnceCell::new() };
        words.phrases = noun::phrases(&words, &words.ranges(names));
        words
    }

    /// How many tokens are tagged: all of them, save in a monstrous sentence.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }

    /// The language whose words it has most of: `en`, `fr`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.tongue.code
    }

    /// What a token is; [`Tag::Other`] beyond the end.
    #[must_use]
    pub fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or(Tag::Other)
    }

    /// The text of a token; empty beyond the end.
    #[must_use]
    pub fn text(&self, token: usize) -> &'s str {
        self.sentence.tokens.get(token).map_or("", |token| token.text(&self.sentence.text))
    }

    /// The text of a token in small letters.
    #[must_use]
    pub fn small(&self, token: usize) -> String {
        self.text(token).to_lowercase()
    }

    /// The first token that begins at or behind a byte of the sentence.
    #[must_use]
    pub fn token_at(&self, byte: usize) -> usize {
        self.sentence.tokens.partition_point(|token| token.span.start < byte)
    }

    fn ranges(&self, spans: &[Span]) -> Vec<(usize, usize)> {
        let range = |span: &Span| {
            let first = self.token_at(span.start);
            let past = self.token_at(span.end);
            (past > first && past <= self.len()).then(|| (first, past - 1))
        };
        spans.iter().filter_map(range).collect()
    }
}

#[cfg(test)]
mod tests;
