//! The table of works: what is cited, how often and where.

use maud::{Markup, html};
use reason::works::{CitationRef, Work};

use super::anchors::Anchor;
use super::citation::confidential;
use super::index::Index;
use super::view::{Drawn, View};
use super::visible::Visible;
use super::{links, words};

/// Columns with what the script sorts them by.
const COLUMNS: [(&str, &str); 6] = [
    ("Work", "text"),
    ("Kind", "text"),
    ("In", "text"),
    ("Date", "text"),
    ("Cited", "number"),
    ("Where", ""),
];

/// Draws the table, in the order in which works are first cited.
pub fn works(index: &Index<'_>, drawn: &mut Drawn) -> Markup {
    let works = &index.checked.conclusions.works;
    html! {
        section #works aria-labelledby="works-title" {
            h2 #works-title { "Works" }
            @if works.is_empty() {
                p.none { "No work is cited." }
            } @else {
                p.lead { (words::count(works.len(), "work", "works")) " in the order in which each is first cited. What notes call ibid. or supra is counted with the work that it means." }
                div.wide tabindex="0" role="region" aria-labelledby="works-title" {
                    table.works {
                        thead { tr { @for (name, sort) in COLUMNS { th scope="col" data-sort=[(!sort.is_empty()).then_some(sort)] { (name) } } } }
                        tbody { @for (number, work) in works.iter().enumerate() { (row(index, number, work, drawn)) } }
                    }
                }
            }
        }
    }
}

fn row(index: &Index<'_>, number: usize, work: &Work, drawn: &mut Drawn) -> Markup {
    let date = work.date.map(|date| date.to_string()).unwrap_or_default();
    html! {
        tr id=[drawn.once(Anchor::Work(number))] {
            th scope="row" { (name(work)) }
            td data-label="Kind" { (words::kind(work.kind)) @if work.confidential { " " (confidential()) } }
            td data-label="In" dir="auto" { (Visible(work.container.as_deref().unwrap_or_default())) }
            td.date data-label="Date" { (date) }
            td.times data-label="Cited" { (work.cited_by.len()) }
            td data-label="Where" { (places(index, &work.cited_by)) }
        }
    }
}

fn name(work: &Work) -> Markup {
    let authors = work.authors.join("; ");
    let shown = [&work.title, &work.interviewee, &work.identifier];
    let title = shown.into_iter().flatten().next();
    html! {
        @if !authors.is_empty() { span.authors dir="auto" { (Visible(&authors)) } }
        @match title {
            Some(title) => span.work-title dir="auto" { (Visible(title)) },
            None => span.untitled { "without a title" },
        }
        @if let Some(translated) = &work.title_translated { span.translated dir="auto" { (Visible(translated)) } }
        @if let Some(url) = &work.url { span.work-address { (links::address(url)) } }
    }
}

/// Links to the notes, by document where there are several.
fn places(index: &Index<'_>, cited_by: &[CitationRef]) -> Markup {
    let several = index.checked.sources.len() > 1;
    html! {
        @for group in cited_by.chunk_by(|one, next| one.document == next.document) {
            @if let Some(view) = View::each(index).nth(group[0].document) {
                span.in-document {
                    @if several { bdi { (Visible(view.source.name)) } ": " }
                    @for (at, note) in notes(view, group).into_iter().enumerate() {
                        @if at > 0 { ", " }
                        a href={ "#" (Anchor::Note(view.number, note)) } { (Visible(&view.analysis().notes[note].label)) }
                    }
                }
            }
        }
    }
}

/// The notes of citations, each once, in order.
fn notes(view: View<'_>, cited: &[CitationRef]) -> Vec<usize> {
    let analysis = view.analysis();
    let citations = cited.iter().filter_map(|cited| analysis.citations.get(cited.citation));
    let mut notes: Vec<_> =
        citations.map(|citation| citation.note).filter(|note| *note < analysis.notes.len()).collect();
    notes.sort_unstable();
    notes.dedup();
    notes
}
