//! Zip archives: which kind of zip it is, and the members of one that only packs files.

mod members;

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::sniff::FileKind;

pub(crate) use members::members;

/// An archive whose bytes are all in memory.
pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Longest `mimetype` member that is looked at, in bytes.
const MIMETYPE_BYTES: u64 = 128;

/// Office files that have no reader, by their main part.
const OTHER_OFFICE: [(&str, &str); 2] = [
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
];

/// OpenDocument files that have no reader.
const OTHER_OPENDOCUMENT: [&str; 3] = [
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
    "application/vnd.oasis.opendocument.graphics",
];

/// Tells a document that is zipped from an archive. What cannot be opened counts as an archive, whose reader says why.
pub(crate) fn kind(bytes: &[u8]) -> FileKind {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return FileKind::Zip;
    };
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("[Content_Types].xml") {
        if has("word/document.xml") || has("word/document2.xml") {
            return FileKind::Docx;
        }
        if let Some((_, media_type)) = OTHER_OFFICE.iter().find(|(part, _)| has(part)) {
            return FileKind::Other(media_type);
        }
    }
    let mimetype = mimetype(&mut archive);
    if mimetype.starts_with("application/vnd.oasis.opendocument.text") {
        return FileKind::Odt;
    }
    let other = OTHER_OPENDOCUMENT.iter().find(|known| mimetype.starts_with(**known));
    other.map_or(FileKind::Zip, |media_type| FileKind::Other(media_type))
}

fn mimetype(archive: &mut Archive<'_>) -> String {
    let mut content = String::new();
    if let Ok(member) = archive.by_name("mimetype") {
        // What cannot be read is no media type: the kind is then told by the members.
        let _ = member.take(MIMETYPE_BYTES).read_to_string(&mut content);
    }
    content.trim().to_owned()
}
