//! A row: a block of text, or the items of a list, with its margin.

use std::ops::Range;

use maud::{Markup, html};
use reason::document::{Block, BlockKind, Span};

use super::anchors::Anchor;
use super::inline::inline;
use super::margin::margin;
use super::table::table;
use super::view::{Drawn, View};

/// Draws blocks that stand together.
pub fn row(view: View<'_>, blocks: Range<usize>, drawn: &mut Drawn) -> Markup {
    let all = &view.source.document.blocks;
    let span = Span::new(all[blocks.start].span.start, all[blocks.end - 1].span.end);
    if view.text(span).trim().is_empty() {
        return html! {};
    }
    html! {
        div.row {
            div.main lang=[view.language()] {
                (page_mark(view, blocks.start))
                @if all[blocks.start].kind == BlockKind::ListItem {
                    ul.own-bullets[has_own_bullets(view.text(all[blocks.start].span))] { @for number in blocks { li dir="auto" { (inline(view, all[number].span, drawn)) } } }
                } @else {
                    (single(view, blocks.start, drawn))
                }
            }
            (margin(view, span, drawn))
        }
    }
}

/// Whether the text of a list item begins with a bullet or a number that its file printed.
fn has_own_bullets(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let bullet = !first.contains(char::is_alphanumeric) && first.chars().count() == 1;
    let numbered = first.ends_with(['.', ')']) && first.starts_with(|c: char| c.is_ascii_digit() || c == '(');
    bullet || numbered
}

fn single(view: View<'_>, number: usize, drawn: &mut Drawn) -> Markup {
    let block = &view.source.document.blocks[number];
    match block.kind {
        BlockKind::Heading => heading(view, number, block, drawn),
        BlockKind::Title => html! { p.title dir="auto" { (inline(view, block.span, drawn)) } },
        BlockKind::Quote => html! { blockquote dir="auto" { (inline(view, block.span, drawn)) } },
        BlockKind::Caption => html! { p.caption dir="auto" { (inline(view, block.span, drawn)) } },
        BlockKind::Note => html! { p.unassigned dir="auto" { (inline(view, block.span, drawn)) } },
        BlockKind::Table => table(view, block, drawn),
        _ => html! { p dir="auto" { (inline(view, block.span, drawn)) } },
    }
}

/// The page has h1, the document h2: its own headings begin at h3.
fn heading(view: View<'_>, number: usize, block: &Block, drawn: &mut Drawn) -> Markup {
    let anchor = drawn.once(Anchor::Block(view.number, number));
    let text = inline(view, block.span, drawn);
    match block.level {
        0 | 1 => html! { h3 id=[anchor] dir="auto" { (text) } },
        2 => html! { h4 id=[anchor] dir="auto" { (text) } },
        3 => html! { h5 id=[anchor] dir="auto" { (text) } },
        _ => html! { h6 id=[anchor] dir="auto" { (text) } },
    }
}

/// The page that a block begins on, where it is another than that of the block before.
pub fn page_mark(view: View<'_>, number: usize) -> Markup {
    let blocks = &view.source.document.blocks;
    let begins = |block: &Block| block.page_at(block.span.start);
    let page = begins(&blocks[number]);
    let before = number.checked_sub(1).and_then(|before| begins(&blocks[before]));
    html! {
        @if let Some(page) = page.filter(|_| page != before) {
            span.page { span.quiet { "page " } (page) }
        }
    }
}
