//! The files of one snapshot, read.

use std::fmt::Display;
use std::fs::File;

use ftm::Record;
use names::lists::{Companions, Faults, Format, Mapping, Options, Part, ReadList, read};
use names::screening::{Gathering, MOST_TEXT, Parties};

use super::unpacked::unpacked;
use crate::{Error, Result};

/// What a snapshot holds.
#[derive(Debug)]
pub struct ReadSnapshot {
    /// What its main file is.
    pub format: Format,
    /// The day that it says it is of.
    pub date: Option<names::history::Day>,
    /// Its parties.
    pub parties: Parties,
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
    /// Which of the list's files it is.
    pub part: Part,
    /// What; of the main file also what its companions say that fits nowhere, whose places say which of them.
    pub faults: Faults,
}

/// Reads the files of a snapshot, the main one first, each with what to call it; `on` sees every record, those that are no parties, too.
pub(super) fn read_snapshot(
    files: Vec<(String, File)>,
    mapping: Option<&Mapping>,
    on: &mut dyn FnMut(&Record),
) -> Result<ReadSnapshot> {
    let mut gathering = Gathering::default();
    let (list, faults) = read_files(files, mapping, &mut |record| {
        on(&record);
        gathering.take(&record);
    })?;
    if let Some(line) = gathering.full_at() {
        let limit = MOST_TEXT >> 30;
        let why = format!(
            "its parties have more than {limit} GB of text, and there is no room from line {line} on; split it, or take the publisher's smaller file"
        );
        return Err(Error::NoList {
            path: faults.into_iter().next().map_or_else(String::new, |file| file.path),
            why,
        });
    }
    let parties = gathering.finish(list.identity);
    Ok(ReadSnapshot { format: list.format, date: list.date, parties, faults, whole: list.whole })
}

/// Reads the files of a snapshot into a sink: what goes with the main one first, then that.
pub(super) fn read_files(
    files: Vec<(String, File)>,
    mapping: Option<&Mapping>,
    sink: &mut dyn FnMut(Record),
) -> Result<(ReadList, Vec<FileFaults>)> {
    let mut files = files.into_iter();
    let Some((main, file)) = files.next() else {
        return Err(Error::NoList { path: String::new(), why: "there is no file".to_owned() });
    };
    let mut companions = Companions::default();
    let mut faults = Vec::new();
    for (path, file) in files {
        let file = unpacked(file).map_err(|error| unreadable(&path, &error))?;
        let taken = companions.take(file).map_err(|error| unreadable(&path, &error))?;
        faults.push(FileFaults { path, part: taken.part, faults: taken.faults });
    }
    let options = Options { companions, mapping: mapping.cloned() };
    let file = unpacked(file).map_err(|error| unreadable(&main, &error))?;
    let list = read(file, &options, sink).map_err(|error| unreadable(&main, &error))?;
    faults.insert(0, FileFaults { path: main, part: Part::Main, faults: list.faults.clone() });
    Ok((list, faults))
}

fn unreadable(path: &str, error: &impl Display) -> Error {
    Error::NoList { path: path.to_owned(), why: error.to_string() }
}
