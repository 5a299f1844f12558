//! The words of `languages/origins/`: how texts say that they rest on others.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::fold_words;

/// The files of `languages/origins/`, built in.
const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_origins.rs"));

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "code")]
    _code: String,
    known_through: Vec<String>,
    quoting: Vec<String>,
    credit_before: Vec<String>,
    credit_after: Vec<String>,
    agency_words: Vec<String>,
}

/// A set of phrases, folded to words.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    known: HashSet<String>,
    longest: usize,
}

impl Phrases {
    fn learn(&mut self, phrases: &[String]) {
        for phrase in phrases {
            let words = fold_words(phrase);
            self.longest = self.longest.max(words.split(' ').count());
            self.known.insert(words);
        }
    }

    /// Whether one of them stands in a text that is folded to words.
    pub fn in_words(&self, words: &str) -> bool {
        let starts: Vec<usize> =
            std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1)).collect();
        starts.iter().enumerate().any(|(index, start)| {
            (0..self.longest).any(|more| {
                let end = starts.get(index + more + 1).map_or(words.len(), |next| next - 1);
                self.known.contains(&words[*start..end])
            })
        })
    }

    /// What is left of words that begin with one of them.
    pub fn strip_lead<'w>(&self, words: &'w str) -> Option<&'w str> {
        self.known
            .iter()
            .filter_map(|phrase| words.strip_prefix(phrase.as_str())?.strip_prefix(' '))
            .min_by_key(|rest| rest.len())
    }

    /// What is left of words that end with one of them.
    pub fn strip_tail<'w>(&self, words: &'w str) -> Option<&'w str> {
        self.known
            .iter()
            .filter_map(|phrase| words.strip_suffix(phrase.as_str())?.strip_suffix(' '))
            .min_by_key(|rest| rest.len())
    }
}

/// The words of all languages together.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Between two references: the first is known through the second.
    pub known_through: Phrases,
    /// Between two references: the first rests on the second.
    pub quoting: Phrases,
    /// Before an agency's name in a credit line.
    pub credit_before: Phrases,
    /// Behind it.
    pub credit_after: Phrases,
    /// Names that hold one are an agency's.
    pub agency_words: Phrases,
}

/// Read at first use.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = Words::default();
        for source in SOURCES {
            let file: File = toml::from_str(source).expect("the built-in language files are tested");
            words.known_through.learn(&file.known_through);
            words.quoting.learn(&file.quoting);
            words.credit_before.learn(&file.credit_before);
            words.credit_after.learn(&file.credit_after);
            words.agency_words.learn(&file.agency_words);
        }
        words
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_as_whole_words() {
        let words = words();
        assert!(words.known_through.in_words("p 4 quoted in"));
        assert!(!words.known_through.in_words("misquoted inside"));
        assert!(words.known_through.in_words(&fold_words("; citée par ")));
        assert_eq!(words.credit_before.strip_lead("avec afp"), Some("afp"));
        assert_eq!(words.credit_after.strip_tail("reuters contributed to this report"), Some("reuters"));
    }
}
