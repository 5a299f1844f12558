//! The time that a text is at, as a reader keeps it in mind.
//!
//! A section opens with none. Each date that tells when something was moves it on. A day without a year belongs to the year of
//! the last date of its section, as long as the text runs on in time or looks back a little; "two days later" counts from the
//! last date of its own paragraph or the one before. Where the text turns back further, the year is not certain, and is left
//! open: only the day of writing (the dateline) may still tell, since what is reported lies before it.

use crate::document::Span;

use super::dateline::{Dateline, Written};
use super::words::{Step, Which};
use super::{DateBasis, Interval, PartialDate};

/// So many months a dispatch looks back: of an earlier day it would give the year.
const DISPATCH_MONTHS: i16 = 6;

/// "On 14 March 2023 ... on 12 February": so many months back are still of the year; further back, or over the new year, it
/// may be another.
const LOOKS_BACK_MONTHS: u8 = 3;

/// The current time of a text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    /// The last date with a year, and its paragraph.
    year: Option<(PartialDate, Span, usize)>,
    /// What "the next month" counts from, and the paragraph in which it stands.
    anchor: Option<(Interval, Span, usize)>,
    /// What "the next day" counts from: the last date with a day.
    day: Option<(Interval, Span, usize)>,
    /// The last month with its year that was named in any way, for "of that month".
    named: Option<(PartialDate, Span)>,
}

/// A date counted from another may stand so many paragraphs behind it.
const NEAR: usize = 1;

impl Frame {
    /// Moves on to a date that was told at a place. "Since 2013" is not where the text is.
    pub fn move_to(&mut self, interval: Interval, place: Span, paragraph: usize) {
        let (Some(from), Some(to)) = (interval.from, interval.to) else { return };
        if from.year.is_some() {
            // Between 2020 and 2022, "in March" is of no year.
            self.year = (to.year == from.year).then_some((from, place, paragraph));
        }
        self.anchor = Some((interval, place, paragraph));
        if from.day.is_some() {
            self.day = self.anchor;
        }
    }

    /// Keeps a month that was named in any way.
    pub fn name(&mut self, interval: Interval, place: Span) {
        let date = interval.to.or(interval.from).filter(|date| date.year.is_some() && date.month.is_some());
        self.named = date.map(|date| (date, place)).or(self.named);
    }

    /// The last month that was named in any way.
    pub const fn named(&self) -> Option<(PartialDate, Span)> {
        self.named
    }

    /// "In 2013 … the 2018 accord": behind a later year, a month is no longer of the year that was told alone.
    pub fn pass(&mut self, named: PartialDate) {
        if self.year.is_some_and(|(last, ..)| last.month.is_none() && last.year < named.year) {
            self.year = None;
        }
    }

    /// Whether the section has told no date yet.
    pub const fn is_new(&self) -> bool {
        self.year.is_none()
    }

    /// Whether a paragraph before told the last date, and it is no day of an event.
    pub fn is_background(&self, paragraph: usize) -> bool {
        self.year.is_none_or(|(last, _, at)| at != paragraph && last.day.is_none())
    }

    /// The last date with a year, unless this paragraph tells it.
    pub fn before(&self, paragraph: usize) -> Option<PartialDate> {
        self.year.filter(|(_, _, at)| *at != paragraph).map(|(last, ..)| last)
    }

    /// The last date that gives a month with its year.
    pub fn month(&self) -> Option<(PartialDate, Span)> {
        self.year.filter(|(last, ..)| last.month.is_some()).map(|(last, place, _)| (last, place))
    }

    /// The year of a date that has none, and the place that tells it.
    pub fn year_of(&self, date: PartialDate, dateline: Dateline) -> Option<(i16, Span)> {
        if let Some((last, place, _)) = self.year {
            let runs_on = match (last.month, date.month) {
                (Some(last), Some(month)) => month + LOOKS_BACK_MONTHS >= last,
                _ => true,
            };
            let year = last.year.filter(|_| runs_on);
            let told = |year: i16| {
                dateline.is_none_or(|Written { date: written, .. }| {
                    let month = |date: PartialDate| (date.year, date.month);
                    let known = month(PartialDate { year: Some(year), ..date }) <= month(written);
                    known || written.year.is_none()
                })
            };
            if let Some(year) = year.filter(|year| told(*year)) {
                return Some((year, place));
            }
        }
        year_written(date, dateline)
    }

    /// Some months of the year that the text is at.
    pub fn part(&self, first: u8, last: u8, dateline: Dateline) -> (Interval, DateBasis) {
        let month = |month| PartialDate::new(None, Some(month), None);
        match self.year_of(month(first), dateline) {
            Some((year, place)) => {
                let of = |month| Some(PartialDate::new(Some(year), Some(month), None));
                (Interval { from: of(first), to: of(last) }, DateBasis::YearFrom(place))
            }
            None => (Interval::default(), DateBasis::Unanchored),
        }
    }

    /// What a step from the last date comes to.
    pub fn counted(&self, step: Step, paragraph: usize) -> (Interval, DateBasis) {
        let days = matches!(step, Step::Days(_));
        // "On 3 May … a register of June … two days later": days are counted from a day.
        let anchor =
            self.anchor.filter(|(anchor, ..)| !days || anchor.from.is_some_and(|from| from.day.is_some()));
        // "In October … two days later", behind a day of the paragraph before: of neither.
        let here = |date: Option<(Interval, Span, usize)>| date.is_some_and(|(_, _, at)| at == paragraph);
        let moved = here(self.anchor) && !here(self.day);
        let near = anchor.or(self.day.filter(|_| days && !moved)).filter(|(_, _, at)| paragraph <= at + NEAR);
        let counted = near.map(|(anchor, place, _)| (stepped(anchor, step), DateBasis::CountedFrom(place)));
        // "that day" behind a month is counted from nothing.
        let counted = counted.filter(|(interval, _)| *interval != Interval::default());
        counted.unwrap_or((Interval::default(), DateBasis::Unanchored))
    }

