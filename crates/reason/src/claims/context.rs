//! What a claim does not say itself and the sentences before it do.

use std::collections::HashMap;

use super::read::Reading;
use super::scene::Scene;
use super::told::{Told, told};
use crate::document::{BlockKind, Span};
use crate::entities::{EntityKind, MentionForm};

/// A heading so many sentences back heads something else.
const LONGEST_SECTION: usize = 200;

/// So many sentences before a claim may tell what it leaves out; farther ones speak of something else.
const FARTHEST: usize = 12;

/// The sentences before a claim, read only where a claim needs them.
pub(super) struct Context<'a> {
    pub reading: Reading<'a>,
    known: HashMap<usize, Told>,
    /// By block: how many headings stand before it and at it.
    headings: Vec<u32>,
}

/// Spans of names, in their sentence.
#[derive(Debug, Default)]
struct Names {
    all: Vec<Span>,
    places: Vec<Span>,
    /// Of somebody. What is not known to be anybody's may be a place's: "gunmen came to Kessa".
    others: Vec<Span>,
}

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
        Self { reading, known: HashMap::new(), headings: headings.collect() }
    }

    /// The names in a sentence.
    fn names(&self, sentence: usize) -> Names {
        let span = self.reading.prose.sentences[sentence].span;
        let mentions = self.reading.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < span.start);
        let within = mentions[first..].iter().take_while(|mention| mention.span.end <= span.end);
        let mut names = Names::default();
        for mention in within {
            let here = Span::new(mention.span.start - span.start, mention.span.end - span.start);
            names.all.push(here);
            let kind = self.reading.entities.get(mention.entity).map(|entity| entity.kind);
            if kind == Some(EntityKind::Place) && mention.form != MentionForm::Metonym {
                names.places.push(here);
            } else if kind != Some(EntityKind::Other) {
                names.others.push(here);
            }
        }
        names
    }

    /// The sentence, taken in.
    pub fn scene(&self, sentence: usize) -> (Scene<'a>, Vec<Span>) {
        let names = self.names(sentence);
        let prose = self.reading.prose;
        let mut scene = Scene::of(&prose.sentences[sentence], &names.all, prose.document.language.as_deref());
        scene.others = names.others;
        (scene, names.places)
    }

    /// What a sentence tells.
    pub fn told(&mut self, sentence: usize) -> &Told {
        if !self.known.contains_key(&sentence) {
            let (scene, places) = self.scene(sentence);
            let told = told(&scene, &places);
            self.known.insert(sentence, told);
        }
        &self.known[&sentence]
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

    /// The place that the heading of a sentence's section opens with: "Riverbend: a night of fire".
    pub fn heading_place(&mut self, sentence: usize) -> Option<Span> {
        let sentences = &self.reading.prose.sentences;
        let from = sentence.saturating_sub(LONGEST_SECTION);
        let heading =
            (from..sentence).rev().find(|earlier| sentences[*earlier].kind == BlockKind::Heading)?;
        let opening = sentences[heading].span.start;
        self.told(heading).place.filter(|place| place.start == opening)
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
