//! Names of one word: whether the text gives any sign that they are names.
//!
//! A capital is such a sign only where the word could have been written small. It could not at the beginning of a sentence, nor
//! anywhere in a text that writes all its nouns with capitals, as German does. Quotation marks around the word are a sign everywhere.

use std::collections::HashSet;

use super::find::{Piece, Raw};
use super::tokens::{Shape, Token};
use crate::hashed::{Hashed, hash};
use crate::scripts::folded;

/// Leaves out names of one word of which nothing in the text says that they are names.
pub(super) fn keep_named(text: &str, capitals_tell: bool, raw: &mut Vec<Raw>) {
    let is_sign = |one: &Raw| {
        let of = &one.occurrence;
        is_quoted(text, of.start, of.end) || capitals_tell && !begins_a_sentence(text, of.start)
    };
    // One place that says so is enough for all of them.
    let named: HashSet<u32> = raw.iter().filter(|one| is_sign(one)).filter_map(|one| one.lone).collect();
    raw.retain(|one| one.lone.is_none_or(|class| named.contains(&class)));
}

/// The first letters of some words. What is a case of one of them begins like it.
#[derive(Debug)]
pub(super) struct Beginnings {
    all: Hashed<()>,
    /// By the first two letters, where they are plain: no other word is looked at closely.
    plain: [u32; 26],
}

impl Beginnings {
    pub(super) fn of<'t>(words: impl Iterator<Item = &'t str>) -> Self {
        let mut beginnings = Self { all: Hashed::default(), plain: [0; 26] };
        for word in words {
            beginnings.all.insert(beginning(word), ());
            let mut plain = word.chars().map(without_accent);
            if let (Some(first @ 'a'..='z'), Some(second @ 'a'..='z')) = (plain.next(), plain.next()) {
                beginnings.plain[first as usize - 'a' as usize] |= 1 << (second as u32 - 'a' as u32);
            }
        }
        beginnings
    }

    pub(super) fn has_that_of(&self, word: &str) -> bool {
        let may_be = match *word.as_bytes() {
            [first @ b'a'..=b'z', second @ b'a'..=b'z', ..] => {
                self.plain[usize::from(first - b'a')] >> (second - b'a') & 1 == 1
            }
            _ => true,
        };
        may_be && self.all.contains_key(&beginning(word))
    }
}

/// Of three letters without capitals and accents.
fn beginning(word: &str) -> u64 {
    let letters: u64 =
        word.chars().take(3).fold(0, |number, letter| number << 21 | u64::from(without_accent(letter)));
    hash(&letters.to_le_bytes())
}

fn without_accent(letter: char) -> char {
    match letter {
        '\0'..='\x7f' => letter.to_ascii_lowercase(),
        'а'..='я' => letter,
        _ => folded(letter.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(letter),
    }
}

/// Whether what stands before a word ends a sentence, or is nothing: the text or a paragraph begins with it.
fn begins_a_sentence(text: &str, start: usize) -> bool {
    // Nearly every word: one space behind another word.
    if let [.., letter, b' '] = text.as_bytes()[..start]
        && letter.is_ascii_alphanumeric()
    {
        return false;
    }
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

/// Whether a text writes all its nouns with capitals, by its first piece. Of a line of running text, at least half of the words are written
/// small: tables, lists and headings are none.
pub(super) fn writes_nouns_with_capitals(piece: Piece<'_>) -> bool {
    let text = piece.text;
    let end = text.floor_char_boundary(ENOUGH);
    let tokens = &piece.tokens[..piece.tokens.partition_point(|token| (token.end as usize) <= end)];
    let (mut capital, mut all) = (0, 0);
    for words in tokens.chunk_by(|one, next| !text[one.end as usize..next.start as usize].contains('\n')) {
        let is_small = |token: &&Token| token.shape == Shape::Small;
        if words.iter().filter(is_small).count() * 2 < words.len() {
            continue;
        }
        let start = words.first().map_or(0, |first| first.start as usize);
        let start = text[..start].rfind('\n').map_or(0, |before| before + 1);
        let written = words.iter().filter(|token| matches!(token.shape, Shape::Small | Shape::Capital));
        for token in written.filter(|token| !begins_a_sentence(&text[start..], token.start as usize - start))
        {
            all += 1;
            capital += usize::from(token.shape == Shape::Capital);
        }
    }
    all >= FEWEST && capital * 100 >= all * NOUNS
}
