//! What stands near a word, at a glance: spares nearly all words the closer look at the words around them.

use super::listed::{Duty, Pattern};

/// How many words on a side are looked at: a small word or two may stand within a name.
const REACH: usize = 3;

/// Some classes of words: two bits for each, one of either half. Several share one bit, few share both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes([u64; 2]);

impl Classes {
    pub(super) const fn one(class: u32) -> Self {
        Self([1 << (class % u64::BITS), 1 << (class / u64::BITS % u64::BITS)])
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    const fn has_all(self, of: Self) -> bool {
        of.0[0] & !self.0[0] == 0 && of.0[1] & !self.0[1] == 0
    }

    /// Whether one of these may be there.
    pub(super) const fn has_any(self, of: Self) -> bool {
        of.0[0] & self.0[0] != 0 && of.0[1] & self.0[1] != 0
    }
}

/// A word that stands near another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbour {
    pub(super) classes: Classes,
    pub(super) is_initial: bool,
    /// It may stand within a name without being of it: what is behind it is near too.
    pub(super) is_small_word: bool,
}

/// What the words near a word of a text may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near {
    before: Side,
    behind: Side,
}

#[derive(Debug, Clone, Copy, Default)]
struct Side {
    classes: Classes,
    has_initial: bool,
}

impl Side {
    fn of(words: impl Iterator<Item = Neighbour>) -> Self {
        let mut side = Self::default();
        for word in words.take(REACH) {
            side.classes = side.classes.and(word.classes);
            side.has_initial |= word.is_initial;
            if !word.is_small_word {
                break;
            }
        }
        side
    }
}

impl Near {
    /// Of the word at a place of so many.
    pub(super) fn of(at: usize, words: usize, mut word: impl FnMut(usize) -> Neighbour) -> Self {
        let before = Side::of((0..at).rev().map(&mut word));
        Self { before, behind: Side::of((at + 1..words).map(word)) }
    }
}

/// What must stand near a word for any of its names: at least one of these.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted {
    of: Classes,
    or_initial: bool,
    or_nothing: bool,
}

impl Wanted {
    /// For names that are found by this word, one after the other.
    pub(super) fn add(&mut self, beside: Beside) {
        let none = Classes::default();
        match beside {
            Beside::Each { before, behind } if before == none && behind == none => self.or_nothing = true,
            Beside::Each { before, behind } => {
                self.of = self.of.and(if before == none { behind } else { before });
            }
            Beside::Any { of, or_initial } => {
                self.of = self.of.and(of);
                self.or_initial |= or_initial;
            }
            Beside::Nothing => self.or_nothing = true,
        }
    }

    /// Whether one of them may be there.
    pub(super) const fn may_be(self, near: Near) -> bool {
        self.or_nothing
            || near.before.classes.and(near.behind.classes).has_any(self.of)
            || self.or_initial && (near.before.has_initial || near.behind.has_initial)
    }
}

/// What must stand near a word of a name where the whole name does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Beside {
    /// Each of these on its side: of a body, the words next to it.
    Each { before: Classes, behind: Classes },
    /// One of these on either side: of a person, any other word, also one that may be left out, or an initial.
    Any { of: Classes, or_initial: bool },
    /// Nothing: it is the only word.
    Nothing,
}

impl Beside {
    /// For a word of a name, by its place.
    pub(super) fn of(pattern: &Pattern, part: usize) -> Self {
        if pattern.is_one_word() {
            return Self::Nothing;
        }
        let class = |part: usize| Classes::one(pattern.parts[part].word.class);
        if pattern.is_free() {
            let others = (0..pattern.parts.len()).filter(|other| *other != part);
            let of = others.fold(Classes::default(), |of, other| of.and(class(other)));
            return Self::Any { of, or_initial: pattern.family.is_some() };
        }
        let required = |part: Option<usize>| {
            let is_required =
                |part: &usize| pattern.parts.get(*part).is_some_and(|part| part.duty == Duty::Required);
            part.filter(is_required).map(class).unwrap_or_default()
        };
        Self::Each { before: required(part.checked_sub(1)), behind: required(Some(part + 1)) }
    }

    /// Whether that may be so.
    pub(super) const fn may_be(self, near: Near) -> bool {
        match self {
            Self::Each { before, behind } => {
                near.before.classes.has_all(before) && near.behind.classes.has_all(behind)
            }
            Self::Any { of, or_initial } => {
                near.before.classes.and(near.behind.classes).has_any(of)
                    || or_initial && (near.before.has_initial || near.behind.has_initial)
            }
            Self::Nothing => true,
        }
    }
}
