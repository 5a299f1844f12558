//! The files of one snapshot, read.

use std::fs::File;
use std::io::BufReader;

use names::lists::{Faults, Format, Mapping, Options, Unreadable, read};
use names::screening::Gathering;
use reason::imports::Record;

use crate::{Error, Result};

/// What a snapshot holds.
#[derive(Debug)]
pub struct ReadSnapshot {
    /// What its main file is.
    pub format: Format,
    /// The day that it says it is of.
    pub date: Option<names::history::Day>,
    /// Its parties.
    pub parties: Vec<Record>,
    /// What is to be said of each file.
    pub faults: Vec<FileFaults>,
    /// Whether all files were read to their ends; `false` where one breaks off.
    pub whole: bool,
}

/// What is to be said of a file.
#[derive(Debug, Clone)]
pub struct FileFaults {
    /// As given.
    pub path: String,
    /// What.
    pub faults: Faults,
}

/// Reads the files of a snapshot, the main one first: `paths` are what to call them.
pub(super) fn read_snapshot(files: Vec<(String, File)>, mapping: Option<&Mapping>) -> Result<ReadSnapshot> {
    let options = Options { mapping: mapping.cloned() };
    let mut gathering = Gathering::default();
    let mut told = Vec::new();
    let mut first = None;
    let mut whole = true;
    for (path, file) in files {
        let read = read(BufReader::new(file), &options, &mut |record| gathering.take(record));
        let list = read.map_err(|error| unreadable(&path, &error))?;
        whole &= list.whole;
        told.push(FileFaults { path, faults: list.faults });
        first = first.or(Some((list.format, list.date)));
    }
    let (format, date) = first.ok_or(Error::NoList { path: String::new(), why: "no file".to_owned() })?;
    Ok(ReadSnapshot { format, date, parties: gathering.finish(), faults: told, whole })
}

/// Every record of the files of a snapshot, as it stands there.
pub(super) fn each_record(
    files: Vec<(String, File)>,
    mapping: Option<&Mapping>,
    on: &mut dyn FnMut(Record),
) -> Result<()> {
    let options = Options { mapping: mapping.cloned() };
    for (path, file) in files {
        read(BufReader::new(file), &options, on).map_err(|error| unreadable(&path, &error))?;
    }
    Ok(())
}

fn unreadable(path: &str, error: &Unreadable) -> Error {
    Error::NoList { path: path.to_owned(), why: error.to_string() }
}
