//! Room on the disk for what is too much for the memory while lists are compiled.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use names::index::{Room, Rooms};

/// Tells files of one process apart.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// Files in a folder that have no name any more once they are open: however the process ends, nothing of them is left.
pub(super) fn rooms(folder: PathBuf) -> Rooms {
    Box::new(move || {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{}-{number}.new", std::process::id()));
        let _ = fs::remove_file(&path);
        let file: io::Result<_> = OpenOptions::new().read(true).write(true).create_new(true).open(&path);
        let room: Box<dyn Room> = Box::new(file?);
        fs::remove_file(&path)?;
        Ok(room)
    })
}
