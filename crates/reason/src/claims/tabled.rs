//! Claims that stand in no sentence: cells of tables, titles of cited works.

mod bearings;
mod heading;
mod names;
#[cfg(test)]
mod tests;
mod titles;

pub(super) use titles::titles;

use self::bearings::Bearings;
use self::heading::{Beside, Told, told};
use self::names::Names;
use super::read::Reading;
use super::{Claim, ClaimKind, StandsIn};
use crate::document::{BlockKind, Document, Span};
use crate::prose::Sentence;
use crate::quantities::{self, Figure, Unit};
use crate::tables::{
    Cell, Layout, Summing, counts_only, heads_a_part, is_stranger, is_unviolent, parts, summing,
};
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

/// A cell that counts people or events.
struct Counted<'a> {
    cell: &'a Cell,
    told: Told,
    /// The cell whose people it counts some of: "of whom children".
    part_of: Option<&'a Cell>,
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

/// The cells of a table that count people or events, in order.
fn counted<'a>(reading: Reading<'_>, layout: &Layout<'_>, cells: &'a [Cell]) -> Vec<Counted<'a>> {
    let document = reading.prose.document;
    let quotes = |spans: &[Span]| spans.iter().any(|span| is_stranger(document.quote(*span)));
    let lines = layout.lines();
    let about = Subject {
        lines: &lines,
        strange: quotes(&lines) || quotes(&layout.all_headers()),
        unviolent: lines.iter().chain(&layout.all_headers()).any(|span| is_unviolent(document.quote(*span))),
    };
    let columns = about.columns(document, layout, cells);
    let of_column = |cell: &Cell| {
        columns.iter().find(|(column, _)| *column == cell.column).and_then(|(_, told)| told.clone())
    };
    let of_row = |cell: &Cell| {
        let headers = layout.row_headers(cell.row);
        about
            .violent(headers.iter().find_map(|(at, _)| told(document, *at, Beside::Unknown)))
            .filter(Told::is_of_people)
    };
    let headed =
        columns.iter().any(|(_, told)| told.is_some()) || cells.iter().any(|cell| of_row(cell).is_some());
    let caption = if headed { None } else { about.caption(document) };
    let mut found = Vec::new();
    for row in cells.chunk_by(|one, two| one.row == two.row) {
        let all: Vec<&Cell> = row.iter().collect();
        let parts = parts(&all, |cell| &cell.column_header);
        let part_of =
            |cell: &Cell| parts.iter().find(|(_, part)| part.span == cell.span).map(|(whole, _)| *whole);
        for cell in row.iter().filter(|cell| about.may_count(cell)) {
            let whole = part_of(cell);
            let plain = about.is_plain(document, layout, cell);
            let told = of_column(cell)
                .or_else(|| whole.and_then(of_column))
                .or_else(|| of_row(cell).filter(|_| plain))
                .or_else(|| caption.clone().filter(|_| plain));
            if let Some(told) = told.filter(|told| about.fits(told)) {
                found.push(Counted { cell, told, part_of: whole });
            }
        }
    }
    found
}

/// What a table is about as a whole.
struct Subject<'a> {
    lines: &'a [Span],
    /// Money, votes, inhabitants.
    strange: bool,
    /// Births, illnesses, accidents.
    unviolent: bool,
}

impl Subject<'_> {
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

    /// Whether the headers of a column name a time, a place, people, a total, or nothing: not another thing that is counted.
    fn is_plain(&self, document: &Document, layout: &Layout<'_>, cell: &Cell) -> bool {
        layout.headers(cell.column).iter().all(|header| {
            let text = document.quote(*header);
            counts_only(text) || heads_a_part(text) || heading::names_a_column(document, *header)
        })
    }
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
