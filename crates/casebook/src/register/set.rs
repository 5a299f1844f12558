//! All lists in use compiled into one file: made when lists are added, opened by every screening.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use ftm::{Record, Role};
use names::history::Day;
use names::index::{Entry, Index, Listed, Ready, Source, Unfinished, VERSION};
use names::screening::{Kept, Screening, Versions};

use super::bytes::SetBytes;
use super::earlier::{Earlier, made_of};
use super::read::{read_files, read_snapshot};
use super::threads::{in_order, threads};
use super::{Contents, Register, Snapshot, scratch};
use crate::disk::Access;
use crate::error::At;
use crate::folder::missing_or;
use crate::ledger::ListAdded;
use crate::{Error, Result, Sha256, canonical};

/// Told while a set is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compiling<'a> {
    /// The list that is compiled.
    pub list: &'a str,
    /// Of which day.
    pub date: Day,
}

impl<'a> Compiling<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        Self { list: &snapshot.added.list, date: snapshot.added.date }
    }
}

/// Lists, ready to be searched.
#[derive(Debug)]
pub struct ListSet {
    index: Index<SetBytes>,
    days: BTreeMap<String, Vec<Day>>,
}

impl ListSet {
    /// The compiled lists.
    #[must_use]
    pub const fn index(&self) -> &Index<SetBytes> {
        &self.index
    }

    /// Asks the lists of these names, or all where none is named; as of a day, or the latest snapshot of each.
    #[must_use]
    pub fn screening(&self, day: Option<Day>, lists: &[String]) -> Screening<'_, SetBytes> {
        Screening::new(&self.index, day, |list| {
            let asked = lists.is_empty() || lists.iter().any(|name| name == list);
            asked.then(|| self.days.get(list).cloned().unwrap_or_default())
        })
    }
}

