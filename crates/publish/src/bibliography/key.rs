use std::collections::HashMap;

use any_ascii::any_ascii;

use super::Entry;

/// Words too common to name a work by: articles and prepositions of the languages that reports cite most.
const SKIPPED: &[&str] = &[
    "a", "an", "the", "in", "on", "of", "le", "la", "les", "un", "une", "el", "los", "l", "d", "de", "du",
    "der", "die", "das", "how", "why", "what", "at", "to", "for", "and", "et",
];

/// Longer parts are cut: a key is typed by hand.
const LONGEST_PART: usize = 24;

/// Citation keys, one for each entry in order: family name, year, first telling word of the title, all in ASCII
/// (`nasr2024wagner`). Where two would be the same, the second gets `b`, the third `c`, the 27th `27`.
pub fn keys(entries: &[Entry<'_>]) -> Vec<String> {
    let mut taken: HashMap<String, usize> = HashMap::new();
    entries.iter().map(|entry| unique(base(entry), &mut taken)).collect()
}

fn unique(base: String, taken: &mut HashMap<String, usize>) -> String {
    loop {
        let count = taken.entry(base.clone()).or_insert(0);
        *count += 1;
        let key = match *count {
            1 => return base,
            n if n <= 26 => format!("{base}{}", char::from(b'a' + (n - 1) as u8)),
            n => format!("{base}-{n}"),
        };
        // `nasr2024` + `b` may be a base of its own.
        if !taken.contains_key(&key) {
            taken.insert(key.clone(), 1);
            return key;
        }
    }
}

fn base(entry: &Entry<'_>) -> String {
    let item = &entry.item;
    let name = item
        .author
        .first()
        // A protected source is described, not named.
        .filter(|_| !entry.work.confidential)
        .map(|name| name.sort_key())
        .or(item.container_title.as_deref())
        .or(item.publisher.as_deref())
        .map(squeeze)
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| entry.work.kind.name().replace('_', ""));
    let year =
        entry.work.date.and_then(|date| date.year).map_or_else(|| "nd".to_owned(), |year| year.to_string());
    let word = item.title.as_deref().map(telling_word).unwrap_or_default();
    format!("{name}{year}{word}")
}

/// ASCII letters and digits only, lower case.
fn squeeze(text: &str) -> String {
    any_ascii(text)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(LONGEST_PART)
        .collect::<String>()
        .to_ascii_lowercase()
}

fn telling_word(title: &str) -> String {
    title
        .split(|c: char| !c.is_alphanumeric())
        .map(squeeze)
        .find(|word| !word.is_empty() && !SKIPPED.contains(&word.as_str()))
        .unwrap_or_default()
}
