//! What DOCX and ODT share: zipped XML parts, how runs are set, and how labels of notes are counted.

mod format;
mod labels;
mod package;
mod xml;

pub(crate) use format::{ANCESTORS, RunFormat};
pub(crate) use labels::NumberFormat;
pub(crate) use package::Package;
pub(crate) use xml::{Element, Node, Xml};

use reason::document::{Draft, Metadatum, MetadatumKind};

/// Longest comment, change or hidden text that is kept as metadata, in characters: enough to find a name in.
const METADATUM_CHARACTERS: usize = 2000;

/// Adds a metadatum, unless it says nothing.
pub(crate) fn note_metadatum(draft: &mut Draft, kind: MetadatumKind, value: &str) {
    let value = value.trim();
    if !value.is_empty() {
        let value = value.chars().take(METADATUM_CHARACTERS).collect();
        draft.metadata.push(Metadatum { kind, value });
    }
}

/// `R. Diallo: is this Moussa?`
pub(crate) fn by_author(author: Option<&str>, text: &str) -> String {
    let text = text.trim();
    match author.map(str::trim).filter(|author| !author.is_empty()) {
        Some(author) if !text.is_empty() => format!("{author}: {text}"),
        Some(author) => author.to_owned(),
        None => text.to_owned(),
    }
}
