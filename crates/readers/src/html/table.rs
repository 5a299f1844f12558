//! Tables of data, told from tables that only lay out a page.

use reason::document::{BlockKind, Draft, DraftBlock};

use super::names;
use super::notes::Notes;
use super::outline::{Outline, Places};
use super::phrasing::Phrasing;
use super::tree::NodeId;
use crate::inline::{Inline, TableText, truncated_table};

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It was written to the draft.
    Data,
    /// It is to be read as the blocks within it.
    Layout,
}

/// Most rows or columns that a cell may span, by the HTML standard's limit for columns.
const ROW_SPAN: usize = 1000;
/// A cell with more prose than this, in characters, is a column of a page.
const CELL_CHARACTERS: u32 = 900;

/// Reads a table of data.
pub(super) fn read(outline: &Outline<'_>, notes: &Notes, places: Places, draft: &mut Draft) -> Kind {
    let rows = rows(outline, &places);
    if is_layout(outline, &places, &rows) || notes.touches(&places) {
        return Kind::Layout;
    }
    for node in outline.elements(places.start..places.end) {
        if outline.tree.tag(node) == "caption"
            && let Some(places) = outline.places(node)
        {
            let (text, marks) = read_cell(outline, notes, places).finish();
            if !text.is_empty() {
                let kind = Some(BlockKind::Caption);
                draft.blocks.push(DraftBlock { marks, ..DraftBlock::new(kind, text, None) });
            }
        }
    }
    let mut table = TableText::new(None);
    for row in &rows {
        if table.is_full() {
            draft.warnings.push(truncated_table(None));
            break;
        }
        for cell in row {
            let text = outline.places(*cell).map(|places| read_cell(outline, notes, places));
            let spans = |name| span(outline, *cell, name);
            table.push_cell(text.unwrap_or_default(), spans("colspan"), spans("rowspan"));
        }
        table.end_row();
    }
    draft.blocks.extend(table.finish());
    Kind::Data
}

/// The cells of each row.
fn rows(outline: &Outline<'_>, places: &Places) -> Vec<Vec<NodeId>> {
    let tree = outline.tree;
    outline
        .elements(places.clone())
        .filter(|node| tree.tag(*node) == "tr")
        .map(|row| tree.children(row).filter(|cell| matches!(tree.tag(*cell), "td" | "th")).collect())
        .filter(|cells: &Vec<NodeId>| !cells.is_empty())
        .collect()
}

fn is_layout(outline: &Outline<'_>, places: &Places, rows: &[Vec<NodeId>]) -> bool {
    let tree = outline.tree;
    let role = outline.nodes.get(places.start).and_then(|table| tree.element(table.node)?.attribute("role"));
    let nested = outline.elements(places.start + 1..places.end).any(|node| {
        tree.tag(node) == "table" || names::heading_level(tree.tag(node)).is_some_and(|level| level < 4)
    });
    let one_column = rows.iter().all(|row| row.len() < 2);
    let prose = rows
        .iter()
        .flatten()
        .any(|cell| outline.places(*cell).is_some_and(|places| outline.text(&places) > CELL_CHARACTERS));
    matches!(role, Some("presentation" | "none")) || nested || one_column || prose
}

fn span(outline: &Outline<'_>, cell: NodeId, name: &str) -> usize {
    let value = outline.tree.element(cell).and_then(|cell| cell.attribute(name)?.trim().parse().ok());
    value.unwrap_or(1).clamp(1, ROW_SPAN)
}

fn read_cell(outline: &Outline<'_>, notes: &Notes, places: Places) -> Inline {
    let mut phrasing = Phrasing::new(outline, notes);
    let mut place = places.start;
    while place < places.end {
        phrasing.close_until(place);
        let tag = outline.tree.tag(outline.nodes[place].node);
        if names::is_block(tag) || tag == "br" {
            phrasing.text.space();
        }
        place = phrasing.read(place);
    }
    phrasing.close_until(place);
    phrasing.take()
}
