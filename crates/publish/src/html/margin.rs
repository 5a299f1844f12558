//! What stands beside a row of text: the notes that it calls and the diagnostics that it has, in the order of the text.

use maud::{Markup, html};
use reason::document::Span;

use super::finding::finding;
use super::index::PlaceAt;
use super::note::note;
use super::view::{Drawn, View};
use super::words;

enum Item {
    Note(usize),
    Finding(PlaceAt),
}

/// Draws the margin of a span of body text; nothing where nothing stands beside it.
pub fn margin(view: View<'_>, span: Span, drawn: &mut Drawn) -> Markup {
    let items = items(view, span);
    if items.is_empty() {
        return html! {};
    }
    html! {
        // Open without a script and on paper; on a narrow screen the reader may fold it.
        details.margin open {
            summary { (title(view, &items)) }
            @for (_, item) in &items {
                @match item {
                    Item::Note(number) => (note(view, *number, drawn)),
                    Item::Finding(place) => (finding(view, *place, drawn)),
                }
            }
        }
    }
}

fn items(view: View<'_>, span: Span) -> Vec<(usize, Item)> {
    let mut items: Vec<(usize, Item)> = Vec::new();
    let markers = &view.analysis().markers;
    let first = markers.partition_point(|marker| marker.span.start < span.start);
    let called = markers.iter().enumerate().skip(first);
    for (number, marker) in called.take_while(|(_, marker)| marker.span.start < span.end) {
        let beside = marker
            .note
            .filter(|note| view.index().first_marker.get(*note).copied().flatten() == Some(number));
        items.extend(beside.map(|note| (marker.span.end, Item::Note(note))));
    }
    let mut seen = Vec::new();
    for place in view.places_in(span) {
        if !seen.contains(&place.diagnostic) {
            seen.push(place.diagnostic);
            items.push((place.span.end, Item::Finding(place)));
        }
    }
    items.sort_by_key(|(at, _)| *at);
    items
}

fn title(view: View<'_>, items: &[(usize, Item)]) -> String {
    let labels: Vec<_> = items
        .iter()
        .filter_map(|(_, item)| match item {
            Item::Note(number) => Some(view.analysis().notes[*number].label.as_str()),
            Item::Finding(_) => None,
        })
        .collect();
    let findings = items.len() - labels.len();
    let found = words::count(findings, "diagnostic", "diagnostics");
    match (labels.as_slice(), findings) {
        ([], _) => found,
        ([one], 0) => format!("Note {one}"),
        ([one], _) => format!("Note {one}, {found}"),
        ([first, .., last], 0) => format!("Notes {first} to {last}"),
        ([first, .., last], _) => format!("Notes {first} to {last}, {found}"),
    }
}
