//! The file system as the write path sees it: the few operations whose order decides what survives a crash.
//!
//! Everything that must not be lost goes through a [`Disk`], so that tests can fill it up, or pull the plug at any
//! operation and see what a disk that drops unsynced writes would have kept.

mod real;

use std::fmt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

pub use real::RealDisk;

/// Whether a file may be changed after it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Permission bits 0444: exhibits, the case file.
    ReadOnly,
    /// Permission bits 0644.
    Writable,
}

/// What a file looked like at one moment: it changed if any of it differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// Last change of its content: seconds and nanoseconds since 1970.
    pub modified: (i64, i64),
    /// Last change of its content, name or permissions.
    pub changed: (i64, i64),
}

/// A file that is being added.
pub trait SourceFile: Read {
    /// What it looks like now.
    ///
    /// # Errors
    /// The system's.
    fn stamp(&self) -> io::Result<Stamp>;
}

/// Operations of the write path. Nothing is durable before it was synced: neither bytes nor names.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Opens a regular file to read; never waits on a FIFO.
    ///
    /// # Errors
    /// The system's.
    fn open_source(&self, path: &Path) -> io::Result<Box<dyn SourceFile>>;

    /// Makes a new file.
    ///
    /// # Errors
    /// If it exists; the system's.
    fn create(&self, path: &Path, access: Access) -> io::Result<Box<dyn Write>>;

    /// Appends to a file, making it if need be.
    ///
    /// # Errors
    /// The system's; part of the bytes may have been written.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Cuts a file to a length.
    ///
    /// # Errors
    /// The system's.
    fn truncate(&self, path: &Path, length: u64) -> io::Result<()>;

    /// Renames, replacing what is there.
    ///
    /// # Errors
    /// The system's.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// The system's.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder; one that exists is fine.
    ///
    /// # Errors
    /// The system's.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// Makes files durable with their bytes, folders with the names in them. All lie under `root`, on one file system.
    ///
    /// # Errors
    /// The system's: then nothing is known about what is durable.
    fn sync(&self, paths: &[PathBuf], root: &Path) -> io::Result<()>;
}
