use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use super::CHUNK;
use crate::digest::Hasher;
use crate::disk::{Access, Disk};
use crate::error::At;
use crate::layout::Layout;
use crate::{Error, Result, Sha256};

/// Bytes on their way into the vault. Dropped, they are gone: they were never acknowledged.
#[derive(Debug)]
pub(crate) struct Staged {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    pub(crate) sha256: Sha256,
    pub(crate) size: u64,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Staging,
    Vault,
}

impl Staged {
    /// The bytes, to read before they are kept.
    pub(crate) fn open(&self) -> Result<File> {
        File::open(&self.path).at("read", &self.path)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if self.place == Place::Staging {
            // What cannot be removed is swept at the next start.
            let _ = self.disk.remove(&self.path);
        }
    }
}

/// The way into the vault. Only the holder of the lock has one.
#[derive(Debug)]
pub(crate) struct Vault {
    layout: Layout,
    disk: Arc<dyn Disk>,
    next: u64,
}

impl Vault {
    pub(crate) fn at(layout: &Layout, disk: &Arc<dyn Disk>) -> Self {
        Self { layout: layout.clone(), disk: Arc::clone(disk), next: 0 }
    }

    pub(crate) fn has(&self, exhibit: &Sha256) -> bool {
        self.layout.exhibit(exhibit).is_file()
    }

    /// Copies bytes into the staging folder and hashes what is copied. Errors of the source come as `Ok(Err)`, with
    /// nothing left behind; errors of the case as `Err`.
    pub(crate) fn stage(&mut self, source: &mut dyn Read) -> Result<io::Result<Staged>> {
        let path = self.layout.staging().join(self.next.to_string());
        self.next += 1;
        let mut file = self.disk.create(&path, Access::ReadOnly).at("create", &path)?;
        let mut staged = Staged {
            disk: Arc::clone(&self.disk),
            path,
            sha256: Sha256::of(b""),
            size: 0,
            place: Place::Staging,
        };
        let mut hasher = Hasher::default();
        let mut buffer = vec![0; CHUNK];
        loop {
            let read = match source.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Ok(Err(error)),
            };
            hasher.update(&buffer[..read]);
            file.write_all(&buffer[..read]).at("write", &staged.path)?;
            staged.size += read as u64;
        }
        staged.sha256 = hasher.finish();
        Ok(Ok(staged))
    }

    /// Moves staged bytes to their names. Durable when it returns `Ok`: bytes synced, renamed, folders synced.
    pub(crate) fn put(&self, staged: &mut [Staged]) -> Result<()> {
        if staged.is_empty() {
            return Ok(());
        }
        let root = &self.layout.root;
        let files: Vec<_> = staged.iter().map(|staged| staged.path.clone()).collect();
        self.disk.sync(&files, root).at("sync", &self.layout.staging())?;
        let mut folders = HashSet::new();
        for staged in staged {
            let target = self.layout.exhibit(&staged.sha256);
            let shard = self.layout.shard(&staged.sha256);
            if !shard.is_dir() {
                self.disk.create_folder(&shard).at("create", &shard)?;
                folders.insert(self.layout.vault());
            }
            if target.exists() {
                continue;
            }
            self.disk.rename(&staged.path, &target).map_err(|error| Error::io("write", &target, error))?;
            staged.place = Place::Vault;
            folders.insert(shard);
        }
        let folders: Vec<_> = folders.into_iter().collect();
        self.disk.sync(&folders, root).at("sync", &self.layout.vault())
    }
}
