use reason::checks::Diagnostic;
use reason::money::Rates;

use std::collections::HashMap;

use super::Case;
use crate::export::diagnostic_ids;
use crate::judgements::{Recorded, Rulings, State, resolve};
use crate::ledger::{Act, Chain, Head, KnownAct, Role};
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
        let mut loaded = match database.is_joined()? {
            true => Loaded { imports: self.imports()?, ..stored(&database)? },
            false => self.assemble(&database)?,
        };
        drop(snapshot);
        loaded.stale = stale;
        loaded.rates = self.own_rates()?;
        let ids: Vec<_> = diagnostic_ids(&loaded).collect();
        let all = std::mem::take(&mut loaded.diagnostics).into_iter().zip(ids);
        let shown = |(one, _): &(Diagnostic, String)| !silences.hold(one.code, loaded.anchor(one).as_ref());
        (loaded.diagnostics, loaded.diagnostic_ids) = all.filter(shown).unzip();
        Ok(loaded)
    }

    /// All documents with what follows from them, made anew.
    pub(crate) fn assemble(&self, database: &Database) -> Result<Loaded> {
        let loaded = Loaded { imports: self.imports()?, ..database.load()? };
        let resolved = resolve(&loaded, &self.rulings()?);
        let assembled =
            Loaded::assemble(loaded.documents, loaded.unread, loaded.imports, &resolved.decisions);
        Ok(Loaded { states: resolved.states, ..assembled })
    }

    pub(crate) const fn root_hash(&self) -> Sha256 {
        self.folder.root_hash
    }

    /// The projection to read from, and how many acquisitions it lacks.
    pub(crate) fn projection(&self) -> Result<(Database, u64)> {
        let mut database = Database::open_to_read(&self.folder.layout)?;
        let Some(from) = database.head()? else {
            return Err(Error::NotBuilt { path: self.folder.layout.root.clone() });
        };
        let waiting = database.number(
            "SELECT count(*) FROM exhibit
             WHERE role IS NULL AND NOT EXISTS (SELECT 1 FROM reading WHERE reading.exhibit = ordinal)",
        )?;
        let acquired = self.acts_after(from, &mut database)?;
        Ok((database, waiting + acquired))
    }

    /// How many acquisitions came in after a place in the ledger; notes decisions.
    fn acts_after(&self, from: Head, database: &mut Database) -> Result<u64> {
        let head = Head::read(&self.folder.layout.head())?;
        let mut acquired = 0;
        for link in Chain::resume(&self.folder.layout.ledger(), from, head.length)? {
            let entry = link?.entry;
            acquired += u64::from(entry.acquired().is_some());
            database.decided_since |= entry.changes_conclusions();
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

    /// The exhibits that are in use as tables, in the order in which they were taken into use.
    ///
    /// # Errors
    /// Those of the ledger.
    pub fn in_use(&self) -> Result<Vec<(Role, Sha256)>> {
        let mut used: Vec<(Role, Sha256)> = Vec::new();
        for link in self.chain()? {
            match link?.entry.act {
                Act::Known(KnownAct::Used { role, exhibit }) => {
                    // Rates replace each other; gazetteers and files of parties stand beside the others.
                    used.retain(|(other, known)| {
                        *other != role || (role != Role::Rates && *known != exhibit)
                    });
                    used.push((role, exhibit));
                }
                Act::Known(KnownAct::Unused { role, exhibit }) => used.retain(|one| *one != (role, exhibit)),
                _ => {}
            }
        }
        Ok(used)
    }

    /// Where an exhibit's bytes lie.
    pub(crate) fn exhibit_path(&self, exhibit: &Sha256) -> std::path::PathBuf {
        self.folder.layout.exhibit(exhibit)
    }

    /// The bytes of an exhibit, checked against its name.
    ///
    /// # Errors
    /// [`Error::ExhibitMissing`], [`Error::ExhibitDamaged`].
    pub fn exhibit_bytes(&self, exhibit: &Sha256) -> Result<Vec<u8>> {
        self.folder.exhibit_bytes(exhibit)
    }

    /// The exchange rates in use: the user's own, else those that are built in.
    ///
    /// # Errors
    /// Those of ledger and vault. A table that cannot be read any more counts as none: it could when it was taken into use.
    pub fn rates(&self) -> Result<Rates> {
        Ok(self.own_rates()?.unwrap_or_else(Rates::bundled))
    }

    fn own_rates(&self) -> Result<Option<Rates>> {
        let used = self.in_use()?;
        let Some((_, exhibit)) = used.iter().find(|(role, _)| *role == Role::Rates) else { return Ok(None) };
        let text = self.exhibit_bytes(exhibit)?;
        Ok(Rates::parse(&String::from_utf8_lossy(&text)).ok())
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
