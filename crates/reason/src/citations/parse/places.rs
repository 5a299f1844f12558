//! Places of publishing and of interviews, and what stands where a place would.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::languages::{WordClass, lexicon};
use crate::text::fold;

const CITIES: &str = include_str!("../../../knowledge/cities.txt");

/// Whether a text is a city where works are published or people interviewed, alone or with its country or state
/// (`Washington, DC`). The list holds capitals and places of publishing.
pub(in crate::citations) fn is_city(text: &str) -> bool {
    static KNOWN: OnceLock<HashSet<String>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| CITIES.lines().map(fold).collect());
    text.len() <= 40 && known.contains(&fold(text))
}

/// How somebody was spoken to ("by phone", "WhatsApp"): no place, and no part of who they are.
pub(super) fn is_medium(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let carried = words <= 4
        && text.split_whitespace().next().is_some_and(|first| lexicon().is(WordClass::MediaLeads, first))
        && lexicon().mentions(WordClass::Media, text);
    carried || lexicon().is(WordClass::Media, text)
}
