//! The one way by which bytes come into a case: staged, synced, renamed, folders synced, ledger, told.

use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use super::batch::{Batch, Kept};
use super::stable::stage_file;
use super::walk::{Found, OwnCase, Walk};
use super::{AddEvent, AddOptions, AddSource, AddSummary};
use crate::folder::Store;
use crate::ledger::{Acquired, Via};
use crate::vault::Staged;
use crate::{Error, Result, Timestamp};

/// Adds sources to the store, telling of each file.
pub(crate) struct Intake<'a> {
    store: &'a mut Store,
    on: &'a mut dyn FnMut(AddEvent<'_>),
    batch: Batch,
    summary: AddSummary,
}

/// Where bytes come from, as the ledger will say.
pub(crate) struct Provenance {
    pub(crate) name: String,
    pub(crate) origin: String,
    pub(crate) origin_bytes: Option<String>,
    pub(crate) modified: Option<Timestamp>,
    pub(crate) via: Via,
}

impl Provenance {
    pub(crate) fn of_path(path: &Path, modified: Option<Timestamp>) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let bytes = path.as_os_str().as_bytes();
        let hex = || bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Self {
            name: name.to_string_lossy().into_owned(),
            origin: path.to_string_lossy().into_owned(),
            origin_bytes: path.to_str().is_none().then(hex),
            modified,
            via: Via::Direct,
        }
    }

    /// The acquisition of these bytes.
    pub(crate) fn acquired(self, staged: &Staged) -> Acquired {
        Acquired {
            sha256: staged.sha256,
            size: staged.size,
            name: self.name,
            origin: self.origin,
            origin_bytes: self.origin_bytes,
            modified: self.modified,
            via: self.via,
        }
    }
}

impl<'a> Intake<'a> {
    pub(crate) fn new(store: &'a mut Store, on: &'a mut dyn FnMut(AddEvent<'_>)) -> Self {
        Self { store, on, batch: Batch::default(), summary: AddSummary::default() }
    }

    /// Adds everything given. An error leaves what was told before it safe and what was not told undone.
    pub(crate) fn run(mut self, sources: Vec<AddSource<'_>>, options: AddOptions) -> Result<AddSummary> {
        for source in sources {
            let done = match source {
                AddSource::Path(path) => self.walk(path, options),
                AddSource::Stream { name, origin, bytes } => self.stream(name, origin, bytes),
            };
            if let Err(error) = done {
                self.store.interrupt();
                return Err(error);
            }
        }
        self.finish()
    }

    /// Makes the last batch durable.
    pub(crate) fn finish(mut self) -> Result<AddSummary> {
        self.commit()?;
        Ok(self.summary)
    }

    fn walk(&mut self, path: PathBuf, options: AddOptions) -> Result<()> {
        let own = OwnCase::new(&self.store.layout.root);
        for found in Walk::new(path, options.folder_links, own) {
            match found {
                Found::File(path) => self.file(&path)?,
                Found::Skipped(path, why) => {
                    self.summary.skipped += 1;
                    let path = &path.to_string_lossy();
                    (self.on)(AddEvent::Skipped { path, why });
                }
                Found::Failed(path, error) => {
                    self.failed(&path.to_string_lossy(), &Error::io("read", &path, error));
                }
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path) -> Result<()> {
        let disk = self.store.disk.clone();
        match stage_file(&*disk, &mut self.store.vault, path, &mut |_, _| {})? {
            Ok((staged, modified)) => self.keep(staged, Provenance::of_path(path, modified)),
            Err(error) => {
                self.failed(&path.to_string_lossy(), &error);
                Ok(())
            }
        }
    }

    fn stream(&mut self, name: String, origin: String, bytes: &mut dyn Read) -> Result<()> {
        match self.store.vault.stage(bytes)? {
            Ok(staged) => self.keep(
                staged,
                Provenance { name, origin, origin_bytes: None, modified: None, via: Via::Direct },
            ),
            Err(error) => {
                self.failed(&origin, &Error::io("read", Path::new(&origin), error));
                Ok(())
            }
        }
    }

    /// Bytes in memory: a member of an archive.
    pub(crate) fn member(&mut self, bytes: &[u8], provenance: Provenance) -> Result<()> {
        let staged = self.store.vault.stage(&mut &*bytes)?;
        match staged {
            Ok(staged) => self.keep(staged, provenance),
            Err(error) => Err(Error::io("read", Path::new(&provenance.origin), error)),
        }
    }

    fn keep(&mut self, staged: Staged, from: Provenance) -> Result<()> {
        let acquired = from.acquired(&staged);
        let known = &mut self.store.known;
        let kept = if known.has_way(&acquired) {
            Kept::There
        } else if known.has_exhibit(&acquired.sha256) {
            Kept::Again
        } else {
            Kept::New
        };
        known.add(&acquired);
        // A known exhibit whose file is gone is put back: its bytes are at hand.
        let lacking = (kept == Kept::New || !self.store.has(&acquired.sha256)).then_some(staged);
        self.batch.push(acquired, kept, lacking);
        if self.batch.is_full() {
            self.commit()?;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<()> {
        let mut batch = std::mem::take(&mut self.batch);
        self.store.commit(&mut batch.staged, batch.acts)?;
        for outcome in batch.outcomes {
            let (origin, sha256, size) = (&*outcome.origin, outcome.sha256, outcome.size);
            let event = match outcome.kind {
                Kept::New => {
                    self.summary.added += 1;
                    self.summary.bytes += size;
                    AddEvent::Added { origin, sha256, size }
                }
                Kept::Again => {
                    self.summary.added_again += 1;
                    AddEvent::AddedAgain { origin, sha256, size }
                }
                Kept::There => {
                    self.summary.already_there += 1;
                    AddEvent::AlreadyThere { origin, sha256 }
                }
            };
            (self.on)(event);
        }
        Ok(())
    }

    fn failed(&mut self, path: &str, error: &Error) {
        self.summary.failed += 1;
        (self.on)(AddEvent::Failed { path, error });
    }
}
