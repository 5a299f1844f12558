//! Where a note can be cut: lines, semicolons, sentences, ends of addresses, "see also", "citing".

mod cutter;
mod sentence;

use crate::document::Span;
use crate::languages::{WordClass, lexicon};

pub(super) use cutter::parts;

/// How firmly a part is parted from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A line end, a semicolon, the end of an address: another work, if it is one.
    Hard,
    /// The end of a sentence: it may be the full stop within one citation.
    Soft,
}

/// A part of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub span: Span,
    /// What parts it from the one before.
    pub joint: Joint,
}

/// "See", "Voir", "Cf.": not "e.g." alone, which also stands within commentary.
pub(super) fn is_pointing(phrase: &str) -> bool {
    !lexicon().is(WordClass::WeakSignals, phrase)
}
