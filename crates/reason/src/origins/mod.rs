//! Which works rest on which: a figure is as strong as the number of its origins, not of its reports.
//!
//! # What is counted
//!
//! A *report* of a figure is a work that gives it: what the notes of a claim cite, the work in whose title it stands, or,
//! where a claim calls no note, the document itself that makes it ([`CitedWorks::of_claim`]). A document of the case takes
//! part under a number of its own, its *standing* ([`Origins::standing`]): that of the work that it certainly is, where
//! something cites it; else one behind those of all works. A document that a claim's notes lead out of is not counted
//! beside what they cite: it carries the figure, they give it.
//!
//! An *origin* is a work that rests on no other as far as is known. Reports that rest on another of the reports add nothing;
//! the rest are followed to their origins. Counted is the most that they can have if each work took a figure from one of the works
//! that it rests on: that a study cites forty works makes one origin of its figure, not forty. A circle of works that cite each other, and
//! nothing else, has no origin and counts 0. Counted twice: over confirmed edges alone (the most), and over suspected ones
//! too (the least): "7 reports, 2 to 3 origins". Nothing here says "independent": no dependence was found, that is all.
//!
//! # What shows that one work rests on another
//!
//! See [`Basis`]; a file each. An edge is confirmed where a text states it, where two texts are all but the same, or where a
//! person has judged it; else suspected. Two files of which one is a near copy of the other, and that nothing cites as two
//! works, are one report in two drafts: counted once as a report, too.

mod agencies;
mod case;
mod cited_works;
mod cites;
mod count;
mod documents;
mod flow;
mod grade;
mod graph;
mod identify;
mod near_copies;
mod owners;
mod rare_errors;
mod reuse;
mod shingles;
mod speakers;
mod trace;
#[cfg(test)]
mod trial;
mod via;
mod wire;
mod words;

pub use cited_works::{CitedWorks, works_of_claim};
pub use count::{OriginCount, Reach, Strand, count, count_along, roots, roots_along, strands};
pub use grade::{Grade, Level, Report, grade};
pub use trace::trace;

use serde::{Deserialize, Serialize};

use crate::document::Span;
use crate::works::Work;

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
    /// Nearly all of both texts in common: two drafts, or two copies, of one text.
    NearCopy,
    /// Long stretches of text in common.
    TextReuse,
    /// The same speaker gives the same figure.
    SameSpeakerSameFigure,
    /// A rare error or spelling in common.
    SharedRareError,
    /// The same owner.
    SameOwner,
    /// A person judged so, where nothing of the above was found.
    Judged,
}

impl Basis {
    /// In words, as tables show it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cites => "cites",
            Self::Via => "quoted through",
            Self::WireCredit => "wire credit",
            Self::NearCopy => "near copy",
            Self::TextReuse => "text reuse",
            Self::SameSpeakerSameFigure => "same speaker and same figure",
            Self::SharedRareError => "shared rare error",
            Self::SameOwner => "same owner",
            Self::Judged => "judged",
        }
    }
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
    /// The work that rests on the other: its index, or the [`Origins::standing`] of a document that nothing cites.
    pub from: usize,
    /// The work that it rests on, likewise.
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
    /// All edges, ordered by what rests, then by what it rests on.
    pub edges: Vec<Edge>,
    /// By document: the index of the work that it certainly is, where works cite it.
    pub work_of_document: Vec<Option<usize>>,
    /// How many works the case cites: standings from here on are those of documents that nothing cites.
    #[serde(default)]
    pub cited: usize,
}

/// What a standing means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A work that the case cites: its index.
    Work(usize),
    /// A document of the case that nothing cites: its index.
    Document(usize),
}

impl Origins {
    /// The number under which a document takes part: that of the work that it is, else one of its own.
    #[must_use]
    pub fn standing(&self, document: usize) -> usize {
        self.work_of_document.get(document).copied().flatten().unwrap_or(self.cited + document)
    }

    /// What a number stands for.
    #[must_use]
    pub const fn meaning(&self, standing: usize) -> Standing {
        match standing.checked_sub(self.cited) {
            Some(document) => Standing::Document(document),
            None => Standing::Work(standing),
        }
    }

    /// The near copies among the documents that nothing cites as a work of its own.
    pub fn near_copies(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(|edge| self.is_draft_of_one(edge))
    }

    /// Whether both ends of an edge are one report in two drafts.
    pub(crate) fn is_draft_of_one(&self, edge: &Edge) -> bool {
        let drafts = edge.from.max(edge.to) >= self.cited;
        edge.basis == Basis::NearCopy && edge.certainty == Certainty::Confirmed && drafts
    }

    /// The documents that are a work, in their order.
    pub fn documents_of(&self, work: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.work_of_document.len())
            .filter(move |document| self.work_of_document[*document] == Some(work))
    }

    /// The edges that say what a work rests on.
    #[must_use]
    pub fn edges_from(&self, standing: usize) -> &[Edge] {
        let first = self.edges.partition_point(|edge| edge.from < standing);
        let rest = &self.edges[first..];
        &rest[..rest.partition_point(|edge| edge.from == standing)]
    }
}

/// The stable name under which judgements and exports know what takes part: the work's id, or one made of the document's.
#[must_use]
pub fn name(origins: &Origins, works: &[Work], documents: &[&str], standing: usize) -> String {
    match origins.meaning(standing) {
        Standing::Work(work) => works.get(work).map(|work| work.id.clone()).unwrap_or_default(),
        Standing::Document(document) => {
            documents.get(document).map(|id| format!("d{id}")).unwrap_or_default()
        }
    }
}
