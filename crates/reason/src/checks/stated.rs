//! The figures of a report as several rules look at them: counts of victims and sums of money, and what they call.

use crate::claims::{Claim, ClaimKind, StandsIn};
use crate::document::{BlockKind, Span};
use crate::quantities::{self, Quantity, Unit};
use crate::text::{fold_words, tokens};

use super::corpus::Reading;
use super::words::{leads_summary, opens_summary};

/// A count of victims or a sum of money in the running text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated {
    /// The number with its comparator, or the amount with its currency.
    pub written: Span,
    /// The least and the most that it says, in units.
    pub low: Option<u64>,
    pub high: Option<u64>,
    /// Not meant exactly.
    pub approximate: bool,
    /// Index of its sentence.
    pub sentence: usize,
    pub of: Of,
}

/// What it is a figure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Index of the claim.
    Victims(usize),
    Money,
}

impl Stated {
    /// The notes called for it, in order.
    pub fn called(&self, reading: &Reading<'_>) -> Vec<usize> {
        let mut called: Vec<usize> = match self.of {
            Of::Victims(claim) => reading.analysis.claims[claim].notes.clone(),
            Of::Money => {
                let markers = reading.markers_in(self.sentence).iter();
                markers.filter_map(|marker| reading.analysis.markers[*marker].note).collect()
            }
        };
        called.sort_unstable();
        called.dedup();
        called
    }
}

/// The figures of a document in paragraphs and lists, in reading order.
pub(super) fn stated(reading: &Reading<'_>) -> Vec<Stated> {
    let claims = reading
        .analysis
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.suggested_by.is_none())
        .filter_map(|(index, claim)| of_claim(reading, index, claim));
    // "Billions of francs" is a way of speaking, no sum.
    let is_sum = |span: Span| reading.quote(span).contains(|c: char| c.is_ascii_digit());
    let money = reading.analysis.money.iter().filter(|money| is_sum(money.written)).filter_map(|money| {
        Some(Stated {
            written: money.written,
            low: Some(money.amount.units() as u64),
            high: Some(money.amount_high.unwrap_or(money.amount).units() as u64),
            approximate: money.approximate,
            sentence: sentence_at(reading, money.written)?,
            of: Of::Money,
        })
    });
    let mut found: Vec<Stated> = claims.chain(money).collect();
    found.sort_by_key(|figure| figure.written);
    found
}

fn of_claim(reading: &Reading<'_>, index: usize, claim: &Claim) -> Option<Stated> {
    let number = claim.number.filter(|_| claim.stands_in == StandsIn::Body && is_of_victims(claim))?;
    Some(Stated {
        written: number,
        low: claim.figure.low,
        high: claim.figure.high,
        approximate: claim.figure.approximate,
        sentence: sentence_at(reading, number)?,
        of: Of::Victims(index),
    })
}

fn is_of_victims(claim: &Claim) -> bool {
    claim.figure.is_known()
        && !claim.negated
        && match claim.what {
            ClaimKind::Other => !claim.combined.is_empty(),
            ClaimKind::Deployed | ClaimKind::Attacks | ClaimKind::Operations => false,
            _ => true,
        }
}

/// The sentence of a paragraph or list in which a span stands.
fn sentence_at(reading: &Reading<'_>, span: Span) -> Option<usize> {
    let sentences = &reading.analysis.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.span.start <= span.start).checked_sub(1)?;
    let of = &sentences[sentence];
    let kind = reading.document.blocks[of.block].kind;
    (of.span.contains(span) && matches!(kind, BlockKind::Paragraph | BlockKind::ListItem)).then_some(sentence)
}

/// A longer text is looked at up to here: no sentence is.
const LONGEST_SENTENCE: usize = 4_000;

/// The numbers of a text that count something.
pub(super) fn numbers(text: &str) -> Vec<Quantity> {
    let mut end = text.len().min(LONGEST_SENTENCE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let found = quantities::find(text, &tokens(text)).into_iter();
    found.filter(|quantity| matches!(quantity.unit, Unit::Count)).collect()
}

/// Bytes of a paragraph in which it says what it is.
const HEAD: usize = 60;

fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(HEAD)]
}

/// By block: whether it stands in a section that repeats what others source: a summary, conclusions.
pub(super) fn in_summary(reading: &Reading<'_>) -> Vec<bool> {
    let mut open: Option<u8> = None;
    let blocks = reading.document.blocks.iter();
    blocks
        .map(|block| {
            if block.kind == BlockKind::Heading {
                let heading = fold_words(reading.quote(block.span));
                let unnumbered = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
                let unnumbered = match unnumbered.split_once(' ') {
                    Some((roman, rest)) if roman.chars().all(|c| matches!(c, 'i' | 'v' | 'x')) => rest,
                    _ => unnumbered,
                };
                if open.is_none_or(|level| block.level <= level) {
                    open = opens_summary(unnumbered).then_some(block.level);
                }
            }
            open.is_some() || leads_summary(&fold_words(head(reading.quote(block.span))))
        })
        .collect()
}
