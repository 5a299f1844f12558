use maud::{Markup, html};
use reason::document::{Block, BlockKind};

use super::anchors::Anchor;
use super::document::title;
use super::index::Index;
use super::view::{Drawn, View};
use super::visible::Visible;

/// Headings deeper than this are found by reading.
const DEEPEST: u8 = 2;

/// Draws the contents of the page: its parts and the headings of the documents.
pub fn navigation(index: &Index<'_>, drawn: &Drawn) -> Markup {
    html! {
        nav.contents aria-label="Contents" {
            details open {
                summary { "Contents" }
                ul {
                    li { a href="#overview" { "Overview" } }
                    li { a href="#diagnostics" { "Diagnostics " span.number { (index.checked.diagnostics.len()) } } }
                    @if !index.checked.conclusions.incidents.is_empty() {
                        li { a href="#incidents" { "Incidents " span.number { (index.checked.conclusions.incidents.len()) } } }
                    }
                    @for view in View::each(index) {
                        li {
                            a href={ "#" (Anchor::Document(view.number)) } dir="auto" { (Visible(title(view))) }
                            (headings(view, drawn))
                        }
                    }
                    li { a href="#works" { "Works " span.number { (index.checked.conclusions.works.len()) } } }
                }
                p.keys hidden { kbd { "j" } " " kbd { "k" } " next, previous diagnostic in the text · " kbd { "u" } " its entry in the list" }
            }
        }
    }
}

fn headings(view: View<'_>, drawn: &Drawn) -> Markup {
    let blocks = view.source.document.blocks.iter().enumerate();
    let shown = |(number, block): &(usize, &Block)| {
        block.kind == BlockKind::Heading
            && block.level <= DEEPEST
            && drawn.has(Anchor::Block(view.number, *number))
    };
    let headings: Vec<_> = blocks.filter(shown).collect();
    html! {
        @if !headings.is_empty() {
            ul {
                @for (number, block) in headings {
                    li.(if block.level > 1 { "deeper" } else { "top" }) {
                        a href={ "#" (Anchor::Block(view.number, number)) } dir="auto" { (Visible(&bare(view, block))) }
                    }
                }
            }
        }
    }
}

/// The heading without its markers.
fn bare(view: View<'_>, block: &Block) -> String {
    let mut text = String::new();
    let mut at = block.span.start;
    let markers = view.analysis().markers.iter();
    for marker in markers.filter(|marker| block.span.contains(marker.group)) {
        if marker.group.start >= at {
            text.push_str(view.text(reason::document::Span::new(at, marker.group.start)));
            at = marker.group.end;
        }
    }
    text.push_str(view.text(reason::document::Span::new(at, block.span.end)));
    text
}
