use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::{BlockKind, Span};
use crate::entities::{Entity, EntityKind, Mention};
use crate::patterns::{Book, Found, Phrase, Sort, Tongues, View, number_length};
use crate::prose::{Prose, Sentence};

use super::Recommendation;
use super::section::{Listed, Section, Step, trimmed};

/// How a sentence recommends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Says {
    /// The report itself asks somebody: a recommendation wherever it stands.
    WeAsk,
    /// "should": one in a section of recommendations only.
    Modal,
    /// "is urged to".
    Asked,
    /// Somebody asks somebody.
    Asks,
}

const SOURCES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages_recommendations.rs"));

fn book() -> &'static Book<Says> {
    static BOOK: OnceLock<Book<Says>> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(SOURCES))
}

/// Finds the recommendations of a document, in reading order.
#[must_use]
pub fn read(prose: &Prose<'_>, entities: &[Entity], mentions: &[Mention]) -> Vec<Recommendation> {
    let tongues = Tongues::of(prose);
    let mut reading = Reading {
        prose,
        tongues,
        section: Section::new(prose.document, book(), tongues),
        entities,
        mentions,
        has_section: Section::is_in(prose.document, book()),
        found: Vec::new(),
    };
    let body = prose.sentences.iter().take_while(|sentence| sentence.note.is_none()).count();
    for block in prose.sentences[..body].chunk_by(|a, b| a.block == b.block) {
        let Some(last) = block.last() else { continue };
        if matches!(reading.section.enter(last), Step::Text) && last.kind.is_body() {
            // "51." may be cut off as a sentence of its own.
            let opening = block.iter().position(|sentence| !is_number(sentence)).unwrap_or_default();
            for (index, sentence) in block.iter().enumerate() {
                reading.sentence(sentence, index == opening);
            }
        }
    }
    reading.found
}

fn is_number(sentence: &Sentence) -> bool {
    number_length(&sentence.text) == sentence.text.len()
}

struct Reading<'p> {
    prose: &'p Prose<'p>,
    tongues: Tongues,
    section: Section<'p>,
    entities: &'p [Entity],
    mentions: &'p [Mention],
    /// Whether a part of the document is there to recommend: then nothing else does, but where the report says so.
    has_section: bool,
    found: Vec<Recommendation>,
}

