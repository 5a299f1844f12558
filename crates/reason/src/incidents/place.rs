//! Where claims say that something happened, as far as it can tell events apart.

use crate::places::{FeatureClass, Gazetteer};
use crate::text::{TokenKind, fold_words, tokens};

use super::fact::is_abbreviation;
use super::names::{Key, Names};
use super::words::{Cue, words};

/// More names than this are many places: a count over all of them.
const MOST_NAMES: usize = 2;
/// The words of a place that are looked at.
const LONGEST: usize = 200;

/// The names in the words for a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Where {
    /// The place itself, by name.
    pub names: Vec<Key>,
    /// Of those, big cities: much happens there on one day.
    pub cities: Vec<Key>,
    /// What it is said to lie in.
    pub within: Vec<Key>,
}

/// Reads the words for a place: `the village of Kessa, in Halden province`.
pub(super) fn read(text: &str, names: &mut Names) -> Where {
    let text = text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end]);
    let mut found = Where::default();
    let mut rest = runs(text);
    let Some(first) = rest.next() else {
        return found;
    };
    if words().cues(&text[..first.start]).has(Cue::Toward) {
        return found;
    }
    let own = names.spelled(&first.name);
    let mut cities: Vec<Key> = first.is_city.then_some(own).into_iter().collect();
    match first.is_area {
        true => found.within.push(own),
        false => found.names.push(own),
    }
    for run in rest {
        let key = names.spelled(&run.name);
        cities.extend(run.is_city.then_some(key));
        match run.joined && !run.is_area {
            true => found.names.push(key),
            false => found.within.push(key),
        }
    }
    found.cities = found.names.iter().copied().filter(|name| cities.contains(name)).collect();
    if found.names.len() > MOST_NAMES {
        found.within.append(&mut found.names);
    }
    found
}

/// A name in the words for a place.
struct Run {
    start: usize,
    name: String,
    /// `Halden province`, `the region of Halden`.
    is_area: bool,
    /// The gazetteer knows it as a big city, and as nothing else.
    is_city: bool,
    /// Joined to the one before by "and" or "et".
    joined: bool,
}

/// The stretches of capitalised words.
fn runs(text: &str) -> impl Iterator<Item = Run> {
    let tokens = tokens(text);
    let capital = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word && token.text(text).starts_with(char::is_uppercase)
        })
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !capital(at) {
            at += 1;
            continue;
        }
        let first = at;
        while capital(at + 1) || (capital(at + 2) && is_link(tokens[at + 1].text(text))) {
            at += if capital(at + 1) { 1 } else { 2 };
        }
        let before = first.checked_sub(1).map(|before| fold_words(tokens[before].text(text)));
        let name = fold_words(&text[tokens[first].span.start..tokens[at].span.end]);
        // An abbreviation is a party ("FRB-held land"), or a country.
        if first == at && is_abbreviation(tokens[at].text(text)) {
            at += 1;
            continue;
        }
        // "the region of Halden": two words before the name; "Halden province": the word behind it.
        let behind = tokens.get(at + 1).is_some_and(|token| is_area(token.text(text)));
        let ahead = first.checked_sub(2).is_some_and(|head| is_area(tokens[head].text(text)));
        let inside = is_area(name.rsplit(' ').next().unwrap_or_default());
        found.push(Run {
            start: tokens[first].span.start,
            is_area: behind || ahead || inside || is_known_area(&name),
            is_city: is_known_city(&name),
            name,
            joined: before.is_some_and(|word| matches!(word.as_str(), "and" | "et")),
        });
        at += 1;
    }
    found.into_iter()
}

fn is_link(word: &str) -> bool {
    matches!(word, "-" | "'" | "’" | "de" | "du" | "des" | "la" | "le" | "el" | "al")
}

/// The gazetteer knows it as a country or region, and as nothing smaller.
fn is_known_area(name: &str) -> bool {
    let mut classes = Gazetteer::bundled().of_folded(name).map(|record| record.class).peekable();
    let wide = |class| matches!(class, FeatureClass::Country | FeatureClass::Region | FeatureClass::Area);
    classes.peek().is_some() && classes.all(wide)
}

/// Inhabitants of a city in which two events on one day are nothing rare.
const CITY: u32 = 300_000;

fn is_known_city(name: &str) -> bool {
    let mut records = Gazetteer::bundled().of_folded(name).peekable();
    records.peek().is_some()
        && records.all(|record| record.class == FeatureClass::Capital || record.population >= CITY)
}

fn is_area(word: &str) -> bool {
    words().cues(word).has(Cue::Area)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_told_from_what_it_lies_in() {
        let mut names = Names::default();
        let kessa = names.spelled("kessa");
        let halden = names.spelled("halden");
        for (text, own, within) in [
            ("the village of Kessa, in Halden province", vec![kessa], vec![halden]),
            ("near Kessa", vec![kessa], vec![]),
            ("Kessa, Halden", vec![kessa], vec![halden]),
            ("the Kessa displacement site", vec![kessa], vec![]),
            ("Kessa and Halden", vec![kessa, halden], vec![]),
            ("Halden region", vec![], vec![halden]),
            ("la région de Halden", vec![], vec![halden]),
            ("on the road to Kessa", vec![], vec![]),
            ("roughly 50 kilometers south of Kessa", vec![], vec![]),
            ("a burial site", vec![], vec![]),
            ("FRB-held land", vec![], vec![]),
        ] {
            assert_eq!(read(text, &mut names), Where { names: own, within, ..Where::default() }, "{text}");
        }
    }
}
