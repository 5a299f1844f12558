//! The records of one snapshot, as the parties that are compiled.

use std::collections::{HashMap, HashSet};

use ftm::{Record, Value, is_a};

use super::parties::Parties;
use crate::index::Packed;
use crate::lists::Identity;

/// What is said of a party in a record of its own: the schema that holds it, the property that names the party, and what is taken with
/// the property of the party that it becomes.
type Folded = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const FOLDED: [Folded; 4] = [
    (
        "Sanction",
        "entity",
        &[
            ("program", "program"),
            ("programId", "programId"),
            ("authority", "authority"),
            ("authorityId", "authorityId"),
            ("listingDate", "listingDate"),
            ("startDate", "startDate"),
            ("endDate", "endDate"),
        ],
    ),
    ("Passport", "holder", &[("number", "passportNumber"), ("country", "passportCountry")]),
    ("Identification", "holder", &[("number", "idNumber")]),
    ("Address", "things", &[("full", "address"), ("country", "addressCountry")]),
];

/// Bytes of text that the parties of one snapshot, and what is folded into them, may have together. A choice: packed they take as much in memory
/// while a set is compiled, and an index ends at 4 GB of records of all lists.
pub const MOST_TEXT: usize = 2 << 30;

/// Takes up record after record of one snapshot. What several records say of one id is one record, as files of `FollowTheMoney` have it.
#[derive(Debug, Default)]
pub struct Gathering {
    records: Vec<Packed>,
    by_id: HashMap<Box<str>, usize>,
    /// What further records say of an id, by the first.
    more: HashMap<usize, Vec<Packed>>,
    text: usize,
    full_at: Option<u32>,
}

impl Gathering {
    /// The line of the first record that there was no room for; `None` where all were taken.
    #[must_use]
    pub const fn full_at(&self) -> Option<u32> {
        self.full_at
    }

    /// Takes up a record, as long as there is room: see [`MOST_TEXT`]. What is neither a party nor folded into one is passed over.
    pub fn take(&mut self, record: &Record) {
        if !is_party(record) && !is_folded(&record.schema) {
            return;
        }
        self.text += record.properties.values().flatten().map(|value| value.text.len()).sum::<usize>();
        if self.text > MOST_TEXT {
            self.full_at = self.full_at.or(Some(record.line));
            return;
        }
        let packed = Packed::of(record);
        match self.by_id.get(&*record.id) {
            Some(first) => self.more.entry(*first).or_default().push(packed),
            None => {
                self.by_id.insert((&*record.id).into(), self.records.len());
                self.records.push(packed);
            }
        }
    }

    /// The parties, in the order in which they came, each with what other records say of it. Where the list has no numbers that last, their ids are made of
    /// name and birth, so that they are found again in the next snapshot.
    #[must_use]
    pub fn finish(mut self, identity: Identity) -> Parties {
        for (first, more) in std::mem::take(&mut self.more) {
            if let Some(record) = merged(&self.records[first], &more) {
                self.records[first] = Packed::of(&record);
            }
        }
        let mut folded = self.folded().into_iter().peekable();
        let mut taken: HashMap<String, usize> = HashMap::new();
        let mut parties = Vec::new();
        for at in 0..self.records.len() {
            let Some(mut record) = self.records[at].record() else { continue };
            while let Some((_, property, value)) = folded.next_if(|(of, ..)| *of == at) {
                add(&mut record, property, value);
            }
            if !is_party(&record) {
                continue;
            }
            self.addresses(&record)
                .into_iter()
                .for_each(|(property, value)| add(&mut record, property, value));
            if identity == Identity::NameAndBirth {
                record.id = numbered(of_name_and_birth(&record), &mut taken);
            }
            parties.push(Packed::of(&record));
            // Nobody asks for it again.
            self.records[at] = Packed::default();
        }
        Parties(parties)
    }

    /// What records say of others, by the place of those.
    fn folded(&self) -> Vec<(usize, &'static str, Value)> {
        let saying = self.records.iter().filter(|packed| is_folded(packed.schema()));
        let mut said: Vec<_> = saying
            .filter_map(Packed::record)
            .flat_map(|record| folded(&record))
            .filter_map(|(id, property, value)| Some((*self.by_id.get(&*id)?, property, value)))
            .collect();
        said.sort_by_key(|(of, ..)| *of);
        said
    }

    /// Where parties name their addresses, and not the other way round.
    fn addresses(&self, party: &Record) -> Vec<(&'static str, Value)> {
        let known = party.values("addressEntity").iter().filter_map(|id| self.by_id.get(&*id.text));
        let addresses = known.filter_map(|at| self.records[*at].record());
        addresses
            .flat_map(|mut address| {
                let mut take = |property| address.properties.remove(property).unwrap_or_default();
                let full = take("full").into_iter().map(|value| ("address", value));
                full.chain(take("country").into_iter().map(|value| ("addressCountry", value)))
                    .collect::<Vec<_>>()
            })
            .collect()
    }
}

