//! Documents, parties and events.

use std::collections::BTreeSet;

use super::{Building, has_schema};
use crate::export::rows::{DocumentRow, EntityRow, FtmRow, IncidentRow};

/// A document: what `proof` of the others means.
pub(in crate::export) fn document(row: &DocumentRow) -> FtmRow {
    Building::new(&row.id, "Document")
        .with("fileName", [row.document.clone()])
        .with("title", row.title.clone())
        .with("mimeType", row.media_type.clone())
        .with("summary", [format!("SHA-256 {}", row.sha256)])
        .0
}

/// A party that documents name; `None` where there is no schema for it.
pub(in crate::export) fn party(row: &EntityRow) -> Option<FtmRow> {
    if !has_schema(row.kind) {
        return None;
    }
    let others = row.names.iter().filter(|name| **name != row.caption).cloned();
    let building =
        Building::new(&row.id, &row.schema).with("name", [row.caption.clone()]).with("alias", others);
    let building = match row.schema.as_str() {
        "Person" => building.with("position", row.titles.clone()),
        "Address" => building.with("full", [row.caption.clone()]),
        _ => building,
    };
    let named = row.documents.join(", ");
    Some(building.with("notes", [format!("named in {named}")]).0)
}

/// An incident.
pub(in crate::export) fn event(row: &IncidentRow) -> FtmRow {
    let one_day = row.date_from.is_some() && row.date_from == row.date_to;
    let building = Building::new(&row.id, "Event")
        .with("name", [row.name.clone()])
        .with("location", row.place.clone())
        .with("notes", [format!("claimed in {}", row.documents.join(", "))]);
    let building = match one_day {
        true => building.dated("date", row.date_from),
        false => building.dated("startDate", row.date_from).dated("endDate", row.date_to),
    };
    let documents: BTreeSet<_> = row.claims.iter().filter_map(|claim| claim.split_once('-')).collect();
    building.with("proof", documents.into_iter().map(|(document, _)| document).collect::<BTreeSet<_>>()).0
}
