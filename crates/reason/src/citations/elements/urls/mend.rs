//! What a line or page end cut, put together again; and what the file itself says of an address.

use super::{FoundUrl, run};
use crate::document::Span;
use crate::publishers::host;

/// Where the next piece of an address that was cut begins and ends.
pub(super) fn continuation(text: &str, end: usize, url: &str) -> Option<(usize, usize)> {
    let rest = &text[end..];
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\n']).len();
    if gap == 0 || gap > 2 {
        return None;
    }
    let from = end + gap;
    let next = &text[from..from + run(&text[from..])];
    let bare_scheme = url.ends_with("://") && next.contains('.');
    let joint = url.ends_with(['-', '/', '_', '=', '&', '%', '?', '~', '+']) && !next.contains("://");
    let jointed = next.matches(['-', '/', '_', '=', '&', '%']).count();
    let wordless = next.trim_end_matches(['.', ',', ')', ';']);
    let lower = wordless.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let hyphen_word = url.ends_with(['-', '_', '=', '%', '&'])
        && lower
        && !wordless.is_empty()
        && rest[gap..].len() >= next.len()
        && (jointed >= 1 || is_last_word(text, from + next.len()));
    // "https://x.com/ Account/status/1": no word of a sentence holds a stroke and no space.
    let path = url.ends_with('/') && next.matches('/').count() >= 2 && !next.contains("://");
    let goes_on = bare_scheme || (joint && jointed >= 2 && lower) || path || hyphen_word;
    goes_on.then(|| (from, from + next.len()))
}

/// Nothing but a stop, a bracket or the end follows.
fn is_last_word(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start();
    rest.is_empty() || rest.starts_with(['(', '[', '\n', ';'])
}

/// Lengths of the hexadecimal digests that addresses carry (MD5, SHA-1, SHA-256).
const DIGESTS: [usize; 3] = [32, 40, 64];

/// A line end left its hyphen inside a digest: `0123456789AB…-56789A…`. With it the digest is one digit too long.
pub(super) fn without_hyphen_in_digest(url: &str) -> Option<String> {
    let is_hex = |c: char| c.is_ascii_hexdigit() && !c.is_ascii_lowercase();
    for (at, _) in url.match_indices('-') {
        let before = url[..at].chars().rev().take_while(|c| is_hex(*c)).count();
        let after = url[at + 1..].chars().take_while(|c| is_hex(*c)).count();
        if before >= 4 && after >= 4 && DIGESTS.contains(&(before + after)) {
            return Some(format!("{}{}", &url[..at], &url[at + 1..]));
        }
    }
    None
}

pub(super) fn link_over(span: Span, links: &[(Span, String)]) -> Option<&str> {
    links
        .iter()
        .find(|(link, _)| link.overlaps(span))
        .map(|(_, href)| href.as_str())
        .filter(|href| href.contains("://"))
}

/// The file's own link knows where a cut address goes, as long as it begins like the printed one.
pub(super) fn prefer_link(url: &mut FoundUrl, href: &str) {
    let same_host = host(href) == host(&url.url);
    let fuller = href.len() > url.url.len() && href.starts_with(url.url.trim_end_matches(['-', '/']));
    if same_host && fuller && !url.damage.is_empty() {
        href.clone_into(&mut url.url);
    }
}
