//! SECO's list of all sanctioned: programmes, then a `target` an entry, and places that entries refer to.

mod names;

use std::collections::HashMap;
use std::io::{self, Read};

use super::dates::Order;
use super::draft::{Draft, Paper};
use super::each;
use super::fault::Fault;
use super::format::Publisher;
use super::input::{Element, Piece, Text};
use super::links::Links;
use super::out::Out;
use super::papers;
use crate::history::Day;
use crate::words::{country, imo_number_in};

/// What the file says once for many entries.
#[derive(Default)]
struct Shared {
    /// Programme by the number of its sets of measures.
    programmes: HashMap<String, String>,
    /// Place with its country, by number.
    places: HashMap<String, (String, String)>,
}

pub(super) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let (mut links, mut shared) = (Links::default(), Shared::default());
    // Places stand at the end: entries that refer to them wait. The whole list has some 20 MB.
    let mut waiting = Vec::new();
    let entries = &["sanctions-program", "target", "place"];
    let read = each::elements(input, entries, out, |piece, out| match piece {
        Piece::Root(root) => out.list.date = Day::parse(root.attribute("date")),
        Piece::Entry(element) => match &*element.name {
            "sanctions-program" => programme(&element, &mut shared),
            "place" => place(&element, &mut shared),
            _ if refers(&element, &shared) => waiting.push(element),
            _ => target(&element, &shared, &mut links, out),
        },
    });
    waiting.iter().for_each(|element| target(element, &shared, &mut links, out));
    read
}

/// Of several languages the first, which is the one that the file was asked for in.
fn programme(element: &Element, shared: &mut Shared) {
    let name = element.child_text("program-key");
    let name = if name.is_empty() { element.child_text("program-name") } else { name };
    for set in element.all("sanctions-set") {
        shared.programmes.entry(set.attribute("ssid").to_owned()).or_insert_with(|| name.to_owned());
    }
}

fn place(element: &Element, shared: &mut Shared) {
    let parts = ["location", "area"].map(|part| element.child_text(part));
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let land = element.child("country").map_or("", land);
    shared.places.insert(element.attribute("ssid").to_owned(), (said.join(", "), land.to_owned()));
}

/// The code of a country, else its name.
fn land(country: &Element) -> &str {
    match country.attribute("iso-code") {
        "" => country.text.trim(),
        code => code,
    }
}

fn refers(element: &Element, shared: &Shared) -> bool {
    let id = element.attribute("place-id");
    (!id.is_empty() && !shared.places.contains_key(id))
        || element.children.iter().any(|child| refers(child, shared))
}

fn target(element: &Element, shared: &Shared, links: &mut Links, out: &mut Out<'_>) {
    let line = element.line;
    let number = element.attribute("ssid");
    if number.is_empty() {
        return out.tell(line, Fault::NoId);
    }
    let kinds = [("individual", "Person"), ("entity", "Organization"), ("object", "Vessel")];
    let found = kinds.into_iter().find_map(|(name, schema)| Some((element.child(name)?, schema)));
    let (body, schema) = found.unwrap_or((element, "LegalEntity"));
    let schema = match (schema, body.attribute("object-type")) {
        ("Vessel", "aircraft") => "Airplane",
        ("Vessel", "vessel" | "ship" | "") | ("Person" | "Organization" | "LegalEntity", _) => schema,
        _ => "Asset",
    };
    let mut draft = Draft::new(Publisher::Switzerland.house(), number, schema, Order::DayMonth, line);
    // The newest stands first.
    let newest = element.child("modification");
    if let Some(gone) = newest.filter(|change| change.attribute("modification-type") == "de-listed") {
        let (id, since) = (draft.id().to_owned(), day(gone).to_owned());
        return out.tell(line, Fault::Delisted { id, since });
    }
    sanction(&mut draft, element, shared);
    match body.attribute("sex") {
        known @ ("male" | "female") => draft.add("gender", known, line),
        other => draft.note_of("sex", other, line),
    }
    for child in &body.children {
        match &*child.name {
            "identity" => identity(&mut draft, child, shared),
            "justification" => draft.sanction("reason", &child.text, child.line),
            "relation" => relation(&mut draft, child),
            "other-information" => other(&mut draft, child),
            "sanctions-set-id" | "modification" | "foreign-identifier" => {}
            name => draft.note_of(name, &child.text, child.line),
        }
    }
    draft.finish(links, out);
}

fn day(modification: &Element) -> &str {
    ["effective-date", "publication-date", "enactment-date"]
        .into_iter()
        .map(|name| modification.attribute(name))
        .find(|day| !day.is_empty())
        .unwrap_or_default()
}

fn sanction(draft: &mut Draft, element: &Element, shared: &Shared) {
    let by_attribute = Some(element.attribute("sanctions-set-id")).filter(|id| !id.is_empty());
    for id in element.all("sanctions-set-id").map(|id| id.text.trim()).chain(by_attribute) {
        match shared.programmes.get(id) {
            Some(name) => {
                draft.add("programId", name, element.line);
                draft.sanction("program", name, element.line);
            }
            None => {
                draft.tell(element.line, Fault::Dangling { what: "a set of sanctions", id: id.to_owned() })
            }
        }
    }
    let listed =
        element.all("modification").filter(|change| change.attribute("modification-type") == "listed").last();
    if let Some(listed) = listed {
        draft.sanction("listingDate", day(listed), listed.line);
    }
    if let Some(last) = element.child("modification") {
        draft.sanction("modifiedAt", day(last), last.line);
    }
    for id in element.all("foreign-identifier") {
        draft.sanction("recordId", &id.text, id.line);
    }
}

