//! Rows that need all documents at once: works and diagnostics.

use std::collections::HashMap;

use reason::checks::Diagnostic;
use reason::works::csl::CslItem;
use reason::works::{CitationRef, Work};

use super::rows::{AcquisitionRow, DiagnosticRow, DocumentRow, PlaceRow, WorkRow};
use super::view::{DocumentView, ids};
use crate::projection::{Exhibit, Loaded, LoadedDocument};

/// Which work each citation of all documents means.
pub(crate) fn works_of(works: &[Work]) -> HashMap<CitationRef, &str> {
    let pairs = works.iter().flat_map(|work| work.cited_by.iter().map(|cited| (*cited, &*work.id)));
    pairs.collect()
}

impl LoadedDocument {
    pub(crate) fn view(&self) -> DocumentView<'_> {
        DocumentView::new(&self.id, &self.exhibit.label, &self.document, &self.analysis)
    }
}

/// The row of an exhibit; media type, title and so on are filled in where it was read.
pub(crate) fn exhibit_row(exhibit: &Exhibit) -> DocumentRow {
    let first = exhibit.acquisitions.first();
    DocumentRow {
        id: exhibit.sha256.short(),
        document: exhibit.label.clone(),
        sha256: exhibit.sha256.to_string(),
        media_type: None,
        title: None,
        language: None,
        pages: None,
        characters: None,
        added_at: first.map(|first| first.at.to_string()),
        added_by: first.map(|first| first.by.clone()),
        origin: first.map(|first| first.origin.clone()),
        acquisitions: exhibit
            .acquisitions
            .iter()
            .map(|acquisition| AcquisitionRow {
                origin: acquisition.origin.clone(),
                added_at: acquisition.at.to_string(),
                added_by: acquisition.by.clone(),
            })
            .collect(),
        unread: None,
    }
}

pub(crate) fn document_row(loaded: &LoadedDocument) -> DocumentRow {
    let document = &loaded.document;
    DocumentRow {
        media_type: Some(document.media_type.clone()),
        title: document.title.clone(),
        language: document.language.clone(),
        pages: document.pages,
        characters: Some(document.text.chars().count()),
        ..exhibit_row(&loaded.exhibit)
    }
}

pub(crate) fn work_row(loaded: &Loaded, work: &Work) -> WorkRow {
    let citing = work.cited_by.iter();
    let citing: Vec<(&CitationRef, &LoadedDocument)> =
        citing.filter_map(|cited| Some((cited, loaded.documents.get(cited.document)?))).collect();
    let accessed =
        citing.iter().filter_map(|(cited, of)| of.analysis.citations.get(cited.citation)?.accessed);
    let item = CslItem::of(work).seen(accessed.max());
    WorkRow {
        id: work.id.clone(),
        document: citing.first().map(|(_, of)| of.exhibit.label.clone()),
        kind: work.kind,
        authors: work.authors.clone(),
        title: work.title.clone(),
        title_translated: work.title_translated.clone(),
        container: work.container.clone(),
        date: work.date,
        url: work.url.clone(),
        identifier: work.identifier.clone(),
        place: work.place.clone(),
        interviewee: work.interviewee.clone(),
        confidential: work.confidential,
        csl: serde_json::to_value(item).expect("an item is JSON"),
        cited_by: citing.iter().map(|(cited, of)| ids::citation(&of.id, cited.citation)).collect(),
        origin_of: Vec::new(),
        derived_from: Vec::new(),
    }
}

/// All rows of diagnostics, in order. A view of each document is made once.
pub(crate) fn diagnostic_rows(loaded: &Loaded) -> impl Iterator<Item = DiagnosticRow> {
    let views: Vec<_> = loaded.documents.iter().map(LoadedDocument::view).collect();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    loaded.diagnostics.iter().map(move |diagnostic| {
        let first = diagnostic.places.first();
        let exhibit = first.and_then(|place| loaded.exhibit(place.document));
        let prefix = exhibit.map_or_else(|| "case".to_owned(), |of| of.sha256.short());
        let number = numbers.entry(prefix.clone()).or_default();
        let id = format!("{prefix}-d{number}");
        *number += 1;
        diagnostic_row(loaded, &views, diagnostic, id)
    })
}

fn diagnostic_row(
    loaded: &Loaded,
    views: &[DocumentView<'_>],
    diagnostic: &Diagnostic,
    id: String,
) -> DiagnosticRow {
    let spans = diagnostic.places.iter().map(|place| {
        let view = views.get(place.document);
        let span = place.span.and_then(|span| Some(view?.span(span)));
        let name = loaded.exhibit(place.document);
        PlaceRow {
            document: name.map_or_else(String::new, |of| of.label.clone()),
            start: span.as_ref().map(|span| span.start),
            end: span.as_ref().map(|span| span.end),
            page: place.page.or(span.as_ref().and_then(|span| span.page)),
            quote: span.map(|span| span.quote),
            says: place.says.clone(),
        }
    });
    let spans: Vec<_> = spans.collect();
    DiagnosticRow {
        id,
        document: spans.first().map(|place| place.document.clone()),
        code: diagnostic.code,
        severity: diagnostic.severity,
        message: diagnostic.message.clone(),
        spans,
        notes: diagnostic.notes.clone(),
        help: diagnostic.help.clone(),
    }
}
