//! Works, and how they rest on each other.

use reason::citations::WorkKind;
use reason::dates::PartialDate;
use reason::origins::{Basis, Certainty};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One work with everything that cites it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WorkRow {
    /// Stable id.
    pub id: String,
    /// The document that cites it first.
    pub document: Option<String>,
    /// What kind of work.
    #[schemars(with = "String")]
    pub kind: WorkKind,
    /// People or bodies.
    pub authors: Vec<String>,
    /// Title.
    pub title: Option<String>,
    /// Its translation.
    pub title_translated: Option<String>,
    /// Outlet, publisher, journal, platform.
    pub container: Option<String>,
    /// ISO 8601, as precise as the text.
    #[schemars(with = "Option<String>")]
    pub date: Option<PartialDate>,
    /// Address.
    pub url: Option<String>,
    /// Document symbol, DOI and the like.
    pub identifier: Option<String>,
    /// Of an interview, or of publication.
    pub place: Option<String>,
    /// Who was interviewed, as written.
    pub interviewee: Option<String>,
    /// The human source is not named.
    pub confidential: bool,
    /// CSL-JSON.
    pub csl: serde_json::Value,
    /// Ids of its citations.
    pub cited_by: Vec<String>,
    /// Works that rest on it.
    pub origin_of: Vec<WorkEdgeRow>,
    /// Works that it rests on.
    pub derived_from: Vec<WorkEdgeRow>,
}

/// A tie between two works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WorkEdgeRow {
    /// Id of the other work; of a document that nothing cites, `d` and the document's id.
    pub work: String,
    /// What shows it: cites, via, `wire_credit`, `text_reuse`, `same_speaker_same_figure`, `shared_rare_error`, `same_owner`,
    /// judged.
    #[schemars(with = "String")]
    pub basis: Basis,
    /// confirmed or suspected.
    #[schemars(with = "String")]
    pub certainty: Certainty,
    /// What shows it, in words.
    pub reason: String,
}
