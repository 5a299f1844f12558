//! Words of time in a sentence, before anything is known of the text around it.

use crate::document::Span;
use crate::quantities::Quantity;
use crate::text::Token;

use super::words::{Step, TimeWords, Which, time_words};
use super::{Interval, PartialDate};

/// Words of time.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Expression {
    /// In bytes of the sentence.
    pub span: Span,
    pub says: Says,
    pub tells: Tells,
}

/// Whether words of time move a text on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tells {
    /// "in 2022", "since May": when something was.
    When,
    /// "the 2019 accord": what is named by its year.
    Name,
    /// "by 20 February", "until last year", "founded in 2016": something that stands beside what is told.
    Aside,
}

/// What words of time say by themselves.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Says {
    Date {
        interval: Interval,
        readings: Vec<PartialDate>,
        /// "3 March and 7 April 2022": the place of the date that gives the year.
        year_from: Option<Span>,
        /// "in January of that year", "on 3 May last year": from what the year is counted.
        years: Option<Years>,
        /// "last April": the one before the day of writing.
        last: bool,
    },
    Counted(Step),
    /// "two days after the raid": counted from something that these words do not date.
    Beyond(Step),
    Deictic(Step),
    ToDate(Step),
    /// The time that the document covers.
    Period,
    /// First and last month of the year that the text is at.
    Part(u8, u8),
    Weekday(i8, Which),
    /// "du 9 au 12", "Friday 3": days of the month that the text is at, or of that of the last date ("of that month").
    Days(Days),
    /// Nothing that can be counted, or counted from something undated.
    Vague,
}

/// So many years on or back, from what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Years {
    /// "of that year": from the year that the text is at.
    OnFromText(i64),
    /// "last year": from that of its writing.
    OnFromWriting(i64),
}

/// Days of a month that is not named with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub first: u8,
    pub last: u8,
    /// Monday is 1, of the first.
    pub weekday: Option<i8>,
    pub of: Of,
}

/// Of which month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// That which the text is at.
    Text,
    /// "of that month": that of the last date.
    Last,
}

/// Finds the words of time of a sentence, in order, none overlapping.
pub(super) fn expressions(text: &str, tokens: &[Token], quantities: &[Quantity]) -> Vec<Expression> {
    let reader = Reader { text, tokens, quantities, words: time_words() };
    let points = reader.points();
    let (days, reach) = (reader.day_words(), reader.words.longest_day_lead());
    let mut day = 0;
    let mut found = Vec::new();
    let (mut at, mut floor, mut next) = (0, 0, 0);
    while at < tokens.len() {
        while points.get(next).is_some_and(|point| point.first < at) {
            next += 1;
        }
        while days.get(day).is_some_and(|day| *day <= at) {
            day += 1;
        }
        let near = days.get(day).is_some_and(|day| *day <= at + reach);
        let (expression, end) = match points.get(next) {
            Some(point) if point.first == at => {
                let (expression, end, taken) = reader.dated(&points[next..], floor);
                next += taken;
                (Some(expression), end)
            }
            // "Thursday, 14 March": the weekday is of the date.
            Some(point) if point.first <= at + 2 && reader.past_weekday(point.first, floor) == at => {
                (None, at + 1)
            }
            point => {
                let first = point.map(|point| point.first);
                let days = if near { reader.days(at, first) } else { None };
                match days.or_else(|| reader.undated(at, floor)) {
                    Some((expression, end)) => (Some(expression), end),
                    None => (None, at + 1),
                }
            }
        };
        if let Some(expression) = expression {
            found.push(expression);
            floor = end;
        }
        at = end.max(at + 1);
    }
    found
}

/// A sentence under the eyes of the grammar of time.
pub(super) struct Reader<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub quantities: &'t [Quantity],
    pub words: &'static TimeWords,
}

impl Reader<'_> {
    pub fn span(&self, first: usize, end: usize) -> Span {
        Span::new(self.tokens[first].span.start, self.tokens[end - 1].span.end)
    }

    pub fn is(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    pub fn raw(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }
}
