//! SDN.XML and CONSOLIDATED.XML: an `sdnEntry` an entry.

use std::io::{self, Read};

use super::details::{self, Detail};
use super::{name_property, programme, remarks, schema};
use crate::lists::dates::{self, Order};
use crate::lists::draft::Draft;
use crate::lists::each;
use crate::lists::fault::Fault;
use crate::lists::format::Publisher;
use crate::lists::input::{Element, Piece, Text};
use crate::lists::links::Links;
use crate::lists::out::Out;

/// What carries nothing of the entry: numbers of its parts.
const NUMBERS: [&str; 2] = ["uid", "mainEntry"];

pub(in crate::lists) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let mut links = Links::default();
    let mut stated = None;
    each::elements(input, &["publshInformation", "sdnEntry"], out, |piece, out| match piece {
        Piece::Root(_) => {}
        Piece::Entry(element) if element.name == "sdnEntry" => entry(element, &mut links, out),
        Piece::Entry(about) => {
            out.list.date = dates::day(about.child_text("Publish_Date"), Order::MonthDay);
            stated = about.child_text("Record_Count").parse().ok().map(|count: usize| (about.line, count));
        }
    })?;
    links.finish(Publisher::Ofac.house(), out);
    if let Some((line, stated)) = stated.filter(|(_, stated)| *stated != out.list.entries) {
        let read = out.list.entries;
        out.tell(line, Fault::Count { stated, read });
    }
    Ok(())
}

fn entry(mut element: Element, links: &mut Links, out: &mut Out<'_>) {
    let line = element.line;
    let number = element.take_text("uid");
    if number.is_empty() {
        return out.tell(line, Fault::NoId);
    }
    let kind = element.take_text("sdnType");
    let mut draft = Draft::new(Publisher::Ofac.house(), &number, schema(&kind), Order::MonthDay, line);
    main_name(&mut draft, &mut element);
    for program in element.take_within("programList", "program") {
        programme(&mut draft, &program.text, program.line);
    }
    element.take_within("akaList", "aka").iter().for_each(|aka| alias(&mut draft, aka));
    for (list, item, text, label) in [
        ("dateOfBirthList", "dateOfBirthItem", "dateOfBirth", "DOB"),
        ("placeOfBirthList", "placeOfBirthItem", "placeOfBirth", "POB"),
        ("nationalityList", "nationality", "country", "nationality"),
        ("citizenshipList", "citizenship", "country", "citizen"),
    ] {
        for item in element.take_within(list, item) {
            let said = format!("{label} {}", item.child_text(text));
            details::add(&mut draft, &Detail { text: &said, line: item.line, ..Detail::default() });
        }
    }
    element.take_within("addressList", "address").iter().for_each(|one| address(&mut draft, one));
    element.take_within("idList", "id").iter().for_each(|id| paper(&mut draft, id));
    element.take("vesselInfo").iter().for_each(|vessel| ship(&mut draft, vessel));
    let title = element.take_text("title");
    draft.add("position", &title, line);
    for text in element.take("remarks") {
        remarks::read(&mut draft, &text.text, text.line);
    }
    draft.note_rest(&element, &NUMBERS);
    draft.finish(links, out);
}

fn main_name(draft: &mut Draft, element: &mut Element) {
    let line = element.child("lastName").map_or(element.line, |name| name.line);
    let (given, family) = (element.take_text("firstName"), element.take_text("lastName"));
    draft.add("name", &format!("{given} {family}"), line);
    if draft.is("Person") && !given.is_empty() {
        draft.add("firstName", &given, line);
        draft.add("lastName", &family, line);
    }
}

fn alias(draft: &mut Draft, aka: &Element) {
    let name = format!("{} {}", aka.child_text("firstName"), aka.child_text("lastName"));
    let property = name_property(aka.child_text("type"), aka.child_text("category") == "weak");
    draft.add(property, &name, aka.line);
}

fn address(draft: &mut Draft, element: &Element) {
    const PARTS: [&str; 6] = ["address1", "address2", "address3", "city", "stateOrProvince", "postalCode"];
    let mut said: Vec<&str> =
        PARTS.into_iter().map(|part| element.child_text(part)).filter(|text| !text.is_empty()).collect();
    let country = element.child_text("country");
    if !said.is_empty() {
        said.extend(Some(country).filter(|country| !country.is_empty()));
        draft.add("address", &said.join(", "), element.line);
    }
    draft.country("country", country, element.line);
}

fn paper(draft: &mut Draft, id: &Element) {
    let detail = Detail {
        text: id.child_text("idNumber"),
        country: id.child_text("idCountry"),
        issued: id.child_text("issueDate"),
        expires: id.child_text("expirationDate"),
        line: id.line,
    };
    details::add_typed(draft, id.child_text("idType"), &detail);
}

fn ship(draft: &mut Draft, vessel: &Element) {
    for child in &vessel.children {
        match &*child.name {
            "callSign" => draft.add("callSign", &child.text, child.line),
            "vesselType" => draft.add("type", &child.text, child.line),
            "vesselFlag" => draft.country("flag", &child.text, child.line),
            "vesselOwner" => draft.tie("Vessel owner", &child.text, child.line),
            "tonnage" => draft.add("tonnage", &child.text, child.line),
            "grossRegisteredTonnage" => draft.add("grossRegisteredTonnage", &child.text, child.line),
            name => draft.note_of(name, &child.text, child.line),
        }
    }
}
