//! Records into the bytes of an index.

use ftm::{NameSort, Record};

use super::bytes::{Writer, packed};
use super::source::{Listed, Source, SourceNumber};
use super::vocabulary::Gathering;
use super::words::Words;
use super::{identifiers, layout, table};
use crate::Party;
use crate::matching::Prepared;

/// More than an index can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too much for one index: {what}; split the lists over several")]
pub struct TooMuch {
    /// What there is too much of.
    pub what: &'static str,
}

/// An index that is being made.
#[derive(Debug, Default)]
pub struct Compiling {
    sources: Vec<Source>,
    entries: Writer,
    entry_count: u32,
    records: Writer,
    names: Writer,
    name_count: u32,
    texts: Writer,
    prepared: Writer,
    words: Gathering,
    identifiers: Vec<(u32, u32)>,
}

impl Compiling {
    /// Adds a list; its number is said of every record of it.
    ///
    /// # Errors
    ///
    /// Beyond 65,535 sources.
    pub fn source(&mut self, source: Source) -> Result<SourceNumber, TooMuch> {
        let number = u16::try_from(self.sources.len()).map_err(|_| TooMuch { what: "lists" })?;
        self.sources.push(source);
        Ok(SourceNumber(number))
    }

    /// Adds a record and the days on which it stood on its list. One without a name can be found by its identifiers alone.
    ///
    /// # Errors
    ///
    /// Once records, names or their texts fill 4 GB.
    pub fn record(&mut self, source: SourceNumber, record: &Record, listed: Listed) -> Result<(), TooMuch> {
        let start = offset(&self.records, "records")?;
        super::record::write(record, &mut self.records);
        let first = self.name_count;
        for (sort, value) in record.names() {
            let text = offset(&self.texts, "names")?;
            self.texts.text(&value.text);
            row(&mut self.names, &[self.entry_count, text, sort_number(sort), value.line]);
            self.name_count += 1;
        }
        let party = Party::of_record(record);
        let prepared = self.read(&party)?;
        self.identifiers
            .extend(identifiers::keys(&identifiers::of(&party)).map(|key| (key, self.entry_count)));
        let days = [packed(listed.from), packed(listed.until)];
        let count = self.name_count - first;
        row(&mut self.entries, &[start, u32::from(source.0), first, days[0], days[1], count, prepared]);
        self.entry_count += 1;
        Ok(())
    }

    /// Reads the names of an entry, and keeps how it is compared; returns where that begins.
    fn read(&mut self, party: &Party) -> Result<u32, TooMuch> {
        let prepared = Prepared::of(party);
        let mut readings = prepared.names().zip(prepared.sorts()).peekable();
        for name in 0..party.names.len() {
            self.words.name();
            while let Some((read, _)) = readings.next_if(|(_, (of, _))| *of == name) {
                self.words.reading(&Words::of(read))?;
            }
        }
        let start = offset(&self.prepared, "names")?;
        let mut bytes = Vec::new();
        prepared.encode(&mut bytes);
        self.prepared.bytes(&bytes);
        Ok(start)
    }

    /// The bytes.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let sources = Source::write_all(&self.sources);
        let [ws, wt, us, u, t, vs, v, ks, k] = self.words.finish().sections;
        let (is, i) = table::write(self.identifiers);
        let texts = self.texts.0;
        layout::assemble([
            sources,
            self.entries.0,
            self.records.0,
            self.names.0,
            texts,
            ws,
            wt,
            us,
            u,
            t,
            vs,
            v,
            ks,
            k,
            is,
            i,
            self.prepared.0,
        ])
    }
}

fn row(out: &mut Writer, numbers: &[u32]) {
    numbers.iter().for_each(|number| out.four(*number));
}

fn offset(of: &Writer, what: &'static str) -> Result<u32, TooMuch> {
    u32::try_from(of.0.len()).map_err(|_| TooMuch { what })
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
