//! The records of one snapshot, as the parties that are compiled.

use std::collections::HashMap;

use ftm::{Record, Value, is_a};

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

/// Bytes of text that the records of one snapshot may have together. A choice: in memory they take about three times as much while a set is
/// compiled, and an index ends at 4 GB of records of all lists.
pub const MOST_TEXT: usize = 1 << 30;

/// Takes up record after record of one snapshot. What several records say of one id is one record, as files of `FollowTheMoney` have it.
#[derive(Debug, Default)]
pub struct Gathering {
    records: Vec<Record>,
    by_id: HashMap<String, usize>,
    text: usize,
    full_at: Option<u32>,
}

impl Gathering {
    /// The line of the first record that there was no room for; `None` where all were taken.
    #[must_use]
    pub const fn full_at(&self) -> Option<u32> {
        self.full_at
    }

    /// Takes up a record, as long as there is room: see [`MOST_TEXT`].
    pub fn take(&mut self, record: Record) {
        self.text += record.properties.values().flatten().map(|value| value.text.len()).sum::<usize>();
        if self.text > MOST_TEXT {
            self.full_at = self.full_at.or(Some(record.line));
            return;
        }
        let Some(known) = self.by_id.get(&record.id).copied() else {
            self.by_id.insert(record.id.clone(), self.records.len());
            return self.records.push(record);
        };
        let earlier = &mut self.records[known];
        if is_a(&record.schema, &earlier.schema) {
            earlier.schema = record.schema;
        }
        earlier.caption = earlier.caption.take().or(record.caption);
        for (property, values) in record.properties {
            values.into_iter().for_each(|value| add(earlier, &property, value));
        }
    }

    /// The parties, in the order in which they came, each with what other records say of it. Where the list has no numbers that last, their ids are made of
    /// name and birth, so that they are found again in the next snapshot.
    #[must_use]
    pub fn finish(self, identity: Identity) -> Vec<Record> {
        let mut parties = self.parties();
        if identity == Identity::NameAndBirth {
            let mut taken: HashMap<String, usize> = HashMap::new();
            for record in &mut parties {
                let id = of_name_and_birth(record);
                let times = taken.entry(id.clone()).or_default();
                *times += 1;
                record.id = if *times == 1 { id } else { format!("{id}-{times}") };
            }
        }
        parties
    }

    fn parties(mut self) -> Vec<Record> {
        for index in 0..self.records.len() {
            let folded = folded(&self.records[index]);
            for (id, property, value) in folded {
                if let Some(party) = self.by_id.get(&id) {
                    add(&mut self.records[*party], property, value);
                }
            }
        }
        let addresses = self.addresses();
        for (party, property, value) in addresses {
            add(&mut self.records[party], property, value);
        }
        self.records.retain(|record| record.sort().is_some() && !is_a(&record.schema, "Address"));
        self.records
    }

    /// Where parties name their addresses, and not the other way round.
    fn addresses(&self) -> Vec<(usize, &'static str, Value)> {
        let mut found = Vec::new();
        for (index, record) in self.records.iter().enumerate() {
            for id in record.values("addressEntity") {
                let Some(address) = self.by_id.get(&id.text).map(|at| &self.records[*at]) else { continue };
                let full = address.values("full").iter().map(|value| ("address", value));
                let country = address.values("country").iter().map(|value| ("addressCountry", value));
                found.extend(full.chain(country).map(|(property, value)| (index, property, value.clone())));
            }
        }
        found
    }
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
            read_line(text, line).records.into_iter().for_each(|record| gathering.take(record));
        }
        gathering.finish(Identity::Id)
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
}
