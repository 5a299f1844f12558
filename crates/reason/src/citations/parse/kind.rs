//! What kind of work a citation refers to: by what stands around its title, by who publishes it, by its address.

use crate::citations::{Citation, WorkKind};
use crate::languages::{Cue, lexicon};
use crate::publishers::{PublisherKind, host, publishers};
use crate::text::fold;

use super::found::Found;
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
    let title_opens = |cue: Cue| {
        citation
            .title
            .as_deref()
            .and_then(|title| lexicon().leading(title))
            .is_some_and(|hit| hit.cues.has(cue) && !hit.cues.has(Cue::Imagery))
    };
    let platform = citation.container.as_deref().and_then(|name| publishers().by_name(platform(name)))
        == Some(PublisherKind::Social);
    if platform {
        return Some(WorkKind::SocialPost);
    }
    if found.cues.has(Cue::PressRelease) {
        return Some(WorkKind::PressRelease);
    }
    if title_opens(Cue::Law)
        && (citation.container.is_none()
            || citation.container.as_deref().is_some_and(super::legal::is_gazette))
    {
        return Some(WorkKind::OfficialDocument);
    }
    // A newspaper may be called a journal, too: a volume, a page, or a year alone tell a scholarly one.
    let scholarly = found.cues.has(Cue::Volume)
        || citation.locator.is_some()
        || citation.container.is_none()
        || citation.date.is_none_or(|date| date.month.is_none());
    let house = citation.container.as_deref().and_then(|name| publishers().by_name(name));
    if found.cues.has(Cue::Academic)
        && scholarly
        && !matches!(house, Some(PublisherKind::News | PublisherKind::ThinkTank))
    {
        return Some(WorkKind::Academic);
    }
    let outlet = citation.container.is_some()
        || citation.authors.iter().any(|author| {
            matches!(
                publishers().by_name(author),
                Some(PublisherKind::News | PublisherKind::ThinkTank | PublisherKind::Agency)
            )
        });
    if title_opens(Cue::PressRelease) && (!outlet) {
        return Some(WorkKind::PressRelease);
    }
    if found.imprint && matches!(house, None | Some(PublisherKind::Academic | PublisherKind::BookPublisher)) {
        return Some(WorkKind::Book);
    }
    if found.cues.has(Cue::OnFile) && citation.url.is_none() {
        return Some(WorkKind::DocumentOnFile);
    }
    if found.cues.has(Cue::Blog) && citation.container.is_none() {
        return Some(WorkKind::WebPage);
    }
    None
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
    let folded = fold(name);
    let has = |words: &[&str]| folded.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
    if has(&[
        "ministry",
        "ministere",
        "ministerio",
        "government",
        "gouvernement",
        "department",
        "presidency",
        "presidence",
        "parliament",
        "assembly",
        "assemblee",
        "senate",
        "commission",
        "council",
        "conseil",
        "nations",
        "unies",
        "embassy",
        "treasury",
        "secretariat",
        "court",
        "tribunal",
        "police",
        "gendarmerie",
        "directorate",
        "authority",
        "bureau",
        "panel",
        "republic",
        "republique",
        "municipality",
        "customs",
        "douanes",
        "ministerium",
        "union",
        "committee",
        "congress",
        "office",
        "forces",
        "registry",
        "register",
        "commons",
        "lords",
        "prefecture",
        "governorate",
    ]) {
        return Some(WorkKind::OfficialDocument);
    }
    if has(&[
        "institute",
        "institut",
        "instituto",
        "center",
        "centre",
        "foundation",
        "fondation",
        "watch",
        "observatory",
        "observatoire",
        "project",
        "network",
        "survey",
        "initiative",
        "university",
        "campaign",
        "league",
        "ligue",
        "amnesty",
        "rights",
        "research",
        "coalition",
        "group",
        "groupe",
        "monitor",
        "transparency",
        "collective",
        "association",
        "federation",
    ]) {
        return Some(WorkKind::Report);
    }
    has(&[
        "news",
        "times",
        "post",
        "radio",
        "tv",
        "television",
        "press",
        "presse",
        "journal",
        "gazette",
        "herald",
        "tribune",
        "daily",
        "actu",
        "magazine",
        "media",
        "medias",
        "express",
        "standard",
        "chronicle",
        "agency",
        "agence",
        "info",
        "infos",
        "zeitung",
        "diario",
        "independent",
        "observer",
        "guardian",
        "telegraph",
        "courier",
        "monitor",
    ])
    .then_some(WorkKind::News)
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
    let titled_report = citation.title.as_deref().is_some_and(names_a_report);
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

/// "… Report", "Rapport …": the title says what it is.
fn names_a_report(title: &str) -> bool {
    fold(title).split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(
            word,
            "report"
                | "rapport"
                | "informe"
                | "bericht"
                | "study"
                | "etude"
                | "assessment"
                | "briefing"
                | "factsheet"
        )
    })
}
