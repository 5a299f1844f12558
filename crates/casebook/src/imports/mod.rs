//! Files of parties that others wrote down: read line by line, kept like any exhibit.

mod lines;
mod read;

use std::collections::HashMap;

use ftm::Gathered;
use reason::imports::ImportedFile;

pub use read::{LARGEST, ReadParties, Unfit, read_parties};

use crate::case::Case;
use crate::ledger::{Act, KnownAct, Role};
use crate::{Error, Result, Sha256};

impl Case {
    /// The files of parties in use, with all that they hold, in the order in which they were taken into use.
    ///
    /// # Errors
    /// [`Error::ExhibitMissing`], [`Error::ExhibitDamaged`]: parties that are missing unseen would be worse.
    pub fn imports(&self) -> Result<Vec<ImportedFile>> {
        let used = self.files_of_parties()?;
        let mut files = Vec::with_capacity(used.len());
        for (exhibit, name) in used {
            let Gathered { records, .. } = self.read_kept(&exhibit)?.gathered;
            files.push(ImportedFile { sha256: exhibit.to_string(), name, records });
        }
        Ok(files)
    }

    /// The files of parties in use, and the names to show them by.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn files_of_parties(&self) -> Result<Vec<(Sha256, String)>> {
        let used: Vec<Sha256> = self
            .in_use()?
            .into_iter()
            .filter(|(role, _)| *role == Role::Parties)
            .map(|(_, one)| one)
            .collect();
        if used.is_empty() {
            return Ok(Vec::new());
        }
        let mut names: HashMap<Sha256, String> = HashMap::new();
        for link in self.chain()? {
            if let Act::Known(KnownAct::Acquired(acquired)) = link?.entry.act {
                names.entry(acquired.sha256).or_insert(acquired.name);
            }
        }
        let name = |exhibit: &Sha256| names.get(exhibit).cloned().unwrap_or_else(|| exhibit.short());
        let shared = |of: &str| used.iter().filter(|other| name(other) == of).count() > 1;
        let named = used.iter().map(|exhibit| match name(exhibit) {
            name if shared(&name) => (*exhibit, format!("{name} ({})", exhibit.short())),
            name => (*exhibit, name),
        });
        Ok(named.collect())
    }

    fn read_kept(&self, exhibit: &Sha256) -> Result<ReadParties> {
        let read = read_parties(&self.exhibit_path(exhibit)).map_err(|error| match error {
            Error::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
                Error::ExhibitMissing { sha256: *exhibit }
            }
            other => other,
        })?;
        match read.sha256 == *exhibit {
            true => Ok(read),
            false => Err(Error::ExhibitDamaged { expected: *exhibit, found: read.sha256 }),
        }
    }
}
