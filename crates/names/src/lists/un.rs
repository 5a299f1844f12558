//! The consolidated list of the Security Council: `INDIVIDUAL` and `ENTITY`, by their permanent reference number.
//!
//! `DATAID` is no identity: it was given anew to every entry between 2025 and 2026.

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
use crate::words::country;

/// What carries nothing of the entry.
const NOTHING: [&str; 4] = ["VERSIONNUM", "LIST_TYPE", "SORT_KEY", "SORT_KEY_LAST_MOD"];

pub(super) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let mut links = Links::default();
    each::elements(input, &["INDIVIDUAL", "ENTITY"], out, |piece, out| match piece {
        Piece::Root(root) => out.list.date = Day::parse(root.attribute("dateGenerated")),
        Piece::Entry(element) => entry(element, &mut links, out),
    })
}

fn entry(mut element: Element, links: &mut Links, out: &mut Out<'_>) {
    let line = element.line;
    let schema = if element.name == "INDIVIDUAL" { "Person" } else { "Organization" };
    let (reference, data_id) = (element.take_text("REFERENCE_NUMBER"), element.take_text("DATAID"));
    let number = if reference.is_empty() { &data_id } else { &reference };
    if number.is_empty() {
        return out.tell(line, Fault::NoId);
    }
    let mut draft = Draft::new(Publisher::Un.house(), number, schema, Order::DayMonth, line);
    names(&mut draft, &mut element);
    draft.sanction("unscId", &reference, line);
    draft.sanction("recordId", &data_id, line);
    for (name, property) in [("UN_LIST_TYPE", "program"), ("LISTED_ON", "listingDate")] {
        for child in element.take(name) {
            draft.sanction(property, &child.text, child.line);
        }
    }
    values(&mut element, "LAST_DAY_UPDATED", |value| draft.sanction("modifiedAt", &value.text, value.line));
    values(&mut element, "TITLE", |value| draft.add("title", &value.text, value.line));
    values(&mut element, "DESIGNATION", |value| draft.add("position", &value.text, value.line));
    values(&mut element, "NATIONALITY", |value| draft.country("nationality", &value.text, value.line));
    for gender in element.take("GENDER") {
        draft.add("gender", &gender.text.to_lowercase(), gender.line);
    }
    for comment in element.take("COMMENTS1") {
        draft.note(&comment.text, comment.line);
    }
    for mut child in std::mem::take(&mut element.children) {
        match child.name.trim_start_matches("INDIVIDUAL_").trim_start_matches("ENTITY_") {
            "ALIAS" => alias(&mut draft, &child),
            "ADDRESS" => address(&mut draft, &child),
            "DATE_OF_BIRTH" => birth(&mut draft, &mut child),
            "PLACE_OF_BIRTH" => birth_place(&mut draft, &child),
            "DOCUMENT" => document(&mut draft, &mut child),
            _ => element.children.push(child),
        }
    }
    draft.note_rest(&element, &NOTHING);
    draft.finish(links, out);
}

fn values(element: &mut Element, name: &'static str, mut each: impl FnMut(&Element)) {
    for list in element.take(name) {
        list.all("VALUE").for_each(&mut each);
    }
}

/// The four parts are not said to be given or family names: they are one name.
fn names(draft: &mut Draft, element: &mut Element) {
    let line = element.child("FIRST_NAME").map_or(element.line, |name| name.line);
    let parts =
        ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map(|part| element.take_text(part));
    let name = parts.join(" ");
    // Two names of one body: "A (B) ; C (D)", "HARAKAT UL-MUJAHIDIN / HUM".
    let separators: &[char] = if draft.is("Person") { &[] } else { &[';'] };
    name.split(separators).flat_map(|name| name.split(" / ")).for_each(|name| draft.add("name", name, line));
    for original in element.take("NAME_ORIGINAL_SCRIPT") {
        draft.add("name", &original.text, original.line);
    }
}

