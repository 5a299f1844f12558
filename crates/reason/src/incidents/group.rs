use super::Incident;
use crate::Source;
use crate::decisions::Decisions;
use crate::entities::Party;

/// Groups the claims of all documents into incidents.
#[must_use]
pub fn group(sources: &[Source<'_>], parties: &[Party], decisions: &Decisions) -> Vec<Incident> {
    let _ = (sources, parties, decisions);
    Vec::new()
}
