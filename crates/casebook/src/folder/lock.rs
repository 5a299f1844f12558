//! One writer at a time. The lock is the kernel's, on an open file, and dies with the process; what stands in the file
//! only says who holds it. A file that is not empty when the lock is taken tells that the last writer did not end well.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};

use crate::disk::Disk;
use crate::error::{At, LockHolder};
use crate::layout::Layout;
use crate::{Error, Result, canonical};

/// How the last writer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LastEnd {
    Clean,
    /// It died, or a write failed: the vault may hold what the ledger does not know.
    Abrupt,
}

/// The right to write.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    end: LastEnd,
}

impl Lock {
    /// Takes the lock, or says who has it.
    pub(crate) fn take(layout: &Layout, disk: &dyn Disk, holder: &LockHolder) -> Result<(Self, LastEnd)> {
        let path = &layout.lock();
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .at("open", path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::Locked { path: path.to_owned(), holder: read_holder(&mut file) });
            }
            Err(TryLockError::Error(error)) => return Err(Error::io("lock", path, error)),
        }
        let last = match file.metadata().at("read", path)?.len() {
            0 => LastEnd::Clean,
            _ => LastEnd::Abrupt,
        };
        say_who(&mut file, holder)
            // Durable: after a power loss the next start must see that this one did not end.
            .and_then(|()| disk.sync(std::slice::from_ref(path), &layout.root))
            .at("write", path)?;
        let end = LastEnd::Clean;
        Ok((Self { file, end }, last))
    }

    /// Spares the next start the sweep.
    pub(crate) fn end_cleanly(&mut self) {
        self.end = LastEnd::Clean;
    }

    /// Makes the next start sweep.
    pub(crate) fn end_abruptly(&mut self) {
        self.end = LastEnd::Abrupt;
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.end == LastEnd::Clean {
            // If it fails, the next start sweeps for nothing.
            let _ = self.file.set_len(0);
        }
    }
}

fn say_who(file: &mut File, holder: &LockHolder) -> std::io::Result<()> {
    let mut line = canonical::to_bytes(holder);
    line.push(b'\n');
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&line)?;
    file.set_len(line.len() as u64)
}

fn read_holder(file: &mut File) -> Option<LockHolder> {
    let mut text = String::new();
    file.take(4096).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}