fn alias(draft: &mut Draft, element: &Element) {
    let (quality, note) = (element.child_text("QUALITY"), element.child_text("NOTE"));
    let former = quality.eq_ignore_ascii_case("f.k.a.") || note.contains("listed as");
    let property = match (quality.to_lowercase().as_str(), former) {
        ("low", _) => "weakAlias",
        (_, true) => "previousName",
        _ => "alias",
    };
    let name = element.child_text("ALIAS_NAME");
    for one in name.split(';').filter(|_| !name.contains('(')) {
        draft.add(property, one, element.line);
    }
    if name.contains('(') {
        draft.add(property, name, element.line);
    }
    // What is said of him under this name: not of himself.
    let said: Vec<&str> = ["DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE"]
        .into_iter()
        .map(|part| element.child_text(part))
        .filter(|text| !text.is_empty())
        .collect();
    if !said.is_empty() {
        draft.note_of(name, &said.join(", "), element.line);
    }
}

fn address(draft: &mut Draft, element: &Element) {
    const PARTS: [&str; 5] = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"];
    let said: Vec<&str> =
        PARTS.into_iter().map(|part| element.child_text(part)).filter(|text| !text.is_empty()).collect();
    let country = element.child_text("COUNTRY");
    if said.len() > usize::from(!country.is_empty()) {
        draft.add("address", &said.join(", "), element.line);
    }
    draft.country("country", country, element.line);
    draft.note_of("ADDRESS", element.child_text("NOTE"), element.line);
}

fn birth(draft: &mut Draft, element: &mut Element) {
    let line = element.line;
    let kind = element.take_text("TYPE_OF_DATE");
    let (from, to) = (element.take_text("FROM_YEAR"), element.take_text("TO_YEAR"));
    let (date, year) = (element.take_text("DATE"), element.take_text("YEAR"));
    let roughly = if kind.eq_ignore_ascii_case("APPROXIMATELY") { "circa " } else { "" };
    if !from.is_empty() && !to.is_empty() {
        draft.date("birthDate", &format!("{from} to {to}"), line);
    } else {
        let said = [&date, &year, &from, &to].into_iter().find(|text| !text.is_empty());
        draft.date("birthDate", &said.map(|text| format!("{roughly}{text}")).unwrap_or_default(), line);
    }
    draft.note_rest(element, &[]);
}

fn birth_place(draft: &mut Draft, element: &Element) {
    const PARTS: [&str; 4] = ["STREET", "CITY", "STATE_PROVINCE", "COUNTRY"];
    let said: Vec<&str> =
        PARTS.into_iter().map(|part| element.child_text(part)).filter(|text| !text.is_empty()).collect();
    draft.add("birthPlace", &said.join(", "), element.line);
    if let Some(code) = country(element.child_text("COUNTRY")) {
        draft.add("birthCountry", code, element.line);
    }
    draft.note_of("PLACE_OF_BIRTH", element.child_text("NOTE"), element.line);
}

fn document(draft: &mut Draft, element: &mut Element) {
    let line = element.line;
    let kinds = [element.take_text("TYPE_OF_DOCUMENT"), element.take_text("TYPE_OF_DOCUMENT2")];
    let kind = kinds.iter().rfind(|kind| !kind.is_empty()).cloned().unwrap_or_default();
    let number = element.take_text("NUMBER");
    let countries = [element.take_text("ISSUING_COUNTRY"), element.take_text("COUNTRY_OF_ISSUE")];
    let issued = element.take_text("DATE_OF_ISSUE");
    let rest: Vec<&str> = element.texts().into_iter().map(|(_, text, _)| text).collect();
    let remark = rest.join(", ");
    if number.is_empty() && countries.iter().chain([&issued, &kind]).any(|text| !text.is_empty()) {
        let said: Vec<&str> = [&*kind, &*countries[0], &*countries[1], &*issued, &*remark]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        return draft.note_of("DOCUMENT", &said.join(", "), line);
    }
    let paper = Paper {
        property: papers::property(&kind),
        kind: &kind,
        number: &number,
        country: countries.iter().find(|country| !country.is_empty()).map_or("", String::as_str),
        issued: &issued,
        expires: "",
        remark: &remark,
    };
    draft.paper(&paper, line);
}
