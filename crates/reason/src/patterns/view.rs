//! A sentence as patterns look at it: folded words, what each is in a phrase, and the mentions in it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::Span;
use crate::entities::Mention;
use crate::prose::{Prose, Sentence};
use crate::text::{LONGEST_PLAIN, Outline, Outlines, Token, TokenKind, WordMap, fold, folded, plain_key};

use super::look::Look;
use super::prints::Prints;

/// What a small word does in a noun phrase. The names are the keys of `languages/patterns/*.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Sort {
    /// "the", "several": begins a phrase.
    Determiner,
    /// "a": begins a phrase that describes rather than names.
    Indefinite,
    /// "of": carries a phrase on.
    Joiner,
    /// "in", "at": carries a subject on, ends an object.
    Place,
    /// "and".
    And,
    /// "or", "nor".
    Or,
    /// "neither": before a list.
    Before,
    /// "was", "has": a verb follows.
    Auxiliary,
    /// "by", "with": ends a phrase.
    Preposition,
    /// "who", "that": a clause follows.
    Clause,
    /// "he".
    Pronoun,
    /// "also": stands between a subject and its verb.
    Adverb,
    /// "said": a verb that is no noun.
    Verb,
    /// "ministry": carries "and" on without an article: "ministry of trade and mines".
    Institution,
    /// "today", "Monday", "March": no part of a name.
    Time,
    /// "Mr", "Colonel": before a name, and followed by a full stop, perhaps.
    Title,
    /// "on", "last": before a day, a month or a year.
    When,
    /// "week", "ago": tells of time with a word before or behind it.
    Period,
    /// "May": a month with a capital, another word without.
    Month,
    /// "never": an adverb that denies.
    Negation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordFile {
    code: String,
    sorts: BTreeMap<Sort, Vec<String>>,
    /// How the verbs end that may follow "of" in the place of a noun.
    #[serde(default)]
    infinitives: Vec<String>,
}

/// A bit for each of some sorts.
pub(super) fn bits(sorts: &[Sort]) -> u32 {
    sorts.iter().fold(0, |bits, sort| bits | 1 << *sort as u32)
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_patterns.rs"));

/// What is known of the languages, in the order of their files.
struct Languages {
    all: Vec<Language>,
    /// By folded word: its sorts in each language.
    words: WordMap<String, Vec<u32>>,
    outlines: Outlines,
}

/// What is known of one language.
struct Language {
    code: String,
    infinitives: Vec<String>,
}

fn languages() -> &'static Languages {
    static LANGUAGES: OnceLock<Languages> = OnceLock::new();
    LANGUAGES.get_or_init(|| {
        let (mut words, mut outlines) = (WordMap::<String, Vec<u32>>::default(), Outlines::default());
        let mut all = Vec::with_capacity(SOURCES.len());
        for (number, source) in SOURCES.iter().enumerate() {
            let file: WordFile = toml::from_str(source).expect("the built-in language files are tested");
            for (sort, of_sort) in file.sorts {
                for word in of_sort {
                    let word = fold(&word);
                    outlines.learn(&word);
                    words.entry(word).or_insert_with(|| vec![0; SOURCES.len()])[number] |= 1 << sort as u32;
                }
            }
            all.push(Language { code: file.code, infinitives: file.infinitives });
        }
        Languages { all, words, outlines }
    })
}

impl Languages {
    /// The sorts of a word in each language; none where it is a small word of none.
    fn sorts(&self, word: &str, outline: Outline) -> Option<&[u32]> {
        if !self.outlines.may_have_one(outline) {
            return None;
        }
        let mut buffer = [0; LONGEST_PLAIN];
        match plain_key(word, &mut buffer) {
            Some(word) => self.words.get(word),
            None => self.words.get(&*folded(word)),
        }
        .map(Vec::as_slice)
    }
}

/// Which language's small words and patterns hold: "a" begins a phrase in one and is a verb in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Tongue(usize);

/// Enough words to tell a language by its small ones.
const TELLING_WORDS: usize = 3000;

