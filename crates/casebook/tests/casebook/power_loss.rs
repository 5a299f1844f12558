//! A disk that drops what was not synced: at every operation the plug is pulled, and what was told as added must be there.

mod platter;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use casebook::disk::{Access, Disk, RealDisk, SourceFile};
use casebook::{AddEvent, AddOptions, AddSource, Case, Sha256};

use self::platter::{Kept, Platter};
use crate::support::{actor, clock};

#[derive(Debug, Clone)]
enum Op {
    Create(PathBuf, Access),
    Write(PathBuf, Vec<u8>),
    Truncate(PathBuf, u64),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    Folder(PathBuf),
    Sync(PathBuf),
    Told(Sha256),
}

/// Does everything for real but wait for the disk, and writes it down.
#[derive(Debug, Clone, Default)]
struct Recorder(Arc<Mutex<Vec<Op>>>);

impl Recorder {
    fn note(&self, op: Op) {
        self.0.lock().unwrap().push(op);
    }
}

struct Recorded(Box<dyn Write>, PathBuf, Recorder);

impl Write for Recorded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.0.write(bytes)?;
        self.2.note(Op::Write(self.1.clone(), bytes[..written].to_vec()));
        Ok(written)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Disk for Recorder {
    fn open_source(&self, path: &Path) -> io::Result<Box<dyn SourceFile>> {
        RealDisk.open_source(path)
    }
    fn create(&self, path: &Path, access: Access) -> io::Result<Box<dyn Write>> {
        let file = RealDisk.create(path, access)?;
        self.note(Op::Create(path.to_owned(), access));
        Ok(Box::new(Recorded(file, path.to_owned(), self.clone())))
    }
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.note(Op::Write(path.to_owned(), bytes.to_vec()));
        RealDisk.append(path, bytes)
    }
    fn truncate(&self, path: &Path, length: u64) -> io::Result<()> {
        self.note(Op::Truncate(path.to_owned(), length));
        RealDisk.truncate(path, length)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.note(Op::Rename(from.to_owned(), to.to_owned()));
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)?;
        self.note(Op::Remove(path.to_owned()));
        Ok(())
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.note(Op::Folder(path.to_owned()));
        RealDisk.create_folder(path)
    }
    fn sync(&self, paths: &[PathBuf], _root: &Path) -> io::Result<()> {
        for path in paths {
            self.note(Op::Sync(path.clone()));
        }
        Ok(())
    }
}

/// A case is made and grows in several acts.
fn record(root: &Path, files: &Path) -> Vec<Op> {
    let recorder = Recorder::default();
    fs::create_dir(root).unwrap();
    fs::create_dir(files).unwrap();
    let case = Case::init_on(Arc::new(recorder.clone()), root, &actor(), &*clock()).unwrap();
    for round in 0..3 {
        let mut writer = case.write(actor(), clock()).unwrap();
        for number in 0..3 + 4 * round {
            let text = format!("{round} {number}");
            fs::write(files.join(format!("{text}.txt")), text).unwrap();
        }
        let sources = vec![AddSource::Path(files.to_owned())];
        writer
            .add(sources, AddOptions::default(), &mut |event| {
                if let AddEvent::Added { sha256, .. } = event {
                    recorder.note(Op::Told(sha256));
                }
            })
            .unwrap();
    }
    let ops = recorder.0.lock().unwrap();
    ops.clone()
}

fn survives(platter: &Platter, kept: Kept, told: &[Sha256], root: &Path, at: usize) {
    let folder = tempfile::tempdir().unwrap();
    let after = folder.path();
    platter.materialise(kept, root, after);
    // The lock file is synced when it is taken: it tells that a writer did not end.
    fs::write(after.join("lock"), "{}").unwrap();
    let place = format!("after operation {at}, {kept:?} kept");
    if !after.join("tickmark.json").exists() {
        assert!(told.is_empty(), "{place}: the case is gone");
        Case::init(after, &actor(), &*clock()).unwrap_or_else(|error| panic!("{place}: {error}"));
        return;
    }
    let disk = Arc::new(Recorder::default());
    let case = Case::open_on(disk, after).unwrap_or_else(|error| panic!("{place}: {error}"));
    let writer = case.write(actor(), clock());
    drop(writer.unwrap_or_else(|error| panic!("{place}: {error}")));
    let report = casebook::verify(after, &mut |_| {}).unwrap();
    assert_eq!(report.findings, [], "{place}");
    for exhibit in told {
        let name = exhibit.to_string();
        let path = after.join("vault").join(&name[..2]).join(&name[2..]);
        assert!(path.is_file(), "{place}: {name} was told as added");
    }
}

#[test]
fn the_plug_is_pulled_at_every_operation() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("case");
    let ops = record(&root, &folder.path().join("files"));
    assert!(ops.len() > 100);
    let mut platter = Platter::default();
    let mut told = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        platter.apply(op);
        if let Op::Told(exhibit) = op {
            told.push(*exhibit);
        }
        for kept in [Kept::Nothing, Kept::NamesWithoutBytes, Kept::Everything, Kept::Some(at as u64)] {
            survives(&platter, kept, &told, &root, at);
        }
    }
    assert_eq!(told.len(), 3 + 7 + 11);
}
