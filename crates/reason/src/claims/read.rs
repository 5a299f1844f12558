use std::collections::HashSet;

use super::context::{Context, Reach};
use super::lexicon::may_tell;
use super::link::{How, Link, links};
use super::people::{Party, perpetrators, victims};
use super::place::place;
use super::scene::{Item, Scene};
use super::speakers::{segment, speaker};
use super::time::{is_stretch, is_undated, when};
use super::told::Told;
use super::truth::{hedges, is_negated, is_unreal};
use super::{Claim, ClaimKind, StandsIn, tabled};
use crate::citations::Citation;
use crate::dates::{DateBasis, Interval, PartialDate};
use crate::document::{BlockKind, Span};
use crate::entities::{Entity, Mention};
use crate::phrases::Tag;
use crate::prose::{Prose, Sentence};
use crate::quantities::{Figure, Unit};
use crate::tables::Cell;

/// What the grammar of claims looks at.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// Sentences.
    pub prose: &'a Prose<'a>,
    /// Cells of tables.
    pub cells: &'a [Cell],
    /// Who is named.
    pub entities: &'a [Entity],
    /// Where, in reading order.
    pub mentions: &'a [Mention],
    /// What is cited: titles are claims too.
    pub citations: &'a [Citation],
}

/// Finds the claims of a document, in reading order.
#[must_use]
pub fn read(reading: Reading<'_>) -> Vec<Claim> {
    let mut reader = Reader {
        context: Context::new(reading),
        claims: Vec::new(),
        from: Vec::new(),
        years: years(reading.prose),
    };
    let mut seen = HashSet::new();
    for (index, sentence) in reading.prose.sentences.iter().enumerate() {
        // A sentence that stands twice is one claim.
        if may_matter(sentence) && seen.insert(sentence.text.as_str()) {
            reader.sentence(index);
        }
    }
    let mut claims = reader.claims;
    tabled::cells(reading, &mut claims);
    tabled::titles(reading, &mut claims);
    claims
}

/// Whether a sentence has a number and a word of an event at all.
pub(super) fn may_matter(sentence: &Sentence) -> bool {
    let counts = sentence.quantities.iter().any(|quantity| quantity.unit == Unit::Count);
    counts
        && sentence.tokens.iter().take(crate::phrases::MOST_TOKENS).any(|token| {
            let word = token.text(&sentence.text);
            may_tell(word)
                || (word.contains(char::is_uppercase) || !word.is_ascii()) && may_tell(&word.to_lowercase())
        })
}

/// Sentences of more tokens are quoted by their clause.
const LONG_SENTENCE: usize = 70;

/// A claim takes what it leaves out from one of so many claims before it. Farther ones are passed over: in an endless
/// section without a day, each claim would look through all others.
const FARTHEST_CLAIM: usize = 200;

struct Reader<'a> {
    context: Context<'a>,
    claims: Vec<Claim>,
    /// The sentence of each claim.
    from: Vec<usize>,
    /// Days and months of the running text that have a year, in order.
    years: Vec<(Span, i16)>,
}

/// What a claim says itself.
struct Found {
    item: Item,
    link: Link,
    victims: Option<Party>,
    perpetrators: Option<Party>,
}

/// What a claim counts over.
#[derive(Debug, Clone, Copy)]
enum Over {
    Event,
    /// Months or years: many places.
    Stretch,
}

impl Over {
    fn of(when: Option<&super::When>) -> Self {
        if when.is_some_and(is_stretch) { Self::Stretch } else { Self::Event }
    }
}

