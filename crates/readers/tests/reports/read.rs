//! The reports as the program reads them.

use std::fs;
use std::path::Path;

use readers::{ReadOptions, read};
use reason::document::{Document, ReadOutcome};
use reason::{Analysis, analyse};

/// One report, read.
pub struct Read {
    pub file: String,
    pub document: Document,
    pub analysis: Analysis,
}

impl Read {
    /// Every report of a folder.
    pub fn all(folder: &Path) -> Vec<Self> {
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.retain(|path| path.is_file() && !path.ends_with("README.md"));
        let read_one = |path: std::path::PathBuf| {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            let outcome = read(&file, &fs::read(&path).unwrap(), &ReadOptions::default());
            let ReadOutcome::Document(document) = outcome else { panic!("{file} is not read") };
            let analysis = analyse(&document);
            Self { file, document, analysis }
        };
        files.into_iter().map(read_one).collect()
    }
}
