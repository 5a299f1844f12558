use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::Span;
use crate::entities::{Entity, Mention};
use crate::patterns::{Book, Found, Sort, Tongues, View, heading};
use crate::prose::{Prose, Sentence};
use crate::text::Token;

use super::addressee::{Before, named};
use super::{Outcome, Reply};

/// How much a pattern says. In the order in which one is preferred to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Says {
    NoReply,
    Other,
    Replied,
    PerhapsNoReply,
    PerhapsOther,
    PerhapsReplied,
    Stated,
    /// Somebody was asked, and nothing else.
    Requested,
    /// What came of a request told of just before: nothing.
    ThenNoReply,
    ThenOther,
    ThenReplied,
}

impl Says {
    const fn outcome(self) -> Outcome {
        match self {
            Self::NoReply | Self::PerhapsNoReply | Self::ThenNoReply | Self::Requested => Outcome::NoReply,
            Self::Other | Self::PerhapsOther | Self::ThenOther => Outcome::Other,
            Self::Replied | Self::PerhapsReplied | Self::Stated | Self::ThenReplied => Outcome::Replied,
        }
    }

    /// Whether it only tells what came of a request told of before.
    const fn is_outcome(self) -> bool {
        matches!(self, Self::ThenNoReply | Self::ThenOther | Self::ThenReplied)
    }

    const fn is_sure(self) -> bool {
        matches!(self, Self::NoReply | Self::Other | Self::Replied)
    }
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_replies.rs"));

pub(super) fn book() -> &'static Book<Says> {
    static BOOK: OnceLock<Book<Says>> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(SOURCES))
}

/// What was found in one sentence.
pub(super) struct Hits<'p> {
    pub number: usize,
    pub view: View<'p>,
    pub found: Vec<Found<Says>>,
}

/// Finds the requests for comment of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Reply> {
    let tongues = Tongues::of(prose);
    let hits: Vec<Hits<'_>> = prose
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| book().may_hold(&sentence.text))
        .filter_map(|(number, sentence)| {
            let view = View::new(sentence, mentions, tongues.at(sentence));
            let mut found = book().find(&view);
            found.sort_by_key(|found| (found.key, found.anchor));
            (!found.is_empty()).then_some(Hits { number, view, found })
        })
        .collect();
    let sections = Sections::of(prose, &hits);
    let reading = Reading { prose, entities, mentions, tongues, sections };
    let mut replies: Vec<Reply> = Vec::new();
    for (index, here) in hits.iter().enumerate() {
        let told = reading.replies(here);
        let reach = if told.is_empty() { &hits[..=index] } else { &hits[index..=index] };
        let then = reading.answered(reach).into_iter();
        let then: Vec<_> =
            then.filter(|reply| !is_known(&told, reply) && !is_known(&replies, reply)).collect();
        let first = replies.len();
        replies.extend(told);
        replies.extend(then);
        replies[first..].sort_by_key(|reply| reply.addressee);
    }
    reading.by_clauses(&mut replies);
    replies
}

/// Whether one of the last replies is to the same person at the same place.
pub(super) fn is_known(replies: &[Reply], reply: &Reply) -> bool {
    replies.iter().rev().take(MOST_MEMBERS).any(|known| known.addressee.overlaps(reply.addressee))
}

/// So many addressees a sentence may have at most, and so many replies are looked back over.
const MOST_MEMBERS: usize = 60;

