//! Dates that a sentence gives of a statement or publication, as against those of what it tells.

use crate::dates::{FoundDate, PartialDate, find_dates};
use crate::document::Span;
use crate::languages::{Sense, SenseHit, SenseSet, lexicon};
use crate::text::{Token, TokenKind, tokens};

/// What is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Utterance {
    Statement,
    Letter,
    /// A letter, by the day on which it came.
    Received,
    Study,
    Article,
    Post,
    /// Told to the authors.
    Told,
    /// Reported by an outlet.
    Reported,
}

impl Utterance {
    /// What a message calls it.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Letter | Self::Received => "letter",
            Self::Study | Self::Reported => "report",
            Self::Article => "article",
            Self::Post => "post",
            Self::Told => "interview",
        }
    }

    const fn of(senses: SenseSet) -> Option<Self> {
        Some(if senses.has(Sense::Statement) {
            Self::Statement
        } else if senses.has(Sense::Letter) {
            Self::Letter
        } else if senses.has(Sense::Study) {
            Self::Study
        } else if senses.has(Sense::Article) {
            Self::Article
        } else if senses.has(Sense::Post) {
            Self::Post
        } else {
            return None;
        })
    }
}

/// A date with what it is the date of.
#[derive(Debug, Clone, Copy)]
pub(super) struct StatedDate {
    /// In bytes of the sentence.
    pub span: Span,
    pub date: PartialDate,
    pub utterance: Utterance,
}

/// The dates of a sentence that are certainly those of an utterance.
pub(super) fn stated_dates(sentence: &str) -> Vec<StatedDate> {
    let tokens = tokens(sentence);
    let dates = find_dates(sentence, &tokens);
    if dates.is_empty() {
        return Vec::new();
    }
    let hits = lexicon().senses(sentence, &tokens);
    let reader = Reader { text: sentence, tokens: &tokens, hits: &hits };
    dates
        .iter()
        .filter(|found| found.date.year.is_some() && !found.ambiguous)
        .filter_map(|found| {
            let utterance = reader.utterance(found)?;
            Some(StatedDate { span: found.span, date: found.date, utterance })
        })
        .collect()
}

struct Reader<'s> {
    text: &'s str,
    tokens: &'s [Token],
    hits: &'s [SenseHit],
}

/// Between an utterance and its date stand at most this many tokens: "a statement by the ministry issued in".
const NEAR: usize = 6;

