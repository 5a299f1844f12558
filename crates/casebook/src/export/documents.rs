//! Rows of exhibits and documents.

use super::rows::{AcquisitionRow, DocumentRow};
use super::view::DocumentView;
use crate::projection::{Exhibit, LoadedDocument};

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
