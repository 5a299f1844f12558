use std::io::Write;

use reason::works::CitationRef;

use super::over_all::{diagnostic_rows, document_row, exhibit_row, work_row, works_of};
use super::sink::Sink;
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
        What::Works => {
            for work in &loaded.conclusions.works {
                sink.write(&work_row(loaded, work))?;
            }
        }
        What::Diagnostics => {
            for row in diagnostic_rows(loaded) {
                sink.write(&row)?;
            }
        }
        What::Documents => documents(loaded, sink)?,
        what => {
            let works = works_of(&loaded.conclusions.works);
            for (document, of) in loaded.documents.iter().enumerate() {
                let work_of = |citation| {
                    let cited = CitationRef { document, citation };
                    works.get(&cited).map(|id| (*id).to_owned())
                };
                rows_of(what, of, &work_of, sink)?;
            }
        }
    }
    Ok(())
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

/// The rows of one document.
pub(super) fn rows_of(
    what: What,
    of: &LoadedDocument,
    work_of: &dyn Fn(usize) -> Option<String>,
    sink: &mut Sink<'_>,
) -> Result<()> {
    let view = of.view();
    match what {
        What::Documents => sink.write(&document_row(of)),
        What::Text => view.text().try_for_each(|row| sink.write(&row)),
        What::Notes => view.notes().try_for_each(|row| sink.write(&row)),
        What::Markers => view.markers().try_for_each(|row| sink.write(&row)),
        What::Citations => view.citations(work_of).try_for_each(|row| sink.write(&row)),
        // These need all documents at once.
        What::Works | What::Diagnostics => Ok(()),
    }
}
