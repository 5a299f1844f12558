//! SDN.CSV and CONS_PRIM.CSV, with their companions.
//!
//! Columns: number, name, type, programmes, title, call sign, type of ship, tonnage, gross registered tonnage, flag, owner, remarks. `-0-` is nothing;
//! several programmes stand as `A] [B`.

use std::io::{self, Read};

use super::companions::{Companion, Companions, known};
use super::{name_property, person, programme, remarks, schema};
use crate::lists::dates::Order;
use crate::lists::draft::Draft;
use crate::lists::each;
use crate::lists::fault::Fault;
use crate::lists::format::Publisher;
use crate::lists::input::{Lines, Row, Text};
use crate::lists::links::Links;
use crate::lists::out::Out;
use crate::lists::{Part, Place};

const COLUMNS: usize = 12;

pub(in crate::lists) fn read<R: Read>(
    input: Text<R>,
    companions: &Companions,
    out: &mut Out<'_>,
) -> io::Result<()> {
    let mut links = Links::default();
    let mut met = std::collections::HashSet::new();
    each::rows(input, (b',', Lines::One), out, |row, out| {
        if row.len() != COLUMNS {
            return out.tell(row.line, Fault::Fields { found: row.len(), expected: COLUMNS });
        }
        let number = row.get(0);
        if !companions.of(number).is_empty() {
            met.insert(number.to_owned());
        }
        entry(row, companions.of(number), &mut links, out);
    })?;
    links.finish(Publisher::Ofac.house(), out);
    let mut without: Vec<&Companion> =
        companions.all().filter(|(number, _)| !met.contains(*number)).flat_map(|(_, rows)| rows).collect();
    without.sort_by_key(|row| row.line);
    for row in without {
        out.tell(row.line, Fault::NoEntry { number: row.fields[0].clone() });
    }
    Ok(())
}

fn entry(row: &Row, companions: &[Companion], links: &mut Links, out: &mut Out<'_>) {
    let (line, number) = (row.line, row.get(0));
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return out.tell(line, Fault::NoId);
    }
    let mut draft = Draft::new(Publisher::Ofac.house(), number, schema(row.get(2)), Order::MonthDay, line);
    let field = |at: usize| known(row.get(at));
    named(&mut draft, "name", field(1), line);
    if let Some((_, family, given)) = draft.is("Person").then(|| person(field(1))).flatten() {
        draft.add("firstName", given, line);
        draft.add("lastName", family, line);
    }
    for program in field(3).split("] [") {
        programme(&mut draft, program.trim_matches(['[', ']']), line);
    }
    for (at, property) in
        [(4, "position"), (5, "callSign"), (6, "type"), (7, "tonnage"), (8, "grossRegisteredTonnage")]
    {
        draft.add(property, field(at), line);
    }
    draft.country("flag", field(9), line);
    draft.tie("Vessel owner", field(10), line);
    let mut comment = (field(11).to_owned(), line);
    for companion in companions {
        match companion.part {
            Part::Addresses => address(&mut draft, companion),
            Part::Aliases => alias(&mut draft, companion),
            // What is too long for the table goes on in the comments, at the letter where it stopped.
            Part::Comments => comment = (comment.0 + &companion.fields[1], comment.1),
            Part::Main => {}
        }
    }
    remarks::read(&mut draft, &comment.0, comment.1);
    draft.finish(links, out);
}

/// Adds a name, of a person as people say it.
fn named(draft: &mut Draft, property: &str, name: &str, line: u32) {
    match draft.is("Person").then(|| person(name)).flatten() {
        Some((said, _, _)) => draft.add(property, &said, line),
        None => draft.add(property, name, line),
    }
}

/// Number of the entry, of the address, street, city with province and code, country, remarks.
fn address(draft: &mut Draft, row: &Companion) {
    let parts = [&row.fields[2], &row.fields[3], &row.fields[4]];
    let said: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    // A country alone is no address.
    if !row.fields[2].is_empty() || !row.fields[3].is_empty() {
        draft.add("address", &said.join(", "), row.line);
    }
    draft.country("country", &row.fields[4], row.line);
    draft.note_of("Address", &row.fields[5], row.line);
}

/// Number of the entry, of the alias, kind, name, remarks.
fn alias(draft: &mut Draft, row: &Companion) {
    named(draft, name_property(&row.fields[2], false), &row.fields[3], row.line);
    draft.note_of("Alias", &row.fields[4], row.line);
}

/// Values of the file itself have its lines as they are.
const _: () = assert!(Place { part: Part::Main, line: 7 }.number() == 7);
