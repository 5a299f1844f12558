//! What people and other programs read: the HTML report, SARIF, bibliographies.
//!
//! Pure functions from values to text. Nothing here opens a file, and nothing in the other crates depends on it.

pub mod bibliography;
pub mod card;
pub mod html;
pub mod sarif;

use reason::checks::Diagnostic;
use reason::{Conclusions, Source};

/// What `tickmark check` found: documents, the works that they cite, and what is wrong.
///
/// Indexes in [`Diagnostic`]s and [`Conclusions`] count in `sources`. One that leads nowhere is left out, not a panic: the
/// report must come out.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// In the order in which they were given.
    pub sources: &'a [Source<'a>],
    /// What follows from the documents together: works, parties, incidents, origins.
    pub conclusions: &'a Conclusions,
    /// What the rules found, without what the user silenced.
    pub diagnostics: &'a [Diagnostic],
}