impl Reader<'_> {
    fn utterance(&self, found: &FoundDate) -> Option<Utterance> {
        let first = self.tokens.partition_point(|token| token.span.start < found.span.start);
        let last = self.tokens.partition_point(|token| token.span.start < found.span.end);
        self.dated_noun(first, found.date).or_else(|| self.told(first)).or_else(|| self.reported(first, last))
    }

    /// The hit that ends right before a token.
    fn ending_at(&self, at: usize) -> Option<&SenseHit> {
        self.hits.iter().find(|hit| hit.last == at)
    }

    /// "statement issued in ...", "letter received in ...", "déclaration de ...": the noun, then how it came out, then
    /// a preposition. Without a verb between, noun and date must adjoin, and the date be no bare year.
    fn dated_noun(&self, date_at: usize, date: PartialDate) -> Option<Utterance> {
        let preposition = self
            .ending_at(date_at)
            .filter(|hit| hit.senses.has(Sense::BeforeDate) || hit.senses.has(Sense::Issued));
        let at = preposition.map_or(date_at, |hit| hit.first);
        let dated = preposition.is_some_and(|hit| hit.senses.has(Sense::Issued));
        if let Some(noun) = self.ending_at(at).and_then(|hit| Utterance::of(hit.senses)) {
            let of = preposition.is_some_and(|hit| self.is_of(hit));
            return ((of && date.month.is_some()) || dated).then_some(noun);
        }
        let (verb_first, received) = if dated {
            (at, false)
        } else {
            let verb = self.ending_at(at)?;
            let received = verb.senses.has(Sense::Received);
            (received || verb.senses.has(Sense::Issued)).then_some((verb.first, received))?
        };
        let noun = self.noun_before(verb_first)?;
        Some(match noun {
            Utterance::Letter if received => Utterance::Received,
            other => other,
        })
    }

    /// "of", "from", "de", "du": the date belongs to the noun; "on" and "in" may belong to what is told.
    fn is_of(&self, hit: &SenseHit) -> bool {
        let word = crate::text::fold(&self.text[hit.span.start..hit.span.end]);
        matches!(word.as_str(), "of" | "from" | "de" | "du" | "d'")
    }

    fn noun_before(&self, at: usize) -> Option<Utterance> {
        let from = at.saturating_sub(NEAR);
        if (from..at).rev().any(|token| self.breaks(token)) {
            let cut = (from..at).rev().find(|token| self.breaks(*token))? + 1;
            return self.noun_in(cut, at);
        }
        self.noun_in(from, at)
    }

    fn noun_in(&self, from: usize, until: usize) -> Option<Utterance> {
        self.hits
            .iter()
            .rev()
            .filter(|hit| from <= hit.first && hit.last <= until)
            .find_map(|hit| Utterance::of(hit.senses))
    }

    /// "told Basin Monitor in June 2024": the verb of telling, a name, a preposition.
    fn told(&self, date_at: usize) -> Option<Utterance> {
        let preposition = self.ending_at(date_at).filter(|hit| hit.senses.has(Sense::BeforeDate))?;
        let from = preposition.first.saturating_sub(NEAR);
        let verb = self
            .hits
            .iter()
            .rev()
            .find(|hit| from <= hit.first && hit.last <= preposition.first && self.is_telling(hit))?;
        let name = verb.last..preposition.first;
        let clear = !name.is_empty() && !name.clone().any(|token| self.breaks(token));
        let named =
            name.clone().any(|token| self.tokens[token].text(self.text).starts_with(char::is_uppercase));
        (clear && named).then_some(Utterance::Told)
    }

    fn is_telling(&self, hit: &SenseHit) -> bool {
        let word = crate::text::fold(&self.text[hit.span.start..hit.span.end]);
        matches!(word.as_str(), "told" | "informed" | "a confie" | "a dit" | "a declare" | "a explique")
    }

    /// "In September 2021, Reuters reported", "Reuters reported in September 2021".
    fn reported(&self, first: usize, last: usize) -> Option<Utterance> {
        let preposition = self.ending_at(first).filter(|hit| hit.senses.has(Sense::BeforeDate))?;
        let after_verb = self.ending_at(preposition.first).is_some_and(|hit| self.is_reporting(hit));
        let opens = preposition.first == 0 && self.tokens.get(last).is_some_and(|token| token.is(','));
        let verb_after = || {
            self.hits
                .iter()
                .find(|hit| hit.first > last && hit.senses.has(Sense::Speech))
                .filter(|hit| self.is_reporting(hit) && hit.first - last <= NEAR)
                .filter(|hit| !(last + 1..hit.first).any(|token| self.breaks(token)))
        };
        (after_verb || (opens && verb_after().is_some())).then_some(Utterance::Reported)
    }

    fn is_reporting(&self, hit: &SenseHit) -> bool {
        let word = crate::text::fold(&self.text[hit.span.start..hit.span.end]);
        matches!(word.as_str(), "reported" | "wrote" | "revealed" | "a rapporte" | "a ecrit" | "a revele")
    }

    /// Punctuation, quotation marks, "that": what stands beyond belongs to something else.
    fn breaks(&self, token: usize) -> bool {
        let mark = matches!(
            self.tokens[token].kind,
            TokenKind::Mark(mark) if !matches!(mark, '-' | '\'' | '.' | '&')
        );
        mark || self
            .hits
            .iter()
            .any(|hit| hit.first <= token && token < hit.last && hit.senses.has(Sense::Clause))
    }
}
