//! How a snapshot of a list comes into the register: its bytes staged, read, and only then kept.

use std::collections::HashSet;
use std::fs::File;
use std::io::Seek;
use std::path::{Path, PathBuf};

use names::history::Day;
use names::lists::Mapping;
use names::screening::Parties;

use super::naming;
use super::read::{FileFaults, ReadSnapshot, read_snapshot};
use super::{Contents, RegisterWriter, Snapshot};
use crate::add::{Provenance, stage_file};
use crate::ledger::{Act, DateBasis, KnownAct, ListAdded, Via};
use crate::vault::Staged;
use crate::{Error, Result, Sha256};

/// Of two snapshots of one list, at least this part of the smaller must be in both. A choice: lists change by a few parts in a hundred from month
/// to month, while two lists of one publisher have no id in common.
const SHARED_AT_LEAST: (usize, usize) = (1, 4);

/// A file of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFile {
    /// Where its bytes are.
    pub path: PathBuf,
    /// Where they came from, where that is elsewhere: an address.
    pub origin: Option<String>,
}

/// A snapshot to take into use.
#[derive(Debug, Clone, Copy)]
pub struct NewList<'a> {
    /// Its files, the main one first.
    pub files: &'a [ListFile],
    /// What to call the list, where the user says so: believed. Without it, it is named after its publisher and must look like other
    /// snapshots of that name.
    pub list: Option<&'a str>,
    /// Of which day it is, where the user says so.
    pub date: Option<Day>,
    /// When it was fetched: its day, where neither the user nor the file says one.
    pub fetched_on: Option<Day>,
    /// Which column is which property, of a table.
    pub mapping: Option<&'a Mapping>,
}

/// What was added.
#[derive(Debug)]
pub struct Added {
    /// As the ledger has it.
    pub snapshot: ListAdded,
    /// What is to be said of its files.
    pub faults: Vec<FileFaults>,
    /// Whether it was read to its end.
    pub whole: bool,
    /// How it stands to the other snapshots of its list.
    pub order: Order,
    /// The day that the file states, where another was given.
    pub stated: Option<Day>,
}

/// How a snapshot stands to the others of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// It is the first.
    First,
    /// It is later than all.
    Latest,
    /// A later one is in use: it says what held before.
    Earlier {
        /// Of which day the latest is.
        latest: Day,
    },
    /// It takes the place of one of its day that broke off.
    Instead,
    /// The same files of the same day are in use: nothing was done.
    Again,
}

/// Told while a list is added: bytes of the file in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adding {
    /// What is done with it.
    pub step: Step,
    /// Bytes of which it is done.
    pub done: u64,
    /// Its bytes, as it was handed out.
    pub of: u64,
}

/// What is done with a file that is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its bytes are copied into the register.
    Copying,
    /// Its entries are read.
    Reading,
}

/// Records after which it is told again how far a file is read.
const TOLD_EVERY: u32 = 1 << 10;

pub(super) fn add(
    writer: &mut RegisterWriter,
    new: &NewList<'_>,
    on: &mut dyn FnMut(Adding),
) -> Result<Added> {
    let mut staged = Vec::with_capacity(new.files.len());
    for file in new.files {
        staged.push(stage(writer, file, on)?);
    }
    let read = read(new, &staged, on)?;
    let shown = shown(new);
    if read.parties.is_empty() {
        let why = "there is no party in it".to_owned();
        return Err(Error::NoList { path: shown, why });
    }
    let (date, date_basis) = match (new.date, read.date, new.fetched_on) {
        (Some(given), _, _) => (given, DateBasis::Given),
        (None, Some(stated), _) => (stated, DateBasis::Stated),
        (None, None, Some(fetched)) => (fetched, DateBasis::Fetched),
        (None, None, None) => return Err(Error::NoDay { path: shown }),
    };
    let list = new.list.map_or_else(|| naming::after(read.format, &shown), str::to_owned);
    let snapshot = ListAdded {
        list,
        date,
        date_basis,
        format: read.format,
        licence: read.format.publisher().licence().to_owned(),
        files: staged.iter().map(|(staged, _)| staged.sha256).collect(),
        mapping: new.mapping.cloned(),
        entries: read.parties.len() as u64,
        left_out: read.faults.iter().map(|file| file.faults.left_out() as u64).sum(),
        breaks_off: !read.whole,
    };
    let contents = writer.register.contents()?;
    let order = order(&contents, &snapshot)?;
    let stated = read.date.filter(|stated| *stated != date);
    if order == Order::Again {
        return Ok(Added { snapshot, faults: read.faults, whole: read.whole, order, stated });
    }
    if new.list.is_none() {
        is_of_the_list(writer, &contents, &snapshot, &read.parties, &shown)?;
    }
    let instead = contents.list(&snapshot.list).iter().find(|there| there.added.date == snapshot.date);
    keep(writer, staged, &snapshot, instead)?;
    Ok(Added { snapshot, faults: read.faults, whole: read.whole, order, stated })
}

