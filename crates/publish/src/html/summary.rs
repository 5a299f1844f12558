//! The head of the report: what was checked, what was found, what it rests on.

use maud::{Markup, html};

use super::chart::{Layout, chart};
use super::diagnostics::tally;
use super::index::Index;
use super::visible::Visible;
use super::{ReportHeading, support, words};
use crate::Checked;

/// Draws the head.
pub fn summary(heading: &ReportHeading, index: &Index<'_>) -> Markup {
    let checked = index.checked;
    html! {
        header.report #overview {
            p.eyebrow { "Tickmark report" }
            h1 dir="auto" { (Visible(&heading.title)) }
            p.made {
                "Made with " (Visible(&heading.made_with))
                @if let Some(time) = &heading.made_at { " on " time { (Visible(time)) } }
                ". This page is complete: it loads nothing from anywhere."
            }
            (verdict(checked))
            (incidents(index))
            ul.counts { @for (number, name) in counts(checked) { li { b { (words::grouped(number)) } " " (name) } } }
            @if !checked.conclusions.works.is_empty() { (charts(checked)) }
        }
    }
}

/// What a reader looks for first: the way to the events and their disputes.
fn incidents(index: &Index<'_>) -> Markup {
    let incidents = &index.checked.conclusions.incidents;
    let contested = incidents.iter().filter(|incident| !incident.contested.is_empty()).count();
    html! {
        @if !incidents.is_empty() {
            p.lead {
                a href="#incidents" { (words::count(incidents.len(), "incident", "incidents")) " with their figures side by side" }
                @if contested > 0 { ", " (contested) " contested" }
            }
        }
    }
}

fn verdict(checked: Checked<'_>) -> Markup {
    html! {
        ul.verdict {
            @for (severity, number, text) in tally(checked.diagnostics) {
                li.(words::severity(severity)).zero[number == 0] {
                    @let (figure, word) = text.split_once(' ').unwrap_or((&text, ""));
                    b { (figure) } " " (word)
                }
            }
        }
    }
}

fn counts(checked: Checked<'_>) -> Vec<(usize, &'static str)> {
    let sum = |of: fn(&reason::Source<'_>) -> usize| checked.sources.iter().map(of).sum::<usize>();
    let number = |number: usize, one, many| (number, if number == 1 { one } else { many });
    let pages = sum(|source| source.document.pages.unwrap_or(0) as usize);
    let mut counts = vec![number(checked.sources.len(), "document", "documents")];
    if pages > 0 {
        counts.push(number(pages, "page", "pages"));
    }
    counts.extend([
        number(sum(|source| source.analysis.sentences.len()), "sentence", "sentences"),
        number(sum(|source| source.analysis.notes.len()), "note", "notes"),
        number(sum(|source| source.analysis.markers.len()), "marker", "markers"),
        number(sum(|source| source.analysis.citations.len()), "citation", "citations"),
        number(checked.conclusions.works.len(), "work", "works"),
    ]);
    let claims = sum(|source| source.analysis.claims.len());
    if claims > 0 {
        counts.push(number(claims, "claim", "claims"));
        counts.push(number(checked.conclusions.incidents.len(), "incident", "incidents"));
    }
    counts
}

fn charts(checked: Checked<'_>) -> Markup {
    let notes = support::notes(checked.sources.iter().map(|source| source.analysis));
    html! {
        div.charts {
            (chart("Works by kind", Layout::Rows, &support::kinds(&checked.conclusions.works)))
            (chart("Works by year", Layout::Columns, &support::years(&checked.conclusions.works)))
            (chart("What the notes cite", Layout::Rows, &notes))
        }
    }
}
