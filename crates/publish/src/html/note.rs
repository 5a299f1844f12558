//! A note as it stands beside its sentence: its own words, what it cites, what is wrong with it.

use maud::{Markup, html};
use reason::document::Span;

use super::anchors::Anchor;
use super::citation::{citation, confidential};
use super::finding::findings;
use super::inline::{badge, inline};
use super::view::{Drawn, View};
use super::visible::{Visible, plain};
use super::words;

/// Draws a note. Its label leads back to the first marker that calls it.
pub fn note(view: View<'_>, number: usize, drawn: &mut Drawn) -> Markup {
    let note = &view.analysis().notes[number];
    let anchor = drawn.once(Anchor::Note(view.number, number));
    let marker = view.index().first_marker[number];
    let beside = marker.map(|marker| Anchor::Marker(view.number, marker));
    let sentence = marker.map(|marker| view.analysis().markers[marker].sentence);
    let sentence = sentence.map(|sentence| Anchor::Sentence(view.number, sentence));
    html! {
        section.note id=[anchor] data-at=[beside] data-sentence=[sentence] aria-label=(plain(&format!("Note {}", note.label))) {
            p.note-text lang=[view.language()] dir="auto" {
                (label(view, number, drawn))
                @for span in &note.spans { " " (inline(view, *span, drawn)) }
            }
            (cites(view, number))
            (findings(view, &spans(view, number), drawn))
        }
    }
}

fn label(view: View<'_>, number: usize, drawn: &mut Drawn) -> Markup {
    let note = &view.analysis().notes[number];
    let places = view.places_in(note.label_span);
    let ending: Vec<_> = places.filter(|place| place.span.end <= note.label_span.end).collect();
    html! {
        @match view.index().first_marker[number] {
            Some(marker) => a.label href={ "#" (Anchor::Marker(view.number, marker)) } title="Back to the text" { (Visible(&note.label)) },
            None => span.label { (Visible(&note.label)) },
        }
        @for place in ending { (badge(view, place, drawn)) }
    }
}

fn spans(view: View<'_>, number: usize) -> Vec<Span> {
    let note = &view.analysis().notes[number];
    std::iter::once(note.label_span).chain(note.spans.iter().copied()).collect()
}

fn cites(view: View<'_>, number: usize) -> Markup {
    let analysis = view.analysis();
    let first = analysis.citations.partition_point(|cited| cited.note < number);
    let cited = analysis.citations_of(number).count();
    if cited == 0 {
        return html! { p.commentary { "No citation read in this note" } };
    }
    let protected = analysis.citations_of(number).any(|cited| cited.confidential);
    html! {
        details.parsed {
            summary {
                (words::count(cited, "citation", "citations")) ": " (kinds(view, number))
                @if protected { " " (confidential()) }
            }
            ol.citations { @for at in first..first + cited { (citation(view, at)) } }
        }
    }
}

/// `news, report`: each kind once, in the order of the note.
fn kinds(view: View<'_>, number: usize) -> String {
    let mut names: Vec<String> = Vec::new();
    for cited in view.analysis().citations_of(number) {
        let name = words::kind(cited.kind).to_lowercase();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}
