//! Whether a stretch of text is, holds, opens or closes with a word of a class.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::text::{WordMap, fold, straight};

use super::Lexicon;
use super::words::{WordClass, WordSet};

/// Bytes of the longest phrase in a language file, folded: a longer stretch is none of them.
const LONGEST_PHRASE: usize = 64;

/// The words of `[words]` of all languages, folded.
#[derive(Debug, Default)]
pub(super) struct WordLists {
    classes: WordMap<String, WordSet>,
    /// The number of words of a class's longest phrase.
    longest: BTreeMap<WordClass, usize>,
}

impl WordLists {
    pub fn learn(&mut self, class: WordClass, phrase: &str) {
        let known = self.classes.entry(key(phrase)).or_default();
        *known = known.with(class);
        let longest = self.longest.entry(class).or_default();
        *longest = (*longest).max(phrase.split_whitespace().count());
    }

    fn is(&self, class: WordClass, text: &str) -> bool {
        let has = |key: &str| self.classes.get(key).is_some_and(|classes| classes.has(class));
        if text.len() > 2 * LONGEST_PHRASE {
            return false;
        }
        if !text.is_ascii() || text.len() > LONGEST_PHRASE {
            return has(&key(text));
        }
        // Plain words are folded on the stack: this is asked of every word of every note.
        let mut folded = [0; LONGEST_PHRASE];
        let mut length = 0;
        for word in text.split_ascii_whitespace() {
            if length > 0 {
                folded[length] = b' ';
                length += 1;
            }
            for byte in word.bytes() {
                folded[length] = byte.to_ascii_lowercase();
                length += 1;
            }
        }
        std::str::from_utf8(&folded[..length]).is_ok_and(has)
    }

    fn longest(&self, class: WordClass) -> usize {
        self.longest.get(&class).copied().unwrap_or_default()
    }
}

/// What a word is known by. `à` stays apart from `a`: of so short a word the accent is half.
fn key(text: &str) -> String {
    let short = text.chars().count() <= 2 && text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    if short { text.nfc().flat_map(char::to_lowercase).collect() } else { fold(text) }
}

impl Lexicon {
    /// Whether a whole text is a word or phrase of a class, whatever its case, accents, quotes and spaces.
    ///
    /// ```
    /// use reason::languages::{WordClass, lexicon};
    /// assert!(lexicon().is(WordClass::Gazettes, "Journal  Officiel"));
    /// assert!(!lexicon().is(WordClass::Gazettes, "Journal officiel du Mali"));
    /// ```
    #[must_use]
    pub fn is(&self, class: WordClass, text: &str) -> bool {
        self.word_lists.is(class, text)
    }

    /// Whether a word or phrase of a class stands anywhere in a text.
    ///
    /// ```
    /// use reason::languages::{WordClass, lexicon};
    /// assert!(lexicon().mentions(WordClass::Gazettes, "le Journal officiel du Mali"));
    /// ```
    #[must_use]
    pub fn mentions(&self, class: WordClass, text: &str) -> bool {
        let folded = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(fold(text)) };
        let most = self.word_lists.longest(class);
        let words: Vec<(usize, &str)> = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| (word.as_ptr() as usize - folded.as_ptr() as usize, word))
            .collect();
        (0..words.len()).any(|first| {
            words[first..]
                .iter()
                .take(most)
                .any(|(at, last)| self.word_lists.is(class, &folded[words[first].0..at + last.len()]))
        })
    }

    /// The length in bytes of the longest word or phrase of a class that a text begins with.
    ///
    /// ```
    /// use reason::languages::{WordClass, lexicon};
    /// assert_eq!(lexicon().leads(WordClass::ContainerLeads, "published by Kestrel"), Some("published by".len()));
    /// assert_eq!(lexicon().leads(WordClass::ContainerLeads, "publishedby Kestrel"), None);
    /// ```
    #[must_use]
    pub fn leads(&self, class: WordClass, text: &str) -> Option<usize> {
        let mut spaces = 0;
        let most = self.word_lists.longest(class);
        let mut ends = Vec::new();
        let mut in_word = false;
        for (at, c) in text.char_indices() {
            let letter = c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
            if letter {
                in_word = true;
                continue;
            }
            if at > 0 && in_word {
                ends.push(at);
            }
            in_word = false;
            if c.is_whitespace() {
                spaces += 1;
                if spaces >= most || at > LONGEST_PHRASE {
                    break;
                }
            } else {
                ends.push(at + c.len_utf8());
            }
        }
        if in_word {
            ends.push(text.len());
        }
        ends.into_iter().rev().find(|end| self.is(class, &text[..*end]))
    }

    /// Where in a text the longest word or phrase of a class begins that it ends with.
    ///
    /// ```
    /// use reason::languages::{WordClass, lexicon};
    /// assert_eq!(lexicon().closes(WordClass::Editions, "2nd edition"), Some(4));
    /// ```
    #[must_use]
    pub fn closes(&self, class: WordClass, text: &str) -> Option<usize> {
        let most = self.word_lists.longest(class);
        let parts = |c: char| c.is_whitespace() || c == ',';
        let starts = text.rmatch_indices(parts).map(|(at, gap)| at + gap.len()).chain([0]);
        let starts: Vec<usize> = starts.filter(|start| !text[*start..].is_empty()).take(most).collect();
        starts.into_iter().rev().find(|start| self.is(class, &text[*start..]))
    }
}

/// [`fold`] for one word, without allocating for plain ASCII.
pub(super) fn fold_into(word: &str, buffer: &mut String) {
    buffer.clear();
    if word.is_ascii() {
        buffer.extend(word.bytes().map(|byte| straight(byte as char).to_ascii_lowercase()));
    } else {
        buffer.push_str(&fold(word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::lexicon;

    #[test]
    fn a_short_accented_word_is_not_its_plain_neighbour() {
        assert!(lexicon().is(WordClass::Recipients, "à"));
        assert!(lexicon().is(WordClass::Recipients, "À"));
        assert!(!lexicon().is(WordClass::Recipients, "a"));
    }

    #[test]
    fn a_phrase_closes_a_text_only_behind_a_space() {
        assert_eq!(lexicon().closes(WordClass::Roles, "Ana Moro (ed."), Some("Ana Moro ".len()));
        assert_eq!(lexicon().closes(WordClass::Roles, "Ana Moro et al."), Some("Ana Moro ".len()));
        assert_eq!(lexicon().closes(WordClass::Roles, "Mohammed."), None);
    }

    #[test]
    fn an_elision_opens_a_text_without_a_space() {
        assert_eq!(lexicon().leads(WordClass::DefiniteArticles, "l’Observatoire"), Some("l’".len()));
        assert_eq!(lexicon().leads(WordClass::DefiniteArticles, "lObservatoire"), None);
        assert_eq!(lexicon().leads(WordClass::SymbolLeads, "UN Doc. S/2023"), Some("UN Doc.".len()));
    }
}
