//! A date with what stands around it: parts of months, joints of spans, "since", "until".

use crate::languages::lexicon;
use crate::text::token_key;

use super::expression::{Expression, Reader, Says, Tells, Years};
use super::points::Point;
use super::words::{Lead, Meaning, Step};
use super::{Interval, PartialDate};

impl Reader<'_> {
    /// The expression of the first of some points; with the token behind it and how many points it takes.
    pub fn dated(&self, points: &[Point], floor: usize) -> (Expression, usize, usize) {
        let mut point = points[0].clone();
        let mut taken = 1;
        let mut first = self.past_parts(&mut point, floor);
        let opened = self.words.opens.ending(self.text, self.tokens, first, floor);
        let mut range = false;
        if let Some(second) = self.joined(&point, points.get(1), opened.is_some()) {
            share_year(&mut point.from, second.from);
            point.to = second.to;
            point.end = second.end;
            taken = 2;
            range = true;
        } else if let Some((start, day)) = self.day_before(&point, first, floor) {
            point.from.day = Some(day);
            first = start;
            range = true;
        } else if let Some(second) = points.get(1).filter(|second| self.listed(&point, second)) {
            share_year(&mut point.from, second.from);
            share_year(&mut point.to, second.from);
            point.year_from = Some(self.span(second.first, second.end));
        }
        first = self.past_weekday(first, floor);
        let (first, end, tells, interval) = self.opened(&point, first, floor, range);
        let open = interval.from.is_some_and(|from| from.month.is_some() && from.year.is_none());
        let (years, end) = match self.year_behind(end).filter(|_| open) {
            Some((years, end)) => (Some(years), end),
            None => (None, end),
        };
        let last = open && self.words.last.ending(self.text, self.tokens, point.first, floor).is_some();
        let behind = self.words.last_behind.starting(self.text, self.tokens, end).filter(|_| open);
        let end = end + behind.map_or(0, |(length, ())| length);
        let says = Says::Date {
            interval,
            readings: point.readings,
            year_from: point.year_from,
            years,
            last: last || behind.is_some(),
        };
        (Expression { span: self.span(first, end), says, tells }, end, taken)
    }

    /// "of that year", "last year", "de la même année" behind a day or month: how many years on, and where it ends.
    fn year_behind(&self, at: usize) -> Option<(Years, usize)> {
        let from = at + usize::from(matches!(self.raw(at), "of" | "de"));
        match self.words.alone.starting(self.text, self.tokens, from)? {
            (length, Meaning::Counted(Step::Years(years))) => Some((Years::OnFromText(years), from + length)),
            (length, Meaning::Deictic(Step::Years(years))) => {
                Some((Years::OnFromWriting(years), from + length))
            }
            _ => None,
        }
    }

    /// Before "late", "spring", "the first quarter of": where the whole begins.
    fn past_parts(&self, point: &mut Point, floor: usize) -> usize {
        let mut first = point.first;
        if let Some((length, (from, to))) = self.words.spans.ending(self.text, self.tokens, first, floor)
            && point.from == point.to
            && point.from.month.is_none()
        {
            point.from.month = Some(from);
            point.to.month = Some(to);
            first -= length;
        }
        while let Some((length, _)) = self.words.parts.ending(self.text, self.tokens, first, floor) {
            first -= length;
        }
        first
    }

    /// The second of a range: "May 2020 and March 2022" behind "between", "2016–2019", "March to May 2022".
    fn joined<'p>(&self, point: &Point, second: Option<&'p Point>, opened: bool) -> Option<&'p Point> {
        let second = second?;
        let dash = self.is(point.end, '-');
        let join = self.words.joins.starting(self.text, self.tokens, point.end).map(|(length, ())| length);
        let listing = self.words.lists.starting(self.text, self.tokens, point.end).is_some();
        let length = if dash { 1 } else { join.filter(|_| opened || !listing)? };
        let mut at = point.end + length;
        while let Some((length, ())) = self.words.fillers.starting(self.text, self.tokens, at) {
            at += length;
        }
        while at < second.first {
            let (length, _) = self.words.parts.starting(self.text, self.tokens, at)?;
            at += length;
        }
        let mut from = point.from;
        share_year(&mut from, second.from);
        (at == second.first && ordered(from, second.to)).then_some(second)
    }

    /// "from 3 to 7 May", "du 27 au 31 mars": the day before the joint, and the token at which it stands.
    fn day_before(&self, point: &Point, first: usize, floor: usize) -> Option<(usize, u8)> {
        let last = point.from.day?;
        let mut at = first;
        while let Some((length, ())) = self.words.fillers.ending(self.text, self.tokens, at, floor) {
            at -= length;
        }
        let listing = self.words.lists.ending(self.text, self.tokens, at, floor).is_some();
        let (length, ()) = self.words.joins.ending(self.text, self.tokens, at, floor)?;
        let day_at = (at - length).checked_sub(1).filter(|at| *at >= floor)?;
        let word = self.raw(day_at);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let day: u8 = word[..digits].parse().ok().filter(|day| (1..=31).contains(day))?;
        let ordinal = digits == word.len() || lexicon().is_ordinal(&word[digits..]);
        let opened = self.words.opens.ending(self.text, self.tokens, day_at, floor).is_some()
            || self.words.fillers.ending(self.text, self.tokens, day_at, floor).is_some();
        (ordinal && day < last && (opened || !listing)).then_some((day_at, day))
    }

    /// "3 March and 7 April 2022": the year is of both.
    fn listed(&self, point: &Point, second: &Point) -> bool {
        let Some((length, ())) = self.words.lists.starting(self.text, self.tokens, point.end) else {
            return false;
        };
        let mut at = point.end + length;
        while let Some((length, _)) = self.words.leads.starting(self.text, self.tokens, at) {
            at += length;
        }
        let mut from = point.from;
        share_year(&mut from, second.from);
        point.from.year.is_none()
            && second.from.year.is_some()
            && at == second.first
            && ordered(from, second.from)
    }

    /// "Thursday, 14 March".
    pub fn past_weekday(&self, first: usize, floor: usize) -> usize {
        let before = |at: usize| at.checked_sub(1).filter(|at| *at >= floor);
        let weekday = |at: &usize| self.words.weekday(self.text, &self.tokens[*at]).is_some();
        let comma = before(first).filter(|at| self.is(*at, ',')).and_then(before);
        comma.or_else(|| before(first)).filter(weekday).unwrap_or(first)
    }

    /// Since, until: where the whole begins and ends, whether it says when, and from when to when.
    fn opened(
        &self,
        point: &Point,
        first: usize,
        floor: usize,
        range: bool,
    ) -> (usize, usize, Tells, Interval) {
        let mut interval = Interval { from: Some(point.from), to: Some(point.to) };
        let mut start = first;
        while let Some((length, ())) = self.words.fillers.ending(self.text, self.tokens, start, floor) {
            start -= length;
        }
        let lead = self.words.leads.ending(self.text, self.tokens, first, floor);
        let (start, lead) = match lead {
            Some((length, (lead, _))) => (first - length, Some(lead)),
            None => match self.words.leads.ending(self.text, self.tokens, start, floor) {
                Some((length, (lead, _))) => (start - length, Some(lead)),
                None => (first, None),
            },
        };
        let mut end = point.end;
        if let Some((length, ())) = self.words.onwards.starting(self.text, self.tokens, end)
            && matches!(lead, Some(Lead::Since | Lead::Open))
        {
            end += length;
            interval.to = None;
            return (start, end, Tells::When, interval);
        }
        match lead {
            Some(Lead::Since) if !range => interval.to = None,
            Some(Lead::Until) if !range => interval.from = None,
            Some(Lead::Since | Lead::Open) if range => return (start, end, Tells::When, interval),
            Some(Lead::By) => return (first, end, Tells::Aside, interval),
            Some(_) if self.is_founded(start) => return (first, end, Tells::Aside, interval),
            Some(_) => return (first, end, Tells::When, interval),
            None => return (first, end, Tells::Name, interval),
        }
        (start, end, Tells::When, interval)
    }

    /// "established in 2016", "créée en décembre 2016": older than what is told.
    fn is_founded(&self, start: usize) -> bool {
        let before = start.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_some_and(|token| self.words.founded.contains(token_key(self.text, token).as_ref()))
    }
}

/// Gives a date the year of the one behind it: the year before, where its month is later ("November to February 2022").
fn share_year(date: &mut PartialDate, from: PartialDate) {
    if date.year.is_none()
        && let Some(year) = from.year
    {
        let turned = date.month.zip(from.month).is_some_and(|(first, last)| first > last);
        date.year = Some(if turned { year - 1 } else { year });
    }
}

fn ordered(from: PartialDate, to: PartialDate) -> bool {
    match (from.earliest(), to.latest()) {
        (Some(from), Some(to)) => from <= to,
        _ => (from.month, from.day) <= (to.month, to.day.or(from.day)),
    }
}
