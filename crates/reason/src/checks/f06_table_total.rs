//! F06: rows or columns of a table that do not add up to their total.
//!
//! Only a header that says "total" makes a total. A table of shares, averages or of parts ("of which women") is left alone, and so
//! is a column that holds a word where a number should be. Figures in thousands may each be rounded.

use std::collections::BTreeMap;

use crate::document::Span;
use crate::quantities::{Decimal, Figure, Unit};
use crate::tables::{Cell, Summing, summing};

use super::corpus::Reading;
use super::wording::quoted;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::F06,
    why: "A total that its own rows contradict is wrong, or a row is. Whoever quotes the table will quote one of the two.",
    wrong: &[Typed::named(
        "report.md",
        "| Town   | Killed |\n\
             | ------ | ------ |\n\
             | Kessa  | 12     |\n\
             | Halden | 7      |\n\
             | Total  | 21     |\n",
    )],
    right: &[Typed::named(
        "report.md",
        "| Town   | Killed |\n\
             | ------ | ------ |\n\
             | Kessa  | 12     |\n\
             | Halden | 7      |\n\
             | Total  | 19     |\n",
    )],
    silence: "when rows overlap or are left out on purpose, and the table says so elsewhere",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

/// More places than this are named by the first ones: a table of a thousand rows is looked at, not listed.
const MOST_PLACES: usize = 12;

/// A row's total is believed to be a sum where so many other rows add up to theirs.
const ROWS_THAT_ADD_UP: usize = 2;

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let cells = &reading.analysis.cells;
    let mut found = Vec::new();
    for table in cells.chunk_by(|a, b| a.block == b.block) {
        found.extend(Table { reading, cells: table }.check());
    }
    found
}

struct Table<'t, 'a> {
    reading: &'t Reading<'a>,
    cells: &'t [Cell],
}

/// A total and what it should be the sum of.
struct Sum<'t> {
    total: &'t Cell,
    added: Vec<&'t Cell>,
}

