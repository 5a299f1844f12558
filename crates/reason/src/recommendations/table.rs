//! Recommendations in a table: a column of what is to be done, beside one of who is to do it.

use crate::document::{BlockKind, Document, Span};
use crate::patterns::Book;
use crate::text::fold_words;

use super::Recommendation;
use super::read::Says;

/// A table of recommendations has at most so many rows that are read: the longest of real reports have a few hundred.
const MOST_ROWS: usize = 2_000;
/// The label of a column is short.
const LONGEST_LABEL: usize = 5;

/// The recommendations of a table; none where its first row does not say that it holds some.
pub(super) fn recommended(
    document: &Document,
    book: &Book<Says>,
    block: usize,
    section: Option<Span>,
) -> Vec<Recommendation> {
    let table = &document.blocks[block];
    if table.kind != BlockKind::Table {
        return Vec::new();
    }
    let mut rows = table.rows.iter();
    let labels: Vec<String> = rows.next().into_iter().flatten().map(|label| fold_words(label)).collect();
    let column = |class: &str| {
        labels
            .iter()
            .position(|label| label.split(' ').count() <= LONGEST_LABEL && book.is_word_within(class, label))
    };
    let (Some(text), Some(addressee)) = (column("column-text"), column("column-addressee")) else {
        return Vec::new();
    };
    let mut cells = Cells { document, at: table.span.start, end: table.span.end };
    for label in &table.rows[0] {
        cells.next(label);
    }
    let each = rows.take(MOST_ROWS).filter_map(|row| {
        let spans: Vec<Option<Span>> = row.iter().map(|cell| cells.next(cell)).collect();
        let cell = |column: usize| spans.get(column).copied().flatten();
        Some(Recommendation { span: cell(text)?, addressee: cell(addressee), section })
    });
    each.collect()
}

/// Where the cells of a table stand in its text, one after another.
struct Cells<'d> {
    document: &'d Document,
    at: usize,
    end: usize,
}

impl Cells<'_> {
    /// The place of the next cell; `None` where it is empty or written otherwise.
    fn next(&mut self, cell: &str) -> Option<Span> {
        let cell = cell.trim();
        if cell.is_empty() {
            return None;
        }
        let from = self.document.text.get(self.at..self.end)?.find(cell)? + self.at;
        self.at = from + cell.len();
        Some(Span::new(from, self.at))
    }
}
