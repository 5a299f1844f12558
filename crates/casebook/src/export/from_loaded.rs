use std::io::Write;

use super::diagnostics::diagnostic_rows;
use super::documents::{document_row, exhibit_row};
use super::entities::entity_rows;
use super::ftm;
use super::imported::imported_rows;
use super::incidents::incident_row;
use super::rows::{ClaimRow, FtmRow, IncidentRow};
use super::sink::Sink;
use super::ties::Ties;
use super::works::work_rows;
use super::{Exported, Request, What};
use crate::Result;
use crate::projection::{Loaded, LoadedDocument};

/// Writes rows of documents that lie in no case. `origin`, `added_at` and `added_by` come from `loaded`'s exhibits, and
/// are null where an exhibit has no acquisition.
///
/// # Errors
/// [`crate::Error::Output`] where `out` fails.
pub fn export_loaded(request: &Request, loaded: &Loaded, out: &mut dyn Write) -> Result<Exported> {
    let mut sink = Sink::open(request.what, request.format, out)?;
    write_rows(request.what, loaded, &mut sink)?;
    sink.close(loaded.stale)
}

pub(super) fn write_rows(what: What, loaded: &Loaded, sink: &mut Sink<'_>) -> Result<()> {
    match what {
        What::Works => work_rows(loaded).try_for_each(|row| sink.write(&row)),
        What::Diagnostics => diagnostic_rows(loaded).try_for_each(|row| sink.write(&row)),
        What::Entities => entity_rows(loaded).try_for_each(|row| sink.write(&row)),
        What::Incidents => {
            let mut incidents = loaded.conclusions.incidents.iter();
            incidents.try_for_each(|incident| sink.write(&incident_row(loaded, incident)))
        }
        What::Documents => documents(loaded, sink),
        What::Ftm => follow_the_money(loaded, sink),
        What::Imported => {
            imported_rows(&loaded.imports, entity_rows(loaded)).try_for_each(|row| sink.write(&row))
        }
        what => {
            let ties = Ties::of_all(loaded);
            let mut documents = loaded.documents.iter().zip(ties);
            documents.try_for_each(|(of, ties)| rows_of(what, of, &ties, sink))
        }
    }
}

/// The rows of all claims, in order.
pub fn claim_rows(loaded: &Loaded) -> impl Iterator<Item = ClaimRow> + '_ {
    let documents = loaded.documents.iter().zip(Ties::of_all(loaded));
    documents.flat_map(|(of, ties)| of.view().claims(&ties).collect::<Vec<_>>())
}

/// The rows of all incidents, in order.
pub fn incident_rows(loaded: &Loaded) -> impl Iterator<Item = IncidentRow> + '_ {
    loaded.conclusions.incidents.iter().map(|incident| incident_row(loaded, incident))
}

fn documents(loaded: &Loaded, sink: &mut Sink<'_>) -> Result<()> {
    for document in &loaded.documents {
        sink.write(&document_row(document))?;
    }
    for (exhibit, why) in &loaded.unread {
        let mut row = exhibit_row(exhibit);
        row.unread = Some(why.sentence());
        sink.write(&row)?;
    }
    Ok(())
}

fn follow_the_money(loaded: &Loaded, sink: &mut Sink<'_>) -> Result<()> {
    let mut parties = ftm::Parties::default();
    let mut imports = ftm::Imports::new(&loaded.imports, entity_rows(loaded));
    for row in entity_rows(loaded) {
        parties.learn(&row);
        imports.party(&row).iter().try_for_each(|row| sink.write(row))?;
    }
    for incident in &loaded.conclusions.incidents {
        sink.write(imports.own(&ftm::event(&incident_row(loaded, incident))))?;
    }
    let documents = loaded.documents.iter().zip(Ties::of_all(loaded));
    for (of, ties) in documents {
        ftm_of(of, &ties, &parties, &mut imports, sink)?;
    }
    imports.rest().try_for_each(|row| sink.write(&row))
}

/// A document and the ties that it states.
pub(super) fn ftm_of(
    of: &LoadedDocument,
    ties: &Ties,
    parties: &ftm::Parties,
    imports: &mut ftm::Imports<'_>,
    sink: &mut Sink<'_>,
) -> Result<()> {
    let mut write = |row: FtmRow| sink.write(imports.own(&row));
    write(ftm::document(&document_row(of)))?;
    let view = of.view();
    view.relations(ties).filter_map(|row| parties.tie(&row)).try_for_each(&mut write)?;
    view.designations(ties).filter_map(|row| parties.sanction(&row)).try_for_each(write)
}

/// The rows of one document.
pub(super) fn rows_of(what: What, of: &LoadedDocument, ties: &Ties, sink: &mut Sink<'_>) -> Result<()> {
    let view = of.view();
    match what {
        What::Documents => sink.write(&document_row(of)),
        What::Text => view.text().try_for_each(|row| sink.write(&row)),
        What::Notes => view.notes().try_for_each(|row| sink.write(&row)),
        What::Markers => view.markers().try_for_each(|row| sink.write(&row)),
        What::Citations => view.citations(ties).try_for_each(|row| sink.write(&row)),
        What::Claims => view.claims(ties).try_for_each(|row| sink.write(&row)),
        What::Mentions => view.mentions(ties).try_for_each(|row| sink.write(&row)),
        What::Relations => view.relations(ties).try_for_each(|row| sink.write(&row)),
        What::Money => view.money(&ties.rates).try_for_each(|row| sink.write(&row)),
        What::Designations => view.designations(ties).try_for_each(|row| sink.write(&row)),
        What::Replies => view.replies().try_for_each(|row| sink.write(&row)),
        What::Recommendations => view.recommendations().try_for_each(|row| sink.write(&row)),
        // These need all documents at once.
        What::Works | What::Incidents | What::Entities | What::Diagnostics | What::Ftm | What::Imported => {
            Ok(())
        }
    }
}
