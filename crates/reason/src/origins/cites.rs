//! A document of the case cites: the work that it is rests on what it cites.

use std::collections::HashMap;

use super::case::Case;
use super::{Basis, Certainty, Edge};

/// Passages that are kept of one edge.
const MOST_EVIDENCE: usize = 4;

pub(super) fn find(case: &Case<'_>) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    for (document, source) in case.sources.iter().enumerate() {
        let from = case.origins.standing(document);
        let mut known: HashMap<usize, usize> = HashMap::new();
        for (index, citation) in source.analysis.citations.iter().enumerate() {
            let Some(to) = case.cited.of_citation(document, index).filter(|to| *to != from) else {
                continue;
            };
            let at = *known.entry(to).or_insert_with(|| {
                let label = &source.analysis.notes[citation.note].label;
                edges.push(Edge {
                    from,
                    to,
                    basis: Basis::Cites,
                    certainty: Certainty::Confirmed,
                    reason: format!("{} cites it in note {label}", source.name),
                    evidence: Vec::new(),
                });
                edges.len() - 1
            });
            if edges[at].evidence.len() < MOST_EVIDENCE {
                edges[at].evidence.push((document, citation.span));
            }
        }
    }
    edges
}
