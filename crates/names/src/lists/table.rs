//! Tables and JSON arrays of no publisher: each row or object a party, by the user's mapping or by well-known headers.

mod array;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read};

use ftm::role;

use super::dates::Order;
use super::draft::Draft;
use super::each;
use super::fault::Fault;
use super::format::{Identity, Publisher};
use super::input::{Lines, Text};
use super::links::Links;
use super::mapping::{Mapping, Target, says};
use super::out::Out;

pub(super) use array::read as read_array;

/// Reads a table; `separator` parts its fields.
pub(super) fn read<R: Read>(
    input: Text<R>,
    separator: u8,
    mapping: Option<&Mapping>,
    out: &mut Out<'_>,
) -> io::Result<()> {
    let mut known = Known::default();
    let mut targets: Option<Vec<Target>> = None;
    let read = each::rows(input, (separator, Lines::Several), out, |row, out| match &targets {
        None => {
            let headers: Vec<&str> = row.fields().collect();
            let (found, faults) = Mapping::targets(mapping, &headers);
            faults.into_iter().for_each(|fault| out.tell(row.line, fault));
            targets = Some(found);
        }
        Some(targets) if row.len() != targets.len() => {
            out.tell(row.line, Fault::Fields { found: row.len(), expected: targets.len() });
        }
        Some(targets) => {
            let fields = targets.iter().zip(row.fields()).map(|(target, value)| (target, value.to_owned()));
            party(fields.collect(), mapping, row.line, &mut known, out);
        }
    });
    known.identify(out);
    read
}

/// What was read before.
#[derive(Default)]
struct Known {
    links: Links,
    /// By the hash of an id, the line that it stands in.
    lines: HashMap<u64, u32>,
    /// The same of rows without an id, by name, birth and kind.
    rows: HashMap<u64, u32>,
    /// How many rows tell no id, and the first line of them.
    without_id: usize,
    first_without: Option<u32>,
    /// How many of those agree with one before, and the first line of them with that one's.
    agreeing: usize,
    first_agreeing: Option<(u32, u32)>,
}

/// Ids that are remembered to tell that one comes again.
const MOST_IDS: usize = 1_000_000;

impl Known {
    /// Ids are what entries are known by where there are any; a name is not, since two may bear it. Rows without one among those that have one are
    /// known by name, birth and kind, and told.
    fn identify(&self, out: &mut Out<'_>) {
        if let Some((line, before)) = self.first_agreeing {
            out.tell(line, Fault::RowAgain { before, rows: self.agreeing });
        }
        if self.lines.is_empty() {
            return;
        }
        out.list.identity = Identity::Id;
        if let Some(line) = self.first_without {
            out.tell(line, Fault::WithoutId { rows: self.without_id });
        }
    }

    /// Takes up a row without an id, by what it is known by.
    fn take_up(&mut self, key: u64, line: u32) {
        self.without_id += 1;
        self.first_without = self.first_without.or(Some(line));
        if let Some(before) = before(&mut self.rows, key, line) {
            self.agreeing += 1;
            self.first_agreeing = self.first_agreeing.or(Some((line, before)));
        }
    }
}

/// The line in which something stands before.
fn before(lines: &mut HashMap<u64, u32>, key: u64, line: u32) -> Option<u32> {
    let before = lines.get(&key).copied();
    if before.is_none() && lines.len() < MOST_IDS {
        lines.insert(key, line);
    }
    before
}

/// Properties that only persons have. A nationality is no sign: people write it of companies, too.
const PERSONAL: [&str; 5] = ["birthDate", "gender", "firstName", "lastName", "passportNumber"];

