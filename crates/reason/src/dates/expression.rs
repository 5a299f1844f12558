//! Words of time in a sentence, before anything is known of the text around it.

use crate::document::Span;
use crate::languages::lexicon;
use crate::quantities::{Quantity, Unit};
use crate::text::{Token, TokenKind, token_key};

use super::words::{Lead, Meaning, MonthCase, Step, Tense, TimeWords, Which, time_words};
use super::{Interval, PartialDate, find_dates};

/// Words of time.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Expression {
    /// In bytes of the sentence.
    pub span: Span,
    pub says: Says,
    /// "in 2022", "since May": it says when something was, and does not only name a thing by its year.
    pub adverbial: bool,
}

/// What words of time say by themselves.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Says {
    Date {
        interval: Interval,
        readings: Vec<PartialDate>,
        /// "3 March and 7 April 2022": the place of the date that gives the year.
        year_from: Option<Span>,
    },
    Counted(Step),
    Deictic(Step),
    Weekday(i8, Which),
    /// Nothing that can be counted, or counted from something undated.
    Vague,
}

/// A date without what stands before it.
#[derive(Debug, Clone)]
struct Point {
    first: usize,
    /// One past its last token.
    end: usize,
    from: PartialDate,
    to: PartialDate,
    readings: Vec<PartialDate>,
    year_from: Option<Span>,
}

