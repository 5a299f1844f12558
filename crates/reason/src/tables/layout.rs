//! What stands around the counts of a table: its headers, its other columns, the lines above and below.

use crate::document::{BlockKind, Document, Span};

use super::Cell;
use super::grid::Grid;
use super::words::{Column, column, heads_a_part, is_caption, source_line};

/// Blocks above a table in which its caption and the heading over it are looked for.
const MOST_LINES: usize = 3;

/// Longer blocks are paragraphs about other things, too.
const LONGEST_LINE: usize = 300;

/// A table as what its headers say of its counts.
pub(crate) struct Layout<'d> {
    grid: Grid<'d>,
    columns: Vec<Option<Column>>,
}

impl<'d> Layout<'d> {
    /// The table of a block; `None` where its text is not that of its cells.
    pub fn of(document: &'d Document, block: usize) -> Option<Self> {
        let grid = Grid::of(document, block)?;
        let mut columns = vec![None; grid.columns];
        for (at, said) in columns.iter_mut().enumerate() {
            let named = grid.header_cells(at).last().and_then(|(row, at)| grid.place(*row, *at));
            *said = named.and_then(|named| column(document.quote(named)));
        }
        Some(Self { grid, columns })
    }

    /// The table's block.
    pub const fn block(&self) -> usize {
        self.grid.block
    }

    /// The cells that head a column, from the top.
    pub fn headers(&self, column: usize) -> Vec<Span> {
        let cells = self.grid.header_cells(column).into_iter();
        cells
            .filter(|(row, _)| !self.is_title(*row))
            .filter_map(|(row, at)| self.grid.place(row, at))
            .collect()
    }

    /// All cells of header rows.
    pub fn all_headers(&self) -> Vec<Span> {
        let cells =
            (0..self.grid.header_rows).flat_map(|row| (0..self.grid.columns).map(move |at| (row, at)));
        cells.filter_map(|(row, at)| self.grid.place(row, at)).collect()
    }

    /// The cells that head a row, from the left, each with what its column says.
    pub fn row_headers(&self, row: usize) -> Vec<(Span, Option<Column>)> {
        let cells = (0..self.grid.header_columns).map(|at| (self.grid.place(row, at), self.columns[at]));
        cells.filter_map(|(cell, said)| Some((cell?, said))).collect()
    }

    /// What a row has in the first column that says so. An empty cell before the last header column is that of the row above.
    pub fn beside(&self, row: usize, said: Column) -> Option<Span> {
        let at = self.columns.iter().position(|column| *column == Some(said))?;
        let grouping = at + 1 < self.grid.header_columns;
        let rows = if grouping { self.grid.header_rows..=row } else { row..=row };
        let cell = rows.rev().find_map(|row| self.grid.place(row, at).map(|cell| (row, cell)));
        cell.filter(|(row, _)| !self.grid.holds_number(*row, at)).map(|(_, cell)| cell)
    }

    /// Where a row stands.
    pub fn row(&self, row: usize) -> Option<Span> {
        self.grid.row_place(row)
    }

    /// Only the first cell of a row of headers is filled: it heads the whole table.
    fn is_title(&self, row: usize) -> bool {
        self.grid.header_rows > row + 1
            && self.grid.columns > 1
            && self.grid.place(row, 0).is_some()
            && (1..self.grid.columns).all(|at| self.grid.place(row, at).is_none())
    }

    /// The lines that say what the table counts, the nearest last: a heading or caption above, a title in it, a caption below.
    pub fn lines(&self) -> Vec<Span> {
        let blocks = &self.grid.document.blocks;
        let mut found = Vec::new();
        for block in blocks[..self.grid.block].iter().rev().take(MOST_LINES) {
            let text = self.grid.document.quote(block.span);
            let heading = matches!(block.kind, BlockKind::Heading | BlockKind::Title);
            let leads_in = is_caption(text) || text.trim_end().ends_with(':');
            if block.span.len() > LONGEST_LINE || !(heading || block.kind == BlockKind::Caption || leads_in) {
                break;
            }
            found.push(block.span);
            if heading {
                break;
            }
        }
        found.reverse();
        let titles = (0..self.grid.header_rows).filter(|row| self.is_title(*row));
        found.extend(titles.filter_map(|row| self.grid.place(row, 0)));
        let below = blocks.get(self.grid.block + 1).filter(|block| block.kind == BlockKind::Caption);
        found.extend(below.map(|block| block.span).filter(|span| span.len() <= LONGEST_LINE));
        found
    }

    /// Who made the table, as the line below it says.
    pub fn source(&self) -> Option<Span> {
        let block = self.grid.document.blocks.get(self.grid.block + 1)?;
        let line = self.grid.document.quote(block.span);
        let named = source_line(line).filter(|named| named.len() <= LONGEST_LINE / 3)?;
        Some(named.shifted(block.span.start))
    }
}

/// Of cells in a row or column, those that count a part, each with the nearest before it that counts all.
pub(crate) fn parts<'c>(cells: &[&'c Cell], header: fn(&Cell) -> &String) -> Vec<(&'c Cell, &'c Cell)> {
    let mut whole: Option<&Cell> = None;
    let mut found = Vec::new();
    for cell in cells {
        match (heads_a_part(header(cell)), whole) {
            (true, Some(whole)) => found.push((whole, *cell)),
            (true, None) => {}
            (false, _) => whole = Some(cell),
        }
    }
    found
}
