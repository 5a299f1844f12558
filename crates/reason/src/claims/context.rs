//! The sentences around a claim, and what they tell.

use super::beside::recounted;
use super::episodes::Stands;
use super::lexicon::Word;
use super::read::Reading;
use super::scene::Scene;
use super::time::passed_days;
use super::told::{Told, told};
use crate::dates::{Datelines, WrittenStands, dispatch_head};
use crate::document::{BlockKind, Span};
use crate::entities::{EntityKind, MentionForm};
use crate::phrases::Tag;
use crate::prose::Sentence;

/// So many sentences before a claim may tell what it leaves out; farther ones speak of something else.
const FARTHEST: usize = 12;

/// What sentences tell, each read once.
pub(super) struct Context<'a> {
    pub reading: Reading<'a>,
    /// By sentence.
    known: Vec<Option<Box<Told>>>,
    /// By block: how many headings stand before it and at it.
    headings: Vec<u32>,
    /// Several lines hold nothing but a date: they head what stands under them.
    dated_lines: bool,
    /// By sentence: nothing but the number of its paragraph stands before it there.
    opening: Vec<bool>,
    /// Where the days of writing stand.
    written: Datelines,
    /// Days, told so far, on which somebody spoke, wrote or came to look.
    passed: Vec<Span>,
}

/// Spans of names, in their sentence.
#[derive(Debug, Default)]
struct Names {
    all: Vec<Span>,
    places: Vec<Span>,
    /// Of somebody. What is not known to be anybody's may be a place's: "gunmen came to Kessa".
    others: Vec<Span>,
}

/// "That day" stands near the one that it means: so many days of writing are kept in mind.
const MOST_PASSED: usize = 12;

/// How far a look back goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Paragraph,
    Section,
}

impl<'a> Context<'a> {
    pub fn new(reading: Reading<'a>) -> Self {
        let mut count = 0;
        let headings = reading.prose.document.blocks.iter().map(|block| {
            count += u32::from(block.kind == BlockKind::Heading);
            count
        });
        let written = Datelines::of(reading.prose.document);
        let sentences = &reading.prose.sentences;
        let heads = |at: &usize| {
            is_dated_line(&sentences[*at])
                && stands_alone(sentences, *at)
                && !is_of_article(&written, &sentences[*at])
        };
        let lines = (0..sentences.len()).filter(heads).count();
        Self {
            reading,
            known: vec![None; sentences.len()],
            headings: headings.collect(),
            dated_lines: lines >= 2,
            opening: opening(&reading.prose.sentences),
            written,
            passed: Vec::new(),
        }
    }

    /// Where a sentence of the running text stands; `None` for the line that only gives the day of writing.
    pub fn stands(&self, sentence: usize) -> Option<Stands> {
        let this = &self.reading.prose.sentences[sentence];
        let written = self.written.within(this.span);
        let field = written.is_none() && is_field(this);
        let line = is_dated_line(this) && (field || stands_alone(&self.reading.prose.sentences, sentence));
        if written.is_some_and(|written| written.stands == WrittenStands::Opening) && is_short(this) {
            return Some(Stands::Lead);
        }
        let entry = written.is_some_and(|written| written.stands == WrittenStands::Entry);
        if line || written.is_some() && !entry && is_short(this) {
            // "Date of incident: 4 May 2023", in a sheet.
            let heads = (self.dated_lines || field) && line && !is_of_article(&self.written, this);
            return heads.then_some(Stands::Heading(DATED_LINE));
        }
        let document = self.reading.prose.document;
        let heads = matches!(this.kind, BlockKind::Title | BlockKind::Heading);
        // "How many died at Kessa? What we know": one heading.
        let goes_on = sentence
            .checked_sub(1)
            .is_some_and(|before| self.reading.prose.sentences[before].block == this.block);
        Some(match this.kind {
            _ if heads && goes_on => Stands::Within,
            BlockKind::Title => Stands::Heading(0),
            // The first heading of a text is its title.
            BlockKind::Heading if self.headings[this.block] == 1 => Stands::Heading(0),
            BlockKind::Heading => Stands::Heading(document.blocks[this.block].level.max(1)),
            _ if self.opening[sentence] => Stands::Opening,
            _ => Stands::Within,
        })
    }

