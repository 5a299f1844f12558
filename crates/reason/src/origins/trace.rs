//! All edges together, and what people decided about them.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::Source;
use crate::decisions::{Decisions, Verdict};
use crate::works::Work;

use super::case::Case;
use super::{
    Basis, Certainty, Edge, Origins, cites, name, near_copies, owners, rare_errors, reuse, speakers, via,
    wire,
};

/// Passages that are kept of one edge.
const MOST_EVIDENCE: usize = 8;

/// Finds which works rest on which.
#[must_use]
pub fn trace(sources: &[Source<'_>], works: &[Work], decisions: &Decisions) -> Origins {
    let mut case = Case::new(sources, works);
    let mut edges = wire::find(&mut case);
    edges.extend(cites::find(&case));
    edges.extend(via::find(&case));
    let texts = reuse::texts(&case);
    let copies = near_copies::find(&case, &texts);
    edges.extend(reuse::find(&case, texts, &copies));
    edges.extend(copies);
    edges.extend(speakers::find(&case));
    edges.extend(rare_errors::find(&case));
    edges.extend(owners::find(&case));
    let edges = without_doubt(together(edges));
    let mut origins = Origins { edges, ..case.origins };
    if !decisions.edges.is_empty() {
        judge(&mut origins, sources, works, decisions);
    }
    origins.edges.sort_by_key(|edge| (edge.from, edge.to, edge.certainty, edge.basis));
    origins
}

/// One edge for each pair and basis, with the evidence of all.
fn together(edges: Vec<Edge>) -> Vec<Edge> {
    let mut known: BTreeMap<(usize, usize, Basis), Edge> = BTreeMap::new();
    for edge in edges.into_iter().filter(|edge| edge.from != edge.to) {
        match known.entry((edge.from, edge.to, edge.basis)) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(edge);
            }
            std::collections::btree_map::Entry::Occupied(mut place) => {
                let first = place.get_mut();
                first.certainty = first.certainty.min(edge.certainty);
                let new: Vec<_> =
                    edge.evidence.into_iter().filter(|passage| !first.evidence.contains(passage)).collect();
                first.evidence.extend(new);
                first.evidence.truncate(MOST_EVIDENCE);
            }
        }
    }
    known.into_values().collect()
}

/// What is stated needs no suspicion beside it, least of all one the other way round.
fn without_doubt(edges: Vec<Edge>) -> Vec<Edge> {
    let stated: HashSet<(usize, usize)> = edges
        .iter()
        .filter(|edge| edge.certainty == Certainty::Confirmed)
        .map(|edge| (edge.from, edge.to))
        .collect();
    edges
        .into_iter()
        .filter(|edge| edge.certainty == Certainty::Confirmed || !stated.contains(&(edge.to, edge.from)))
        .collect()
}

/// What is accepted is confirmed, and stands even where nothing was found; what is rejected is kept out.
fn judge(origins: &mut Origins, sources: &[Source<'_>], works: &[Work], decisions: &Decisions) {
    let documents: Vec<&str> = sources.iter().map(|source| source.id).collect();
    let names: Vec<String> =
        (0..works.len() + sources.len()).map(|standing| name(origins, works, &documents, standing)).collect();
    let by_name: HashMap<&str, usize> =
        names.iter().enumerate().rev().map(|(standing, name)| (name.as_str(), standing)).collect();
    let mut verdicts: HashMap<(usize, usize), Verdict> = HashMap::new();
    for ((from, to), verdict) in &decisions.edges {
        if let (Some(from), Some(to)) = (by_name.get(from.as_str()), by_name.get(to.as_str())) {
            verdicts.insert((*from, *to), *verdict);
        }
    }
    let verdict = |from: usize, to: usize| verdicts.get(&(from, to)).copied();
    origins.edges.retain(|edge| {
        let suspected = edge.certainty == Certainty::Suspected;
        let rejected = verdict(edge.from, edge.to) == Some(Verdict::Rejected);
        // Of a suspicion, the direction is only set down: a judgement on the pair is one on it.
        let otherwise =
            suspected && verdict(edge.from, edge.to).is_none() && verdict(edge.to, edge.from).is_some();
        !rejected && !otherwise
    });
    for edge in &mut origins.edges {
        if edge.certainty == Certainty::Suspected && verdict(edge.from, edge.to) == Some(Verdict::Accepted) {
            edge.certainty = Certainty::Confirmed;
            edge.reason.push_str("; judged so");
        }
    }
    let found: HashSet<(usize, usize)> = origins.edges.iter().map(|edge| (edge.from, edge.to)).collect();
    let missing = verdicts.iter().filter(|(pair, verdict)| {
        **verdict == Verdict::Accepted && pair.0 != pair.1 && !found.contains(*pair)
    });
    origins.edges.extend(missing.map(|((from, to), _)| Edge {
        from: *from,
        to: *to,
        basis: Basis::Judged,
        certainty: Certainty::Confirmed,
        reason: "judged so".to_owned(),
        evidence: Vec::new(),
    }));
}

#[cfg(test)]
#[path = "trace_tests.rs"]
mod tests;
