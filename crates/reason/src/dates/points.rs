//! The dates of a sentence as `find_dates` has them, with their last day, and months without a year.

use crate::document::Span;
use crate::languages::lexicon;
use crate::text::TokenKind;

use super::expression::Reader;
use super::words::MonthCase;
use super::{PartialDate, find_dates};

/// A date without what stands before it.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    pub from: PartialDate,
    pub to: PartialDate,
    pub readings: Vec<PartialDate>,
    pub year_from: Option<Span>,
}

impl Reader<'_> {
    pub fn points(&self) -> Vec<Point> {
        let mut points = Vec::new();
        let mut numbers = self.quantities.iter().peekable();
        let mut at = 0;
        for found in find_dates(self.text, self.tokens) {
            let first = self.tokens.partition_point(|token| token.span.start < found.span.start);
            let end = self.tokens.partition_point(|token| token.span.end <= found.span.end);
            self.months(at, first, &mut points);
            at = end;
            while numbers.next_if(|number| number.span.end <= found.span.start).is_some() {}
            // "2000 people": it was read as a number for a reason.
            let year = found.date.month.is_none() && !found.ambiguous;
            if year && numbers.peek().is_some_and(|number| number.span.overlaps(found.span)) {
                continue;
            }
            let (mut from, to) = self.ends(first, end, found.date);
            let mut first = first;
            if let Some((start, opening)) = self.opening_year(first).filter(|_| year) {
                (first, from.year) = (start, Some(opening));
            }
            let readings = if found.ambiguous { self.readings(first, found.date) } else { Vec::new() };
            points.push(Point { first, end, from, to, readings, year_from: None });
        }
        self.months(at, self.tokens.len(), &mut points);
        points
    }

    /// Months without a year between two tokens.
    fn months(&self, from: usize, to: usize, points: &mut Vec<Point>) {
        for at in from..to {
            let token = &self.tokens[at];
            if token.kind != TokenKind::Word || token.span.len() < 3 || token.span.len() > 12 {
                continue;
            }
            let Some(month) = lexicon().month_at(self.text, token) else { continue };
            if !self.is_month(at) {
                continue;
            }
            let date = PartialDate::new(None, Some(month), None);
            points.push(Point {
                first: at,
                end: at + 1,
                from: date,
                to: date,
                readings: Vec::new(),
                year_from: None,
            });
        }
    }

    /// "may" and "march" are verbs: without a year, a month needs a word of time before it, and its capital.
    fn is_month(&self, at: usize) -> bool {
        let word = self.raw(at);
        // Abbreviations and family names ("Jan") are left.
        let full = word.len() > 4
            || matches!(
                word.to_lowercase().as_str(),
                "may" | "june" | "july" | "mai" | "juin" | "août" | "mars"
            );
        let capital = word.starts_with(char::is_uppercase);
        let fits = |case: MonthCase| capital || case == MonthCase::Any;
        let lead = self.words.leads.ending(self.text, self.tokens, at, 0);
        let part = self.words.parts.ending(self.text, self.tokens, at, 0);
        let joined = self.words.joins.ending(self.text, self.tokens, at, 0).is_some()
            || self.words.joins.starting(self.text, self.tokens, at + 1).is_some() && lead.is_some();
        full && (lead.is_some_and(|(_, (_, case))| fits(case))
            || part.is_some_and(|(_, case)| fits(case))
            || (joined
                && capital
                && self.raw(at + 2).starts_with(char::is_alphanumeric)
                && self.month_near(at)))
    }

    /// Another month two tokens on, or two before: "March to May".
    fn month_near(&self, at: usize) -> bool {
        let month = |at: usize| lexicon().month(self.raw(at)).is_some();
        month(at + 2) || at >= 2 && month(at - 2)
    }

    /// The first and last day or month that the words of one found date name: `5–7 July 2024`, `November/December 2022`.
    fn ends(&self, first: usize, end: usize, date: PartialDate) -> (PartialDate, PartialDate) {
        let (mut days, mut months): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
        for at in first..end {
            let word = self.raw(at);
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            match word[..digits].parse::<u8>() {
                Ok(day @ 1..=31) if digits <= 2 => days.push(day),
                _ => months.extend(lexicon().month(word).filter(|_| self.tokens[at].kind == TokenKind::Word)),
            }
        }
        let last = PartialDate::new(date.year, months.last().copied().or(date.month), days.last().copied());
        let numeric = months.is_empty();
        let forward = match (date.year, last.month) {
            (_, Some(month)) => {
                Some(month) >= date.month && (Some(month) > date.month || last.day >= date.day)
            }
            _ => false,
        };
        if numeric || !forward || days.len() > 2 || months.len() > 2 { (date, date) } else { (date, last) }
    }

    /// The first year of "2016–2019".
    fn opening_year(&self, at: usize) -> Option<(usize, i16)> {
        let start = at.checked_sub(2)?;
        let tight = self.is(at - 1, '-') && !self.tokens[at - 1].spaced && !self.tokens[at].spaced;
        let year = self.raw(start).parse::<i16>().ok().filter(|_| tight && self.raw(start).len() == 4)?;
        let last = self.raw(at).parse::<i16>().ok()?;
        ((1800..last).contains(&year) && self.tokens[start].spaced).then_some((start, year))
    }

    fn readings(&self, first: usize, date: PartialDate) -> Vec<PartialDate> {
        let number = |at: usize| self.raw(at).parse::<u8>().ok();
        let (Some(a), Some(b)) = (number(first), number(first + 2)) else { return Vec::new() };
        [(b, a), (a, b)].map(|(month, day)| PartialDate::new(date.year, Some(month), Some(day))).to_vec()
    }
}
