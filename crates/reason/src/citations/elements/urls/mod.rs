//! Addresses, as printed and as meant.

mod mend;

use crate::citations::UrlDamage;
use crate::document::Span;
use crate::publishers::host;

use mend::{continuation, link_over, prefer_link, without_hyphen_in_digest};

/// An address in a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::citations) struct FoundUrl {
    /// As printed.
    pub span: Span,
    /// Mended.
    pub url: String,
    /// What was wrong with it.
    pub damage: Vec<UrlDamage>,
}

/// Endings of addresses that are printed without scheme; a path must follow (`hrw.org/news/…`).
const BARE_ENDINGS: [&str; 40] = [
    "org", "com", "net", "int", "gov", "edu", "info", "io", "uk", "fr", "ml", "ru", "ch", "de", "eu", "be",
    "ca", "au", "za", "ke", "ng", "ne", "bf", "sn", "ci", "cm", "cd", "sd", "et", "so", "me", "cc", "ph",
    "is", "ly", "us", "nl", "se", "no", "news",
];

/// Finds the addresses of a text, and puts together those that a line or page end cut (`https://a.org/the- road`).
pub(in crate::citations) fn urls(text: &str, links: &[(Span, String)]) -> Vec<FoundUrl> {
    let mut found: Vec<FoundUrl> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let mut url = read(text, start);
        if let Some(href) = link_over(url.span, links) {
            prefer_link(&mut url, href);
        }
        at = url.span.end.max(start + 1);
        if url.span.len() > 6 {
            found.push(url);
        }
    }
    found
}

fn next_start(text: &str, from: usize) -> Option<usize> {
    let schemed = ["http://", "https://", "www.", "hxxp://", "hxxps://"]
        .iter()
        .filter_map(|lead| text[from..].find(lead))
        .min()
        .map(|at| from + at);
    let bare = next_bare(text, from, schemed.unwrap_or(text.len()));
    bare.or(schemed)
}

/// `hrw.org/news/…`: a name with a known ending and a path.
fn next_bare(text: &str, from: usize, until: usize) -> Option<usize> {
    let region = &text[from..until];
    for (slash, _) in region.match_indices('/') {
        let start = region[..slash]
            .rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))
            .map_or(0, |at| at + 1);
        let start = (start..slash).find(|at| region.is_char_boundary(*at)).unwrap_or(slash);
        let name = &region[start..slash];
        let Some((before, ending)) = name.rsplit_once('.') else {
            continue;
        };
        let path = region[slash + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '@');
        if before.len() >= 2
            && BARE_ENDINGS.contains(&ending)
            && path
            && before.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        {
            return Some(from + start);
        }
    }
    None
}

fn read(text: &str, start: usize) -> FoundUrl {
    let mut damage = Vec::new();
    let mut end = start + run(&text[start..]);
    let mut url = text[start..end].to_owned();
    while let Some((from, to)) = continuation(text, end, &url) {
        // A scheme parted from its host ("https:// www.") is a slip of the pen, a joint at a line end a cut.
        url.push_str(&text[from..to]);
        end = to;
        damage.push(UrlDamage::Broken);
    }
    let kept = trimmed(&url);
    let cut = url.len() - kept;
    url.truncate(kept);
    end -= cut;
    if let Some(mended) = without_hyphen_in_digest(&url) {
        url = mended;
        damage.push(UrlDamage::Broken);
    }
    damage.extend(damage_of(&url));
    damage.dedup();
    FoundUrl { span: Span::new(start, end), url, damage }
}

fn run(text: &str) -> usize {
    text.find(|c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '|' | '^' | '`' | '{' | '}')
    })
    .unwrap_or(text.len())
}

/// Bytes left when the punctuation of the sentence is taken off: `…/a).` is `…/a`, but `…/a_(b)` stays.
fn trimmed(url: &str) -> usize {
    let mut kept = url;
    loop {
        let last = kept.chars().next_back();
        let unbalanced = |open: char, close: char| kept.matches(close).count() > kept.matches(open).count();
        let cut = match last {
            Some('.' | ',' | ';' | ':' | '!' | '\'' | '’' | '…' | '*') => true,
            Some(')') => unbalanced('(', ')'),
            Some(']') => unbalanced('[', ']'),
            _ => false,
        };
        if !cut {
            return kept.len();
        }
        kept = &kept[..kept.len() - last.map_or(0, char::len_utf8)];
    }
}

fn damage_of(url: &str) -> Vec<UrlDamage> {
    let mut damage = Vec::new();
    if url.ends_with(['?', '&', '=']) {
        damage.push(UrlDamage::BareQuery);
    }
    if url.contains("#:~:text=") {
        damage.push(UrlDamage::TextFragment);
    }
    if url.contains("](") || url.contains("**") || url.contains("&amp;") || url.contains("\\_") {
        damage.push(UrlDamage::Markup);
    }
    if host(url).is_none_or(|host| host.ends_with('.') || host.starts_with('.') || host.contains("..")) {
        damage.push(UrlDamage::NoHost);
    }
    damage
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = urls(text, &[]).into_iter().map(|url| url.url).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn takes_addresses_without_the_sentence_around_them() {
        check("see https://a.org/b. Then", &["https://a.org/b"]);
        check("(https://a.org/b_(c)).", &["https://a.org/b_(c)"]);
        check("<https://a.org/b>", &["https://a.org/b"]);
        check("14 June 2022, amnesty.org/en/documents/afr37/", &["amnesty.org/en/documents/afr37/"]);
        check("www.a.org, and https://b.org", &["www.a.org", "https://b.org"]);
        check("and/or, Planespotters.net, 61.4", &[]);
    }

    #[test]
    fn mends_what_a_line_end_cut() {
        check("https://a.org/the-long- road-to-tamer (accessed)", &["https://a.org/the-long-road-to-tamer"]);
        check("https:// www.a.org/b", &["https://www.a.org/b"]);
        check("https://x.com/ TheName/status/17?", &["https://x.com/TheName/status/17?"]);
        check("https://a.org/ and/or the mill", &["https://a.org/"]);
        check("https://a.org/ B. Next", &["https://a.org/"]);
        check(
            "https://a.org/x/0123456789ABCDEF01234-56789ABCDEF",
            &["https://a.org/x/0123456789ABCDEF0123456789ABCDEF"],
        );
    }

    #[test]
    fn tells_the_damage() {
        let found = urls("https://a.org/b?", &[]);
        assert_eq!(found[0].damage, [UrlDamage::BareQuery]);
    }
}
