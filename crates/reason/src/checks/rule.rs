use super::corpus::Corpus;
use super::{Code, Diagnostic};

/// A rule: what it sees, why that matters, and how it looks.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its code, which also has its one-line summary and its severity.
    pub code: Code,
    /// Why a reader of the report should care, in a sentence or two.
    pub why: &'static str,
    /// A passage that it reports.
    pub wrong: &'static str,
    /// The same passage as it should be.
    pub right: &'static str,
    /// When it is right to silence it. How to is the same for all rules.
    pub silence: &'static str,
    pub(super) run: fn(&Corpus<'_>) -> Vec<Diagnostic>,
}
