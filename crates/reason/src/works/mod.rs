//! Which citations mean one work.

pub mod csl;
mod join;
mod key;

pub use join::join;

use serde::{Deserialize, Serialize};

use crate::citations::WorkKind;
use crate::dates::PartialDate;

/// What citations refer to: an article, a report, an interview, a law, a post.
///
/// Its fields are those of its fullest citation; where citations disagree, check C06 says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Stable: the same documents and version give the same id.
    pub id: String,
    /// Kind.
    pub kind: WorkKind,
    /// People or bodies.
    pub authors: Vec<String>,
    /// Title.
    pub title: Option<String>,
    /// Its translation.
    pub title_translated: Option<String>,
    /// Outlet, publisher, journal, platform.
    pub container: Option<String>,
    /// Of publication or of the interview.
    pub date: Option<PartialDate>,
    /// Address.
    pub url: Option<String>,
    /// Document symbol, DOI and the like.
    pub identifier: Option<String>,
    /// Who was interviewed.
    pub interviewee: Option<String>,
    /// Of an interview, or of publication.
    pub place: Option<String>,
    /// The human source is not named.
    pub confidential: bool,
    /// Who cites it, in reading order, documents in the order given.
    pub cited_by: Vec<CitationRef>,
}

/// One citation of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CitationRef {
    /// Index of the document among those given.
    pub document: usize,
    /// Index of the citation in its analysis.
    pub citation: usize,
}
