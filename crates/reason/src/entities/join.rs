use serde::{Deserialize, Serialize};

use super::EntityKind;
use crate::Source;
use crate::decisions::Decisions;

/// One entity of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityRef {
    /// Index of the document among those given.
    pub document: usize,
    /// Index in its analysis.
    pub entity: usize,
}

/// Entities of all documents that are held to be one: they bear the same full name, or somebody judged so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Stable: the same documents and version give the same id.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name.
    pub caption: String,
    /// Every form as written, each once.
    pub names: Vec<String>,
    /// Its entities, in the order of the documents.
    pub members: Vec<EntityRef>,
}

/// Two parties that may be one, best first: for a person to judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Indexes of the parties.
    pub pair: [usize; 2],
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

/// Holds together what bears one full name in several documents; suggests the rest.
#[must_use]
pub fn join(sources: &[Source<'_>], decisions: &Decisions) -> (Vec<Party>, Vec<Suggestion>) {
    let _ = (sources, decisions);
    (Vec::new(), Vec::new())
}
