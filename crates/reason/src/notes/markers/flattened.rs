//! Marks that lost their raising: `killed.12`. Taken one by one, most such digits are something else; as a chain that
//! rises along the notes' own numbering they can hardly be.

use std::collections::HashMap;

use crate::document::{Document, Span};
use crate::notes::Note;

use super::{Group, Label};

/// At least this share of the notes must be found for the chain to be believed.
const SHARE: (usize, usize) = (1, 2);

pub(super) fn find(document: &Document, blocks: &[Span], notes: &[Note]) -> Vec<Group> {
    let numbers: Vec<u32> = notes.iter().filter_map(|note| note.label.parse().ok()).collect();
    // Of a number that several notes have, the first: chapters are told apart when markers are linked.
    let places: HashMap<u32, usize> = (0..numbers.len()).rev().map(|place| (numbers[place], place)).collect();
    let candidates: Vec<(u32, Span)> = blocks
        .iter()
        .flat_map(|block| {
            candidates(document.quote(*block))
                .into_iter()
                .map(|(number, span)| (number, span.shifted(block.start)))
        })
        .filter(|(number, _)| places.contains_key(number))
        .collect();
    let chain = rising(&candidates, &places);
    if chain.is_empty() || chain.len() * SHARE.1 < numbers.len() * SHARE.0 {
        return Vec::new();
    }
    grouped(document, chain.into_iter().map(|index| candidates[index]).collect())
}

/// Digits glued to the end of a word or of a sentence, and digits that follow such by a comma.
fn candidates(text: &str) -> Vec<(u32, Span)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(u32, Span)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let glued = is_glued(&text[..at])
            || found.last().is_some_and(|(_, last)| {
                matches!(text[last.end..at].trim(), "," | ", " | "-" | "–") && at - last.end <= 4
            });
        let closed =
            text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '/'));
        if end - at <= 4 && glued && closed && bytes[at] != b'0' {
            found.push((text[at..end].parse().unwrap_or(0), Span::new(at, end)));
        }
        at = end;
    }
    found
}

/// `killed.`, `town,`, `peace”`, `in 2021.`: but not `3.`, `COVID-`, `B`.
fn is_glued(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some(c) if c.is_lowercase() => true,
        Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | '”' | '"' | '’' | '»' | ']') => match back.next()
        {
            Some(c) if c.is_ascii_digit() => closes_with_year(&before[..before.len() - 1]),
            Some(c) => !c.is_whitespace(),
            None => false,
        },
        Some(c) => c.is_uppercase() && back.next().is_some_and(char::is_uppercase),
        None => false,
    }
}

/// "in 2021": the number before the stop is a year, and what follows the stop is no decimal.
fn closes_with_year(text: &str) -> bool {
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    digits == 4 && text[..text.len() - 4].ends_with(' ')
}

/// The longest run of candidates whose numbers rise along the notes; ties go to the one that skips fewest.
fn rising(candidates: &[(u32, Span)], places: &HashMap<u32, usize>) -> Vec<usize> {
    let places: Vec<Option<usize>> =
        candidates.iter().map(|(number, _)| places.get(number).copied()).collect();
    // Patience: for each length, the chain that ends at the smallest place.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; candidates.len()];
    for (index, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let length = tails.partition_point(|tail| places[*tail].is_some_and(|tail| tail < *place));
        before[index] = length.checked_sub(1).map(|length| tails[length]);
        if length == tails.len() { tails.push(index) } else { tails[length] = index }
    }
    let mut chain = Vec::new();
    let mut at = tails.last().copied();
    while let Some(index) = at {
        chain.push(index);
        at = before[index];
    }
    chain.reverse();
    chain
}

fn grouped(document: &Document, chain: Vec<(u32, Span)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (number, span) in chain {
        let label = Label::new(number.to_string(), span.start, span.end);
        let adjoins = groups.last().is_some_and(|last| {
            last.span.end < span.start && matches!(document.text[last.span.end..span.start].trim(), "," | "")
        });
        match groups.last_mut() {
            Some(last) if adjoins => {
                last.span.end = span.end;
                last.labels.push(label);
            }
            _ => groups.push(Group { span, labels: vec![label] }),
        }
    }
    groups
}
