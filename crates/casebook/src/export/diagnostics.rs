//! Rows of diagnostics.

use std::collections::HashMap;

use reason::checks::Diagnostic;

use super::rows::{DiagnosticRow, PlaceRow};
use super::view::DocumentView;
use crate::projection::{Loaded, LoadedDocument};

/// All rows of diagnostics, in order. A view of each document is made once.
pub(crate) fn diagnostic_rows(loaded: &Loaded) -> impl Iterator<Item = DiagnosticRow> {
    let views: Vec<_> = loaded.documents.iter().map(LoadedDocument::view).collect();
    let diagnostics = loaded.diagnostics.iter().zip(diagnostic_ids(loaded));
    diagnostics.map(move |(diagnostic, id)| diagnostic_row(loaded, &views, diagnostic, id))
}

/// The ids of all diagnostics, in order: numbered within the document of their first place.
pub(crate) fn diagnostic_ids(loaded: &Loaded) -> impl Iterator<Item = String> {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    loaded.diagnostics.iter().enumerate().map(move |(index, diagnostic)| {
        if let Some(id) = loaded.diagnostic_ids.get(index) {
            return id.clone();
        }
        let first = diagnostic.places.first();
        let exhibit = first.and_then(|place| loaded.exhibit(place.document));
        let prefix = exhibit.map_or_else(|| "case".to_owned(), |of| of.sha256.short());
        let number = numbers.entry(prefix.clone()).or_default();
        let id = format!("{prefix}-d{number}");
        *number += 1;
        id
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
