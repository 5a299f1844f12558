use std::hash::{BuildHasher, BuildHasherDefault};

use crate::text::{Outline, Outlines, TokenKind, WordHasher, WordMap, tokens};

/// Words and phrases, each with what it stands for, found by their first word.
#[derive(Debug)]
pub(super) struct Phrasebook<T> {
    by_first: WordMap<String, Vec<Phrase<T>>>,
    firsts: Outlines,
    /// By the first word: what its phrases stand for, each once.
    values: WordMap<String, Vec<T>>,
}

/// A phrase without its first word.
#[derive(Debug)]
struct Phrase<T> {
    /// Fingerprint of the second word: hundreds of phrases begin with "the", and nearly none goes on as the text does.
    second: Option<u32>,
    rest: Vec<Piece>,
    value: T,
}

/// Words of a text, with fingerprints by which nearly all phrases are told not to stand there.
#[derive(Debug)]
pub(super) struct Words<'w, S> {
    small: &'w [S],
    prints: &'w [u32],
}

impl<S> Clone for Words<'_, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Words<'_, S> {}

impl<'w, S: AsRef<str>> Words<'w, S> {
    /// `prints` are those of `small`, by [`fingerprint`].
    pub const fn new(small: &'w [S], prints: &'w [u32]) -> Self {
        Self { small, prints }
    }
}

/// Nearly all words that differ differ in it.
pub(super) fn fingerprint(word: &str) -> u32 {
    BuildHasherDefault::<WordHasher>::default().hash_one(word) as u32
}

/// A part of a phrase behind its first word.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Word(String),
    /// `…`: up to [`WIDEST_GAP`] words of any kind.
    Gap,
}

/// How many words "…" stands for at most.
const WIDEST_GAP: usize = 4;

impl<T> Default for Phrasebook<T> {
    fn default() -> Self {
        Self { by_first: WordMap::default(), firsts: Outlines::default(), values: WordMap::default() }
    }
}

impl<T: Clone + PartialEq> Phrasebook<T> {
    /// Adds a phrase in the notation of the data files, with all its endings.
    pub fn add(&mut self, phrase: &str, value: &T) {
        for form in forms(phrase) {
            let mut pieces = pieces(&form);
            if pieces.is_empty() {
                continue;
            }
            let Piece::Word(first) = pieces.remove(0) else { continue };
            self.firsts.learn(&first);
            let values = self.values.entry(first.clone()).or_default();
            if !values.contains(value) {
                values.push(value.clone());
            }
            let list = self.by_first.entry(first).or_default();
            let second = match pieces.first() {
                Some(Piece::Word(word)) => Some(fingerprint(word)),
                _ => None,
            };
            // Longer phrases first, so that "shot dead" is found before "shot".
            let behind = list.partition_point(|longer| longer.rest.len() >= pieces.len());
            list.insert(behind, Phrase { second, rest: pieces, value: value.clone() });
        }
    }

    /// Whether any phrase begins with this word.
    pub fn begins(&self, word: &str) -> bool {
        self.firsts.may_have(word) && self.by_first.contains_key(word)
    }

    /// All phrases that begin at a word: how many words each takes, and its value; longer ones first.
    pub fn at<'b>(&'b self, words: &'b [String], at: usize) -> impl Iterator<Item = (usize, &'b T)> {
        let outline = words.get(at).map_or(Outline::of(""), |word| Outline::of(word));
        self.at_outlined(Words::new(words, &[]), at, outline)
    }

    /// As [`Phrasebook::at`], of a word whose outline is known.
    pub fn at_outlined<'b, S: AsRef<str>>(
        &'b self,
        words: Words<'b, S>,
        at: usize,
        outline: Outline,
    ) -> impl Iterator<Item = (usize, &'b T)> {
        let word = words.small.get(at).filter(|_| self.firsts.may_have_one(outline));
        let list = word.and_then(|word| self.by_first.get(word.as_ref()));
        let next = words.prints.get(at + 1).copied();
        let may_go_on = move |phrase: &&Phrase<T>| match (phrase.second, next) {
            (Some(second), Some(next)) => second == next,
            _ => true,
        };
        list.into_iter().flatten().filter(may_go_on).filter_map(move |phrase| {
            length(words.small.get(at + 1..)?, &phrase.rest).map(|length| (length + 1, &phrase.value))
        })
    }

    /// Whether a word begins a phrase that stands for something of a kind.
    pub fn may_begin(&self, word: &str, is: impl Fn(&T) -> bool) -> bool {
        self.values.get(word).into_iter().flatten().any(is)
    }
}

fn length<S: AsRef<str>>(words: &[S], pieces: &[Piece]) -> Option<usize> {
    match pieces.split_first() {
        None => Some(0),
        Some((Piece::Word(word), rest)) => {
            (words.first()?.as_ref() == word).then_some(())?;
            length(&words[1..], rest).map(|length| length + 1)
        }
        Some((Piece::Gap, rest)) => (0..=WIDEST_GAP.min(words.len()))
            .find_map(|skipped| length(&words[skipped..], rest).map(|length| length + skipped)),
    }
}

fn pieces(phrase: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    for token in tokens(phrase) {
        found.push(match token.kind {
            TokenKind::Mark('…') => Piece::Gap,
            TokenKind::Mark(mark) => Piece::Word(mark.to_string()),
            _ => Piece::Word(token.text(phrase).to_lowercase()),
        });
    }
    found
}

/// All forms of a phrase: `wound/s/ed by` is "wound by", "wounds by", "wounded by"; behind `-/` the bare stem is none.
/// Endings of several words multiply.
fn forms(phrase: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in phrase.split(' ') {
        let mut parts = word.split('/');
        let stem = parts.next().unwrap_or_default();
        let endings: Vec<&str> = parts.collect();
        let words: Vec<String> = if endings.is_empty() {
            vec![stem.to_owned()]
        } else {
            let bare = stem.strip_suffix('-');
            let own = bare.is_none().then(|| stem.to_owned());
            own.into_iter()
                .chain(endings.iter().map(|ending| format!("{}{ending}", bare.unwrap_or(stem))))
                .collect()
        };
        found = found
            .iter()
            .flat_map(|before| {
                words.iter().map(
                    move |word| if before.is_empty() { word.clone() } else { format!("{before} {word}") },
                )
            })
            .collect();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_spelled_out() {
        assert_eq!(forms("wound/s/ed by"), ["wound by", "wounds by", "wounded by"]);
        assert_eq!(forms("execut-/e/ed"), ["execute", "executed"]);
    }

    #[test]
    fn gaps_are_crossed() {
        let mut book = Phrasebook::default();
        book.add("subjected to … violence", &1);
        let words: Vec<String> = ["subjected", "to", "brutal", "sexual", "violence"]
            .iter()
            .map(|word| (*word).to_owned())
            .collect();
        assert_eq!(book.at(&words, 0).next(), Some((5, &1)));
    }
}
