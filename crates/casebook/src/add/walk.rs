use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::{Path, PathBuf};

use super::{FolderLinks, Skipped};
use crate::layout::is_own;

/// Something met on the way.
#[derive(Debug)]
pub(crate) enum Found {
    /// A regular file, or a link to one.
    File(PathBuf),
    /// Passed over.
    Skipped(PathBuf, Skipped),
    /// Cannot be looked at.
    Failed(PathBuf, io::Error),
}

/// Device and inode: what a folder is, however it is reached.
type Identity = (u64, u64);

/// A folder and everything in it, each folder's names sorted, one folder of each depth in memory.
pub(crate) struct Walk {
    folders: Vec<OpenFolder>,
    first: Option<PathBuf>,
    links: FolderLinks,
    own: OwnCase,
}

struct OpenFolder {
    path: PathBuf,
    identity: Identity,
    /// Sorted backwards: the next one is popped.
    names: Vec<OsString>,
}

/// The case that is being added to: its own files are no evidence.
#[derive(Debug, Clone)]
pub(crate) struct OwnCase {
    root: Option<PathBuf>,
}

impl OwnCase {
    pub(crate) fn new(root: &Path) -> Self {
        Self { root: root.canonicalize().ok() }
    }

    /// Whether a path, once its links are resolved, is one of the case's own files or lies in one of its folders.
    fn holds(&self, path: &Path) -> bool {
        let (Some(root), Ok(path)) = (&self.root, path.canonicalize()) else {
            return false;
        };
        path.strip_prefix(root)
            .ok()
            .and_then(|below| below.components().next())
            .is_some_and(|first| is_own(first.as_os_str()))
    }

    fn is_root(&self, path: &Path) -> bool {
        self.root.as_deref() == path.canonicalize().ok().as_deref()
    }
}

impl Walk {
    pub(crate) fn new(path: PathBuf, links: FolderLinks, own: OwnCase) -> Self {
        Self { folders: Vec::new(), first: Some(path), links, own }
    }

    /// What the user named: links are followed, to folders too.
    fn given(&mut self, path: PathBuf) -> Option<Found> {
        match fs::metadata(&path) {
            Err(error) => Some(Found::Failed(path, error)),
            Ok(_) if self.own.holds(&path) => Some(Found::Skipped(path, Skipped::OwnCase)),
            Ok(metadata) if metadata.is_dir() => self.enter(path, &metadata),
            Ok(metadata) => Some(file_or_special(path, &metadata)),
        }
    }

    fn met(&mut self, path: PathBuf) -> Option<Found> {
        let (is_link, metadata) = match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_symlink() => (true, fs::metadata(&path)),
            result => (false, result),
        };
        let metadata = match metadata {
            Ok(metadata) => metadata,
            Err(error) => return Some(Found::Failed(path, error)),
        };
        if is_link && self.own.holds(&path) {
            return Some(Found::Skipped(path, Skipped::OwnCase));
        }
        if !metadata.is_dir() {
            return Some(file_or_special(path, &metadata));
        }
        if is_link && self.links == FolderLinks::Skip {
            return Some(Found::Skipped(path, Skipped::FolderLink));
        }
        self.enter(path, &metadata)
    }

    /// Opens a folder, unless it is one that the walk is in: a link or a mount that leads back.
    fn enter(&mut self, path: PathBuf, metadata: &Metadata) -> Option<Found> {
        let identity = (metadata.dev(), metadata.ino());
        if self.folders.iter().any(|open| open.identity == identity) {
            return Some(Found::Skipped(path, Skipped::LinkLoop));
        }
        let names =
            fs::read_dir(&path).and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect());
        let mut names: Vec<OsString> = match names {
            Ok(names) => names,
            Err(error) => return Some(Found::Failed(path, error)),
        };
        if self.own.is_root(&path) {
            names.retain(|name| !is_own(name));
        }
        names.sort_unstable_by(|a, b| b.cmp(a));
        self.folders.push(OpenFolder { path, identity, names });
        None
    }
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        if let Some(found) = self.first.take().and_then(|path| self.given(path)) {
            return Some(found);
        }
        while let Some(folder) = self.folders.last_mut() {
            let Some(name) = folder.names.pop() else {
                self.folders.pop();
                continue;
            };
            let path = folder.path.join(name);
            if let Some(found) = self.met(path) {
                return Some(found);
            }
        }
        None
    }
}

fn file_or_special(path: PathBuf, metadata: &Metadata) -> Found {
    let kind = metadata.file_type();
    if kind.is_file() {
        Found::File(path)
    } else if kind.is_fifo() {
        Found::Skipped(path, Skipped::Fifo)
    } else if kind.is_socket() {
        Found::Skipped(path, Skipped::Socket)
    } else {
        Found::Skipped(path, Skipped::Device)
    }
}
