//! What publishers publish, as records.
//!
//! [`read`] tells by its content what a file is and hands each record to a sink as soon as it is whole: a file of 3 GB needs no more
//! memory than its largest entry (and, in OFAC's files, the names that links go by). What is wrong with a file is told with
//! its place, and the rest goes on.
//!
//! ```
//! use names::lists::{Format, Options, read};
//!
//! let file = br#"{"id":"a","schema":"Person","properties":{"name":["Awa Diallo"]}}"#;
//! let mut records = Vec::new();
//! let list = read(&file[..], &Options::default(), &mut |record| records.push(record)).unwrap();
//! assert_eq!(list.format, Format::FtmLines);
//! assert_eq!(records[0].values("name")[0].text, "Awa Diallo");
//! assert!(list.faults.told().is_empty());
//! ```
//!
//! docs/lists.md has every format: how it is told, where its date comes from, and what becomes of what stands in it.

mod canada;
mod dates;
mod draft;
mod each;
mod eu;
mod fault;
mod followthemoney;
mod format;
mod groups;
mod input;
mod links;
mod mapping;
mod ofac;
mod open;
mod out;
mod papers;
mod place;
mod properties;
mod record;
mod swiss;
mod table;
mod targets;
mod tell;
#[cfg(test)]
mod tests;
mod uk;
mod un;

use std::collections::BTreeMap;
use std::io::BufRead;

use ftm::Record;

pub use crate::history::Day;
pub use dates::read_dates;
pub use fault::{Fault, Faults, Told};
pub use format::{Format, Identity, Publisher};
pub use input::Text;
pub use mapping::Mapping;
pub use ofac::{Companions, Taken};
pub use open::Unreadable;
pub use place::{Part, Place};
pub use tell::tell;

/// What a reader is told beside the bytes.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Tables that go with OFAC's SDN.CSV.
    pub companions: Companions,
    /// Which column is which property, for tables that are of no publisher; without it, well-known headers are understood.
    pub mapping: Option<Mapping>,
}

/// What is to be said of a file that was read. Its records went to the sink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadList {
    /// What it is.
    pub format: Format,
    /// The day that the file says it is of; `None` where it says none.
    pub date: Option<Day>,
    /// Entries of the publisher: persons, bodies, ships and aircraft. Rows of an alias or a second address are none.
    pub entries: usize,
    /// Records that went to the sink, by schema.
    pub records: BTreeMap<String, usize>,
    /// Whether it was read to an end that looks like one; `false` where it breaks off.
    pub whole: bool,
    /// What tells its entries apart from snapshot to snapshot: of a table in which every row has an id, that.
    pub identity: Identity,
    /// What is to be said of it.
    pub faults: Faults,
}

/// Reads a list.
///
/// Several records may have one id in files of `FollowTheMoney`: they are fragments of one entity. In every other format a party is one record,
/// and its sanction, papers and relations are records of their own that name it.
///
/// # Errors
///
/// [`Unreadable`] where nothing can be made of it: it is of no known format, or the input fails. What went to the sink before stays right.
pub fn read(
    input: impl BufRead,
    options: &Options,
    sink: &mut dyn FnMut(Record),
) -> Result<ReadList, Unreadable> {
    open::read(input, options, sink)
}
