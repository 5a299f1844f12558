//! Pipe tables: `| Place | Killed |` over `|---|---|`.

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
