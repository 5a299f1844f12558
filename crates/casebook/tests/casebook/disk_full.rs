//! A disk that is full from any operation on: a clear error, nothing acknowledged is lost, nothing is left half.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use casebook::disk::{Access, Disk, RealDisk, SourceFile};
use casebook::{AddEvent, AddOptions, AddSource, Case, Error, Sha256};

use crate::support::{Desk, actor, clock};

/// So many operations that need space succeed; after that, none does. Renaming and removing need none.
#[derive(Debug, Clone)]
struct FullAfter(Arc<AtomicI64>);

impl FullAfter {
    fn spend(&self) -> io::Result<()> {
        match self.0.fetch_sub(1, Ordering::Relaxed) {
            left if left > 0 => Ok(()),
            _ => Err(io::ErrorKind::StorageFull.into()),
        }
    }
}

struct FullFile {
    file: Box<dyn Write>,
    disk: FullAfter,
}

impl Write for FullFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // The last bytes that fit are written: a file cut off in its middle is left.
        if let Err(full) = self.disk.spend() {
            self.file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(full);
        }
        self.file.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Disk for FullAfter {
    fn open_source(&self, path: &Path) -> io::Result<Box<dyn SourceFile>> {
        RealDisk.open_source(path)
    }
    fn create(&self, path: &Path, access: Access) -> io::Result<Box<dyn Write>> {
        self.spend()?;
        Ok(Box::new(FullFile { file: RealDisk.create(path, access)?, disk: self.clone() }))
    }
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(full) = self.spend() {
            RealDisk.append(path, &bytes[..bytes.len() / 2])?;
            return Err(full);
        }
        RealDisk.append(path, bytes)
    }
    fn truncate(&self, path: &Path, length: u64) -> io::Result<()> {
        RealDisk.truncate(path, length)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.spend()?;
        RealDisk.create_folder(path)
    }
    fn sync(&self, _paths: &[PathBuf], _root: &Path) -> io::Result<()> {
        self.spend()
    }
}

/// Adds the files on a disk with so much left; returns what was acknowledged and how it ended.
fn add_until_full(desk: &Desk, operations: i64) -> (Vec<Sha256>, Result<(), Error>) {
    let disk = FullAfter(Arc::new(AtomicI64::new(operations)));
    let mut acknowledged = Vec::new();
    let done = Case::open_on(Arc::new(disk), desk.root()).and_then(|case| {
        let mut writer = case.write(actor(), clock())?;
        for name in ["a.txt", "b.txt", "more"] {
            let sources = vec![AddSource::Path(desk.files.join(name))];
            writer.add(sources, AddOptions::default(), &mut |event| {
                if let AddEvent::Added { sha256, .. } = event {
                    acknowledged.push(sha256);
                }
            })?;
        }
        Ok(())
    });
    (acknowledged, done)
}

#[test]
fn full_at_any_operation() {
    for operations in 0.. {
        let desk = Desk::new();
        for name in ["a.txt", "b.txt", "more/c.txt", "more/d.txt"] {
            desk.file(name, name.repeat(50));
        }
        let (acknowledged, done) = add_until_full(&desk, operations);
        let log: Vec<_> = desk.case.log().unwrap().map(Result::unwrap).collect();
        for sha256 in &acknowledged {
            let of = |entry: &casebook::ledger::Entry| entry.acquired().map(|it| it.sha256);
            assert!(log.iter().any(|entry| of(entry) == Some(*sha256)), "{operations}");
        }
        let staged = std::fs::read_dir(desk.root().join("staging")).unwrap();
        assert_eq!(staged.count(), 0, "full after {operations}: staged files are left");
        drop(desk.writer());
        assert_eq!(desk.verify().findings, [], "full after {operations}");
        match done {
            Ok(()) => {
                assert_eq!(acknowledged.len(), 4);
                assert!(operations > 20, "the disk was never full");
                return;
            }
            Err(error) => assert!(matches!(error, Error::DiskFull { .. }), "{error}"),
        }
    }
}

#[test]
fn after_a_failure_the_writer_writes_no_more() {
    let desk = Desk::new();
    let path = desk.file("a.txt", "a");
    let left = Arc::new(AtomicI64::new(3));
    let case = Case::open_on(Arc::new(FullAfter(Arc::clone(&left))), desk.root()).unwrap();
    let mut writer = case.write(actor(), clock()).unwrap();
    let mut add = || {
        let sources = vec![AddSource::Path(path.clone())];
        writer.add(sources, AddOptions::default(), &mut |_| {})
    };
    assert!(matches!(add(), Err(Error::DiskFull { .. })));
    left.store(1000, Ordering::Relaxed);
    assert!(matches!(add(), Err(Error::Interrupted { .. })));
}
