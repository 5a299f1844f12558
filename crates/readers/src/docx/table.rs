//! Tables of a Word document.

use super::body::Reader;
use crate::inline::{Inline, TableText, truncated_table};
use crate::office::Element;

/// A table in a cell of another stands after it; deeper ones are not drawn by any author.
type Nested<'x> = Vec<Element<'x>>;

impl<'x> Reader<'x, '_> {
    /// Reads a table: its cells, or the blocks within it if it only frames text.
    pub(super) fn table(&mut self, table: Element<'x>) {
        let rows = rows(table);
        if rows.iter().all(|row| cells(*row).len() < 2) {
            for cell in rows.into_iter().flat_map(cells) {
                self.blocks(cell);
            }
            return;
        }
        let mut written = TableText::new(self.page);
        let mut nested = Nested::new();
        for row in rows {
            if written.is_full() {
                self.draft.warnings.push(truncated_table(self.page));
                break;
            }
            for cell in cells(row) {
                let property = |name: &str| cell.at(&["tcPr", name]);
                let columns = property("gridSpan").and_then(|span| span.attribute("val")?.parse().ok());
                // A merged cell goes on below the one that holds its text.
                let goes_on = property("vMerge").is_some_and(|m| m.attribute("val") != Some("restart"));
                let mut text = Inline::default();
                if !goes_on {
                    self.cell_text(cell, &mut text, &mut nested);
                }
                written.push_cell(text, columns.unwrap_or(1), 1);
            }
            written.end_row();
        }
        self.draft.blocks.extend(written.finish());
        for table in nested {
            self.table(table);
        }
        for content in std::mem::take(&mut self.boxes) {
            self.blocks(content);
        }
    }

    fn cell_text(&mut self, cell: Element<'x>, text: &mut Inline, nested: &mut Nested<'x>) {
        for element in cell.children() {
            match element.name() {
                "p" => {
                    text.space();
                    self.paragraph_text(element, text);
                }
                "tbl" => nested.push(element),
                name if name.ends_with("Pr") => {}
                _ => self.cell_text(element, text, nested),
            }
        }
    }
}

/// Rows, also those within content controls and tracked changes.
fn rows(table: Element<'_>) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    collect(table, "tr", &mut found);
    found
}

fn cells(row: Element<'_>) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    collect(row, "tc", &mut found);
    found
}

fn collect<'x>(parent: Element<'x>, name: &str, found: &mut Vec<Element<'x>>) {
    for child in parent.children() {
        if child.name() == name {
            found.push(child);
        } else if matches!(child.name(), "sdt" | "sdtContent" | "ins" | "customXml") {
            collect(child, name, found);
        }
    }
}
