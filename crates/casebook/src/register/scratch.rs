//! Room on the disk for what is too much for the memory while lists are compiled.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use names::index::{Room, Rooms};

/// Tells files of one process apart.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// A path in a folder that nobody else makes; [`super::Register::sweep_sets`] removes what is left there.
pub(super) fn beside(folder: &Path) -> PathBuf {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let path = folder.join(format!("{}-{number}.new", std::process::id()));
    // Of a process that had the same number and was killed.
    let _ = fs::remove_file(&path);
    path
}

/// Files in a folder that have no name any more once they are open: however the process ends, nothing of them is left.
pub(super) fn rooms(folder: PathBuf) -> Rooms {
    Box::new(move || {
        let path = beside(&folder);
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(&path)?;
        fs::remove_file(&path)?;
        let room: Box<dyn Room> = Box::new(file);
        Ok(room)
    })
}
