//! Which files the arguments mean.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::explained::Explained;

/// Folders within folders: deeper is a loop that the system did not report, or a mistake.
const DEEPEST: usize = 64;

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// By its path as given, or found in a folder that was given.
    File(PathBuf),
    /// What comes on standard input.
    Stdin,
}

/// What the arguments mean.
#[derive(Debug, Default)]
pub struct Gathered {
    /// In the order given; within a folder, by name.
    pub found: Vec<Found>,
    /// What was passed over, and why: one sentence each.
    pub passed_over: Vec<String>,
    /// What could not be looked at.
    pub failed: Vec<Explained>,
}

/// Finds the files. What is not there fails by itself; the rest goes on.
pub fn gather(arguments: &[PathBuf]) -> Gathered {
    let mut gathered = Gathered::default();
    for argument in arguments {
        if argument.as_os_str() == OsStr::new("-") {
            gathered.found.push(Found::Stdin);
        } else {
            gathered.argument(argument);
        }
    }
    gathered
}

impl Gathered {
    /// Links that a person gives are followed.
    fn argument(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.folder(path, 0),
            Ok(_) => self.found.push(Found::File(path.to_owned())),
            Err(error) => self.fail(path, &error),
        }
    }

    fn folder(&mut self, path: &Path, depth: usize) {
        if depth > DEEPEST {
            return self.pass_over(path, &format!("it lies more than {DEEPEST} folders deep"));
        }
        if path.join("tickmark.json").is_file() {
            return self.pass_over(path, "it is a case (`tickmark check --case DIR`)");
        }
        let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.fail(path, &error),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            self.entry(&entry.path(), depth);
        }
    }

    /// What lies in a folder: links out of it were not asked for, hidden files neither.
    fn entry(&mut self, path: &Path, depth: usize) {
        if is_hidden(path) {
            return;
        }
        match fs::symlink_metadata(path) {
            Ok(metadata) if metadata.is_symlink() => {
                self.pass_over(path, "it is a link (give it by name to follow it)");
            }
            Ok(metadata) if metadata.is_dir() => self.folder(path, depth + 1),
            Ok(metadata) if metadata.is_file() => self.found.push(Found::File(path.to_owned())),
            Ok(_) => self.pass_over(path, "it is a pipe, socket or device"),
            Err(error) => self.fail(path, &error),
        }
    }

    fn pass_over(&mut self, path: &Path, why: &str) {
        let path = path.display();
        self.passed_over.push(format!("passed over {path}: {why}"));
    }

    fn fail(&mut self, path: &Path, error: &io::Error) {
        let failed = Explained::new(format!("could not look at {}", path.display())).because(error);
        self.failed.push(failed);
    }
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(b".")
}
