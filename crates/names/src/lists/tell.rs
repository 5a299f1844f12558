//! What a file is, by its first bytes.

use super::format::Format;
use super::input::{Elements, Lines, Piece, Row, Rows, Text, encoding};
use super::mapping::names_parties;
use super::ofac;
use super::{Mapping, Part};

/// What is looked for, to be said of a file that has none of it.
pub(super) const LOOKED_FOR: &str = "XML with one of the roots sdnList (OFAC), Sanctions (OFAC advanced), CONSOLIDATED_LIST (UN), \
     export (EU), Designations (UK), data-set (Canada), swiss-sanctions-list (Switzerland); \
     lines or an array of JSON objects; a table with the columns of OFAC's SDN.CSV, of the EU (Entity_LogicalId), of the UK \
     (Group ID or Unique ID) or of OpenSanctions (id, schema, name); any table with a header such as name";

/// A format, and for tables what parts their fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) format: Format,
    pub(super) separator: u8,
}

/// What a file is, by its first bytes (64 kB are enough, less is fine); `None` where it is nothing known.
///
/// ```
/// use names::lists::{Format, tell};
///
/// assert_eq!(tell(b"<?xml version='1.0'?><sdnList xmlns='x'>"), Some(Format::OfacXml));
/// assert_eq!(tell(b"36,AEROCARIBBEAN,-0- ,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- "), Some(Format::OfacCsv));
/// assert_eq!(tell(b"%PDF-1.7"), None);
/// ```
#[must_use]
pub fn tell(head: &[u8]) -> Option<Format> {
    kind(head, None).map(|kind| kind.format)
}

/// The same, where a mapping may say which columns a table has.
pub(super) fn kind(head: &[u8], mapping: Option<&Mapping>) -> Option<Kind> {
    let whole = |format| Some(Kind { format, separator: b',' });
    let mut text = Text::new(head, encoding(head));
    let mut start = String::new();
    std::io::Read::read_to_string(&mut text, &mut start).ok()?;
    let trimmed = start.trim_start();
    match trimmed.as_bytes().first()? {
        b'<' => whole(xml(trimmed)?),
        b'{' => whole(Format::FtmLines),
        b'[' => whole(Format::JsonArray),
        _ => table(head, mapping),
    }
}

fn xml(text: &str) -> Option<Format> {
    let mut elements = Elements::new(Text::new(text.as_bytes(), super::input::Encoding::Utf8), &[]);
    let root = loop {
        match elements.next().ok()?? {
            Ok(Piece::Root(root)) => break root,
            Ok(Piece::Entry(_)) | Err(_) => {}
        }
    };
    Some(match &*root.name {
        "sdnList" => Format::OfacXml,
        "Sanctions" => Format::OfacAdvancedXml,
        "CONSOLIDATED_LIST" => Format::UnXml,
        "export" => Format::EuXml,
        "Designations" => Format::UkListXml,
        "data-set" => Format::CanadaXml,
        "swiss-sanctions-list" => Format::SwissXml,
        _ => return None,
    })
}

fn table(head: &[u8], mapping: Option<&Mapping>) -> Option<Kind> {
    if ofac::part(head) == Some(Part::Main) {
        return Some(Kind { format: Format::OfacCsv, separator: b',' });
    }
    [b',', b';', b'\t', b'|'].into_iter().find_map(|separator| {
        let mut rows = Rows::new(Text::new(head, encoding(head)), separator, Lines::Several);
        // The UK's tables have a line before their header.
        (0..2).find_map(|_| {
            let row = rows.next().ok()??.ok()?;
            headed(row, mapping).map(|format| Kind { format, separator })
        })
    })
}

fn headed(row: &Row, mapping: Option<&Mapping>) -> Option<Format> {
    let headers: Vec<String> = row.fields().map(str::to_lowercase).collect();
    let has = |names: &[&str]| names.iter().all(|name| headers.iter().any(|header| header == name));
    if has(&["entity_logicalid", "namealias_wholename"]) {
        return Some(Format::EuCsv);
    }
    if has(&["group id", "name 6", "regime"]) {
        return Some(Format::UkConListCsv);
    }
    if has(&["unique id", "name 6", "regime name"]) {
        return Some(Format::UkListCsv);
    }
    if has(&["id", "schema", "name", "aliases", "birth_date", "countries"]) {
        return Some(Format::TargetsCsv);
    }
    let plain: Vec<&str> = headers.iter().map(String::as_str).collect();
    let is_mapped = mapping.is_some_and(|mapping| {
        mapping.columns.iter().any(|(header, _)| headers.contains(&header.trim().to_lowercase()))
    });
    // One column headed "name" is a table, too; a line of prose is none.
    (names_parties(&plain) || is_mapped).then_some(Format::Table)
}
