//! What a document says of its time as a whole: the period that it covers, and the one year that it tells of.

use crate::document::{Block, BlockKind, Document, Span};
use crate::text::tokens;

use super::dateline::{Dateline, Stands, Written};
use super::expression::{Says, expressions};
use super::{Interval, PartialDate, Step};

/// Known of the document before a section says anything of its own.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WholeTime {
    /// "1 January to 31 March 2024", in its title or at its head.
    period: Option<(Interval, Span)>,
    /// "May 2024": the one month of a bulletin, in its title or a heading right under it.
    month: Option<(PartialDate, Span)>,
    /// "HALDEN 2024 ANNUAL RIGHTS REPORT": the one year of a report, in its title.
    year: Option<(i16, Span)>,
    /// The last date of the running text with a year and a month.
    last: Option<(PartialDate, Span)>,
    /// Dates of several years were told: none of them goes without saying.
    several: bool,
}

/// The period that a document says to cover, and where.
pub(crate) fn covered(document: &Document) -> Option<(Interval, Span)> {
    WholeTime::of_head(document).period().filter(|(interval, _)| is_long(*interval))
}

/// A year, or two months at the least: not the days of a visit.
fn is_long(interval: Interval) -> bool {
    let (Some(from), Some(to)) = (interval.from, interval.to) else { return false };
    from.month.is_none() || (from.year, from.month) < (to.year, to.month)
}

/// The period stands in the title or in one of the first blocks.
const FIRST_BLOCKS: usize = 8;
/// Longer blocks tell of other things, too.
const LONGEST: usize = 400;

impl WholeTime {
    /// Reads the head of a document.
    pub fn of_head(document: &Document) -> Self {
        let head = document.blocks.iter().take(FIRST_BLOCKS);
        let period = head
            .filter(|block| block.kind.is_body() || block.kind == BlockKind::Furniture)
            .filter(|block| block.span.len() <= LONGEST)
            .find_map(|block| {
                let text = document.quote(block.span);
                let tokens = tokens(text);
                let quantities = crate::quantities::find(text, &tokens);
                let found = expressions(text, &tokens, &quantities);
                found.iter().find_map(|found| {
                    let Says::Date { interval, .. } = &found.says else { return None };
                    is_period(*interval).then(|| (*interval, found.span.shifted(block.span.start)))
                })
            });
        let heads = document.blocks.iter().take(FIRST_BLOCKS);
        let month = heads
            .filter(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading))
            .find_map(|block| {
                let text = document.quote(block.span);
                let [found] = crate::dates::find_dates(text, &tokens(text))[..] else { return None };
                let month =
                    found.date.year.is_some() && found.date.month.is_some() && found.date.day.is_none();
                month.then(|| (found.date, found.span.shifted(block.span.start)))
            });
        let year = document.blocks.iter().take(TITLE_BLOCKS).find_map(|block| reported_year(document, block));
        Self { period, month, year, ..Self::default() }
    }

    /// The one month that the document covers.
    pub const fn month(&self) -> Option<(PartialDate, Span)> {
        self.month
    }

    /// The one month that the document covers, as its period.
    pub fn of_month(&self) -> Option<(Interval, Span)> {
        self.month.map(|(month, place)| (Interval::at(month), place))
    }

    /// Whether a date with its year lies in the period that the document covers.
    pub fn covers(&self, date: PartialDate) -> bool {
        date.year.is_some_and(|year| self.covered(date).is_some_and(|(covered, _)| covered == year))
    }

    /// The year of a day or month of the period that the document covers.
    pub fn covered(&self, date: PartialDate) -> Option<(i16, Span)> {
        let Some(period) = self.period else {
            let (year, place) = self.year?;
            let fits = date.month.is_some() && date.year.is_none_or(|own| own == year);
            return fits.then_some((year, place));
        };
        let (Interval { from: Some(from), to: Some(to) }, place) = period else { return None };
        let month = |date: PartialDate| (date.year, date.month);
        let within = |year: &Option<i16>| {
            let date = (*year, date.month);
            month(from) <= date && date <= month(to)
        };
        let years = [date.year, from.year, to.year];
        years.into_iter().filter(Option::is_some).find(within).flatten().map(|year| (year, place))
    }

    /// Takes up a date of the running text that prints its year.
    pub fn learn(&mut self, interval: Interval, place: Span) {
        let Some(date) = interval.from.filter(|date| date.year.is_some() && date.month.is_some()) else {
            return;
        };
        self.several |= self.last.is_some_and(|(last, _)| last.year != date.year);
        self.last = Some((date, place));
    }

    /// The period that the document covers: "during the reporting period".
    pub fn period(&self) -> Option<(Interval, Span)> {
        let year = |year| Interval::at(PartialDate::new(Some(year), None, None));
        self.period.or_else(|| self.year.map(|(told, place)| (year(told), place)))
    }

    /// The year that a report in its title says to be of.
    pub const fn reported(&self) -> Option<(i16, Span)> {
        self.year
    }

    /// The last month of the period that the document covers, for "this year" in it; days are not told by it.
    pub fn written(&self, step: Step) -> Dateline {
        let (period, place) = self.period()?;
        let date = PartialDate { day: None, ..period.to? };
        let written = Written { date, place, weekday: None, stands: Stands::Apart };
        (!matches!(step, Step::Days(_))).then_some(written)
    }

    /// The year of a date that has none: that of the period, where it lies in it; else the one year that the document has
    /// told of so far, unless the text turns back to before the last date.
    pub fn year_of(&self, date: PartialDate) -> Option<(i16, Span)> {
        let month = date.month?;
        if let Some(covered) = self.covered(date) {
            return Some(covered);
        }
        // Where several years were told, none of them goes without saying.
        let (last, place) = self.last.filter(|_| !self.several)?;
        let years = nearest(month, last.month?)?;
        Some((last.year? + years, place))
    }
}