/// One party, from its fields; several may be of one target.
fn party(
    fields: Vec<(&Target, String)>,
    mapping: Option<&Mapping>,
    line: u32,
    known: &mut Known,
    out: &mut Out<'_>,
) {
    let fields: Vec<(&Target, String)> = fields.into_iter().filter(|(_, value)| says(value)).collect();
    let all = |target: &Target| {
        fields.iter().filter(|(of, _)| *of == target).map(|(_, value)| &**value).collect::<Vec<_>>()
    };
    let property = |name: &str| all(&Target::Property(name.to_owned()));
    // Whoever has a birth, a gender or a given name is a person, even where nobody says so.
    let is_person = PERSONAL.iter().any(|name| !property(name).is_empty());
    let unsaid = if is_person { "Person" } else { "LegalEntity" };
    let default = mapping.and_then(|mapping| mapping.schema.as_deref()).unwrap_or(unsaid);
    let said = all(&Target::Schema);
    let schema = said.first().map_or(Some(default), |said| schema(said)).unwrap_or_else(|| {
        out.tell(line, Fault::NoSchema { schema: said[0].to_owned() });
        default
    });
    let composed =
        ["firstName", "middleName", "fatherName", "lastName"].map(|part| property(part).join(" ")).join(" ");
    let name = property("name").first().map_or_else(|| composed.clone(), |name| (*name).to_owned());
    let number = match all(&Target::Id).first() {
        Some(id) => {
            if let Some(before) = before(&mut known.lines, key(&[id]), line) {
                out.tell(line, Fault::IdAgain { id: (*id).to_owned(), before });
            }
            (*id).to_owned()
        }
        // As long as name, birth and kind stay the same it is the same entry, also in the next snapshot.
        None => {
            let key = key(&[&name, &property("birthDate").join(" "), schema]);
            known.take_up(key, line);
            format!("{key:016x}")
        }
    };
    let mut draft = Draft::new(Publisher::Other.house(), &number, schema, Order::Unsaid, line);
    if property("name").is_empty() {
        draft.add("name", &composed, line);
    }
    for (target, value) in &fields {
        match target {
            Target::Property(property) => {
                values(value, property, mapping)
                    .into_iter()
                    .for_each(|value| add(&mut draft, property, value, line));
            }
            Target::Note(header) => draft.note_of(header, value, line),
            Target::Id | Target::Schema | Target::Nothing => {}
        }
    }
    draft.finish(&mut known.links, out);
}

fn add(draft: &mut Draft, property: &str, value: &str, line: u32) {
    match property {
        "program" | "reason" | "authority" | "listingDate" | "startDate" | "endDate" | "provisions" => {
            if property == "program" {
                draft.add("programId", value, line);
            }
            draft.sanction(property, value, line);
        }
        "birthDate" | "incorporationDate" | "buildDate" | "deathDate" | "dissolutionDate" => {
            draft.date(property, value, line);
        }
        "nationality" | "citizenship" | "country" | "jurisdiction" | "mainCountry" | "flag"
        | "birthCountry" | "pastFlags" => draft.country(property, value, line),
        "gender" => match value.to_lowercase().as_str() {
            "m" | "male" | "man" | "homme" => draft.add(property, "male", line),
            "f" | "female" | "woman" | "femme" => draft.add(property, "female", line),
            _ => draft.note_of("gender", value, line),
        },
        _ => draft.add(property, value, line),
    }
}

/// The values of a field.
fn values<'v>(value: &'v str, property: &str, mapping: Option<&Mapping>) -> Vec<&'v str> {
    let separators: &[char] = match (mapping.and_then(|mapping| mapping.separator), property) {
        (Some(separator), _) => return value.split(separator).filter(|one| says(one)).collect(),
        (None, "name" | "notes" | "summary" | "description" | "reason" | "address") => &[],
        (None, _) => &[';', '|'],
    };
    value.split(separators).filter(|one| says(one)).collect()
}

/// The schema that a word for a kind of party means.
fn schema(word: &str) -> Option<&str> {
    let known = match word.trim().to_lowercase().as_str() {
        "individual" | "person" | "natural person" | "p" | "i" | "human" => "Person",
        "entity" | "organisation" | "organization" | "e" | "group" | "enterprise" | "legal person" => {
            "Organization"
        }
        "company" | "corporate" | "business" => "Company",
        "vessel" | "ship" | "v" => "Vessel",
        "aircraft" | "airplane" | "plane" | "a" => "Airplane",
        _ => return Some(word.trim()).filter(|word| role(word).is_some()),
    };
    Some(known)
}

fn key(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.iter().for_each(|part| part.trim().to_lowercase().hash(&mut hasher));
    hasher.finish()
}
