//! Several names in one text: `Sea Heron (ex Golden Tide)`, `Al-Qa'ida/Islamic Army`, `Pacifique Ntawunguka alias Omega`.

use crate::party::Kind;

/// Letters of the shortest name that stands beside a slash.
const SHORTEST: usize = 5;

/// What says that another name of the same one follows.
const ALIAS: [&str; 15] = [
    "a.k.a.",
    "a.k.a",
    "aka",
    "alias",
    "f/k/a",
    "f.k.a.",
    "fka",
    "ex",
    "ex.",
    "formerly",
    "formerly known as",
    "former name",
    "also known as",
    "known as",
    "renamed",
];

/// The text, and each name in it if it holds several: with where it begins.
pub(super) fn names(kind: Kind, text: &str) -> Vec<(usize, &str)> {
    let mut all = vec![(0, text)];
    if kind != Kind::Person
        && let Some((before, behind)) = text.split_once('/')
        && before.trim().len() >= SHORTEST
        && behind.trim().len() >= SHORTEST
    {
        all.extend([(0, before), (before.len() + 1, behind)]);
    }
    if let Some((end, start)) = alias(text) {
        let behind = text[start..].split([')', ']', ';']).next().unwrap_or_default();
        all.extend([(0, &text[..end]), (start, behind)]);
    }
    all
}

/// Where the first name ends and the other one begins, if words between them say so. In small letters or with dots or in brackets:
/// Aka and Ex are names too.
fn alias(text: &str) -> Option<(usize, usize)> {
    let mut words = text.split_inclusive([' ', '(', '[', ',', ';', ':']);
    let mut at = words.next()?.len();
    let mut found = None;
    for word in words {
        let before = text[..at].trim_end();
        let is_opened = before.ends_with(['(', '[', ',']);
        let said = text[at..].trim_start();
        let longest =
            ALIAS.iter().filter(|alias| says(said, alias, is_opened)).max_by_key(|alias| alias.len());
        if let Some(alias) = longest {
            let start = text.len() - said.len() + alias.len();
            let behind = text[start..].trim_matches([' ', ':', '"', ')', ']']);
            let name = before.trim_end_matches(['(', '[', ',', ' ']);
            found = (!behind.is_empty() && !name.is_empty()).then_some((name.len(), start));
            break;
        }
        at += word.len();
    }
    found
}

/// Whether a text begins with these words, and they end there.
fn says(text: &str, alias: &str, is_opened: bool) -> bool {
    let Some(begin) = text.get(..alias.len()) else { return false };
    let is_written =
        begin == alias || (is_opened || alias.contains('.')) && begin.eq_ignore_ascii_case(alias);
    is_written && text[alias.len()..].starts_with([' ', ':', '-', '"'])
}