/// The title stands in one of the first blocks.
const TITLE_BLOCKS: usize = 4;

/// "Halden 2024 Human Rights Report", "Rapport annuel 2024": a short line with a year alone and a word for a report of one.
/// "Report of 3 May 2024" and "Report no. 12 (2024)" are dated, not of a year.
fn reported_year(document: &Document, block: &Block) -> Option<(i16, Span)> {
    let text = document.quote(block.span);
    if text.len() > LONGEST_TITLE || text.contains('(') {
        return None;
    }
    let cut = tokens(text);
    let [found] = &crate::dates::find_dates(text, &cut)[..] else { return None };
    let annual = &super::words::time_words().annual;
    let told = (0..cut.len()).any(|at| annual.starting(text, &cut, at).is_some());
    let year = found.date.year.filter(|_| told && found.date.month.is_none() && !found.ambiguous)?;
    Some((year, found.span.shifted(block.span.start)))
}

const LONGEST_TITLE: usize = 120;

impl WholeTime {
    /// The year of a day of the one year that a text tells of, where it was written long after that.
    pub fn story(&self, date: PartialDate, written: PartialDate) -> Option<(i16, Span)> {
        let (last, _) = self.last.filter(|(last, _)| last.day.is_some() && !self.several)?;
        let long = written.year? - last.year? >= LONG_AFTER;
        date.day.filter(|_| long).and_then(|_| self.year_of(date))
    }
}

/// In years: no news.
const LONG_AFTER: i16 = 2;

/// By how many years a month lies from a date's, where one of its years is much nearer than the others: "on 20 November"
/// told after a day of January, or of August.
fn nearest(month: u8, last: u8) -> Option<i16> {
    let back = i16::from(last) - i16::from(month);
    match back {
        _ if back.abs() <= NEAR_MONTHS => Some(0),
        _ if back <= -FAR_MONTHS => Some(-1),
        _ if back >= FAR_MONTHS => Some(1),
        _ => None,
    }
}

/// So many months off, a day is of the same year.
const NEAR_MONTHS: i16 = 6;
/// So many months off, it is of the year beside it.
const FAR_MONTHS: i16 = 9;

/// Some days, weeks or months, of a year or two.
fn is_period(interval: Interval) -> bool {
    let (Some(from), Some(to)) = (interval.from, interval.to) else {
        return false;
    };
    from.year.is_some() && to.year.is_some() && from.month.is_some() && from < to
}