fn is_party(record: &Record) -> bool {
    record.sort().is_some() && !is_a(&record.schema, "Address")
}

fn is_folded(schema: &str) -> bool {
    FOLDED.iter().any(|(folded, ..)| is_a(schema, folded))
}

/// What several records say of one id.
fn merged(first: &Packed, more: &[Packed]) -> Option<Record> {
    let mut record = first.record()?;
    for further in more.iter().filter_map(Packed::record) {
        if is_a(&further.schema, &record.schema) {
            record.schema = further.schema;
        }
        record.caption = record.caption.take().or(further.caption);
        for (property, values) in further.properties {
            record.properties.entry(property).or_default().extend(values);
        }
    }
    for values in record.properties.values_mut() {
        let mut known = HashSet::new();
        values.retain(|value| known.insert(value.text.clone()));
    }
    Some(record)
}

/// An id that no other has yet.
fn numbered(id: String, taken: &mut HashMap<String, usize>) -> String {
    let times = taken.entry(id.clone()).or_default();
    *times += 1;
    if *times == 1 { id } else { format!("{id}-{times}") }
}

/// What a record says of other records: the id of each, the property, the value.
fn folded(record: &Record) -> Vec<(String, &'static str, Value)> {
    let mut found = Vec::new();
    for (schema, whom, taken) in FOLDED {
        if !is_a(&record.schema, schema) {
            continue;
        }
        for id in record.values(whom) {
            for (from, to) in taken {
                let values = record.values(from).iter();
                found.extend(values.map(|value| (id.text.clone(), *to, value.clone())));
            }
        }
        break;
    }
    found
}

/// `oste-jann-1970-03`.
fn of_name_and_birth(record: &Record) -> String {
    let lower = record.shown().to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let births = record.values("birthDate").iter().map(|value| value.text.as_str());
    words.chain(births).collect::<Vec<_>>().join("-")
}

fn add(record: &mut Record, property: &str, value: Value) {
    let known = record.properties.entry(property.to_owned()).or_default();
    if !known.iter().any(|one| one.text == value.text) {
        known.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ftm::read_line;

    fn parties(lines: &str) -> Vec<Record> {
        let mut gathering = Gathering::default();
        for (text, line) in lines.lines().zip(1..) {
            read_line(text, line).records.iter().for_each(|record| gathering.take(record));
        }
        gathering.finish(Identity::Id).records().collect()
    }

    #[track_caller]
    fn check(record: &Record, property: &str, expected: &[&str]) {
        let texts: Vec<_> = record.values(property).iter().map(|value| &*value.text).collect();
        assert_eq!(texts, expected, "{property}");
    }

    #[test]
    fn what_other_records_say_of_a_party_stands_with_it() {
        let all = parties(
            r#"{"id":"s","schema":"Sanction","properties":{"entity":["a"],"program":["KESSA"],"listingDate":["2020-01-02"]}}
{"id":"a","schema":"LegalEntity","properties":{"name":["Oste"],"addressEntity":["h"]}}
{"id":"p","schema":"Passport","properties":{"holder":["a"],"number":["X1"]}}
{"id":"h","schema":"Address","properties":{"full":["1 Quay, Kessa"],"country":["no"]}}
{"id":"a","schema":"Person","properties":{"name":["Oste"],"alias":["The Miller"]}}
{"id":"b","schema":"Company","properties":{"name":["Halden"]}}"#,
        );
        let [oste, halden] = &*all else { panic!("{all:#?}") };
        assert_eq!((&*oste.schema, &*halden.schema), ("Person", "Company"));
        check(oste, "program", &["KESSA"]);
        check(oste, "listingDate", &["2020-01-02"]);
        check(oste, "passportNumber", &["X1"]);
        check(oste, "address", &["1 Quay, Kessa"]);
        check(oste, "addressCountry", &["no"]);
        check(oste, "name", &["Oste"]);
        check(oste, "alias", &["The Miller"]);
        assert_eq!(oste.values("program")[0].line, 1);
    }

    #[test]
    fn further_records_of_an_id_say_more_of_it() {
        let line = |name: &str| {
            format!(r#"{{"id":"a","schema":"Person","properties":{{"name":["{name}"],"country":["no"]}}}}"#)
        };
        let lines: Vec<String> = ["Oste", "Jann Oste", "Oste"].map(line).into();
        let all = parties(&lines.join("\n"));
        let [one] = &*all else { panic!("{all:#?}") };
        check(one, "name", &["Oste", "Jann Oste"]);
        check(one, "country", &["no"]);
    }

    #[test]
    fn what_is_no_party_and_in_none_takes_no_room() {
        let mut gathering = Gathering::default();
        let line = r#"{"id":"f","schema":"Family","properties":{"person":["a"],"relative":["b"]}}"#;
        read_line(line, 1).records.iter().for_each(|record| gathering.take(record));
        assert_eq!((gathering.text, gathering.records.len()), (0, 0));
    }
}
