//! A span of text with its markers, emphasis and underlined diagnostics.

use maud::{Markup, html};
use reason::checks::{Diagnostic, Severity};
use reason::document::Span;

use super::anchors::Anchor;
use super::index::PlaceAt;
use super::segment::{Calling, Segment, segments};
use super::view::{Drawn, View};
use super::visible::{Visible, plain};
use super::{links, words};

/// Draws a span of a document.
pub fn inline(view: View<'_>, span: Span, drawn: &mut Drawn) -> Markup {
    let segments = segments(view, span);
    html! {
        @for run in segments.chunk_by(|one, next| one.sentence == next.sentence) {
            @match run[0].sentence {
                Some(number) => {
                    @let anchor = drawn.once(Anchor::Sentence(view.number, number));
                    span.s id=[anchor] { (pieces(view, run, drawn)) }
                }
                None => { (pieces(view, run, drawn)) }
            }
        }
    }
}

fn pieces(view: View<'_>, run: &[Segment<'_>], drawn: &mut Drawn) -> Markup {
    html! {
        @for piece in run {
            @if piece.under.is_empty() {
                (content(view, piece, drawn))
            } @else {
                mark class=(words::severity(worst(view, &piece.under))) data-x=(joined(&piece.under)) {
                    (content(view, piece, drawn))
                }
            }
            @for place in &piece.ending { (badge(view, *place, drawn)) }
        }
    }
}

fn content(view: View<'_>, piece: &Segment<'_>, drawn: &mut Drawn) -> Markup {
    match piece.calling {
        Calling::Label(number) => marker(view, number, drawn),
        Calling::Around => html! { sup { (Visible(&without_raising(piece.text))) } },
        Calling::No => html! {
            @if piece.emphasis { em { (linked(piece)) } } @else { (linked(piece)) }
        },
    }
}

/// Only text that shows its target is a link out of the page; any other names the target when pointed at.
fn linked(piece: &Segment<'_>) -> Markup {
    let text = Visible(piece.text);
    match piece.link {
        Some(target) if links::shows(piece.text, target) => links::out(target, text),
        Some(target) => html! { span.hyperlink title=(plain(target)) { (text) } },
        None => html! { (text) },
    }
}

fn marker(view: View<'_>, number: usize, drawn: &mut Drawn) -> Markup {
    let marker = &view.analysis().markers[number];
    let anchor = drawn.once(Anchor::Marker(view.number, number));
    let label = Visible(&marker.label);
    html! {
        sup {
            @match marker.note {
                Some(note) => a.marker id=[anchor] href={ "#" (Anchor::Note(view.number, note)) } { (label) },
                None => span.marker.lost id=[anchor] title="No note answers this marker" { (label) },
            }
        }
    }
}

/// What converters write for raised text is notation, not text: the element raises it.
fn without_raising(text: &str) -> String {
    text.replace(['^', '{', '}'], "")
}

/// The code of a diagnostic, where one of its places ends; leads to its entry in the list.
pub fn badge(view: View<'_>, at: PlaceAt, drawn: &mut Drawn) -> Markup {
    let found = view.diagnostic(at.diagnostic);
    let severity = words::severity(found.severity);
    let anchor = drawn.once(Anchor::Place(at.diagnostic, at.place));
    html! {
        a.badge.(severity) id=[anchor] data-x=(at.diagnostic) href={ "#" (Anchor::Diagnostic(at.diagnostic)) }
            title=(hint(found, at.place)) { span.quiet { (severity) " " } (found.code.name()) }
    }
}

fn hint(found: &Diagnostic, place: usize) -> String {
    let says = found.places.get(place).map(|place| place.says.as_str());
    match says {
        Some(says) if !says.is_empty() => plain(&format!("{} ({says})", found.message)),
        _ => plain(&found.message),
    }
}

fn worst(view: View<'_>, diagnostics: &[usize]) -> Severity {
    let severities = diagnostics.iter().map(|number| view.diagnostic(*number).severity);
    severities.max().unwrap_or(Severity::Note)
}

/// Diagnostics as the script reads them from an attribute: numbers parted by spaces.
fn joined(diagnostics: &[usize]) -> String {
    let numbers: Vec<_> = diagnostics.iter().map(usize::to_string).collect();
    numbers.join(" ")
}
