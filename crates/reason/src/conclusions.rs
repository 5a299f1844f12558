//! What follows from all documents together: works, parties, incidents, origins.

use serde::{Deserialize, Serialize};

use crate::decisions::Decisions;
use crate::entities::{Party, Suggestion};
use crate::imports::ImportedFile;
use crate::incidents::{Contradiction, Incident};
use crate::origins::Origins;
use crate::works::Work;
use crate::{Source, entities, incidents, origins, works};

/// What follows from all documents together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Conclusions {
    /// What is cited, each once.
    pub works: Vec<Work>,
    /// Who and what is named.
    pub parties: Vec<Party>,
    /// Parties that may be one.
    pub suggestions: Vec<Suggestion>,
    /// Events, each with its claims.
    pub incidents: Vec<Incident>,
    /// Judgements about incidents that later ones contradict.
    #[serde(default)]
    pub contradictions: Vec<Contradiction>,
    /// Which works rest on which.
    pub origins: Origins,
}

/// Draws the conclusions from documents and from what people decided.
#[must_use]
pub fn conclude(sources: &[Source<'_>], decisions: &Decisions) -> Conclusions {
    conclude_with(sources, &[], decisions)
}

/// The same, with what others wrote down about parties.
#[must_use]
pub fn conclude_with(sources: &[Source<'_>], imports: &[ImportedFile], decisions: &Decisions) -> Conclusions {
    let works = works::join(sources);
    let (parties, suggestions) = entities::join_with(sources, imports, decisions);
    let origins = origins::trace(sources, &works, decisions);
    let (mut incidents, contradictions) = incidents::group(sources, &parties, decisions);
    incidents::name_origins(&mut incidents, sources, &works, &origins);
    Conclusions { works, parties, suggestions, incidents, contradictions, origins }
}
