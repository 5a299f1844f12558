use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::{BlockKind, Span};
use crate::entities::{Entity, EntityKind, Mention};
use crate::patterns::{Book, Found, Phrase, Sort, Tongues, View, number_length};
use crate::prose::{Prose, Sentence};

use super::Recommendation;
use super::section::{Listed, Section, Step, trimmed};
use super::table::recommended;

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
    let mut next = 0;
    for block in prose.sentences[..body].chunk_by(|a, b| a.block == b.block) {
        let Some(last) = block.last() else { continue };
        reading.tables(next..last.block + 1);
        next = last.block + 1;
        reading.section.author_asks = reading.is_authors_lead(last);
        if matches!(reading.section.enter(last), Step::Text) && last.kind.is_body() {
            // "51." may be cut off as a sentence of its own.
            let opening = block.iter().position(|sentence| !is_number(sentence)).unwrap_or_default();
            for (index, sentence) in block.iter().enumerate() {
                reading.sentence(sentence, index == opening);
            }
        }
    }
    reading.tables(next..prose.document.blocks.len());
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
    /// "Halden Watch asks the authorities:", before a list: by the organisation that the text is by.
    fn is_authors_lead(&self, sentence: &Sentence) -> bool {
        if self.has_section || !sentence.text.trim_end().ends_with(':') || !book().may_hold(&sentence.text) {
            return false;
        }
        let view = View::new(sentence, &[], self.tongues.at(sentence));
        book()
            .find(&view)
            .iter()
            .any(|found| found.key == Says::Asks && self.is_asked_by_author(sentence, found))
    }

    /// The tables among some blocks.
    fn tables(&mut self, blocks: std::ops::Range<usize>) {
        for block in blocks {
            let rows = recommended(self.prose.document, book(), block, self.section.heading);
            self.found.extend(rows);
        }
    }

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
        // Orders run on into names ("au Comité d'inscrire Moor"): only the words count.
        let view = View::new(sentence, &[], self.tongues.at(sentence));
        let mut found = book().find(&view);
        found.sort_by_key(|found| (found.anchor, found.key));
        if found.iter().any(|found| is_reading(&view, found)) {
            return;
        }
        let explicit = found.iter().find(|found| match found.key {
            Says::WeAsk => in_section || !self.is_others_speech(&view, found),
            Says::Modal => in_section || appeals(&view, found) && self.is_own_appeal(&view, found),
            Says::Asked => in_section || self.is_own_appeal(&view, found),
            Says::Asks if in_section => found.anchor.0 > opening_word(&view),
            Says::Asks => {
                !self.has_section
                    && (self.is_asked_by_author(sentence, found) || self.goes_on_asking(&view, found))
            }
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
                Some(found) if found.key == Says::Modal && !opens_with_place(&view, addressee) => {
                    Span::new(addressee.start, span.end)
                }
                _ => span,
            };
        }
        let section = self.section.heading;
        let explicit = explicit.is_some();
        for span in if explicit { vec![span] } else { self.items(span) } {
            self.found.push(Recommendation { span, addressee, section });
        }
    }

    /// "stop the raids; and (c) pay the families": items of a list that run on in one block, each by itself.
    fn items(&self, span: Span) -> Vec<Span> {
        let text = self.prose.document.quote(span);
        let mut items = Vec::new();
        let mut start = 0;
        for (at, _) in text.match_indices("; ").take(MOST_ITEMS) {
            let rest = &text[at + 2..];
            let joined = book().leads("joint", rest).map_or(0, |past| past + 1);
            let Some(label) = rest.get(joined..).filter(|rest| rest.starts_with('(')) else { continue };
            let number = number_length(label);
            if number > 0 && at > start {
                items.push(Span::new(span.start + start, span.start + at + 1));
                start = at + 2 + joined + number;
            }
        }
        items.push(Span::new(span.start + start, span.end));
        items
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
        let view = &View::new(view.sentence, self.mentions, view.tongue);
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

    /// "The Union invites the authorities to ...": where the organisation that the text is by asks.
    fn is_asked_by_author(&self, sentence: &Sentence, found: &Found<Says>) -> bool {
        let view = View::new(sentence, self.mentions, self.tongues.at(sentence));
        let asker = (found.anchor.0.saturating_sub(2)..found.anchor.0).rev().find_map(|at| view.mention(at));
        asker.is_some_and(|(mention, ..)| self.is_author(&view, mention))
            && !(0..found.anchor.0).any(|at| view.mark(at, '"') || view.mark(at, '«'))
    }

    /// "« We ask the people to stay calm », said the mayor": somebody else speaks.
    fn is_others_speech(&self, view: &View<'_>, found: &Found<Says>) -> bool {
        let opened = |at: usize| view.mark(at, '«') || view.mark(at, '"') || view.mark(at, '“');
        let quoted = (0..found.anchor.0).any(opened);
        let named = &View::new(view.sentence, self.mentions, view.tongue);
        let by_author =
            (0..named.len()).filter_map(|at| named.mention(at)).any(|(one, ..)| self.is_author(named, one));
        let spoken = (0..view.len()).any(|at| book().word_at("speaking", view, at).is_some());
        quoted && spoken && !by_author
    }

    /// "They further call on the court to": behind what the same have asked for.
    fn goes_on_asking(&self, view: &View<'_>, found: &Found<Says>) -> bool {
        let opening = opening_word(view);
        let pronoun = view.is(opening, Sort::Pronoun) && found.anchor.0 <= opening + ASKED_AGAIN;
        let before = self.found.last().filter(|before| before.span.end <= view.sentence.span.start);
        let next = before.is_some_and(|before| {
            let between = before.span.end..view.sentence.span.start;
            self.prose.document.text.get(between).is_some_and(|between| between.trim().is_empty())
        });
        pronoun && next
    }

    fn asked(&self, view: &View<'_>, found: &Found<Says>) -> Option<Span> {
        let who = book().slot(found, "who")?;
        let (first, _) = *who.members.first()?;
        if view.is(first, Sort::Pronoun) {
            let (first, last) = bounds(who);
            let before = || party_before(view, found.anchor.0);
            return self.meant(view.sentence).or_else(before).or(Some(view.place_of(first, last)));
        }
        let (first, last) = bounds(who);
        let first = first.max(opening_word(view)).min(last);
        let last = match ends_in_that(view, found) {
            true => end_of_subject(view, (first, last)),
            false => last,
        };
        let verb = (first + 1..last).find(|at| view.is(*at, Sort::Joiner) && view.may_be_infinitive(at + 1));
        let last = verb.map_or(last, |verb| verb - 1);
        let behind = book().word_at("of-party", view, last + 1).unwrap_or_default();
        Some(view.place_of(first, last + behind))
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
        let start = sentence.span.start + label_length(text);
        let body = Span::new(start.min(sentence.span.end), sentence.span.end);
        let kept = trimmed(self.prose.document, Span::new(body.start, body.end));
        Span::new(kept.start.max(body.start), body.end)
    }
}