    /// The day of a weekday's name: certain only next to the last date in words, or before the day of writing.
    pub fn weekday(
        &self,
        day: i8,
        which: Which,
        paragraph: usize,
        dateline: Dateline,
    ) -> (Interval, DateBasis) {
        let near = self.day.filter(|(_, _, at)| paragraph <= at + NEAR);
        let counted = match (which, near) {
            (Which::Any, _) => dateline.and_then(|written @ Written { date, place, .. }| {
                let back = (weekday_of(written)? - day).rem_euclid(7);
                Some((stepped(Interval::at(date), Step::Days(-i64::from(back))), place))
            }),
            (Which::Last, _) => dateline.and_then(|written @ Written { date, place, .. }| {
                let back = (weekday_of(written)? - day - 1).rem_euclid(7) + 1;
                Some((stepped(Interval::at(date), Step::Days(-i64::from(back))), place))
            }),
            (Which::Next, Some((anchor, place, _))) => anchor.to.and_then(weekday).map(|from| {
                let on = i64::from((day - from - 1).rem_euclid(7)) + 1;
                (stepped(anchor, Step::Days(on)), place)
            }),
            (Which::Previous, Some((anchor, place, _))) => anchor.from.and_then(weekday).map(|from| {
                let back = i64::from((from - day - 1).rem_euclid(7)) + 1;
                (stepped(anchor, Step::Days(-back)), place)
            }),
            _ => None,
        };
        counted.map_or((Interval::default(), DateBasis::Unanchored), |(interval, place)| {
            (interval, DateBasis::CountedFrom(place))
        })
    }
}

/// The year of a day or month that was told of some months before the day of writing.
pub(super) fn year_written(date: PartialDate, dateline: Dateline) -> Option<(i16, Span)> {
    let Written { date: written, place, .. } = dateline?;
    let (year, month) = (written.year?, written.month?);
    // "The verdict is due on 17 November": what lies ahead is of the same year, too.
    let same = date.month? <= month;
    // What is told lies some months back; "on 20 November" seen from January, not from December, is of the year before.
    let back = (i16::from(month) - i16::from(date.month?)).rem_euclid(12);
    // A dispatch prints the years of all days but those of its own.
    (same || back <= DISPATCH_MONTHS).then_some((if same { year } else { year - 1 }, place))
}

/// From the first month of a year, or day of a month, that lies a step from the day of writing.
pub(super) fn to_date(step: Step, dateline: Dateline) -> (Interval, DateBasis) {
    let (whole, basis) = from_dateline(step, dateline);
    let from = whole.from.map(|date| match step {
        Step::Years(_) => PartialDate { month: Some(1), ..date },
        _ => date,
    });
    (Interval { from, to: None }, basis)
}

/// A step from the day of writing.
pub(super) fn from_dateline(step: Step, dateline: Dateline) -> (Interval, DateBasis) {
    match dateline {
        Some(Written { date, place, .. }) => {
            (stepped(Interval::at(date), step), DateBasis::CountedFrom(place))
        }
        None => (Interval::default(), DateBasis::Unanchored),
    }
}

/// Forward from the end, back from the beginning; empty where the date is less precise than the step.
pub(crate) fn stepped(from: Interval, step: Step) -> Interval {
    let (Step::Days(by) | Step::Months(by) | Step::Years(by)) = step;
    // A night is counted from the day on which it began.
    let base = if by < 0 || is_night(from) { from.from } else { from.to };
    // "that day" of a span of days is none.
    if by == 0 && matches!(step, Step::Days(_)) && from.from != from.to {
        return if is_night(from) { from } else { Interval::default() };
    }
    base.and_then(|date| moved(date, step)).map_or(Interval::default(), Interval::at)
}

/// "The night of 11 to 12 February": one night of two days.
fn is_night(interval: Interval) -> bool {
    let first = interval.from.and_then(|from| moved(from, Step::Days(1)));
    first.is_some() && first == interval.to
}

/// Of a day without a year, only where no leap day lies between.
fn moved(date: PartialDate, step: Step) -> Option<PartialDate> {
    let Some(year) = date.year else {
        let of = |year| {
            moved(PartialDate { year: Some(year), ..date }, step).map(|to| PartialDate { year: None, ..to })
        };
        let (leap, plain) = (of(LEAP_YEAR)?, of(LEAP_YEAR + 1)?);
        return (matches!(step, Step::Days(_)) && leap == plain).then_some(leap);
    };
    match step {
        Step::Days(days) => {
            let day = jiff::civil::Date::new(year, date.month? as i8, date.day? as i8).ok()?;
            let day = day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
            Some(PartialDate::new(Some(day.year()), Some(day.month() as u8), Some(day.day() as u8)))
        }
        Step::Months(months) => {
            let count = i64::from(year) * 12 + i64::from(date.month?) - 1 + months;
            let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
            Some(PartialDate::new(i16::try_from(year).ok(), u8::try_from(month).ok(), None))
        }
        Step::Years(years) => {
            let year = i16::try_from(i64::from(year) + years).ok()?;
            Some(PartialDate::new(Some(year), None, None))
        }
    }
}

const LEAP_YEAR: i16 = 2000;

fn weekday_of(written: Written) -> Option<i8> {
    weekday(written.date).or(written.weekday)
}

pub(super) fn weekday(date: PartialDate) -> Option<i8> {
    let day = jiff::civil::Date::new(date.year?, date.month? as i8, date.day? as i8).ok()?;
    Some(day.weekday().to_monday_one_offset())
}