impl Reading<'_> {
    fn sentence(&mut self, sentence: &Sentence, opens: bool) {
        let in_section = self.section.heading.is_some() || self.section.list.is_some();
        if let Some(start) = self
            .section
            .runs_in
            .filter(|start| opens && (sentence.span.start..sentence.span.end).contains(start))
        {
            let span = Span::new(start, sentence.span.end);
            let (addressee, section) = (self.section.addressee, self.section.heading);
            self.found.push(Recommendation { span, addressee, section });
            return;
        }
        if self.section.list == Some(Listed::Parties) && opens && self.opens_with_party(sentence) {
            return;
        }
        if !in_section && !book().may_hold(&sentence.text) {
            return;
        }
        // Orders run on into names ("au Comité d'inscrire Moor"): inside the section only the words count.
        let mentions = if in_section { &[][..] } else { self.mentions };
        let view = View::new(sentence, mentions, self.tongues.at(sentence));
        let mut found = book().find(&view);
        found.sort_by_key(|found| (found.anchor, found.key));
        let explicit = found.iter().find(|found| match found.key {
            Says::WeAsk => true,
            Says::Modal => in_section || appeals(&view, found) && self.is_own_appeal(&view, found),
            Says::Asked => in_section || self.is_own_appeal(&view, found),
            Says::Asks => in_section && found.anchor.0 > opening_word(&view),
        });
        let addressee = match explicit {
            Some(found) => self.asked(&view, found),
            None if in_section && opens && asks_outright(&view) && self.may_ask(sentence) => {
                self.section.addressee
            }
            None => return,
        };
        let mut span = self.text_of(sentence);
        if !in_section && let Some(addressee) = addressee.filter(|addressee| span.contains(*addressee)) {
            span = match explicit {
                // An appeal within a longer sentence begins with the one who is appealed to.
                Some(found) if found.key == Says::Modal => Span::new(addressee.start, span.end),
                _ => span,
            };
        }
        let section = self.section.heading;
        self.found.push(Recommendation { span, addressee, section });
    }

    /// "(a) the Government open the archives;" under "We recommend that:".
    fn opens_with_party(&mut self, sentence: &Sentence) -> bool {
        let view = View::new(sentence, self.mentions, self.tongues.at(sentence));
        let start = opening_word(&view);
        let mut end = start;
        while end < view.len()
            && (end == start && view.is(end, Sort::Determiner)
                || view.mark(end, '\'') && end == start + 1
                || view.is_capital(end)
                || view.mention(end).is_some()
                || view.is(end, Sort::Joiner) && view.is_capital(end + 1))
        {
            end += 1;
        }
        let told = view.is_any(end, &[Sort::Auxiliary, Sort::Verb]);
        if end == start || told || !(start..end).any(|at| view.is_capital(at)) {
            return false;
        }
        let addressee = Some(view.place_of(start, end - 1));
        let (span, section) = (self.text_of(sentence), self.section.heading);
        self.found.push(Recommendation { span, addressee, section });
        true
    }

    /// An order without anybody named before it stands in a list; anywhere else it is a sentence like any other.
    fn may_ask(&self, sentence: &Sentence) -> bool {
        self.section.addressee.is_some() || sentence.kind == BlockKind::ListItem
    }

    /// "Donors should stop paying", in a text without a section for it: said by nobody else, to those who govern or pay.
    fn is_own_appeal(&self, view: &View<'_>, found: &Found<Says>) -> bool {
        let who = book().slot(found, "who").and_then(|who| who.members.first().copied());
        let party = who.is_some_and(|(from, to)| {
            book().has_word("party", view, from, to + 1)
                || self.is_capital_city(view, from, to)
                || from == to && view.is(from, Sort::Pronoun) && self.asked_before(view.sentence)
        });
        !self.has_section && party && self.speaks_for_itself(view, found.anchor.1)
    }

    /// "Halden should": a place that alone is the subject stands for those who govern there.
    fn is_capital_city(&self, view: &View<'_>, from: usize, to: usize) -> bool {
        let whole = view.mention(from).filter(|(_, first, last)| *first == from && *last == to);
        let entity = whole.and_then(|(mention, ..)| self.entities.get(view.entity(mention)?));
        entity.is_some_and(|entity| entity.kind == EntityKind::Place)
    }

    /// Whether the recommendation before stands in the same block.
    fn asked_before(&self, sentence: &Sentence) -> bool {
        let block = self.prose.document.blocks[sentence.block].span;
        self.found.last().is_some_and(|before| block.contains(before.span))
    }

    /// Whether nobody is quoted, or the organisation that the whole text is by.
    fn speaks_for_itself(&self, view: &View<'_>, modal: usize) -> bool {
        let spoken = (0..view.len()).any(|at| book().word_at("speaking", view, at).is_some());
        let quoted = (0..modal).any(|at| view.mark(at, '"') || view.mark(at, '«'));
        let by_author = (modal..view.len())
            .filter_map(|at| view.mention(at))
            .any(|(mention, ..)| self.is_author(view, mention));
        by_author || !spoken && !quoted
    }

    /// An organisation that a text names again and again.
    fn is_author(&self, view: &View<'_>, mention: usize) -> bool {
        const OFTEN: usize = 3;
        let Some(entity) = view.entity(mention) else { return false };
        let organization =
            self.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Organization);
        organization
            && self.mentions.iter().filter(|mention| mention.entity == entity).take(OFTEN).count() == OFTEN
    }

    fn asked(&self, view: &View<'_>, found: &Found<Says>) -> Option<Span> {
        let who = book().slot(found, "who")?;
        let (first, _) = *who.members.first()?;
        if view.is(first, Sort::Pronoun) {
            return self.meant(view.sentence).or(Some(place(view, who)));
        }
        Some(place(view, who))
    }

    /// "They should": those of the recommendation before, in the same block; else those who are addressed here.
    fn meant(&self, sentence: &Sentence) -> Option<Span> {
        let block = self.prose.document.blocks[sentence.block].span;
        let before = self.found.last().filter(|before| block.contains(before.span));
        before.and_then(|before| before.addressee).or(self.section.addressee)
    }

    /// The sentence without its number.
    fn text_of(&self, sentence: &Sentence) -> Span {
        let text = self.prose.document.quote(sentence.span);
        let start = sentence.span.start + number_length(text);
        let body = Span::new(start.min(sentence.span.end), sentence.span.end);
        let kept = trimmed(self.prose.document, Span::new(body.start, body.end));
        Span::new(kept.start.max(body.start), body.end)
    }
}

/// "should stop", not "should have stopped".
fn appeals(view: &View<'_>, found: &Found<Says>) -> bool {
    let (first, last) = found.anchor;
    book().has_word("appeal", view, first, last + 1) && book().word_at("no-appeal", view, last + 1).is_none()
}

/// The whole of a list, as one span.
fn place(view: &View<'_>, who: &Phrase) -> Span {
    let first = who.members.first().map_or(who.start, |member| member.0);
    let last = who.members.last().map_or(first, |member| member.1);
    view.place_of(first, last)
}

/// The first token behind the number of a sentence.
fn opening_word(view: &View<'_>) -> usize {
    let skipped = number_length(&view.sentence.text);
    view.sentence.tokens.partition_point(|token| token.span.start < skipped)
}

/// Whether a sentence begins with a verb: "Suspend the commanders", "Ouvrir une enquête".
fn asks_outright(view: &View<'_>) -> bool {
    const NO_VERB: &[Sort] = &[
        Sort::Determiner,
        Sort::Indefinite,
        Sort::Pronoun,
        Sort::Preposition,
        Sort::Clause,
        Sort::Place,
        Sort::And,
        Sort::Time,
        Sort::Verb,
    ];
    let first = (opening_word(view)..view.len()).find(|at| !view.is_mark(*at) && !view.is(*at, Sort::Adverb));
    first.is_some_and(|at| !view.is_any(at, NO_VERB) && !view.is_number(at))
}

#[cfg(test)]
mod tests;
