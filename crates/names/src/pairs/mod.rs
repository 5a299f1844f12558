//! Duplicates among many parties.
//!
//! Parties that share a rare trait (a name's sound with a year of birth, an address of mail, a name and a place) are compared: names
//! word by word (what these leave apart, by the matcher that screening uses), each trait by how likely it is shared by chance. Evidence is summed in bits, as Fellegi and
//! Sunter do (A theory for record linkage, 1969): one bit more makes it twice as likely that two parties are one. How often those who are
//! one agree is learnt from the parties themselves; of few parties, what is usual counts. Pairs above the cut-off tie parties together, and what hangs together is one cluster.
//!
//! ```
//! use names::pairs::{Described, Options, Pairing, Trait};
//! use names::{Party, party::{Kind, PartialDate}};
//!
//! let mut pairing = Pairing::default();
//! for name in ["Awa Diallo", "Awa Dialo", "Marta Nowak"] {
//!     let mut party = Party::named(Kind::Person, name);
//!     party.births = PartialDate::parse("1971-03-02").into_iter().collect();
//!     pairing.party(Described { party: &party, traits: &[(Trait::Place, "Kayes")] });
//! }
//! let paired = pairing.pairs(Options::default());
//! assert_eq!((paired.pairs[0].one, paired.pairs[0].other), (0, 1));
//! assert_eq!(names::pairs::clusters(3, &paired.pairs), [0, 0, 2]);
//! ```

mod blocking;
mod clusters;
mod described;
mod learning;
mod likeness;
#[cfg(test)]
mod tests;
mod traits;
mod vocabulary;
mod weighing;
mod wording;

pub use clusters::clusters;
pub use described::Described;
pub use traits::Trait;
pub use weighing::Evidence;

use crate::Party;
use crate::matching::Prepared;
use described::Row;

/// Two parties that look like one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The earlier one's index among those given.
    pub one: u32,
    /// The later one's index.
    pub other: u32,
    /// How likely they are one, from 0 to 1: the evidence against what is to be expected of two parties of so many.
    pub score: f32,
    /// What speaks for and against.
    pub evidence: Evidence,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The least score of a pair that is returned.
    pub cutoff: f32,
}

impl Default for Options {
    /// Twice as likely one as two: what hangs together through pairs makes each error larger.
    fn default() -> Self {
        Self { cutoff: 0.65 }
    }
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paired {
    /// Every pair at or above the cut-off, the likeliest first; of equal ones the earlier.
    pub pairs: Vec<Pair>,
    /// How many were compared.
    pub compared: usize,
    /// How many shared a trait that too many share, and were not compared for that trait.
    pub passed_over: u64,
}

/// Parties that are to be compared with each other.
#[derive(Debug, Default)]
pub struct Pairing {
    rows: Vec<Row>,
    /// The names of each as screening compares them.
    prepared: Vec<Prepared>,
    known: described::Known,
}

impl Pairing {
    /// Takes up a party; the first has index 0. Holds what is compared of it, a few hundred bytes.
    pub fn party(&mut self, described: Described<'_>) {
        let mut alone = Party::named(described.party.kind, "");
        alone.names.clone_from(&described.party.names);
        alone.parts.clone_from(&described.party.parts);
        let prepared = Prepared::of(&alone);
        self.rows.push(self.known.row(described, &prepared));
        self.prepared.push(prepared);
    }

    /// How many parties were taken up.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every pair at or above the cut-off.
    #[must_use]
    pub fn pairs(&self, options: Options) -> Paired {
        let blocked = blocking::pairs(&self.rows, &self.known);
        let weighing = weighing::Weighing::new(self, &blocked.pairs);
        let mut pairs: Vec<Pair> = Vec::new();
        for (one, other) in &blocked.pairs {
            let evidence = weighing.weigh((*one, *other));
            let score = weighing.likely(evidence);
            if score >= options.cutoff {
                pairs.push(Pair { one: *one, other: *other, score, evidence });
            }
        }
        pairs.sort_by(|one, other| {
            other.score.total_cmp(&one.score).then((one.one, one.other).cmp(&(other.one, other.other)))
        });
        Paired { pairs, compared: blocked.pairs.len(), passed_over: blocked.passed_over }
    }
}
