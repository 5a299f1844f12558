//! Numbers as reports write them: digits and words, ranges, comparators, vague plurals.

mod compatible;
mod core;
mod decimal;
mod digits;
mod figure;
mod find;
mod reader;
mod spelled;
mod vocabulary;

pub use compatible::{Bounds, Closeness};
pub use decimal::Decimal;
pub use figure::{Figure, grouped};
pub use find::find;

use serde::{Deserialize, Serialize};

use crate::document::Span;

/// A number in a text, with the words that make it more or less exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// Comparator and number: `at least 500`, `between 40,000 and 50,000`. In bytes of the text given.
    pub span: Span,
    /// The number as written, without its comparator: `500`, `a dozen`, `160-200`.
    pub number: Span,
    /// What it says.
    pub figure: Figure,
    /// How it is written.
    pub form: NumberForm,
    /// What it counts in.
    pub unit: Unit,
    /// The number, or the first of a range, whatever its comparator says; with its decimals.
    pub least: Decimal,
    /// The last of a range; otherwise as `least`.
    pub most: Decimal,
}

/// How a number is written. Those that begin with an article are no number in most sentences ("a soldier").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberForm {
    /// `500`, `12,500`, `3 millions`.
    Digits,
    /// `four`, `une cinquantaine`.
    Words,
    /// `a`, `an`, `one`, `un`, `une`: only with a reason is it a count.
    Article,
    /// `dozens`, `several hundred`, `des milliers`.
    Vague,
}

/// What a number is a number of, as far as its own words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Things: persons, vehicles, attacks.
    Count,
    /// `70%`, `70 pour cent`.
    Percent,
    /// `one third`, `la moitié`.
    Fraction,
    /// `13th`, `3e`, `second`.
    Ordinal,
    /// `doubled`, `three times`.
    Multiple,
}

#[cfg(test)]
mod tests;
