//! Records into the bytes of an index.

use std::io::{self, Cursor, Write};

use ftm::Record;

use super::bytes::{Writer, packed};
use super::gathering::Gathering;
use super::ready::Ready;
use super::room::{Growing, Rooms, in_memory};
use super::source::{Listed, Source, SourceNumber};
use super::{layout, table};

/// More than an index can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too much for one index: {what}; split the lists over several")]
pub struct TooMuch {
    /// What there is too much of.
    pub what: &'static str,
}

/// Why no index was made.
#[derive(Debug, thiserror::Error)]
pub enum Unfinished {
    /// It cannot be.
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
    /// What is being made cannot be written or read again: the disk is full, mostly.
    #[error("what is being compiled cannot be kept: {0}")]
    NoRoom(#[from] io::Error),
}

/// An index that is being made.
#[derive(Debug)]
pub struct Compiling {
    sources: Vec<Source>,
    entries: Growing,
    entry_count: u32,
    records: Growing,
    names: Growing,
    name_count: u32,
    texts: Growing,
    prepared: Growing,
    words: Gathering,
    identifiers: Vec<(u32, u32)>,
}

impl Compiling {
    /// Begins one whose parts wait in memory: for a few lists.
    ///
    /// # Errors
    ///
    /// None in practice: memory takes all that is written.
    pub fn in_memory() -> Result<Self, Unfinished> {
        Self::in_rooms(in_memory())
    }

    /// Begins one whose parts wait in rooms of the caller's.
    ///
    /// # Errors
    ///
    /// Where there is no room.
    pub fn in_rooms(mut rooms: Rooms) -> Result<Self, Unfinished> {
        let mut room = || rooms().map(Growing::new);
        Ok(Self {
            sources: Vec::new(),
            entries: room()?,
            entry_count: 0,
            records: room()?,
            names: room()?,
            name_count: 0,
            texts: room()?,
            prepared: room()?,
            words: Gathering::in_rooms(rooms)?,
            identifiers: Vec::new(),
        })
    }

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
    /// As [`Self::add`].
    pub fn record(
        &mut self,
        source: SourceNumber,
        record: &Record,
        listed: Listed,
    ) -> Result<(), Unfinished> {
        self.add(source, &Ready::of(record), listed)
    }

    /// Adds a record whose names were read.
    ///
    /// # Errors
    ///
    /// Once records, names or their texts fill 4 GB; where there is no room for them.
    pub fn add(&mut self, source: SourceNumber, ready: &Ready, listed: Listed) -> Result<(), Unfinished> {
        let record = offset(&self.records, "records")?;
        self.records.push(&ready.record)?;
        let first = self.name_count;
        for name in &ready.names {
            let text = offset(&self.texts, "names")?;
            let mut written = Writer::default();
            written.text(&name.text);
            self.texts.push(&written.0)?;
            self.names.numbers(&[self.entry_count, text, name.sort, name.line])?;
            self.name_count += 1;
        }
        ready.readings.iter().try_for_each(|readings| self.words.name(readings))?;
        let prepared = offset(&self.prepared, "names")?;
        let mut written = Writer::default();
        written.bytes(&ready.prepared);
        self.prepared.push(&written.0)?;
        self.identifiers.extend(ready.identifiers.iter().map(|key| (*key, self.entry_count)));
        let days = [packed(listed.from), packed(listed.until)];
        let count = self.name_count - first;
        self.entries.numbers(&[record, u32::from(source.0), first, days[0], days[1], count, prepared])?;
        self.entry_count += 1;
        Ok(())
    }

    /// The bytes.
    ///
    /// # Errors
    ///
    /// As [`Self::write`].
    pub fn finish(self) -> Result<Vec<u8>, Unfinished> {
        let mut bytes = Cursor::new(Vec::new());
        self.write(&mut bytes)?;
        Ok(bytes.into_inner())
    }

    /// Writes the bytes.
    ///
    /// # Errors
    ///
    /// Where the parts cannot be read again or the whole cannot be written: then nothing that was written is of use.
    pub fn write(self, out: &mut dyn Write) -> Result<(), Unfinished> {
        let (words, mut rooms) = self.words.finish()?;
        let [word_starts, words, use_starts, uses, traits, variant_starts, variants, key_starts, keys] =
            words;
        let [identifier_starts, identifiers] = table::write(self.identifiers, &mut rooms)?;
        let mut sources = Growing::new(rooms()?);
        sources.push(&Source::write_all(&self.sources))?;
        let parts = [
            sources,
            self.entries,
            self.records,
            self.names,
            self.texts,
            word_starts,
            words,
            use_starts,
            uses,
            traits,
            variant_starts,
            variants,
            key_starts,
            keys,
            identifier_starts,
            identifiers,
            self.prepared,
        ];
        Ok(layout::write(parts, out)?)
    }
}

fn offset(of: &Growing, what: &'static str) -> Result<u32, TooMuch> {
    u32::try_from(of.len()).map_err(|_| TooMuch { what })
}
