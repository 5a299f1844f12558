//! What an OpenDocument text says about itself.

use reason::document::{Draft, MetadatumKind};

use crate::office::{Xml, note_metadatum};

/// Reads `meta.xml`.
pub(super) fn read(meta: &Xml, draft: &mut Draft) {
    for property in meta.root().descendants() {
        let kind = match property.name() {
            "title" => {
                let title = property.text().trim().to_owned();
                draft.title = Some(title).filter(|title| !title.is_empty());
                continue;
            }
            "template" => {
                if let Some(path) = property.attribute("href") {
                    note_metadatum(draft, MetadatumKind::Path, path);
                }
                continue;
            }
            "document-statistic" => {
                draft.pages = property.attribute("page-count").and_then(|pages| pages.parse().ok());
                continue;
            }
            "initial-creator" => MetadatumKind::Author,
            "creator" => MetadatumKind::LastModifiedBy,
            "creation-date" => MetadatumKind::Created,
            "date" => MetadatumKind::Modified,
            "generator" => MetadatumKind::Producer,
            "keyword" => MetadatumKind::Keywords,
            "subject" => MetadatumKind::Subject,
            _ => continue,
        };
        note_metadatum(draft, kind, &property.text());
    }
}
