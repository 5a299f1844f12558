//! Where short forms lead: ibid. to the work cited just before, supra to the work of a note, op. cit. to an earlier
//! work of its author. What leads to several works, or to none, is left open: check C09 says so.

use crate::notes::Note;
use crate::text::fold_words;

use super::{Citation, CitationForm};

/// Sets [`Citation::refers_to`], and the kind of the work meant.
pub(super) fn resolve(notes: &[Note], citations: &mut [Citation]) {
    for index in 0..citations.len() {
        let target = match &citations[index].form {
            CitationForm::Full => continue,
            CitationForm::Ibid => just_before(citations, index),
            CitationForm::Supra { note: Some(label) } => in_note(notes, citations, index, label),
            CitationForm::Supra { note: None } | CitationForm::OpCit => by_author(citations, index),
        };
        // A short form may lead to another: what counts is the full citation behind it.
        let target = target.and_then(|target| match citations[target].form {
            CitationForm::Full => Some(target),
            _ => citations[target].refers_to,
        });
        citations[index].refers_to = target;
        if let Some(target) = target {
            citations[index].kind = citations[target].kind;
            citations[index].confidential = citations[target].confidential;
        }
    }
}

/// The citation before, in the same note; else the only work of the last note that cites.
fn just_before(citations: &[Citation], index: usize) -> Option<usize> {
    let own = &citations[index];
    let before = index.checked_sub(1)?;
    if citations[before].note == own.note {
        return Some(before);
    }
    // A note without citation between the two breaks the reference.
    let adjoins = own.note == citations[before].note + 1;
    adjoins.then(|| only_one(citations, citations[before].note, index)).flatten()
}

/// The single work of a note, if all its citations are of one.
fn only_one(citations: &[Citation], note: usize, until: usize) -> Option<usize> {
    let all: Vec<usize> = (0..until).filter(|index| citations[*index].note == note).collect();
    let full = |index: &usize| match citations[*index].form {
        CitationForm::Full => Some(*index),
        _ => citations[*index].refers_to,
    };
    let first = all.first().and_then(full)?;
    let same = all
        .iter()
        .filter_map(full)
        .all(|other| other == first || is_same(&citations[other], &citations[first]));
    (same && all.iter().all(|index| full(index).is_some())).then_some(first)
}

fn is_same(a: &Citation, b: &Citation) -> bool {
    a.title.is_some() && a.title == b.title && a.authors == b.authors
}

/// The work of the note named: its only one, or the one of the author named.
fn in_note(notes: &[Note], citations: &[Citation], index: usize, label: &str) -> Option<usize> {
    let own = &citations[index];
    let chain = notes[own.note].chain;
    let earlier = |note: &usize| *note < own.note && notes[*note].label == label;
    let note = (0..own.note)
        .rev()
        .filter(earlier)
        .find(|note| notes[*note].chain == chain)
        .or_else(|| (0..own.note).rev().find(earlier))?;
    let named = (0..index).find(|other| {
        citations[*other].note == note && !own.authors.is_empty() && names_agree(own, &citations[*other])
    });
    named.or_else(|| if own.authors.is_empty() { only_one(citations, note, index) } else { None })
}

/// The last earlier full citation of the same author, and of the same short title where one is given.
fn by_author(citations: &[Citation], index: usize) -> Option<usize> {
    let own = &citations[index];
    let candidates = (0..index).rev().filter(|other| citations[*other].form == CitationForm::Full);
    if own.authors.is_empty() && own.title.is_none() {
        return None;
    }
    let mut fitting = candidates.filter(|other| {
        let other = &citations[*other];
        (own.authors.is_empty() || names_agree(own, other)) && titles_agree(own, other)
    });
    let last = fitting.next()?;
    // Several works of one author, and no title to tell them apart.
    let other_work =
        own.title.is_none() && fitting.any(|other| !is_same(&citations[other], &citations[last]));
    (!other_work).then_some(last)
}

/// The family name of one is among the names of the other.
fn names_agree(short: &Citation, full: &Citation) -> bool {
    let full_words: Vec<String> =
        full.authors.iter().chain(&full.container).map(|name| fold_words(name)).collect();
    short.authors.iter().any(|name| {
        let words = fold_words(name);
        let family = words.rsplit(' ').next().unwrap_or_default().to_owned();
        full_words.iter().any(|full| {
            *full == words
                || full.split(' ').any(|word| word == family || word == words)
                || full.ends_with(&words)
        })
    })
}

/// A short title's words stand in the full one.
fn titles_agree(short: &Citation, full: &Citation) -> bool {
    match (&short.title, &full.title) {
        (None, _) => true,
        (Some(short), Some(full)) => {
            let full = fold_words(full);
            let words = fold_words(short);
            !words.is_empty() && words.split(' ').all(|word| full.split(' ').any(|other| other == word))
        }
        (Some(_), None) => false,
    }
}
