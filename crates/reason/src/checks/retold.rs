//! Passages of one report that tell the same thing in nearly the same words: a sentence of the summary and of its chapter, a text
//! and the caption beneath its picture.
//!
//! Two passages tell the same where nearly all their words are the same, their dates do not contradict, and neither names somebody
//! whom the other does not. Who did what to whom would be the better key, but is seldom stated in both.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use crate::claims::{ClaimKind, StandsIn};
use crate::dates::{PartialDate, find_dates};
use crate::document::Span;
use crate::incidents::adds_to;
use crate::money::{Amount, Money, Period};
use crate::quantities::{Bounds, Closeness};
use crate::text::{fold_words, tokens};

use super::corpus::Reading;

/// Passages with figures that are compared with each other: the first ones. More is a ledger.
const MOST_PASSAGES: usize = 400;
/// A longer passage is a table or a list.
const LONGEST_PASSAGE: usize = 600;
/// Words that two passages must share, beside their numbers.
const FEWEST_WORDS: usize = 3;
/// The same, where no date is in both.
const FEWEST_WORDS_UNDATED: usize = 5;
/// And this share of the words of the shorter one, in percent.
const SHARED_PERCENT: usize = 75;
/// Letters of a word that tells something.
const TELLING: usize = 4;
/// What "about" may be off by.
const ABOUT: f64 = 0.05;

/// What a figure is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Of {
    Victims(ClaimKind),
    Money(String, Option<Period>),
}

/// A figure of a passage.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub of: Of,
    pub written: Span,
    /// Who says so, in the words of the text; two voices may differ.
    by: Vec<String>,
    least: f64,
    most: f64,
}

impl Told {
    /// Whether no number is both.
    pub fn excludes(&self, other: &Self) -> bool {
        self.most < other.least || other.most < self.least
    }

    /// One number, and no small one: that two events have it is hardly chance.
    pub fn is_telling(&self) -> bool {
        self.least >= 10.0 && (self.most - self.least) < 1.0
    }
}

/// A sentence or caption with figures.
pub(super) struct Passage {
    pub span: Span,
    pub block: usize,
    words: WordNumbers,
    /// Words with a capital that open no sentence: who and where.
    names: WordNumbers,
    pub dates: BTreeSet<PartialDate>,
    pub told: Vec<Told>,
}

/// Words of one document, each by its number: every passage is compared with hundreds of others.
struct WordNumbers(Vec<usize>);

impl WordNumbers {
    fn of(mut numbers: Vec<usize>) -> Self {
        numbers.sort_unstable();
        numbers.dedup();
        Self(numbers)
    }

    fn shared(&self, other: &Self) -> usize {
        let (mut one, mut two) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0;
        while let (Some(a), Some(b)) = (one.peek(), two.peek()) {
            let order = a.cmp(b);
            shared += usize::from(order == Ordering::Equal);
            if order != Ordering::Greater {
                one.next();
            }
            if order != Ordering::Less {
                two.next();
            }
        }
        shared
    }

    fn has(&self, number: usize) -> bool {
        self.0.binary_search(&number).is_ok()
    }
}

/// The numbers of the words of a document, in the order in which they are met.
#[derive(Default)]
struct Numbering(HashMap<String, usize>);

impl Numbering {
    fn of(&mut self, word: String) -> usize {
        let next = self.0.len();
        *self.0.entry(word).or_insert(next)
    }
}

/// Whether dates may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dates {
    Agree,
    Whatever,
}

/// The passages of a document that give figures, in reading order.
pub(super) fn passages(reading: &Reading<'_>) -> Vec<Passage> {
    let mut figures: Vec<Told> = money(reading).chain(victims(reading)).collect();
    figures.sort_by_key(|told| told.written);
    let mut found: Vec<(Span, Vec<Told>)> = Vec::new();
    for told in figures {
        let Some(passage) = passage_of(reading, told.written) else { continue };
        if let Some((last, known)) = found.last_mut()
            && *last == passage
        {
            known.push(told);
        } else if found.len() < MOST_PASSAGES {
            found.push((passage, vec![told]));
        }
    }
    let short = found.into_iter().filter(|(span, _)| span.len() <= LONGEST_PASSAGE);
    let mut numbering = Numbering::default();
    short.filter_map(|(span, told)| Passage::of(reading, span, told, &mut numbering)).collect()
}

fn money<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = Told> + 'r {
    let single = reading.analysis.money.iter().filter(|money| money.amount_high.is_none());
    single.map(|money| {
        let (least, most) = span_of(money);
        let of = Of::Money(money.currency.clone(), money.per);
        Told { of, written: money.written, by: Vec::new(), least, most }
    })
}

