use crate::dates::PartialDate;
use crate::document::{BlockKind, Span};
use crate::entities::{Entity, Mention};
use crate::phrases::Words;
use crate::prose::{Prose, Sentence};
use crate::text::PhraseTable;

use super::find::{Found, Kind, amounts};
use super::parties::parties;
use super::words::money_words;
use super::{Amount, Money, Period};

/// Finds the amounts of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Money> {
    let _ = entities;
    let mut found = Vec::new();
    for sentence in &prose.sentences {
        // The cells of a table are read as such.
        if sentence.kind == BlockKind::Table || sentence.quantities.is_empty() {
            continue;
        }
        let amounts = amounts(sentence);
        if !amounts.is_empty() {
            let words = Words::with_names(sentence, &names_in(sentence, mentions));
            found.extend(Reader { sentence, words, amounts: &amounts }.read());
        }
    }
    super::zone::settle(prose, &mut found);
    found
}

/// The names in a sentence, in its own bytes.
fn names_in(sentence: &Sentence, mentions: &[Mention]) -> Vec<Span> {
    let first = mentions.partition_point(|mention| mention.span.start < sentence.span.start);
    let start = sentence.span.start;
    let within = mentions[first..].iter().take_while(|mention| mention.span.end <= sentence.span.end);
    within
        .filter(|mention| mention.span.start >= start)
        .map(|mention| Span::new(mention.span.start - start, mention.span.end - start))
        .collect()
}

struct Reader<'r, 's> {
    sentence: &'s Sentence,
    words: Words<'s>,
    amounts: &'r [Found<'s>],
}

/// An amount, and the one that says what it comes to in US dollars.
type Paired = (usize, Option<usize>);

impl Reader<'_, '_> {
    fn read(&self) -> Vec<Money> {
        let paired = self.paired();
        let rows: Vec<_> =
            paired.iter().enumerate().map(|(row, pair)| self.money(&paired, row, *pair)).collect();
        rows.into_iter().flatten().collect()
    }

