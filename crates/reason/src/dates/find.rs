use crate::document::Span;
use crate::languages::lexicon;
use crate::text::{Token, TokenKind};

use super::PartialDate;
use super::numeric::{self, Order};

/// A date in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundDate {
    /// In bytes.
    pub span: Span,
    /// What it says; of a range, its first day or month.
    pub date: PartialDate,
    /// `03/04/2024`: day and month cannot be told apart, and only the year is given.
    pub ambiguous: bool,
}

/// Years that reports write of.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2100;

/// Finds all dates in a text that was cut into tokens: with the month's name in any known language, in figures, or a
/// bare year.
///
/// ```
/// use reason::{dates::find_dates, text::tokens};
/// let text = "Held on 25 July 2024; published in mars 2025.";
/// let dates: Vec<_> = find_dates(text, &tokens(text)).iter().map(|found| found.date.to_string()).collect();
/// assert_eq!(dates, ["2024-07-25", "2025-03"]);
/// ```
#[must_use]
pub fn find_dates(text: &str, tokens: &[Token]) -> Vec<FoundDate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let reader = Reader { text, tokens };
        // Most tokens are words, and of those only a month begins a date.
        let date = match text.as_bytes()[tokens[at].span.start].is_ascii_digit() {
            true => {
                let date = reader.numeric(at).or_else(|| reader.day_first(at));
                date.or_else(|| reader.year_alone(at))
            }
            false => reader.month_first(at),
        };
        match date {
            Some((date, length, ambiguous)) => {
                let span = Span::new(tokens[at].span.start, tokens[at + length - 1].span.end);
                found.push(FoundDate { span, date, ambiguous });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

type Match = (PartialDate, usize, bool);

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl Reader<'_> {
    fn numeric(&self, at: usize) -> Option<Match> {
        if self.glued_before(at) {
            return None;
        }
        numeric::at(self.text, &self.tokens[at..])
            .map(|(date, length, order)| (date, length, order == Order::Ambiguous))
    }

    /// `25 July 2024`, `le 1er juin 2022`, `5–7 July 2024`, `1 January–31 May 2022`.
    fn day_first(&self, at: usize) -> Option<Match> {
        let (day, mut next) = self.day(at)?;
        let joined = self.is_dash(next)
            || self.tokens.get(next).is_some_and(|token| lexicon().is_and(token.text(self.text)));
        if joined && self.day(next + 1).is_some() {
            next = self.day(next + 1)?.1;
        }
        let (month, after) = self.month(self.past_date_word(next))?;
        let (rest, year) = self.closing(after);
        Some((PartialDate::new(year, Some(month), Some(day)), rest - at, false))
    }

    /// `July 25, 2024`, `July 2024`, `November/December 2022`, `July 5–7, 2024`.
    fn month_first(&self, at: usize) -> Option<Match> {
        let (month, after) = self.month(at)?;
        let after = self.second_month(after).unwrap_or(after);
        if let Some((day, next)) = self.day(after) {
            let next = self.range_end(next).unwrap_or(next);
            let past_comma = if self.is(next, ',') { next + 1 } else { next };
            if let Some((year, end)) = self.year(past_comma) {
                return Some((PartialDate::new(Some(year), Some(month), Some(day)), end - at, false));
            }
            // "May 12" is a day, "May 12 soldiers" may be none: without a year, a word must not be mistaken.
            let word = self.tokens[at].text(self.text);
            let named = word.chars().next().is_some_and(char::is_uppercase);
            return named.then(|| (PartialDate::new(None, Some(month), Some(day)), next - at, false));
        }
        let past = self.past_date_word(if self.is(after, ',') { after + 1 } else { after });
        let (year, end) = self.year(past)?;
        Some((PartialDate::new(Some(year), Some(month), None), end - at, false))
    }

    fn year_alone(&self, at: usize) -> Option<Match> {
        // "§ 1956" is a section.
        if at.checked_sub(1).is_some_and(|before| self.is(before, '§')) {
            return None;
        }
        let (year, end) = self.year(at)?;
        let joined = self.glued_before(at)
            || self
                .tokens
                .get(end)
                .is_some_and(|token| !token.spaced && (token.kind == TokenKind::Word || self.is_joint(end)));
        (!joined).then(|| (PartialDate::new(Some(year), None, None), end - at, false))
    }

    /// The year after a month, a day or a range: `, 2024`, `de 2024`, `–31 May 2022`.
    fn closing(&self, after: usize) -> (usize, Option<i16>) {
        let past = if self.is(after, ',') { after + 1 } else { self.past_date_word(after) };
        if let Some((year, end)) = self.year(past) {
            return (end, Some(year));
        }
        if self.is_dash(after)
            && let Some((_, month_at)) = self.day(after + 1)
            && let Some((_, year_at)) = self.month(month_at)
            && let Some((year, end)) = self.year(if self.is(year_at, ',') { year_at + 1 } else { year_at })
        {
            return (end, Some(year));
        }
        (after, None)
    }

    /// `/December`, `–December`, `and December`.
    fn second_month(&self, at: usize) -> Option<usize> {
        let joined = self.is(at, '/')
            || self.is_dash(at)
            || self.tokens.get(at).is_some_and(|token| lexicon().is_and(token.text(self.text)));
        joined.then(|| self.month(at + 1)).flatten().map(|(_, end)| end)
    }

    /// `–7`, `–June 3`.
    fn range_end(&self, at: usize) -> Option<usize> {
        if !self.is_dash(at) {
            return None;
        }
        let start = self.month(at + 1).map_or(at + 1, |(_, end)| end);
        self.day(start).map(|(_, end)| end)
    }

    fn day(&self, at: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at)?;
        if matches!(token.kind, TokenKind::Mark(_)) {
            return None;
        }
        let word = token.text(self.text);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 2 || self.glued_before(at) {
            return None;
        }
        let day: u8 = word[..digits].parse().ok()?;
        let ordinal = digits == word.len() || lexicon().is_ordinal(&word[digits..]);
        // German: "3. Juni".
        let end = if self.is(at + 1, '.') && self.month(at + 2).is_some() { at + 2 } else { at + 1 };
        (ordinal && (1..=31).contains(&day)).then_some((day, end))
    }

    fn month(&self, at: usize) -> Option<(u8, usize)> {
        let month = lexicon().month_at(self.text, self.tokens.get(at)?)?;
        let stopped = self.is(at + 1, '.')
            && !self.tokens[at + 1].spaced
            && self.tokens.get(at + 2).is_some_and(|next| next.kind == TokenKind::Number);
        Some((month, if stopped { at + 2 } else { at + 1 }))
    }

    fn year(&self, at: usize) -> Option<(i16, usize)> {
        let token = self.tokens.get(at)?;
        let year = (token.kind == TokenKind::Number && token.span.len() == 4)
            .then(|| token.text(self.text).parse::<i16>().ok())
            .flatten()?;
        YEARS.contains(&year).then_some((year, at + 1))
    }

    fn past_date_word(&self, at: usize) -> usize {
        let is_word = self.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word && lexicon().is_date_word(token.text(self.text))
        });
        if is_word { at + 1 } else { at }
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    fn is_dash(&self, at: usize) -> bool {
        self.is(at, '-')
    }

    fn is_joint(&self, at: usize) -> bool {
        let number_next =
            self.tokens.get(at + 1).is_some_and(|token| !token.spaced && token.kind != TokenKind::Mark(' '));
        matches!(self.tokens.get(at).map(|token| token.kind), Some(TokenKind::Mark('/' | '-' | '_')))
            && number_next
    }

    /// Part of a number, a symbol or an address: `3.14`, `S/2023/138`.
    fn glued_before(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        !token.spaced
            && at > 0
            && matches!(
                self.tokens[at - 1].kind,
                TokenKind::Word
                    | TokenKind::Number
                    | TokenKind::Mark('/' | '.' | '_' | '=' | '°' | '$' | '€' | '#' | '§')
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> =
            find_dates(text, &tokens(text)).iter().map(|found| found.date.to_string()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_the_forms_of_all_houses() {
        check("February 2, 2022", &["2022-02-02"]);
        check("2 February 2022", &["2022-02-02"]);
        check("10 Oct. 2022", &["2022-10-10"]);
        check("Sept. 3, 2022", &["2022-09-03"]);
        check("June 2025", &["2025-06"]);
        check("1er juin 2022", &["2022-06-01"]);
        check("le 25 août 2021", &["2021-08-25"]);
        check("November/December 2022", &["2022-11"]);
        check("July 5–7, 2024", &["2024-07-05"]);
        check("1 January–31 May 2022", &["2022-01-01"]);
        check("5-7 juillet 2024", &["2024-07-05"]);
        check("2024-07-25 and 7.3.2021 and 13/05/2023", &["2024-07-25", "2021-03-07", "2023-05-13"]);
        check("July 27, and then 2024", &["--07-27", "2024"]);
        check("the 25th of July 2024", &["2024-07-25"]);
        check("30 February 2023", &["2023-02-30"]);
    }

    #[test]
    fn an_ambiguous_date_keeps_its_year_only() {
        let text = "03/04/2024";
        let found = find_dates(text, &tokens(text));
        assert_eq!((found[0].date.to_string().as_str(), found[0].ambiguous), ("2024", true));
    }

    #[test]
    fn numbers_that_are_no_dates_are_left() {
        check("S/2023/138, para. 45", &[]);
        check("p. 12, 3.14 and $2000", &[]);
        check("pp. 2010-2012x", &[]);
    }
}
