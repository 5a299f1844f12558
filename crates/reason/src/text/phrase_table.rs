use std::borrow::Cow;

use super::word_map::Outline;
use super::{Outlines, Token, TokenKind, WordMap, fold, tokens};

/// Phrases with their meanings, matched token by token at a place of a text; the longest first.
///
/// A look-up costs one hash of a word, whatever the number of phrases.
#[derive(Debug)]
pub(crate) struct PhraseTable<T> {
    by_first: Known<T>,
    by_last: Known<T>,
    firsts: Outlines,
    lasts: Outlines,
    longest: usize,
}

/// By one of its words: the phrases that have it; the longest first.
type Known<T> = WordMap<String, Vec<Phrase<T>>>;

#[derive(Debug)]
struct Phrase<T> {
    words: Vec<String>,
    /// How the word beside the one looks that the phrase is known by. Dozens of phrases begin with "the", and it tells of
    /// nearly all of them that they do not go on as a text does.
    beside: Outline,
    meaning: T,
}

impl<T> Default for PhraseTable<T> {
    fn default() -> Self {
        Self {
            by_first: WordMap::default(),
            by_last: WordMap::default(),
            firsts: Outlines::default(),
            lasts: Outlines::default(),
            longest: 0,
        }
    }
}

impl<T: Copy> PhraseTable<T> {
    /// Takes in a phrase. Of two meanings of one phrase the first holds.
    pub fn learn(&mut self, phrase: &str, meaning: T) {
        let words: Vec<String> =
            tokens(phrase).iter().map(|token| phrase_key(token.text(phrase), token.kind)).collect();
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        self.longest = self.longest.max(words.len());
        self.firsts.learn(first);
        self.lasts.learn(last);
        let outline = |at: Option<usize>| {
            at.and_then(|at| words.get(at)).map_or(Outline::UNKNOWN, |word| Outline::of(word))
        };
        for (table, word, beside) in [
            (&mut self.by_first, first, outline(Some(1))),
            (&mut self.by_last, last, outline(words.len().checked_sub(2))),
        ] {
            let known = table.entry(word.clone()).or_default();
            let behind = known.partition_point(|longer| longer.words.len() >= words.len());
            known.insert(behind, Phrase { words: words.clone(), beside, meaning });
        }
    }

    /// Takes in several phrases of one meaning.
    pub fn learn_all<S: AsRef<str>>(&mut self, phrases: &[S], meaning: T) {
        phrases.iter().for_each(|phrase| self.learn(phrase.as_ref(), meaning));
    }

    /// How many tokens the longest phrase takes.
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// The first words of all phrases.
    pub fn first_words(&self) -> impl Iterator<Item = &String> {
        self.by_first.keys()
    }

    /// The longest phrase that begins at a token: its length in tokens, and what it means.
    pub fn starting(&self, text: &str, tokens: &[Token], at: usize) -> Option<(usize, T)> {
        let known = look_up(&self.by_first, &self.firsts, text, tokens.get(at)?)?;
        let next = outline(tokens.get(at + 1));
        // All begin with that word.
        let same = |words: &[String]| {
            tokens.get(at + 1..at + words.len()).is_some_and(|tokens| are(text, tokens, &words[1..]))
        };
        let found = known.iter().find(|phrase| phrase.beside.may_be(next) && same(&phrase.words))?;
        Some((found.words.len(), found.meaning))
    }

    /// The longest phrase that ends just before a token and does not begin before the token `floor`.
    pub fn ending(&self, text: &str, tokens: &[Token], at: usize, floor: usize) -> Option<(usize, T)> {
        if at <= floor {
            return None;
        }
        let known = look_up(&self.by_last, &self.lasts, text, tokens.get(at - 1)?)?;
        let before = outline(at.checked_sub(2).and_then(|before| tokens.get(before)));
        // All end with that word.
        let same = |words: &[String]| {
            words.len() <= at - floor
                && are(text, &tokens[at - words.len()..at - 1], &words[..words.len() - 1])
        };
        let found = known.iter().find(|phrase| phrase.beside.may_be(before) && same(&phrase.words))?;
        Some((found.words.len(), found.meaning))
    }
}

/// Past the end, any word may be meant.
fn outline(token: Option<&Token>) -> Outline {
    token.map_or(Outline::UNKNOWN, |token| token.outline)
}

fn look_up<'k, T>(
    known: &'k Known<T>,
    outlines: &Outlines,
    text: &str,
    token: &Token,
) -> Option<&'k Vec<Phrase<T>>> {
    if !outlines.may_have_one(token.outline) {
        return None;
    }
    let word = token.text(text);
    let mut buffer = [0; LONGEST_PLAIN];
    match plain_key(word, &mut buffer) {
        Some(key) => known.get(key),
        None => known.get(token_key(text, token).as_ref()),
    }
}

/// Bytes of a plain word that is looked up without a copy on the heap.
pub(crate) const LONGEST_PLAIN: usize = 32;

/// The small letters of a plain word that is not too long: what [`token_key`] gives for it.
pub(crate) fn plain_key<'b>(word: &str, buffer: &'b mut [u8; LONGEST_PLAIN]) -> Option<&'b str> {
    let buffer = buffer.get_mut(..word.len()).filter(|_| word.is_ascii())?;
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    str::from_utf8(buffer).ok()
}

fn are(text: &str, tokens: &[Token], words: &[String]) -> bool {
    tokens.iter().zip(words).all(|(token, word)| {
        let written = token.text(text);
        if written.is_ascii() { written.eq_ignore_ascii_case(word) } else { *word == token_key(text, token) }
    })
}

/// What a token is known by; plain small letters need no copy.
pub(crate) fn token_key<'t>(text: &'t str, token: &Token) -> Cow<'t, str> {
    let word = token.text(text);
    let mark = matches!(token.kind, TokenKind::Mark(_)) && !word.is_ascii();
    let plain = word.is_ascii() && !word.bytes().any(|byte| byte.is_ascii_uppercase());
    if plain && !mark { Cow::Borrowed(word) } else { Cow::Owned(phrase_key(word, token.kind)) }
}

/// What a word is known by: folded, but the accent of so short a word as `à` is half of it.
pub(crate) fn phrase_key(word: &str, kind: TokenKind) -> String {
    if let TokenKind::Mark(mark) = kind {
        return mark.to_string();
    }
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    if word.chars().count() <= 2 { word.to_lowercase() } else { fold(word) }
}
