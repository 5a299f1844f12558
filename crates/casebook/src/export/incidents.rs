//! Rows of incidents.

use reason::incidents::{ClaimRef, Contest, Incident, Side};

use super::rows::{ContestRow, IncidentRow, JoinRow, SideRow};
use super::view::ids;
use crate::projection::Loaded;

pub(crate) fn incident_row(loaded: &Loaded, incident: &Incident) -> IncidentRow {
    let documents = documents(loaded, incident.claims.iter().map(|claim| claim.document));
    IncidentRow {
        id: incident.id.clone(),
        document: documents.first().cloned(),
        name: incident.name.clone(),
        place: incident.place.clone(),
        date_from: incident.when.from,
        date_to: incident.when.to,
        claims: incident.claims.iter().map(|claim| claim_id(loaded, *claim)).collect(),
        documents,
        contested: incident.contested.iter().map(|contest| contest_row(loaded, contest)).collect(),
        joins: incident
            .joins
            .iter()
            .map(|join| JoinRow {
                claim: claim_id(loaded, join.claim),
                to: claim_id(loaded, join.to),
                reason: join.reason.clone(),
            })
            .collect(),
    }
}

fn contest_row(loaded: &Loaded, contest: &Contest) -> ContestRow {
    ContestRow {
        what: contest.what,
        victims: contest.victims.clone(),
        figures: contest.figures.iter().map(|side| side_row(loaded, side)).collect(),
    }
}

fn side_row(loaded: &Loaded, side: &Side) -> SideRow {
    SideRow {
        low: side.figure.low,
        high: side.figure.high,
        approximate: side.figure.approximate,
        attributed_to: side.attributed_to.clone(),
        claims: side.claims.iter().map(|claim| claim_id(loaded, *claim)).collect(),
        origins: side.origins.clone(),
    }
}

/// The id of a claim, as rows and tables print it.
#[must_use]
pub fn claim_id(loaded: &Loaded, claim: ClaimRef) -> String {
    ids::claim(&loaded.documents[claim.document].id, claim.claim)
}

/// The names of documents, each once, in the order in which they were added.
pub(super) fn documents(loaded: &Loaded, indexes: impl Iterator<Item = usize>) -> Vec<String> {
    let indexes: std::collections::BTreeSet<usize> = indexes.collect();
    indexes.into_iter().map(|document| loaded.documents[document].exhibit.label.clone()).collect()
}
