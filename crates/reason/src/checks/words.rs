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
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_checks.rs"));

fn files() -> impl Iterator<Item = WordFile> {
    SOURCES.iter().map(|source| toml::from_str(source).expect("the built-in language files are tested"))
}

/// Whether a sentence tells of plans, terms or what is to come.
pub(super) fn looks_ahead(sentence: &str) -> bool {
    static WORDS: OnceLock<AhoCorasick> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let phrases: Vec<String> =
            files().flat_map(|file| file.ahead).map(|phrase| format!(" {} ", fold_words(&phrase))).collect();
        AhoCorasick::new(phrases).expect("few and short phrases")
    });
    words.is_match(&format!(" {} ", fold_words(sentence)))
}

/// Whether a heading, without its number, opens a section that repeats what others source: a summary, conclusions.
pub(super) fn opens_summary(heading: &str) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        files().flat_map(|file| file.summary_headings).map(|phrase| fold_words(&phrase)).collect()
    });
    words.contains(heading)
}
