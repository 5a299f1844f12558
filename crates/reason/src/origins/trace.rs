use super::Origins;
use crate::Source;
use crate::decisions::Decisions;
use crate::works::Work;

/// Finds which works rest on which.
#[must_use]
pub fn trace(sources: &[Source<'_>], works: &[Work], decisions: &Decisions) -> Origins {
    let _ = (sources, works, decisions);
    Origins::default()
}
