use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::Span;
use crate::entities::{Entity, Mention};
use crate::patterns::{Book, Found, Sort, Tongue, View, heading};
use crate::prose::{Prose, Sentence};
use crate::text::Token;

use super::addressee::{Before, named};
use super::{Outcome, Reply};

/// How much a pattern says. In the order in which one is preferred to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Says {
    NoReply,
    Other,
    Replied,
    PerhapsNoReply,
    PerhapsOther,
    PerhapsReplied,
    Stated,
}

impl Says {
    const fn outcome(self) -> Outcome {
        match self {
            Self::NoReply | Self::PerhapsNoReply => Outcome::NoReply,
            Self::Other | Self::PerhapsOther => Outcome::Other,
            Self::Replied | Self::PerhapsReplied | Self::Stated => Outcome::Replied,
        }
    }

    const fn is_sure(self) -> bool {
        matches!(self, Self::NoReply | Self::Other | Self::Replied)
    }
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_replies.rs"));

fn book() -> &'static Book<Says> {
    static BOOK: OnceLock<Book<Says>> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(SOURCES))
}

/// What was found in one sentence.
struct Hits<'p> {
    number: usize,
    view: View<'p>,
    found: Vec<Found<Says>>,
}

/// Finds the requests for comment of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Reply> {
    let tongue = Tongue::of(prose);
    let hits: Vec<Hits<'_>> = prose
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| book().may_hold(&sentence.text))
        .filter_map(|(number, sentence)| {
            let view = View::new(sentence, mentions, tongue);
            let mut found = book().find(&view);
            found.sort_by_key(|found| (found.key, found.anchor));
            (!found.is_empty()).then_some(Hits { number, view, found })
        })
        .collect();
    let sections = Sections::of(prose, &hits);
    let reading = Reading { prose, entities, mentions, tongue, sections };
    hits.iter().flat_map(|hits| reading.replies(hits)).collect()
}

/// Where answers are given: blocks that surely hold one, and blocks under a heading that promises them.
#[derive(Default)]
struct Sections {
    blocks: BTreeMap<usize, Where>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    Beside,
    Under,
}

impl Sections {
    fn of(prose: &Prose<'_>, hits: &[Hits<'_>]) -> Self {
        let mut sections = Self::default();
        for hits in hits.iter().filter(|hits| hits.found.iter().any(|found| found.key.is_sure())) {
            sections.blocks.insert(hits.view.sentence.block, Where::Beside);
        }
        let mut under = false;
        let mut last = usize::MAX;
        for sentence in prose.sentences.iter().filter(|sentence| sentence.note.is_none()) {
            if sentence.block == last {
                continue;
            }
            last = sentence.block;
            if let Some((words, _)) = heading(prose.document, last) {
                under = book().is_word("heading", &words);
            } else if under {
                sections.blocks.insert(last, Where::Under);
            }
        }
        sections
    }
}

struct Reading<'r, 'p> {
    prose: &'r Prose<'p>,
    entities: &'r [Entity],
    mentions: &'r [Mention],
    tongue: Tongue,
    sections: Sections,
}

impl Reading<'_, '_> {
    /// One for each addressee of a sentence: the most telling pattern wins.
    fn replies(&self, hits: &Hits<'_>) -> Vec<Reply> {
        let mut replies: Vec<Reply> = Vec::new();
        for found in hits.found.iter().filter(|found| self.holds(hits, found)) {
            for addressee in self.addressees(hits, found) {
                let (addressee, nobody) = self.without_none(hits, addressee);
                let known = replies.iter().any(|reply| reply.addressee.overlaps(addressee));
                if !known {
                    replies.push(Reply {
                        span: hits.view.sentence.span,
                        addressee,
                        outcome: if nobody { Outcome::NoReply } else { found.key.outcome() },
                    });
                }
            }
        }
        replies.sort_by_key(|reply| reply.addressee);
        replies
    }

    /// "None of the companies answered": those who were asked, and that nobody of them did.
    fn without_none(&self, hits: &Hits<'_>, addressee: Span) -> (Span, bool) {
        let sentence = hits.view.sentence;
        let starts = |token: &Token| sentence.span.start + token.span.start == addressee.start;
        let Some(first) = sentence.tokens.iter().position(starts) else { return (addressee, false) };
        let Some(length) = book().word_at("none-of", &hits.view, first) else { return (addressee, false) };
        let start = sentence.tokens.get(first + length).map(|token| sentence.span.start + token.span.start);
        match start.filter(|start| *start < addressee.end) {
            Some(start) => (Span::new(start, addressee.end), true),
            None => (addressee, false),
        }
    }

