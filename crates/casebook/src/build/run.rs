use std::fs;

use super::jobs::{Job, Jobs};
use super::pipeline::{Bench, Desk, run};
use super::places::Places;
use super::read::{Again, Made};
use super::{BuildEvent, BuildOptions, BuildSummary, Reading, members};
use crate::case::Case;
use crate::folder::Store;
use crate::projection::{Database, Fingerprint, Meta, StoredReading, Synced, content, delete, join, sync};
use crate::suggestions::Suggestions;
use crate::{Error, Result};

/// Readings of one transaction: a commit takes as long as a few of them.
const COMMIT_AFTER: usize = 64;

/// Of a reading that the next build shall try again: no reader has this version.
const NO_VERSION: &str = "";

/// Brings the projection up to the ledger and the readers.
pub(crate) fn build(
    case: &Case,
    store: &mut Store,
    reading: &dyn Reading,
    options: BuildOptions,
    on: &mut dyn FnMut(BuildEvent<'_>),
) -> Result<BuildSummary> {
    let database = open(case, store)?;
    let places = Places::of(case)?;
    let suggestions = Suggestions::of(case)?;
    let version = places.version(&reading.version());
    let jobs = Jobs::new(version.clone());
    let (to_read, unchanged) = jobs.count(&database)?;
    on(BuildEvent::Planned { exhibits: to_read });
    let layout = store.layout.clone();
    let mut desk = Table {
        case,
        store,
        database,
        version,
        jobs,
        on,
        summary: BuildSummary { unchanged, ..BuildSummary::default() },
        planned: to_read,
        open: 0,
    };
    run(
        &Bench { layout: &layout, reading, places: &places, suggestions: &suggestions },
        options.threads,
        &mut desk,
    )?;
    desk.finish()
}

/// Deletes the projection and builds it from vault and ledger alone.
pub(crate) fn rebuild(
    case: &Case,
    store: &mut Store,
    reading: &dyn Reading,
    options: BuildOptions,
    on: &mut dyn FnMut(BuildEvent<'_>),
) -> Result<BuildSummary> {
    delete(&store.layout)?;
    build(case, store, reading, options, on)
}

/// The projection, with every act of the ledger taken up; made anew where it belongs to another ledger.
fn open(case: &Case, store: &Store) -> Result<Database> {
    let (layout, head) = (&store.layout, store.ledger.head());
    let database = Database::open_to_write(layout)?;
    forget_fingerprint(store)?;
    if !matches!(sync(&database, layout, case.root_hash(), head)?, Synced::Foreign) {
        return Ok(database);
    }
    drop(database);
    delete(layout)?;
    let database = Database::open_to_write(layout)?;
    match sync(&database, layout, case.root_hash(), head)? {
        Synced::Foreign => {
            Err(Error::ProjectionUnusable { detail: "the ledger cannot be taken up".to_owned() })
        }
        _ => Ok(database),
    }
}

/// From here to the end of the build the tables are between two states.
fn forget_fingerprint(store: &Store) -> Result<()> {
    let path = store.layout.fingerprint();
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io("remove", &path, error)),
        _ => Ok(()),
    }
}

/// Where results are taken up.
struct Table<'a> {
    case: &'a Case,
    store: &'a mut Store,
    database: Database,
    version: String,
    jobs: Jobs,
    on: &'a mut dyn FnMut(BuildEvent<'_>),
    summary: BuildSummary,
    planned: u64,
    /// Readings in the open transaction.
    open: usize,
}

impl Desk for Table<'_> {
    fn next(&mut self) -> Result<Option<Job>> {
        self.jobs.next(&self.database)
    }

    fn take_up(&mut self, job: Job, made: Made) -> Result<()> {
        let (name, sha256) = (&*job.name, job.sha256);
        match made {
            Made::Document { reading, warnings } => {
                self.put(&job, Again::Never, &reading)?;
                self.summary.read += 1;
                (self.on)(BuildEvent::Read { name, sha256, warnings });
            }
            Made::Unread(why, again) => {
                self.put(&job, again, &StoredReading::of_unread(&why))?;
                self.summary.unread += 1;
                (self.on)(BuildEvent::Unread { name, sha256, unread: &why });
            }
            Made::Archive(members) => {
                self.commit()?;
                let lost = members::keep(self.store, &job, members, self.on)?;
                let head = self.store.ledger.head();
                sync(&self.database, &self.store.layout, self.case.root_hash(), head)?;
                // Last: interrupted before, the archive is still to be opened.
                self.put(&job, Again::Never, &StoredReading::of_archive(&lost))?;
                self.summary.opened += 1;
                self.plan()?;
            }
        }
        Ok(())
    }
}

impl Table<'_> {
    fn put(&mut self, job: &Job, again: Again, reading: &StoredReading) -> Result<()> {
        if self.open == 0 {
            self.database.connection.execute_batch("BEGIN")?;
            self.database.set(Meta::Unjoined, "readings")?;
        }
        let version = match again {
            Again::Never => &*self.version,
            Again::NextTime => NO_VERSION,
        };
        self.database.put(job.ordinal, version, reading)?;
        self.open += 1;
        if self.open >= COMMIT_AFTER {
            self.commit()?;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<()> {
        if self.open > 0 {
            self.database.connection.execute_batch("COMMIT")?;
            self.open = 0;
        }
        Ok(())
    }

    /// Tells again how many there are, members of archives included.
    fn plan(&mut self) -> Result<()> {
        let exhibits = self.database.number("SELECT count(*) FROM exhibit WHERE role IS NULL")?;
        let planned = exhibits - self.summary.unchanged;
        if planned > self.planned {
            self.planned = planned;
            (self.on)(BuildEvent::Planned { exhibits: planned });
        }
        Ok(())
    }

    fn finish(mut self) -> Result<BuildSummary> {
        self.commit()?;
        if self.database.get(Meta::Unjoined)?.is_some() {
            (self.on)(BuildEvent::Joining);
            join(&self.database, &self.case.assemble(&self.database)?)?;
        }
        let silences = self.case.silences()?;
        let summary = &mut self.summary;
        summary.works = self.database.number("SELECT count(*) FROM work")?;
        self.database.for_each_diagnostic(|_, row, anchor| {
            let row: crate::export::rows::DiagnosticRow = crate::projection::from_json(&row)?;
            summary.diagnostics += u64::from(!silences.hold(row.code, anchor.as_ref()));
            Ok(())
        })?;
        let fingerprint = Fingerprint { content: content(&self.database)?, ledger: self.store.ledger.head() };
        self.database.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        drop(self.database);
        fingerprint.write(&self.store.layout, &*self.store.disk)?;
        Ok(self.summary)
    }
}