/// A person or body under one set of names. A main one comes first; others are names that it also goes under.
fn identity(draft: &mut Draft, element: &Element, shared: &Shared) {
    let is_main = element.attribute("main") != "false";
    for child in &element.children {
        let line = child.line;
        match &*child.name {
            "name" => names::name(draft, child, is_main),
            "nationality" => {
                child.all("country").for_each(|one| draft.country("nationality", land(one), line));
            }
            "day-month-year" => birth(draft, child),
            "place-of-birth" => {
                let (said, code) = located(draft, child, shared);
                draft.add("birthPlace", &said, line);
                if let Some(code) = country(&code) {
                    draft.add("birthCountry", code, line);
                }
            }
            "address" => {
                let (said, code) = located(draft, child, shared);
                draft.add("address", &said, line);
                draft.country("country", &code, line);
            }
            "identification-document" => document(draft, child),
            name => child.texts().into_iter().for_each(|(_, text, line)| draft.note_of(name, text, line)),
        }
    }
}

fn birth(draft: &mut Draft, element: &Element) {
    let [day, month, year] = ["day", "month", "year"].map(|part| element.attribute(part));
    let calendar = element.attribute("calendar");
    let padded = |text: &str| if text.is_empty() { "00".to_owned() } else { format!("{text:0>2}") };
    let said =
        if year.is_empty() { String::new() } else { format!("{}/{}/{year}", padded(day), padded(month)) };
    match calendar {
        "" | "Gregorian" => draft.date("birthDate", &said, element.line),
        _ => draft.note_of(&format!("day-month-year ({calendar})"), &said, element.line),
    }
}

/// Where somebody lives or was born, with the country.
fn located(draft: &mut Draft, element: &Element, shared: &Shared) -> (String, String) {
    let id = element.attribute("place-id");
    let (place, mut code) = shared.places.get(id).cloned().unwrap_or_default();
    if !id.is_empty() && !shared.places.contains_key(id) {
        draft.tell(element.line, Fault::Dangling { what: "a place", id: id.to_owned() });
    }
    let parts =
        ["c-o", "address-details", "p-o-box", "zip-code", "location"].map(|part| element.child_text(part));
    let said: Vec<&str> = parts.into_iter().chain([&*place]).filter(|part| !part.is_empty()).collect();
    if let Some(own) = element.child("country") {
        land(own).clone_into(&mut code);
    }
    for remark in element.all("remark") {
        draft.note_of(&element.name, &remark.text, remark.line);
    }
    (said.join(", "), code)
}

fn document(draft: &mut Draft, element: &Element) {
    let kind = element.attribute("document-type");
    let date = |name: &str| {
        let of = |part: &Element| {
            let [day, month, year] = ["day", "month", "year"].map(|field| part.attribute(field).to_owned());
            if year.is_empty() { String::new() } else { format!("{day:0>2}/{month:0>2}/{year}") }
        };
        element
            .child(name)
            .map(|when| when.child("day-month-year").map_or_else(|| of(when), of))
            .unwrap_or_default()
    };
    let issuer = element.child("issuer").map_or("", |issuer| match issuer.attribute("code") {
        "" => issuer.text.trim(),
        code => code,
    });
    let paper = Paper {
        property: papers::property(kind),
        kind,
        number: element.child_text("number"),
        country: issuer,
        issued: &date("date-of-issue"),
        expires: &date("expiry-date"),
        remark: element.child_text("remark"),
    };
    draft.paper(&paper, element.line);
}

/// A tie to another target, which the file gives by number.
fn relation(draft: &mut Draft, element: &Element) {
    let (kind, to) = (element.attribute("relation-type"), element.attribute("target-id"));
    match to.is_empty() {
        true => draft.note_of("relation", kind, element.line),
        false => draft.tie_to(kind, &format!("{}-{to}", Publisher::Switzerland.house().code), element.line),
    }
    draft.note_of(&format!("relation {kind}"), element.child_text("remark"), element.line);
}

/// Notes, and in them numbers by which somebody can be told: `Tax registration number: 7712345678`, `IMO Number: 9074729`.
fn other(draft: &mut Draft, element: &Element) {
    draft.note(&element.text, element.line);
    if let Some(number) = imo_number_in(&element.text).filter(|_| draft.is("Vessel")) {
        return draft.add("imoNumber", number, element.line);
    }
    let Some((kind, number)) = element.text.split_once(':') else { return };
    let (kind, number) = (kind.trim(), number.trim().trim_end_matches('.'));
    // Of telephones and of whatever else is numbered no kind of paper is known.
    let property = papers::property(kind);
    let is_number = kind.to_lowercase().ends_with("number") && number.contains(|c: char| c.is_ascii_digit());
    if is_number && property != papers::property("") {
        draft.paper(&Paper { property, kind, number, ..Paper::default() }, element.line);
    }
}
