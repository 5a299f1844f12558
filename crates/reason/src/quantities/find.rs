use crate::document::Span;
use crate::text::{Token, TokenKind};

use super::core::{Core, Exactness, Scan};
use super::reader::Reader;
use super::vocabulary::{Comparator, Joint};
use super::{Figure, NumberForm, Quantity, Unit};

/// Finds the numbers of a text that was cut into tokens, in order, none overlapping.
///
/// ```
/// use reason::{quantities::{Figure, find}, text::tokens};
/// let text = "At least 1,200 people fled; between four and six died.";
/// let figures: Vec<Figure> = find(text, &tokens(text)).iter().map(|found| found.figure).collect();
/// assert_eq!(figures, [Figure::at_least(1200), Figure::range(4, 6)]);
/// ```
#[must_use]
pub fn find(text: &str, tokens: &[Token]) -> Vec<Quantity> {
    let reader = Reader::new(text, tokens);
    let mut found = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < tokens.len() {
        match reader.core(at) {
            Scan::Found(core) => {
                let end = match reader.quantity(core, floor) {
                    Some((quantity, end)) => {
                        // The article of "an estimated 40" is of that number.
                        found.pop_if(|last: &mut Quantity| last.span.end > quantity.span.start);
                        found.push(quantity);
                        end
                    }
                    None => core.end,
                };
                floor = if core.form == NumberForm::Article { floor } else { end };
                at = end;
            }
            Scan::Skip(end) => {
                at = end.max(at + 1);
                floor = at;
            }
            Scan::Nothing => at += 1,
        }
    }
    found
}

/// More comparators than this before one number ("reportedly at least some") are no sentence.
const MOST_COMPARATORS: usize = 3;

