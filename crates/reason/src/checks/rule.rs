use super::corpus::Corpus;
use super::{Code, Diagnostic, Typed};

/// A rule: what it sees, why that matters, and how it looks.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its code, which also has its one-line summary and its severity.
    pub code: Code,
    /// Why a reader of the report should care, in a sentence or two.
    pub why: &'static str,
    /// A file, or several that are checked together, in which it finds something.
    pub wrong: &'static [Typed],
    /// The same as it should be.
    pub right: &'static [Typed],
    /// When it is right to silence it. How to is the same for all rules.
    pub silence: &'static str,
    pub(super) run: fn(&Corpus<'_>) -> Vec<Diagnostic>,
}
