//! The number of one cell.

use crate::dates::find_dates;
use crate::quantities::{Decimal, Figure, Unit, find};
use crate::text::{Token, TokenKind, tokens};

/// What a cell counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellNumber {
    pub figure: Figure,
    pub number: Decimal,
    pub kind: Unit,
}

/// A cell with more words than these beside its number is a sentence.
const MOST_WORDS: usize = 2;

/// Longer cells are text.
const LONGEST_CELL: usize = 60;

/// The number that a cell is, if it is one.
pub(super) fn number(cell: &str) -> Option<CellNumber> {
    let cell = cell.trim();
    if cell.len() > LONGEST_CELL || !cell.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(whole) = plain(cell) {
        let (figure, number) = (Figure::exactly(whole), Decimal::whole(whole));
        return Some(CellNumber { figure, number, kind: Unit::Count });
    }
    let cut = tokens(cell);
    // "9 January" is no count of Januaries.
    if find_dates(cell, &cut).iter().any(|found| found.date.month.is_some()) {
        return None;
    }
    let mut found = find(cell, &cut).into_iter();
    let quantity = found.next()?;
    let words = |token: &&Token| token.kind == TokenKind::Word && !quantity.span.contains(token.span);
    let negative = cut.first().is_some_and(|first| first.is('-') || first.is('('));
    let kind_fits = matches!(quantity.unit, Unit::Count | Unit::Percent);
    if found.next().is_some() || negative || !kind_fits || cut.iter().filter(words).count() > MOST_WORDS {
        return None;
    }
    let whole = quantity.least.is_whole() && quantity.most.is_whole();
    let figure = if whole { quantity.figure } else { Figure::default() };
    Some(CellNumber { figure, number: quantity.least, kind: quantity.unit })
}

/// Digits alone, grouped or not: in a table, `1998` may be a count.
fn plain(cell: &str) -> Option<u64> {
    if cell.bytes().all(|byte| byte.is_ascii_digit()) && (cell.len() == 1 || !cell.starts_with('0')) {
        return cell.parse().ok();
    }
    None
}

/// Whether a cell is a year, as headers are.
pub(super) fn is_year(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() == 4 && cell.parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year))
}