/// Where answers are given: blocks that surely hold one, and blocks under a heading that promises them.
#[derive(Default)]
pub(super) struct Sections {
    pub blocks: BTreeMap<usize, Where>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
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

pub(super) struct Reading<'r, 'p> {
    pub prose: &'r Prose<'p>,
    pub entities: &'r [Entity],
    mentions: &'r [Mention],
    tongues: Tongues,
    pub sections: Sections,
}

impl Reading<'_, '_> {
    /// One for each addressee of a sentence: the most telling pattern wins.
    fn replies(&self, hits: &Hits<'_>) -> Vec<Reply> {
        let mut replies: Vec<Reply> = Vec::new();
        let told = hits.found.iter().filter(|found| found.key < Says::Requested);
        for found in told.filter(|found| self.holds(hits, found)) {
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
        replies
    }

    /// "The Panel wrote to Moor; no reply was received": what the last of some sentences says of a request told of in it
    /// or just before.
    fn answered(&self, all: &[Hits<'_>]) -> Vec<Reply> {
        let Some((hits, before)) = all.split_last() else { return Vec::new() };
        let mut outcomes: Vec<_> = hits.found.iter().filter(|found| found.key.is_outcome()).collect();
        outcomes.sort_by_key(|found| (found.anchor.0, found.key));
        let asks = |found: &&Found<Says>| found.key == Says::Requested;
        for outcome in outcomes.into_iter().filter(|outcome| !is_elsewhere(&hits.view, outcome)) {
            let mut here =
                hits.found.iter().rev().filter(asks).filter(|asked| asked.anchor.1 < outcome.anchor.0);
            let asked = here.find(|asked| is_by_author(&hits.view, asked)).map(|asked| (hits, asked));
            let asked = asked.or_else(|| {
                let last = before.last().filter(|last| self.follows(last.number, hits.number))?;
                let mut there = last.found.iter().rev().filter(asks);
                there.find(|asked| is_by_author(&last.view, asked)).map(|asked| (last, asked))
            });
            let Some((there, asked)) = asked else { continue };
            let span = Span::new(there.view.sentence.span.start, hits.view.sentence.span.end);
            let outcome = outcome.key.outcome();
            let to_each = self.addressees(there, asked).into_iter();
            let to_each = to_each.filter(|addressee| is_told_of(&there.view, *addressee));
            let replies: Vec<_> = to_each.map(|addressee| Reply { span, addressee, outcome }).collect();
            if !replies.is_empty() {
                return replies;
            }
        }
        Vec::new()
    }

    /// Whether a sentence stands right before another in the same paragraph.
    fn follows(&self, before: usize, number: usize) -> bool {
        before + 1 == number && self.before(number).is_some()
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
        if is_elsewhere(&hits.view, found) {
            return false;
        }
        match found.key {
            Says::Requested | Says::ThenNoReply | Says::ThenOther | Says::ThenReplied => false,
            Says::NoReply if is_of_others(&hits.view, found) => false,
            Says::Replied if denies(&hits.view, found) => false,
            Says::NoReply | Says::Other | Says::Replied => true,
            Says::Stated => place == Some(&Where::Under) && !self.is_quoted(&hits.view, found),
            Says::PerhapsNoReply | Says::PerhapsOther | Says::PerhapsReplied => {
                place.is_some() || self.was_asked(hits.number)
            }
        }
    }

    /// Whether a clause stands in a quotation that somebody else speaks.
    fn is_quoted(&self, view: &View<'_>, found: &Found<Says>) -> bool {
        (0..found.first).filter(|at| view.mark(*at, '"')).count() % 2 == 1
    }

    /// Whether the sentence before, in the same block, tells of a request.
    fn was_asked(&self, number: usize) -> bool {
        self.before(number).is_some_and(|sentence| {
            let view = self.view(sentence);
            book().has_word("context", &view, 0, view.len())
        })
    }

    pub(super) fn view<'s>(&'s self, sentence: &'s Sentence) -> View<'s> {
        View::new(sentence, self.mentions, self.tongues.at(sentence))
    }

    fn before(&self, number: usize) -> Option<&Sentence> {
        let sentence = &self.prose.sentences[number];
        let before = &self.prose.sentences[number.checked_sub(1)?];
        (before.block == sentence.block && before.note == sentence.note).then_some(before)
    }

    pub(super) fn before_sentence(&self, number: usize) -> Before<'_, '_> {
        let (prose, entities, mentions) = (self.prose, self.entities, self.mentions);
        Before { prose, entities, mentions, tongues: self.tongues, number }
    }

    fn addressees(&self, hits: &Hits<'_>, found: &Found<Says>) -> Vec<Span> {
        let before = self.before_sentence(hits.number);
        match book().slot(found, "who") {
            Some(phrase) => {
                phrase.members.iter().filter_map(|member| self.addressee(hits, *member, &before)).collect()
            }
            None => self.asked_before(hits.number).into_iter().collect(),
        }
    }

    pub(super) fn addressee(
        &self,
        hits: &Hits<'_>,
        member: (usize, usize),
        before: &Before<'_, '_>,
    ) -> Option<Span> {
        let view = &hits.view;
        let (first, last) = self.of_name(view, trimmed(view, member)?);
        if is_bystander(view, first, last) {
            return None;
        }
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

    /// "the address listed for Moor", "Moor several times": Moor.
    fn of_name(&self, view: &View<'_>, member: (usize, usize)) -> (usize, usize) {
        let (mut first, mut last) = member;
        let lead = (first..=last).find_map(|at| Some(at + book().word_at("address-of", view, at)?));
        first = lead.filter(|lead| *lead <= last).unwrap_or(first);
        let tail = (first + 1..=last).find(|at| book().word_at("tail", view, *at).is_some());
        last = tail.map_or(last, |tail| tail - 1);
        // "Moor invoque le secret": a verb was read along with the name.
        let end = (first..=last).take_while(|at| view.is_capital(*at)).last();
        if let Some(end) = end.filter(|end| first < *end && *end < last)
            && !view.is_any(end + 1, &[Sort::Joiner, Sort::Place])
            && (end + 1..=last).all(|at| !view.is_mark(at) && !view.is_capital(at))
            && !(end + 1..=last).any(|at| book().word_at("stands-for", view, at).is_some())
        {
            last = end;
        }
        while last > first && view.is(last, Sort::Pronoun) && view.mention(last).is_none() {
            last -= 1;
        }
        (first, last)
    }

    /// "They shared it with the ministry. No answer was received."
    fn asked_before(&self, number: usize) -> Option<Span> {
        let view = self.view(self.before(number)?);
        (0..view.len()).rev().find_map(|at| {
            let length = book().word_at("to", &view, at)?;
            let phrase = crate::patterns::phrase_from(&view, at + length)?;
            let member = phrase.members[0];
            let told = view.is_any(member.0, &[Sort::Determiner]) || named(&view, member);
            (told && phrase.members.len() == 1).then(|| view.place_of(member.0, member.1))
        })
    }
}

/// How far behind an answer the words may stand that tell where it was given.
const ELSEWHERE: usize = 9;

/// "refused to answer questions in parliament", "calls for help": nobody was asked for the other side.
fn is_elsewhere(view: &View<'_>, found: &Found<Says>) -> bool {
    book().has_word("elsewhere", view, found.first, (found.last + ELSEWHERE).min(view.len()))
}

/// "The mother's letter to the ministry went unanswered": it was not the authors who wrote.
fn is_of_others(view: &View<'_>, found: &Found<Says>) -> bool {
    let who = book().slot(found, "who").map_or(found.first, |who| who.start);
    book().has_word("no-asker", view, found.first, who)
}

/// Whether those who asked are those who write, not somebody they write of.
fn is_by_author(view: &View<'_>, asked: &Found<Says>) -> bool {
    let start = (0..asked.anchor.0).rev().find(|at| view.mark(*at, ';')).map_or(0, |mark| mark + 1);
    !book().has_word("no-asker", view, start, asked.anchor.0)
}

/// A name, or "the ministry": anything else in that place is a verb.
fn is_told_of(view: &View<'_>, addressee: Span) -> bool {
    let start = view.sentence.span.start;
    let tokens = view.sentence.tokens.iter().take(view.len());
    let inside = |token: &Token| {
        addressee.start <= start + token.span.start && start + token.span.end <= addressee.end
    };
    let mut at = tokens.enumerate().filter(|(_, token)| inside(token)).map(|(at, _)| at).peekable();
    let begins = |at: usize| view.is_any(at, &[Sort::Determiner, Sort::Indefinite]);
    let article = at.peek().is_none_or(|first| begins(*first) || *first > 0 && begins(first - 1));
    article || at.any(|at| view.is_capital(at) || view.mention(at).is_some())
}

/// A witness is no party to what a report tells.
pub(super) fn is_bystander(view: &View<'_>, first: usize, last: usize) -> bool {
    let head = |at: usize| book().word_at("no-addressee", view, at).is_some() && !view.is_capital(at);
    let opens = first == 0 && book().word_at("no-addressee", view, first).is_some();
    opens || (first..=last.min(first + 2)).any(head)
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
