//! Family names of China, Korea and Vietnam in Latin letters (`data/han_family_names.tsv`, `data/syllable_family_names.tsv`).

use std::collections::HashSet;
use std::sync::OnceLock;

use super::rows;

/// Whether a Latin word is a family name of a language whose names are made of syllables, in any usual romanisation. Many are words of
/// other languages too (`long`, `do`): ask only beside given names that can be of syllables.
///
/// ```
/// use names::words::is_syllabic_family;
///
/// assert!(is_syllabic_family("zhang") && is_syllabic_family("choe") && is_syllabic_family("nguyen"));
/// assert!(!is_syllabic_family("karimov"));
/// ```
#[must_use]
pub fn is_syllabic_family(latin: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let han = rows::fields(include_str!("../../data/han_family_names.tsv"));
        let han = han.flat_map(|[_, mandarin, southern, _]| southern.split('|').chain([mandarin]));
        let others = rows::pairs(include_str!("../../data/syllable_family_names.tsv"));
        han.chain(others.flat_map(|(_, names)| names.split('|'))).filter(|name| !name.is_empty()).collect()
    });
    names.contains(latin)
}