impl Reader<'_> {
    fn sentence(&mut self, index: usize) {
        let (scene, places) = self.context.scene(index);
        let links = links(&scene);
        let mut numbers = vec![None; links.len()];
        for (at, link) in links.into_iter().enumerate() {
            let Some(link) = link else { continue };
            let item = scene.items[at];
            if is_unreal(&scene, &item, &link) {
                continue;
            }
            let found = Found {
                victims: victims(&scene, &item, &link),
                perpetrators: perpetrators(&scene, &item, &link),
                item,
                link,
            };
            let whole = match found.link.how {
                How::Subset(host) => numbers[host],
                _ => None,
            };
            numbers[at] = Some(self.claims.len());
            let claim = self.claim(index, &scene, &places, &found, whole);
            self.claims.push(claim);
            self.from.push(index);
        }
    }

    fn claim(
        &mut self,
        index: usize,
        scene: &Scene<'_>,
        places: &[Span],
        found: &Found,
        whole: Option<usize>,
    ) -> Claim {
        let sentence = scene.sentence();
        let (item, link) = (&found.item, &found.link);
        let quantity = &sentence.quantities[item.quantity];
        let at = (item.first.min(link.cue.0), item.last.max(link.cue.1));
        let own = when(scene, at);
        // "last Thursday" that nothing anchors is another day than that of the sentence before.
        let untold = own.is_none() && is_undated(scene, at);
        let before = if own.is_some() || untold { None } else { self.when_before(index) };
        let when = own.or(before).map(|when| self.with_year(when));
        Claim {
            span: self.span(scene, at),
            stands_in: stands_in(sentence),
            notes: notes(sentence, scene, at),
            what: link.kind,
            combined: link.combined.clone(),
            victims: self.victims(index, found),
            perpetrators: self.perpetrators(index, found, whole),
            figure: exactness(scene, item, quantity.figure),
            number: Some(sentence.place(quantity.span)),
            place: place(scene, at, link.kind, places)
                .or_else(|| self.place_before(index, link.kind, Over::of(when.as_ref()))),
            cumulative: when.as_ref().is_some_and(is_stretch),
            suggested_by: None,
            when,
            said_by: self.said_by(index, scene, item, link),
            hedges: hedges(scene, item, link),
            negated: is_negated(scene, item, link),
            subset_of: whole,
        }
    }

    /// The sentence; of a long one the clause between semicolons, so that a claim shows what it rests on and little more.
    fn span(&self, scene: &Scene<'_>, at: (usize, usize)) -> Span {
        if scene.words.len() <= LONG_SENTENCE {
            return scene.sentence().span;
        }
        let (first, last) = segment(scene, at.0, at.1);
        scene.place(first, last)
    }

    /// The last claim of the same paragraph, or of this sentence alone.
    fn previous(&self, index: usize) -> impl Iterator<Item = (usize, &Claim)> {
        self.from
            .iter()
            .copied()
            .zip(&self.claims)
            .rev()
            .take(FARTHEST_CLAIM)
            .take_while(move |(from, _)| self.context.reaches(*from, index, Reach::Section))
    }

    fn victims(&self, index: usize, found: &Found) -> Option<Span> {
        match found.victims {
            Some(Party::Named(span)) => return Some(span),
            Some(Party::Meant) => return self.previous(index).find_map(|(_, claim)| claim.victims),
            None => {}
        }
        if found.item.phrase.is_some() || matches!(found.link.how, How::Counted | How::Toll) {
            return None;
        }
        let same = |from: usize| from == index;
        let subject = matches!(found.link.how, How::Subject | How::Suffers);
        let block = self.context.reading.prose.sentences[index].block;
        let near = |from: usize| self.context.reading.prose.sentences[from].block == block;
        self.previous(index)
            .find(|(from, claim)| {
                claim.victims.is_some()
                    && claim.subset_of.is_none()
                    && (same(*from) || subject && near(*from))
            })
            .and_then(|(_, claim)| claim.victims)
    }

    fn perpetrators(&mut self, index: usize, found: &Found, whole: Option<usize>) -> Option<Span> {
        if let Some(Party::Named(span)) = found.perpetrators {
            return Some(span);
        }
        if let Some(whole) = whole {
            return self.claims[whole].perpetrators;
        }
        let meant = found.perpetrators == Some(Party::Meant);
        let alone = matches!(
            found.link.kind,
            ClaimKind::Displaced
                | ClaimKind::Deployed
                | ClaimKind::Attacks
                | ClaimKind::Operations
                | ClaimKind::Detained
        );
        if alone && !meant {
            return None;
        }
        let of_claim = self
            .previous(index)
            .find(|(from, _)| self.context.reaches(*from, index, Reach::Paragraph))
            .and_then(|(_, claim)| claim.perpetrators);
        of_claim
            .or_else(|| self.context.before(index, Reach::Paragraph, |told| told.actor))
            .or_else(|| self.previous(index).next().and_then(|(_, claim)| claim.perpetrators))
            .or_else(|| self.context.before(index, Reach::Section, |told| told.actor))
    }

    /// Attacks that are counted were in many places: none of them is that of another sentence.
    fn place_before(&mut self, index: usize, kind: ClaimKind, over: Over) -> Option<Span> {
        if matches!(kind, ClaimKind::Attacks | ClaimKind::Operations) {
            return None;
        }
        let mut told = |reach, get: fn(&Told) -> Option<Span>| self.context.before(index, reach, get);
        let region = |told: &Told| told.region;
        let place = |told: &Told| told.place;
        match over {
            Over::Stretch => told(Reach::Paragraph, region)
                .or_else(|| told(Reach::Section, region))
                .or_else(|| told(Reach::Paragraph, place)),
            // What a section is headed with outranks a place that it passes through.
            Over::Event => told(Reach::Paragraph, place)
                .or_else(|| self.context.heading_place(index))
                .or_else(|| self.context.before(index, Reach::Section, place)),
        }
    }

    fn when_before(&mut self, index: usize) -> Option<super::When> {
        self.context
            .before(index, Reach::Paragraph, |told| told.when)
            .or_else(|| self.previous(index).find_map(|(_, claim)| claim.when))
            // "Thursday, 10 October 2024" alone in its line is when the text was published.
            .or_else(|| {
                self.context.before(index, Reach::Section, |told| told.when.filter(|_| told.has_verb))
            })
    }

    /// "On 17 March" behind "on 14 March 2023": the year is that of the last day or month before it that has one.
    fn with_year(&self, mut when: super::When) -> super::When {
        let yearless = |date: Option<PartialDate>| date.is_some_and(|date| date.year.is_none());
        if !yearless(when.interval.from) && !yearless(when.interval.to) {
            return when;
        }
        let at = self.years.partition_point(|(span, _)| span.start < when.span.start);
        let Some((span, year)) = at.checked_sub(1).and_then(|at| self.years.get(at)) else { return when };
        let filled = |date: Option<PartialDate>| {
            date.map(|date| PartialDate::new(date.year.or(Some(*year)), date.month, date.day))
        };
        when.interval = Interval { from: filled(when.interval.from), to: filled(when.interval.to) };
        when.basis = DateBasis::YearFrom(*span);
        when
    }

    fn said_by(&mut self, index: usize, scene: &Scene<'_>, item: &Item, link: &Link) -> Vec<Span> {
        let own = speaker(scene, item, link.cue);
        let quoted = is_quoted(scene, item.first);
        let found = match own {
            Some(own) => Some(own),
            None if quoted => self.quoted_by(index),
            None => None,
        };
        let Some(found) = found else { return Vec::new() };
        let who = match found.who {
            Party::Named(span) => Some(span),
            Party::Meant => self.speaker_before(index),
        };
        let Some(who) = who else { return Vec::new() };
        std::iter::once(self.person(who)).chain(found.through).collect()
    }

    fn speaker_before(&mut self, index: usize) -> Option<Span> {
        self.context.before(index, Reach::Section, |told| match told.speaker.as_ref()?.who {
            Party::Named(span) => Some(span),
            Party::Meant => None,
        })
    }

    /// Who speaks a quotation that fills its sentence: named in the sentence behind it, or before.
    fn quoted_by(&mut self, index: usize) -> Option<super::speakers::Speaker> {
        let sentences = &self.context.reading.prose.sentences;
        let next = (index + 1 < sentences.len() && self.context.reaches(index, index + 1, Reach::Paragraph))
            .then_some(index + 1);
        let before =
            index.checked_sub(1).filter(|before| self.context.reaches(*before, index, Reach::Paragraph));
        [Some(index), before, next].into_iter().flatten().find_map(|at| self.context.told(at).speaker.clone())
    }

    /// Of "army spokesman Halda Osk" the name, where it is known to be a person's.
    fn person(&self, span: Span) -> Span {
        let mentions = self.context.reading.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < span.start);
        let persons: Vec<_> = mentions[first..]
            .iter()
            .take_while(|mention| mention.span.end <= span.end)
            .filter(|mention| {
                self.context
                    .reading
                    .entities
                    .get(mention.entity)
                    .is_some_and(|entity| entity.kind == crate::entities::EntityKind::Person)
            })
            .collect();
        match persons.as_slice() {
            [person] if person.span.end == span.end => person.span,
            _ => span,
        }
    }
}

