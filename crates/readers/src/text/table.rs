//! Pipe tables, `| Place | Killed |` over `|---|---|`, and lines whose cells are parted by tabs.

use reason::document::Draft;

use super::push_markup;
use crate::inline::{Inline, TableText, truncated_table};

/// Whether a line is written as a row.
pub(super) fn is_row(line: &str) -> bool {
    line.len() > 1 && line.starts_with('|') && line.ends_with('|')
}

/// Reads a table that begins on the first line; gives the number of its lines.
pub(super) fn read(lines: &[&str], page: Option<u32>, draft: &mut Draft) -> Option<usize> {
    let taken = lines.iter().take_while(|line| is_row(line.trim())).count();
    let rows = &lines[..taken];
    if taken < 2 || !rows.iter().any(|row| is_separator(row)) {
        return None;
    }
    let mut table = TableText::new(page);
    for row in rows.iter().filter(|row| !is_separator(row)) {
        if table.is_full() {
            draft.warnings.push(truncated_table(page));
            break;
        }
        read_row(row, &mut table);
    }
    draft.blocks.extend(table.finish());
    Some(taken)
}

/// Reads lines with as many tabs each, below one that has no counts: a contents list has page numbers in each of its lines.
pub(super) fn read_tabbed(lines: &[&str], page: Option<u32>, draft: &mut Draft) -> Option<usize> {
    if !begins_tabbed(lines) {
        return None;
    }
    let columns = cells(lines.first()?);
    let taken = lines.iter().take_while(|line| cells(line) == columns).count();
    let mut table = TableText::new(page);
    for line in &lines[..taken] {
        if table.is_full() {
            draft.warnings.push(truncated_table(page));
            break;
        }
        line.split('\t').for_each(|cell| table.push_cell(read_cell(cell), 1, 1));
        table.end_row();
    }
    draft.blocks.extend(table.finish());
    Some(taken)
}

/// Whether a line heads a table of tabs: the next has as many, and numbers where the first has words or years.
pub(super) fn begins_tabbed(lines: &[&str]) -> bool {
    let [head, next, ..] = lines else { return false };
    let counts = |cell: &str| cell.trim().starts_with(|c: char| c.is_ascii_digit());
    let heads = |cell: &str| !cell.trim().is_empty() && (!counts(cell) || is_year(cell));
    let columns = cells(head);
    columns > 1
        && columns == cells(next)
        && head.split('\t').skip(1).all(heads)
        && next.split('\t').skip(1).any(counts)
}

fn cells(line: &str) -> usize {
    line.matches('\t').count() + 1
}

fn is_year(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_separator(row: &str) -> bool {
    row.contains("--") && row.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn read_row(row: &str, table: &mut TableText) {
    let row = row.trim();
    let inner = &row[1..row.len() - 1];
    let mut start = 0;
    for (at, _) in inner.match_indices('|') {
        if !inner[..at].ends_with('\\') {
            table.push_cell(read_cell(&inner[start..at]), 1, 1);
            start = at + 1;
        }
    }
    table.push_cell(read_cell(&inner[start..]), 1, 1);
    table.end_row();
}

fn read_cell(source: &str) -> Inline {
    let mut cell = Inline::default();
    push_markup(&mut cell, source);
    cell
}
