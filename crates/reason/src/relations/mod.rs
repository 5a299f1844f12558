//! Stated ties between two parties: who leads, owns, is kin to, is part of, succeeded, was sanctioned by whom.

mod read;
mod share;
mod sides;

pub use read::read;

use serde::{Deserialize, Serialize};

use crate::dates::PartialDate;
use crate::document::Span;
use crate::quantities::Decimal;

/// How two parties are tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// Leads, commands, founded.
    Leads,
    /// Holds an office of.
    HoldsOffice,
    /// Is a member of.
    MemberOf,
    /// Works for.
    EmployedBy,
    /// Owns, or holds shares of.
    Owns,
    /// Is a subsidiary of.
    SubsidiaryOf,
    /// Is a part of.
    PartOf,
    /// Is kin to.
    FamilyOf,
    /// Came after, replaced.
    SuccessorOf,
    /// Works, fights or trains together with.
    AlliedWith,
    /// Fights against.
    Fights,
    /// Gives weapons, goods, information to.
    Supplies,
    /// Was trained by.
    TrainedBy,
    /// Pays.
    Pays,
    /// Signed an agreement with.
    SignedWith,
    /// Was sanctioned by.
    SanctionedBy,
    /// Lies in, is based in, is active in.
    LocatedIn,
    /// Another tie, in the words of `detail`.
    Other,
}

/// How much of a company is owned: percent, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// So much at least; `None` where only a most is said.
    pub low: Option<Decimal>,
    /// So much at most; `None` where only a least is said ("more than half").
    pub high: Option<Decimal>,
    /// The words that say so.
    pub span: Span,
}

/// A stated tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The passage.
    pub span: Span,
    /// Who, as written here.
    pub subject_span: Span,
    /// Index of the entity.
    pub subject: usize,
    /// How.
    pub kind: RelationKind,
    /// With whom, as written here.
    pub object_span: Span,
    /// Index of the entity.
    pub object: usize,
    /// The words that say more: `brother-in-law`, `Minister of Defense`.
    pub detail: Option<Span>,
    /// Of who owns and of who is a subsidiary: how much, where the passage says so of these two alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// When, where the passage says so.
    pub date: Option<PartialDate>,
    /// Words that make it less than certain.
    pub hedges: Vec<Span>,
    /// Said not to be so.
    pub negated: bool,
}
