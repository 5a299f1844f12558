//! Diagnostics where they stand: a card beside the text or within the note.

use maud::{Markup, html};
use reason::document::Span;

use super::anchors::Anchor;
use super::index::PlaceAt;
use super::view::{Drawn, View};
use super::visible::Visible;
use super::words;

/// The diagnostics that end in one of the spans, each once.
pub fn findings(view: View<'_>, spans: &[Span], drawn: &mut Drawn) -> Markup {
    let mut places: Vec<PlaceAt> = Vec::new();
    for place in spans.iter().flat_map(|span| view.places_in(*span)) {
        if !places.iter().any(|seen| seen.diagnostic == place.diagnostic) {
            places.push(place);
        }
    }
    html! {
        @for place in places { (finding(view, place, drawn)) }
    }
}

/// One card. At the place that the rule names first it has the message and the advice; at the others, which often stand
/// right beside it, only what stands there.
pub fn finding(view: View<'_>, at: PlaceAt, drawn: &mut Drawn) -> Markup {
    let found = view.diagnostic(at.diagnostic);
    let severity = words::severity(found.severity);
    let says = found.places.get(at.place).map(|place| place.says.as_str());
    let says = says.filter(|says| !says.is_empty());
    let beside = Anchor::Place(at.diagnostic, at.place);
    html! {
        div.finding.(severity) data-x=(at.diagnostic) data-at=[drawn.has(beside).then_some(beside)] {
            p dir="auto" {
                a.code href={ "#" (Anchor::Diagnostic(at.diagnostic)) } { (severity) " " (found.code.name()) } " "
                @match says {
                    Some(says) if at.place > 0 => (Visible(says)),
                    Some(says) => { (Visible(&found.message)) " " span.says { "Here: " (Visible(says)) } }
                    None => (Visible(&found.message)),
                }
                (others(view, at))
            }
            @if at.place == 0 && !found.help.is_empty() { p.help dir="auto" { (Visible(&found.help)) } }
        }
    }
}

/// Links to the other places of the diagnostic.
fn others(view: View<'_>, at: PlaceAt) -> Markup {
    let places = view.diagnostic(at.diagnostic).places.len();
    if places < 2 {
        return html! {};
    }
    html! {
        span.others {
            " · see"
            @for place in (0..places).filter(|place| *place != at.place) {
                " " a href={ "#" (Anchor::Place(at.diagnostic, place)) } { "place " (place + 1) }
            }
        }
    }
}
