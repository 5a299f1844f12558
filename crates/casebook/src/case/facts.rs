use reason::document::Unread;

use crate::Exhibit;

/// What a case holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// Lines of the ledger.
    pub acts: u64,
    /// Different bytes.
    pub exhibits: u64,
    /// Ways by which they came in.
    pub acquisitions: u64,
    /// In bytes.
    pub size: u64,
    /// Exhibits with a reading text.
    pub documents: u64,
    /// Archives whose members are exhibits.
    pub archives: u64,
    /// Exhibits that could not be read.
    pub unread: Vec<UnreadExhibit>,
    /// Notes of all documents.
    pub notes: u64,
    /// Markers of all documents.
    pub markers: u64,
    /// Citations of all documents.
    pub citations: u64,
    /// Works that they cite.
    pub works: u64,
    /// Claims that belong to an incident.
    pub claims: u64,
    /// Incidents that they are about.
    pub incidents: u64,
    /// Entities over all documents.
    pub entities: u64,
    /// Decisions of people about claims, entities and works.
    pub decisions: u64,
    /// Those whose words are not found any more.
    pub lost_decisions: u64,
    /// Those that others, taken together, contradict.
    pub contradicted_decisions: u64,
    /// Diagnostics, silenced ones left out.
    pub diagnostics: u64,
    /// Acquisitions that no build has seen yet.
    pub stale: u64,
}

/// An exhibit without reading text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadExhibit {
    /// Which.
    pub exhibit: Exhibit,
    /// Of an archive: the member that could not be had, its path as written there.
    pub member: Option<String>,
    /// Why.
    pub why: Unread,
}