    /// The names in a sentence.
    fn names(&self, sentence: usize) -> Names {
        let span = self.reading.prose.sentences[sentence].span;
        let mentions = self.reading.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < span.start);
        let within = mentions[first..].iter().take_while(|mention| mention.span.end <= span.end);
        let mut names = Names::default();
        let head = self.head(sentence);
        for mention in within {
            let here = Span::new(mention.span.start - span.start, mention.span.end - span.start);
            names.all.push(here);
            // "RIVERBEND, 14 March 2023 –": where it was written.
            if here.end <= head {
                continue;
            }
            let kind = self.reading.entities.get(mention.entity).map(|entity| entity.kind);
            // "a London-registered company" is not in London; "AU POINT" is nowhere.
            let text = &self.reading.prose.sentences[sentence].text;
            let compound = text[here.end..].starts_with(['-', '‑']);
            if kind == Some(EntityKind::Place) && mention.form != MentionForm::Metonym && !compound {
                names.places.push(here);
            } else if kind != Some(EntityKind::Other) {
                names.others.push(here);
            }
        }
        names
    }

    /// The length of the dateline with which a sentence opens its paragraph; 0 where there is none.
    fn head(&self, sentence: usize) -> usize {
        let sentences = &self.reading.prose.sentences;
        let this = &sentences[sentence];
        let opens = sentence.checked_sub(1).is_none_or(|before| sentences[before].block != this.block);
        if opens && this.note.is_none() { dispatch_head(&this.text) } else { 0 }
    }

    /// The sentence, taken in.
    pub fn scene(&self, sentence: usize) -> (Scene<'a>, Vec<Span>) {
        let names = self.names(sentence);
        let prose = self.reading.prose;
        let mut scene = Scene::of(&prose.sentences[sentence], &names.all, prose.document.language.as_deref());
        // Nobody is in somebody: "in Abu Kessa".
        let inside = |other: &Span| {
            let token = scene.words.token_at(other.start);
            // "the market of Abu Kessa".
            let of = |before: usize| {
                scene.words.tag(before) == Tag::Of
                    && before.checked_sub(1).is_some_and(|noun| scene.has(noun, Word::Places))
            };
            token
                .checked_sub(1)
                .is_some_and(|before| scene.ending(before, Word::Inside).is_some() || of(before))
        };
        let others = names.others.into_iter().filter(|other| !inside(other)).collect();
        scene.others = others;
        let head = self.head(sentence);
        let own = (head > 0).then(|| scene.sentence().place(Span::new(0, head)));
        let written = self.written.within(scene.sentence().span);
        let apart = written.filter(|written| written.stands != WrittenStands::Opening);
        scene.written = own.or(apart.map(|written| written.place));
        let passed = || self.passed.iter().copied().chain(passed_days(&scene)).collect();
        scene.recounted = recounted(&scene, passed);
        (scene, names.places)
    }

    /// Keeps the days of a sentence that are not those of an event.
    pub fn pass(&mut self, scene: &Scene<'_>) {
        let fresh = passed_days(scene);
        self.passed.extend(fresh);
        let old = self.passed.len().saturating_sub(MOST_PASSED);
        self.passed.drain(..old);
    }

    /// What a sentence tells.
    pub fn told(&mut self, sentence: usize) -> &Told {
        if self.known[sentence].is_none() {
            let (scene, places) = self.scene(sentence);
            self.learn(sentence, &scene, &places);
        }
        self.known[sentence].get_or_insert_default()
    }

    /// Keeps what a sentence tells that was taken in already.
    pub fn learn(&mut self, sentence: usize, scene: &Scene<'_>, places: &[Span]) -> &Told {
        self.known[sentence].get_or_insert_with(|| Box::new(told(scene, places)))
    }

    /// The first thing that `get` finds in the sentences before one, the nearest first.
    pub fn before<T>(
        &mut self,
        sentence: usize,
        reach: Reach,
        get: impl Fn(&Told) -> Option<T>,
    ) -> Option<T> {
        let from = sentence.saturating_sub(FARTHEST);
        for earlier in (from..sentence).rev() {
            if !self.reaches(earlier, sentence, reach) {
                return None;
            }
            if let Some(found) = get(self.told(earlier)) {
                return Some(found);
            }
        }
        None
    }

    /// Whether two sentences stand in one paragraph, or in one section, of the running text.
    pub fn reaches(&self, earlier: usize, later: usize, reach: Reach) -> bool {
        let sentences = &self.reading.prose.sentences;
        let (a, b) = (&sentences[earlier], &sentences[later]);
        if a.note != b.note {
            return false;
        }
        if a.block == b.block {
            return true;
        }
        // A heading begins another section; it is itself part of the one that it heads.
        reach == Reach::Section && self.headings.get(a.block) == self.headings.get(b.block)
    }
}