fn years(prose: &Prose<'_>) -> Vec<(Span, i16)> {
    let body = prose.sentences.iter().filter(|sentence| sentence.note.is_none());
    body.flat_map(|sentence| {
        sentence.dates.iter().filter_map(|date| {
            let from = date.interval.from.filter(|from| from.month.is_some())?;
            Some((sentence.place(date.span), from.year?))
        })
    })
    .collect()
}

/// "fewer than ten", and a range that somebody estimates, are not meant exactly.
fn exactness(scene: &Scene<'_>, item: &Item, figure: Figure) -> Figure {
    let below = matches!(scene.small[item.first].as_str(), "fewer" | "less" | "moins" | "under" | "below");
    let range = figure.low.is_some() && figure.high.is_some() && figure.low != figure.high;
    let estimated = range && (0..item.first).any(|at| scene.small[at].starts_with("estim"));
    Figure { approximate: figure.approximate || below || estimated, ..figure }
}

fn is_quoted(scene: &Scene<'_>, token: usize) -> bool {
    let open = (0..token).filter(|at| scene.words.tag(*at) == Tag::Quote).count() % 2 == 1;
    open || scene.words.tag(0) == Tag::Quote
}

const fn stands_in(sentence: &Sentence) -> StandsIn {
    match (sentence.note, sentence.kind) {
        (Some(_), _) => StandsIn::Note,
        (None, BlockKind::Caption) => StandsIn::Caption,
        _ => StandsIn::Body,
    }
}

/// The notes of the first group of marks behind a claim in its sentence.
fn notes(sentence: &Sentence, scene: &Scene<'_>, at: (usize, usize)) -> Vec<usize> {
    if let Some(note) = sentence.note {
        return vec![note];
    }
    let end = sentence.span_of(at.0, at.1.min(scene.words.len() - 1)).end;
    let Some(first) = sentence.calls.iter().find(|call| call.at >= end) else { return Vec::new() };
    let group = sentence.calls.iter().filter(|call| call.at == first.at);
    let mut found: Vec<usize> = group.filter_map(|call| call.note).collect();
    found.dedup();
    found
}
