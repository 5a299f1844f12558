//! The amounts of one sentence: which numbers are money, in what.

use crate::document::Span;
use crate::prose::Sentence;
use crate::quantities::{NumberForm, Quantity, Unit};
use crate::text::TokenKind;

use super::words::{MoneyWords, Named, money_words};

/// A number with its currency or goods, as numbers of tokens.
#[derive(Debug, Clone)]
pub(super) struct Found<'s> {
    pub quantity: &'s Quantity,
    /// First token of the amount with its sign, without comparators.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// As it is written, in bytes of the sentence.
    pub span: Span,
    pub currency: String,
    pub kind: Kind,
    /// What "16 and 17 billion francs" multiplies the 16 by.
    pub factor: u64,
}

/// What an amount is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Money,
    Goods,
}

/// "United Kessan Emirates dirhams": the name of a country before its money has no more words.
const COUNTRY_WORDS: usize = 3;
/// A sentence with more amounts is a table in disguise; further ones are left.
const MOST_AMOUNTS: usize = 2_000;

/// The amounts of a sentence, in order.
pub(super) fn amounts(sentence: &Sentence) -> Vec<Found<'_>> {
    let reader = Reader { sentence, words: money_words() };
    let mut found: Vec<Found<'_>> = Vec::new();
    for (index, quantity) in sentence.quantities.iter().enumerate() {
        if quantity.unit != Unit::Count || found.len() >= MOST_AMOUNTS {
            continue;
        }
        let floor = found.last().map_or(0, |last| last.end);
        if let Some(amount) = reader.amount(quantity, floor) {
            found.push(amount);
        } else if let Some(amount) = reader.shared(quantity, sentence.quantities.get(index + 1), floor) {
            found.push(amount);
        }
    }
    found
}

struct Reader<'s> {
    sentence: &'s Sentence,
    words: &'static MoneyWords,
}