/// Finds the words of time of a sentence, in order, none overlapping.
pub(super) fn expressions(text: &str, tokens: &[Token], quantities: &[Quantity]) -> Vec<Expression> {
    let reader = Reader { text, tokens, quantities, words: time_words() };
    let points = reader.points();
    let mut found = Vec::new();
    let (mut at, mut floor, mut next) = (0, 0, 0);
    while at < tokens.len() {
        while points.get(next).is_some_and(|point| point.first < at) {
            next += 1;
        }
        let (expression, end) = match points.get(next) {
            Some(point) if point.first == at => {
                let (expression, end, taken) = reader.dated(&points[next..], floor);
                next += taken;
                (Some(expression), end)
            }
            // "Thursday, 14 March": the weekday is of the date.
            Some(point) if reader.past_weekday(point.first, floor) == at => (None, at + 1),
            _ => match reader.undated(at, floor) {
                Some((expression, end)) => (Some(expression), end),
                None => (None, at + 1),
            },
        };
        if let Some(expression) = expression {
            found.push(expression);
            floor = end;
        }
        at = end.max(at + 1);
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    quantities: &'t [Quantity],
    words: &'static TimeWords,
}

impl Reader<'_> {
    fn span(&self, first: usize, end: usize) -> Span {
        Span::new(self.tokens[first].span.start, self.tokens[end - 1].span.end)
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    fn raw(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    // ---- points: dates as `find_dates` has them, and months without a year

    fn points(&self) -> Vec<Point> {
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
            if self.tokens[at].kind != TokenKind::Word || self.raw(at).len() < 3 || self.raw(at).len() > 12 {
                continue;
            }
            let Some(month) = lexicon().month(self.raw(at)) else { continue };
            if !self.is_month(at) {
                continue;
            }
            let date = PartialDate::new(None, Some(month), None);
            points.push(Point { first: at, end: at + 1, from: date, to: date, readings: Vec::new(), year_from: None });
        }
    }

    /// "may" and "march" are verbs: without a year, a month needs a word of time before it, and its capital.
    fn is_month(&self, at: usize) -> bool {
        let word = self.raw(at);
        // Abbreviations and family names ("Jan") are left.
        let full = word.len() > 4 || matches!(word.to_lowercase().as_str(), "may" | "june" | "july" | "mai" | "juin" | "août" | "mars");
        let capital = word.starts_with(char::is_uppercase);
        let fits = |case: MonthCase| capital || case == MonthCase::Any;
        let lead = self.words.leads.ending(self.text, self.tokens, at, 0);
        let part = self.words.parts.ending(self.text, self.tokens, at, 0);
        let joined = self.words.joins.ending(self.text, self.tokens, at, 0).is_some()
            || self.words.joins.starting(self.text, self.tokens, at + 1).is_some() && lead.is_some();
        full && (lead.is_some_and(|(_, (_, case))| fits(case))
            || part.is_some_and(|(_, case)| fits(case))
            || (joined && capital && self.raw(at + 2).starts_with(char::is_alphanumeric) && self.month_near(at)))
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
            (_, Some(month)) => Some(month) >= date.month && (Some(month) > date.month || last.day >= date.day),
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

    // ---- dates with what stands around them

    /// The expression of the first of some points; with the token behind it and how many points it takes.
    fn dated(&self, points: &[Point], floor: usize) -> (Expression, usize, usize) {
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
        let (first, end, adverbial, interval) = self.opened(&point, first, floor, range);
        let says = Says::Date { interval, readings: point.readings, year_from: point.year_from };
        (Expression { span: self.span(first, end), says, adverbial }, end, taken)
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
        point.from.year.is_none() && second.from.year.is_some() && at == second.first && ordered(from, second.from)
    }

    /// "Thursday, 14 March".
    fn past_weekday(&self, first: usize, floor: usize) -> usize {
        let before = |at: usize| at.checked_sub(1).filter(|at| *at >= floor);
        let weekday = |at: &usize| self.words.weekdays.contains_key(token_key(self.text, &self.tokens[*at]).as_ref());
        let comma = before(first).filter(|at| self.is(*at, ',')).and_then(before);
        comma.or_else(|| before(first)).filter(weekday).unwrap_or(first)
    }

    /// Since, until: where the whole begins and ends, whether it says when, and from when to when.
    fn opened(&self, point: &Point, first: usize, floor: usize, range: bool) -> (usize, usize, bool, Interval) {
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
            return (start, end, true, interval);
        }
        match lead {
            Some(Lead::Since) if !range => interval.to = None,
            Some(Lead::Until) if !range => interval.from = None,
            Some(Lead::Since | Lead::Open) if range => return (start, end, true, interval),
            _ => return (first, end, lead.is_some(), interval),
        }
        (start, end, true, interval)
    }

    // ---- words of time without a date

    fn undated(&self, at: usize, floor: usize) -> Option<(Expression, usize)> {
        if self.tokens[at].kind == TokenKind::Number {
            return None;
        }
        let (length, meaning) = self.words.alone.starting(self.text, self.tokens, at)?;
        let end = at + length;
        let (first, end, says) = match meaning {
            Meaning::Unit(step) => self.counted(at, end, step, floor)?,
            Meaning::Counted(_) if self.counts_from_what_follows(end) => (at, end, Says::Vague),
            Meaning::Counted(step) => (at, end, Says::Counted(step)),
            Meaning::Deictic(step) => (at, end, Says::Deictic(step)),
            Meaning::Vague => (at, end, Says::Vague),
            Meaning::Weekday(day, which) => (at, end, Says::Weekday(day, which)),
        };
        Some((Expression { span: self.span(first, end), says, adverbial: true }, end))
    }

    /// "the day after the raid".
    fn counts_from_what_follows(&self, end: usize) -> bool {
        let last = token_key(self.text, &self.tokens[end - 1]);
        self.words.open_ended.contains(last.as_ref())
            && self.words.elsewhere.starting(self.text, self.tokens, end).is_some()
    }

    /// "three weeks earlier", around its unit.
    fn counted(&self, at: usize, end: usize, step: Step, floor: usize) -> Option<(usize, usize, Says)> {
        let before = self.tokens[at].span.start;
        let index = self.quantities.partition_point(|number| number.span.end <= before).checked_sub(1)?;
        let number = &self.quantities[index];
        let mut first = self.tokens.partition_point(|token| token.span.start < number.span.start);
        let last = self.tokens.partition_point(|token| token.span.end <= number.span.end);
        if last != at || first < floor || number.unit != Unit::Count {
            return None;
        }
        let exact = number.figure.low.filter(|low| number.figure.high == Some(*low));
        let count = exact.and_then(|count| i64::try_from(count).ok()).filter(|count| *count <= MOST_STEPS);
        let ago = self.words.ago_before.ending(self.text, self.tokens, first, floor);
        let tense = self.words.tenses.starting(self.text, self.tokens, end);
        let (tense, length) = match (ago, tense) {
            (Some((length, ())), _) => {
                first -= length;
                (Tense::Ago, 0)
            }
            (None, Some((length, tense))) => (tense, length),
            (None, None) => return None,
        };
        let Some(count) = count else { return Some((first, end + length, Says::Vague)) };
        let says = match tense {
            Tense::Later => Says::Counted(step.times(count)),
            Tense::Earlier => Says::Counted(step.times(-count)),
            Tense::Ago => Says::Deictic(step.times(-count)),
            Tense::Beyond => Says::Vague,
        };
        Some((first, end + length, says))
    }
}

/// "Five hundred years later" is no date of a report.
const MOST_STEPS: i64 = 1000;

impl Step {
    const fn times(self, count: i64) -> Self {
        match self {
            Self::Days(days) => Self::Days(days * count),
            Self::Months(months) => Self::Months(months * count),
            Self::Years(years) => Self::Years(years * count),
        }
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