impl Tongue {
    /// Of a document: as it is marked, else the language whose small words are most frequent in it.
    fn of(prose: &Prose<'_>) -> Self {
        let marked = prose.document.language.as_deref();
        marked.and_then(Self::named).unwrap_or_else(|| {
            let mut counts = vec![0; languages().all.len()];
            let tokens = prose.sentences.iter().flat_map(|s| s.tokens.iter().map(move |token| (s, token)));
            for (sentence, token) in tokens.take(TELLING_WORDS) {
                count(&mut counts, &sentence.text, token);
            }
            let most = counts.iter().copied().max().unwrap_or_default();
            Self(counts.iter().position(|count| *count == most).unwrap_or_default())
        })
    }

    /// By its code: `en`.
    pub fn named(code: &str) -> Option<Self> {
        let code = code.split('-').next().unwrap_or(code);
        languages().all.iter().position(|known| known.code == code).map(Self)
    }

    /// What a word does in a phrase.
    pub(super) fn sorts(self, word: &str, outline: Outline) -> u32 {
        languages().sorts(word, outline).map_or(0, |sorts| sorts[self.0])
    }
}

/// Counts a token for each language in which it is a small word.
fn count(counts: &mut [usize], text: &str, token: &Token) {
    let sorts = languages().sorts(token.text(text), token.outline).unwrap_or_default();
    for (count, sorts) in counts.iter_mut().zip(sorts) {
        *count += usize::from(*sorts != 0);
    }
}

/// By so many more small words a paragraph must speak for another language than its document's.
const CLEARLY: usize = 3;
/// So many words of a paragraph are enough to tell.
const ENOUGH: usize = 400;

/// The language of each paragraph of a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tongues {
    of_document: Tongue,
}

impl Tongues {
    /// Of a document: that of a paragraph is the document's, unless its own small words clearly are of another language.
    pub fn of(prose: &Prose<'_>) -> Self {
        let of_document = Tongue::of(prose);
        for paragraph in prose.sentences.chunk_by(|one, next| one.block == next.block) {
            if paragraph[0].kept.tongue.get().is_some() {
                continue;
            }
            let tongue = of_document.of_paragraph(paragraph);
            for sentence in paragraph {
                sentence.kept.tongue.get_or_init(|| tongue);
            }
        }
        Self { of_document }
    }

    /// Of the paragraph that a sentence stands in.
    pub fn at(self, sentence: &Sentence) -> Tongue {
        sentence.kept.tongue.get().copied().unwrap_or(self.of_document)
    }
}

impl Tongue {
    fn of_paragraph(self, sentences: &[Sentence]) -> Self {
        let tokens = sentences.iter().flat_map(|s| s.tokens.iter().map(move |token| (s, token)));
        let mut counts = vec![0_usize; languages().all.len()];
        for (sentence, token) in tokens.take(ENOUGH) {
            count(&mut counts, &sentence.text, token);
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        match counts.iter().position(|count| *count == most) {
            Some(other) if most >= counts[self.0] + CLEARLY => Self(other),
            _ => self,
        }
    }
}

/// A sentence, ready for patterns.
#[derive(Debug)]
pub(crate) struct View<'s> {
    pub sentence: &'s Sentence,
    /// Its language.
    pub tongue: Tongue,
    look: Cow<'s, Look>,
    /// By token: the mention that it stands in, and its first and last token.
    mentions: Vec<Option<(usize, usize, usize)>>,
    all: &'s [Mention],
}

impl<'s> View<'s> {
    /// Of a sentence, with the mentions of its document.
    pub fn new(sentence: &'s Sentence, mentions: &'s [Mention], tongue: Tongue) -> Self {
        let known = sentence.kept.look.get_or_init(|| Look::of(sentence, tongue));
        let look = match known.tongue == tongue {
            true => Cow::Borrowed(known),
            false => Cow::Owned(Look::of(sentence, tongue)),
        };
        let mut view = Self { mentions: vec![None; look.words.len()], look, sentence, tongue, all: mentions };
        view.place(mentions);
        view
    }

    fn place(&mut self, mentions: &[Mention]) {
        let first = mentions.partition_point(|mention| mention.span.start < self.sentence.span.start);
        let tokens = &self.sentence.tokens[..self.len()];
        for (offset, mention) in mentions[first..].iter().enumerate() {
            if mention.span.start >= self.sentence.span.end {
                break;
            }
            let start = mention.span.start - self.sentence.span.start;
            let end = mention.span.end.saturating_sub(self.sentence.span.start);
            let from = tokens.partition_point(|token| token.span.end <= start);
            let to = tokens.partition_point(|token| token.span.start < end);
            for slot in &mut self.mentions[from.min(to)..to] {
                *slot = Some((first + offset, from, to - 1));
            }
        }
    }

