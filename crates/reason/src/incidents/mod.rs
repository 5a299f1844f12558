//! Claims about one real event, over all documents: different figures stay beside each other.

mod contest;
mod event;
mod evidence;
mod fact;
mod group;
mod judged;
mod known;
mod links;
mod names;
mod naming;
mod outline;
mod place;
mod quantity;
mod review;
pub mod rules;
mod run_on;
mod share;
pub mod table;
#[cfg(test)]
mod tests;
mod trace;
#[cfg(test)]
pub(crate) mod trial;
mod when;
mod words;

pub use group::group;
pub(crate) use review::{Reviewed, review};
pub(crate) use share::{adds_to, counts_households, takes_a_part};
pub use trace::name_origins;

use serde::{Deserialize, Serialize};

use crate::claims::ClaimKind;
use crate::dates::Interval;
use crate::quantities::Figure;

/// One claim of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ClaimRef {
    /// Index of the document among those given.
    pub document: usize,
    /// Index in its analysis.
    pub claim: usize,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// Stable: the same documents and version give the same id.
    pub id: String,
    /// What it is called: place and time, or the first claim's words.
    pub name: String,
    /// Where, as most claims name it.
    pub place: Option<String>,
    /// From the earliest to the latest date of its claims.
    pub when: Interval,
    /// In the order of the documents.
    pub claims: Vec<ClaimRef>,
    /// Why each claim after the first belongs to it.
    pub joins: Vec<Join>,
    /// Quantities about which speakers give figures that cannot both hold.
    pub contested: Vec<Contest>,
}

/// Why two claims are held to be about one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The claim that was joined.
    pub claim: ClaimRef,
    /// The claim that it was joined to.
    pub to: ClaimRef,
    /// In words: `same place, three days apart, both name the CSP`.
    pub reason: String,
}

/// One quantity of an incident whose figures cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// What happened.
    pub what: ClaimKind,
    /// To whom, as the first claim names them.
    pub victims: Option<String>,
    /// The sides, each with who says it.
    pub figures: Vec<Side>,
}

/// One figure of a [`Contest`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The figure.
    pub figure: Figure,
    /// Who says so, as written; `None`: the document itself.
    pub attributed_to: Option<String>,
    /// The claims that give it.
    pub claims: Vec<ClaimRef>,
    /// Ids of the works from which it comes, as far as is known.
    pub origins: Vec<String>,
}

/// A judgement about two claims that had no effect, since a later one says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// The two claims judged.
    pub claims: [ClaimRef; 2],
    /// What the judgement said, and what stands against it.
    pub reason: String,
}
