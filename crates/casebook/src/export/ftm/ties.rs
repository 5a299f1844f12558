//! Ties between parties.

use reason::entities::EntityKind;
use reason::relations::RelationKind;

use super::{Building, Parties};
use crate::export::rows::{DesignationRow, FtmRow, RelationRow, ShareRow};

/// A tie as that model has it: its schema, the property of the subject, that of the object, that of the words that say more.
type Shape = (&'static str, &'static str, &'static str, &'static str);

const LINK: Shape = ("UnknownLink", "subject", "object", "role");

impl Parties {
    /// A stated tie; `None` where it is denied or a party of it has no schema.
    pub(in crate::export) fn tie(&self, row: &RelationRow) -> Option<FtmRow> {
        let (subject, object) = (self.kind(row.subject.as_ref())?, self.kind(row.object.as_ref())?);
        if row.negated {
            return None;
        }
        let (schema, of, with, role) = shape(row.relation, subject, object);
        let words = row.detail.clone().unwrap_or_else(|| name(row.relation));
        let building = Building::new(&row.id, schema)
            .with(of, row.subject.clone())
            .with(with, row.object.clone())
            .with(role, [words])
            .dated("date", row.date)
            .with("description", [row.span.quote.clone()])
            .with("proof", document_of(&row.id));
        let building = match (schema, &row.share) {
            ("Ownership", Some(share)) => building.with("percentage", percentage(share)),
            _ => building,
        };
        Some(match row.hedges.is_empty() {
            true => building.0,
            false => building.with("summary", [format!("hedged: {}", row.hedges.join(", "))]).0,
        })
    }

    /// A party on a sanctions list; `None` where who it is has no schema.
    pub(in crate::export) fn sanction(&self, row: &DesignationRow) -> Option<FtmRow> {
        self.kind(row.target_entity.as_ref())?;
        let sanction = Building::new(&row.id, "Sanction")
            .with("entity", row.target_entity.clone())
            .with("authority", row.authority.clone())
            .with("program", row.program.clone())
            .with("reason", row.reason.clone())
            .dated("startDate", row.date)
            .with("description", [row.span.quote.clone()])
            .with("proof", document_of(&row.id));
        Some(sanction.0)
    }
}

/// `51`, `25-`, `40-50`.
fn percentage(share: &ShareRow) -> Option<String> {
    let side =
        |side: &Option<serde_json::Number>| side.as_ref().map_or_else(String::new, ToString::to_string);
    let (low, high) = (side(&share.low), side(&share.high));
    let written = if low == high { low } else { format!("{low}-{high}") };
    (!written.is_empty() && written != "-").then_some(written)
}

/// The schema that fits what both ends are; a link of no kind where none does.
fn shape(relation: RelationKind, subject: EntityKind, object: EntityKind) -> Shape {
    use EntityKind::{Company, Person};
    let legal = |kind| !matches!(kind, EntityKind::Place | EntityKind::Other);
    let body = |kind| legal(kind) && kind != Person;
    match relation {
        RelationKind::Leads | RelationKind::HoldsOffice if legal(subject) && body(object) => {
            ("Directorship", "director", "organization", "role")
        }
        RelationKind::MemberOf | RelationKind::PartOf if legal(subject) && body(object) => {
            ("Membership", "member", "organization", "role")
        }
        RelationKind::EmployedBy if subject == Person && body(object) => {
            ("Employment", "employee", "employer", "role")
        }
        RelationKind::Owns if legal(subject) && object == Company => ("Ownership", "owner", "asset", "role"),
        RelationKind::SubsidiaryOf if subject == Company && legal(object) => {
            ("Ownership", "asset", "owner", "role")
        }
        RelationKind::FamilyOf if subject == Person && object == Person => {
            ("Family", "person", "relative", "relationship")
        }
        RelationKind::SuccessorOf if legal(subject) && legal(object) => {
            ("Succession", "successor", "predecessor", "role")
        }
        RelationKind::Pays if legal(subject) && legal(object) => {
            ("Payment", "payer", "beneficiary", "purpose")
        }
        _ => LINK,
    }
}

/// `part_of` in words: `part of`.
fn name(relation: RelationKind) -> String {
    let name = serde_json::to_value(relation).expect("a kind is JSON");
    name.as_str().unwrap_or_default().replace('_', " ")
}

/// Ids of what stands in a document begin with that of the document.
fn document_of(id: &str) -> Option<&str> {
    id.split_once('-').map(|(document, _)| document)
}
