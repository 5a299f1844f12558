//! A listed name in a text.

use super::word::Likeness;

/// A place where a text has a listed name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Where it begins, in bytes of the text.
    pub start: usize,
    /// Where it ends: the first byte behind it.
    pub end: usize,
    /// Whose name: the caller's number.
    pub entry: u32,
    /// Which of the names given, from 0 in their order.
    pub name: u32,
    /// How its words are those of the list: the least like of them.
    pub words: Likeness,
    /// How they stand.
    pub order: Order,
    /// How much it tells.
    pub strength: Strength,
}

/// How the words of a name stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// As on the list.
    Listed,
    /// In another order: "Jann Oste" for "OSTE, Jann".
    Other,
}

/// How much an occurrence tells of who is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// The name in full.
    Full,
    /// One word alone, which the text never writes small.
    OneWord,
    /// A name each of whose words many listed names have.
    Common,
    /// A given name is an initial.
    Initial,
    /// A weak alias, or a name of little: told because the text also has a better name of the same entry.
    Weak,
}

impl Occurrence {
    /// To the letter.
    pub(super) const fn exact(entry: u32, name: u32, [start, end]: [usize; 2]) -> Self {
        let (words, order, strength) = (Likeness::Same, Order::Listed, Strength::Full);
        Self { start, end, entry, name, words, order, strength }
    }

    /// In a few words: how it was told.
    #[must_use]
    pub fn told(&self) -> String {
        let mut told = vec![match self.words {
            Likeness::Same => "as listed",
            Likeness::Inflected => "inflected",
            Likeness::Transliterated => "in another script",
            Likeness::Spelling => "in another spelling",
        }];
        if self.order == Order::Other {
            told.push("in another order");
        }
        match self.strength {
            Strength::Full => {}
            Strength::OneWord => told.push("one word"),
            Strength::Common => told.push("a common name"),
            Strength::Initial => told.push("weak: an initial"),
            Strength::Weak => told.push("weak alone"),
        }
        told.join(", ")
    }
}
