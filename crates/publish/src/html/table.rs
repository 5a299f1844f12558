use maud::{Markup, html};
use reason::document::{Block, Span};

use super::inline::inline;
use super::view::{Drawn, View};

/// Draws a table with its cells; markers and diagnostics within them stay in their places.
pub fn table(view: View<'_>, block: &Block, drawn: &mut Drawn) -> Markup {
    let Some(rows) = cells(view, block) else {
        return html! { pre dir="auto" { (inline(view, block.span, drawn)) } };
    };
    html! {
        // Wide tables scroll in their own box, which the keyboard must reach.
        div.wide tabindex="0" role="region" aria-label="Table" {
            table {
                @for row in rows {
                    tr { @for cell in row { td dir="auto" { (inline(view, cell, drawn)) } } }
                }
            }
        }
    }
}

/// Where each cell stands in the text: cells are parted there by tabs, rows by line ends. `None` where the text says
/// something else, so that nothing of it is lost.
fn cells(view: View<'_>, block: &Block) -> Option<Vec<Vec<Span>>> {
    if block.rows.is_empty() {
        return None;
    }
    let mut at = block.span.start;
    let mut rows = Vec::with_capacity(block.rows.len());
    for row in &block.rows {
        let mut spans = Vec::with_capacity(row.len());
        for cell in row {
            let span = Span::new(at, at + cell.len());
            if view.text(span) != cell {
                return None;
            }
            spans.push(span);
            // One byte for the tab or the line end.
            at = span.end + 1;
        }
        rows.push(spans);
    }
    (at == block.span.end + 1).then_some(rows)
}