impl Register {
    /// The lists in use, compiled: opened where that was done before, else made now and kept where the folder can be written to.
    ///
    /// # Errors
    /// [`Error::ExhibitMissing`], [`Error::ExhibitDamaged`]: lists that are missing unseen would be worse; [`Error::Uncompiled`].
    pub fn set(&self, contents: &Contents, on: &mut dyn FnMut(Compiling<'_>)) -> Result<ListSet> {
        let days = contents
            .lists()
            .map(|list| (list[0].added.list.clone(), contents.days(&list[0].added.list)))
            .collect();
        let path = self.set_path(contents);
        // One that is damaged or of another version is made again.
        if let Some(index) = SetBytes::map(&path).ok().and_then(|bytes| Index::open(bytes).ok()) {
            return Ok(ListSet { index, days });
        }
        let bytes = self.compile(&path, contents, on);
        // What was in use until now served for this one, or takes the room that it needs. Another's folder is another's to sweep.
        if self.contents().is_ok_and(|now| now.snapshots() == contents.snapshots()) {
            let _ = self.sweep_sets(contents);
        }
        let index =
            Index::open(bytes?).map_err(|error| Error::ProjectionUnusable { detail: error.to_string() })?;
        Ok(ListSet { index, days })
    }

    /// Where the set of these lists lies: its name says of what it is made.
    fn set_path(&self, contents: &Contents) -> PathBuf {
        let added: Vec<&ListAdded> = contents.snapshots().iter().map(|snapshot| &snapshot.added).collect();
        let made_of = serde_json::json!({
            "names": VERSION, "program": env!("CARGO_PKG_VERSION"), "lists": added,
        });
        let name = Sha256::of(&canonical::to_bytes(&made_of)).to_string();
        self.folder.layout.projection().join(format!("{}.set", &name[..32]))
    }

    /// Compiles beside and renames: who maps another set goes on with that, and what is half written is never opened.
    fn compile(
        &self,
        path: &Path,
        contents: &Contents,
        on: &mut dyn FnMut(Compiling<'_>),
    ) -> Result<SetBytes> {
        let (disk, folder) = (&self.folder.disk, self.folder.layout.projection());
        let beside = scratch::beside(&folder);
        let made = disk.create_folder(&folder).and_then(|()| {
            let written = disk.create(&beside, Access::ReadOnly)?;
            Ok((written, File::open(&beside)?))
        });
        let Ok((written, read)) = made else {
            // A register that others share may be read-only.
            let bytes = self.compiled(names::index::Compiling::in_memory(), contents, on)?.finish();
            return bytes.map(SetBytes::Held).map_err(Error::Uncompiled);
        };
        let rooms = names::index::Compiling::in_rooms(scratch::rooms(folder));
        let done = self
            .compiled(rooms, contents, on)
            .and_then(|compiled| compiled.write(&mut BufWriter::new(written)).map_err(Error::Uncompiled));
        if done.is_err() {
            let _ = disk.remove(&beside);
        }
        done?;
        // Where lists were added meanwhile it was swept: then it serves this once.
        let _ = disk.rename(&beside, path);
        SetBytes::of(&read).at("read", path)
    }

    fn compiled(
        &self,
        begun: Result<names::index::Compiling, Unfinished>,
        contents: &Contents,
        on: &mut dyn FnMut(Compiling<'_>),
    ) -> Result<names::index::Compiling> {
        let mut compiling = begun.map_err(Error::Uncompiled)?;
        let earlier = Earlier::in_folder(&self.folder.layout.projection());
        for snapshots in contents.lists() {
            let Some(latest) = snapshots.last() else { continue };
            let made_of = made_of(snapshots);
            let source = Source {
                list: latest.added.list.clone(),
                snapshot: Some(latest.added.date.into()),
                sha256: latest.added.files.first().map(Sha256::to_string).unwrap_or_default(),
                note: latest.added.licence.clone(),
                made_of: made_of.clone(),
            };
            let source = compiling.source(source).map_err(|why| Error::Uncompiled(why.into()))?;
            let mut add = |read: Option<(Ready, Listed)>| match read {
                Some((ready, listed)) => compiling.add(source, &ready, listed).map_err(Error::Uncompiled),
                None => Ok(()),
            };
            if let Some(entries) = earlier.entries(&made_of) {
                snapshots.iter().for_each(|snapshot| on(Compiling::of(snapshot)));
                let again = |entry: Entry<'_>| Some((Ready::again(entry)?, entry.listed()));
                let unread = || Error::ProjectionUnusable { detail: "an entry cannot be read".to_owned() };
                in_order(threads(), entries, again, |read| add(Some(read.ok_or_else(unread)?)))?;
                continue;
            }
            let mut versions = Versions::default();
            for snapshot in snapshots {
                on(Compiling::of(snapshot));
                versions.snapshot(snapshot.added.date, self.read(snapshot)?.parties);
            }
            let read = |kept: Kept| {
                let version = kept.version()?;
                let listed = Listed { from: Some(version.from.into()), until: version.until.map(Into::into) };
                Some((Ready::of(&version.record), listed))
            };
            in_order(threads(), versions.finish(), read, &mut add)?;
        }
        Ok(compiling)
    }

    /// A snapshot as its kept files have it.
    ///
    /// # Errors
    /// [`Error::ExhibitMissing`], [`Error::ExhibitDamaged`].
    pub fn read(&self, snapshot: &Snapshot) -> Result<super::ReadSnapshot> {
        read_snapshot(self.files(snapshot)?, snapshot.added.mapping.as_ref(), &mut |_| {})
    }

    /// The same, to be compared with another of its list.
    ///
    /// # Errors
    /// [`Error::ExhibitMissing`], [`Error::ExhibitDamaged`].
    pub fn listings(&self, snapshot: &Snapshot) -> Result<names::history::Snapshot> {
        let mut taking = names::history::Snapshot::taking();
        let mapping = snapshot.added.mapping.as_ref();
        let (list, _) = read_files(self.files(snapshot)?, mapping, &mut |record| taking.take(record))?;
        Ok(taking.finish(&list, Some(snapshot.added.date)))
    }

    /// Every record of a snapshot as its kept files have it, one after the other: sanctions, ties and addresses, too, which a set has only folded
    /// into their parties.
    ///
    /// # Errors
    /// [`Error::ExhibitMissing`], [`Error::ExhibitDamaged`], [`Error::NoList`].
    pub fn records(&self, snapshot: &Snapshot, on: &mut dyn FnMut(Record)) -> Result<()> {
        read_files(self.files(snapshot)?, snapshot.added.mapping.as_ref(), on).map(|_| ())
    }

    fn files(&self, snapshot: &Snapshot) -> Result<Vec<(String, File)>> {
        let mut files = Vec::with_capacity(snapshot.added.files.len());
        for exhibit in &snapshot.added.files {
            self.folder.check_exhibit(exhibit)?;
            let path = self.folder.layout.exhibit(exhibit);
            let file = File::open(&path).map_err(|error| missing_or(*exhibit, &path, error))?;
            files.push((exhibit.short(), file));
        }
        Ok(files)
    }

    /// A snapshot with its ties: who owns, directs, is tied to whom. They are not compiled: few ask for them.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_with_ties(&self, snapshot: &Snapshot) -> Result<(super::ReadSnapshot, Vec<Record>)> {
        let mut ties = Vec::new();
        let is_tie = |record: &Record| matches!(record.role(), Role::Tie([_, to]) if !to.is_empty());
        let mapping = snapshot.added.mapping.as_ref();
        let read = read_snapshot(self.files(snapshot)?, mapping, &mut |record| {
            if is_tie(record) {
                ties.push(record.clone());
            }
        })?;
        Ok((read, ties))
    }

    /// Removes sets of lists that are not in use any more.
    fn sweep_sets(&self, contents: &Contents) -> Result<()> {
        let (folder, current) = (self.folder.layout.projection(), self.set_path(contents));
        if !folder.is_dir() {
            return Ok(());
        }
        for path in crate::vault::entries(&folder)? {
            let is_a_set = path.extension().is_some_and(|extension| extension == "set" || extension == "new");
            if is_a_set && path != current {
                self.folder.disk.remove(&path).at("remove", &path)?;
            }
        }
        Ok(())
    }
}
