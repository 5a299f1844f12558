//! A record as it is compiled. Nearly all the time that compiling takes is spent here, and nothing here depends on other records.

use ftm::{NameSort, Record};

use super::bytes::Writer;
use super::entry::Entry;
use super::words::Words;
use super::{identifiers, record};
use crate::Party;
use crate::matching::Prepared;

/// A record whose names were read. Many can be made at once, each on a thread of its own; in which order they are added decides what the bytes of an
/// index are.
#[derive(Debug, PartialEq)]
pub struct Ready {
    pub(super) record: Vec<u8>,
    pub(super) names: Vec<ReadyName>,
    /// As the entry is compared.
    pub(super) prepared: Vec<u8>,
    /// What it is looked up by: each name of the party, in all its readings.
    pub(super) readings: Vec<Vec<Words>>,
    pub(super) identifiers: Vec<u32>,
}

/// A name as written.
#[derive(Debug, PartialEq)]
pub(super) struct ReadyName {
    pub(super) text: String,
    pub(super) sort: u32,
    pub(super) line: u32,
}

impl Ready {
    /// Reads the names of a record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let party = Party::of_record(record);
        let compared = Prepared::of(&party);
        let mut prepared = Vec::new();
        compared.encode(&mut prepared);
        Self::with(record, &party, &compared, prepared)
    }

    /// The same of an entry that was compiled before: its names were read then. `None` only where the bytes are not what was written.
    #[must_use]
    pub fn again(entry: Entry<'_>) -> Option<Self> {
        let record = entry.record()?;
        let prepared = entry.prepared_bytes()?;
        let mut compared = Prepared::default();
        compared.decode(prepared)?;
        Some(Self::with(&record, &Party::of_record(&record), &compared, prepared.to_vec()))
    }

    fn with(record: &Record, party: &Party, compared: &Prepared, prepared: Vec<u8>) -> Self {
        let mut bytes = Writer::default();
        record::write(record, &mut bytes);
        let names = record.names().map(|(sort, value)| ReadyName {
            text: value.text.clone(),
            sort: sort_number(sort),
            line: value.line,
        });
        let names = names.collect();
        let identifiers = identifiers::keys(&identifiers::of(party)).collect();
        Self { record: bytes.0, names, prepared, readings: readings(party, compared), identifiers }
    }
}

fn readings(party: &Party, compared: &Prepared) -> Vec<Vec<Words>> {
    let mut readings = compared.names().zip(compared.sorts()).peekable();
    let mut of = |name| {
        let mut words = Vec::new();
        while let Some((read, _)) = readings.next_if(|(_, (of, _))| *of == name) {
            words.push(Words::of(read));
        }
        words
    };
    (0..party.names.len()).map(&mut of).collect()
}

fn sort_number(sort: NameSort) -> u32 {
    match sort {
        NameSort::Name => 0,
        NameSort::Alias => 1,
        NameSort::Previous => 2,
        NameSort::Abbreviation => 3,
        NameSort::Weak => 4,
    }
}
