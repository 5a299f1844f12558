//! Days of a month that is not named with them: "Friday 3", "du 9 au 12", "the ninth of that month".

use crate::languages::lexicon;
use crate::text::TokenKind;

use super::expression::{Days, Expression, Of, Reader, Says, Tells};

impl Reader<'_> {
    /// Tokens that may be a day of a month: without one near, none is looked for.
    pub fn day_words(&self) -> Vec<usize> {
        (0..self.tokens.len()).filter(|at| self.day(*at).or_else(|| self.ordinal(*at)).is_some()).collect()
    }

    /// The days of a month that begin at a token; `next` is the first token of the next whole date.
    pub fn days(&self, at: usize, next: Option<usize>) -> Option<(Expression, usize)> {
        let (days, end) =
            self.named_day(at).or_else(|| self.range_of_days(at)).or_else(|| self.day_alone(at))?;
        // "from 3 to 7 May" is read around its month.
        if next.is_some_and(|next| next <= end) || days.last < days.first {
            return None;
        }
        let expression = Expression { span: self.span(at, end), says: Says::Days(days), tells: Tells::When };
        Some((expression, end))
    }

    /// "vendredi 3", "Friday the 3rd".
    fn named_day(&self, at: usize) -> Option<(Days, usize)> {
        let weekday = self.words.weekday(self.text, self.tokens.get(at)?)?;
        let lead =
            self.words.day_leads.starting(self.text, self.tokens, at + 1).map_or(0, |(length, ())| length);
        let first = self.day(at + 1 + lead)?;
        let end = at + 2 + lead;
        self.closes(end).then_some((Days { first, last: first, weekday: Some(weekday), of: Of::Text }, end))
    }

    /// "du 9 au 12", "nuit du 18 au 19", "from the 9th to the 12th".
    fn range_of_days(&self, at: usize) -> Option<(Days, usize)> {
        let (opened, ()) = self.words.opens.starting(self.text, self.tokens, at)?;
        let first_at = self.past_filler(at + opened);
        let first = self.day(first_at)?;
        let (joined, ()) = self.words.joins.starting(self.text, self.tokens, first_at + 1)?;
        let last_at = self.past_filler(first_at + 1 + joined);
        let last = self.day(last_at)?;
        let (of, end) = self.month_behind(last_at + 1);
        // "between 3 and 5": of anything.
        let ordinal = |at: usize| !self.raw(at).bytes().all(|byte| byte.is_ascii_digit());
        let certain = of == Of::Last || ordinal(first_at) || self.is_french_range(at, opened);
        (certain && self.closes(end)).then_some((Days { first, last, weekday: None, of }, end))
    }

    /// "du 9": an article is part of what opens it.
    fn is_french_range(&self, at: usize, opened: usize) -> bool {
        let last = at + opened - 1;
        self.words.day_of.ending(self.text, self.tokens, last + 1, at).is_some()
    }

    /// "le 15,", "on the 3rd", "the ninth of that month", "la frappe du 12".
    fn day_alone(&self, at: usize) -> Option<(Days, usize)> {
        let lead = self.words.day_leads.starting(self.text, self.tokens, at).map(|(length, ())| length);
        let of_day = || {
            let noun = at.checked_sub(1)?;
            let (length, ()) = self.words.day_of.starting(self.text, self.tokens, at)?;
            (self.tokens[noun].kind == TokenKind::Word).then_some(length)
        };
        let length = lead.or_else(of_day)?;
        let first = self.day(at + length).or_else(|| self.ordinal(at + length))?;
        let (of, end) = self.month_behind(at + length + 1);
        if self.joins_day(end) {
            return None;
        }
        let worded = self.tokens[at + length].kind == TokenKind::Word && self.day(at + length).is_none();
        let plain = of == Of::Text && (worded || !self.closes(end));
        (!plain).then_some((Days { first, last: first, weekday: None, of }, end))
    }

    /// Past "of that month".
    fn month_behind(&self, at: usize) -> (Of, usize) {
        match self.words.same_month.starting(self.text, self.tokens, at) {
            Some((length, ())) => (Of::Last, at + length),
            None => (Of::Text, at),
        }
    }

    /// "le 17 au 18": the first of two.
    fn joins_day(&self, end: usize) -> bool {
        let join = self.words.joins.starting(self.text, self.tokens, end);
        join.is_some_and(|(length, ())| self.day(self.past_filler(end + length)).is_some())
    }

    fn past_filler(&self, at: usize) -> usize {
        at + self.words.fillers.starting(self.text, self.tokens, at).map_or(0, |(length, ())| length)
    }

    /// 1 to 31, in figures.
    fn day(&self, at: usize) -> Option<u8> {
        if matches!(self.tokens.get(at)?.kind, TokenKind::Mark(_)) {
            return None;
        }
        let word = self.raw(at);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let day = word[..digits].parse::<u8>().ok().filter(|day| (1..=31).contains(day))?;
        let whole = digits <= 2 && (digits == word.len() || lexicon().is_ordinal(&word[digits..]));
        // "le 4 x 4", "3.5", "12 %".
        whole.then_some(day)
    }

    /// "ninth".
    fn ordinal(&self, at: usize) -> Option<u8> {
        self.words.ordinal(self.text, self.tokens.get(at)?)
    }

    /// Nothing that is counted follows.
    fn closes(&self, end: usize) -> bool {
        let Some(token) = self.tokens.get(end) else { return true };
        let stop =
            matches!(token.kind, TokenKind::Mark('.' | ',' | ';' | ':' | ')' | '!' | '?' | '»' | '"' | '*'));
        // "3.5", "12:40".
        let tight =
            self.tokens.get(end + 1).is_some_and(|next| !next.spaced && next.kind == TokenKind::Number);
        stop && !tight || self.words.day_before.starting(self.text, self.tokens, end).is_some()
    }
}
