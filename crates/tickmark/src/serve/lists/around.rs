//! What stands around the parties of the lists: the sanctions on them, what they own, where they live.
//!
//! A compiled set holds parties alone, with the most telling of it folded into them. The rest is read from the publishers' files in the vault, of
//! the latest snapshot of each list.

use std::collections::HashMap;

use casebook::register::Register;
use ftm::{Record, holds_ids};

use super::List;

/// Records by their ids, and by the ids that they mention. Kept as JSON: most are never asked for.
#[derive(Debug, Default)]
pub struct Around {
    records: Vec<Box<[u8]>>,
    by_id: HashMap<Key, u32>,
    /// By who is mentioned.
    mentions: HashMap<Key, Vec<u32>>,
}

/// An id on the list of a number.
type Key = (u16, Box<str>);

/// Somebody or something that mentions another, by a property.
#[derive(Debug, Clone)]
pub struct Neighbour {
    /// Who does.
    pub record: Record,
    /// How.
    pub property: String,
}

impl Around {
    /// Reads the latest snapshot of each list.
    ///
    /// # Errors
    /// Those of the register.
    pub fn read(register: &Register, lists: &[List]) -> casebook::Result<Self> {
        let mut around = Self::default();
        for (number, list) in (0..).zip(lists) {
            register.records(list.latest(), &mut |record| around.take(number, &record))?;
        }
        Ok(around)
    }

    fn take(&mut self, list: u16, record: &Record) {
        let number = self.records.len() as u32;
        let ids = record.properties.iter().filter(|(property, _)| holds_ids(&record.schema, property));
        let mut whom: Vec<&str> = ids.flat_map(|(_, values)| values).map(|value| &*value.text).collect();
        whom.sort_unstable();
        whom.dedup();
        for id in &whom {
            self.mentions.entry((list, (*id).into())).or_default().push(number);
        }
        // A party that mentions nobody stands in the compiled set already.
        if record.sort().is_some() && whom.is_empty() && record.schema != "Address" {
            return;
        }
        // What is made of texts and numbers can be written.
        let written = serde_json::to_vec(record).unwrap_or_default();
        self.by_id.entry((list, (&*record.id).into())).or_insert(number);
        self.records.push(written.into());
    }

    /// A record of a list that is no party, or mentions somebody.
    pub fn record(&self, list: u16, id: &str) -> Option<Record> {
        self.at(*self.by_id.get(&(list, id.into()))?)
    }

    /// Those who mention an id, and how, in the order of the file.
    pub fn of(&self, list: u16, id: &str) -> Vec<Neighbour> {
        let numbers = self.mentions.get(&(list, id.into()));
        let records = numbers.into_iter().flatten().filter_map(|number| self.at(*number));
        records
            .flat_map(|record| {
                let by = record.properties.iter().filter(|(property, values)| {
                    holds_ids(&record.schema, property) && values.iter().any(|value| value.text == id)
                });
                let properties: Vec<String> = by.map(|(property, _)| property.clone()).collect();
                properties.into_iter().map(move |property| Neighbour { record: record.clone(), property })
            })
            .collect()
    }

    fn at(&self, number: u32) -> Option<Record> {
        serde_json::from_slice(self.records.get(number as usize)?).ok()
    }
}
