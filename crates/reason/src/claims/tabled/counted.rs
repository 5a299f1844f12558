//! Which cells of a table count people or events.

use super::Reading;
use super::heading::{Beside, Told, names_a_column, told};
use crate::claims::ClaimKind;
use crate::document::{Document, Span};
use crate::quantities::Unit;
use crate::tables::{
    Cell, Layout, Summing, counts_only, heads_a_part, is_stranger, is_unviolent, parts, summing,
};

/// A cell that counts people or events.
pub(super) struct Counted<'a> {
    pub cell: &'a Cell,
    pub told: Told,
    /// The cell whose people it counts some of: "of whom children".
    pub part_of: Option<&'a Cell>,
}

/// The cells of a table that count people or events, in order.
pub(super) fn counted<'a>(reading: Reading<'_>, layout: &Layout<'_>, cells: &'a [Cell]) -> Vec<Counted<'a>> {
    let document = reading.prose.document;
    let lines = layout.lines();
    let subject = Subject::of(document, layout, &lines);
    let columns = subject.columns(document, layout, cells);
    let rows: Vec<Option<Told>> = cells
        .chunk_by(|one, two| one.row == two.row)
        .map(|row| subject.row(document, layout, row[0].row))
        .collect();
    let headed = columns.iter().any(|(_, told)| told.is_some()) || rows.iter().any(Option::is_some);
    let caption = if headed { None } else { subject.caption(document) };
    let of_column =
        |cell: &Cell| columns.iter().find(|(at, _)| *at == cell.column).and_then(|(_, told)| told.clone());
    let mut found = Vec::new();
    for (row, of_row) in cells.chunk_by(|one, two| one.row == two.row).zip(&rows) {
        let all: Vec<&Cell> = row.iter().collect();
        let parts = parts(&all, |cell| &cell.column_header);
        for cell in row.iter().filter(|cell| subject.may_count(cell)) {
            let part_of = parts.iter().find(|(_, part)| part.span == cell.span).map(|(whole, _)| *whole);
            let told = of_column(cell).or_else(|| part_of.and_then(of_column)).or_else(|| {
                let other = of_row.as_ref().or(caption.as_ref())?;
                is_plain(document, layout, cell).then(|| other.clone())
            });
            found.extend(told.filter(|told| subject.fits(told)).map(|told| Counted { cell, told, part_of }));
        }
    }
    found
}

/// Whether the headers of a column name a time, a place, people, a total, or nothing: not another thing that is counted.
fn is_plain(document: &Document, layout: &Layout<'_>, cell: &Cell) -> bool {
    layout.headers(cell.column).iter().all(|header| {
        let text = document.quote(*header);
        counts_only(text) || heads_a_part(text) || names_a_column(document, *header)
    })
}

/// What a table is about as a whole.
struct Subject<'a> {
    lines: &'a [Span],
    /// Money, votes, inhabitants.
    strange: bool,
    /// Births, illnesses, accidents.
    unviolent: bool,
}

impl<'a> Subject<'a> {
    fn of(document: &Document, layout: &Layout<'_>, lines: &'a [Span]) -> Self {
        let headers = layout.all_headers();
        let any =
            |says: fn(&str) -> bool| lines.iter().chain(&headers).any(|span| says(document.quote(*span)));
        Self { lines, strange: any(is_stranger), unviolent: any(is_unviolent) }
    }

    /// What the headers of a row say that its numbers count.
    fn row(&self, document: &Document, layout: &Layout<'_>, row: usize) -> Option<Told> {
        let headers = layout.row_headers(row);
        let said = headers.iter().find_map(|(at, _)| told(document, *at, Beside::Unknown));
        self.violent(said).filter(Told::is_of_people)
    }

    /// What each column with numbers counts.
    fn columns(
        &self,
        document: &Document,
        layout: &Layout<'_>,
        cells: &[Cell],
    ) -> Vec<(usize, Option<Told>)> {
        let mut numbered: Vec<usize> = cells.iter().map(|cell| cell.column).collect();
        numbered.sort_unstable();
        numbered.dedup();
        let read = |column: usize, beside: Beside| {
            let headers = layout.headers(column);
            self.violent(headers.iter().rev().find_map(|at| told(document, *at, beside)))
        };
        let mut all: Vec<_> = numbered.into_iter().map(|at| (at, read(at, Beside::Unknown))).collect();
        if all.iter().any(|(_, told)| told.as_ref().is_some_and(Told::is_of_people)) {
            all.iter_mut()
                .filter(|(_, told)| told.is_none())
                .for_each(|(at, told)| *told = read(*at, Beside::People));
        }
        all
    }

    /// Deaths in a table of births or illnesses are nobody's deed.
    fn violent(&self, told: Option<Told>) -> Option<Told> {
        told.filter(|told| !self.unviolent || told.is_done || told.kind != ClaimKind::Killed)
    }

    fn fits(&self, told: &Told) -> bool {
        !self.strange || told.is_of_people()
    }

    /// What the caption says that all counts of the table are.
    fn caption(&self, document: &Document) -> Option<Told> {
        let said = self.lines.iter().rev().find_map(|line| told(document, *line, Beside::Unknown));
        self.violent(said).filter(|told| !self.strange && told.is_of_people())
    }

    /// A number of people, no share of them, and no sum of money.
    fn may_count(&self, cell: &Cell) -> bool {
        let share = |header: &str| summing(header) == Some(Summing::Part) && !heads_a_part(header);
        (cell.figure.low.is_some() || cell.figure.high.is_some())
            && cell.kind == Unit::Count
            && !share(&cell.column_header)
            && !share(&cell.row_header)
            && !is_stranger(&cell.column_header)
            && !is_stranger(&cell.row_header)
    }
}
