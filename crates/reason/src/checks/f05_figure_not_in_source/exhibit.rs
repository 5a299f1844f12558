//! The numbers of an exhibit, however they are written.

use std::collections::BTreeSet;

use crate::document::{Block, BlockKind, Document};
use crate::quantities;
use crate::text::{Token, TokenKind, fold_words, sentences, tokens};

/// Shorter texts are a stub of the exhibit: a teaser, a page behind a barrier.
const SHORTEST: usize = 400;
/// Numbers below this are written in words, which only these languages' are read.
const WRITTEN_OUT: u64 = 100;
const LANGUAGES: [&str; 2] = ["en", "fr"];
/// A line of a list; those of a paragraph are longer.
const LONGEST_ITEM: usize = 50;
/// Numbers in a row that authors may have added up.
const ADDED_UP: usize = 4;

/// A number that would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sought {
    pub from: u64,
    pub to: u64,
}

/// What an exhibit gives.
#[derive(Debug, Default)]
pub(super) struct Exhibit {
    /// Numbers, and the sums of those that stand beside each other.
    numbers: BTreeSet<u64>,
    /// Ranges and open ends: what lies within may be meant.
    ranges: BTreeSet<(u64, u64)>,
    /// How many items its lists and tables have: names may have been counted.
    items: u64,
    written_out: bool,
}

impl Exhibit {
    /// `None` where the text is not that of the whole exhibit.
    pub fn of(document: &Document) -> Option<Self> {
        let title = document.title.as_deref().map(fold_words).unwrap_or_default();
        let is_part =
            title.split(' ').any(|word| matches!(word, "extract" | "excerpt" | "extrait" | "extraits"));
        if !document.warnings.is_empty() || document.text.len() < SHORTEST || is_part {
            return None;
        }
        let language = document.language.as_deref();
        let mut exhibit = Self {
            written_out: language
                .is_some_and(|language| LANGUAGES.iter().any(|known| language.starts_with(known))),
            ..Self::default()
        };
        for block in document.blocks.iter().filter(|block| !block.span.is_empty()) {
            exhibit.learn(document, block);
        }
        Some(exhibit)
    }

    fn learn(&mut self, document: &Document, block: &Block) {
        match block.kind {
            BlockKind::ListItem => self.items += 1,
            BlockKind::Table => self.items += block.rows.len() as u64,
            _ => {}
        }
        let text = document.quote(block.span);
        // Lines of a list of names are items, too.
        if text.lines().all(|line| line.len() <= LONGEST_ITEM) {
            self.items += text.lines().count().saturating_sub(1) as u64;
        }
        for within in sentences(text) {
            self.learn_sentence(&text[within.start..within.end]);
        }
    }

    fn learn_sentence(&mut self, text: &str) {
        let tokens = tokens(text);
        let mut row: Vec<u64> = Vec::new();
        for quantity in quantities::find(text, &tokens) {
            let (low, high) = (quantity.figure.low, quantity.figure.high);
            self.numbers.extend(low.into_iter().chain(high));
            if let (Some(low), Some(high)) = (low, high)
                && low < high
            {
                self.ranges.insert((low, high));
            }
            row.extend(low.or(high));
        }
        let digits = tokens.iter().filter_map(|token| in_digits(token, text));
        self.numbers.extend(digits);
        for start in 0..row.len() {
            let mut sum: u64 = row[start];
            for number in row[start + 1..].iter().take(ADDED_UP - 1) {
                sum = sum.saturating_add(*number);
                self.numbers.insert(sum);
            }
        }
    }

    /// Whether a number that would do stands in it, or may have been made of what stands in it.
    pub fn has(&self, sought: &Sought) -> bool {
        let Sought { from, to } = *sought;
        let written = self.numbers.range(from..=to).next().is_some();
        let in_range = || self.ranges.iter().any(|(low, high)| *low <= to && from <= *high);
        let unread = !self.written_out && from < WRITTEN_OUT;
        written || in_range() || unread || self.items >= from
    }
}

fn in_digits(token: &Token, text: &str) -> Option<u64> {
    (token.kind == TokenKind::Number).then(|| token.text(text).parse().ok())?
}
