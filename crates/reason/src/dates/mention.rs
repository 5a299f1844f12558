use serde::{Deserialize, Serialize};

use super::{PartialDate, Step};
use crate::document::Span;

/// From a day, month or year to another; both as precise as the text. An open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Interval {
    /// When it begins.
    pub from: Option<PartialDate>,
    /// When it ends; equal to `from` for a single day, month or year.
    pub to: Option<PartialDate>,
}

impl Interval {
    /// A single day, month or year.
    #[must_use]
    pub const fn at(date: PartialDate) -> Self {
        Self { from: Some(date), to: Some(date) }
    }
}

/// A date, or words that stand for one, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// In bytes of the sentence.
    pub span: Span,
    /// What it comes to; empty where it cannot be told.
    pub interval: Interval,
    /// How that is known.
    pub basis: DateBasis,
    /// "two days after the raid": what it is counted by, where the words before do not tell from what.
    pub step: Option<Step>,
    /// "two days later": what it was counted by, from the date that [`DateMention::basis`] tells.
    pub counted: Option<Step>,
    /// `03/04/2024`: all that it can be; otherwise empty.
    pub readings: Vec<PartialDate>,
}

/// How the time of a [`DateMention`] is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// As it stands.
    Written,
    /// Its year is that of a date before it, at this place of the document.
    YearFrom(Span),
    /// "the next day": counted from a date at this place of the document.
    CountedFrom(Span),
    /// "last week", without anything to count from.
    Unanchored,
}
