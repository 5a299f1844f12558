use reason::checks::Diagnostic;
use reason::decisions::Decisions;

use super::Case;
use crate::ledger::{Chain, Head};
use crate::projection::{Database, Silences, from_json};
use crate::{Error, Loaded, Result, Sha256};

impl Case {
    /// All documents with their analyses, works and diagnostics.
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    pub fn load(&self) -> Result<Loaded> {
        let (database, stale) = self.projection()?;
        let snapshot = database.connection.unchecked_transaction()?;
        let silences = self.silences()?;
        let mut loaded = if database.is_joined()? { stored(&database)? } else { self.assemble(&database)? };
        drop(snapshot);
        loaded.stale = stale;
        let all = std::mem::take(&mut loaded.diagnostics);
        let shown = |one: &Diagnostic| !silences.hold(one.code, loaded.anchor(one).as_ref());
        loaded.diagnostics = all.into_iter().filter(shown).collect();
        Ok(loaded)
    }

    /// All documents with what follows from them, made anew.
    pub(crate) fn assemble(&self, database: &Database) -> Result<Loaded> {
        let loaded = database.load()?;
        Ok(Loaded::assemble(loaded.documents, loaded.unread, &Decisions::default()))
    }

    pub(crate) const fn root_hash(&self) -> Sha256 {
        self.root_hash
    }

    /// The projection to read from, and how many acquisitions it lacks.
    pub(crate) fn projection(&self) -> Result<(Database, u64)> {
        let database = Database::open_to_read(&self.layout)?;
        let Some(from) = database.head()? else {
            return Err(Error::NotBuilt { path: self.layout.root.clone() });
        };
        let waiting = database.number(
            "SELECT count(*) FROM exhibit
             WHERE NOT EXISTS (SELECT 1 FROM reading WHERE reading.exhibit = ordinal)",
        )?;
        Ok((database, waiting + self.acquired_after(from)?))
    }

    fn acquired_after(&self, from: Head) -> Result<u64> {
        let head = Head::read(&self.layout.head())?;
        let mut acquired = 0;
        for link in Chain::resume(&self.layout.ledger(), from, head.length)? {
            acquired += u64::from(link?.entry.acquired().is_some());
        }
        Ok(acquired)
    }

    /// What people decided about diagnostics.
    pub(crate) fn silences(&self) -> Result<Silences> {
        let mut silences = Silences::default();
        for link in self.chain()? {
            if let Some(judgement) = link?.entry.judgement() {
                silences.learn(judgement);
            }
        }
        Ok(silences)
    }
}

/// As the last build left it.
fn stored(database: &Database) -> Result<Loaded> {
    let mut loaded = database.load()?;
    loaded.conclusions = database.conclusions()?;
    loaded.judged = database.judged_claims()?;
    database.for_each_diagnostic(|body, _, _| {
        loaded.diagnostics.push(from_json(&body)?);
        Ok(())
    })?;
    Ok(loaded)
}
