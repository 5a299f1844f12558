//! Ties out of what reports state: who owns, is a subsidiary of, leads.

use names::ownership::{Certainty, Edge, Graph, Interval, Percent, Range, Source, Tie};
use names::party::PartialDate;
use reason::quantities::Decimal;
use reason::relations::{Relation, RelationKind, Share};

/// Takes in the stated ties of one document that tell of ownership or control; what is said not to be so is no tie.
///
/// `node_of` gives the index in the graph of an entity of that document. `stated` is the day of which the document speaks, where
/// known: that of its publication.
pub(super) fn add_relations(
    graph: &mut Graph,
    source: &reason::Source<'_>,
    stated: Option<PartialDate>,
    node_of: impl Fn(&mut Graph, usize) -> usize,
) {
    for relation in source.analysis.relations.iter().filter(|relation| !relation.negated) {
        let Some((owner, asset)) = ends(relation) else { continue };
        let (owner, asset) = (node_of(graph, owner), node_of(graph, asset));
        let edge = Edge {
            owner,
            asset,
            tie: tie(relation, source),
            when: Interval { since: relation.date.and_then(super::date), until: None, stated },
            certainty: if relation.hedges.is_empty() { Certainty::Stated } else { Certainty::Hedged },
            source: Source::Passage {
                document: source.name.to_owned(),
                page: source.document.page_at(relation.span.start),
                quote: source.document.quote(relation.span).to_owned(),
            },
        };
        graph.tie(edge);
    }
}

/// Who owns or leads, and what; `None` where it is another tie.
fn ends(relation: &Relation) -> Option<(usize, usize)> {
    match relation.kind {
        RelationKind::Owns | RelationKind::Leads | RelationKind::HoldsOffice => {
            Some((relation.subject, relation.object))
        }
        RelationKind::SubsidiaryOf => Some((relation.object, relation.subject)),
        _ => None,
    }
}

fn tie(relation: &Relation, source: &reason::Source<'_>) -> Tie {
    let words = |span| source.document.quote(span).to_owned();
    match relation.kind {
        RelationKind::Leads | RelationKind::HoldsOffice => Tie::Directs { role: relation.detail.map(words) },
        _ => {
            let written = relation.share.map(|share| words(share.span)).or(relation.detail.map(words));
            Tie::Owns { share: relation.share.map_or(Range::UNKNOWN, |share| range(share, source)), written }
        }
    }
}

/// By its words, which tell "more than" from "at least"; by what was read of them where they are beyond that. More than all of it is no share.
fn range(share: Share, source: &reason::Source<'_>) -> Range {
    let percent = |number: Decimal| {
        let millionths = number.times(1_000_000).map_or(i64::MAX, |count| count.floor().cast_signed());
        Percent::millionths(millionths)
    };
    let read = || {
        let (low, high) =
            (share.low.map_or(Percent::ZERO, percent), share.high.map_or(Percent::HUNDRED, percent));
        let is_share = low <= high && high <= Percent::HUNDRED;
        if is_share { Range { low, high } } else { Range::UNKNOWN }
    };
    Range::parse(source.document.quote(share.span)).unwrap_or_else(read)
}
