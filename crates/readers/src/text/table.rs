//! Pipe tables: `| Place | Killed |` over `|---|---|`.

use reason::document::{BlockKind, Draft, DraftBlock, Warning, WarningKind};

use super::push_markup;
use crate::inline::Inline;
use crate::limits::TABLE_CELLS;

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
    let mut cells = 0;
    let mut block = DraftBlock::new(Some(BlockKind::Table), "", page);
    for row in rows.iter().filter(|row| !is_separator(row)) {
        let row = read_row(row);
        cells += row.len();
        if cells > TABLE_CELLS {
            draft.warnings.push(truncated(page));
            break;
        }
        if row.iter().any(|cell| !cell.is_empty()) {
            block.rows.push(row);
        }
    }
    if !block.rows.is_empty() {
        draft.blocks.push(block);
    }
    Some(taken)
}

/// What is said when a table is longer than the limit.
pub(crate) fn truncated(page: Option<u32>) -> Warning {
    Warning {
        kind: WarningKind::Truncated,
        page,
        detail: format!("a table has more than {TABLE_CELLS} cells; the rest of it was left out"),
    }
}

fn is_separator(row: &str) -> bool {
    row.contains("--") && row.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn read_row(row: &str) -> Vec<String> {
    let row = row.trim();
    let inner = &row[1..row.len() - 1];
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, _) in inner.match_indices('|') {
        if !inner[..at].ends_with('\\') {
            cells.push(read_cell(&inner[start..at]));
            start = at + 1;
        }
    }
    cells.push(read_cell(&inner[start..]));
    cells
}

fn read_cell(source: &str) -> String {
    let mut cell = Inline::default();
    push_markup(&mut cell, source);
    cell.finish().0.replace('\n', " ")
}
