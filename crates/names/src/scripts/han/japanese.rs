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
    family: HashMap<&'static str, Vec<&'static str>>,
    given: HashMap<&'static str, Vec<&'static str>>,
    /// Readings that single signs mostly have in given names, for those that are not in the table whole.
    signs: HashMap<&'static str, Vec<&'static str>>,
}

fn names() -> &'static Names {
    static TABLE: OnceLock<Names> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut names = Names::default();
        for [part, reading, written] in rows::fields(include_str!("../../../data/japanese_names.tsv")) {
            let table = match part {
                "family" => &mut names.family,
                "given" => &mut names.given,
                _ => &mut names.signs,
            };
            for signs in written.split('|') {
                table.entry(signs).or_default().extend(reading.split('|'));
            }
        }
        names
    })
}

/// Whether a word is a family name of Japan that is none of China: of two signs or more.
pub fn is_family(word: &str) -> bool {
    word.chars().count() > 1 && names().family.contains_key(word)
}

/// A given name: from the table, or sign by sign if every sign has a usual reading.
fn given(word: &str) -> Option<Forms> {
    if let Some(reading) = names().given.get(word) {
        return Some(Forms::of(reading.iter().copied()));
    }
    let mut reading = String::new();
    for (at, letter) in word.char_indices() {
        reading.push_str(names().signs.get(&word[at..at + letter.len_utf8()])?.first()?);
    }
    Some(Forms::of([reading]))
}

/// A word as family name and given name; the longest family name first. Behind one of a single sign, which is as likely Chinese, the
/// table must have the given name whole.
pub fn full_name(word: &str) -> Option<FullName> {
    let mut ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let family = names().family.get(&word[..end])?;
        let is_certain = word[..end].chars().count() > 1 || names().given.contains_key(&word[end..]);
        let given = given(&word[end..]).filter(|_| is_certain)?;
        let forms = Forms::of(family.iter().copied()).then(&given, " ");
        Some(FullName { forms, family_signs: word[..end].chars().count() })
    })
}

/// A word that is known to be Japanese: a full name, a part of one, or, as a last resort, sign by sign as Mandarin has it.
pub fn japanese_word(word: &str) -> Forms {
    if let Some(name) = full_name(word) {
        return name.forms;
    }
    let family = names().family.get(word).map(|readings| Forms::of(readings.iter().copied()));
    family.or_else(|| given(word)).unwrap_or_else(|| Forms::of([super::by_sign(word, "")]))
}
