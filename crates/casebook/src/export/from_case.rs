use std::io::Write;
use std::sync::Arc;

use reason::document::Unread;
use reason::imports::ImportedFile;
use reason::money::Rates;

use super::diagnostics::diagnostic_rows;
use super::documents::exhibit_row;
use super::from_loaded::{ftm_of, rows_of, write_rows};
use super::ftm;
use super::imported::imported_rows;
use super::rows::{DiagnosticRow, EntityRow, IncidentRow, WorkRow};
use super::sink::Sink;
use super::{Exported, Request, Ties, What};
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
            what if what.follows_from_all() && !database.is_joined()? => {
                self.unjoined(what, &database, &mut sink)?;
            }
            What::Works => {
                stored(&database, "work", |row| sink.write(&from_json::<WorkRow>(&row)?))?;
            }
            What::Incidents => {
                stored(&database, "incident", |row| sink.write(&from_json::<IncidentRow>(&row)?))?;
            }
            What::Entities => {
                stored(&database, "party", |row| sink.write(&from_json::<EntityRow>(&row)?))?;
            }
            What::Diagnostics => self.diagnostics(&database, &mut sink)?,
            What::Ftm => follow_the_money(&database, &self.imports()?, &mut sink)?,
            What::Imported => {
                let (files, rows) = (self.imports()?, party_rows(&database)?);
                imported_rows(&files, rows.into_iter()).try_for_each(|row| sink.write(&row))?;
            }
            what => {
                let rates = Arc::new(if what == What::Money { self.rates()? } else { Rates::default() });
                per_document(what, &database, &rates, &mut sink)?;
            }
        }
        drop(snapshot);
        sink.close(stale)
    }

    /// After an interrupted build, works follow from the readings, not from what an earlier build stored.
    fn unjoined(&self, what: What, database: &Database, sink: &mut Sink<'_>) -> Result<()> {
        let loaded = self.assemble(database)?;
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

/// The rows of a table of conclusions, in order.
fn stored(database: &Database, table: &str, visit: impl FnMut(String) -> Result<()>) -> Result<()> {
    database.for_each_text(&format!("SELECT row FROM {table} ORDER BY ordinal"), visit)
}

fn per_document(what: What, database: &Database, rates: &Arc<Rates>, sink: &mut Sink<'_>) -> Result<()> {
    database.for_each_stored(|ordinal, stored| match stored {
        Stored::Document(document) => {
            let ties = Ties { rates: Arc::clone(rates), ..database.ties_of(ordinal, what)? };
            rows_of(what, &document, &ties, sink)
        }
        Stored::Unread(exhibit, why) if what == What::Documents => {
            let mut row = exhibit_row(&exhibit);
            row.unread = Some(Unread::sentence(&why));
            sink.write(&row)
        }
        Stored::Unread(..) | Stored::Archive(..) => Ok(()),
    })
}

fn party_rows(database: &Database) -> Result<Vec<EntityRow>> {
    let mut rows = Vec::new();
    stored(database, "party", |row| {
        rows.push(from_json(&row)?);
        Ok(())
    })?;
    Ok(rows)
}

fn follow_the_money(database: &Database, imports: &[ImportedFile], sink: &mut Sink<'_>) -> Result<()> {
    let mut parties = ftm::Parties::default();
    let rows = party_rows(database)?;
    let mut imports = ftm::Imports::new(imports, rows.iter().cloned());
    for row in rows {
        parties.learn(&row);
        imports.party(&row).iter().try_for_each(|row| sink.write(row))?;
    }
    stored(database, "incident", |row| sink.write(imports.own(&ftm::event(&from_json(&row)?))))?;
    database.for_each_stored(|ordinal, stored| match stored {
        Stored::Document(document) => {
            ftm_of(&document, &database.ties_of(ordinal, What::Relations)?, &parties, &mut imports, sink)
        }
        Stored::Unread(..) | Stored::Archive(..) => Ok(()),
    })?;
    imports.rest().try_for_each(|row| sink.write(&row))
}
