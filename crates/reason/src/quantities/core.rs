//! A number without what stands around it.

use crate::document::Span;

use super::{Decimal, NumberForm, Unit};

/// What reading a number at a token came to.
pub(super) enum Scan {
    /// A number.
    Found(Core),
    /// Digits that are no number of anything: go on at this token.
    Skip(usize),
    /// No number begins here.
    Nothing,
}

/// A number as it stands, without comparators and ranges.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core {
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Of its text: less than its tokens where a unit is glued to it.
    pub span: Span,
    pub value: Decimal,
    /// The last multiplier in it: what "2 to 3 million" shares.
    pub factor: u64,
    pub exactness: Exactness,
    pub form: NumberForm,
    pub unit: Unit,
}

/// Whether a number is meant as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exactness {
    Exact,
    /// `une vingtaine`.
    About,
    /// `two thirds`: no number of things.
    Unknown,
}
