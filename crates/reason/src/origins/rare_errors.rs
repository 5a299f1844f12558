//! A rare misspelling of a name that two documents share: seldom made twice, often copied.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::document::Span;
use crate::text::fold_words;

use super::case::Case;
use super::{Basis, Edge};

/// Shorter words have neighbours by chance.
const SHORTEST: usize = 6;
/// Documents that must spell it otherwise before a spelling counts as an error.
const FEWEST_OTHERS: usize = 3;
/// Endings differ by grammar ("Taravian", "Taravians"), not by error.
const ENDING: usize = 2;

pub(super) fn find(case: &Case<'_>) -> Vec<Edge> {
    let words = words(case);
    let neighbours = neighbours(&words);
    let mut edges = Vec::new();
    for (word, places) in words.iter().filter(|(_, places)| places.len() == 2) {
        let common = neighbours.get(word.as_str()).and_then(|others| {
            others.iter().find(|other| {
                let known = &words[**other];
                known.len() >= FEWEST_OTHERS && !known.keys().any(|document| places.contains_key(document))
            })
        });
        let Some(common) = common else {
            continue;
        };
        let evidence: Vec<(usize, Span)> = places.iter().map(|(document, span)| (*document, *span)).collect();
        let [a, b] = [evidence[0].0, evidence[1].0].map(|document| case.origins.standing(document));
        let written = case.sources[evidence[0].0].document.quote(evidence[0].1);
        let why = format!(
            "both write “{written}”, which {} other documents spell otherwise ({common})",
            words[*common].len()
        );
        edges.extend(case.suspect(a, b, Basis::SharedRareError, &why, evidence));
    }
    edges
}

/// Words of names, folded: by document, where each first stands.
fn words(case: &Case<'_>) -> BTreeMap<String, BTreeMap<usize, Span>> {
    let mut found: BTreeMap<String, BTreeMap<usize, Span>> = BTreeMap::new();
    for (document, source) in case.sources.iter().enumerate() {
        for mention in &source.analysis.mentions {
            for word in fold_words(source.document.quote(mention.span))
                .split(' ')
                .filter(|word| word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic))
            {
                if !found.get(word).is_some_and(|places| places.contains_key(&document)) {
                    found.entry(word.to_owned()).or_default().insert(document, mention.span);
                }
            }
        }
    }
    found
}

/// Words that differ in one letter (changed, left out, added or swapped with its neighbour) before their ending: found by
/// what is left when one letter is taken out.
fn neighbours(words: &BTreeMap<String, BTreeMap<usize, Span>>) -> HashMap<&str, BTreeSet<&str>> {
    let mut by_rest: HashMap<String, Vec<&str>> = HashMap::new();
    let wanted = |places: &BTreeMap<usize, Span>| places.len() == 2 || places.len() >= FEWEST_OTHERS;
    for (word, _) in words.iter().filter(|(_, places)| wanted(places)) {
        by_rest.entry(word.clone()).or_default().push(word);
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        for (at, letter) in &letters[1..letters.len().saturating_sub(ENDING)] {
            let mut rest = word.clone();
            rest.replace_range(*at..*at + letter.len_utf8(), "");
            by_rest.entry(rest).or_default().push(word);
        }
    }
    let mut found: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for group in by_rest.values().filter(|group| group.len() > 1 && group.len() <= 16) {
        for word in group {
            found.entry(word).or_default().extend(group.iter().filter(|other| *other != word));
        }
    }
    found
}
