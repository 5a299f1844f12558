//! What the figures of an incident rest on: reports, origins, and the ties between them.

use std::collections::BTreeMap;

use maud::{Markup, html};
use reason::incidents::table;
use reason::incidents::table::Row;
use reason::origins::{Certainty, Edge, Standing};

use super::super::index::Index;
use super::super::pictures::{Tie, Web, web};
use super::super::visible::Visible;
use super::super::words;

/// Works that are followed from one incident: what lies beyond is told in numbers only.
const MOST: usize = 200;

/// Draws the network of origins, with a list of its ties in words.
pub fn rests(index: &Index<'_>, rows: &[Row]) -> Markup {
    let origins = &index.checked.conclusions.origins;
    let mut reports: Vec<usize> = rows.iter().flat_map(|row| row.reports.iter().copied()).collect();
    reports.sort_unstable();
    reports.dedup();
    if reports.len() < 2
        || !reports.iter().any(|report| matches!(origins.meaning(*report), Standing::Work(_)))
    {
        return html! {};
    }
    let all: Vec<&Row> = rows.iter().collect();
    let counted = table::count(origins, &all);
    let (standings, ties) = reached(index, &reports, rows);
    let numbers: BTreeMap<usize, usize> =
        standings.iter().enumerate().map(|(number, of)| (*of, number)).collect();
    let drawn = Web {
        nodes: standings.iter().map(|standing| name(index, *standing)).collect(),
        ties: ties
            .iter()
            .filter_map(|edge| {
                Some(Tie {
                    from: *numbers.get(&edge.from)?,
                    to: *numbers.get(&edge.to)?,
                    certainty: edge.certainty,
                })
            })
            .collect(),
    };
    html! {
        figure.rests {
            figcaption {
                "What the figures rest on: " (words::count(counted.reports, "report", "reports")) ", "
                @if counted.merged == counted.confirmed { (words::count(counted.confirmed, "origin", "origins")) }
                @else { (counted.merged) " to " (words::count(counted.confirmed, "origin", "origins")) }
            }
            @if !drawn.ties.is_empty() { (web(&drawn)) (in_words(index, &ties)) }
            @else { p.others { "No dependence between them was found." } }
        }
    }
}

/// The reports and everything that they lead to.
fn reached<'a>(index: &Index<'a>, reports: &[usize], rows: &[Row]) -> (Vec<usize>, Vec<&'a Edge>) {
    let origins = &index.checked.conclusions.origins;
    let mut standings = reports.to_vec();
    let mut ties = Vec::new();
    let mut at = 0;
    while let Some(standing) = standings.get(at).copied().filter(|_| at < MOST) {
        for edge in
            origins.edges_from(standing).iter().filter(|edge| rows.iter().all(|row| row.follows(edge)))
        {
            ties.push(edge);
            if !standings.contains(&edge.to) {
                standings.push(edge.to);
            }
        }
        at += 1;
    }
    (standings, ties)
}

fn in_words(index: &Index<'_>, ties: &[&Edge]) -> Markup {
    html! {
        ul.ties {
            @for edge in ties {
                li {
                    span dir="auto" { (Visible(&name(index, edge.from))) }
                    @match edge.certainty {
                        Certainty::Confirmed => " rests on ",
                        Certainty::Suspected => " may rest on ",
                    }
                    span dir="auto" { (Visible(&name(index, edge.to))) } ": "
                    (edge.basis.name()) " – " (Visible(&edge.reason))
                }
            }
        }
    }
}

/// Title, author or outlet of a work; the file name of a document.
fn name(index: &Index<'_>, standing: usize) -> String {
    let checked = index.checked;
    match checked.conclusions.origins.meaning(standing) {
        Standing::Document(document) => {
            checked.sources.get(document).map_or_else(String::new, |source| source.name.to_owned())
        }
        Standing::Work(work) => checked.conclusions.works.get(work).map_or_else(String::new, |work| {
            let by = work.container.as_ref().or(work.authors.first());
            let what = work.title.as_ref().or(work.interviewee.as_ref()).or(work.identifier.as_ref());
            match (by, what) {
                (Some(by), Some(what)) => format!("{by}: {what}"),
                (Some(one), None) | (None, Some(one)) => one.clone(),
                (None, None) => "a work without title".to_owned(),
            }
        }),
    }
}
