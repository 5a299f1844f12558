//! BibTeX entries with the field names that BibLaTeX reads too.

use std::fmt::Write;

use reason::citations::WorkKind;
use reason::dates::PartialDate;
use reason::works::csl::{CslDate, CslName};

use super::latex::{address, escape};
use super::{Entry, key};

/// Month names that every BibTeX style defines.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub fn write(entries: &[Entry<'_>]) -> String {
    let mut text = String::new();
    for (entry, key) in entries.iter().zip(key::keys(entries)) {
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = writeln!(text, "@{}{{{key},", entry_type(entry));
        for (name, value) in fields(entry) {
            let _ = writeln!(text, "  {name} = {value},");
        }
        text.push_str("}\n");
    }
    text
}

/// Classic types where they fit; `@online` for what exists only there; `@misc` for what has no type.
fn entry_type(entry: &Entry<'_>) -> &'static str {
    match entry.work.kind {
        WorkKind::News | WorkKind::Academic => "article",
        WorkKind::Report | WorkKind::OfficialDocument => "techreport",
        WorkKind::Book => "book",
        WorkKind::SocialPost | WorkKind::WebPage => "online",
        WorkKind::PressRelease if entry.work.url.is_some() => "online",
        WorkKind::PressRelease
        | WorkKind::Interview
        | WorkKind::Communication
        | WorkKind::DocumentOnFile
        | WorkKind::ImageOrSatellite
        | WorkKind::CaseLaw
        | WorkKind::Other => "misc",
    }
}

fn fields(entry: &Entry<'_>) -> Vec<(&'static str, String)> {
    let item = &entry.item;
    let mut fields = Vec::new();
    let mut add = |name, value: Option<String>| {
        fields.extend(value.map(|value| (name, value)));
    };
    add("author", names(&item.author));
    // Twice braced: styles must not lower the capitals of names in it.
    let title = item.title.as_deref().map(|text| format!("{{{{{}}}}}", escape(text)));
    add("title", title);
    add("titleaddon", item.translated_title.as_deref().map(braced));
    add(venue_field(entry.work.kind), venue(entry));
    let place = item.publisher_place.as_deref().or(item.event_place.as_deref());
    add("address", place.map(braced));
    add("number", item.number.as_deref().map(braced));
    add("doi", item.doi.as_deref().map(verbatim));
    add("isbn", item.isbn.as_deref().map(braced));
    fields.extend(item.issued.map(published).unwrap_or_default());
    let mut add = |name, value: Option<String>| {
        fields.extend(value.map(|value| (name, value)));
    };
    add("url", item.url.as_deref().map(verbatim));
    let seen = item.accessed.filter(|date| date.parts().is_some());
    add("urldate", seen.map(|date| braced(&date.date().to_string())));
    add("note", note(entry));
    add("keywords", Some(braced(entry.work.kind.name())));
    fields
}

fn names(names: &[CslName]) -> Option<String> {
    let written: Vec<_> = names
        .iter()
        .map(|name| match name {
            CslName::Person { family, given } => format!("{}, {}", escape(family), escape(given)),
            // Braces keep "Doctors and Nurses" from being read as two people.
            CslName::Literal { literal } => format!("{{{}}}", escape(literal)),
        })
        .collect();
    (!written.is_empty()).then(|| format!("{{{}}}", written.join(" and ")))
}

const fn venue_field(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::News | WorkKind::Academic => "journal",
        WorkKind::Report | WorkKind::OfficialDocument => "institution",
        WorkKind::Book => "publisher",
        WorkKind::SocialPost | WorkKind::WebPage | WorkKind::PressRelease => "organization",
        _ => "howpublished",
    }
}

fn venue(entry: &Entry<'_>) -> Option<String> {
    let item = &entry.item;
    item.container_title.as_deref().or(item.publisher.as_deref()).or(item.authority.as_deref()).map(braced)
}

/// `year` and `month` for classic BibTeX, `date` for BibLaTeX, which alone has the day. An impossible day is in neither:
/// the note says what was printed.
fn published(issued: CslDate) -> Vec<(&'static str, String)> {
    let date = issued.date();
    let mut fields = Vec::new();
    if issued.parts().is_some() {
        fields.push(("date", braced(&date.to_string())));
    }
    fields.extend(date.year.map(|year| ("year", format!("{{{year}}}"))));
    let month = date.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    fields.extend(month.map(|month| ("month", (*month).to_owned())));
    fields
}

fn note(entry: &Entry<'_>) -> Option<String> {
    let mut remarks: Vec<String> = Vec::new();
    remarks.extend(entry.item.genre.map(str::to_owned));
    if entry.work.kind == WorkKind::Interview {
        let by: Vec<_> = entry.item.interviewer.iter().map(printed).collect();
        remarks.push(match by.is_empty() {
            true => "Interview".to_owned(),
            false => format!("Interview by {}", by.join(", ")),
        });
    }
    let unprintable = |date: &CslDate| date.parts().is_none();
    let date = entry.item.issued.filter(unprintable).map(CslDate::date);
    remarks.extend(date.map(|date: PartialDate| format!("Date as printed: {date}")));
    (!remarks.is_empty()).then(|| braced(&remarks.join(". ")))
}

fn printed(name: &CslName) -> String {
    match name {
        CslName::Person { family, given } => format!("{given} {family}"),
        CslName::Literal { literal } => literal.clone(),
    }
}

fn braced(text: &str) -> String {
    format!("{{{}}}", escape(text))
}

fn verbatim(url: &str) -> String {
    format!("{{{}}}", address(url))
}
