//! What a PDF says about itself: its information dictionary and its XMP packet.

use std::collections::HashMap;

use pdf_oxide::PdfDocument;
use pdf_oxide::extractors::XmpExtractor;
use pdf_oxide::object::Object;
use reason::document::{Metadatum, MetadatumKind};

use super::text_string::decode;

/// Title, language and the rest.
#[derive(Debug, Default)]
pub struct Information {
    /// The title that the program that wrote it was given; often a file name.
    pub title: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Everything else.
    pub metadata: Vec<Metadatum>,
}

/// Keys of the information dictionary (ISO 32000-1, table 317; `Company` and `Manager` are Office's).
const KEYS: [(&str, MetadatumKind); 9] = [
    ("Author", MetadatumKind::Author),
    ("Creator", MetadatumKind::Producer),
    ("Producer", MetadatumKind::Producer),
    ("CreationDate", MetadatumKind::Created),
    ("ModDate", MetadatumKind::Modified),
    ("Keywords", MetadatumKind::Keywords),
    ("Subject", MetadatumKind::Subject),
    ("Company", MetadatumKind::Company),
    ("Manager", MetadatumKind::Manager),
];

/// Reads both; what both say is said once.
pub fn read(document: &PdfDocument) -> Information {
    let mut information = Information { language: language(document), ..Information::default() };
    if let Some(dict) = information_dictionary(document) {
        information.title = text(document, &dict, "Title");
        for (key, kind) in KEYS {
            if let Some(value) = text(document, &dict, key) {
                information.add(kind, value);
            }
        }
    }
    information.add_xmp(document);
    information
}

impl Information {
    fn add(&mut self, kind: MetadatumKind, value: String) {
        let value = value.trim().to_owned();
        let said = self.metadata.iter().any(|known| known.kind == kind && known.value == value);
        if !said && !value.is_empty() {
            self.metadata.push(Metadatum { kind, value });
        }
    }

    fn add_xmp(&mut self, document: &PdfDocument) {
        let Ok(Some(xmp)) = XmpExtractor::extract(document) else {
            return;
        };
        self.title = self.title.take().or(xmp.dc_title).filter(|title| !title.trim().is_empty());
        self.language = self.language.take().or(xmp.dc_language);
        for author in xmp.dc_creator {
            self.add(MetadatumKind::Author, author);
        }
        for program in [xmp.xmp_creator_tool, xmp.pdf_producer].into_iter().flatten() {
            self.add(MetadatumKind::Producer, program);
        }
        for keywords in xmp.pdf_keywords.into_iter().chain(xmp.dc_subject) {
            self.add(MetadatumKind::Keywords, keywords);
        }
        if let Some(subject) = xmp.dc_description {
            self.add(MetadatumKind::Subject, subject);
        }
        let has = |kind| self.metadata.iter().any(|known| known.kind == kind);
        let dates =
            [(MetadatumKind::Created, xmp.xmp_create_date), (MetadatumKind::Modified, xmp.xmp_modify_date)];
        let missing: Vec<_> = dates.into_iter().filter(|(kind, _)| !has(*kind)).collect();
        for (kind, date) in missing {
            if let Some(date) = date {
                self.add(kind, date);
            }
        }
    }
}

fn information_dictionary(document: &PdfDocument) -> Option<HashMap<String, Object>> {
    let entry = document.trailer().as_dict()?.get("Info")?;
    document.resolve_object(entry).ok()?.as_dict().cloned()
}

fn language(document: &PdfDocument) -> Option<String> {
    let catalog = document.catalog().ok()?;
    text(document, catalog.as_dict()?, "Lang")
}

fn text(document: &PdfDocument, dict: &HashMap<String, Object>, key: &str) -> Option<String> {
    let value = document.resolve_object(dict.get(key)?).ok()?;
    let text = decode(value.as_string()?).trim().to_owned();
    (!text.is_empty()).then_some(text)
}
