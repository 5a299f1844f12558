//! A compiled index, read where its bytes lie.

use std::sync::Mutex;

use super::bytes::{Numbers, Reader};
use super::candidates::Scratch;
use super::entry::{Entry, ListedName};
use super::layout::{self, ENTRY_ROW, NAME_ROW, SECTIONS, Section, VERSION};
use super::source::Source;

/// Why bytes cannot be used as an index. Each is mended by compiling the lists anew.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damaged {
    /// They begin otherwise.
    #[error("these bytes are no compiled list")]
    NotAnIndex,
    /// A program with other word tables or other code wrote them.
    #[error("compiled with other tables or code ({found}; those of this version are {VERSION})")]
    OtherVersion {
        /// The version that they say.
        found: u32,
    },
    /// There are fewer than there were.
    #[error("the compiled list is cut short")]
    CutShort,
    /// Their check sum is another.
    #[error("the compiled list was changed since it was written: its check sum is another")]
    Changed,
}

/// Listed parties, ready to be searched. `B` holds the bytes: a memory map, a `Vec<u8>`, a `&[u8]`.
#[derive(Debug)]
pub struct Index<B> {
    bytes: B,
    sections: [(usize, usize); SECTIONS],
    sources: Vec<Source>,
    /// Room that searches use one after the other; as many as ever searched at once.
    scratch: Mutex<Vec<Scratch>>,
}

impl<B: AsRef<[u8]>> Index<B> {
    /// Checks the bytes and takes them. Reads each byte once; nothing is built.
    ///
    /// # Errors
    ///
    /// When they are not those of an index of this version, or were changed since.
    pub fn open(bytes: B) -> Result<Self, Damaged> {
        let sections = layout::check(bytes.as_ref())?;
        let mut index = Self { bytes, sections, sources: Vec::new(), scratch: Mutex::default() };
        index.sources = Source::read_all(Reader(index.section(Section::Sources))).ok_or(Damaged::CutShort)?;
        Ok(index)
    }

    /// The lists whose records lie in it, in the order in which they were added.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers(Section::Entries).len() / ENTRY_ROW
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many names the entries have together.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.numbers(Section::Names).len() / NAME_ROW
    }

    /// An entry by its number, which counts from 0 in the order in which records were added.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<Entry<'_>> {
        Entry::of(self.view(), number)
    }

    /// Every entry, in the order in which records were added.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.len() as u32).filter_map(|number| self.entry(number))
    }

    /// A name by its number, which counts from 0 through the names of all entries.
    #[must_use]
    pub fn name(&self, number: u32) -> Option<ListedName<'_>> {
        ListedName::of(self.view(), number)
    }

    /// Every name of every entry, those of an entry together.
    pub fn names(&self) -> impl Iterator<Item = ListedName<'_>> {
        (0..self.name_count() as u32).filter_map(|number| self.name(number))
    }

    pub(super) fn scratch(&self) -> Scratch {
        self.scratch.lock().ok().and_then(|mut free| free.pop()).unwrap_or_default()
    }

    pub(super) fn put_back(&self, scratch: Scratch) {
        if let Ok(mut free) = self.scratch.lock() {
            free.push(scratch);
        }
    }

    pub(super) fn view(&self) -> View<'_> {
        View { bytes: self.bytes.as_ref(), sections: &self.sections, sources: &self.sources }
    }

    fn section(&self, section: Section) -> &[u8] {
        self.view().section(section)
    }

    fn numbers(&self, section: Section) -> Numbers<'_> {
        self.view().numbers(section)
    }
}

/// An index without the kind of thing that holds its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    bytes: &'a [u8],
    sections: &'a [(usize, usize); SECTIONS],
    pub(super) sources: &'a [Source],
}

impl<'a> View<'a> {
    pub(super) fn section(self, section: Section) -> &'a [u8] {
        let (start, end) = self.sections[section as usize];
        self.bytes.get(start..end).unwrap_or(&[])
    }

    pub(super) fn numbers(self, section: Section) -> Numbers<'a> {
        Numbers::new(self.section(section))
    }

    /// Reads from a place of a section.
    pub(super) fn reader(self, section: Section, start: u32) -> Option<Reader<'a>> {
        self.section(section).get(start as usize..).map(Reader)
    }
}
