//! Works as CSL-JSON items: what Zotero, pandoc and citeproc read, and the `csl` field of exported works.
//!
//! Types and variables are those of the Citation Style Language 1.0.2. A field that the work does not give is left out.

mod date;
mod name;
mod number;
mod venue;

pub use date::CslDate;
pub use name::CslName;

use serde::Serialize;

use super::Work;
use crate::citations::WorkKind;
use crate::dates::PartialDate;
use number::Number;
use venue::Venue;

/// One item of a CSL-JSON bibliography.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CslItem {
    /// The id of the work.
    pub id: String,
    /// `article-newspaper`, `report`, ...
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What the type alone does not say: `Press release`, `Document on file`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<&'static str>,
    /// People and bodies; of an interview, who was interviewed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<CslName>,
    /// Of an interview: who asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interviewer: Vec<CslName>,
    /// As printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The translation that the note gives. Not a CSL variable; citeproc passes over it, Zotero keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translated_title: Option<String>,
    /// Newspaper, journal, site, platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    /// Who issued it, where it has no container.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher_place: Option<String>,
    /// Of an interview: where it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_place: Option<String>,
    /// Of a decision: the court.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Of publication, or the day of the interview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<CslDate>,
    /// When it was last seen online.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<CslDate>,
    /// Document symbol, case number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Digital object identifier, without its resolver.
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// Of a book.
    #[serde(rename = "ISBN", skip_serializing_if = "Option::is_none")]
    pub isbn: Option<String>,
    /// Its address.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl CslItem {
    /// The item of a work.
    ///
    /// Access dates belong to citations, not to works: [`CslItem::seen`] adds one.
    #[must_use]
    pub fn of(work: &Work) -> Self {
        let (kind, genre) = csl_type(work.kind);
        let names = names(&work.authors, work.container.as_deref());
        let (author, interviewer) = match work.kind {
            WorkKind::Interview => (interviewee(work), names),
            _ => (names, Vec::new()),
        };
        let venue = Venue::of(work);
        let number = Number::of(work);
        Self {
            id: work.id.clone(),
            kind,
            genre,
            author,
            interviewer,
            title: work.title.clone(),
            translated_title: work.title_translated.clone(),
            container_title: venue.container_title,
            publisher: venue.publisher,
            publisher_place: venue.publisher_place,
            event_place: venue.event_place,
            authority: venue.authority,
            issued: work.date.map(CslDate::of),
            accessed: None,
            number: number.plain,
            doi: number.doi,
            isbn: number.isbn,
            url: work.url.clone(),
        }
    }

    /// The same item with the day on which its page was last seen.
    #[must_use]
    pub fn seen(mut self, accessed: Option<PartialDate>) -> Self {
        self.accessed = accessed.map(CslDate::of);
        self
    }
}

/// CSL has no type for communiqués or for papers that are not published: those are documents with a genre.
const fn csl_type(kind: WorkKind) -> (&'static str, Option<&'static str>) {
    match kind {
        WorkKind::News => ("article-newspaper", None),
        WorkKind::Report => ("report", None),
        WorkKind::OfficialDocument => ("report", Some("Official document")),
        WorkKind::PressRelease => ("document", Some("Press release")),
        WorkKind::Academic => ("article-journal", None),
        WorkKind::Book => ("book", None),
        WorkKind::CaseLaw => ("legal_case", None),
        WorkKind::Interview => ("interview", None),
        WorkKind::Communication => ("personal_communication", None),
        WorkKind::DocumentOnFile => ("document", Some("Document on file")),
        WorkKind::SocialPost => ("post", None),
        WorkKind::ImageOrSatellite => ("graphic", None),
        WorkKind::WebPage => ("webpage", None),
        WorkKind::Other => ("document", None),
    }
}

/// An author who is also the outlet ("Reuters, ..., Reuters") is a body, however much it looks like a person.
fn names(authors: &[String], container: Option<&str>) -> Vec<CslName> {
    let author = |name: &String| {
        if container.is_some_and(|outlet| outlet.eq_ignore_ascii_case(name)) {
            CslName::body(name)
        } else {
            CslName::of(name)
        }
    };
    authors.iter().map(author).collect()
}

/// Descriptions (`a colonel of the army`) are kept whole: they are no names to be turned around.
fn interviewee(work: &Work) -> Vec<CslName> {
    let name = |words: &String| {
        if work.confidential { CslName::body(words) } else { CslName::of(words) }
    };
    work.interviewee.iter().map(name).collect()
}

#[cfg(test)]
mod tests;
