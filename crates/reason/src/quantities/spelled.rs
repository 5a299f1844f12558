//! Numbers in words: `two hundred and five`, `quatre-vingt-dix-sept`, `half a dozen`, `tens of thousands`.

use super::core::{Core, Exactness, Scan};
use super::reader::Reader;
use super::vocabulary::{Joint, Languages, NumberWord};
use super::{Decimal, NumberForm, Unit};

/// A number word that is being made: what is complete, and what the next multiplier takes.
#[derive(Clone, Copy)]
struct Sum {
    total: u64,
    current: Option<u64>,
    /// The smallest multiplier so far: the next must be smaller.
    least: u64,
    /// The multiplier that its last word is, or 1.
    last: u64,
    languages: Languages,
}

/// What number word a token is.
type Word = Option<(NumberWord, Languages)>;

impl Reader<'_> {
    /// The number in words that begins at a token.
    pub fn spelled(&self, at: usize) -> Scan {
        let word = self.number_word(at);
        let found = self
            .vague(at)
            .or_else(|| self.fraction(at, word))
            .or_else(|| self.collected(at, word))
            .or_else(|| self.sum(at, word))
            .or_else(|| self.article(at, word))
            .or_else(|| self.single(at));
        found.map_or(Scan::Nothing, Scan::Found)
    }

    fn made(&self, first: usize, end: usize, value: u64, form: NumberForm) -> Core {
        Core {
            first,
            end,
            span: self.span(first, end),
            value: Decimal::whole(value),
            factor: 1,
            exactness: Exactness::Exact,
            form,
            unit: Unit::Count,
        }
    }

    /// `dozens`, `tens of thousands`, `several hundred`, `plusieurs centaines de milliers`.
    fn vague(&self, at: usize) -> Option<Core> {
        let several = self.joint(Joint::Several, at).unwrap_or_default();
        let plural = |at: usize| self.look_up(&self.words.plurals, at).map(|(of, _)| of);
        let first = at + several;
        let counted = || if several > 0 { self.number_word(first) } else { None };
        let of = match plural(first) {
            Some(of) => of,
            None => match counted()?.0 {
                NumberWord::Multiplier { by, .. } => by,
                NumberWord::Collective { of, .. } => of,
                _ => return None,
            },
        };
        let mut value = of.checked_mul(2)?;
        let mut end = first + 1;
        while let Some((next, by)) = self.further_plural(end) {
            value = value.checked_mul(by)?;
            end = next;
        }
        let mut core = self.made(at, end, value, NumberForm::Vague);
        core.exactness = Exactness::About;
        Some(core)
    }

    /// ` of thousands`, ` de milliers`, ` million`.
    fn further_plural(&self, at: usize) -> Option<(usize, u64)> {
        let past = at + self.joint(Joint::Of, at).unwrap_or_default();
        if let Some((of, _)) = self.look_up(&self.words.plurals, past) {
            return Some((past + 1, of));
        }
        match self.number_word(past)?.0 {
            NumberWord::Multiplier { by: by @ 1000.., .. } => Some((past + 1, by)),
            _ => None,
        }
    }

    /// `a dozen`, `une vingtaine`, `a hundred`, `half a million`, `une demi-douzaine`.
    fn collected(&self, at: usize, word: Word) -> Option<Core> {
        let leading_half = self.joint(Joint::Half, at).unwrap_or_default();
        let article = at + leading_half;
        let opening = if leading_half > 0 { self.number_word(article) } else { word };
        if !matches!(opening?.0, NumberWord::Article | NumberWord::One) {
            return None;
        }
        let (inner_half, noun) = self.half_inside(article + 1);
        let (of, exact) = match self.number_word(noun)?.0 {
            NumberWord::Multiplier { by, alone: false } => (by, true),
            NumberWord::Collective { of, exact } => (of, exact),
            _ => return None,
        };
        // "one hundred and five" is a sum.
        if !inner_half
            && leading_half == 0
            && exact
            && self.sum(at, word).is_some_and(|sum| sum.end > noun + 1)
        {
            return None;
        }
        let halved = inner_half || leading_half > 0;
        let mut value = if halved { of / 2 } else { of };
        let mut end = noun + 1;
        while let Some((next, by)) = self.further_plural(end) {
            value = value.checked_mul(by)?;
            end = next;
        }
        let mut core = self.made(at, end, value, NumberForm::Words);
        core.factor = of;
        // "une demi-douzaine" is six, "une douzaine" about twelve.
        if !exact && !halved {
            core.exactness = Exactness::About;
        }
        Some(core)
    }

    /// Whether `demi-` stands at a token, and what comes behind.
    fn half_inside(&self, at: usize) -> (bool, usize) {
        match self.joint(Joint::Half, at) {
            Some(length) => (true, at + length + usize::from(self.is(at + length, '-'))),
            None => (false, at),
        }
    }

    /// `two thirds`, `a quarter of`, `half of`, `la moitié de`.
    fn fraction(&self, at: usize, word: Word) -> Option<Core> {
        let of = |at: usize| self.joint(Joint::Of, at).is_some();
        let (first, counted) = match word.map(|(word, _)| word) {
            Some(NumberWord::Article | NumberWord::One) => (at + 1, false),
            Some(NumberWord::Value(2..=9)) => (at + 1 + usize::from(self.is(at + 1, '-')), true),
            _ => (at, false),
        };
        let (parts, _) = self.look_up(&self.words.fractions, first)?;
        let end = first + 1;
        let alone_is_number = self.number_word(end).is_some();
        let certain = counted && self.raw(first).ends_with('s') || of(end) || parts == 2;
        // A "third man" and a "half dozen" are none.
        let ordinal_only = first == at && !of(end) && parts != 2;
        if !certain || alone_is_number || ordinal_only || self.is(end, '-') {
            return None;
        }
        let mut core = self.made(at, end, 0, NumberForm::Words);
        core.unit = Unit::Fraction;
        core.exactness = Exactness::Unknown;
        Some(core)
    }

    /// `a`, `une`: perhaps a count.
    fn article(&self, at: usize, word: Word) -> Option<Core> {
        match word?.0 {
            NumberWord::Article | NumberWord::One => Some(self.made(at, at + 1, 1, NumberForm::Article)),
            _ => None,
        }
    }

    /// `third`, `premier`, `doubled`, `twice`.
    fn single(&self, at: usize) -> Option<Core> {
        let (value, unit) = match self.look_up(&self.words.ordinals, at) {
            Some((value, _)) => (value, Unit::Ordinal),
            None => (self.look_up(&self.words.multiples, at)?.0, Unit::Multiple),
        };
        let mut core = self.made(at, at + 1, value, NumberForm::Words);
        core.unit = unit;
        Some(core)
    }

    /// `twenty-one`, `two hundred and five`, `deux cent mille`, `soixante et onze`.
    fn sum(&self, at: usize, first: Word) -> Option<Core> {
        let mut sum = Sum { total: 0, current: None, least: u64::MAX, last: 1, languages: Languages::MAX };
        let mut end = at;
        let mut next = at;
        let mut before = false;
        let mut word = first;
        while let Some((meaning, languages)) = word {
            let Some(grown) = sum.with(meaning, languages, before) else { break };
            sum = grown;
            end = next + 1;
            (next, before) = self.joined(end);
            word = self.further_number_word(next);
        }
        let value = sum.total.checked_add(sum.current.unwrap_or_default())?;
        let one_alone = end == at + 1 && matches!(first?.0, NumberWord::One);
        if end == at || one_alone {
            return None;
        }
        let mut core = self.made(at, end, value, NumberForm::Words);
        core.factor = sum.last;
        if core.factor == 1 {
            self.multiply_collective(&mut core)?;
        }
        Some(core)
    }

    /// `two dozen`, `trois centaines`.
    fn multiply_collective(&self, core: &mut Core) -> Option<()> {
        let collective = match self.number_word(core.end) {
            Some((NumberWord::Collective { .. }, _)) => true,
            _ => self.look_up(&self.words.plurals, core.end).is_some(),
        };
        if !collective {
            return Some(());
        }
        if self.number_word(core.end).is_some() {
            return self.multiply(core);
        }
        let (of, _) = self.look_up(&self.words.plurals, core.end)?;
        core.value = core.value.times(of)?;
        core.end += 1;
        core.span = self.span(core.first, core.end);
        Some(())
    }

    /// Past the hyphen or "and" behind a number word; with whether there was an "and".
    fn joined(&self, end: usize) -> (usize, bool) {
        if self.is(end, '-') && !self.spaced(end) && !self.spaced(end + 1) {
            let and = self.joint(Joint::And, end + 1).filter(|_| self.is(end + 2, '-'));
            return and.map_or((end + 1, false), |length| (end + 2 + length, true));
        }
        self.joint(Joint::And, end).map_or((end, false), |length| (end + length, true))
    }
}