/// "We welcome the decision of the Government and urge it": the party named last.
fn party_before(view: &View<'_>, ask: usize) -> Option<Span> {
    let party = (0..ask).rev().find(|at| book().word_at("party", view, *at).is_some())?;
    let begins = |at: usize| view.is_capital(at) || view.is(at, Sort::Determiner);
    let first = (0..party).rev().take_while(|at| begins(*at)).last().unwrap_or(party);
    Some(view.place_of(first, party))
}

/// "the figure should read 7": a correction asks nobody.
fn is_reading(view: &View<'_>, found: &Found<Says>) -> bool {
    book().word_at("no-order", view, found.anchor.1 + 1).is_some()
}

/// "They further call on": between the pronoun and its verb.
const ASKED_AGAIN: usize = 4;

/// "should stop", not "should have stopped".
fn appeals(view: &View<'_>, found: &Found<Says>) -> bool {
    let (first, last) = found.anchor;
    book().has_word("appeal", view, first, last + 1) && book().word_at("no-appeal", view, last + 1).is_none()
}

/// "On the right bank, the council should": what stands before the party is of the appeal.
fn opens_with_place(view: &View<'_>, addressee: Span) -> bool {
    let place = addressee.start - view.sentence.span.start;
    let first = view.sentence.tokens.partition_point(|token| token.span.end <= place);
    let opening = opening_word(view);
    let clause = |at: usize| view.is_any(at, &[Sort::Verb, Sort::Auxiliary, Sort::Clause, Sort::And]);
    first > opening
        && view.mark(first - 1, ',')
        && view.is_any(opening, &[Sort::Preposition, Sort::Place, Sort::Adverb])
        && !(opening..first).any(clause)
}

/// The first and last token of a list.
fn bounds(who: &Phrase) -> (usize, usize) {
    let first = who.members.first().map_or(who.start, |member| member.0);
    let last = who.members.last().map_or(first, |member| member.1);
    (first, last)
}

/// "... recommends that the council act": who shall act stands before a verb without any other sign.
fn ends_in_that(view: &View<'_>, found: &Found<Says>) -> bool {
    (found.anchor.0..=found.anchor.1 + 1).any(|at| book().word_at("that", view, at).is_some())
}

/// "the Government of Halden close": the last token of the party, where the verb was read along.
fn end_of_subject(view: &View<'_>, core: (usize, usize)) -> usize {
    let party = |at: usize| book().word_at("party", view, at).is_some();
    let named = |at: usize| view.is_capital(at) || party(at);
    let verb = |at: usize| {
        !named(at)
            && !view.is_mark(at)
            && !view.is_mark(at - 1)
            && !view.is_any(at, &[Sort::Joiner, Sort::And])
    };
    let ends = (core.0..core.1).rev().find(|at| named(*at) && verb(at + 1));
    ends.unwrap_or(core.1)
}

/// The length of "3. ", "(a) " or "Recommendation 3: " at the start of a sentence.
fn label_length(text: &str) -> usize {
    let number = number_length(text);
    let rest = &text[number..];
    let Some(word) = book().leads("label", rest) else { return number };
    let head: String = rest[word..].chars().take(LONGEST_LABEL).collect();
    let Some(colon) = head.find([':', '–', '—']) else { return number };
    let counted = head[..colon].chars().all(|c| c.is_ascii_digit() || " n.°ºoN".contains(c));
    let past = word + colon + head[colon..].chars().next().map_or(0, char::len_utf8);
    match counted {
        true => text.len() - rest[past..].trim_start().len(),
        false => number,
    }
}

/// Further ones are no list.
const MOST_ITEMS: usize = 100;

/// So many letters the number of a recommendation takes: " n° 12 :".
const LONGEST_LABEL: usize = 10;

/// The first token behind the number of a sentence.
fn opening_word(view: &View<'_>) -> usize {
    let skipped = label_length(&view.sentence.text);
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
    let start = opening_word(view);
    // "- de libérer les détenus", "- to release them".
    let joint = book().word_at("infinitive", view, start).unwrap_or_default();
    if joint > 0
        && (view.may_be_infinitive(start + joint) || book().word_at("to", view, start) == Some(joint))
    {
        return true;
    }
    let adverb = |at: usize| view.is(at, Sort::Adverb) || at > start && view.is(at, Sort::And);
    let first = (start..view.len()).find(|at| !view.is_mark(*at) && !adverb(*at));
    first.is_some_and(|at| !view.is_any(at, NO_VERB) && !view.is_number(at))
}

#[cfg(test)]
mod tests;
