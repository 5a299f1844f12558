//! The words of `languages/checks/` by which rules know what a sentence or a section is about.

use std::collections::HashSet;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::text::fold_words;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordFile {
    #[serde(rename = "code")]
    _code: String,
    ahead: Vec<String>,
    summary_headings: Vec<String>,
    summary_leads: Vec<String>,
    fighters: Vec<String>,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_checks.rs"));

fn files() -> impl Iterator<Item = WordFile> {
    SOURCES.iter().map(|source| toml::from_str(source).expect("the built-in language files are tested"))
}

/// Phrases that are looked for as whole words in folded text.
struct Phrases(OnceLock<AhoCorasick>);

impl Phrases {
    const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// Whether one stands in a text that [`fold_words`] made.
    fn stand_in(&self, folded: &str, of: fn(WordFile) -> Vec<String>) -> bool {
        let words = self.0.get_or_init(|| {
            let phrases = files().flat_map(of).map(|phrase| format!(" {} ", fold_words(&phrase)));
            AhoCorasick::new(phrases).expect("few and short phrases")
        });
        words.is_match(&format!(" {folded} "))
    }
}

/// Whether a sentence tells of plans, terms or what is to come.
pub(super) fn looks_ahead(sentence: &str) -> bool {
    static WORDS: Phrases = Phrases::new();
    WORDS.stand_in(&fold_words(sentence), |file| file.ahead)
}

/// Whether words say that somebody takes up arms for no state: "the militia", "rebel group".
pub(super) fn names_fighters(words: &str) -> bool {
    static WORDS: Phrases = Phrases::new();
    WORDS.stand_in(&fold_words(words), |file| file.fighters)
}

/// Whether a paragraph, folded, begins as the box in front of a briefing does: "What's new?".
pub(super) fn leads_summary(paragraph: &str) -> bool {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        files().flat_map(|file| file.summary_leads).map(|phrase| fold_words(&phrase)).collect()
    });
    words.iter().any(|lead| paragraph.starts_with(&**lead))
}

/// Whether a heading, without its number, opens a section that repeats what others source: a summary, conclusions.
pub(super) fn opens_summary(heading: &str) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        files().flat_map(|file| file.summary_headings).map(|phrase| fold_words(&phrase)).collect()
    });
    words.contains(heading)
}
