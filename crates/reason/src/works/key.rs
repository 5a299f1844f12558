//! By what two citations are known to mean one work.

use crate::citations::{Citation, WorkKind};
use crate::text::fold_words;

/// An address as pages are told apart by: without scheme, `www.`, closing stroke, fragment and tracking.
pub(super) fn address(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let (path, query) = rest.split_once('?').map_or((rest, ""), |(path, query)| (path, query));
    let kept: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !is_tracking(part)).collect();
    let path = path.trim_end_matches('/');
    if path.is_empty() {
        return None;
    }
    let (host, path) = path.split_once('/').map_or((path, ""), |(host, path)| (host, path));
    Some(format!("{}/{path}?{}", host.to_lowercase(), kept.join("&")))
}

/// Whether an address names a page rather than a whole site: only then does it name a work by itself.
pub(super) fn names_a_page(address: &str) -> bool {
    !address.ends_with("/?")
}

fn is_tracking(part: &str) -> bool {
    let name = part.split('=').next().unwrap_or_default();
    name.starts_with("utm_")
        || matches!(name, "fbclid" | "gclid" | "ref" | "s" | "guccounter" | "t" | "src" | "smid")
}

/// The title's words, without a leading article.
pub(super) fn title(citation: &Citation) -> Option<String> {
    let words = fold_words(citation.title.as_deref()?);
    let bare = ["the ", "a ", "an ", "le ", "la ", "les ", "l ", "un ", "une "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(&words);
    (!bare.is_empty()).then(|| bare.to_owned())
}

/// The authors' family names, in no order.
pub(super) fn authors(citation: &Citation) -> Vec<String> {
    let mut names: Vec<String> = citation.authors.iter().map(|name| family(name)).collect();
    names.sort_unstable();
    names
}

fn family(name: &str) -> String {
    let inverted = name.split_once(", ").map(|(family, _)| family);
    let words = fold_words(inverted.unwrap_or(name));
    match (inverted, words.rsplit_once(' ')) {
        (None, Some((_, last))) => last.to_owned(),
        _ => words,
    }
}

/// What an unpublished source, or anything without title and address, is known by: all that is said of it.
pub(super) fn description(citation: &Citation, raw: &str) -> String {
    let said = match citation.kind {
        WorkKind::Interview | WorkKind::Communication => citation.interviewee.clone(),
        _ => None,
    };
    let date = citation.date.map(|date| date.to_string()).unwrap_or_default();
    match said {
        Some(who) => format!(
            "{}|{}|{}|{date}|{}",
            citation.kind.name(),
            authors(citation).join(","),
            fold_words(&who),
            citation.place.as_deref().map(fold_words).unwrap_or_default()
        ),
        None if citation.kind == WorkKind::SocialPost || citation.kind == WorkKind::ImageOrSatellite => {
            format!(
                "{}|{}|{date}|{}",
                citation.kind.name(),
                authors(citation).join(","),
                citation.place.as_deref().map(fold_words).unwrap_or_default()
            )
        }
        None => {
            let raw = citation
                .locator
                .as_deref()
                .map_or_else(|| raw.to_owned(), |locator| raw.replace(locator, ""));
            format!("{}|{}", citation.kind.name(), fold_words(&raw))
        }
    }
}

/// Share of words that two titles have in common, in percent of the longer.
pub(super) fn overlap(a: &str, b: &str) -> usize {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let mut rest = b.clone();
    let common = a
        .iter()
        .filter(|word| rest.iter().position(|other| other == *word).map(|at| rest.swap_remove(at)).is_some())
        .count();
    100 * common / a.len().max(b.len()).max(1)
}
