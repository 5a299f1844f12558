//! Given names and their forms in other languages (`data/given_names.tsv`).

/// A name in all its forms: Alexander, Aleksandr, Alexandre, Oleksandr are one. Numbers hold for one build of this crate: never
/// store them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GivenName(pub(crate) u16);

/// How two given names belong together, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kinship {
    /// Spellings or forms that one person's papers use for one another: Aleksandr, Oleksandr, Alexander.
    Form,
    /// One is short for the other: Bill, William.
    Short,
    /// One name in two languages, seldom of one person: Ivan, John; Yusuf, Joseph.
    Cognate,
}

/// The names that a folded or Latin word is a form of, and how.
#[must_use]
pub fn given_names(word: &str) -> &'static [(GivenName, Kinship)] {
    let _ = word;
    &[]
}

/// How two folded or Latin words are forms of one given name: the closest that both have in common, and the weaker of the two
/// ways. None if they are the same word or share none.
///
/// ```
/// use names::words::{Kinship, kinship};
///
/// assert_eq!(kinship("aleksandr", "oleksandr"), Some(Kinship::Form));
/// assert_eq!(kinship("bill", "william"), Some(Kinship::Short));
/// assert_eq!(kinship("ivan", "igor"), None);
/// ```
#[must_use]
pub fn kinship(one: &str, other: &str) -> Option<Kinship> {
    let _ = (one, other);
    None
}
