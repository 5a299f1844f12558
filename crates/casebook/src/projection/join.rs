//! What needs all documents at once: works, parties, incidents, origins and diagnostics.

use rusqlite::params;

use super::Loaded;
use super::database::{Database, Meta, to_json};
use super::store::as_integer;
use crate::Result;
use crate::export::diagnostic_rows;

/// Draws the conclusions from all documents and runs the rules over them, in memory together: `reason` looks at them
/// side by side.
pub(crate) fn join(database: &Database, loaded: &Loaded) -> Result<()> {
    let transaction = database.connection.unchecked_transaction()?;
    database.put_conclusions(loaded)?;
    database.put_states(&loaded.states)?;
    put_diagnostics(database, loaded)?;
    database.clear(Meta::Unjoined)?;
    transaction.commit()?;
    Ok(())
}

impl Database {
    /// Whether conclusions and diagnostics follow from the readings: not while a build goes on or after one was
    /// interrupted.
    pub(crate) fn is_joined(&self) -> Result<bool> {
        Ok(!self.decided_since && self.get(Meta::Unjoined)?.is_none())
    }
}

fn put_diagnostics(database: &Database, loaded: &Loaded) -> Result<()> {
    database.connection.execute("DELETE FROM diagnostic", [])?;
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