    fn holds(&self, hits: &Hits<'_>, found: &Found<Says>) -> bool {
        let sentence = hits.view.sentence;
        let place = self.sections.blocks.get(&sentence.block);
        match found.key {
            Says::Replied if denies(&hits.view, found) => false,
            Says::NoReply | Says::Other | Says::Replied => true,
            Says::Stated => place == Some(&Where::Under) && !self.is_quoted(&hits.view, found),
            Says::PerhapsNoReply | Says::PerhapsOther => place.is_some() || self.was_asked(hits.number),
            Says::PerhapsReplied => place.is_some(),
        }
    }

    /// Whether a clause stands in a quotation that somebody else speaks.
    fn is_quoted(&self, view: &View<'_>, found: &Found<Says>) -> bool {
        (0..found.first).filter(|at| view.mark(*at, '"')).count() % 2 == 1
    }

    /// Whether the sentence before, in the same block, tells of a request.
    fn was_asked(&self, number: usize) -> bool {
        self.before(number).is_some_and(|sentence| {
            let view = View::new(sentence, self.mentions, self.tongue);
            book().has_word("context", &view, 0, view.len())
        })
    }

    fn before(&self, number: usize) -> Option<&Sentence> {
        let sentence = &self.prose.sentences[number];
        let before = &self.prose.sentences[number.checked_sub(1)?];
        (before.block == sentence.block && before.note == sentence.note).then_some(before)
    }

    fn addressees(&self, hits: &Hits<'_>, found: &Found<Says>) -> Vec<Span> {
        let before = Before {
            prose: self.prose,
            entities: self.entities,
            mentions: self.mentions,
            number: hits.number,
        };
        match book().slot(found, "who") {
            Some(phrase) => {
                phrase.members.iter().filter_map(|member| self.addressee(hits, *member, &before)).collect()
            }
            None => self.asked_before(hits.number).into_iter().collect(),
        }
    }

    fn addressee(&self, hits: &Hits<'_>, member: (usize, usize), before: &Before<'_, '_>) -> Option<Span> {
        let view = &hits.view;
        let (first, last) = trimmed(view, member)?;
        if view.is(first, Sort::Pronoun) && view.mention(first).is_none() {
            let asked = first == 0 && first == last && self.was_asked(hits.number);
            return asked.then(|| self.asked_before(hits.number)).flatten();
        }
        let whole = view.place_of(first, last);
        let head = (first..=last).find(|at| book().word_at("stands-for", view, *at).is_some());
        let vague = view.is(first, Sort::Determiner)
            && last - first <= 2
            && !named(view, (first, last))
            && head.is_some_and(|head| head == last);
        match head.filter(|_| vague) {
            Some(head) => Some(before.antecedent(view.word(head)).unwrap_or(whole)),
            None => Some(whole),
        }
    }

    /// "They shared it with the ministry. No answer was received."
    fn asked_before(&self, number: usize) -> Option<Span> {
        let view = View::new(self.before(number)?, self.mentions, self.tongue);
        (0..view.len()).rev().find_map(|at| {
            let length = book().word_at("to", &view, at)?;
            let phrase = crate::patterns::phrase_from(&view, at + length)?;
            let member = phrase.members[0];
            let told = view.is_any(member.0, &[Sort::Determiner]) || named(&view, member);
            (told && phrase.members.len() == 1).then(|| view.place_of(member.0, member.1))
        })
    }
}

/// "had so far not responded": no answer, whatever the words between.
fn denies(view: &View<'_>, found: &Found<Says>) -> bool {
    let (start, _) = found.anchor;
    (start.saturating_sub(2)..start).any(|at| book().word_at("negated", view, at).is_some())
}

/// Without the marks and joiners at its ends; nothing where only small words are left.
fn trimmed(view: &View<'_>, member: (usize, usize)) -> Option<(usize, usize)> {
    let (mut first, last) = member;
    while first < last
        && (view.is_mark(first) || view.is(first, Sort::Before) && view.mention(first).is_none())
    {
        first += 1;
    }
    (!view.is_mark(last) || view.mark(last, ')')).then_some((first, last))
}

#[cfg(test)]
mod tests;