    fn starting<T: Copy>(&self, table: &PhraseTable<T>, at: usize) -> Option<(usize, T)> {
        table.starting(&self.sentence.text, &self.sentence.tokens, at)
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    /// Where an amount with its comparators begins.
    fn start(&self, amount: &Found<'_>) -> usize {
        self.words.token_at(amount.quantity.span.start).min(amount.first)
    }

    // ---- "16 billion and 17 billion francs ($26 million and $30 million)"

    fn paired(&self) -> Vec<Paired> {
        let mut pairs = Vec::new();
        let mut at = 0;
        while at < self.amounts.len() {
            let run = self.run(at);
            let next = at + run;
            let same_length = self.amounts.get(next).is_some_and(|_| self.run(next) == run);
            let dollars = self.amounts.get(next).is_some_and(|next| next.currency == "USD");
            let foreign = self.amounts[at].currency != "USD" && self.amounts[at].kind == Kind::Money;
            if foreign && dollars && same_length && self.restates(next) {
                pairs.extend((0..run).map(|index| (at + index, Some(next + index))));
                at = next + run;
            } else {
                pairs.extend((0..run).map(|index| (at + index, None)));
                at = next;
            }
        }
        pairs
    }

    /// How many amounts of one currency are listed from one on.
    fn run(&self, from: usize) -> usize {
        let listed = |pair: &[Found<'_>]| {
            let joint =
                self.starting(&money_words().and, pair[0].end).map(|(length, ())| pair[0].end + length);
            pair[0].currency == pair[1].currency && joint == Some(self.start(&pair[1]))
        };
        1 + self.amounts[from..].windows(2).take_while(|pair| listed(pair)).count()
    }

    /// Whether an amount only says again what the one before it comes to: "(about $4,800)", ", or $4,800".
    fn restates(&self, index: usize) -> bool {
        let (before, amount) = (&self.amounts[index - 1], &self.amounts[index]);
        let mut at = before.end;
        // "40 million francs a month ($70,000)".
        if let Some((length, _)) = self.starting(&money_words().per, at) {
            at += length;
        }
        let opened = self.is(at, '(') || self.is(at, '[');
        at += usize::from(opened);
        let mut joined = opened;
        while at < self.start(amount) {
            let Some((length, ())) = self.starting(&money_words().equivalents, at) else { return false };
            joined |= !self.is(at, ',');
            at += length;
        }
        joined && at >= self.start(amount)
    }

    // ---- one row

    fn money(&self, paired: &[Paired], row: usize, (index, equivalent): Paired) -> Option<Money> {
        let found = &self.amounts[index];
        let dollars = equivalent.map(|index| &self.amounts[index]);
        let value = |decimal: crate::quantities::Decimal, factor: u64| {
            decimal.times(factor).and_then(crate::quantities::Decimal::hundredths).map(Amount::hundredths)
        };
        let amount = value(found.quantity.least, found.factor)?;
        let range = found.quantity.least != found.quantity.most;
        // Behind the last of a list with all that says it again.
        let behind = self.behind(paired, row);
        let parties = parties(&self.words, found, behind);
        let place = |span: Span| self.sentence.place(span);
        Some(Money {
            span: place(self.passage(found, dollars)),
            written: place(found.span),
            amount,
            amount_high: if range { value(found.quantity.most, found.factor) } else { None },
            currency: found.currency.clone(),
            usd_as_written: dollars.and_then(|dollars| value(dollars.quantity.least, dollars.factor)),
            usd_span: dollars.map(|dollars| place(dollars.span)),
            per: self.period(found, behind),
            what: parties.what.map(place),
            payer: parties.payer.map(place),
            // "paid a ransom of 3 million": what it is for is nobody who is paid.
            payee: parties
                .payee
                .filter(|payee| parties.what.is_none_or(|what| !what.overlaps(*payee)))
                .map(place),
            date: self.date(paired, row, found),
            approximate: found.quantity.figure.approximate || found.quantity.figure.low.is_none(),
        })
    }

    /// The token behind an amount, its list, and the brackets that say it again.
    fn behind(&self, paired: &[Paired], row: usize) -> usize {
        let (index, equivalent) = paired[row];
        let mut behind = self.amounts[index].end;
        if let Some(dollars) = equivalent {
            let last =
                paired[row..].iter().map_while(|(_, equivalent)| *equivalent).last().unwrap_or(dollars);
            behind = self.amounts[last].end;
            behind += (behind..behind + 3)
                .find(|at| self.is(*at, ')') || self.is(*at, ']'))
                .map_or(0, |at| at + 1 - behind);
        }
        behind
    }

    /// The clause in which it stands, with all of the amount.
    fn passage(&self, found: &Found<'_>, dollars: Option<&Found<'_>>) -> Span {
        let clause = self.words.clause_of(found.first);
        let last = dollars.map_or(found.end, |dollars| dollars.end) - 1;
        let last = last + usize::from(self.is(last + 1, ')'));
        let told = dollars.map_or(found.end, |dollars| dollars.end + 1);
        let last = self.with_relative(told, clause.last.max(last));
        self.sentence.span_of(clause.first.min(self.start(found)), last)
    }

    /// "a toll of 500 francs per sack that the men levy", "$7 million of that sum": what says which amount it is, right behind.
    fn with_relative(&self, end: usize, last: usize) -> usize {
        use crate::phrases::Tag;
        let next = last + 1;
        let bound = matches!(self.words.tag(next), Tag::Relative | Tag::Subordinator)
            && next + 1 < self.words.len()
            && next <= end + RELATIVE_WITHIN
            && !self.is(last, ',');
        if !bound {
            return last;
        }
        let clause = self.words.clause_of(next + 1).last.max(last);
        let comma = (next..clause).find(|at| self.is(*at, ','));
        let ends = comma.map_or(clause, |comma| comma - 1);
        if ends <= last + LONGEST_RELATIVE { ends } else { last }
    }

    /// "a month" behind the amount or what it comes to; "a monthly fee of" before it.
    fn period(&self, found: &Found<'_>, behind: usize) -> Option<Period> {
        let per = |at: usize| {
            self.starting(&money_words().per, at).filter(|(length, _)| !self.is_date(at, *length))
        };
        let after = [found.end, behind].into_iter().find_map(per);
        let before = || {
            let start = self.start(found);
            let words = start.saturating_sub(PERIOD_WITHIN)..start;
            let of = self.words.tag(start.wrapping_sub(1)) == crate::phrases::Tag::Of;
            words.rev().find_map(|at| self.starting(&money_words().per_before, at)).filter(|_| of)
        };
        // "6 milliards versés par l'État chaque année".
        let apart = || {
            let clause = self.words.clause_of(found.first);
            let last = clause.last.min(behind + PERIOD_WITHIN);
            let near = (behind..=last).take_while(|at| self.words.tag(*at) != crate::phrases::Tag::Number);
            near.into_iter().find_map(|at| self.starting(&money_words().per_apart, at))
        };
        after.or_else(before).or_else(apart).map(|(_, period)| period)
    }

    /// Whether words are part of a date: "a year later".
    fn is_date(&self, at: usize, length: usize) -> bool {
        let span = self.sentence.span_of(at, at + length - 1);
        let next = self.sentence.dates.partition_point(|date| date.span.end <= span.start);
        self.sentence.dates.get(next).is_some_and(|date| date.span.overlaps(span))
    }

    /// The date of its clause; of several the nearest before it, and of as many as there are amounts "respectively" its own.
    fn date(&self, paired: &[Paired], row: usize, found: &Found<'_>) -> Option<PartialDate> {
        let clause = self.words.clause_of(found.first);
        let span = self.sentence.span_of(clause.first, clause.last);
        let certain = |date: &&crate::dates::DateMention| {
            date.interval.from.is_some() && date.interval.from == date.interval.to
        };
        let dates = &self.sentence.dates;
        let first = dates.partition_point(|date| date.span.end <= span.start);
        let within = dates[first..].iter().take_while(|date| date.span.start < span.end);
        let within: Vec<_> = within.filter(certain).collect();
        let respective = (found.end..self.words.len().min(found.end + RESPECTIVELY_WITHIN))
            .any(|at| self.starting(&money_words().respectively, at).is_some());
        if respective && within.len() == paired.len() {
            return within.get(row).and_then(|date| date.interval.from);
        }
        let before = within.iter().rev().find(|date| date.span.end <= found.span.start);
        let nearest = before.or_else(|| within.first());
        let only = if let [only] = dates.as_slice() { Some(only).filter(certain) } else { None };
        nearest.copied().or(only).and_then(|date| date.interval.from)
    }
}

/// Between an amount and what says which it is: "per sack".
const RELATIVE_WITHIN: usize = 2;
/// What takes more words tells of something else.
const LONGEST_RELATIVE: usize = 16;
/// "a monthly service fee of".
const PERIOD_WITHIN: usize = 6;

/// "respectively" ends the list that it is of.
const RESPECTIVELY_WITHIN: usize = 30;
