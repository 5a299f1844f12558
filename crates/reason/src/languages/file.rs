use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Cue, Sense, WordClass};

/// A language file, as `languages/en.toml` explains it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageFile {
    #[serde(rename = "code")]
    pub _code: String,
    pub months: Vec<String>,
    #[serde(default)]
    pub date_words: Vec<String>,
    #[serde(default)]
    pub ordinals: Vec<String>,
    pub and: Vec<String>,
    #[serde(default)]
    pub open_words: Vec<String>,
    #[serde(default)]
    pub abbreviations: Vec<String>,
    pub headings: Headings,
    pub cues: BTreeMap<Cue, Vec<String>>,
    #[serde(default)]
    pub page: BTreeMap<Cue, Vec<String>>,
    #[serde(default)]
    pub words: BTreeMap<WordClass, Vec<String>>,
    #[serde(default)]
    pub senses: BTreeMap<Sense, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Headings {
    pub notes: Vec<String>,
    #[serde(default)]
    pub contents: Vec<String>,
}

/// The files of `languages/`, built in.
const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

pub(super) fn all() -> Vec<LanguageFile> {
    SOURCES
        .iter()
        .map(|source| toml::from_str(source).expect("the built-in language files are tested"))
        .collect()
}
