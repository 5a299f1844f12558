//! How little a name tells, because many bear it (`data/common_names.tsv`).

use std::sync::OnceLock;

use super::{given_names, rows};
use crate::hashed::ByWord;
use crate::scripts::{Closeness, sounds};

/// How many bear a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Commonness {
    /// Not in the table.
    Rare,
    /// Usual in its country: about one in two hundred.
    Usual,
    /// Common in its country: about one in fifty.
    Common,
    /// Of the commonest of the world: Mohammed, Kim, Wang, Ivanov.
    Everywhere,
}

/// How many bear a name, given as a Latin word; other spellings of the same sound count as it.
///
/// ```
/// use names::words::{Commonness, commonness};
///
/// assert_eq!(commonness("mohammad"), Commonness::Everywhere);
/// assert_eq!(commonness("prigozhin"), Commonness::Rare);
/// ```
#[must_use]
pub fn commonness(latin: &str) -> Commonness {
    static TABLE: OnceLock<ByWord<String, Commonness>> = OnceLock::new();
    let key = |word: &str| sounds(word, Closeness::Spelling);
    let table = TABLE.get_or_init(|| {
        let mut table = ByWord::default();
        for (class, names) in rows::pairs(include_str!("../../data/common_names.tsv")) {
            let commonness = match class {
                "everywhere" => Commonness::Everywhere,
                "common" => Commonness::Common,
                _ => Commonness::Usual,
            };
            for name in names.split('|') {
                let known = table.entry(key(name)).or_insert(commonness);
                *known = commonness.max(*known);
            }
        }
        table
    });
    table.get(&key(latin)).copied().unwrap_or(Commonness::Rare)
}

/// Whether people are called so, given as a Latin word: a given name, or a name that is common somewhere.
///
/// ```
/// use names::words::is_of_people;
///
/// assert!(is_of_people("victoria") && is_of_people("nguyen"));
/// assert!(!is_of_people("shipping"));
/// ```
#[must_use]
pub fn is_of_people(latin: &str) -> bool {
    !given_names(latin).is_empty() || commonness(latin) > Commonness::Usual
}
