//! Who was put on a sanctions list, by which authority, when.

pub(crate) mod dating;
mod parties;
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
    /// The programme or list.
    pub program: Option<Span>,
    /// When, as precise as the text.
    pub date: Option<PartialDate>,
}