    /// How many tokens are looked at.
    pub fn len(&self) -> usize {
        self.look.words.len()
    }

    pub fn is(&self, token: usize, sort: Sort) -> bool {
        self.look.sorts.get(token).is_some_and(|sorts| sorts & (1 << sort as u32) != 0)
    }

    /// Whether it is one of several sorts.
    pub fn is_any(&self, token: usize, of: &[Sort]) -> bool {
        self.look.sorts.get(token).is_some_and(|sorts| sorts & bits(of) != 0)
    }

    pub fn word(&self, token: usize) -> &str {
        match self.look.words.get(token) {
            None => "",
            Some(Some(folded)) => folded,
            Some(None) => self.sentence.tokens[token].text(&self.sentence.text),
        }
    }

    /// The fingerprint of a token's folded text.
    pub(super) fn print(&self, token: usize) -> Option<u32> {
        self.look.prints.get(token).copied()
    }

    /// Whether one of some words may stand in the sentence.
    pub(super) fn may_hold(&self, words: &Prints) -> bool {
        self.look.all.may_meet(words)
    }

    /// Whether something idle may begin or end with a token.
    pub(super) fn may_be_idle(&self, token: usize) -> bool {
        self.look.idle.get(token).copied().unwrap_or(false)
    }

    /// How the word at a token begins and ends.
    pub fn outline(&self, token: usize) -> Outline {
        self.sentence.tokens[token].outline
    }

    /// Whether folded words stand at a token.
    pub fn reads(&self, words: &[String], at: usize) -> bool {
        at + words.len() <= self.len() && words.iter().zip(at..).all(|(word, token)| self.word(token) == word)
    }

    pub fn mark(&self, token: usize, mark: char) -> bool {
        token < self.len() && self.sentence.tokens[token].is(mark)
    }

    pub fn is_mark(&self, token: usize) -> bool {
        token < self.len() && matches!(self.sentence.tokens[token].kind, TokenKind::Mark(_))
    }

    pub fn is_number(&self, token: usize) -> bool {
        token < self.len() && self.sentence.tokens[token].kind == TokenKind::Number
    }

    /// A word that begins with a capital and is none of the small words of a language.
    pub fn is_name(&self, token: usize) -> bool {
        self.look.capital.get(token).copied().unwrap_or(false)
            && (token > 0 || self.look.sorts[token] == 0)
            && !self.is_any(
                token,
                &[Sort::Determiner, Sort::Pronoun, Sort::Clause, Sort::Preposition, Sort::Time],
            )
    }

    pub fn is_capital(&self, token: usize) -> bool {
        self.look.capital.get(token).copied().unwrap_or(false)
    }

    /// Whether a verb stands here in the place of a noun: "d'inscrire la société".
    pub fn is_infinitive(&self, token: usize) -> bool {
        self.may_be_infinitive(token)
            && (self.is_any(token + 1, &[Sort::Determiner, Sort::Indefinite]) || self.is_capital(token + 1))
    }

    /// Whether a word ends as such a verb does: where only a verb or a name can stand.
    pub fn may_be_infinitive(&self, token: usize) -> bool {
        let endings = &languages().all[self.tongue.0].infinitives;
        let word = self.word(token);
        word.len() > 3
            && !self.is_capital(token)
            && endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    pub fn spaced(&self, token: usize) -> bool {
        self.sentence.tokens.get(token).is_none_or(|token| token.spaced)
    }

    /// The mention that a token stands in: its index, its first and last token.
    pub fn mention(&self, token: usize) -> Option<(usize, usize, usize)> {
        self.mentions.get(token).copied().flatten()
    }

    /// The entity of a mention.
    pub fn entity(&self, mention: usize) -> Option<usize> {
        self.all.get(mention).map(|mention| mention.entity)
    }

    /// The span of tokens `first..=last`, in the document.
    pub fn place_of(&self, first: usize, last: usize) -> Span {
        self.sentence.place(self.sentence.span_of(first, last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_file_is_read() {
        let known = languages();
        for number in 0..SOURCES.len() {
            assert!(known.words.values().any(|sorts| sorts[number] != 0));
        }
    }
}
