//! What needs all documents at once: works and diagnostics.

use reason::Conclusions;
use reason::decisions::Decisions;
use rusqlite::params;

use super::Loaded;
use super::database::{Database, Meta, to_json};
use super::store::as_integer;
use crate::Result;
use crate::export::{diagnostic_rows, work_row};

/// Joins works and runs the rules over all documents, in memory together: `reason` looks at them side by side.
pub(crate) fn join(database: &Database) -> Result<()> {
    let loaded = database.assemble()?;
    let transaction = database.connection.unchecked_transaction()?;
    database.connection.execute_batch(
        "DELETE FROM cited; DELETE FROM work; DELETE FROM diagnostic; DELETE FROM conclusions;",
    )?;
    put_works(database, &loaded)?;
    put_conclusions(database, &loaded)?;
    put_diagnostics(database, &loaded)?;
    database.clear(Meta::Unjoined)?;
    transaction.commit()?;
    Ok(())
}

impl Database {
    /// Whether works and diagnostics follow from the readings: not while a build goes on or after one was interrupted.
    pub(crate) fn is_joined(&self) -> Result<bool> {
        Ok(self.get(Meta::Unjoined)?.is_none())
    }

    /// Works and diagnostics made anew from the readings.
    pub(crate) fn assemble(&self) -> Result<Loaded> {
        let stored = self.load()?;
        Ok(Loaded::assemble(stored.documents, stored.unread, &Decisions::default()))
    }
}

fn put_works(database: &Database, loaded: &Loaded) -> Result<()> {
    let connection = &database.connection;
    let mut insert = connection.prepare("INSERT INTO work (ordinal, body, row) VALUES (?1, ?2, ?3)")?;
    let mut cite = connection.prepare(
        "INSERT OR REPLACE INTO cited (exhibit, citation, work)
         SELECT ordinal, ?2, ?3 FROM exhibit WHERE sha256 = ?1",
    )?;
    for (ordinal, work) in loaded.conclusions.works.iter().enumerate() {
        let row = work_row(loaded, work);
        insert.execute(params![as_integer(ordinal), to_json(work), to_json(&row)])?;
        for cited in &work.cited_by {
            if let Some(exhibit) = loaded.exhibit(cited.document) {
                let sha256 = exhibit.sha256.to_string();
                cite.execute(params![sha256, as_integer(cited.citation), work.id])?;
            }
        }
    }
    Ok(())
}

/// All but the works, which have a table of their own.
fn put_conclusions(database: &Database, loaded: &Loaded) -> Result<()> {
    let rest = Conclusions { works: Vec::new(), ..loaded.conclusions.clone() };
    database.connection.execute("INSERT INTO conclusions (body) VALUES (?1)", [to_json(&rest)])?;
    Ok(())
}

fn put_diagnostics(database: &Database, loaded: &Loaded) -> Result<()> {
    let mut insert = database
        .connection
        .prepare("INSERT INTO diagnostic (ordinal, body, row, anchor) VALUES (?1, ?2, ?3, ?4)")?;
    let rows = diagnostic_rows(loaded).zip(&loaded.diagnostics).enumerate();
    for (ordinal, (row, diagnostic)) in rows {
        let anchor = loaded.anchor(diagnostic).map(|anchor| to_json(&anchor));
        insert.execute(params![as_integer(ordinal), to_json(diagnostic), to_json(&row), anchor])?;
    }
    Ok(())
}
