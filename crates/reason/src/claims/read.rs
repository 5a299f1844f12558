use super::Claim;
use crate::citations::Citation;
use crate::entities::{Entity, Mention};
use crate::prose::Prose;
use crate::tables::Cell;

/// What the grammar of claims looks at.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// Sentences.
    pub prose: &'a Prose<'a>,
    /// Cells of tables.
    pub cells: &'a [Cell],
    /// Who is named.
    pub entities: &'a [Entity],
    /// Where, in reading order.
    pub mentions: &'a [Mention],
    /// What is cited: titles are claims too.
    pub citations: &'a [Citation],
}

/// Finds the claims of a document, in reading order.
#[must_use]
pub fn read(reading: Reading<'_>) -> Vec<Claim> {
    let _ = reading;
    Vec::new()
}
