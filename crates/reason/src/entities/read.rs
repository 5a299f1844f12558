use std::collections::HashSet;

use crate::places::Gazetteer;
use crate::prose::{Prose, Sentence};
use crate::text::fold;

use super::candidate::Candidate;
use super::definitions::{self, Link};
use super::find::Finder;
use super::leads::{Columns, Told};
use super::resolve;
use super::sources;
use super::units::{self, Shape};
use super::vocabulary::Vocabulary;
use super::{Entity, Mention};

/// Finds who and what a document names. Mentions are in reading order and do not overlap.
#[must_use]
pub fn read(prose: &Prose<'_>, gazetteer: &Gazetteer) -> (Vec<Entity>, Vec<Mention>) {
    let vocabulary = Vocabulary::of(prose);
    let mut found: Vec<Candidate> = Vec::new();
    let mut links: Vec<Link> = Vec::new();
    let mut columns = Columns::default();
    for (number, sentence) in prose.sentences.iter().enumerate() {
        if is_citation(sentence) {
            sources::in_note(&sentence.text, sentence.block, sentence.span.start, gazetteer, &mut found);
            continue;
        }
        let units = units::cut(sentence, number, &vocabulary);
        let shouting = is_shouting(&units);
        let told = Vec::new();
        let mut finder = Finder { vocabulary: &vocabulary, gazetteer, sentence, units, shouting, told };
        finder.told = told_of(&finder, columns.of(sentence));
        let from = found.len();
        finder.find(&mut found);
        definitions::find(&finder, from, &mut found, &mut links);
    }
    openings(&vocabulary, &mut found);
    found.extend(sources::cited(prose, gazetteer));
    resolve::resolve(gazetteer, found, &links)
}

/// The names of a sentence whose reach and kind are known before its words are looked at; none overlap.
fn told_of(finder: &Finder<'_>, columns: &[usize]) -> Vec<Told> {
    let mut told = finder.told_by_layout(columns);
    told.extend(finder.told_by_byline());
    told.extend(finder.told_by_quotes());
    told.sort_by_key(|one| one.first);
    let mut end = 0;
    told.retain(|one| {
        let free = one.first >= end;
        end = if free { one.last + 1 } else { end };
        free
    });
    told
}

/// "Investigate Halden Quay": a word that opens a sentence is none of the name behind it, if the document names that alone and
/// never writes the word with a capital elsewhere.
fn openings(vocabulary: &Vocabulary<'_>, found: &mut [Candidate]) {
    let alone: HashSet<String> =
        found.iter().filter(|one| !one.opens && one.key.contains(' ')).map(|one| one.key.clone()).collect();
    for one in found.iter_mut().filter(|one| one.opens && one.title.is_none()) {
        let (Some((word, rest)), Some((_, key))) = (one.text.split_once(' '), one.key.split_once(' ')) else {
            continue;
        };
        // Where a note mark stands within the name, its place is not that of its letters.
        let whole = one.span.len() == one.text.len();
        if !whole || vocabulary.capital(&fold(word)) > 0 || !alone.contains(key) {
            continue;
        }
        one.span.start = one.span.end - rest.len();
        (one.text, one.key) = (rest.to_owned(), key.to_owned());
        one.forms.clear();
    }
}

/// A quotation of so many words that ends with a comma is a title.
const TITLE: usize = 5;

/// A sentence of a note that holds a title or an address is a citation, and names what it cites.
fn is_citation(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    let word = |at: usize| tokens[at].text(&sentence.text);
    sentence.note.is_some()
        && (0..tokens.len()).any(|at| {
            let quoted = tokens[at].is('"')
                && at > TITLE
                && tokens[at - 1].is(',')
                && tokens[at - TITLE..at - 1].iter().all(|token| !token.is('"'));
            quoted || matches!(word(at), "http" | "https" | "www" | "doi")
        })
}

/// Most words of four letters and more stand in capitals.
fn is_shouting(units: &[units::Unit<'_>]) -> bool {
    let words = units.iter().filter(|unit| unit.span.len() > 3 && unit.shape != Shape::Number);
    let (mut all, mut upper) = (0, 0);
    for unit in words {
        all += 1;
        upper += usize::from(unit.shape == Shape::Upper);
    }
    all >= 3 && upper * 10 > all * 7
}
