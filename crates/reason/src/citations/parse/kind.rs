//! What kind of work a citation refers to: by what stands around its title, by who publishes it, by its address.

use crate::citations::{Citation, WorkKind};
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::{PublisherKind, host, publishers};

use super::found::Found;
use super::legal::is_gazette;
use super::people::is_person;

/// Sets the kind of a citation of a published work.
pub(super) fn decide(found: &mut Found) {
    let kind = said(found)
        .or_else(|| by_container(found))
        .or_else(|| by_identifier(found))
        .or_else(|| by_authors(found))
        .or_else(|| by_address(&found.citation))
        .unwrap_or_else(|| by_form(found));
    found.citation.kind = kind;
    if kind == WorkKind::DocumentOnFile {
        found.citation.confidential = found.citation.authors.is_empty() && found.citation.title.is_none();
    }
}

/// What the note says of the work itself.
fn said(found: &Found) -> Option<WorkKind> {
    let citation = &found.citation;
    let house = citation.container.as_deref().and_then(|name| publishers().by_name(name));
    if is_on_platform(citation) {
        return Some(WorkKind::SocialPost);
    }
    if found.cues.has(Cue::PressRelease) {
        return Some(WorkKind::PressRelease);
    }
    if title_opens(citation, Cue::Law) && citation.container.as_deref().is_none_or(is_gazette) {
        return Some(WorkKind::OfficialDocument);
    }
    if is_scholarly(found, house) {
        return Some(WorkKind::Academic);
    }
    if title_opens(citation, Cue::PressRelease) && !has_outlet(citation) {
        return Some(WorkKind::PressRelease);
    }
    if found.imprint && matches!(house, None | Some(PublisherKind::Academic | PublisherKind::BookPublisher)) {
        return Some(WorkKind::Book);
    }
    if found.cues.has(Cue::OnFile) && citation.url.is_none() {
        return Some(WorkKind::DocumentOnFile);
    }
    (found.cues.has(Cue::Blog) && citation.container.is_none()).then_some(WorkKind::WebPage)
}

fn is_on_platform(citation: &Citation) -> bool {
    let kind = citation.container.as_deref().and_then(|name| publishers().by_name(platform(name)));
    kind == Some(PublisherKind::Social)
}

/// "Law on …", "Statement by …": the title says what it is.
fn title_opens(citation: &Citation, cue: Cue) -> bool {
    let hit = citation.title.as_deref().and_then(|title| lexicon().leading(title));
    hit.is_some_and(|hit| hit.cues.has(cue) && !hit.cues.has(Cue::Imagery))
}

/// A newspaper may be called a journal, too: a volume, a page, or a year alone tell a scholarly one.
fn is_scholarly(found: &Found, house: Option<PublisherKind>) -> bool {
    let citation = &found.citation;
    let counted = found.cues.has(Cue::Volume)
        || citation.locator.is_some()
        || citation.container.is_none()
        || citation.date.is_none_or(|date| date.month.is_none());
    found.cues.has(Cue::Academic)
        && counted
        && !matches!(house, Some(PublisherKind::News | PublisherKind::ThinkTank))
}

/// Whether somebody other than the speaker published it.
fn has_outlet(citation: &Citation) -> bool {
    let publishes = |author: &String| {
        let kind = publishers().by_name(author);
        matches!(kind, Some(PublisherKind::News | PublisherKind::ThinkTank | PublisherKind::Agency))
    };
    citation.container.is_some() || citation.authors.iter().any(publishes)
}

/// `X (formerly Twitter)` is `X`.
pub(super) fn platform(name: &str) -> &str {
    name.split('(').next().unwrap_or(name).trim()
}

fn by_container(found: &Found) -> Option<WorkKind> {
    let citation = &found.citation;
    let name = citation.container.as_deref()?;
    let journal = found.cues.has(Cue::Volume) && !found.cues.has(Cue::Report);
    match publishers().by_name(name) {
        Some(PublisherKind::News | PublisherKind::Agency) => Some(WorkKind::News),
        Some(PublisherKind::ThinkTank) if journal && citation.locator.is_some() => Some(WorkKind::Academic),
        Some(kind) => Some(of_publisher(kind)),
        None if journal && !citation.authors.is_empty() => Some(WorkKind::Academic),
        None if found.cues.has(Cue::Editors) => Some(WorkKind::Book),
        None => None,
    }
}

