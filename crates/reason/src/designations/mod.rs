//! Who was put on a sanctions list, by which authority, when.

mod acts;
mod context;
pub(crate) mod dating;
mod doubts;
mod extent;
mod frames;
mod lists;
mod members;
mod parties;
mod programs;
mod read;

pub use read::read;

use serde::{Deserialize, Serialize};

use crate::dates::PartialDate;
use crate::document::Span;

/// One party sanctioned by one authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// The passage.
    pub span: Span,
    /// Who was sanctioned, as written.
    pub target: Span,
    /// By whom, as written.
    pub authority: Option<Span>,
    /// The programme or list, in full: "Executive Order 14098", "resolution 2206 (2015)".
    pub program: Option<Span>,
    /// What for, in the words of the passage: "for having materially assisted ...".
    #[serde(default)]
    pub reason: Option<Span>,
    /// When, as precise as the text.
    pub date: Option<PartialDate>,
}
