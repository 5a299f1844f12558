//! Names of one word: whether the text gives any sign that they are names.
//!
//! A capital is such a sign only where the word could have been written small. It could not at the beginning of a sentence, nor
//! anywhere in a text that writes all its nouns with capitals, as German does. Quotation marks around the word are a sign everywhere.

use std::collections::HashSet;

use super::find::Raw;
use super::tokens::{Shape, cut};
use crate::hashed::{Hashed, hash};
use crate::scripts::folded;

/// Leaves out names of one word of which nothing in the text says that they are names.
pub(super) fn keep_named(text: &str, raw: &mut Vec<Raw>) {
    if raw.iter().all(|one| one.lone.is_none()) {
        return;
    }
    let capitals_tell = !writes_nouns_with_capitals(text);
    let is_sign = |one: &Raw| {
        let of = &one.occurrence;
        is_quoted(text, of.start, of.end) || capitals_tell && !begins_a_sentence(text, of.start)
    };
    // One place that says so is enough for all of them.
    let named: HashSet<u32> = raw.iter().filter(|one| is_sign(one)).filter_map(|one| one.lone).collect();
    raw.retain(|one| one.lone.is_none_or(|class| named.contains(&class)));
}

/// The first letters of some words. What is a case of one of them begins like it.
#[derive(Debug, Default)]
pub(super) struct Beginnings(Hashed<()>);

impl Beginnings {
    pub(super) fn of<'t>(words: impl Iterator<Item = &'t str>) -> Self {
        Self(words.map(|word| (beginning(word), ())).collect())
    }

    pub(super) fn has_that_of(&self, word: &str) -> bool {
        self.0.contains_key(&beginning(word))
    }
}

/// Of three letters without capitals and accents.
fn beginning(word: &str) -> u64 {
    let letters: u64 = word.chars().take(3).fold(0, |number, letter| {
        let plain = match letter {
            '\0'..='\x7f' => letter.to_ascii_lowercase(),
            'а'..='я' => letter,
            _ => folded(letter.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(letter),
        };
        number << 21 | u64::from(plain)
    });
    hash(&letters.to_le_bytes())
}

/// Whether what stands before a word ends a sentence, or is nothing: the text or a paragraph begins with it.
fn begins_a_sentence(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches(is_opening);
    let gap = before.len() - before.trim_end().len();
    let is_paragraph = before[before.len() - gap..].matches('\n').count() > 1;
    let last = before.trim_end().trim_end_matches(is_closing).chars().next_back();
    is_paragraph
        || last.is_none_or(|last| matches!(last, '.' | '!' | '?' | '…' | ':' | '•' | '。' | '؟' | '।'))
}

pub(super) fn is_quoted(text: &str, start: usize, end: usize) -> bool {
    text[..start].ends_with(is_opening) && text[end..].starts_with(is_closing)
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '«' | '‘' | '‹' | '\'' | '»')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '»' | '’' | '›' | '\'' | '«')
}

/// Bytes of a text that are looked at to see how it writes nouns.
const ENOUGH: usize = 64 << 10;

/// Fewer words than this say nothing of how a text is written.
const FEWEST: usize = 40;

/// Of the words of sentences, so many in a hundred have a capital where all nouns have one: German has 25 to 35, while English, French, Spanish and
/// Russian reports full of names have 5 to 15.
const NOUNS: usize = 20;

/// Of a line of running text, at least half of the words are written small: tables, lists and headings are none.
fn writes_nouns_with_capitals(text: &str) -> bool {
    let (mut capital, mut all) = (0, 0);
    let mut tokens = Vec::new();
    for line in text[..text.floor_char_boundary(ENOUGH)].lines() {
        tokens.clear();
        cut(line, &mut tokens);
        let small = tokens.iter().filter(|token| token.shape == Shape::Small).count();
        if small * 2 < tokens.len() {
            continue;
        }
        let inner = tokens.iter().filter(|token| !begins_a_sentence(line, token.start as usize));
        let shapes = inner.filter(|token| matches!(token.shape, Shape::Small | Shape::Capital));
        let shapes: Vec<Shape> = shapes.map(|token| token.shape).collect();
        all += shapes.len();
        capital += shapes.iter().filter(|shape| **shape == Shape::Capital).count();
    }
    all >= FEWEST && capital * 100 >= all * NOUNS
}
