//! Rows of works.

use reason::origins::{self, Edge};
use reason::works::csl::CslItem;
use reason::works::{CitationRef, Work};

use super::rows::{WorkEdgeRow, WorkRow};
use super::view::ids;
use crate::projection::{Loaded, LoadedDocument};

/// All rows of works, in order. Edges are sorted by work once for all of them.
pub(crate) fn work_rows(loaded: &Loaded) -> impl Iterator<Item = WorkRow> {
    let works = &loaded.conclusions.works;
    let documents: Vec<_> = loaded.documents.iter().map(|of| &*of.id).collect();
    let name = |standing| origins::name(&loaded.conclusions.origins, works, &documents, standing);
    let mut ties = vec![EdgesOf::default(); works.len()];
    for edge in &loaded.conclusions.origins.edges {
        // A document that nothing cites has no row of its own.
        if let Some(of) = ties.get_mut(edge.to) {
            of.origin_of.push(edge_row(name(edge.from), edge));
        }
        if let Some(of) = ties.get_mut(edge.from) {
            of.derived_from.push(edge_row(name(edge.to), edge));
        }
    }
    works.iter().zip(ties).map(|(work, edges)| work_row(loaded, work, edges))
}

#[derive(Debug, Clone, Default)]
struct EdgesOf {
    origin_of: Vec<WorkEdgeRow>,
    derived_from: Vec<WorkEdgeRow>,
}

fn edge_row(other: String, edge: &Edge) -> WorkEdgeRow {
    WorkEdgeRow { work: other, basis: edge.basis, certainty: edge.certainty, reason: edge.reason.clone() }
}

fn work_row(loaded: &Loaded, work: &Work, edges: EdgesOf) -> WorkRow {
    let citing = work.cited_by.iter();
    let citing: Vec<(&CitationRef, &LoadedDocument)> =
        citing.filter_map(|cited| Some((cited, loaded.documents.get(cited.document)?))).collect();
    let accessed =
        citing.iter().filter_map(|(cited, of)| of.analysis.citations.get(cited.citation)?.accessed);
    let item = CslItem::of(work).seen(accessed.max());
    WorkRow {
        id: work.id.clone(),
        document: citing.first().map(|(_, of)| of.exhibit.label.clone()),
        kind: work.kind,
        authors: work.authors.clone(),
        title: work.title.clone(),
        title_translated: work.title_translated.clone(),
        container: work.container.clone(),
        date: work.date,
        url: work.url.clone(),
        identifier: work.identifier.clone(),
        place: work.place.clone(),
        interviewee: work.interviewee.clone(),
        confidential: work.confidential,
        csl: serde_json::to_value(item).expect("an item is JSON"),
        cited_by: citing.iter().map(|(cited, of)| ids::citation(&of.id, cited.citation)).collect(),
        origin_of: edges.origin_of,
        derived_from: edges.derived_from,
    }
}
