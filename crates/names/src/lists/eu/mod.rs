//! The EU's financial sanctions files, version 1.1, as XML and as a table: the same fields under nearly the same names.

pub(super) mod csv;
pub(super) mod xml;

use super::draft::{Draft, Paper};
use super::papers;
use crate::words::country;

/// Fields of a part of an entry, such as one name: attributes of an element, or the columns of a row that begin with the part's name.
trait Fields {
    /// Under its name in XML; empty where there is none.
    fn get(&self, name: &str) -> &str;

    /// The country, by its code; `00` is the EU's code for one that is not known.
    fn country(&self) -> &str {
        match self.get("countryIso2Code") {
            "" | "00" => match self.get("countryDescription") {
                "UNKNOWN" => "",
                name => name,
            },
            code => code,
        }
    }
}

fn schema(kind: &str) -> &'static str {
    match kind.trim().to_lowercase().as_str() {
        "person" | "p" => "Person",
        "vessel" | "ship" | "v" => "Vessel",
        _ => "Organization",
    }
}

/// The first name of an entry is its name, the others are aliases; those not marked strong are weak.
fn name(draft: &mut Draft, fields: &impl Fields, line: u32) {
    let parts = ["firstName", "middleName", "lastName"].map(|part| fields.get(part));
    let joined = parts.join(" ");
    let whole = fields.get("wholeName");
    let whole = if whole.is_empty() { joined.trim() } else { whole };
    let is_weak = fields.get("strong").eq_ignore_ascii_case("false");
    let property = match (is_weak, draft.has("name")) {
        (true, _) => "weakAlias",
        (false, false) => "name",
        (false, true) => "alias",
    };
    draft.add(property, whole, line);
    if property == "name" && draft.is("Person") {
        for (part, property) in parts.into_iter().zip(["firstName", "middleName", "lastName"]) {
            draft.add(property, part, line);
        }
    }
    match fields.get("gender") {
        "M" => draft.add("gender", "male", line),
        "F" => draft.add("gender", "female", line),
        other => draft.note_of("gender", other, line),
    }
    draft.add("title", fields.get("title"), line);
    draft.add("position", fields.get("function"), line);
}

fn citizenship(draft: &mut Draft, fields: &impl Fields, line: u32) {
    draft.country("citizenship", fields.country(), line);
    draft.note_of("citizenship", fields.get("region"), line);
}

fn birth(draft: &mut Draft, fields: &impl Fields, line: u32) {
    let roughly = if fields.get("circa").eq_ignore_ascii_case("true") { "circa " } else { "" };
    let (from, to) = (fields.get("yearRangeFrom"), fields.get("yearRangeTo"));
    let (date, year) = (fields.get("birthdate"), fields.get("year"));
    let month = fields.get("monthOfYear");
    let said = match (date, year, month) {
        (date, ..) if !date.is_empty() => date.to_owned(),
        ("", year, month) if !year.is_empty() && !month.is_empty() => format!("00/{month}/{year}"),
        (_, year, _) if !year.is_empty() => year.to_owned(),
        _ if !from.is_empty() && !to.is_empty() => format!("{from} to {to}"),
        _ => format!("{from}{to}"),
    };
    let calendar = fields.get("calendarType");
    // A year of another calendar is no year of ours.
    match calendar {
        "" | "GREGORIAN" => {
            draft.date("birthDate", &if said.is_empty() { said } else { format!("{roughly}{said}") }, line)
        }
        _ => draft.note_of(&format!("birthdate ({calendar})"), &said, line),
    }
    let parts = ["place", "city", "zipCode", "region"].map(|part| fields.get(part));
    let name = match fields.get("countryDescription") {
        "" | "UNKNOWN" => fields.country(),
        name => name,
    };
    let place: Vec<&str> = parts.into_iter().chain([name]).filter(|part| !part.is_empty()).collect();
    draft.add("birthPlace", &place.join(", "), line);
    if let Some(code) = country(fields.country()) {
        draft.add("birthCountry", code, line);
    }
}

fn address(draft: &mut Draft, fields: &impl Fields, line: u32) {
    let box_number = fields.get("poBox");
    let box_number = if box_number.is_empty() { String::new() } else { format!("PO Box {box_number}") };
    let parts = ["street", "place", "zipCode", "city", "region"].map(|part| fields.get(part));
    let name = match fields.get("countryDescription") {
        "UNKNOWN" => "",
        name => name,
    };
    let said: Vec<&str> =
        parts.into_iter().chain([&*box_number, name]).filter(|part| !part.is_empty()).collect();
    if said.len() > usize::from(!name.is_empty()) {
        draft.add("address", &said.join(", "), line);
    }
    draft.country("country", fields.country(), line);
}

fn identification(draft: &mut Draft, fields: &impl Fields, line: u32) {
    const SAID: [&str; 7] = [
        "diplomatic",
        "knownExpired",
        "knownFalse",
        "reportedLost",
        "revokedByIssuer",
        "issuedBy",
        "nameOnDocument",
    ];
    let remarks: Vec<String> = SAID
        .into_iter()
        .filter(|name| !matches!(fields.get(name), "" | "false"))
        .map(|name| match fields.get(name) {
            "true" => name.to_owned(),
            said => format!("{name}: {said}"),
        })
        .collect();
    let code = fields.get("identificationTypeCode");
    let kind = match fields.get("identificationTypeDescription") {
        "" => code,
        description => description,
    };
    let number = match fields.get("number") {
        "" => fields.get("latinNumber"),
        number => number,
    };
    let property = match papers::property(code) {
        "idNumber" => papers::property(kind),
        known => known,
    };
    let issued = match fields.get("issuedDate") {
        "" => fields.get("validFrom"),
        day => day,
    };
    let paper = Paper {
        property,
        kind,
        number,
        country: fields.country(),
        issued,
        expires: fields.get("validTo"),
        remark: &remarks.join("; "),
    };
    draft.paper(&paper, line);
}

/// The regulation that an entry stands in.
fn regulation(draft: &mut Draft, fields: &impl Fields, line: u32) {
    draft.add("programId", fields.get("programme"), line);
    for (name, property) in [
        ("programme", "program"),
        ("numberTitle", "provisions"),
        ("publicationDate", "date"),
        ("entryIntoForceDate", "startDate"),
        ("publicationUrl", "sourceUrl"),
    ] {
        draft.sanction(property, fields.get(name), line);
    }
}

/// What is said of the entry as a whole.
fn entity(draft: &mut Draft, fields: &impl Fields, line: u32) {
    draft.sanction("unscId", fields.get("unitedNationId"), line);
    draft.sanction("listingDate", fields.get("designationDate"), line);
    draft.sanction("reason", fields.get("designationDetails"), line);
    draft.sanction("authorityId", fields.get("euReferenceNumber"), line);
}