fn shown(new: &NewList<'_>) -> String {
    let file = new.files.first();
    file.map_or_else(String::new, |file| {
        file.origin.clone().unwrap_or_else(|| file.path.to_string_lossy().into_owned())
    })
}

fn stage(
    writer: &mut RegisterWriter,
    file: &ListFile,
    on: &mut dyn FnMut(Adding),
) -> Result<(Staged, Provenance)> {
    let disk = writer.writing.store.disk.clone();
    let told = &mut |done, of| on(Adding { step: Step::Copying, done, of });
    let (staged, modified) = stage_file(&*disk, &mut writer.writing.store.vault, &file.path, told)??;
    let from = match &file.origin {
        None => Provenance::of_path(&file.path, modified),
        Some(origin) => Provenance {
            name: last_of(origin),
            origin: origin.clone(),
            origin_bytes: None,
            modified: None,
            via: Via::Direct,
        },
    };
    Ok((staged, from))
}

/// The last part of an address.
fn last_of(origin: &str) -> String {
    let path = origin.split(['?', '#']).next().unwrap_or(origin);
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| origin.to_owned())
}

fn read(
    new: &NewList<'_>,
    staged: &[(Staged, Provenance)],
    on: &mut dyn FnMut(Adding),
) -> Result<ReadSnapshot> {
    let opened = staged.iter().map(|(staged, from)| Ok((from.origin.clone(), staged.open()?)));
    let opened: Vec<(String, File)> = opened.collect::<Result<_>>()?;
    // The same open file: it stands where the one that is read does.
    let place = opened.first().and_then(|(_, file)| file.try_clone().ok());
    let of = staged.first().map_or(0, |(staged, _)| staged.size);
    let mut records = 0_u32;
    read_snapshot(opened, new.mapping, &mut |_| {
        records = records.wrapping_add(1);
        if records.is_multiple_of(TOLD_EVERY)
            && let Some(done) = place.as_ref().and_then(|mut place| place.stream_position().ok())
        {
            on(Adding { step: Step::Reading, done, of });
        }
    })
}

fn order(contents: &Contents, new: &ListAdded) -> Result<Order> {
    let snapshots = contents.list(&new.list);
    if let Some(there) = snapshots.iter().find(|there| there.added.date == new.date) {
        let is_again = there.added.files == new.files && there.added.mapping == new.mapping;
        return match is_again {
            true => Ok(Order::Again),
            false if there.added.breaks_off && !new.breaks_off => Ok(Order::Instead),
            false => Err(Error::SnapshotThere { list: new.list.clone(), date: new.date }),
        };
    }
    Ok(match snapshots.last() {
        None => Order::First,
        Some(latest) if latest.added.date > new.date => Order::Earlier { latest: latest.added.date },
        Some(_) => Order::Latest,
    })
}

/// Whether a list that nobody named looks like the others of its publisher's name: those of the nearest day.
fn is_of_the_list(
    writer: &RegisterWriter,
    contents: &Contents,
    new: &ListAdded,
    parties: &Parties,
    path: &str,
) -> Result<()> {
    let Some(near) = nearest(contents.list(&new.list), new.date) else { return Ok(()) };
    let there = writer.register.read(near)?.parties;
    let known: HashSet<&str> = there.ids().collect();
    let shared = parties.ids().filter(|id| known.contains(id)).count();
    let (part, of) = SHARED_AT_LEAST;
    if shared * of >= parties.len().min(known.len()) * part {
        return Ok(());
    }
    Err(Error::OtherList {
        path: path.to_owned(),
        list: new.list.clone(),
        date: near.added.date,
        entries: parties.len() as u64,
        shared: shared as u64,
    })
}

/// The latest that is earlier, else the earliest.
fn nearest(snapshots: &[Snapshot], date: Day) -> Option<&Snapshot> {
    snapshots.iter().rev().find(|snapshot| snapshot.added.date < date).or_else(|| snapshots.first())
}

/// Keeps a snapshot, in the place of another where there is one of its day. Bytes and acts at once: either the list is in use, or nothing was
/// kept.
fn keep(
    writer: &mut RegisterWriter,
    staged: Vec<(Staged, Provenance)>,
    snapshot: &ListAdded,
    instead: Option<&Snapshot>,
) -> Result<()> {
    let store = &mut writer.writing.store;
    let (mut bytes, mut acts): (Vec<Staged>, Vec<Act>) = (Vec::new(), Vec::new());
    let mut taken: HashSet<Sha256> = HashSet::new();
    for (staged, from) in staged {
        let acquired = from.acquired(&staged);
        if !store.known.has_way(&acquired) {
            store.known.add(&acquired);
            acts.push(KnownAct::Acquired(acquired).into());
        }
        if taken.insert(staged.sha256) && !store.has(&staged.sha256) {
            bytes.push(staged);
        }
    }
    let reason = || "it broke off, and the whole list came".to_owned();
    acts.extend(instead.map(|there| KnownAct::Undone { act: there.act, reason: reason() }.into()));
    acts.push(KnownAct::ListAdded(snapshot.clone()).into());
    store.commit(&mut bytes, acts)
}
