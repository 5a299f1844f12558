//! Words of time without a date: "the next day", "three weeks earlier", "on Monday".

use crate::quantities::Unit;
use crate::text::{TokenKind, token_key};

use super::expression::{Expression, Reader, Says, Tells};
use super::words::{Lead, Meaning, Step, Tense};

impl Reader<'_> {
    pub fn undated(&self, at: usize, floor: usize) -> Option<(Expression, usize)> {
        if self.tokens[at].kind == TokenKind::Number {
            return None;
        }
        let (length, meaning) = self.words.alone.starting(self.text, self.tokens, at)?;
        let end = at + length;
        let (first, end, says) = match meaning {
            Meaning::Unit(step) => self.counted(at, end, step, floor)?,
            Meaning::Counted(step) if self.counts_from_what_follows(end) => (at, end, Says::Beyond(step)),
            Meaning::Counted(step) => (at, end, Says::Counted(step)),
            Meaning::Deictic(step) => (at, end, Says::Deictic(step)),
            Meaning::ToDate(step) => (at, end, Says::ToDate(step)),
            // "in the first quarter of 2024" is read around its year.
            Meaning::Part(..)
                if self.tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number) =>
            {
                return None;
            }
            Meaning::Part(from, to) => (at, end, Says::Part(from, to)),
            Meaning::Period => (at, end, Says::Period),
            Meaning::Vague => (at, end, Says::Vague),
            // "On 9 June, a Sunday": it tells no day of its own.
            Meaning::Weekday(..) if self.is_indefinite(at) => return None,
            Meaning::Weekday(day, which) => (at, end, Says::Weekday(day, which)),
        };
        // "until last year".
        let bound = self.words.leads.ending(self.text, self.tokens, first, floor);
        let tells = match bound {
            Some((_, (Lead::Until | Lead::Since | Lead::By, _))) => Tells::Aside,
            // "today a pensioner".
            _ if says == Says::Deictic(Step::Days(0)) => Tells::Aside,
            _ => Tells::When,
        };
        Some((Expression { span: self.span(first, end), says, tells }, end))
    }

    fn is_indefinite(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.is_some_and(|token| self.words.indefinite.contains(token_key(self.text, token).as_ref()))
    }

    /// "the day after the raid".
    fn counts_from_what_follows(&self, end: usize) -> bool {
        let last = token_key(self.text, &self.tokens[end - 1]);
        self.words.open_ended.contains(last.as_ref())
            && self.words.relative.starting(self.text, self.tokens, end).is_none()
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
            Tense::Beyond => Says::Beyond(step.times(count)),
            Tense::ShortOf => Says::Beyond(step.times(-count)),
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