impl Reader<'_> {
    fn core(&self, at: usize) -> Scan {
        match self.tokens[at].kind {
            TokenKind::Mark(_) => Scan::Nothing,
            TokenKind::Number => self.digits(at),
            TokenKind::Word => {
                let word = self.raw(at);
                if word.as_bytes()[0].is_ascii_digit() {
                    return self.digits(at);
                }
                if self.words.may_count(self.text, &self.tokens[at]) {
                    self.spelled(at)
                } else {
                    Scan::Nothing
                }
            }
        }
    }

    /// A number with what stands around it; with the token behind it all.
    fn quantity(&self, mut core: Core, floor: usize) -> Option<(Quantity, usize)> {
        let mut first = core.first;
        let mut end = self.past_unit(&mut core);
        let mut most = core;
        let bare = first - self.currency_before(first, floor);
        let between = self.joint_before(Joint::Between, bare, floor);
        let opened = between.or_else(|| self.joint_before(Joint::From, bare, floor));
        let from = opened.filter(|_| between.is_none()).map(|length| bare - length);
        let changes = from.is_some_and(|from| self.joint_before(Joint::Change, from, floor).is_some());
        let range = if changes {
            Range::None
        } else {
            self.range(&mut core, end, between.is_some(), opened.is_some())
        };
        match range {
            Range::To(second, past) => {
                (most, end) = (second, past);
                first = opened.map_or(first, |length| bare - length);
            }
            Range::None => {}
            Range::Broken => return None,
        }
        // Less than its last token where a unit is glued to it.
        let number_end = if end > most.end { self.tokens[end - 1].span.end } else { most.span.end };
        let number = Span::new(core.span.start, number_end);
        let (start, past, comparator) = self.compared(&core, first, end, floor);
        if comparator.is_some() && core.form == NumberForm::Article {
            core.form = NumberForm::Words;
        }
        let span_end = if past > end { self.tokens[past - 1].span.end } else { number_end };
        let quantity = Quantity {
            span: Span::new(self.tokens[start].span.start, span_end),
            number,
            figure: figure(&core, &most, comparator),
            form: core.form,
            unit: core.unit,
            least: core.value,
            most: most.value,
        };
        Some((quantity, past))
    }

    /// Past `%`, `times`: sets the unit.
    fn past_unit(&self, core: &mut Core) -> usize {
        if core.unit != Unit::Count || core.form == NumberForm::Article {
            return core.end;
        }
        if self.is(core.end, '%') {
            core.unit = Unit::Percent;
            return core.end + 1;
        }
        for (joint, unit) in [(Joint::Percent, Unit::Percent), (Joint::Times, Unit::Multiple)] {
            if let Some(length) = self.joint(joint, core.end) {
                core.unit = unit;
                return core.end + length;
            }
        }
        core.end
    }

    /// The second number of a range whose first ends before a token.
    fn range(&self, low: &mut Core, end: usize, between: bool, opened: bool) -> Range {
        let article = low.form == NumberForm::Article && self.raw(low.first).len() < 2;
        if article || low.form == NumberForm::Vague || matches!(low.unit, Unit::Fraction | Unit::Ordinal) {
            return Range::None;
        }
        let dash = self.is(end, '-') && self.spaced(end) == self.spaced(end + 1);
        let joint = if dash { Some(1) } else { self.range_joint(end, between) };
        let Some(length) = joint else { return Range::None };
        let digits = self.is_digit(end + length + self.currency(end + length));
        if dash && (low.form != NumberForm::Digits || !digits) {
            return Range::None;
        }
        let Some(mut high) = self.second(end + length, dash) else {
            // "2023-05-03" and "555-123" are no numbers of anything.
            return if dash && digits { Range::Broken } else { Range::None };
        };
        let past = self.past_unit(&mut high);
        if low.unit == Unit::Count && matches!(high.unit, Unit::Percent | Unit::Multiple) {
            low.unit = high.unit;
        }
        share_factor(low, &high);
        let chained = dash && self.is(past, '-') && !self.spaced(past) && self.is_digit(past + 1);
        let backwards = low.value >= high.value;
        match (chained || backwards || low.unit != high.unit, dash && !opened) {
            (false, _) => {
                low.form = if low.form == NumberForm::Article { NumberForm::Words } else { low.form };
                Range::To(high, past)
            }
            (true, true) => Range::Broken,
            (true, false) => Range::None,
        }
    }

    /// `to`, `à`, `or`; `and` where "between" stands before.
    fn range_joint(&self, at: usize, between: bool) -> Option<usize> {
        let and = if between { self.joint(Joint::And, at) } else { None };
        and.or_else(|| self.joint(Joint::To, at)).or_else(|| self.joint(Joint::Or, at))
    }

    fn second(&self, at: usize, dash: bool) -> Option<Core> {
        let at = at + self.currency(at);
        if at >= self.tokens.len() {
            return None;
        }
        if dash {
            // What is glued to a dash that joins two numbers is not glued to a name.
            return match self.digits_behind_dash(at) {
                Scan::Found(core) if core.unit == Unit::Count => Some(core),
                _ => None,
            };
        }
        match self.core(at) {
            Scan::Found(core) if core.unit == Unit::Count && core.form != NumberForm::Article => {
                (core.form != NumberForm::Vague).then_some(core)
            }
            _ => None,
        }
    }

    fn is_digit(&self, at: usize) -> bool {
        self.raw(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// `$`, `US$`, `€` before the second number of a range: how many tokens.
    fn currency(&self, at: usize) -> usize {
        let sign = |at: usize| matches!(self.kind(at), Some(TokenKind::Mark('$' | '€' | '£' | '¥')));
        match self.kind(at) {
            _ if sign(at) => 1,
            Some(TokenKind::Word) if self.raw(at).len() <= 3 && sign(at + 1) && !self.spaced(at + 1) => 2,
            Some(TokenKind::Mark('\\')) if sign(at + 1) => 2,
            _ => 0,
        }
    }

    /// The comparators on both sides: where the whole begins and ends, and what they make of it.
    fn compared(
        &self,
        core: &Core,
        first: usize,
        mut end: usize,
        floor: usize,
    ) -> (usize, usize, Option<Comparator>) {
        if core.unit == Unit::Ordinal {
            return (first, end, None);
        }
        let article = core.form == NumberForm::Article;
        let (mut start, mut found) = self.compared_before(article, first, floor);
        if !article && core.unit != Unit::Multiple {
            if let Some(length) = self.joint(Joint::Odd, end) {
                end += length;
                found = stronger(found, Comparator::About);
            }
            if let Some((length, comparator)) = self.starting(&self.words.after, end) {
                end += length;
                found = stronger(found, comparator);
            }
        }
        start = start.min(first);
        (start, end, found)
    }

    fn compared_before(&self, article: bool, first: usize, floor: usize) -> (usize, Option<Comparator>) {
        let mut at = first - self.currency_before(first, floor);
        let (mut start, mut found) = (first, None);
        for _ in 0..MOST_COMPARATORS {
            let Some((length, comparator)) = self.ending(&self.words.before, at, floor) else { break };
            // "over a hill", "some one": only what cannot mean anything else counts an article.
            if article && comparator != Comparator::AtLeast {
                break;
            }
            at -= length;
            start = at;
            found = stronger(found, comparator);
        }
        (start, found)
    }

    /// `$`, `US$`, `\\$` before a number: how many tokens.
    fn currency_before(&self, first: usize, floor: usize) -> usize {
        let before = |back: usize| first.checked_sub(back).filter(|at| *at >= floor);
        let sign =
            before(1).is_some_and(|at| matches!(self.kind(at), Some(TokenKind::Mark('$' | '€' | '£'))));
        let more = before(2).is_some_and(|at| {
            self.is(at, '\\') || (self.kind(at) == Some(TokenKind::Word) && !self.spaced(at + 1))
        });
        usize::from(sign) + usize::from(sign && more)
    }
}

enum Range {
    /// The second number, and the token behind it.
    To(Core, usize),
    None,
    /// Digits joined to digits in a way that is no range.
    Broken,
}

/// "at most" outweighs, since it turns the figure round; "at least" and "about" come to the same.
fn stronger(found: Option<Comparator>, next: Comparator) -> Option<Comparator> {
    match (found, next) {
        (Some(Comparator::AtMost), _) | (_, Comparator::AtMost) => Some(Comparator::AtMost),
        (Some(first), _) => Some(first),
        (None, next) => Some(next),
    }
}

/// "2 to 3 million": the multiplier is of both, where the first is then still less.
fn share_factor(low: &mut Core, high: &Core) {
    if low.factor > 1 || high.factor <= 1 {
        return;
    }
    if let Some(shared) = low.value.times(high.factor).filter(|shared| *shared < high.value) {
        low.value = shared;
        low.factor = high.factor;
    }
}

fn figure(low: &Core, high: &Core, comparator: Option<Comparator>) -> Figure {
    let (least, most) = (low.value.floor(), high.value.floor());
    if low.exactness == Exactness::Unknown {
        return Figure { approximate: comparator.is_some(), ..Figure::default() };
    }
    if low.first != high.first {
        return Figure { approximate: comparator.is_some(), ..Figure::range(least, most) };
    }
    match (comparator, low.exactness) {
        // "up to several hundred": no number is named as the most.
        (Some(Comparator::AtMost), _) if low.form == NumberForm::Vague => {
            Figure { approximate: true, ..Figure::default() }
        }
        (Some(Comparator::AtMost), _) => Figure::at_most(least),
        (Some(Comparator::AtLeast | Comparator::About), _) | (None, Exactness::About) => {
            Figure::at_least(least)
        }
        (None, _) => Figure::exactly(least),
    }
}
