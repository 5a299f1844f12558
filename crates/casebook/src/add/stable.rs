use std::io::{self, Read};
use std::path::Path;

use crate::disk::{Disk, SourceFile, Stamp};
use crate::vault::{Staged, Vault};
use crate::{Error, Result, Timestamp};

/// How often a file that changes while it is read is read. A log that is being written to will change each time;
/// an editor that just saves will not.
const ATTEMPTS: u32 = 3;

/// Stages a file's bytes as they were at one moment: what it looks like must be the same before and after.
///
/// `on` is told how many bytes are read, and of how many. Errors of the file come as `Ok(Err)`, errors of the case as `Err`.
pub(crate) fn stage_file(
    disk: &dyn Disk,
    vault: &mut Vault,
    path: &Path,
    on: &mut dyn FnMut(u64, u64),
) -> Result<Result<Stable>> {
    for _ in 0..ATTEMPTS {
        match attempt(disk, vault, path, on)? {
            Ok(Some(done)) => return Ok(Ok(done)),
            Ok(None) => {}
            Err(error) => return Ok(Err(Error::io("read", path, error))),
        }
    }
    Ok(Err(Error::ChangedWhileRead { path: path.to_owned(), attempts: ATTEMPTS }))
}

/// Staged bytes and when their file was last changed.
type Stable = (Staged, Option<Timestamp>);

/// Reads once; `None` if the file changed meanwhile.
fn attempt(
    disk: &dyn Disk,
    vault: &mut Vault,
    path: &Path,
    on: &mut dyn FnMut(u64, u64),
) -> Result<io::Result<Option<Stable>>> {
    let opened = disk.open_source(path).and_then(|file| Ok((file.stamp()?, file)));
    let (before, mut file) = match opened {
        Ok(opened) => opened,
        Err(error) => return Ok(Err(error)),
    };
    // One byte more than it had: a file that grows without end is seen to have changed, and is not read without end.
    let limited = (&mut *file as &mut dyn SourceFile).take(before.size + 1);
    let mut watched = Watched { source: limited, done: 0, on: &mut |done| on(done, before.size) };
    let staged = match vault.stage(&mut watched)? {
        Ok(staged) => staged,
        Err(error) => return Ok(Err(error)),
    };
    let after = match file.stamp() {
        Ok(after) => after,
        Err(error) => return Ok(Err(error)),
    };
    let unchanged = after == before && staged.size == before.size;
    Ok(Ok(unchanged.then(|| (staged, modified(before)))))
}

/// Tells how far its source was read.
struct Watched<'a, R> {
    source: R,
    done: u64,
    on: &'a mut dyn FnMut(u64),
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(into)?;
        self.done += read as u64;
        (self.on)(self.done);
        Ok(read)
    }
}

fn modified(stamp: Stamp) -> Option<Timestamp> {
    let (second, nanosecond) = stamp.modified;
    Timestamp::new(second, i32::try_from(nanosecond).ok()?).ok()
}