impl<'s> Reader<'s> {
    fn raw(&self, at: usize) -> &'s str {
        self.sentence.tokens.get(at).map_or("", |token| token.text(&self.sentence.text))
    }

    fn tokens_of(&self, span: Span) -> (usize, usize) {
        let tokens = &self.sentence.tokens;
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        (first, tokens.partition_point(|token| token.span.start < span.end))
    }

    fn amount(&self, quantity: &'s Quantity, floor: usize) -> Option<Found<'s>> {
        let (first, end) = self.tokens_of(quantity.number);
        // What stands glued to the number is still before its end: "20kg".
        let glued = self.sentence.tokens[end - 1].span.end > quantity.number.end;
        if quantity.form != NumberForm::Article {
            if let Some((start, currency)) = self.before(first, floor) {
                return Some(self.made(quantity, (start, end), currency, Kind::Money));
            }
            if !glued && let Some((end, currency)) = self.after(end) {
                return Some(self.made(quantity, (first, end), currency, Kind::Money));
            }
        }
        let (end, goods) = self.goods(quantity, end, glued)?;
        Some(self.made(quantity, (first, end), goods, Kind::Goods))
    }

    fn made(
        &self,
        quantity: &'s Quantity,
        (first, end): (usize, usize),
        currency: String,
        kind: Kind,
    ) -> Found<'s> {
        let span = self.sentence.span_of(first, end - 1);
        Found { quantity, first, end, span, currency, kind, factor: 1 }
    }

    /// `$`, `US$`, `\$`, `€`, `USD`, `FCFA` before a number: where it begins and what it means.
    fn before(&self, first: usize, floor: usize) -> Option<(usize, String)> {
        let at = first.checked_sub(1).filter(|at| *at >= floor)?;
        let token = &self.sentence.tokens[at];
        if let TokenKind::Mark(sign) = token.kind {
            let prefix = at.checked_sub(1).filter(|before| *before >= floor && !token.spaced);
            let letters = prefix
                .map(|at| self.raw(at))
                .filter(|raw| raw.chars().all(char::is_alphabetic) && raw.len() <= 3);
            let escaped = prefix.is_some_and(|at| self.sentence.tokens[at].is('\\'));
            let code = of_sign(sign)?;
            return Some(match letters {
                Some("US" | "U") if sign == '$' => (at - 1, code.to_owned()),
                // Of another country's dollar only its own sign is certain.
                Some(letters) if sign == '$' => (at - 1, format!("{letters}$")),
                _ => (at - usize::from(escaped), code.to_owned()),
            });
        }
        let word = self.raw(at);
        let code = word.len() >= 3 && word.chars().all(|c| c.is_ascii_uppercase());
        let (length, named) =
            self.words.currencies.ending(&self.sentence.text, &self.sentence.tokens, first, floor)?;
        (code && length == 1).then(|| (at, self.name(at, first, named)))
    }

    /// `dollars`, `million de francs CFA`, `d'euros`, `€` behind a number.
    fn after(&self, end: usize) -> Option<(usize, String)> {
        let tokens = &self.sentence.tokens;
        if let Some(TokenKind::Mark(sign)) = tokens.get(end).map(|token| token.kind)
            && let Some(code) = of_sign(sign)
            // "1,200 $5": the sign is of the number behind it.
            && !tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Number && !next.spaced)
        {
            let of_country = sign == '$' && matches!(self.raw(end + 1), "US" | "USD");
            return Some((end + 1 + usize::from(of_country), code.to_owned()));
        }
        let of = self.words.of.starting(&self.sentence.text, tokens, end).map_or(0, |(length, ())| length);
        for at in end + of..=end + of + COUNTRY_WORDS {
            let Some((length, named)) = self.words.currencies.starting(&self.sentence.text, tokens, at)
            else {
                continue;
            };
            if at > end + of {
                // "5 million Namibian dollars": money of a country that the lists do not name.
                let capital = |at: usize| self.raw(at).chars().next().is_some_and(char::is_uppercase);
                let country = (end + of..at).all(capital);
                return country.then(|| (at + length, self.words_of(end + of, at + length)));
            }
            return Some((at + length, self.name(at, at + length, named)));
        }
        None
    }

    fn name(&self, first: usize, end: usize, named: Named) -> String {
        match named {
            Named::Code(code) => code.to_owned(),
            Named::Unsettled => self.words_of(first, end),
        }
    }

    fn words_of(&self, first: usize, end: usize) -> String {
        let words = self.sentence.words(self.sentence.span_of(first, end - 1));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// `tons of gold`, `kg d'or`.
    fn goods(&self, quantity: &Quantity, end: usize, glued: bool) -> Option<(usize, String)> {
        let (text, tokens) = (&self.sentence.text, &self.sentence.tokens);
        let start = if glued { quantity.number.end } else { tokens.get(end)?.span.start };
        let past = if glued { end } else { end + self.words.measures.starting(text, tokens, end)?.0 };
        let of = self.words.of.starting(text, tokens, past)?.0;
        // "tons of smuggled gold", "tonnes de cocaïne".
        let goods = [past + of, past + of + 1]
            .into_iter()
            .find_map(|at| self.words.goods.starting(text, tokens, at).map(|(length, ())| at + length))?;
        let words = self.sentence.words(Span::new(start, tokens[goods - 1].span.end));
        Some((goods, words.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    /// The 16 of "16 billion and 17 billion CFA francs".
    fn shared(&self, quantity: &'s Quantity, next: Option<&'s Quantity>, floor: usize) -> Option<Found<'s>> {
        let next = next.filter(|next| next.unit == Unit::Count && quantity.form != NumberForm::Article)?;
        let (first, end) = self.tokens_of(quantity.number);
        let (second, second_end) = self.tokens_of(next.span);
        if first < floor || end > second {
            return None;
        }
        let (length, ()) = self.words.and.starting(&self.sentence.text, &self.sentence.tokens, end)?;
        if end + length != second || second_end > self.sentence.tokens.len() {
            return None;
        }
        let (_, number_end) = self.tokens_of(next.number);
        let (_, currency) = self.after(number_end)?;
        let mut found = self.made(quantity, (first, end), currency, Kind::Money);
        found.factor = shared_factor(quantity, next);
        Some(found)
    }
}

/// Of "16 and 17 billion" the billion; 1 where the first has its own or is as large.
fn shared_factor(first: &Quantity, second: &Quantity) -> u64 {
    let (first, second) = (first.least.floor(), second.least.floor());
    let factor = [1_000_000_000_000, 1_000_000_000, 1_000_000].into_iter().find(|factor| second / factor > 0);
    factor.filter(|factor| first < 1000 && first.checked_mul(*factor).is_some()).unwrap_or(1)
}

fn of_sign(sign: char) -> Option<&'static str> {
    match sign {
        '$' => Some("USD"),
        '€' => Some("EUR"),
        '£' => Some("GBP"),
        '₦' => Some("NGN"),
        '₽' => Some("RUB"),
        '₴' => Some("UAH"),
        '₹' => Some("INR"),
        '₪' => Some("ILS"),
        // Yen or yuan.
        '¥' => Some("¥"),
        _ => None,
    }
}
