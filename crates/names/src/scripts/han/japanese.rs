//! Japanese names in Han.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::scripts::forms::Forms;
use crate::words::rows;

/// A family name and a given name that a word was cut into.
#[derive(Debug)]
pub struct FullName {
    pub forms: Forms,
    /// How many signs the family name has: one is as likely Chinese.
    pub family_signs: usize,
}

/// Readings by signs: of family names, and of given names.
#[derive(Debug, Default)]
struct Names {
    family: HashMap<&'static str, &'static str>,
    given: HashMap<&'static str, &'static str>,
}

fn names() -> &'static Names {
    static TABLE: OnceLock<Names> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut names = Names::default();
        for [part, reading, written] in rows::fields(include_str!("../../../data/japanese_names.tsv")) {
            let table = if part == "family" { &mut names.family } else { &mut names.given };
            for signs in written.split('|') {
                table.entry(signs).or_insert(reading);
            }
        }
        names
    })
}

/// A word as family name and given name, both of which the table knows; the longest family name first.
pub fn full_name(word: &str) -> Option<FullName> {
    let mut ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let family = names().family.get(&word[..end])?;
        let given = names().given.get(&word[end..])?;
        let forms = Forms::of(family.split('|')).then(&Forms::of(given.split('|')), " ");
        Some(FullName { forms, family_signs: word[..end].chars().count() })
    })
}

/// A word that is known to be Japanese: a full name, a part of one, or, as a last resort, sign by sign as Mandarin has it.
pub fn japanese_word(word: &str) -> Forms {
    if let Some(name) = full_name(word) {
        return name.forms;
    }
    match names().family.get(word).or_else(|| names().given.get(word)) {
        Some(reading) => Forms::of(reading.split('|')),
        None => Forms::of([super::by_sign(word, "")]),
    }
}
