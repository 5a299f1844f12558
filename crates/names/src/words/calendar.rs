//! Months, days of the week and seasons (`data/calendar.tsv`).

use std::collections::HashSet;
use std::sync::OnceLock;

use super::rows;
use crate::scripts::folded;

/// Whether a folded word is one of the calendar, in any language: "October" stands in every report.
///
/// ```
/// use names::words::is_of_calendar;
///
/// assert!(is_of_calendar("octobre") && is_of_calendar("понедельник"));
/// assert!(!is_of_calendar("amber"));
/// ```
#[must_use]
pub fn is_of_calendar(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let rows = rows::pairs(include_str!("../../data/calendar.tsv"));
        rows.flat_map(|(_, words)| words.split('|')).map(folded).collect()
    });
    words.contains(word)
}
