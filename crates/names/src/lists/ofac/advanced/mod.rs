//! SDN_ADVANCED.XML and CONS_ADVANCED.XML: reference values, locations and papers first, then parties that refer to them, then how parties are related
//! and why they are listed.
//!
//! Reference values, locations and papers are held in memory until the parties that refer to them have come: some 40 MB of the whole list.

mod parties;
mod periods;
mod references;
mod sanctions;

use std::collections::{HashMap, HashSet};
use std::io::{self, Read};

use crate::history::Day;
use crate::lists::each;
use crate::lists::fault::Fault;
use crate::lists::input::{Element, Piece, Text};
use crate::lists::links::Links;
use crate::lists::out::Out;
use references::References;

const ENTRIES: &[&str] = &[
    "DateOfIssue",
    "ReferenceValueSets",
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "ProfileRelationship",
    "SanctionsEntry",
];

/// What parties refer to, and which there were.
#[derive(Default)]
struct Shared {
    references: References,
    locations: HashMap<String, Element>,
    /// Papers by the identity that they are of.
    papers: HashMap<String, Vec<Element>>,
    parties: HashSet<String>,
    /// Sanctions of each party so far.
    sanctions: HashMap<String, usize>,
}

pub(in crate::lists) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let (mut links, mut shared) = (Links::default(), Shared::default());
    each::elements(input, ENTRIES, out, |piece, out| match piece {
        Piece::Root(_) => {}
        Piece::Entry(element) => entry(element, &mut shared, &mut links, out),
    })?;
    links.finish(crate::lists::Publisher::Ofac.house(), out);
    let mut left: Vec<(&String, u32)> = shared
        .papers
        .iter()
        .flat_map(|(id, papers)| papers.iter().map(move |paper| (id, paper.line)))
        .collect();
    left.sort_by_key(|(_, line)| *line);
    for (id, line) in left {
        out.tell(line, Fault::Dangling { what: "the identity", id: id.clone() });
    }
    Ok(())
}

fn entry(element: Element, shared: &mut Shared, links: &mut Links, out: &mut Out<'_>) {
    match &*element.name {
        "DateOfIssue" => out.list.date = periods::date(&element).and_then(Day::of),
        "ReferenceValueSets" => shared.references = References::of(&element),
        "Location" => {
            shared.locations.insert(element.attribute("ID").to_owned(), element);
        }
        "IDRegDocument" => {
            shared.papers.entry(element.attribute("IdentityID").to_owned()).or_default().push(element);
        }
        "DistinctParty" => parties::read(&element, shared, links, out),
        "ProfileRelationship" => sanctions::relation(&element, shared, out),
        _ => sanctions::sanction(&element, shared, out),
    }
}
