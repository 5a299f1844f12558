//! The running text as the grammars of statements take it: sentences with their note marks blanked out, cut into tokens,
//! with the quantities and dates in them. Made once a document, so that no grammar cuts the text again.

mod kept;
mod read;

pub(crate) use kept::Kept;
pub use read::read;
pub(crate) use read::{blanked, words};

use crate::dates::DateMention;
use crate::document::{BlockKind, Document, Span};
use crate::quantities::Quantity;
use crate::text::Token;

/// A document's running text, sentence by sentence.
#[derive(Debug, Clone)]
pub struct Prose<'d> {
    /// What it was made of.
    pub document: &'d Document,
    /// In reading order: the body, captions, then the commentary of notes.
    pub sentences: Vec<Sentence>,
}

/// One sentence, ready for the grammars.
///
/// All spans in it but [`Sentence::span`] count in [`Sentence::text`]; [`Sentence::place`] makes places of the document of
/// them.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Where it stands in the reading text.
    pub span: Span,
    /// Its number in [`crate::Analysis::sentences`]; `None` in the commentary of a note.
    pub number: Option<usize>,
    /// Index of its block in the document.
    pub block: usize,
    /// What its block is.
    pub kind: BlockKind,
    /// The note that it stands in, where it is commentary.
    pub note: Option<usize>,
    /// The verbatim text, every note mark replaced by as many spaces: byte `i` of it is byte `span.start + i` of the
    /// document.
    pub text: String,
    /// Of `text`.
    pub tokens: Vec<Token>,
    /// Numbers, in order.
    pub quantities: Vec<Quantity>,
    /// Dates, in order; relative ones resolved as far as the text allows.
    pub dates: Vec<DateMention>,
    /// Notes called from it, in order.
    pub calls: Vec<Call>,
    pub(crate) kept: Kept,
}

/// A note mark in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// Byte of the sentence at which its group of marks begins.
    pub at: usize,
    /// The note; `None` where none answers.
    pub note: Option<usize>,
    /// Index of the marker.
    pub marker: usize,
}

impl Sentence {
    /// A span of this sentence as one of the document.
    #[must_use]
    pub const fn place(&self, within: Span) -> Span {
        within.shifted(self.span.start)
    }

    /// The text of a span of this sentence.
    #[must_use]
    pub fn words(&self, within: Span) -> &str {
        &self.text[within.start..within.end]
    }

    /// The span from one token to another, both included.
    #[must_use]
    pub fn span_of(&self, first: usize, last: usize) -> Span {
        Span::new(self.tokens[first].span.start, self.tokens[last].span.end)
    }
}
