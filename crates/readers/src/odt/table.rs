//! Tables of an OpenDocument text.

use reason::document::BlockKind;

use super::body::Reader;
use crate::inline::{Inline, TableText, truncated_table};
use crate::office::Element;

/// Most times that one cell or row may claim to be repeated: spreadsheets fill their sheet so.
const REPEATED: usize = 64;

impl<'x> Reader<'x, '_> {
    /// Reads a table: its cells, or the blocks within it if it only frames text.
    pub(super) fn table(&mut self, table: Element<'x>) {
        let mut rows = Vec::new();
        collect_rows(table, &mut rows);
        if rows.iter().all(|row| row.children().filter(|cell| is_cell(*cell)).count() < 2) {
            for cell in rows.into_iter().flat_map(|row| row.children()) {
                self.blocks(cell, BlockKind::Paragraph);
            }
            return;
        }
        let mut written = TableText::new(self.page);
        let mut nested = Vec::new();
        for row in rows {
            if written.is_full() {
                self.draft.warnings.push(truncated_table(self.page));
                break;
            }
            for cell in row.children().filter(|cell| is_cell(*cell)) {
                let mut text = Inline::default();
                self.cell_text(cell, &mut text, &mut nested);
                // Covered cells stand in the file themselves, empty.
                for _ in 1..repeated(cell) {
                    written.push_cell(text.clone(), 1, 1);
                }
                written.push_cell(text, 1, 1);
            }
            written.end_row();
        }
        self.draft.blocks.extend(written.finish());
        for table in nested {
            self.table(table);
        }
        for content in std::mem::take(&mut self.boxes) {
            self.blocks(content, BlockKind::Paragraph);
        }
    }

    fn cell_text(&mut self, cell: Element<'x>, text: &mut Inline, nested: &mut Vec<Element<'x>>) {
        for element in cell.children() {
            match element.name() {
                "p" | "h" => {
                    text.space();
                    self.paragraph_text(element, text);
                }
                "table" => nested.push(element),
                _ => self.cell_text(element, text, nested),
            }
        }
    }
}

fn is_cell(element: Element<'_>) -> bool {
    matches!(element.name(), "table-cell" | "covered-table-cell")
}

fn repeated(cell: Element<'_>) -> usize {
    let times = cell.attribute("number-columns-repeated").and_then(|times| times.parse().ok());
    times.unwrap_or(1_usize).clamp(1, REPEATED)
}

/// Rows, also those within header rows and row groups.
fn collect_rows<'x>(parent: Element<'x>, rows: &mut Vec<Element<'x>>) {
    for child in parent.children() {
        match child.name() {
            "table-row" => rows.push(child),
            "table-header-rows" | "table-row-group" | "table-rows" => collect_rows(child, rows),
            _ => {}
        }
    }
}