/// By sentence, whether it opens its paragraph; "14." alone is the number of it.
fn opening(sentences: &[Sentence]) -> Vec<bool> {
    let is_label = |sentence: &Sentence| {
        sentence.text.chars().filter(|c| c.is_alphabetic()).nth(LONGEST_LABEL).is_none()
    };
    let mut found: Vec<bool> = Vec::with_capacity(sentences.len());
    for (at, sentence) in sentences.iter().enumerate() {
        let before = at.checked_sub(1).filter(|before| sentences[*before].block == sentence.block);
        found.push(before.is_none_or(|before| found[before] && is_label(&sentences[before])));
    }
    found
}

/// Whether nothing follows a sentence in its block: "10 May. Armed men came" is an entry, not the heading of what follows.
fn stands_alone(sentences: &[Sentence], at: usize) -> bool {
    sentences.get(at + 1).is_none_or(|next| next.block != sentences[at].block)
}

/// A day over one article of several is that of its writing.
fn is_of_article(written: &Datelines, sentence: &Sentence) -> bool {
    written.within(sentence.span).is_some_and(|written| written.stands == WrittenStands::Article)
}

/// "Kessa Project – September 2024", and no sentence behind it.
fn is_short(sentence: &Sentence) -> bool {
    // The figures of "19/06/2023 - 17:42" are many tokens and no words.
    let words =
        sentence.tokens.iter().filter(|token| token.text(&sentence.text).contains(char::is_alphabetic));
    sentence.tokens.len() <= LONGEST_LINE + LONGEST_LINE / 2 || words.count() <= LONGEST_LINE
}

/// Below all headings proper.
const DATED_LINE: u8 = 9;

/// "Thursday, 10 October 2024": no more than a word or two beside the date.
fn is_dated_line(sentence: &Sentence) -> bool {
    if sentence.tokens.len() > LONGEST_LINE {
        return false;
    }
    let [date] = sentence.dates.as_slice() else { return false };
    let words =
        |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let day = date.interval.from.is_some_and(|from| from.day.is_some());
    let beside = words(&sentence.text[..date.span.start]) + words(&sentence.text[date.span.end..]);
    day && sentence.note.is_none() && beside <= 1
}

/// "Date: 4 May 2023".
fn is_field(sentence: &Sentence) -> bool {
    sentence.dates.first().is_some_and(|date| sentence.text[..date.span.start].trim_end().ends_with(':'))
}

const LONGEST_LINE: usize = 12;

/// The letters of "XIV.", "(a)".
const LONGEST_LABEL: usize = 4;
