//! Which works rest on which: a figure is as strong as the number of its origins, not of its reports.

mod trace;

pub use trace::trace;

use serde::{Deserialize, Serialize};

use crate::document::Span;

/// What shows that one work rests on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The work, which is in the case, cites the other.
    Cites,
    /// "Quoted in", "citing": a note says that the one is known through the other.
    Via,
    /// A wire agency's credit line or byline.
    WireCredit,
    /// Long stretches of text in common.
    TextReuse,
    /// The same speaker gives the same figure.
    SameSpeakerSameFigure,
    /// A rare error or spelling in common.
    SharedRareError,
    /// The same owner.
    SameOwner,
}

/// How sure an [`Edge`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Stated, or judged so.
    Confirmed,
    /// Likely from what is seen.
    Suspected,
}

/// One work rests on another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Index of the work that rests on the other.
    pub from: usize,
    /// Index of the work that it rests on.
    pub to: usize,
    /// What shows it.
    pub basis: Basis,
    /// How sure.
    pub certainty: Certainty,
    /// In words.
    pub reason: String,
    /// Passages that show it: index of the document, span.
    pub evidence: Vec<(usize, Span)>,
}

/// The works of a case and how they rest on each other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origins {
    /// All edges.
    pub edges: Vec<Edge>,
    /// By document: the index of the work that it is, where works cite it.
    pub work_of_document: Vec<Option<usize>>,
}