fn of_publisher(kind: PublisherKind) -> WorkKind {
    match kind {
        PublisherKind::News | PublisherKind::Agency => WorkKind::News,
        PublisherKind::ThinkTank => WorkKind::Report,
        PublisherKind::Official => WorkKind::OfficialDocument,
        PublisherKind::Academic => WorkKind::Academic,
        PublisherKind::Social => WorkKind::SocialPost,
        PublisherKind::Archive => WorkKind::WebPage,
        PublisherKind::Imagery => WorkKind::ImageOrSatellite,
        PublisherKind::BookPublisher => WorkKind::Book,
    }
}

fn by_identifier(found: &Found) -> Option<WorkKind> {
    let symbol = found.citation.identifier.as_deref()?;
    // Amnesty numbers its own reports as the UN does its documents.
    let amnesty = symbol.len() > 7 && symbol.as_bytes()[3] == b' ';
    Some(if amnesty { WorkKind::Report } else { WorkKind::OfficialDocument })
}

fn by_authors(found: &Found) -> Option<WorkKind> {
    let citation = &found.citation;
    let body = citation.authors.iter().find(|author| !is_person(author))?;
    if let Some(kind) = publishers().by_name(body) {
        let journal = found.cues.has(Cue::Volume) && kind == PublisherKind::Academic;
        return Some(if journal { WorkKind::Academic } else { of_publisher(kind) });
    }
    by_name(body)
}

/// What the words of an unknown body's name tell.
fn by_name(name: &str) -> Option<WorkKind> {
    let told = [
        (WordClass::OfficialBodies, WorkKind::OfficialDocument),
        (WordClass::ReportBodies, WorkKind::Report),
        (WordClass::NewsBodies, WorkKind::News),
    ];
    told.into_iter().find(|(class, _)| lexicon().mentions(*class, name)).map(|(_, kind)| kind)
}

fn by_address(citation: &Citation) -> Option<WorkKind> {
    let url = citation.url.as_deref()?;
    if url.contains("doi.org/") {
        return Some(WorkKind::Academic);
    }
    if let Some(kind) = publishers().by_address(url).filter(|kind| *kind != PublisherKind::Archive) {
        return Some(of_publisher(kind));
    }
    let host = host(url)?;
    let official =
        host.split('.').any(|label| matches!(label, "gov" | "gouv" | "gob" | "mil" | "int" | "go" | "govt"));
    if official {
        return Some(WorkKind::OfficialDocument);
    }
    citation.container.as_deref().and_then(by_name).or_else(|| host.split('.').find_map(by_name))
}

/// What is left: the form alone.
fn by_form(found: &Found) -> WorkKind {
    let citation = &found.citation;
    if let Some(kind) = citation.container.as_deref().and_then(by_name) {
        return kind;
    }
    if found.cues.has(Cue::Law) && citation.authors.is_empty() && citation.container.is_none() {
        return WorkKind::OfficialDocument;
    }
    let titled_report =
        citation.title.as_deref().is_some_and(|title| lexicon().mentions(WordClass::ReportWords, title));
    if found.cues.has(Cue::Report) || titled_report {
        return WorkKind::Report;
    }
    match (&citation.container, &citation.date, &citation.url) {
        (_, None, Some(_)) => WorkKind::WebPage,
        (Some(_), Some(date), _) if date.month.is_some() => WorkKind::News,
        (Some(_), Some(_), None) if citation.place.is_some() => WorkKind::Book,
        (Some(_), _, _) => WorkKind::News,
        (None, _, Some(_)) => WorkKind::WebPage,
        (None, Some(date), None) if date.month.is_none() && !citation.authors.is_empty() => WorkKind::Book,
        _ => WorkKind::Other,
    }
}
