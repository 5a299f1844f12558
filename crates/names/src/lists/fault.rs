//! What is wrong with a list, or strange about it.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use super::place::Place;

/// A place and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Where.
    pub place: Place,
    /// What.
    pub what: Fault,
}

/// What is to be said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// What is to be said of a line of `FollowTheMoney`.
    Line(reason::imports::Fault),
}

impl Fault {
    /// Whether something is left out of what was read.
    #[must_use]
    pub const fn leaves_out(&self) -> bool {
        match self {
            Self::Line(fault) => fault.leaves_out(),
        }
    }

    /// In words, to stand behind "line 3: ".
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Line(fault) => fault.sentence(),
        }
    }
}

/// Faults of one kind that are told; the others are counted.
const TOLD_OF_A_KIND: usize = 20;

/// All that is to be said of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faults {
    told: Vec<Told>,
    untold: usize,
    left_out: usize,
    kinds: HashMap<Discriminant<Fault>, usize>,
}

impl Faults {
    /// In the order of the file; of each kind the first few.
    #[must_use]
    pub fn told(&self) -> &[Told] {
        &self.told
    }

    /// How many more there are to be said.
    #[must_use]
    pub const fn untold(&self) -> usize {
        self.untold
    }

    /// How many of all leave something out.
    #[must_use]
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    pub(super) fn tell(&mut self, place: Place, what: Fault) {
        self.left_out += usize::from(what.leaves_out());
        let of_kind = self.kinds.entry(discriminant(&what)).or_default();
        *of_kind += 1;
        match *of_kind > TOLD_OF_A_KIND {
            true => self.untold += 1,
            false => self.told.push(Told { place, what }),
        }
    }
}
