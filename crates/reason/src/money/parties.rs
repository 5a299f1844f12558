//! What an amount is for, who pays and who is paid: only where its clause says so.

use crate::document::Span;
use crate::phrases::{Clause, NounPhrase, Tag, Voice, Words};

use super::find::Found;
use super::words::{MoneyWords, Side, money_words};

/// The parties of one amount, in bytes of the sentence.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parties {
    pub what: Option<Span>,
    pub payer: Option<Span>,
    pub payee: Option<Span>,
}

/// A verb governs an amount from so many tokens away at most.
const FARTHEST: usize = 30;

/// Between "of" and the amount stand comparators and signs.
const NEAREST: usize = 5;

/// Reads the clause around an amount; `behind` is the token behind it and what it comes to.
pub(super) fn parties(words: &Words<'_>, found: &Found<'_>, behind: usize) -> Parties {
    let reader = Reader { words, known: money_words(), clause: words.clause_of(found.first) };
    let mut parties = Parties { what: reader.what(found, behind), ..Parties::default() };
    if let Some((verb, side)) = reader.governing(found) {
        reader.of_verb(verb, side, found, behind, &mut parties);
    } else if parties.what.is_some() {
        // "the payment of 3 million francs by the families".
        parties.payer = reader.agent(behind);
    }
    parties
}

struct Reader<'w, 's> {
    words: &'w Words<'s>,
    known: &'static MoneyWords,
    clause: Clause,
}

impl Reader<'_, '_> {
    fn text(&self) -> &str {
        &self.words.sentence.text
    }

    /// The first token of the number with its comparators and sign.
    fn start(&self, found: &Found<'_>) -> usize {
        self.words.token_at(found.quantity.span.start).min(found.first)
    }

    /// "a ransom of 3 million", "the budget was 11 billion", "$9 million in gold", "for a villa".
    fn what(&self, found: &Found<'_>, behind: usize) -> Option<Span> {
        let start = self.start(found);
        let back = (start.saturating_sub(NEAREST).max(self.clause.first)..start).rev();
        for at in back {
            match self.words.tag(at) {
                Tag::Of => {
                    let phrase = at.checked_sub(1).and_then(|before| self.words.phrase_at(before))?;
                    return self.cut(phrase, at);
                }
                Tag::Be => return self.words.subject_of(at).and_then(|phrase| self.cut(phrase, at)),
                Tag::Adverb | Tag::Determiner | Tag::Number => {}
                _ => break,
            }
        }
        // "in gold", "en or": what kind of goods, no place and no time.
        let plain = |phrase: &NounPhrase| {
            phrase.first == behind + 1
                && phrase.core == phrase.first
                && self.words.tag(phrase.core) != Tag::Name
        };
        let word = self.words.small(behind);
        let phrase = self.words.phrase_from(behind + 1).filter(|phrase| phrase.last <= self.clause.last)?;
        if word == "in" && plain(&phrase) {
            return Some(self.words.core(phrase));
        }
        (matches!(word.as_str(), "for" | "pour") && phrase.first == behind + 1)
            .then(|| self.words.core(phrase))
    }

    /// A phrase without its determiner and without the amount that it may hold as its complement.
    fn cut(&self, phrase: NounPhrase, before: usize) -> Option<Span> {
        let mut last = phrase.last.min(before.checked_sub(1)?);
        while last > phrase.core && matches!(self.words.tag(last), Tag::Quote | Tag::Close | Tag::Comma) {
            last -= 1;
        }
        let named = !matches!(self.words.tag(phrase.head), Tag::Pronoun | Tag::Number);
        (phrase.core <= last && named).then(|| self.words.sentence.span_of(phrase.core, last))
    }

    /// The nearest verb of paying or receiving before the amount in its clause; else one right behind it.
    fn governing(&self, found: &Found<'_>) -> Option<(usize, Side)> {
        let tokens = &self.words.sentence.tokens;
        let side = |at: usize| {
            let (length, side) = self.known.sides.starting(self.text(), tokens, at)?;
            let verb = matches!(self.words.tag(at), Tag::Verb | Tag::Participle | Tag::Gerund | Tag::Be);
            // "drivers pay 500 francs": what may be a noun is a verb right before the amount.
            let object = self.words.tag(at) == Tag::Noun && self.start(found) == at + length;
            (verb || object).then_some((at + length - 1, side))
        };
        let from = self.clause.first.max(found.first.saturating_sub(FARTHEST));
        let before = (from..found.first).rev().find_map(side);
        before.or_else(|| {
            let passive = |(verb, _): &(usize, Side)| self.words.verb_group(*verb).voice == Voice::Passive;
            (found.end..self.clause.last.min(found.end + NEAREST)).find_map(side).filter(passive)
        })
    }

