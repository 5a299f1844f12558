//! The tables of Han.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::words::rows;

/// A family name.
#[derive(Debug)]
pub struct Family {
    /// Pinyin without tones.
    pub mandarin: &'static str,
    /// Cantonese, Hokkien, Hakka, Teochew, Wade-Giles: the commonest first.
    pub southern: Vec<&'static str>,
    /// In Hangul, if it is borne in Korea.
    pub korean: Option<&'static str>,
}

/// Readings of a sign in given names.
#[derive(Debug, Clone, Copy)]
pub struct Sign {
    /// Pinyin, where it is another than the usual one.
    pub mandarin: Option<&'static str>,
    /// In Hangul.
    pub korean: Option<&'static str>,
    /// As Hong Kong writes it.
    pub cantonese: Option<&'static str>,
}

/// Family names by their signs, traditional and simplified.
pub fn families() -> &'static HashMap<&'static str, Family> {
    static TABLE: OnceLock<HashMap<&'static str, Family>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = rows::fields(include_str!("../../../data/han_family_names.tsv"));
        let mut table = HashMap::new();
        for [signs, mandarin, southern, korean] in rows {
            for signs in signs.split('|') {
                let southern = southern.split('|').filter(|form| !form.is_empty()).collect();
                let korean = Some(korean).filter(|korean| !korean.is_empty());
                table.entry(signs).or_insert(Family { mandarin, southern, korean });
            }
        }
        table
    })
}

/// Readings of a sign, if the table has it.
pub fn sign(letter: char) -> Option<Sign> {
    static TABLE: OnceLock<HashMap<char, Sign>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let some = |field: &'static str| Some(field).filter(|field| !field.is_empty());
        rows::fields(include_str!("../../../data/han.tsv"))
            .flat_map(|[signs, korean, cantonese, mandarin]| {
                let sign =
                    Sign { mandarin: some(mandarin), korean: some(korean), cantonese: some(cantonese) };
                signs.chars().map(move |letter| (letter, sign))
            })
            .collect()
    });
    table.get(&letter).copied()
}
