//! Entries and names of an index.

use ftm::{NameSort, Record};

use super::bytes::{Reader, unpacked};
use super::layout::{ENTRY_ROW, NAME_ROW, Section};
use super::open::View;
use super::record::{self, Head};
use super::source::{Listed, Source, SourceNumber};
use crate::Party;
use crate::matching::Prepared;
use crate::party::{Kind, kind};

/// A listed party. Read from the index when it is asked; copying it is cheap.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    view: View<'a>,
    number: u32,
}

impl<'a> Entry<'a> {
    pub(super) fn of(view: View<'a>, number: u32) -> Option<Self> {
        view.numbers(Section::Entries).get((number as usize).checked_mul(ENTRY_ROW)?)?;
        Some(Self { view, number })
    }

    /// Read when it is asked for: most entries are compared and never shown.
    fn head(self) -> Head<'a> {
        let mut bytes = self.view.reader(Section::Records, self.field(0));
        bytes.as_mut().and_then(record::head).unwrap_or_default()
    }

    fn field(self, field: usize) -> u32 {
        let row = self.number as usize * ENTRY_ROW;
        self.view.numbers(Section::Entries).get(row + field).unwrap_or_default()
    }

    /// Its number in the index, from 0.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }

    /// Its id on its list.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.head().id
    }

    /// Its `FollowTheMoney` schema.
    #[must_use]
    pub fn schema(self) -> &'a str {
        self.head().schema
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        kind(self.schema())
    }

    /// What to show it by.
    #[must_use]
    pub fn caption(self) -> &'a str {
        self.head().shown
    }

    /// The first line of its file that describes it, from 1.
    #[must_use]
    pub fn line(self) -> u32 {
        self.head().line
    }

    /// Which source it is of.
    #[must_use]
    pub fn source_number(self) -> SourceNumber {
        SourceNumber(self.field(1) as u16)
    }

    /// The source that it is of; `None` only where the bytes are not what was written.
    #[must_use]
    pub fn source(self) -> Option<&'a Source> {
        self.view.sources.get(self.source_number().index())
    }

    /// When it stood on its list.
    #[must_use]
    pub fn listed(self) -> Listed {
        Listed { from: unpacked(self.field(3)), until: unpacked(self.field(4)) }
    }

    /// Its names, the surest first.
    pub fn names(self) -> impl Iterator<Item = ListedName<'a>> {
        let (first, count) = (self.field(2), self.field(5));
        (first..first.saturating_add(count)).map_while(move |number| ListedName::of(self.view, number))
    }

    /// Reads how it is compared by those of its names whose places are wanted; `None` where the bytes are not what was written.
    pub(super) fn prepared(self, into: &mut Prepared, is_wanted: impl Fn(u16) -> bool) -> Option<()> {
        into.decode_names(self.prepared_bytes()?, is_wanted)
    }

    /// The same as it lies there.
    pub(super) fn prepared_bytes(self) -> Option<&'a [u8]> {
        self.view.reader(Section::Prepared, self.field(6))?.bytes()
    }

    /// All that its list says of it; `None` only where the bytes are not what was written.
    #[must_use]
    pub fn record(self) -> Option<Record> {
        record::read(self.view.reader(Section::Records, self.field(0))?)
    }

    /// The collections that its list says it is taken from, without reading the rest of it.
    #[must_use]
    pub fn datasets(self) -> Vec<&'a str> {
        let reader = self.view.reader(Section::Records, self.field(0));
        reader.and_then(record::datasets).unwrap_or_default()
    }

    /// What can be compared of it; `None` only where the bytes are not what was written.
    #[must_use]
    pub fn party(self) -> Option<Party> {
        self.record().map(|record| Party::of_record(&record))
    }
}

/// A name of an entry.
#[derive(Debug, Clone, Copy)]
pub struct ListedName<'a> {
    view: View<'a>,
    number: u32,
}

impl<'a> ListedName<'a> {
    pub(super) fn of(view: View<'a>, number: u32) -> Option<Self> {
        view.numbers(Section::Names).get((number as usize).checked_mul(NAME_ROW)?)?;
        Some(Self { view, number })
    }

    fn field(self, field: usize) -> u32 {
        let row = self.number as usize * NAME_ROW;
        self.view.numbers(Section::Names).get(row + field).unwrap_or_default()
    }

    /// Its number in the index, from 0.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }

    /// As written.
    #[must_use]
    pub fn text(self) -> &'a str {
        let mut bytes = self.view.reader(Section::Texts, self.field(1));
        bytes.as_mut().and_then(Reader::text).unwrap_or_default()
    }

    /// How it is borne.
    #[must_use]
    pub fn sort(self) -> NameSort {
        match self.field(2) {
            0 => NameSort::Name,
            1 => NameSort::Alias,
            2 => NameSort::Previous,
            3 => NameSort::Abbreviation,
            _ => NameSort::Weak,
        }
    }

    /// The line of its file that has it, from 1.
    #[must_use]
    pub fn line(self) -> u32 {
        self.field(3)
    }

    /// The number of the entry that bears it.
    #[must_use]
    pub fn entry_number(self) -> u32 {
        self.field(0)
    }

    /// Its place among the names of its entry, from 0.
    pub(super) fn place(self) -> Option<u16> {
        let entry = self.entry_number() as usize * ENTRY_ROW;
        let first = self.view.numbers(Section::Entries).get(entry + 2)?;
        u16::try_from(self.number.checked_sub(first)?).ok()
    }

    /// The entry that bears it; `None` only where the bytes are not what was written.
    #[must_use]
    pub fn entry(self) -> Option<Entry<'a>> {
        Entry::of(self.view, self.entry_number())
    }
}
