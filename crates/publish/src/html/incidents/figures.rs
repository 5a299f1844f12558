//! The figures of an incident: a picture for each kind, and beneath it the words that give them.

use maud::{Markup, html};
use reason::Inherited;
use reason::claims::ClaimKind;
use reason::incidents::table::Row;
use reason::origins::Standing;

use super::super::anchors::Anchor;
use super::super::index::Index;
use super::super::pictures::{RangeGroup, RangeRow, ranges, spoken};
use super::super::view::{Drawn, View};
use super::super::visible::Visible;
use super::super::{snippet, words};
use super::voice;

/// Draws what happened, kind by kind: a picture of all figures, then the words that give them.
pub fn figures(index: &Index<'_>, rows: &[Row], drawn: &Drawn) -> Markup {
    let mut kinds: Vec<(ClaimKind, Vec<Quantity<'_>>)> = Vec::new();
    for quantity in quantities(rows) {
        let what = quantity[0].what;
        match kinds.iter_mut().find(|(kind, _)| *kind == what) {
            Some((_, of_kind)) => of_kind.push(quantity),
            None => kinds.push((what, vec![quantity])),
        }
    }
    html! { @for (what, quantities) in &kinds { (of_kind(index, *what, quantities, drawn)) } }
}

/// Rows that count the same people: at least one.
type Quantity<'r> = Vec<&'r Row>;

fn quantities(rows: &[Row]) -> Vec<Quantity<'_>> {
    let mut found: Vec<Quantity<'_>> = Vec::new();
    for row in rows {
        match found.iter_mut().find(|same| same[0].quantity == row.quantity) {
            Some(same) => same.push(row),
            None => found.push(vec![row]),
        }
    }
    found
}

fn of_kind(index: &Index<'_>, what: ClaimKind, quantities: &[Quantity<'_>], drawn: &Drawn) -> Markup {
    let title = what.name().replace('_', " ");
    let group = |rows: &Quantity<'_>| RangeGroup {
        title: match rows.iter().all(|row| row.is_part) {
            true => format!("{} (part of another figure)", counted(index, rows)),
            false => counted(index, rows),
        },
        rows: rows
            .iter()
            .filter(|row| row.figure.is_known())
            .map(|row| RangeRow {
                name: voice::speaker(index, row),
                figure: row.figure,
                words: said(row),
                link: place(index, row, drawn),
            })
            .collect(),
    };
    let groups: Vec<_> = quantities.iter().map(group).filter(|group| !group.rows.is_empty()).collect();
    html! {
        figure.quantity {
            figcaption { (title) }
            @if groups.iter().map(|group| group.rows.len()).sum::<usize>() > 1 { (ranges(&title, &groups)) }
            @for rows in quantities { (words_of(index, rows, drawn)) }
        }
    }
}

/// The figure: in the document's own words where it is not exact.
fn said(row: &Row) -> String {
    row.written.clone().unwrap_or_else(|| spoken(row.figure))
}

/// Of whom the figures are, as the first that says so has it.
fn counted(index: &Index<'_>, rows: &[&Row]) -> String {
    let victims = rows.iter().find_map(|row| Some(voice::words(index, row.claim.document, row.victims?)));
    victims.unwrap_or_else(|| "of whom is not said".to_owned())
}

fn words_of(index: &Index<'_>, rows: &[&Row], drawn: &Drawn) -> Markup {
    html! {
        ol.said {
            @for row in rows {
                li {
                    b dir="auto" { (Visible(&said(row))) } " "
                    @if let Some(victims) = row.victims { span dir="auto" { (Visible(&voice::words(index, row.claim.document, victims))) } }
                    " – " span dir="auto" { (Visible(&voice::speaker(index, row))) }
                    @if let Some(date) = row.said_on { ", " (date.to_string()) }
                    @if row.is_part { span.others { " (part of another figure)" } }
                    (passage(index, row, drawn))
                    (from_before(index, row))
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

/// What the claim has from sentences before its own.
fn from_before(index: &Index<'_>, row: &Row) -> Markup {
    let Some(source) = index.checked.sources.get(row.claim.document) else {
        return html! {};
    };
    let Some(claim) = source.analysis.claims.get(row.claim.claim) else {
        return html! {};
    };
    let inherited = source.analysis.inherited(claim);
    html! {
        @if !inherited.is_empty() {
            span.says.inherited title="not in the passage itself, but in a sentence or heading before it" {
                " · ↑ "
                @for (at, (what, span)) in inherited.iter().enumerate() {
                    @if at > 0 { ", " }
                    (name(*what)) ": " bdi { (Visible(&voice::words(index, row.claim.document, *span))) }
                }
            }
        }
    }
}

const fn name(inherited: Inherited) -> &'static str {
    match inherited {
        Inherited::Victims => "of whom",
        Inherited::Perpetrators => "by whom",
        Inherited::Place => "where",
        Inherited::Date => "when",
        Inherited::Speaker => "who says so",
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
