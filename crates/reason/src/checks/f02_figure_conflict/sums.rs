//! Sums of money that one report gives twice: in the text and in the caption of its picture, in the summary and in the chapter.
//!
//! Two passages tell of one sum where nearly all their words are the same, their dates are, and neither names somebody whom the
//! other does not. Who is paid, for what and when would be the better key, but is seldom stated in both.

use std::collections::BTreeSet;

use crate::dates::{PartialDate, find_dates};
use crate::document::Span;
use crate::money::{Amount, Money};
use crate::text::{fold_words, tokens};

use super::super::corpus::Reading;
use super::super::wording::quoted;
use super::super::{Code, Diagnostic};

/// Passages with sums that are compared with each other: the first ones. More is a ledger.
const MOST_PASSAGES: usize = 300;
/// A longer passage is a table or a list.
const LONGEST_PASSAGE: usize = 600;
/// Words that two passages must share, beside their numbers.
const FEWEST_WORDS: usize = 4;
/// And this share of the words of the shorter one, in percent.
const SHARED_PERCENT: usize = 75;
/// Letters of a word that tells something.
const TELLING: usize = 4;
/// What "about" may be off by.
const ABOUT: f64 = 0.05;

/// A sentence or caption with sums.
struct Passage<'a> {
    block: usize,
    words: BTreeSet<String>,
    /// Words with a capital that open no sentence: who and where.
    names: BTreeSet<String>,
    dates: BTreeSet<PartialDate>,
    sums: Vec<&'a Money>,
}

/// Sums that cannot be one where the words say that they are.
pub(super) fn conflicts(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let passages = passages(reading);
    let mut found = Vec::new();
    for (at, second) in passages.iter().enumerate() {
        let conflict = passages[..at].iter().find_map(|first| {
            let alike = first.block != second.block && first.is_of_one(second);
            if alike { first.first_conflict(second) } else { None }
        });
        found.extend(conflict.map(|(one, two)| told(reading, one, two)));
    }
    found
}

fn passages<'a>(reading: &Reading<'a>) -> Vec<Passage<'a>> {
    let mut found: Vec<(Span, Vec<&Money>)> = Vec::new();
    for money in &reading.analysis.money {
        let Some((_, passage)) = passage_of(reading, money.written) else { continue };
        if let Some((last, sums)) = found.last_mut()
            && *last == passage
        {
            sums.push(money);
        } else if found.len() < MOST_PASSAGES {
            found.push((passage, vec![money]));
        }
    }
    let read = |(span, sums): (Span, Vec<&'a Money>)| Passage::of(reading, span, sums);
    found.into_iter().filter(|(span, _)| span.len() <= LONGEST_PASSAGE).filter_map(read).collect()
}

/// The sentence in which something stands, else its block.
fn passage_of(reading: &Reading<'_>, span: Span) -> Option<(usize, Span)> {
    let blocks = &reading.document.blocks;
    let block = blocks.partition_point(|block| block.span.start <= span.start).checked_sub(1)?;
    let sentences = &reading.analysis.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.span.start <= span.start).checked_sub(1);
    let own = sentence.map(|at| sentences[at].span).filter(|sentence| sentence.contains(span));
    own.or(Some(blocks[block].span)).map(|span| (block, span))
}

impl<'a> Passage<'a> {
    fn of(reading: &Reading<'a>, span: Span, sums: Vec<&'a Money>) -> Option<Self> {
        let (block, _) = passage_of(reading, span)?;
        let text = reading.quote(span);
        let inside = |place: Span| sums.iter().any(|sum| sum.written.overlaps(place.shifted(span.start)));
        let cut = tokens(text);
        let mut passage = Self {
            block,
            words: BTreeSet::new(),
            names: BTreeSet::new(),
            dates: BTreeSet::new(),
            sums: vec![],
        };
        for (at, token) in cut.iter().enumerate().filter(|(_, token)| !inside(token.span)) {
            let word = token.text(text);
            let folded = fold_words(word);
            if folded.chars().count() >= TELLING || word.bytes().any(|byte| byte.is_ascii_digit()) {
                passage.words.insert(folded.clone());
            }
            if at > 0 && word.starts_with(char::is_uppercase) && folded.len() > 1 {
                passage.names.insert(folded);
            }
        }
        passage.dates = find_dates(text, &cut).into_iter().map(|found| found.date).collect();
        passage.sums = sums;
        Some(passage)
    }

    /// Whether two passages tell of the same thing.
    fn is_of_one(&self, other: &Self) -> bool {
        let shared = self.words.intersection(&other.words).count();
        let shorter = self.words.len().min(other.words.len());
        let apart = |mine: &Self, theirs: &Self| mine.names.iter().any(|name| !theirs.words.contains(name));
        shared >= FEWEST_WORDS
            && shared * 100 >= shorter * SHARED_PERCENT
            && self.dates == other.dates
            && !(apart(self, other) && apart(other, self))
    }

    /// The first pair of sums at one place of both passages that cannot be one.
    fn first_conflict(&self, other: &Self) -> Option<(&'a Money, &'a Money)> {
        if self.sums.len() != other.sums.len() {
            return None;
        }
        let pairs = self.sums.iter().copied().zip(other.sums.iter().copied());
        pairs.filter(|(one, two)| are_of_one_kind(one, two)).find(|(one, two)| cannot_be_one(one, two))
    }
}

fn are_of_one_kind(one: &Money, two: &Money) -> bool {
    one.currency == two.currency
        && one.per == two.per
        && one.amount_high.is_none()
        && two.amount_high.is_none()
}

fn cannot_be_one(one: &Money, two: &Money) -> bool {
    let (a, b) = (span_of(one), span_of(two));
    a.1 < b.0 || b.1 < a.0
}

/// The least and the most that a printed sum can be rounded from.
fn span_of(money: &Money) -> (f64, f64) {
    let value = money.amount.units();
    let half = half_of_last_place(money.amount).min(value / 4.0);
    let about = if money.approximate { value * ABOUT } else { 0.0 };
    // A sum that is not said to be rounded, and ends in no naught, is meant.
    let off = if money.approximate { half.min(about) } else { half / 2.0 };
    (value - off, value + off)
}

/// Half of the last digit that is not zero.
fn half_of_last_place(amount: Amount) -> f64 {
    let hundredths = amount.as_hundredths();
    let mut place = 1_u64;
    while hundredths > 0 && hundredths.is_multiple_of(place * 10) && place < u64::MAX / 100 {
        place *= 10;
    }
    place as f64 / 200.0
}

fn told(reading: &Reading<'_>, one: &Money, two: &Money) -> Diagnostic {
    let words = |money: &Money| quoted(&reading.analysis.words(reading.document, money.written));
    let message = format!("The report gives one sum in two ways: {} and {}.", words(one), words(two));
    let help = "Check which sum is meant, or say what sets the two apart.";
    Diagnostic::new(Code::F02, message, help)
        .at(reading.place(one.written, "here"))
        .at(reading.place(two.written, "and here"))
}
