//! What is unsupported, contradictory or wrong. Each rule is one file.

mod diagnostic;

pub use diagnostic::{Code, Diagnostic, Place, Severity};

use crate::Source;
use crate::works::Work;

/// Runs every rule over the documents given and the works that they cite.
///
/// In order of document, then place, then code. What the user silences is taken out by the caller.
#[must_use]
pub fn check(_sources: &[Source<'_>], _works: &[Work]) -> Vec<Diagnostic> {
    Vec::new()
}
