//! Claims that stand in no sentence: cells of tables, titles of cited works.

mod bearings;
mod counted;
mod heading;
mod names;
#[cfg(test)]
mod tests;
mod titles;

pub(super) use titles::titles;

use self::bearings::Bearings;
use self::counted::{Counted, counted};
use self::names::Names;
use super::read::Reading;
use super::{Claim, StandsIn};
use crate::document::{BlockKind, Document, Span};
use crate::prose::Sentence;
use crate::quantities::{self, Figure};
use crate::tables::Layout;
use crate::text::tokens;

/// Tables with more cells than this are statistics, not reports of events; the rest of them stays a table.
const MOST_CELLS: usize = 5_000;

/// Cells that count people or events, as their headers or the table's caption say.
pub(super) fn cells(reading: Reading<'_>, claims: &mut Vec<Claim>) {
    let mut left = MOST_CELLS;
    let mut names = None;
    for cells in reading.cells.chunk_by(|one, two| one.block == two.block) {
        let cells = &cells[..cells.len().min(left)];
        left -= cells.len();
        let Some(first) = cells.first() else { return };
        let Some(layout) = Layout::of(reading.prose.document, first.block) else { continue };
        let counted = counted(reading, &layout, cells);
        if !counted.is_empty() {
            let names = names.get_or_insert_with(|| Names::of(reading.entities));
            table(reading, &layout, &counted, names, claims);
        }
    }
}

fn table(
    reading: Reading<'_>,
    layout: &Layout<'_>,
    counted: &[Counted<'_>],
    names: &Names,
    claims: &mut Vec<Claim>,
) {
    let bearings = Bearings::of(reading, layout, counted.iter().map(|counted| counted.cell), names);
    let mut made: Vec<(Span, usize)> = Vec::new();
    for Counted { cell, told, part_of } in counted {
        let whole = part_of.and_then(|whole| made.iter().find(|(span, _)| *span == whole.span).copied());
        let around = bearings.around(cell, told);
        made.push((cell.span, claims.len()));
        claims.push(Claim {
            stands_in: StandsIn::Table,
            number: Some(cell.span),
            figure: multiplied(cell.figure, cell.multiplier),
            combined: told.combined.clone(),
            victims: around.victims,
            perpetrators: around.perpetrators,
            place: around.place,
            when: around.when,
            said_by: around.said_by.into_iter().collect(),
            cumulative: around.cumulative,
            subset_of: whole.map(|(_, claim)| claim),
            ..Claim::new(layout.row(cell.row).unwrap_or(cell.span), told.kind)
        });
    }
}

fn multiplied(figure: Figure, by: u64) -> Figure {
    let times = |number: Option<u64>| number.map(|number| number.saturating_mul(by));
    Figure { low: times(figure.low), high: times(figure.high), ..figure }
}

/// A piece of text outside of all sentences as one: a cell, a caption, a title.
fn line(document: &Document, span: Span, (kind, block): (BlockKind, usize)) -> Sentence {
    let text = document.quote(span).to_owned();
    let tokens = tokens(&text);
    let quantities = quantities::find(&text, &tokens);
    Sentence {
        span,
        number: None,
        block,
        kind,
        note: None,
        text,
        tokens,
        quantities,
        dates: Vec::new(),
        calls: Vec::new(),
        kept: Default::default(),
    }
}
