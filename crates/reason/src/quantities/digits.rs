//! Numbers in digits, with thousands and decimals as any language prints them.

use crate::document::Span;
use crate::text::{TokenKind, phrase_key};

use super::core::{Core, Exactness, Scan};
use super::reader::Reader;
use super::vocabulary::{Joint, NumberWord};
use super::{Decimal, NumberForm, Unit};

/// What stands behind the digits of one token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    None,
    Factor(u64),
    Measure,
    Ordinal,
}

/// Digits with their separators, before any word behind them.
struct Figures {
    value: Decimal,
    end: usize,
    span_end: usize,
    tail: Tail,
    grouped: bool,
}

/// So many tokens lie between two shares in brackets, and between them and their whole.
const FARTHEST_SHARE: usize = 9;

/// Longer rows of digits count nothing.
const LONGEST_PLAIN: usize = 12;

impl Figures {
    /// `k` and `th` are of the number, `kg` is not.
    fn end_with_tail(&mut self, token_end: usize) {
        if matches!(self.tail, Tail::Factor(_) | Tail::Ordinal) {
            self.span_end = token_end;
        }
    }
}

/// Years that reports write of: four digits in this range are a number only with a reason.
const YEARS: std::ops::RangeInclusive<u64> = 1800..=2100;

impl Reader<'_> {
    /// The number in digits that begins at a token.
    pub fn digits(&self, at: usize) -> Scan {
        if !self.raw(at).starts_with(|c: char| c.is_ascii_digit()) {
            return Scan::Nothing;
        }
        if self.glued_before(at) || self.labelled(at) {
            return Scan::Skip(self.run_end(at));
        }
        self.digits_behind_dash(at)
    }

    /// The same where what stands before is known to be a dash between two numbers.
    pub fn digits_behind_dash(&self, at: usize) -> Scan {
        let skip = || Scan::Skip(self.run_end(at));
        let Some(figures) = self.figures(at) else { return skip() };
        if self.goes_on(figures.end) {
            return Scan::Skip(self.run_end(at).max(figures.end));
        }
        if self.in_brackets_alone(at, figures.end) || self.in_a_row(at, &figures) {
            return Scan::Skip(figures.end);
        }
        self.with_words(at, &figures).map_or_else(skip, Scan::Found)
    }

    fn with_words(&self, at: usize, figures: &Figures) -> Option<Core> {
        let mut core = Core {
            first: at,
            end: figures.end,
            span: Span::new(self.tokens[at].span.start, figures.span_end),
            value: figures.value,
            factor: 1,
            exactness: Exactness::Exact,
            form: NumberForm::Digits,
            unit: if figures.tail == Tail::Ordinal { Unit::Ordinal } else { Unit::Count },
        };
        match figures.tail {
            Tail::Factor(factor) => {
                core.value = core.value.times(factor)?;
                core.factor = factor;
            }
            Tail::None => self.multiply(&mut core)?,
            Tail::Measure | Tail::Ordinal => {}
        }
        let bare = core.factor == 1 && !figures.grouped && core.end == at + 1 && self.raw(at).len() == 4;
        (!(bare && YEARS.contains(&core.value.floor()) && self.reads_as_year(at))).then_some(core)
    }

    /// Takes the multipliers behind a number: `3 million`, `200 mille milliards`, `20 dozen`, `$5 bn`.
    pub fn multiply(&self, core: &mut Core) -> Option<()> {
        while let Some((by, exact)) = self.multiplier(core) {
            core.value = core.value.times(by)?;
            core.factor = core.factor.saturating_mul(by);
            core.end += 1;
            core.span.end = self.tokens[core.end - 1].span.end;
            if !exact {
                core.exactness = Exactness::About;
            }
        }
        Some(())
    }

    fn multiplier(&self, core: &Core) -> Option<(u64, bool)> {
        match self.number_word(core.end) {
            // "60 cents" are a price.
            Some((NumberWord::Multiplier { by, alone: false }, _)) => return Some((by, true)),
            Some((NumberWord::Multiplier { by: by @ 1000.., .. }, _)) => return Some((by, true)),
            Some((NumberWord::Collective { of, exact }, _)) => return Some((of, exact)),
            _ => {}
        }
        let money = core.first.checked_sub(1).is_some_and(|before| self.is_currency(before))
            || self.is_currency(core.end + 1);
        let (by, _) = self.look_up(&self.words.short, core.end).filter(|_| money && core.factor == 1)?;
        Some((by, true))
    }

    fn is_currency(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Mark('$' | '€' | '£' | '¥' | '₦' | '₽' | '₹')))
    }

    fn figures(&self, at: usize) -> Option<Figures> {
        let (head, rest) = split(self.raw(at));
        let mut figures = Figures {
            value: Decimal::whole(head.parse().ok()?),
            end: at + 1,
            span_end: self.tokens[at].span.start + head.len(),
            tail: self.tail(rest, at, head)?,
            grouped: false,
        };
        figures.end_with_tail(self.tokens[at].span.end);
        if head.len() > 1 && head.starts_with('0') {
            return None;
        }
        if figures.tail == Tail::None {
            if head.len() <= 3 && head != "0" {
                self.take_groups(&mut figures)?;
            }
            self.take_decimals(&mut figures)?;
        }
        Some(figures)
    }

    /// `,000`, ` 000`, `.000.000`; `None` where one group may as well be decimals.
    fn take_groups(&self, figures: &mut Figures) -> Option<()> {
        let mut groups = 0;
        let mut separator = None;
        while let Some((mark, group)) = self.group(figures.end) {
            if separator.is_some_and(|first| first != mark) {
                break;
            }
            let (digits, rest) = split(self.raw(group));
            let tail = self.tail(rest, group, digits)?;
            let ambiguous = groups == 0 && matches!(mark, '.' | ',') && tail == Tail::None;
            if ambiguous
                && self.group(group + 1).is_none_or(|(next, _)| next != mark)
                && !self.groups_by(mark)
            {
                // Left to the decimals, if anything says that they are.
                return self.decimals_certain(group + 1).then_some(());
            }
            let grown = figures.value.times(1000)?.floor().checked_add(digits.parse().ok()?)?;
            *figures = Figures {
                value: Decimal::whole(grown),
                end: group + 1,
                span_end: self.tokens[group].span.start + digits.len(),
                tail,
                grouped: true,
            };
            figures.end_with_tail(self.tokens[group].span.end);
            separator = Some(mark);
            groups += 1;
            if tail != Tail::None {
                break;
            }
        }
        Some(())
    }

    /// Whether the text's language parts thousands by this mark: where its decimal mark is another, or, of a comma, where
    /// nothing tells.
    fn groups_by(&self, mark: char) -> bool {
        self.decimal_mark().map_or(mark == ',', |decimal| decimal != mark)
    }

    fn decimals_certain(&self, end: usize) -> bool {
        self.is(end, '%')
            || self.joint(Joint::Percent, end).is_some()
            || matches!(self.number_word(end), Some((NumberWord::Multiplier { by: 1000.., .. }, _)))
    }

    /// The separator at a token and the token of the three digits behind it.
    fn group(&self, at: usize) -> Option<(char, usize)> {
        let three = |at: usize| split(self.raw(at)).0.len() == 3;
        match self.kind(at)? {
            TokenKind::Number if three(at) && self.gap(at).is_some() => Some((' ', at)),
            TokenKind::Mark(mark @ (',' | '.' | '\'')) => {
                let tight = !self.spaced(at) && !self.spaced(at + 1);
                (tight && three(at + 1)).then_some((mark, at + 1))
            }
            _ => None,
        }
    }

    /// The single space, of any width but no line end, before a token.
    fn gap(&self, at: usize) -> Option<char> {
        let between = &self.text[self.tokens[at.checked_sub(1)?].span.end..self.tokens[at].span.start];
        let mut spaces = between.chars();
        let space = spaces.next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))?;
        spaces.next().is_none().then_some(space)
    }

    fn take_decimals(&self, figures: &mut Figures) -> Option<()> {
        let mark = match self.kind(figures.end) {
            Some(TokenKind::Mark(mark @ (',' | '.'))) if figures.tail == Tail::None => mark,
            _ => return Some(()),
        };
        let (digits, rest) = split(self.raw(figures.end + 1));
        if self.spaced(figures.end) || self.spaced(figures.end + 1) || digits.is_empty() {
            return Some(());
        }
        let at = figures.end + 1;
        let tail = self.tail(rest, at, digits)?;
        // "87,88" in English are two notes.
        if self.decimal_mark().is_some_and(|decimal| decimal != mark)
            && tail == Tail::None
            && !self.decimals_certain(at + 1)
            && mark == ','
        {
            return None;
        }
        let places = u8::try_from(digits.len()).ok().filter(|places| *places <= 9)?;
        let scaled = figures.value.times(10_u64.pow(u32::from(places)))?.floor();
        figures.value = Decimal::new(scaled.checked_add(digits.parse().ok()?)?, places);
        figures.end = at + 1;
        figures.span_end = self.tokens[at].span.start + digits.len();
        figures.tail = tail;
        figures.grouped = true;
        figures.end_with_tail(self.tokens[at].span.end);
        Some(())
    }

    /// What the letters behind the digits of one token say; `None` where they make a name of it ("14h30").
    fn tail(&self, rest: &str, at: usize, digits: &str) -> Option<Tail> {
        if rest.is_empty() {
            return Some(Tail::None);
        }
        let key = phrase_key(rest, TokenKind::Word);
        if let Some((factor, _)) = self.words.short.get(&key) {
            let metres = *factor == 1_000_000 && key.len() == 1;
            let long = metres && (self.joint(Joint::Length, at + 1).is_some() || self.ends_clause(at + 1));
            return (!long || self.money_before(at)).then_some(Tail::Factor(*factor));
        }
        if self.words.suffix_ordinals.contains_key(&key) {
            return (digits.len() <= 3).then_some(Tail::Ordinal);
        }
        self.words.measures.contains_key(&key).then_some(Tail::Measure)
    }

    fn ends_clause(&self, at: usize) -> bool {
        !matches!(self.kind(at), Some(TokenKind::Word))
    }

    /// A currency sign before the number whose last token this is.
    fn money_before(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|before| self.is_currency(before))
    }

    /// The end of a run of tokens that no space parts.
    fn run_end(&self, at: usize) -> usize {
        let glued = |at: &usize| {
            !self.spaced(*at)
                && matches!(
                    self.kind(*at),
                    Some(
                        TokenKind::Word
                            | TokenKind::Number
                            | TokenKind::Mark('/' | '.' | ':' | '-' | '_' | ',' | '°' | '\'' | '=' | '@')
                    )
                )
        };
        (at + 1..).find(|at| !glued(at)).unwrap_or(self.tokens.len())
    }

    /// Part of a symbol, an address, a time, a name: `S/2023/138`, `AK-47`, `14:30`, `+223`.
    fn glued_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if self.is(before, '°') || self.is(before, '§') || self.is(before, '#') || self.is(before, '¶') {
            return true;
        }
        if self.spaced(at) {
            return false;
        }
        match self.tokens[before].kind {
            TokenKind::Word | TokenKind::Number => true,
            TokenKind::Mark('-') => {
                let tight = !self.spaced(before) && before > 0;
                // "10%-15%" and "$2-$3" are ranges, read from their first number.
                tight && matches!(self.tokens[before - 1].kind, TokenKind::Word | TokenKind::Number)
            }
            TokenKind::Mark('/' | '.' | '_' | '=' | ':' | '@' | '&' | '?' | '^') => true,
            TokenKind::Mark('+' | '*') => true,
            TokenKind::Mark(',') => !self.spaced(before),
            _ => false,
        }
    }

    /// A label, no number of things: `No. 5`, `article 12`, `paras. 45 and 46` (the first), `1. The army`.
    fn labelled(&self, at: usize) -> bool {
        if at == 0 {
            return (self.is(1, '.') || self.is(1, ')'))
                && !self.spaced(1)
                && self.spaced(2)
                && self.tokens.len() > 2;
        }
        let stopped =
            usize::from(at >= 2 && (self.is(at - 1, '.') || self.is(at - 1, '°') || self.is(at - 1, 'º')));
        let word = at - 1 - stopped;
        self.look_up(&self.words.labels, word).is_some() && (word == 0 || !self.is(word - 1, '\''))
    }

    /// More digits, or degrees, are glued behind: it was no number.
    fn goes_on(&self, end: usize) -> bool {
        if self.is(end, '°') || self.is(end, 'º') {
            return true;
        }
        let joined = matches!(self.kind(end), Some(TokenKind::Mark('.' | ',' | ':' | '/' | '_' | '@')))
            && !self.spaced(end)
            && !self.spaced(end + 1);
        joined && matches!(self.kind(end + 1), Some(TokenKind::Number | TokenKind::Word))
    }

    /// `(10)`, `[10]`: the number of a note.
    fn in_brackets_alone(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        end == at + 1
            && (self.is(before, '(') && self.is(end, ')') || self.is(before, '[') && self.is(end, ']'))
            && !self.is_share(at)
    }

    /// "the killing (28) and maiming (45) of 73", "1,102 were killed (463) or maimed (639)": two shares of a whole near them.
    fn is_share(&self, at: usize) -> bool {
        let opens = |other: &usize| {
            self.is(*other - 1, '(')
                && self.kind(*other) == Some(TokenKind::Number)
                && self.is(*other + 1, ')')
        };
        let behind = (at + 4..at + FARTHEST_SHARE).find(opens).map(|other| (at, other));
        let before = || (at.saturating_sub(FARTHEST_SHARE).max(1)..at.saturating_sub(3)).rev().find(opens);
        let Some((one, two)) = behind.or_else(|| before().map(|other| (other, at))) else { return false };
        let Some(sum) = self.plain(one).zip(self.plain(two)).and_then(|(one, two)| one.checked_add(two))
        else {
            return false;
        };
        let near = (one.saturating_sub(FARTHEST_SHARE)..one - 1).chain(two + 2..two + FARTHEST_SHARE);
        near.into_iter().any(|whole| self.plain(whole) == Some(sum))
    }

    /// Plain digits at a token, those behind commas that group them taken in.
    fn plain(&self, at: usize) -> Option<u64> {
        (self.kind(at) == Some(TokenKind::Number)).then_some(())?;
        let mut digits: String = self.raw(at).chars().filter(char::is_ascii_digit).collect();
        let mut next = at + 1;
        while self.is(next, ',')
            && !self.spaced(next)
            && !self.spaced(next + 1)
            && self.kind(next + 1) == Some(TokenKind::Number)
            && digits.len() < LONGEST_PLAIN
        {
            digits.push_str(self.raw(next + 1));
            next += 2;
        }
        digits.parse().ok()
    }

    /// A bare number beside another: a telephone number, a row of figures. A year may stand beside a number.
    fn in_a_row(&self, at: usize, figures: &Figures) -> bool {
        let bare = |other: usize| {
            self.kind(other) == Some(TokenKind::Number)
                && !self.raw(other).parse().is_ok_and(|number| YEARS.contains(&number))
        };
        let year = self.raw(at).parse().is_ok_and(|number| YEARS.contains(&number));
        let before = at > 0 && bare(at - 1) && self.spaced(at);
        !year && figures.tail == Tail::None && (before || bare(figures.end) && self.spaced(figures.end))
    }

    /// Four bare digits are a year unless they are round and count the word behind them, or a comparator says so.
    fn reads_as_year(&self, at: usize) -> bool {
        let counts = self.kind(at + 1) == Some(TokenKind::Word)
            && self.spaced(at + 1)
            && self.raw(at + 1).starts_with(char::is_lowercase)
            && self.look_up(&self.words.function_words, at + 1).is_none();
        let compared = self.ending(&self.words.before, at, 0).is_some();
        let round = self.raw(at).ends_with("00");
        let after_time = at > 0 && self.look_up(&self.words.function_words, at - 1).is_some();
        !(counts && (compared || (round && !after_time)))
    }
}

/// The digits that a word begins with, and the rest.
fn split(word: &str) -> (&str, &str) {
    word.split_at(word.bytes().take_while(u8::is_ascii_digit).count())
}
