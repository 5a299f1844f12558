//! RIS: one tag a line, lines end in CR LF, values hold no line end.

use reason::citations::WorkKind;
use reason::works::csl::{CslDate, CslName};

use super::Entry;

pub fn write(entries: &[Entry<'_>]) -> String {
    let mut text = String::new();
    for entry in entries {
        for (tag, value) in tags(entry) {
            text.push_str(&format!("{tag}  - {}\r\n", one_line(&value)));
        }
        text.push_str("ER  - \r\n\r\n");
    }
    text
}

/// What RIS has no type for goes out under the nearest; tag M3 says what it is.
const fn type_of(kind: WorkKind) -> (&'static str, Option<&'static str>) {
    match kind {
        WorkKind::News => ("NEWS", None),
        WorkKind::Report => ("RPRT", None),
        WorkKind::OfficialDocument => ("GOVDOC", None),
        WorkKind::PressRelease => ("PAMP", Some("Press release")),
        WorkKind::Academic => ("JOUR", None),
        WorkKind::Book => ("BOOK", None),
        WorkKind::CaseLaw => ("CASE", None),
        WorkKind::Interview => ("PCOMM", Some("Interview")),
        WorkKind::Communication => ("PCOMM", None),
        WorkKind::DocumentOnFile => ("UNPB", Some("Document on file")),
        WorkKind::SocialPost => ("ICOMM", Some("Social media post")),
        WorkKind::ImageOrSatellite => ("FIGURE", Some("Image")),
        WorkKind::WebPage => ("ELEC", None),
        WorkKind::Other => ("GEN", None),
    }
}

fn tags(entry: &Entry<'_>) -> Vec<(&'static str, String)> {
    let item = &entry.item;
    let (kind, medium) = type_of(entry.work.kind);
    let mut tags = vec![("TY", kind.to_owned()), ("ID", item.id.clone())];
    let mut add = |tag, value: Option<&str>| {
        tags.extend(value.map(|value| (tag, value.to_owned())));
    };
    add("M3", medium);
    add("TI", item.title.as_deref());
    add("TT", item.translated_title.as_deref());
    add("T2", item.container_title.as_deref());
    add("PB", item.publisher.as_deref().or(item.authority.as_deref()));
    add("CY", item.publisher_place.as_deref().or(item.event_place.as_deref()));
    add("M1", item.number.as_deref());
    add("DO", item.doi.as_deref());
    add("SN", item.isbn.as_deref());
    add("UR", item.url.as_deref());
    tags.extend(item.author.iter().map(|author| ("AU", name(author))));
    tags.extend(item.interviewer.iter().map(|asked| ("A2", name(asked))));
    tags.extend(item.issued.map(dates).unwrap_or_default());
    let seen = item.accessed.and_then(slashed);
    tags.extend(seen.map(|date| ("Y2", date)));
    tags
}

fn name(name: &CslName) -> String {
    match name {
        CslName::Person { family, given } => format!("{family}, {given}"),
        // A comma would be read as the end of the family name.
        CslName::Literal { literal } => literal.replace(',', " "),
    }
}

/// PY for the year, DA for all that is known. A date that cannot be written in parts is a remark (N1).
fn dates(issued: CslDate) -> Vec<(&'static str, String)> {
    match slashed(issued) {
        Some(date) => {
            let year = date.split('/').next().unwrap_or_default().to_owned();
            vec![("PY", year), ("DA", date)]
        }
        None => vec![("N1", format!("Date as printed: {}", issued.date()))],
    }
}

/// `2024/07/25/`: the three parts and an empty remark, parts that are not known left empty.
fn slashed(date: CslDate) -> Option<String> {
    let parts = date.parts()?;
    let part = |at: usize| parts.get(at).map_or_else(String::new, |part| format!("{part:02}"));
    Some(format!("{:04}/{}/{}/", parts[0], part(1), part(2)))
}

fn one_line(value: &str) -> String {
    let kept: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
