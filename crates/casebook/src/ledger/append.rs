use std::path::Path;
use std::sync::Arc;

use super::{Act, Entry, Head, LINE_LIMIT};
use crate::disk::{Access, Disk};
use crate::error::At;
use crate::layout::Layout;
use crate::{Actor, Error, Result, Sha256, Timestamp, canonical};

/// The end of the ledger, to append to. Only the holder of the lock has one.
#[derive(Debug)]
pub(crate) struct Ledger {
    layout: Layout,
    disk: Arc<dyn Disk>,
    head: Head,
}

impl Ledger {
    pub(crate) fn at(layout: &Layout, disk: &Arc<dyn Disk>, head: Head) -> Self {
        Self { layout: layout.clone(), disk: Arc::clone(disk), head }
    }

    pub(crate) const fn head(&self) -> Head {
        self.head
    }

    /// Appends acts: lines, sync, head, sync. They are acknowledged when this returns `Ok`, all or none. After an error
    /// what the disk holds is known only after the next start: [`crate::folder::Store`] appends no more.
    pub(crate) fn append(&mut self, acts: Vec<Act>, at: Timestamp, by: &Actor) -> Result<()> {
        if acts.is_empty() {
            return Ok(());
        }
        let (bytes, head) = self.lines(acts, at, by)?;
        if let Err(error) = self.write(&bytes, head) {
            self.take_back();
            return Err(error);
        }
        self.head = head;
        Ok(())
    }

    fn lines(&self, acts: Vec<Act>, at: Timestamp, by: &Actor) -> Result<(Vec<u8>, Head)> {
        let mut bytes = Vec::with_capacity(acts.len() * 384);
        let mut head = self.head;
        for act in acts {
            let line =
                canonical::to_bytes(&Entry { seq: head.lines, prev: head.hash, at, by: by.clone(), act });
            if line.len() as u64 + 1 >= LINE_LIMIT {
                return Err(Error::ActTooLong { bytes: line.len() as u64, limit: LINE_LIMIT });
            }
            head = Head {
                hash: Sha256::of(&line),
                length: head.length + line.len() as u64 + 1,
                lines: head.lines + 1,
            };
            bytes.extend_from_slice(&line);
            bytes.push(b'\n');
        }
        Ok((bytes, head))
    }

    fn write(&self, bytes: &[u8], head: Head) -> Result<()> {
        let path = self.layout.ledger();
        self.disk.append(&path, bytes).at("write", &path)?;
        self.sync(&path)?;
        self.write_head(head)
    }

    /// Replaces `ledger.head` in one step.
    fn write_head(&self, head: Head) -> Result<()> {
        Self::acknowledge(&self.layout, &*self.disk, head)
    }

    /// Replaces `ledger.head` in one step: all lines up to there, which must be durable, are acknowledged.
    pub(crate) fn acknowledge(layout: &Layout, disk: &dyn Disk, head: Head) -> Result<()> {
        let next = layout.staging().join("ledger.head");
        replace(disk, layout, &next, &layout.head(), &head.to_bytes())
    }

    fn sync(&self, path: &Path) -> Result<()> {
        self.disk.sync(&[path.to_owned()], &self.layout.root).at("sync", path)
    }

    /// After a failed append: cuts off what was never acknowledged. The next start does it where this cannot.
    fn take_back(&self) {
        let path = self.layout.ledger();
        if Head::read(&self.layout.head()).is_ok_and(|head| head == self.head) {
            let _ = self
                .disk
                .truncate(&path, self.head.length)
                .and_then(|()| self.disk.sync(&[path], &self.layout.root));
        }
    }
}

/// Writes a small file in one step: next to it, synced, renamed over it, folder synced.
pub(crate) fn replace(
    disk: &dyn Disk,
    layout: &Layout,
    next: &Path,
    path: &Path,
    bytes: &[u8],
) -> Result<()> {
    match disk.remove(next) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(Error::io("remove", next, error));
        }
        _ => {}
    }
    let written = disk
        .create(next, Access::ReadOnly)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| disk.sync(&[next.to_owned()], &layout.root))
        .and_then(|()| disk.rename(next, path));
    if let Err(error) = written {
        // Best effort: what is left there is swept at the next start.
        let _ = disk.remove(next);
        return Err(Error::io("write", path, error));
    }
    disk.sync(std::slice::from_ref(&layout.root), &layout.root).at("sync", &layout.root)
}
