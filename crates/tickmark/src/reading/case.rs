//! How a case reads: through the workers.

use std::sync::{Mutex, PoisonError};

use casebook::Reading;
use reason::document::{ReadOutcome, Unread};

use super::exhibit::ExhibitReader;
use crate::worker::{Pool, WorkerError};

/// The workers, as a case asks for them.
#[derive(Debug)]
pub struct CaseReading<'a> {
    exhibits: ExhibitReader<'a>,
    failure: Mutex<Option<WorkerError>>,
}

impl<'a> CaseReading<'a> {
    /// Reads through these workers.
    pub fn new(pool: &'a Pool) -> Self {
        Self { exhibits: ExhibitReader::new(pool), failure: Mutex::new(None) }
    }

    /// That no worker could be started is no outcome of an exhibit: ask for it after a build.
    pub fn failure(self) -> Option<WorkerError> {
        self.failure.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reading for CaseReading<'_> {
    fn version(&self) -> String {
        // Readers and analysis change with the program, what is read of a scan with the one that recognises text.
        let own = concat!("tickmark ", env!("CARGO_PKG_VERSION"));
        match self.exhibits.recognition() {
            Some(program) => format!("{own}, {program}"),
            None => own.to_owned(),
        }
    }

    fn read(&self, name: &str, bytes: &[u8]) -> ReadOutcome {
        self.exhibits.read(name, bytes).unwrap_or_else(|error| {
            let detail = error.to_string();
            *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
            ReadOutcome::Unread(Unread::Crashed { detail })
        })
    }
}
