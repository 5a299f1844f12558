//! Why parties are listed, and how they are related. Both come behind the parties and name them by number.

use super::Shared;
use super::periods;
use crate::lists::fault::Fault;
use crate::lists::format::Publisher;
use crate::lists::input::Element;
use crate::lists::out::Out;
use crate::lists::record::{put, record};

/// An entry of a list: its day, its legal basis, its programmes.
pub(super) fn sanction(entry: &Element, shared: &mut Shared, out: &mut Out<'_>) {
    let (line, house) = (entry.line, Publisher::Ofac.house());
    let party = entry.attribute("ProfileID");
    if !known(party, shared, line, out) {
        return;
    }
    let number = shared.sanctions.entry(party.to_owned()).or_default();
    *number += 1;
    let id = match *number {
        1 => format!("{}-{party}-sanction", house.code),
        further => format!("{}-{party}-sanction-{further}", house.code),
    };
    let mut sanction = record(house, id, "Sanction", line);
    put(&mut sanction, "entity", &format!("{}-{party}", house.code), line);
    put(&mut sanction, "authority", house.authority, line);
    put(&mut sanction, "country", house.country, line);
    put(&mut sanction, "recordId", entry.attribute("ID"), line);
    put(&mut sanction, "status", shared.references.text("List", entry.attribute("ListID")), line);
    for event in entry.all("EntryEvent") {
        if let Some(date) = event.child("Date").and_then(periods::date) {
            put(&mut sanction, "listingDate", &date.to_string(), event.line);
        }
        put(
            &mut sanction,
            "reason",
            shared.references.text("LegalBasis", event.attribute("LegalBasisID")),
            event.line,
        );
        put(&mut sanction, "summary", event.child_text("Comment"), event.line);
    }
    for measure in entry.all("SanctionsMeasure") {
        let kind = shared.references.text("SanctionsType", measure.attribute("SanctionsTypeID"));
        let comment = measure.child_text("Comment");
        match (kind, comment) {
            ("Program", comment) => put(&mut sanction, "program", comment, measure.line),
            (kind, "") => put(&mut sanction, "provisions", kind, measure.line),
            (kind, comment) => put(&mut sanction, "provisions", &format!("{kind}: {comment}"), measure.line),
        }
    }
    out.emit(sanction);
}

/// How one party is related to another, in OFAC's words. Of what is owned or controlled "by" the owner is the second.
pub(super) fn relation(element: &Element, shared: &Shared, out: &mut Out<'_>) {
    let (line, house) = (element.line, Publisher::Ofac.house());
    let (from, to) = (element.attribute("From-ProfileID"), element.attribute("To-ProfileID"));
    if !known(from, shared, line, out) || !known(to, shared, line, out) {
        return;
    }
    let role = shared.references.text("RelationType", element.attribute("RelationTypeID"));
    let (schema, first, second) = match role.to_lowercase().trim_end_matches('.') {
        "owned or controlled by" => ("Ownership", "asset", "owner"),
        "owns, controls, or operates" => ("Ownership", "owner", "asset"),
        "leader or official of" => ("Directorship", "director", "organization"),
        "family member of" => ("Family", "person", "relative"),
        _ => ("UnknownLink", "subject", "object"),
    };
    let id = format!("{}-{from}-relation-{}", house.code, element.attribute("ID"));
    let mut tie = record(house, id, schema, line);
    put(&mut tie, first, &format!("{}-{from}", house.code), line);
    put(&mut tie, second, &format!("{}-{to}", house.code), line);
    put(&mut tie, if schema == "Family" { "relationship" } else { "role" }, role, line);
    if element.attribute("Former") == "true" {
        let property = if schema == "Family" { "summary" } else { "status" };
        put(&mut tie, property, "former", line);
    }
    put(&mut tie, "summary", element.child_text("Comment"), line);
    out.emit(tie);
}

fn known(party: &str, shared: &Shared, line: u32, out: &mut Out<'_>) -> bool {
    let is_known = shared.parties.contains(party);
    if !is_known {
        out.tell(line, Fault::Dangling { what: "the party", id: party.to_owned() });
    }
    is_known
}
