//! The UK sanctions list as XML: a `Designation` an entry.

use std::io::{self, Read};

use super::{Name, address, birth_place, paper};
use crate::lists::dates::{self, Order};
use crate::lists::draft::Draft;
use crate::lists::each;
use crate::lists::fault::Fault;
use crate::lists::format::Publisher;
use crate::lists::input::{Element, Piece, Text};
use crate::lists::links::Links;
use crate::lists::out::Out;

/// What is said of how a name is written; and the measures once more, each with "true" or "false".
const NOTHING: [&str; 3] = ["NonLatinScriptType", "NonLatinScriptLanguage", "SanctionsImposedIndicators"];

pub(in crate::lists) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let mut links = Links::default();
    each::elements(input, &["DateGenerated", "Designation"], out, |piece, out| match piece {
        Piece::Root(_) => {}
        Piece::Entry(element) if element.name == "Designation" => entry(element, &mut links, out),
        Piece::Entry(date) => out.list.date = dates::day(&date.text, Order::DayMonth),
    })?;
    links.finish(Publisher::Uk.house(), out);
    Ok(())
}

fn entry(mut element: Element, links: &mut Links, out: &mut Out<'_>) {
    let line = element.line;
    let number = element.take_text("UniqueID");
    if number.is_empty() {
        return out.tell(line, Fault::NoId);
    }
    let kind = element.take_text("IndividualEntityShip");
    let mut draft = Draft::new(Publisher::Uk.house(), &number, super::schema(&kind), Order::DayMonth, line);
    draft.sanction("authorityId", &number, line);
    for name in element.take_within("Names", "Name") {
        let parts = ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6"].map(|part| name.child_text(part));
        Name { parts, kind: name.child_text("NameType"), quality: name.child_text("AliasStrength") }
            .add(&mut draft, name.line);
    }
    for (property, child) in [
        ("recordId", "OFSIGroupID"),
        ("unscId", "UNReferenceNumber"),
        ("program", "RegimeName"),
        ("reason", "UKStatementofReasons"),
        ("listingDate", "DateDesignated"),
        ("modifiedAt", "LastUpdated"),
    ] {
        for child in element.take(child) {
            draft.sanction(property, &child.text, child.line);
            if property == "program" {
                draft.add("programId", &child.text, child.line);
            }
        }
    }
    for imposed in element.take("SanctionsImposed") {
        imposed.text.split('|').for_each(|one| draft.sanction("provisions", one, imposed.line));
    }
    for one in element.take_within("Addresses", "Address") {
        let lines =
            ["AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5", "AddressLine6"];
        let lines = lines.map(|part| one.child_text(part));
        address(
            &mut draft,
            &lines,
            one.child_text("AddressPostalCode"),
            one.child_text("AddressCountry"),
            one.line,
        );
    }
    for information in element.take("OtherInformation") {
        draft.note(&information.text, information.line);
    }
    element.children.iter().for_each(|child| detail(&mut draft, child));
    draft.finish(links, out);
}

/// What stands in lists within lists (`IndividualDetails/Individual/DOBs/DOB`), by the element that holds it.
fn detail(draft: &mut Draft, element: &Element) {
    let (text, line) = (element.text.trim(), element.line);
    match &*element.name {
        "DOB" => draft.date("birthDate", text, line),
        "NameNonLatinScript" => draft.add("name", text, line),
        "Title" => draft.add("title", text, line),
        "Position" => draft.add("position", text, line),
        "Gender" => draft.add("gender", &text.to_lowercase(), line),
        "PhoneNumber" => draft.add("phone", text, line),
        "EmailAddress" => draft.add("email", text, line),
        "Website" => draft.add("website", text, line),
        "Nationality" => draft.country("nationality", text, line),
        "TypeOfEntity" => draft.add("legalForm", text, line),
        "IMONumber" => draft.add("imoNumber", text, line),
        "TypeOfShip" => draft.add("type", text, line),
        "TonnageOfShip" => draft.add("tonnage", text, line),
        "YearBuilt" => draft.date("buildDate", text, line),
        "CurrentBelievedFlagOfShip" => draft.country("flag", text, line),
        "PreviousFlag" => draft.country("pastFlags", text, line),
        "ParentCompany" => draft.tie("Parent company", text, line),
        "CurrentOwnerOperator" => draft.tie("Owner or operator", text, line),
        "BusinessRegistrationNumber" => paper(draft, "Business registration", text, "", line),
        "Location" if element.child("TownOfBirth").is_some() || element.child("CountryOfBirth").is_some() => {
            return birth_place(
                draft,
                element.child_text("TownOfBirth"),
                element.child_text("CountryOfBirth"),
                line,
            );
        }
        "Passport" | "NationalIdentifier" if !element.children.is_empty() => return paper_of(draft, element),
        name if NOTHING.contains(&name) => return,
        name => draft.note_of(name, text, line),
    }
    element.children.iter().for_each(|child| detail(draft, child));
}

/// `<Passport><PassportNumber/><PassportAdditionalInformation/></Passport>`, and the same of other papers.
fn paper_of(draft: &mut Draft, element: &Element) {
    let texts = element.texts();
    let number = texts.iter().find(|(name, ..)| name.ends_with("Number")).map_or("", |(_, text, _)| text);
    let rest: Vec<&str> =
        texts.iter().filter(|(name, ..)| !name.ends_with("Number")).map(|(_, text, _)| *text).collect();
    let kind = if element.name == "Passport" { "Passport" } else { "National Identifier" };
    paper(draft, kind, number, &rest.join(", "), element.line);
}
