use reason::checks::Diagnostic;

use std::collections::HashMap;

use super::Case;
use crate::export::diagnostic_ids;
use crate::judgements::{Recorded, Rulings, State, resolve};
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
        let ids: Vec<_> = diagnostic_ids(&loaded).collect();
        let all = std::mem::take(&mut loaded.diagnostics).into_iter().zip(ids);
        let shown = |(one, _): &(Diagnostic, String)| !silences.hold(one.code, loaded.anchor(one).as_ref());
        (loaded.diagnostics, loaded.diagnostic_ids) = all.filter(shown).unzip();
        Ok(loaded)
    }

    /// All documents with what follows from them, made anew.
    pub(crate) fn assemble(&self, database: &Database) -> Result<Loaded> {
        let loaded = database.load()?;
        let resolved = resolve(&loaded, &self.rulings()?);
        let assembled = Loaded::assemble(loaded.documents, loaded.unread, &resolved.decisions);
        Ok(Loaded { states: resolved.states, ..assembled })
    }

    pub(crate) const fn root_hash(&self) -> Sha256 {
        self.root_hash
    }

    /// The projection to read from, and how many acquisitions it lacks.
    pub(crate) fn projection(&self) -> Result<(Database, u64)> {
        let mut database = Database::open_to_read(&self.layout)?;
        let Some(from) = database.head()? else {
            return Err(Error::NotBuilt { path: self.layout.root.clone() });
        };
        let waiting = database.number(
            "SELECT count(*) FROM exhibit
             WHERE NOT EXISTS (SELECT 1 FROM reading WHERE reading.exhibit = ordinal)",
        )?;
        let acquired = self.acts_after(from, &mut database)?;
        Ok((database, waiting + acquired))
    }

    /// How many acquisitions came in after a place in the ledger; notes decisions.
    fn acts_after(&self, from: Head, database: &mut Database) -> Result<u64> {
        let head = Head::read(&self.layout.head())?;
        let mut acquired = 0;
        for link in Chain::resume(&self.layout.ledger(), from, head.length)? {
            let entry = link?.entry;
            acquired += u64::from(entry.acquired().is_some());
            database.decided_since |= entry.is_decision();
        }
        Ok(acquired)
    }

    /// What people decided about diagnostics.
    pub(crate) fn silences(&self) -> Result<Silences> {
        Ok(Silences::of(&self.rulings()?))
    }

    /// Every judgement of the ledger.
    pub(crate) fn rulings(&self) -> Result<Rulings> {
        let mut rulings = Rulings::default();
        for link in self.chain()? {
            rulings.learn(link?.entry);
        }
        Ok(rulings)
    }

    /// Every judgement, in order, with what became of it.
    ///
    /// # Errors
    /// Those of the ledger and the projection. Without a projection, decisions are [`State::Pending`].
    pub fn judgements(&self) -> Result<Vec<Recorded>> {
        let states: HashMap<u64, State> = match self.projection() {
            Ok((database, _)) => database.states()?.into_iter().collect(),
            Err(Error::NotBuilt { .. } | Error::ProjectionUnusable { .. }) => HashMap::new(),
            Err(error) => return Err(error),
        };
        Ok(self.rulings()?.recorded(|act| states.get(&act).copied().unwrap_or(State::Pending)))
    }
}

/// As the last build left it.
fn stored(database: &Database) -> Result<Loaded> {
    let mut loaded = database.load()?;
    loaded.conclusions = database.conclusions()?;
    loaded.judged = database.judged_claims()?;
    loaded.states = database.states()?;
    database.for_each_diagnostic(|body, _, _| {
        loaded.diagnostics.push(from_json(&body)?);
        Ok(())
    })?;
    Ok(loaded)
}
