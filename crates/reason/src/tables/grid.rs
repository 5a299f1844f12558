use crate::document::{BlockKind, Document, Span};
use crate::quantities::Unit;

use super::Cell;
use super::number::{CellNumber, is_year, number};
use super::words::multiplier;

/// Tables have at most so many header rows.
const MOST_HEADER_ROWS: usize = 4;

/// Headers are copied into each of their cells: longer ones are cut.
const LONGEST_HEADER: usize = 160;

/// A table with its numbers read.
pub(super) struct Grid<'d> {
    pub document: &'d Document,
    pub block: usize,
    rows: &'d [Vec<String>],
    spans: Vec<Vec<Span>>,
    numbers: Vec<Vec<Option<CellNumber>>>,
    pub header_rows: usize,
    pub header_columns: usize,
    pub columns: usize,
}

/// What all numbers of a row, column or table are multiplied by, and the words that say so.
type Multiplier = Option<(u64, Span)>;

impl<'d> Grid<'d> {
    /// The table of a block; `None` where its text is not that of its cells.
    pub fn of(document: &'d Document, block: usize) -> Option<Self> {
        let rows = document.blocks[block].rows.as_slice();
        let spans = spans(document, block)?;
        let numbers: Vec<Vec<_>> =
            rows.iter().map(|row| row.iter().map(|cell| number(cell)).collect()).collect();
        let columns = rows.iter().map(Vec::len).max()?;
        let mut grid =
            Self { document, block, rows, spans, numbers, header_rows: 0, header_columns: 0, columns };
        grid.header_rows =
            (0..rows.len().min(MOST_HEADER_ROWS)).take_while(|row| grid.is_header_row(*row)).count();
        grid.header_columns = grid.header_columns();
        Some(grid)
    }

    fn is_number(&self, row: usize, column: usize) -> bool {
        self.numbers[row].get(column).is_some_and(Option::is_some) && !is_year(&self.rows[row][column])
    }

    /// Text, years and empty cells only.
    fn is_header_row(&self, row: usize) -> bool {
        let columns = self.rows[row].len();
        (0..columns).all(|column| !self.is_number(row, column))
            && self.rows[row].iter().any(|cell| !cell.trim().is_empty())
    }

    /// The columns from the left that hold no number below the headers. Years there, and counted rows before a column of
    /// text, are names of rows.
    fn header_columns(&self) -> usize {
        let below = || self.header_rows..self.rows.len();
        let textual = |column: usize| below().all(|row| !self.is_number(row, column));
        let numbered = self.columns > 2
            && textual(1)
            && below().enumerate().all(|(count, row)| {
                let number = self.numbers[row].first().copied().flatten();
                number.is_none_or(|number| number.figure.low == Some(count as u64 + 1))
            });
        let first = usize::from(numbered && !textual(0));
        first + (first..self.columns.saturating_sub(1)).take_while(|column| textual(*column)).count()
    }

    /// All cells with numbers that are no headers.
    pub fn cells(&self) -> Vec<Cell> {
        let table = self.table_multiplier();
        let columns: Vec<(String, Multiplier)> =
            (0..self.columns).map(|column| self.column(column)).collect();
        let mut cells = Vec::new();
        for row in self.header_rows..self.rows.len() {
            let (row_header, row_multiplier) = self.row(row);
            let below = columns.iter().enumerate().take(self.rows[row].len()).skip(self.header_columns);
            for (column, (column_header, column_multiplier)) in below {
                let Some(found) = self.numbers[row][column] else { continue };
                let said = column_multiplier.or(row_multiplier).or(table);
                let said = said.filter(|_| found.kind == Unit::Count);
                cells.push(Cell {
                    block: self.block,
                    row,
                    column,
                    span: self.spans[row][column],
                    figure: found.figure,
                    number: found.number,
                    kind: found.kind,
                    row_header: row_header.clone(),
                    column_header: column_header.clone(),
                    multiplier: said.map_or(1, |(by, _)| by),
                    unit: said.map(|(_, span)| span),
                });
            }
        }
        cells
    }