    fn of_verb(&self, verb: usize, side: Side, found: &Found<'_>, behind: usize, parties: &mut Parties) {
        let voice = match self.words.verb_group(verb).voice {
            // The amount right behind it is its object: a sign is no word that tells a voice.
            Voice::Bare if self.start(found) == verb + 1 => Voice::Active,
            // "would be paying": the auxiliary is of the progressive.
            Voice::Passive | Voice::Bare if self.words.tag(verb) == Tag::Gerund => Voice::Active,
            voice => voice,
        };
        let subject = self.subject(verb);
        let amount_first = verb >= found.end;
        match (side, voice) {
            // "was paid $5 million": the subject is paid. "$5 million was paid": it is the amount.
            (Side::Payer, Voice::Passive) if amount_first => {}
            (Side::Payer, Voice::Passive) => parties.payee = subject,
            (Side::Payer, Voice::Active) => parties.payer = subject,
            (Side::Payee, Voice::Active) => parties.payee = subject,
            _ => {}
        }
        let from = if amount_first { verb + 1 } else { behind };
        let governed = |table| self.governed(table, from);
        if side == Side::Payer {
            parties.payee =
                parties.payee.or_else(|| governed(&self.known.to)).or_else(|| self.object(verb, found));
        }
        if (side == Side::Payee || voice == Voice::Passive) && parties.payer.is_none() {
            parties.payer = governed(&self.known.by);
        }
    }

    /// The subject of a verb; of one that was taken for a noun ("his men demand"), the words before it.
    fn subject(&self, verb: usize) -> Option<Span> {
        let inside = self
            .words
            .phrase_at(verb)
            .filter(|phrase| self.words.tag(verb) == Tag::Noun && phrase.first < verb);
        if let Some(phrase) = inside {
            return Some(self.words.sentence.span_of(phrase.first, verb - 1));
        }
        let subject = self.words.subject_of(verb).filter(|phrase| phrase.last < verb)?;
        (self.words.tag(subject.head) != Tag::Pronoun).then(|| self.words.whole(subject))
    }

    /// "by the families" right behind an amount; "by May" is none.
    fn agent(&self, behind: usize) -> Option<Span> {
        let sentence = self.words.sentence;
        let (length, ()) = self.known.by.starting(&sentence.text, &sentence.tokens, behind)?;
        let phrase =
            self.words.phrase_from(behind + length).filter(|phrase| phrase.first == behind + length)?;
        let span = self.words.whole(phrase);
        let dated = sentence.dates.iter().any(|date| date.span.overlaps(span));
        (!dated && !matches!(self.words.tag(phrase.head), Tag::Pronoun | Tag::Number)).then_some(span)
    }

    /// "to the mayor" behind an amount, before any other verb.
    fn governed(&self, table: &crate::text::PhraseTable<()>, from: usize) -> Option<Span> {
        let sentence = self.words.sentence;
        for at in from..=self.clause.last.min(from + NEAREST) {
            if let Some((length, ())) = table.starting(&sentence.text, &sentence.tokens, at) {
                let phrase =
                    self.words.phrase_from(at + length).filter(|phrase| phrase.first <= at + length + 1)?;
                return (phrase.last <= self.clause.last).then(|| self.words.whole(phrase));
            }
            if matches!(self.words.tag(at), Tag::Verb | Tag::Participle | Tag::Break) {
                return None;
            }
        }
        None
    }

    /// "paid Halden $5 million", "a versé au groupe 45 millions".
    fn object(&self, verb: usize, found: &Found<'_>) -> Option<Span> {
        let phrase = self.words.phrase_from(verb + 1)?;
        let start = self.start(found);
        let between = phrase.last < start && phrase.first <= verb + 2;
        let sentence = self.words.sentence;
        let to = self.known.to.starting(&sentence.text, &sentence.tokens, verb + 1).is_some();
        (between && (to || phrase.first == verb + 1)).then(|| self.words.whole(phrase))
    }
}
