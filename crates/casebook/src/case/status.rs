use super::{Case, Status, UnreadExhibit};
use crate::export::rows::DiagnosticRow;
use crate::judgements::Rulings;
use crate::projection::{Database, Silences, Stored, from_json};
use crate::{Error, Result};

impl Case {
    /// Counts, and what could not be read.
    ///
    /// # Errors
    /// Those of the ledger and the projection. A case without projection has counts of 0 and `stale` says so.
    pub fn status(&self) -> Result<Status> {
        let mut status = Status::default();
        let silences = self.acts(&mut status)?;
        match self.projection() {
            Ok((database, stale)) => {
                status.stale = stale;
                built(&database, &silences, &mut status)?;
            }
            Err(Error::NotBuilt { .. } | Error::ProjectionUnusable { .. }) => {
                status.stale = status.exhibits;
            }
            Err(error) => return Err(error),
        }
        Ok(status)
    }

    /// What the ledger alone says.
    fn acts(&self, status: &mut Status) -> Result<Silences> {
        let mut known = crate::add::Known::default();
        let mut rulings = Rulings::default();
        for entry in self.log()? {
            let entry = entry?;
            status.acts += 1;
            if let Some(acquired) = entry.acquired() {
                status.acquisitions += 1;
                if !known.has_exhibit(&acquired.sha256) {
                    status.exhibits += 1;
                    status.size += acquired.size;
                }
                known.add(acquired);
            }
            rulings.learn(entry);
        }
        Ok(Silences::of(&rulings))
    }
}

fn built(database: &Database, silences: &Silences, status: &mut Status) -> Result<()> {
    let documents = "FROM reading WHERE kind = 'document'";
    let number = |what: &str| database.number(&format!("SELECT coalesce({what}, 0) {documents}"));
    status.documents = number("count(*)")?;
    status.notes = number("sum(notes)")?;
    status.markers = number("sum(markers)")?;
    status.citations = number("sum(citations)")?;
    status.works = database.number("SELECT count(*) FROM work")?;
    let decisions =
        |state: &str| database.number(&format!("SELECT count(*) FROM decision WHERE state = '{state}'"));
    status.decisions = database.number("SELECT count(*) FROM decision")?;
    status.lost_decisions = decisions("lost")?;
    status.contradicted_decisions = decisions("contradicted")?;
    status.claims = database.number("SELECT count(*) FROM claimed")?;
    status.incidents = database.number("SELECT count(*) FROM incident")?;
    status.entities = database.number("SELECT count(*) FROM party")?;
    status.archives = database.number("SELECT count(*) FROM reading WHERE kind = 'archive'")?;
    database.for_each_without_text(|stored| {
        match stored {
            Stored::Unread(exhibit, why) => status.unread.push(UnreadExhibit { exhibit, member: None, why }),
            Stored::Archive(exhibit, lost) => {
                status.unread.extend(lost.into_iter().map(|member| UnreadExhibit {
                    exhibit: exhibit.clone(),
                    member: Some(member.path),
                    why: member.why,
                }));
            }
            Stored::Document(_) => {}
        }
        Ok(())
    })?;
    database.for_each_diagnostic(|_, row, anchor| {
        let row: DiagnosticRow = from_json(&row)?;
        status.diagnostics += u64::from(!silences.hold(row.code, anchor.as_ref()));
        Ok(())
    })
}
