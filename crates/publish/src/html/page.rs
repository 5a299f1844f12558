//! The shell of the page: its policy, style and script.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::visible::plain;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Puts parts into a page that loads nothing and runs nothing but its own script.
pub fn page(title: &str, navigation: &Markup, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { (plain(title)) " · Tickmark" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#diagnostics" { "Skip to the diagnostics" }
                (navigation)
                main { (main) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// Nothing may be loaded; style and script are named by hash, so that markup which slipped through could do nothing.
fn policy() -> String {
    format!(
        "default-src 'none'; img-src data:; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; \
         form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}
