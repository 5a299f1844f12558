//! One document: what it is, then its blocks in reading order.

use std::ops::Range;

use maud::{Markup, html};
use reason::document::BlockKind;

use super::anchors::Anchor;
use super::block::{page_mark, row};
use super::finding::finding;
use super::index::PlaceAt;
use super::inline::inline;
use super::note::note;
use super::pieces::{Piece, pieces};
use super::view::{Drawn, View};
use super::visible::{Visible, plain};
use super::words;

/// The title of a document, or its file name.
pub fn title(view: View<'_>) -> &str {
    let title = view.source.document.title.as_deref();
    title.filter(|title| !title.trim().is_empty()).unwrap_or(view.source.name)
}

/// Draws a document.
pub fn document(view: View<'_>, drawn: &mut Drawn) -> Markup {
    html! {
        article.document id=[drawn.once(Anchor::Document(view.number))] aria-label=(plain(title(view))) {
            (header(view, drawn))
            div.text {
                @for piece in pieces(view) {
                    @match piece {
                        Piece::Row(blocks) => (row(view, blocks, drawn)),
                        Piece::Apart(blocks) => (apart(view, blocks, drawn)),
                        Piece::Notes(blocks) => (notes(view, blocks, drawn)),
                    }
                }
                (leftover(view, drawn))
            }
        }
    }
}

fn header(view: View<'_>, drawn: &mut Drawn) -> Markup {
    let document = view.source.document;
    html! {
        header {
            p.eyebrow { (Visible(view.source.name)) }
            h2 dir="auto" { (Visible(title(view))) }
            p.facts {
                @if let Some(pages) = document.pages { (words::count(pages as usize, "page", "pages")) " · " }
                @if let Some(language) = &document.language { "language " (Visible(language)) " · " }
                (Visible(&document.media_type)) " · read by " (Visible(&document.reader.name)) " " (document.reader.version)
                " · " span.digest title="First digits of the SHA-256 of the file" { (Visible(view.source.id)) }
            }
            @if !document.warnings.is_empty() {
                div.unread {
                    h3 { "Not read, or not with certainty" }
                    ul {
                        @for warning in &document.warnings {
                            li dir="auto" {
                                @if let Some(page) = warning.page { "Page " (page) ": " }
                                (Visible(&warning.detail))
                            }
                        }
                    }
                }
            }
            @for (diagnostic, place) in elsewhere(view) { (elsewhere_card(view, diagnostic, place, drawn)) }
            (metadata(view))
        }
    }
}

/// Diagnostics of the file itself, each once.
fn elsewhere(view: View<'_>) -> Vec<(usize, usize)> {
    let mut all = view.index().elsewhere.clone();
    all.dedup_by_key(|(diagnostic, _)| *diagnostic);
    all
}

fn elsewhere_card(view: View<'_>, diagnostic: usize, place: usize, drawn: &mut Drawn) -> Markup {
    let at = PlaceAt { span: reason::document::Span::new(0, 0), diagnostic, place };
    let anchor = drawn.once(Anchor::Place(diagnostic, place));
    html! { div.elsewhere id=[anchor] { (finding(view, at, drawn)) } }
}

fn metadata(view: View<'_>) -> Markup {
    let metadata = &view.source.document.metadata;
    html! {
        @if !metadata.is_empty() {
            details.metadata {
                summary { "What the file says about itself (" (metadata.len()) ")" }
                dl { @for datum in metadata { dt { (datum.kind.name()) } dd dir="auto" { (Visible(&datum.value)) } } }
            }
        }
    }
}

fn apart(view: View<'_>, blocks: Range<usize>, drawn: &mut Drawn) -> Markup {
    let all = &view.source.document.blocks[blocks.clone()];
    let kinds = [BlockKind::Furniture, BlockKind::Boilerplate, BlockKind::Duplicate];
    let names: Vec<_> = kinds
        .into_iter()
        .filter(|kind| all.iter().any(|block| block.kind == *kind))
        .map(words::apart)
        .collect();
    html! {
        details.apart {
            summary { (words::count(all.len(), "block", "blocks")) " set apart: " (names.join(", ")) }
            @for (number, block) in blocks.zip(all) {
                p lang=[view.language()] dir="auto" { (page_mark(view, number)) (inline(view, block.span, drawn)) }
            }
        }
    }
}

/// Where the file has its notes. Those that are called stand beside the text; the others are drawn here.
fn notes(view: View<'_>, blocks: Range<usize>, drawn: &mut Drawn) -> Markup {
    let all = &view.source.document.blocks;
    let start = all[blocks.start].span.start;
    let end = all[blocks.end - 1].span.end;
    let parts = view.index().note_parts.iter();
    let here = parts.filter(|part| start <= part.span.start && part.span.end <= end);
    let mut numbers: Vec<_> = here.map(|part| part.note).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let (called, uncalled): (Vec<_>, Vec<_>) =
        numbers.into_iter().partition(|note| view.index().first_marker[*note].is_some());
    let uncalled: Vec<_> =
        uncalled.into_iter().filter(|number| !drawn.has(Anchor::Note(view.number, *number))).collect();
    html! {
        @if !called.is_empty() {
            p.elided { (words::count(called.len(), "note stands", "notes stand")) " here in the file, each shown beside the text that calls it." }
        }
        @if !uncalled.is_empty() { (loose_notes("No marker calls", view, &uncalled, drawn)) }
    }
}

/// Notes that nothing above has drawn: their marker stands where no margin is.
fn leftover(view: View<'_>, drawn: &mut Drawn) -> Markup {
    let missing: Vec<_> = (0..view.analysis().notes.len())
        .filter(|number| !drawn.has(Anchor::Note(view.number, *number)))
        .collect();
    html! { @if !missing.is_empty() { (loose_notes("Shown nowhere above:", view, &missing, drawn)) } }
}

fn loose_notes(why: &str, view: View<'_>, numbers: &[usize], drawn: &mut Drawn) -> Markup {
    html! {
        div.loose {
            p.elided { (why) " " (words::count(numbers.len(), "note", "notes")) "." }
            @for number in numbers { (note(view, *number, drawn)) }
        }
    }
}
