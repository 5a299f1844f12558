//! `OpenSanctions`' targets.simple.csv: a party a row, several values of a field parted by semicolons.

use std::io::{self, Read};

use ftm::role;

use super::dates::Order;
use super::draft::Draft;
use super::each;
use super::fault::Fault;
use super::format::Publisher;
use super::input::{Header, Lines, Row, Rows, Text};
use super::links::Links;
use super::out::Out;

/// Columns and what each becomes. What kind of number an identifier is the file does not say.
const VALUES: [(&str, &str); 7] = [
    ("name", "name"),
    ("aliases", "alias"),
    ("addresses", "address"),
    ("phones", "phone"),
    ("emails", "email"),
    ("identifiers", "idNumber"),
    ("program_ids", "programId"),
];

pub(super) fn read<R: Read>(input: Text<R>, out: &mut Out<'_>) -> io::Result<()> {
    let (mut header, mut links): (Option<Header>, _) = (None, Links::default());
    each::rows(input, (b',', Lines::Several), out, |row, out| match &header {
        None => header = Some(Header::of(row)),
        Some(header) if row.len() != header.len() => {
            out.tell(row.line, Fault::Fields { found: row.len(), expected: header.len() });
        }
        Some(header) => entry(header, row, &mut links, out),
    })
}

fn entry(header: &Header, row: &Row, links: &mut Links, out: &mut Out<'_>) {
    let (get, line) = (|name: &str| header.get(row, name), row.line);
    if get("id").is_empty() {
        return out.tell(line, Fault::NoId);
    }
    let schema = match role(get("schema")) {
        Some(_) => get("schema"),
        None => {
            out.tell(line, Fault::NoSchema { schema: get("schema").to_owned() });
            "LegalEntity"
        }
    };
    let mut draft = Draft::new(Publisher::OpenSanctions.house(), get("id"), schema, Order::DayMonth, line);
    draft.of_datasets(get("dataset").split(';'));
    for (column, property) in VALUES {
        // A name may hold a semicolon: there is but one.
        match column {
            "name" => draft.add(property, get(column), line),
            _ => several(get(column)).iter().for_each(|value| draft.add(property, value, line)),
        }
    }
    let born = if draft.is("Person") { "birthDate" } else { "incorporationDate" };
    several(get("birth_date")).iter().for_each(|date| draft.date(born, date, line));
    several(get("countries")).iter().for_each(|land| draft.country("country", land, line));
    several(get("sanctions")).iter().for_each(|said| draft.sanction("summary", said, line));
    for (column, property) in [("first_seen", "createdAt"), ("last_change", "modifiedAt")] {
        draft.add(property, get(column), line);
    }
    draft.finish(links, out);
}

/// Values parted by semicolons; one that holds a semicolon stands in quotation marks.
fn several(text: &str) -> Vec<String> {
    if !text.contains('"') {
        return text.split(';').map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect();
    }
    let mut row = Rows::new(Text::new(text.as_bytes(), super::input::Encoding::Utf8), b';', Lines::Several);
    match row.next() {
        Ok(Some(Ok(row))) => row.fields().filter(|value| !value.is_empty()).map(str::to_owned).collect(),
        _ => vec![text.to_owned()],
    }
}
