//! Names of the Arabic script in Latin letters (`data/arabic_names.tsv`).

use std::collections::HashSet;
use std::sync::OnceLock;

use super::rows;

/// Whether a Latin word is a name that Arabic script writes: of people who bear their father's name behind their own, and seldom a family's.
///
/// ```
/// use names::words::is_arabic_name;
///
/// assert!(is_arabic_name("hassan") && !is_arabic_name("friedrich"));
/// ```
#[must_use]
pub fn is_arabic_name(latin: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let rows = rows::pairs(include_str!("../../data/arabic_names.tsv"));
        rows.flat_map(|(_, forms)| forms.split('|')).collect()
    });
    names.contains(latin)
}
