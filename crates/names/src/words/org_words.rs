//! Words of which names of companies and bodies are made, across languages (`data/org_words.tsv`).

use super::Known;

/// What a word means, whatever its language: `mining`, `minière`, `горная` are one concept. Numbers hold for one build of this
/// crate: never store them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Concept(u16);

impl Concept {
    /// The English word that the table has for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ""
    }
}

/// A word of an organisation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrgWord {
    /// What it means.
    pub concept: Concept,
    /// How much it tells of which organisation is meant: from 0 (`company`) to 1 (as much as a name of its own).
    pub telling: f32,
}

/// The longest word or phrase of organisations that these folded words begin with; inflected words too.
///
/// ```
/// use names::words::org_words;
///
/// let concept = |word: &str| org_words::starting(&[word]).unwrap().what.concept;
/// assert_eq!(concept("mining"), concept("горная"));
/// ```
#[must_use]
pub fn starting(words: &[&str]) -> Option<Known<OrgWord>> {
    let _ = words;
    None
}

/// A word that is written without spaces (Han, kana, Hangul, Thai), cut into words of organisations and what stands between.
#[must_use]
pub fn cut(word: &str) -> Vec<(&str, Option<OrgWord>)> {
    vec![(word, None)]
}
