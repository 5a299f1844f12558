//! Links out of the page: only to the web, only where the address can be read, telling the other side nothing.

use maud::{Markup, Render, html};

use super::visible::{Visible, is_hidden};

/// Whether an address may be linked: `http` and `https` with a host. `javascript:`, `data:`, `file:` and the like never are, nor is an
/// address that hides a part of itself.
pub fn is_web(address: &str) -> bool {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).map(str::len);
    rest.is_some()
        && address.len() > "https://".len()
        && !address.contains(|c: char| c.is_whitespace() || is_hidden(c))
}

/// Whether a text is the address that it is linked to, with or without its scheme.
pub fn shows(text: &str, target: &str) -> bool {
    let bare = |address: &str| {
        let address = address.trim().trim_end_matches('/');
        let (_, rest) = address.split_once("://").unwrap_or(("", address));
        rest.to_owned()
    };
    !text.trim().is_empty() && bare(text) == bare(target)
}

/// A link with a text that [`shows`] its target; the text alone where the target may not be linked.
pub fn out(target: &str, text: impl Render) -> Markup {
    html! {
        @if is_web(target) {
            a.out href=(target) rel="noreferrer noopener nofollow" { (text) }
        } @else {
            (text)
        }
    }
}

/// An address, linked where it may be.
pub fn address(target: &str) -> Markup {
    out(target, html! { bdi.address dir="ltr" { (Visible(target)) } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked() {
        let cases = [
            ("https://ledger.example/a", true),
            ("HTTP://ledger.example", true),
            ("javascript:alert(1)", false),
            ("java\nscript:alert(1)", false),
            ("data:text/html,x", false),
            ("file:///etc/passwd", false),
            ("//ledger.example", false),
            ("https://", false),
            ("https://a b", false),
            (" https://a.example", false),
            ("httpſ://a.example", false),
            ("https://a.example/\u{202e}gpj", false),
            ("", false),
        ];
        for (address, expected) in cases {
            assert_eq!(is_web(address), expected, "{address}");
        }
    }

    #[test]
    fn a_text_shows_its_target_or_not() {
        assert!(shows("ledger.example/a", "https://ledger.example/a/"));
        assert!(!shows("https://ledger.example", "https://other.example"));
        assert!(!shows("", "https://"));
    }
}