    fn text(&self, row: usize, column: usize) -> &str {
        self.rows[row].get(column).map_or("", |cell| cell.trim())
    }

    /// Where the text of a cell stands, no white space around it; `None` of an empty one.
    pub fn place(&self, row: usize, column: usize) -> Option<Span> {
        let text = self.rows.get(row)?.get(column)?;
        let start = self.spans[row][column].start + (text.len() - text.trim_start().len());
        let bare = text.trim();
        (!bare.is_empty()).then(|| Span::new(start, start + bare.len()))
    }

    /// Where a row stands, from its first cell to its last that is not empty.
    pub fn row_place(&self, row: usize) -> Option<Span> {
        let mut cells = (0..self.rows.get(row)?.len()).filter_map(|column| self.place(row, column));
        let first = cells.next()?;
        Some(Span::new(first.start, cells.next_back().unwrap_or(first).end))
    }

    /// Whether a cell holds a count, a share or the like.
    pub fn holds_number(&self, row: usize, column: usize) -> bool {
        self.numbers.get(row).is_some_and(|_| self.is_number(row, column))
    }

    /// The multiplier that a cell names, placed.
    fn said_in(&self, row: usize, column: usize) -> Multiplier {
        let cell = self.rows[row].get(column)?;
        let (by, span) = multiplier(cell)?;
        Some((by, span.shifted(self.spans[row][column].start)))
    }

    /// The header of a column: of several rows, an empty cell belongs to the wide one to its left, save in the last row.
    fn column(&self, column: usize) -> (String, Multiplier) {
        let mut header = String::new();
        let mut said = None;
        for (row, at) in self.header_cells(column) {
            push(&mut header, self.text(row, at));
            said = self.said_in(row, at).or(said);
        }
        (header, said)
    }

    /// The cells that head a column, from the top, each with its row and column.
    pub fn header_cells(&self, column: usize) -> Vec<(usize, usize)> {
        let of_row = |row: usize| {
            let wide = row + 1 < self.header_rows && column >= self.header_columns;
            let left = if wide { self.header_columns } else { column };
            let at = (left..=column).rev().find(|at| !self.text(row, *at).is_empty())?;
            Some((row, at))
        };
        (0..self.header_rows).filter_map(of_row).collect()
    }

    fn row(&self, row: usize) -> (String, Multiplier) {
        let mut header = String::new();
        let mut said = None;
        for column in 0..self.header_columns {
            push(&mut header, self.text(row, column));
            said = self.said_in(row, column).or(said);
        }
        (header, said)
    }

    /// What the corner or a caption beside the table says.
    fn table_multiplier(&self) -> Multiplier {
        let corner = (0..self.header_rows)
            .flat_map(|row| (0..self.header_columns.max(1)).map(move |column| (row, column)))
            .find_map(|(row, column)| self.said_in(row, column));
        corner.or_else(|| {
            let beside = [self.block.checked_sub(1), Some(self.block + 1)];
            beside.into_iter().flatten().find_map(|block| {
                let block =
                    self.document.blocks.get(block).filter(|block| block.kind == BlockKind::Caption)?;
                let (by, span) = multiplier(self.document.quote(block.span))?;
                Some((by, span.shifted(block.span.start)))
            })
        })
    }
}

/// Where each cell stands: cells are parted by tabs, rows by line ends.
fn spans(document: &Document, block: usize) -> Option<Vec<Vec<Span>>> {
    let block = &document.blocks[block];
    let mut at = block.span.start;
    let mut all = Vec::with_capacity(block.rows.len());
    for row in &block.rows {
        let mut spans = Vec::with_capacity(row.len());
        for cell in row {
            let span = Span::new(at, at + cell.len());
            if document.text.get(span.start..span.end) != Some(cell.as_str()) {
                return None;
            }
            spans.push(span);
            at = span.end + 1;
        }
        if row.is_empty() {
            at += 1;
        }
        all.push(spans);
    }
    Some(all)
}

fn push(header: &mut String, text: &str) {
    if text.is_empty() || header.len() + text.len() > LONGEST_HEADER {
        return;
    }
    if !header.is_empty() {
        header.push(' ');
    }
    header.push_str(text);
}
