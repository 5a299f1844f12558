//! The UK sanctions list as a table: a first line with the day, then several rows an entry, each with one of its names and addresses.

use std::io::{self, Read};

use super::{Name, address, birth_place, numbered, paper, papers_of};
use crate::history::Day;
use crate::lists::dates::{self, Order};
use crate::lists::draft::Draft;
use crate::lists::each;
use crate::lists::fault::Fault;
use crate::lists::format::Publisher;
use crate::lists::groups::Groups;
use crate::lists::input::{Header, Lines, Row, Text};
use crate::lists::out::Out;

pub(in crate::lists) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    rows(input, out, "Unique ID", take)
}

/// Reads a table whose first line says its day and whose second is the header; `key` is the column that tells entries apart.
pub(super) fn rows<R: Read>(
    input: Text<R>,
    out: &mut Out<'_>,
    key: &str,
    take: fn(&Header, &Row, &mut Groups, &mut Out<'_>),
) -> io::Result<()> {
    let mut header: Option<Header> = None;
    let mut groups = Groups::default();
    let read = each::rows(input, (b',', Lines::Several), out, |row, out| match &header {
        None if Header::of(row).has(key) => header = Some(Header::of(row)),
        None => out.list.date = out.list.date.or_else(|| day(row)),
        Some(header) if row.len() != header.len() => {
            out.tell(row.line, Fault::Fields { found: row.len(), expected: header.len() });
        }
        Some(header) if header.get(row, key).is_empty() => out.tell(row.line, Fault::NoId),
        Some(header) => take(header, row, &mut groups, out),
    });
    groups.finish(Publisher::Uk.house(), out);
    read
}

/// `Last Updated,18/11/2026`, `Last Updated:,18/11/2026` or `Report Date: 02-Oct-2026`.
fn day(first: &Row) -> Option<Day> {
    let behind = first.get(0).split_once(':').map(|(_, day)| day);
    behind.into_iter().chain([first.get(1)]).find_map(|said| dates::day(said, Order::DayMonth))
}

fn take(header: &Header, row: &Row, groups: &mut Groups, out: &mut Out<'_>) {
    let (get, line) = (|name: &str| header.get(row, name), row.line);
    let number = get("Unique ID");
    let house = Publisher::Uk.house();
    let draft = groups.entry(number, out, || {
        Draft::new(house, number, super::schema(get("Designation Type")), Order::DayMonth, line)
    });
    let parts = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map(get);
    Name { parts, kind: get("Name type"), quality: get("Alias strength") }.add(draft, line);
    draft.add("name", get("Name non-latin script"), line);
    let lines = [
        "Address Line 1",
        "Address Line 2",
        "Address Line 3",
        "Address Line 4",
        "Address Line 5",
        "Address Line 6",
    ];
    address(draft, &lines.map(get), get("Address Postal Code"), get("Address Country"), line);
    birth_place(draft, get("Town of birth"), get("Country of birth"), line);
    for (column, property) in VALUES {
        several(get(column)).into_iter().for_each(|value| draft.add(property, value, line));
    }
    for (column, property) in SANCTION {
        several(get(column)).into_iter().for_each(|value| draft.sanction(property, value, line));
    }
    draft.add("programId", get("Regime Name"), line);
    several(get("D.O.B")).into_iter().for_each(|date| draft.date("birthDate", date, line));
    several(get("Year Built")).into_iter().for_each(|date| draft.date("buildDate", date, line));
    draft.add("gender", &get("Gender").to_lowercase(), line);
    for (column, property) in [
        ("Nationality(/ies)", "nationality"),
        ("Current believed flag of ship", "flag"),
        ("Previous flags", "pastFlags"),
    ] {
        several(get(column)).into_iter().for_each(|land| draft.country(property, land, line));
    }
    papers_of(draft, "Passport", get("Passport number"), get("Passport additional information"), line);
    papers_of(
        draft,
        "National Identifier",
        get("National Identifier number"),
        get("National Identifier additional information"),
        line,
    );
    for number in several(get("Business registration number (s)")) {
        paper(draft, "Business registration", number, "", line);
    }
    for (column, role) in TIES {
        several(get(column)).into_iter().for_each(|name| draft.tie(role, name, line));
    }
    for column in NOTES {
        draft.note_of(column, get(column), line);
    }
    draft.note(get("Other Information"), line);
}

/// Columns whose values are kept as they are.
const VALUES: [(&str, &str); 9] = [
    ("Title", "title"),
    ("Position", "position"),
    ("Phone number", "phone"),
    ("Website", "website"),
    ("Email address", "email"),
    ("Type of entity", "legalForm"),
    ("IMO number", "imoNumber"),
    ("Type of ship", "type"),
    ("Tonnage of ship", "tonnage"),
];

const SANCTION: [(&str, &str); 8] = [
    ("Unique ID", "authorityId"),
    ("UN Reference Number", "unscId"),
    ("OFSI Group ID", "recordId"),
    ("Regime Name", "program"),
    ("UK Statement of Reasons", "reason"),
    ("Sanctions Imposed", "provisions"),
    ("Date Designated", "listingDate"),
    ("Last Updated", "modifiedAt"),
];

const TIES: [(&str, &str); 2] =
    [("Parent company", "Parent company"), ("Current owner/operator (s)", "Owner or operator")];

const NOTES: [&str; 5] = [
    "Designation source",
    "Subsidiaries",
    "Previous owner/operator (s)",
    "Length of ship",
    "Hull identification number (HIN)",
];

/// Several values of a field: numbered, or parted by `|`.
fn several(text: &str) -> Vec<&str> {
    numbered(text)
        .into_iter()
        .flat_map(|part| part.split('|'))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}
