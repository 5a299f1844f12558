//! The figures of an incident: a picture for each quantity, and beneath it the words that give them.

use maud::{Markup, html};
use reason::incidents::table::Row;
use reason::origins::Standing;

use super::super::anchors::Anchor;
use super::super::index::Index;
use super::super::pictures::{RangeRow, ranges, spoken};
use super::super::view::{Drawn, View};
use super::super::visible::Visible;
use super::super::{snippet, words};
use super::voice;

/// Draws the quantities one after the other.
pub fn figures(index: &Index<'_>, rows: &[Row], drawn: &Drawn) -> Markup {
    let mut quantities: Vec<(usize, Vec<&Row>)> = Vec::new();
    for row in rows {
        match quantities.iter_mut().find(|(quantity, _)| *quantity == row.quantity) {
            Some((_, same)) => same.push(row),
            None => quantities.push((row.quantity, vec![row])),
        }
    }
    html! { @for (_, rows) in &quantities { (quantity(index, rows, drawn)) } }
}

fn quantity(index: &Index<'_>, rows: &[&Row], drawn: &Drawn) -> Markup {
    let title = title(index, rows);
    let numbered: Vec<RangeRow> = rows
        .iter()
        .filter(|row| row.figure.is_known())
        .map(|row| RangeRow {
            name: voice::speaker(index, row),
            figure: row.figure,
            link: place(index, row, drawn),
        })
        .collect();
    html! {
        figure.quantity {
            figcaption dir="auto" { (Visible(&title)) }
            @if !numbered.is_empty() { (ranges(&title, &numbered)) }
            (words_of(index, rows, drawn))
        }
    }
}

/// What is counted: `killed: boatmen`.
fn title(index: &Index<'_>, rows: &[&Row]) -> String {
    let what = rows[0].what.name().replace('_', " ");
    let victims = rows.iter().find_map(|row| Some(voice::words(index, row.claim.document, row.victims?)));
    match victims {
        Some(victims) => format!("{what}: {victims}"),
        None => what,
    }
}

fn words_of(index: &Index<'_>, rows: &[&Row], drawn: &Drawn) -> Markup {
    html! {
        ol.said {
            @for row in rows {
                li {
                    b { (spoken(row.figure)) } " – " span dir="auto" { (Visible(&voice::speaker(index, row))) }
                    @if let Some(date) = row.said_on { ", " (date.to_string()) }
                    @if row.is_part { span.others { " (part of another figure)" } }
                    (passage(index, row, drawn))
                    (support(index, row))
                }
            }
        }
    }
}

fn passage(index: &Index<'_>, row: &Row, drawn: &Drawn) -> Markup {
    let Some(view) = View::each(index).nth(row.claim.document) else {
        return html! {};
    };
    let Some(claim) = view.analysis().claims.get(row.claim.claim) else {
        return html! {};
    };
    html! {
        (snippet::snippet(view, claim.span))
        span.says {
            bdi { (Visible(view.source.name)) }
            @if let Some(link) = place(index, row, drawn) { " · " a href=(link) { "in the text" } }
        }
    }
}

fn support(index: &Index<'_>, row: &Row) -> Markup {
    let Some(view) = View::each(index).nth(row.claim.document) else {
        return html! {};
    };
    let notes: Vec<_> = row.notes.iter().filter(|note| **note < view.analysis().notes.len()).collect();
    html! {
        @if !notes.is_empty() {
            span.says {
                " · note "
                @for (at, note) in notes.iter().enumerate() {
                    @if at > 0 { ", " }
                    a href={ "#" (Anchor::Note(view.number, **note)) } { (Visible(&view.analysis().notes[**note].label)) }
                }
            }
        }
        @if row.reports.iter().any(|report| is_cited(index, *report)) {
            span.says { " · " (words::count(row.reports.len(), "report", "reports")) ", " (words::count(row.origins.len(), "origin", "origins")) }
        }
    }
}

fn is_cited(index: &Index<'_>, standing: usize) -> bool {
    matches!(index.checked.conclusions.origins.meaning(standing), Standing::Work(_))
}

/// Where in the page the claim stands: its sentence, else its block.
fn place(index: &Index<'_>, row: &Row, drawn: &Drawn) -> Option<String> {
    let document = row.claim.document;
    let source = index.checked.sources.get(document)?;
    let at = source.analysis.claims.get(row.claim.claim)?.span.start;
    let sentences = &source.analysis.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.span.start <= at).checked_sub(1);
    let blocks = &source.document.blocks;
    let block = blocks.partition_point(|block| block.span.start <= at).checked_sub(1);
    let anchors = [
        sentence.map(|sentence| Anchor::Sentence(document, sentence)),
        block.map(|block| Anchor::Block(document, block)),
    ];
    anchors.into_iter().flatten().find(|anchor| drawn.has(*anchor)).map(|anchor| format!("#{anchor}"))
}
