//! Tables: each cell that holds a number, with its headers and its unit.

mod grid;
mod layout;
mod number;
mod words;

use serde::{Deserialize, Serialize};

use crate::document::{BlockKind, Document, Span};
use crate::quantities::{Decimal, Figure, Unit};

pub(crate) use layout::{Layout, parts};
pub(crate) use words::{
    Column, Summing, counts_only, heads_a_part, is_nobody, is_stranger, is_unviolent, summing,
};

/// A cell that holds a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Index of the table's block.
    pub block: usize,
    /// Row in [`crate::document::Block::rows`], from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
    /// Where it stands in the reading text.
    pub span: Span,
    /// The number as it stands, before its unit; unknown where it has decimals that no unit makes whole.
    pub figure: Figure,
    /// The same with its decimals.
    pub number: Decimal,
    /// Whether it counts or is a percentage.
    pub kind: Unit,
    /// The headers of its row, from the left.
    pub row_header: String,
    /// The headers of its column, from the top, joined by spaces.
    pub column_header: String,
    /// What one counts: 1000 for "in thousands"; 1 where nothing is said.
    pub multiplier: u64,
    /// The words that say so.
    pub unit: Option<Span>,
}

/// Finds the cells with numbers of all tables of a document.
#[must_use]
pub fn read(document: &Document) -> Vec<Cell> {
    let tables = document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Table);
    tables.filter_map(|(index, _)| grid::Grid::of(document, index)).flat_map(|grid| grid.cells()).collect()
}

#[cfg(test)]
mod tests;