impl<'t> Table<'t, '_> {
    fn check(&self) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> =
            self.wrong_columns().iter().map(|sum| self.told(sum, "rows")).collect();
        found.extend(self.wrong_rows().iter().map(|sum| self.told(sum, "columns")));
        found
    }

    // ---- total rows

    fn wrong_columns(&self) -> Vec<Sum<'t>> {
        let mut columns: BTreeMap<usize, Vec<&Cell>> = BTreeMap::new();
        for cell in self.cells {
            columns.entry(cell.column).or_default().push(cell);
        }
        columns.into_values().filter_map(|column| self.wrong_column(&column)).collect()
    }

    /// The total of a column where neither all its rows nor those since an earlier total add up to it.
    fn wrong_column(&self, column: &[&'t Cell]) -> Option<Sum<'t>> {
        let is_total = |cell: &&&Cell| summing(&cell.row_header) == Some(Summing::Total);
        let at = column.iter().rposition(|cell| is_total(&cell))?;
        if summing(&column[at].column_header) == Some(Summing::Part) || !self.is_whole(column) {
            return None;
        }
        let single = |cell: &&&Cell| summing(&cell.row_header).is_none();
        // A total may stand above its rows.
        let (above, below) = (&column[..at], &column[at + 1..]);
        let range = if above.is_empty() { below } else { above };
        let added: Vec<&Cell> = range.iter().filter(single).copied().collect();
        let totals: Vec<&Cell> = range.iter().filter(is_total).copied().collect();
        let last = range.iter().rposition(|cell| is_total(&cell)).map_or(0, |last| last + 1);
        let since: Vec<&Cell> = range[last..].iter().filter(single).copied().collect();
        let adds_up = [&added, &since, &totals].iter().any(|cells| agrees(column[at], cells) == Some(true));
        let wrong = added.len() > 1 && !adds_up && agrees(column[at], &added) == Some(false);
        // Behind an earlier total a new group begins: what it should be the sum of is that group.
        let grouped = last > 0 && !since.is_empty();
        wrong.then(|| Sum { total: column[at], added: if grouped { since } else { added } })
    }

    /// Whether every row of the table has a number in a column, or a sign of none.
    fn is_whole(&self, column: &[&Cell]) -> bool {
        let rows = &self.reading.document.blocks[column[0].block].rows;
        let first = column[0].row;
        let (index, mut known) = (column[0].column, column.iter().map(|cell| cell.row).peekable());
        (first..rows.len()).all(|row| {
            if known.next_if_eq(&row).is_some() {
                return true;
            }
            rows[row].get(index).is_none_or(|cell| is_nothing(cell))
        })
    }

    // ---- total columns

    fn wrong_rows(&self) -> Vec<Sum<'t>> {
        let rows = self.cells.chunk_by(|a, b| a.row == b.row);
        let sums: Vec<Sum<'t>> = rows.filter_map(|row| self.row_sum(row)).collect();
        let right = sums.iter().filter(|sum| agrees(sum.total, &sum.added) == Some(true)).count();
        // Columns of different things ("Population", "Killed", "Total") never add up; where most rows do, one that does not
        // is wrong.
        let wrong = |sum: &Sum<'_>| agrees(sum.total, &sum.added) == Some(false);
        let wrongs = sums.iter().filter(|sum| wrong(sum)).count();
        if right < ROWS_THAT_ADD_UP || right <= wrongs {
            return Vec::new();
        }
        sums.into_iter().filter(wrong).collect()
    }

    fn row_sum(&self, row: &'t [Cell]) -> Option<Sum<'t>> {
        let is_total = |cell: &Cell| summing(&cell.column_header) == Some(Summing::Total);
        let at = row.iter().rposition(is_total)?;
        let cells = &self.reading.document.blocks[row[0].block].rows[row[0].row];
        let mut read = row.iter().map(|cell| cell.column).peekable();
        let unread = (row[0].column..row[at].column)
            .filter(|column| read.next_if_eq(column).is_none())
            .any(|column| !is_nothing(&cells[column]));
        let range = if at == 0 { &row[1..] } else { &row[..at] };
        let added: Vec<&Cell> = range.iter().filter(|cell| summing(&cell.column_header).is_none()).collect();
        (added.len() > 1 && !unread).then_some(Sum { total: &row[at], added })
    }

    // ----

    fn told(&self, sum: &Sum<'_>, of: &str) -> Diagnostic {
        let total = self.reading.quote(sum.total.span).trim().to_owned();
        let added = spoken(added(&sum.added).unwrap_or_default());
        let header = if of == "rows" { &sum.total.column_header } else { &sum.total.row_header };
        let place = if header.is_empty() { String::new() } else { format!(" for {}", quoted(header)) };
        let message = format!("The table's total{place} is {total}; its {of} add up to {added}.");
        let help =
            "Recount, and correct the total or the figure that was mistyped; say so where rows overlap.";
        let parts = sum.added.iter().take(MOST_PLACES);
        let places = parts.map(|cell| self.place(cell.span, "added")).collect::<Vec<_>>();
        Diagnostic::new(Code::F06, message, help)
            .at_each([self.place(sum.total.span, "given as the total")])
            .at_each(places)
    }

    fn place(&self, span: Span, says: &str) -> super::Place {
        self.reading.place(span, says)
    }
}

/// What a cell shows that counts none.
fn is_nothing(cell: &str) -> bool {
    matches!(cell.trim(), "" | "-" | "–" | "—" | "0")
}

/// The sum of exact counts; `None` where one is a share, a range or only about.
fn added(cells: &[&Cell]) -> Option<Decimal> {
    cells.iter().try_fold(Decimal::whole(0), |sum, cell| sum.plus(exact(cell)?))
}

fn exact(cell: &Cell) -> Option<Decimal> {
    let stated = cell.figure == Figure::default() || cell.figure.low == cell.figure.high;
    (cell.kind == Unit::Count && stated && !cell.figure.approximate).then_some(cell.number)
}

/// Whether a total is the sum of some cells, each of which may be rounded; `None` where that cannot be told.
fn agrees(total: &Cell, cells: &[&Cell]) -> Option<bool> {
    if cells.is_empty() || cells.iter().any(|cell| cell.multiplier != total.multiplier) {
        return None;
    }
    let (sum, stated) = (added(cells)?, exact(total)?);
    let places =
        cells.iter().map(|cell| cell.number.places()).chain([total.number.places()]).max().unwrap_or(0);
    let rounded = total.multiplier > 1 || places > 0;
    // Each addend, and the total, may be off by half of the last place.
    let halves = if rounded { cells.len() as u64 + 1 } else { 0 };
    let apart = if sum > stated { sum.minus(stated) } else { stated.minus(sum) };
    Some(apart? <= Decimal::new(halves.saturating_mul(5), places + 1))
}

fn spoken(number: Decimal) -> String {
    let whole = number.floor().to_string();
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if number.is_whole() { grouped } else { format!("{grouped}{}", number.decimals()) }
}

#[cfg(test)]
mod tests {
    use super::super::trial::check_draft;
    use super::RULE;
    use crate::document::{BlockKind, Draft, DraftBlock};

    #[track_caller]
    fn reports(rows: &[&str], expected: &[(&str, &[&str])]) {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.split(" | ").map(str::to_owned).collect()).collect();
        let text = rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
        let mut block = DraftBlock::new(Some(BlockKind::Table), text, None);
        block.rows = rows;
        let mut draft = Draft::new("text/plain", "test", 1);
        draft.blocks.push(block);
        check_draft(&RULE, draft, expected);
    }

    #[test]
    fn rows_add_up_to_their_total() {
        reports(
            &["Town | Killed", "Kessa | 12", "Halden | 7", "Total | 21"],
            &[("The table's total for “Killed” is 21; its rows add up to 19.", &["21", "12", "7"])],
        );
        reports(
            &["Ville | Tués | Blessés", "Kessa | 1 200 | 4", "Halden | 7 | –", "Total | 1 208 | 4"],
            &[("The table's total for “Tués” is 1 208; its rows add up to 1,207.", &["1 208", "1 200", "7"])],
        );
    }

    #[test]
    fn columns_add_up_where_most_rows_do() {
        reports(
            &["Year | Men | Women | Total", "2019 | 4 | 3 | 7", "2020 | 5 | 2 | 7", "2021 | 5 | 5 | 11"],
            &[("The table's total for “2021” is 11; its columns add up to 10.", &["11", "5", "5"])],
        );
        reports(&["Year | Population | Dead | Total", "2019 | 900 | 3 | 7", "2020 | 910 | 2 | 7"], &[]);
    }

    #[test]
    fn what_need_not_add_up_is_left() {
        reports(&["Town | Killed", "Kessa | 12", "Halden | 7", "Total | 19"], &[]);
        reports(&["Town | Killed", "Total | 19", "Kessa | 12", "Halden | 7"], &[]);
        reports(&["Town | Killed", "Kessa | 12", "of which women | 3", "Halden | 7", "Total | 19"], &[]);
        reports(&["Town | Killed", "Kessa | 12", "Total | 12", "Halden | 7", "Grand total | 19"], &[]);
        reports(&["Town | Killed", "Kessa | 12", "Halden | unknown", "Total | 21"], &[]);
        reports(&["Town | Killed", "Kessa | about 12", "Halden | 7", "Total | 21"], &[]);
        reports(&["Town | Share of total", "Kessa | 60% | ", "Halden | 30%", "Total | 100%"], &[]);
        reports(&["Town | Sum (in thousands)", "Kessa | 12", "Halden | 7", "Total | 20"], &[]);
        reports(&["Town | Tons", "Kessa | 1.2", "Halden | 1.3", "Total | 2.6"], &[]);
        reports(&["Town | Killed", "Kessa | 12", "Halden | 7", "Riverbend | 21"], &[]);
    }
}
