//! Which list an entry is of, and when it stood there.

use super::bytes::{Reader, Writer};
use crate::party::PartialDate;

/// A list, or one snapshot of it, whose records lie in an index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The list's name, such as `ofac`.
    pub list: String,
    /// The day that the snapshot is of.
    pub snapshot: Option<PartialDate>,
    /// Of the file's bytes, in small hexadecimal letters.
    pub sha256: String,
    /// Who publishes it and on which terms, in a sentence.
    pub note: String,
    /// What its entries were made of, in words of whoever compiled it: where another index has a source that says the same, it has the same entries.
    pub made_of: String,
}

/// A source among those of one index, in the order in which they were added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceNumber(pub(super) u16);

impl SourceNumber {
    /// From 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The days on which an entry stood on its list, as far as snapshots tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Listed {
    /// The first snapshot that has it.
    pub from: Option<PartialDate>,
    /// The first snapshot that has it no more; `None` while it is listed.
    pub until: Option<PartialDate>,
}

impl Source {
    pub(super) fn write_all(sources: &[Self]) -> Vec<u8> {
        let mut out = Writer::default();
        out.count(sources.len());
        for source in sources {
            out.text(&source.list);
            out.date(source.snapshot);
            out.text(&source.sha256);
            out.text(&source.note);
            out.text(&source.made_of);
        }
        out.0
    }

    pub(super) fn read_all(mut bytes: Reader<'_>) -> Option<Vec<Self>> {
        let count = bytes.count()?;
        let source = |_| {
            let (list, snapshot) = (bytes.text()?.to_owned(), bytes.date()?);
            let mut text = || bytes.text().map(str::to_owned);
            Some(Self { list, snapshot, sha256: text()?, note: text()?, made_of: text()? })
        };
        (0..count).map(source).collect()
    }
}
