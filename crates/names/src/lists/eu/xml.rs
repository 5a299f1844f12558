//! The XML: a `sanctionEntity` an entry, nearly all of it in attributes.

use std::io::{self, Read};

use super::Fields;
use crate::history::Day;
use crate::lists::dates::Order;
use crate::lists::draft::Draft;
use crate::lists::each;
use crate::lists::fault::Fault;
use crate::lists::format::Publisher;
use crate::lists::input::{Element, Piece, Text};
use crate::lists::links::Links;
use crate::lists::out::Out;

impl Fields for Element {
    fn get(&self, name: &str) -> &str {
        match self.attribute(name) {
            "" => self.child_text(name),
            attribute => attribute,
        }
    }
}

pub(in crate::lists) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let mut links = Links::default();
    each::elements(input, &["sanctionEntity"], out, |piece, out| match piece {
        Piece::Root(root) => out.list.date = Day::parse(root.attribute("generationDate")),
        Piece::Entry(element) => entry(&element, &mut links, out),
    })
}

fn entry(element: &Element, links: &mut Links, out: &mut Out<'_>) {
    let line = element.line;
    // The number of the publisher's data base lasts; the reference is missing for some.
    let number = element.attribute("logicalId");
    if number.is_empty() {
        return out.tell(line, Fault::NoId);
    }
    let kind = element.child("subjectType").map_or("", |kind| match kind.attribute("code") {
        "" => kind.attribute("classificationCode"),
        code => code,
    });
    let mut draft = Draft::new(Publisher::Eu.house(), number, super::schema(kind), Order::DayMonth, line);
    super::entity(&mut draft, element, line);
    for child in &element.children {
        let line = child.line;
        match &*child.name {
            "subjectType" => {}
            "regulation" => super::regulation(&mut draft, child, line),
            "nameAlias" => super::name(&mut draft, child, line),
            "citizenship" => super::citizenship(&mut draft, child, line),
            "birthdate" => super::birth(&mut draft, child, line),
            "address" => address(&mut draft, child),
            "identification" => super::identification(&mut draft, child, line),
            name => child.texts().into_iter().for_each(|(_, text, line)| match name {
                "remark" => draft.note(text, line),
                _ => draft.note_of(name, text, line),
            }),
        }
        // Remarks on a name, an address, a paper.
        for remark in child.all("remark") {
            draft.note_of(&child.name, &remark.text, remark.line);
        }
    }
    draft.finish(links, out);
}

fn address(draft: &mut Draft, element: &Element) {
    super::address(draft, element, element.line);
    for contact in element.all("contactInfo") {
        let (key, value) = (contact.attribute("key"), contact.attribute("value"));
        match key.to_lowercase().as_str() {
            "phone" | "mobile" | "tel" => draft.add("phone", value, contact.line),
            "email" => draft.add("email", value, contact.line),
            "website" | "web" => draft.add("website", value, contact.line),
            _ => draft.note_of(key, value, contact.line),
        }
    }
}
