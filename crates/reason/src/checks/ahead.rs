//! Whether a sentence looks ahead: to a date that was still to come when its sources were written.

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
}

/// Whether a sentence tells of plans, terms or what is to come.
pub(super) fn looks_ahead(sentence: &str) -> bool {
    const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_checks.rs"));
    static WORDS: OnceLock<AhoCorasick> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let files = SOURCES.iter().map(|source| {
            toml::from_str::<WordFile>(source).expect("the built-in language files are tested")
        });
        let phrases: Vec<String> =
            files.flat_map(|file| file.ahead).map(|phrase| format!(" {} ", fold_words(&phrase))).collect();
        AhoCorasick::new(phrases).expect("few and short phrases")
    });
    words.is_match(&format!(" {} ", fold_words(sentence)))
}
