//! What people decided, resolved to the items of the documents at hand. The ledger keeps it by passages.

use std::collections::HashMap;

use crate::entities::PartyRef;
use crate::incidents::ClaimRef;

/// What was decided about one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It stands as it was read.
    Accepted,
    /// It is none, or is wrong.
    Rejected,
}

/// What was decided about two items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Likeness {
    /// They are one.
    Same,
    /// They are two.
    Different,
    /// Looked at, and left open.
    Unsure,
}

/// All decisions; of several about one thing, the last.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// Claims accepted or rejected.
    pub claims: HashMap<ClaimRef, Verdict>,
    /// Whether two claims are about one event. The smaller reference stands first.
    pub incidents: HashMap<(ClaimRef, ClaimRef), Likeness>,
    /// The pairs of `incidents`, the one judged first before the others: where judgements contradict each other, the later
    /// stands. A pair that is missing here counts as judged before all that are not.
    pub incident_order: Vec<(ClaimRef, ClaimRef)>,
    /// Whether two entities, or an entity and an imported record, are one party. The smaller reference stands first.
    pub parties: HashMap<(PartyRef, PartyRef), Likeness>,
    /// Whether one work rests on another: by ids of the works.
    pub edges: HashMap<(String, String), Verdict>,
}