fn victims<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = Told> + 'r {
    let claims = reading.analysis.claims.iter().filter(|claim| {
        matches!(claim.stands_in, StandsIn::Body | StandsIn::Caption)
            && claim.suggested_by.is_none()
            && !claim.negated
            && claim.what != ClaimKind::Other
    });
    claims.filter_map(|claim| {
        let closeness = if claim.figure.approximate { Closeness::About } else { Closeness::AsWritten };
        let bounds = Bounds::of(claim.figure, closeness)?;
        let most = bounds.high.map_or(f64::INFINITY, |high| high as f64);
        let by = claim.said_by.iter().map(|speaker| fold_words(reading.quote(*speaker))).collect();
        let of = Of::Victims(claim.what);
        Some(Told { of, written: claim.number?, by, least: bounds.low as f64, most })
    })
}

/// The sentence in which something stands, else its block.
fn passage_of(reading: &Reading<'_>, span: Span) -> Option<Span> {
    let sentences = &reading.analysis.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.span.start <= span.start).checked_sub(1);
    let own = sentence.map(|at| sentences[at].span).filter(|sentence| sentence.contains(span));
    own.or_else(|| reading.document.block_at(span.start).map(|block| block.span))
}

impl Passage {
    fn of(reading: &Reading<'_>, span: Span, told: Vec<Told>, numbering: &mut Numbering) -> Option<Self> {
        let blocks = &reading.document.blocks;
        let block = blocks.partition_point(|block| block.span.start <= span.start).checked_sub(1)?;
        let text = reading.quote(span);
        let cut = tokens(text);
        let found = find_dates(text, &cut);
        let figures = told.iter().any(|told| adds_to(reading.quote(told.written)));
        let is_number = |place: Span| {
            let place = place.shifted(span.start);
            told.iter().any(|told| told.written.overlaps(place))
        };
        let is_date = |place: Span| found.iter().any(|found| found.span.contains(place));
        let (mut words, mut names) = (Vec::new(), Vec::new());
        for (at, token) in cut.iter().enumerate() {
            if is_number(token.span) || is_date(token.span) {
                continue;
            }
            let word = token.text(text);
            let folded = fold_words(word);
            let tells = folded.chars().count() >= TELLING;
            let names_somebody = at > 0 && word.starts_with(char::is_uppercase) && folded.len() > 1;
            let number = numbering.of(folded);
            words.extend(tells.then_some(number));
            names.extend(names_somebody.then_some(number));
        }
        // "Another five" is told beside what was told before.
        let dates = found.into_iter().map(|found| found.date).collect();
        let (words, names) = (WordNumbers::of(words), WordNumbers::of(names));
        (!figures).then_some(Self { span, block, words, names, dates, told })
    }

    /// Whether two passages tell of the same thing, in two places of the report.
    pub fn tells_as(&self, other: &Self, dates: Dates) -> bool {
        if self.block == other.block {
            return false;
        }
        // Under one date fewer words tell that it is one thing; without a name or a date it may be any levy.
        let dated_alike = !self.dates.is_disjoint(&other.dates);
        if !dated_alike && self.names.shared(&other.names) == 0 {
            return false;
        }
        let dated = |mine: &Self, theirs: &Self| mine.dates.is_subset(&theirs.dates);
        if dates == Dates::Agree && !dated(self, other) && !dated(other, self) {
            return false;
        }
        let shared = self.words.shared(&other.words);
        let shorter = self.words.0.len().min(other.words.0.len());
        let fewest = if dated_alike { FEWEST_WORDS } else { FEWEST_WORDS_UNDATED };
        let apart = |mine: &Self, theirs: &Self| mine.names.0.iter().any(|name| !theirs.words.has(*name));
        shared >= fewest
            && shared * 100 >= shorter * SHARED_PERCENT
            && !(apart(self, other) && apart(other, self))
    }

    /// The figures of both that are of one thing, in pairs: place by place where both have as many, else the only one of the
    /// one with all of the other.
    pub fn pairs<'p>(&'p self, other: &'p Self) -> Vec<(&'p Told, &'p Told)> {
        let pairs: Vec<_> = match (self.told.as_slice(), other.told.as_slice()) {
            (mine, theirs) if mine.len() == theirs.len() => mine.iter().zip(theirs).collect(),
            ([one], theirs) => theirs.iter().map(|told| (one, told)).collect(),
            (mine, [one]) => mine.iter().map(|told| (told, one)).collect(),
            _ => Vec::new(),
        };
        pairs.into_iter().filter(|(one, two)| one.of == two.of && one.by == two.by).collect()
    }

    /// The first pair of figures that cannot be one; `None` also where the only one of the one is any of the other's.
    pub fn first_conflict<'p>(&'p self, other: &'p Self) -> Option<(&'p Told, &'p Told)> {
        let pairs = self.pairs(other);
        let excluding = pairs.iter().copied().find(|(one, two)| one.excludes(two))?;
        let by_place = self.told.len() == other.told.len();
        (by_place || pairs.iter().all(|(one, two)| one.excludes(two))).then_some(excluding)
    }
}

/// The least and the most that a printed sum can be rounded from.
fn span_of(money: &Money) -> (f64, f64) {
    let value = money.amount.units();
    let half = half_of_last_place(money.amount).min(value / 4.0);
    let off = if money.approximate { half.min(value * ABOUT) } else { half / 2.0 };
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
