use std::fs;
use std::io::{self, Read, Write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use casebook::disk::{Access, Disk, RealDisk, SourceFile, Stamp};
use casebook::{AddOptions, Case, FolderLinks};

use crate::support::{Desk, actor, add, clock};

const FOLLOW: AddOptions = AddOptions { folder_links: FolderLinks::Follow };

#[test]
fn folders_are_walked_in_order_and_links_to_files_followed() {
    let desk = Desk::new();
    desk.file("b/2.txt", "2");
    desk.file("a.txt", "a");
    desk.file("b/1.txt", "1");
    symlink(desk.files.join("a.txt"), desk.files.join("z.txt")).unwrap();
    let (_, told) = desk.add(&desk.files);
    assert_eq!(told, ["added a.txt", "added 1.txt", "added 2.txt", "again z.txt"]);
}

#[test]
fn links_to_folders_are_skipped_unless_wanted_and_loops_always() {
    let desk = Desk::new();
    desk.file("in/1.txt", "1");
    symlink(&desk.files, desk.files.join("in/up")).unwrap();
    symlink("self", desk.files.join("self")).unwrap();
    // Skipped and failed is told at once, added once it is on the disk.
    let (summary, told) = desk.add(&desk.files);
    assert_eq!(told[0], "skipped up FolderLink");
    assert!(told[1].starts_with("failed self cannot read"), "{told:?}");
    assert_eq!(told[2], "added 1.txt");
    assert_eq!((summary.skipped, summary.failed), (1, 1));
    let (_, told) = add(&mut desk.writer(), &desk.files, FOLLOW);
    assert_eq!(told[0], "skipped up LinkLoop");
    assert_eq!(told[2], "there 1.txt");
}

#[test]
fn a_link_to_a_folder_that_the_user_names_is_entered() {
    let desk = Desk::new();
    desk.file("in/1.txt", "1");
    let link = desk.files.join("link");
    symlink(desk.files.join("in"), &link).unwrap();
    assert_eq!(desk.add(&link).1, ["added 1.txt"]);
}

#[test]
fn what_is_no_file_is_skipped_and_not_waited_for() {
    let desk = Desk::new();
    let status = std::process::Command::new("mkfifo").arg(desk.files.join("pipe")).status().unwrap();
    assert!(status.success());
    let _socket = std::os::unix::net::UnixListener::bind(desk.files.join("socket")).unwrap();
    let (summary, told) = desk.add(&desk.files);
    assert_eq!(told, ["skipped pipe Fifo", "skipped socket Socket"]);
    assert_eq!(summary.skipped, 2);
    assert_eq!(desk.add(Path::new("/dev/null")).1, ["skipped null Device"]);
}

#[test]
fn the_case_does_not_add_itself() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    fs::write(desk.root().join("draft.txt"), "d").unwrap();
    symlink(desk.root().join("vault"), desk.files.join("vault")).unwrap();
    assert_eq!(desk.add(desk.root()).1, ["added draft.txt"]);
    assert_eq!(desk.add(&desk.root().join("vault")).1, ["skipped vault OwnCase"]);
    let ledger = desk.root().join("ledger.jsonl");
    assert_eq!(desk.add(&ledger).1, ["skipped ledger.jsonl OwnCase"]);
    let (_, told) = add(&mut desk.writer(), &desk.files, FOLLOW);
    assert_eq!(told, ["skipped vault OwnCase", "there a.txt"]);
}

/// A disk whose files grow while they are read, the first so many times.
#[derive(Debug)]
struct Growing {
    times: AtomicU32,
}

struct GrowingFile {
    file: Box<dyn SourceFile>,
    path: Option<PathBuf>,
}

impl Read for GrowingFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        if let Some(path) = self.path.take() {
            fs::OpenOptions::new().append(true).open(path)?.write_all(b" more")?;
        }
        Ok(read)
    }
}

impl SourceFile for GrowingFile {
    fn stamp(&self) -> io::Result<Stamp> {
        self.file.stamp()
    }
}

impl Disk for Growing {
    fn open_source(&self, path: &Path) -> io::Result<Box<dyn SourceFile>> {
        let left = self.times.load(Ordering::Relaxed);
        self.times.store(left.saturating_sub(1), Ordering::Relaxed);
        Ok(Box::new(GrowingFile {
            file: RealDisk.open_source(path)?,
            path: (left > 0).then(|| path.to_owned()),
        }))
    }
    fn create(&self, path: &Path, access: Access) -> io::Result<Box<dyn Write>> {
        RealDisk.create(path, access)
    }
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
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
        RealDisk.create_folder(path)
    }
    fn sync(&self, paths: &[PathBuf], root: &Path) -> io::Result<()> {
        RealDisk.sync(paths, root)
    }
}

fn add_growing(times: u32) -> (Desk, Vec<String>) {
    let desk = Desk::new();
    let path = desk.file("a.txt", "begun");
    let disk = Growing { times: AtomicU32::new(times) };
    let case = Case::open_on(Arc::new(disk), desk.root()).unwrap();
    let mut writer = case.write(actor(), clock()).unwrap();
    let (_, told) = add(&mut writer, &path, AddOptions::default());
    drop(writer);
    (desk, told)
}

#[test]
fn a_file_that_changes_once_is_kept_as_it_is_then() {
    let (desk, told) = add_growing(1);
    assert_eq!(told, ["added a.txt"]);
    assert!(desk.vaulted(b"begun more").is_file());
    assert_eq!(desk.verify().findings, []);
}

#[test]
fn a_file_that_changes_each_time_fails_and_leaves_nothing() {
    let (desk, told) = add_growing(99);
    assert!(told[0].starts_with("failed a.txt"), "{told:?}");
    assert!(told[0].ends_with("changed while it was read, 3 times in a row"));
    assert_eq!(desk.case.status().unwrap().exhibits, 0);
    assert_eq!(desk.verify().findings, []);
}
