use std::collections::HashMap;
use std::io::Write;

use reason::document::Unread;

use super::from_loaded::{rows_of, write_rows};
use super::over_all::{diagnostic_rows, exhibit_row};
use super::rows::{DiagnosticRow, WorkRow};
use super::sink::Sink;
use super::{Exported, Request, What};
use crate::Result;
use crate::case::Case;
use crate::projection::{Database, Stored, from_json};

impl Case {
    /// Writes rows, one document in memory at a time.
    ///
    /// # Errors
    /// [`crate::Error::NotBuilt`], [`crate::Error::Output`].
    pub fn export(&self, request: &Request, out: &mut dyn Write) -> Result<Exported> {
        let (database, stale) = self.projection()?;
        // One state of the projection for all rows, even if a build goes on.
        let snapshot = database.connection.unchecked_transaction()?;
        let mut sink = Sink::open(request.what, request.format, out)?;
        match request.what {
            What::Works | What::Diagnostics | What::Citations if !database.is_joined()? => {
                self.unjoined(request.what, &database, &mut sink)?;
            }
            What::Works => database.for_each_text("SELECT row FROM work ORDER BY ordinal", |row| {
                sink.write(&from_json::<WorkRow>(&row)?)
            })?,
            What::Diagnostics => self.diagnostics(&database, &mut sink)?,
            what => per_document(what, &database, &mut sink)?,
        }
        drop(snapshot);
        sink.close(stale)
    }

    /// After an interrupted build, works follow from the readings, not from what an earlier build stored.
    fn unjoined(&self, what: What, database: &Database, sink: &mut Sink<'_>) -> Result<()> {
        let loaded = database.assemble()?;
        if what != What::Diagnostics {
            return write_rows(what, &loaded, sink);
        }
        let silences = self.silences()?;
        for (row, diagnostic) in diagnostic_rows(&loaded).zip(&loaded.diagnostics) {
            if !silences.hold(row.code, loaded.anchor(diagnostic).as_ref()) {
                sink.write(&row)?;
            }
        }
        Ok(())
    }

    fn diagnostics(&self, database: &Database, sink: &mut Sink<'_>) -> Result<()> {
        let silences = self.silences()?;
        database.for_each_diagnostic(|_, row, anchor| {
            let row: DiagnosticRow = from_json(&row)?;
            if silences.hold(row.code, anchor.as_ref()) {
                return Ok(());
            }
            sink.write(&row)
        })
    }
}

fn per_document(what: What, database: &Database, sink: &mut Sink<'_>) -> Result<()> {
    database.for_each_stored(|ordinal, stored| match stored {
        Stored::Document(document) => {
            let works: HashMap<usize, String> = match what {
                What::Citations => database.works_of(ordinal)?,
                _ => HashMap::new(),
            };
            rows_of(what, &document, &|citation| works.get(&citation).cloned(), sink)
        }
        Stored::Unread(exhibit, why) if what == What::Documents => {
            let mut row = exhibit_row(&exhibit);
            row.unread = Some(Unread::sentence(&why));
            sink.write(&row)
        }
        Stored::Unread(..) | Stored::Archive(..) => Ok(()),
    })
}
