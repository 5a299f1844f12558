//! A table while it is being read.

use reason::document::{BlockKind, DraftBlock, Mark, Warning, WarningKind};

use super::Inline;
use crate::limits::{COLUMN_SPAN, TABLE_CELLS};

/// Cells in rows. Marks count in the text that the cells make: cells parted by one tab, rows by one line end.
#[derive(Debug)]
pub(crate) struct TableText {
    block: DraftBlock,
    row: Vec<String>,
    /// Where the next cell begins.
    at: usize,
    cells: usize,
    /// For each column, how many rows a cell above still covers.
    covered: Vec<usize>,
}

impl TableText {
    pub(crate) fn new(page: Option<u32>) -> Self {
        let block = DraftBlock::new(Some(BlockKind::Table), "", page);
        Self { block, row: Vec::new(), at: 0, cells: 0, covered: Vec::new() }
    }

    /// Adds a cell that may span columns and rows: its text stands in the first, the others are empty.
    pub(crate) fn push_cell(&mut self, mut text: Inline, columns: usize, rows: usize) {
        self.skip_covered();
        text.unfold_lines();
        let (text, marks) = text.finish();
        let at = self.at;
        let marks = marks.into_iter().map(|mark| Mark { span: mark.span.shifted(at), ..mark });
        self.block.marks.extend(marks);
        self.cover(rows);
        self.push(text);
        for _ in 1..columns.clamp(1, COLUMN_SPAN) {
            self.cover(rows);
            self.push(String::new());
        }
    }

    /// Ends a row. Rows that say nothing are not kept.
    pub(crate) fn end_row(&mut self) {
        self.skip_covered();
        let row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !cell.is_empty()) {
            self.block.rows.push(row);
        } else {
            self.at -= row.len();
        }
    }

    /// Whether it holds as many cells as are read.
    pub(crate) fn is_full(&self) -> bool {
        self.cells >= TABLE_CELLS
    }

    /// The table, if any of its cells says something.
    pub(crate) fn finish(mut self) -> Option<DraftBlock> {
        self.end_row();
        let says = self.block.rows.iter().flatten().any(|cell| !cell.is_empty());
        says.then_some(self.block)
    }

    fn push(&mut self, cell: String) {
        self.at += cell.len() + 1;
        self.cells += 1;
        self.row.push(cell);
    }

    fn cover(&mut self, rows: usize) {
        let column = self.row.len();
        if rows > 1 || self.covered.len() > column {
            self.covered.resize(self.covered.len().max(column + 1), 0);
            self.covered[column] = rows.saturating_sub(1);
        }
    }

    /// Cells above reach into this row: their columns stay empty.
    fn skip_covered(&mut self) {
        while self.covered.get(self.row.len()).is_some_and(|rows| *rows > 0) {
            self.covered[self.row.len()] -= 1;
            self.push(String::new());
        }
    }
}

/// What is said when a table is longer than the limit.
pub(crate) fn truncated_table(page: Option<u32>) -> Warning {
    Warning {
        kind: WarningKind::Truncated,
        page,
        detail: format!("a table has more than {TABLE_CELLS} cells; the rest of it was left out"),
    }
}