impl Sum {
    /// With one more word, where that still is one number; `and` stands before it.
    fn with(self, word: NumberWord, languages: Languages, and: bool) -> Option<Self> {
        let languages = self.languages & languages;
        if languages == 0 {
            return None;
        }
        let current = self.current;
        let mut next = Self { languages, last: 1, ..self };
        match word {
            NumberWord::One | NumberWord::Value(_) => {
                let value = if let NumberWord::Value(value) = word { value } else { 1 };
                next.current = Some(self.added(value, and)?);
            }
            NumberWord::Multiplier { by: 100, alone } => {
                next.current = match current {
                    Some(current @ 1..=99) if !and => Some(current * 100),
                    None if alone && !and => Some(100),
                    _ => return None,
                };
                next.last = 100;
            }
            NumberWord::Multiplier { by, alone } => {
                if and || by >= self.least || (current.is_none() && !(alone && self.total == 0)) {
                    return None;
                }
                next.total = self.total.checked_add(current.unwrap_or(1).checked_mul(by)?)?;
                next.current = None;
                next.least = by;
                next.last = by;
            }
            NumberWord::Collective { .. } | NumberWord::Article => return None,
        }
        Some(next)
    }

    /// A value below 100 behind what there is.
    fn added(self, value: u64, and: bool) -> Option<u64> {
        let Some(current) = self.current else {
            // "two thousand and five", "deux mille cinq".
            return (!and || self.total > 0).then_some(value);
        };
        let rest = current % 100;
        let fits = match value {
            // quatre-vingt(s)
            20 if rest == 4 && !and => return Some(current - 4 + 80),
            1..=9 if rest == 0 => current > 0,
            // dix-sept, cent dix-huit
            7..=9 if rest == 10 && !and => true,
            // "vingt et un"; an English "twenty and one" is two numbers, but nobody writes it.
            1..=9 => rest >= 20 && rest % 10 == 0,
            10..=19 if rest == 0 => current > 0,
            // soixante-dix, quatre-vingt-onze
            10..=19 => rest == 60 || rest == 80,
            _ => rest == 0 && current > 0 && value > 0,
        };
        fits.then(|| current + value)
    }
}
