//! Countries: their names and adjectives in every language that has a file.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::{WordMap, fold_words};

/// The files of `languages/places/`, built in.
const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_places.rs"));

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "code")]
    _code: String,
    regions: Vec<String>,
    #[serde(default)]
    exonyms: BTreeMap<String, Vec<String>>,
    countries: BTreeMap<String, Country>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    names: Vec<String>,
    adjectives: Vec<String>,
}

/// Country names and adjectives of all languages together.
#[derive(Debug, Default)]
pub(crate) struct Countries {
    /// Code, first name, further names.
    pub names: Vec<(String, Vec<String>)>,
    /// Continents, seas and the like; the first name is the one it goes by.
    pub regions: Vec<String>,
    /// A town's own name, and what other languages call it.
    pub exonyms: Vec<(String, Vec<String>)>,
    /// Folded adjective or people, to the countries that it may be of.
    adjectives: WordMap<String, Vec<String>>,
}

impl Countries {
    /// The countries that an adjective is of: "Congolese" is of two. The word is folded.
    pub(crate) fn of_adjective(&self, word: &str) -> &[String] {
        self.adjectives.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The countries, read at first use.
pub(crate) fn countries() -> &'static Countries {
    static COUNTRIES: OnceLock<Countries> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        let mut all = Countries::default();
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for source in SOURCES {
            let file: File = toml::from_str(source).expect("the built-in language files are tested");
            all.regions.extend(file.regions);
            all.exonyms.extend(file.exonyms);
            for (code, country) in file.countries {
                for adjective in &country.adjectives {
                    let known = all.adjectives.entry(fold_words(adjective)).or_default();
                    if !known.contains(&code) {
                        known.push(code.clone());
                    }
                }
                names.entry(code).or_default().extend(country.names);
            }
        }
        all.names = names.into_iter().collect();
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_are_of_their_countries() {
        for (word, codes) in [
            ("chilean", &["CL"][..]),
            ("chiliennes", &["CL"]),
            ("congolese", &["CD", "CG"]),
            ("sud africaine", &["ZA"]),
            ("nigerien", &["NE"]),
            ("nigerian", &["NG"]),
            ("kessan", &[]),
        ] {
            assert_eq!(countries().of_adjective(word), codes, "{word}");
        }
    }
}
