//! Words of other scripts whose Latin forms are a matter of custom, not of rules (`data/arabic_names.tsv`,
//! `data/hebrew_names.tsv`, `data/foreign_names.tsv`).

use std::sync::OnceLock;

use super::forms::Forms;
use super::script::is_plain;
use super::{arabic, folded};
use crate::hashed::ByWord;
use crate::words::rows;

/// The usual Latin forms of a clean word, if a table has it. Words that are one name (`عبد الله`) are asked together, without the
/// space.
pub(super) fn usual(word: &str) -> Option<Forms> {
    static TABLE: OnceLock<ByWord<String, &'static str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let tables = [
            include_str!("../../data/arabic_names.tsv"),
            include_str!("../../data/hebrew_names.tsv"),
            include_str!("../../data/foreign_names.tsv"),
        ];
        let mut known = ByWord::default();
        for (written, latin) in tables.into_iter().flat_map(rows::pairs) {
            for word in written.split('|') {
                known.entry(folded(word).replace(' ', "")).or_insert(latin);
            }
        }
        known
    });
    let latin = match table.get(word) {
        Some(latin) => latin,
        None if word.chars().all(is_folded) => return None,
        None => table.get(&folded(word).replace(' ', ""))?,
    };
    Some(Forms::of(latin.split('|')))
}

/// Whether a letter is what [`folded`] makes of it: then there is nothing else to ask for.
fn is_folded(letter: char) -> bool {
    letter >= 'א' && is_plain(letter) && arabic::unmarked(letter) == Some(letter)
}
