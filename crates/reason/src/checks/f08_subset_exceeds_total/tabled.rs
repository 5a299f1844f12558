//! Columns "of whom children" and rows "of which women" against the column or row before them.

use std::collections::BTreeMap;

use crate::document::Span;
use crate::quantities::{Decimal, Figure, Unit};
use crate::tables::{Cell, parts};

use super::super::corpus::Reading;
use super::super::wording::quoted;
use super::super::{Code, Diagnostic};

/// Of one table: one misread header would be told for each of its rows.
const MOST_TOLD: usize = 5;

pub(super) fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let tables = reading.analysis.cells.chunk_by(|a, b| a.block == b.block);
    tables.flat_map(|cells| in_table(reading, cells).into_iter().take(MOST_TOLD)).collect()
}

fn in_table(reading: &Reading<'_>, cells: &[Cell]) -> Vec<Diagnostic> {
    let mut columns: BTreeMap<usize, Vec<&Cell>> = BTreeMap::new();
    let mut rows: BTreeMap<usize, Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        columns.entry(cell.column).or_default().push(cell);
        rows.entry(cell.row).or_default().push(cell);
    }
    let across = rows.values().flat_map(|row| parts(row, |cell| &cell.column_header));
    let down = columns.values().flat_map(|column| parts(column, |cell| &cell.row_header));
    let exceeding = across.chain(down).filter(|(whole, part)| exceeds(part, whole));
    exceeding.map(|(whole, part)| told(reading, whole, part)).collect()
}

fn exceeds(part: &Cell, whole: &Cell) -> bool {
    part.multiplier == whole.multiplier
        && matches!((exact(part), exact(whole)), (Some(part), Some(whole)) if part > whole)
}

fn exact(cell: &Cell) -> Option<Decimal> {
    let stated = cell.figure == Figure::default() || cell.figure.low == cell.figure.high;
    (cell.kind == Unit::Count && stated && !cell.figure.approximate).then_some(cell.number)
}

fn told(reading: &Reading<'_>, whole: &Cell, part: &Cell) -> Diagnostic {
    let words = |span: Span| reading.quote(span).trim().to_owned();
    let named = |cell: &Cell| {
        let headers = [&*cell.row_header, &*cell.column_header];
        quoted(&headers.into_iter().filter(|header| !header.is_empty()).collect::<Vec<_>>().join(", "))
    };
    let message = format!(
        "The part is more than the whole: {} ({}) of {} ({}).",
        words(part.span),
        named(part),
        words(whole.span),
        named(whole)
    );
    Diagnostic::new(Code::F08, message, "Check both figures, and whether the one is part of the other.")
        .at(reading.place(part.span, "the part"))
        .at(reading.place(whole.span, "the whole"))
}
