mod going_on;
mod persons;

use std::collections::HashSet;

use super::context::{Context, Reach};
use super::episodes::Episodes;
use super::lexicon::{Word, may_tell};
use super::link::{How, Link, links};
use super::people::{Party, is_event, perpetrators};
use super::place::place;
use super::quotes::quotations;
use super::scene::{Item, Scene};
use super::speakers::segment;
use super::teasers::{is_question, teasers};
use super::time::{is_spell, is_stretch, standing, when};
use super::truth::{hedges, is_negated, is_unreal};
use super::{Claim, ClaimKind, StandsIn, When, tabled};
use crate::citations::Citation;
use crate::dates::covered;
use crate::document::{BlockKind, Span};
use crate::entities::{Entity, Mention};
use crate::phrases::Tag;
use crate::prose::{Prose, Sentence};
use crate::quantities::{Figure, Unit};
use crate::tables::Cell;
use crate::text::fold_words;

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
        episodes: Episodes::of(covered(reading.prose.document)),
        note: None,
        quotations: quotations(&reading.prose.sentences),
        issuer: None,
        found: Vec::new(),
    };
    let mut seen = HashSet::new();
    let sentences = &reading.prose.sentences;
    // A sentence that stands twice is one claim.
    let teasers = teasers(reading.prose);
    let counts: Vec<bool> = sentences
        .iter()
        .zip(&teasers)
        .map(|(sentence, teaser)| {
            !teaser && !is_question(sentence) && has_count(sentence) && seen.insert(sentence.text.as_str())
        })
        .collect();
    // What a text tells is of use only to claims; a figure that goes on about one needs it.
    if sentences.iter().zip(&counts).any(|(sentence, counts)| *counts && may_matter(sentence)) {
        counts.iter().enumerate().for_each(|(index, counts)| reader.sentence(index, *counts));
    }
    let mut claims = reader.finish();
    tabled::cells(reading, &mut claims);
    tabled::titles(reading, &mut claims);
    claims
}

/// Whether a sentence has a number and a word of an event at all.
pub(super) fn may_matter(sentence: &Sentence) -> bool {
    has_count(sentence)
        && sentence.tokens.iter().take(crate::phrases::MOST_TOKENS).any(|token| {
            let word = token.text(&sentence.text);
            may_tell(word)
                || (word.contains(char::is_uppercase) || !word.is_ascii()) && may_tell(&word.to_lowercase())
        })
}

fn has_count(sentence: &Sentence) -> bool {
    sentence.quantities.iter().any(|quantity| quantity.unit == Unit::Count)
}

/// Sentences of more tokens are quoted by their clause.
const LONG_SENTENCE: usize = 70;

/// A claim takes the victims that it leaves out from one of so many claims before it.
const FARTHEST_CLAIM: usize = 200;

struct Reader<'a> {
    context: Context<'a>,
    episodes: Episodes,
    /// The note that is being read.
    note: Option<usize>,
    /// By sentence: the quotation in which it stands.
    quotations: Vec<(usize, usize)>,
    /// Whose announcement is being read.
    issuer: Option<Span>,
    found: Vec<Found>,
}

/// A claim as its sentence makes it, and what else of it is known.
struct Found {
    claim: Claim,
    sentence: usize,
    episode: usize,
    actor: Actor,
    /// The day on which it still held, where no day is told on which it came about.
    standing: Option<When>,
}

/// Where a claim has its perpetrators from that does not name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Actor {
    /// Named, or not to be taken from elsewhere.
    Own,
    /// The actor of its event.
    Episode,
    /// An event is named: whoever says that it was they, and of "the attack" those who are known to have attacked.
    Event(Known),
    /// "They": the actor of its event, else of the claim before.
    Meant,
    /// Those of the claim whose part it is.
    Whole(usize),
}

/// Whether a reader knows of an event from before: "the attack", against "an attack".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Before,
    New,
}

impl Reader<'_> {
    fn sentence(&mut self, index: usize, counts: bool) {
        let this = &self.context.reading.prose.sentences[index];
        if this.note != self.note {
            self.note = this.note;
            self.episodes.leave();
            self.issuer = None;
        }
        let Some(stands) = self.context.stands(index) else { return };
        let (scene, places) = self.context.scene(index);
        self.context.pass(&scene);
        let told = self.context.learn(index, &scene, &places);
        self.issuer = told.issuer.or(self.issuer);
        let episode = self.episodes.turn(told, stands);
        if counts {
            self.claims(index, &scene, &places, episode);
        }
    }

    fn claims(&mut self, index: usize, scene: &Scene<'_>, places: &[Span], episode: usize) {
        let links = links(scene);
        let mut numbers = vec![None; links.len()];
        for (at, link) in links.into_iter().enumerate() {
            let Some(link) = link else {
                self.go_on(index, scene, places, at, episode);
                continue;
            };
            let item = scene.items[at];
            if is_unreal(scene, &item, &link) {
                continue;
            }
            let whole = match link.how {
                How::Subset(host) => numbers[host],
                _ => None,
            };
            numbers[at] = Some(self.found.len());
            let found = self.claim(index, scene, places, (&item, &link), (whole, episode));
            self.found.push(found);
        }
    }

    fn claim(
        &mut self,
        index: usize,
        scene: &Scene<'_>,
        places: &[Span],
        (item, link): (&Item, &Link),
        (whole, episode): (Option<usize>, usize),
    ) -> Found {
        let sentence = scene.sentence();
        let quantity = &sentence.quantities[item.quantity];
        let at = (item.first.min(link.cue.0), item.last.max(link.cue.1));
        let own_place = place(scene, at, link.kind, places);
        let when = when(scene, at);
        let episode = self.episodes.own(episode, when, own_place.as_ref());
        let (perpetrators, actor) = self.actor(index, scene, (item, link), whole);
        let claim = Claim {
            span: self.span(scene, at),
            stands_in: stands_in(sentence),
            notes: notes(sentence, scene, at),
            what: link.kind,
            combined: link.combined.clone(),
            victims: self.victims(index, scene, item, link),
            perpetrators,
            figure: exactness(scene, item, quantity.figure),
            number: Some(sentence.place(quantity.span)),
            place: own_place.as_ref().map(|spot| spot.span),
            cumulative: false,
            episode: None,
            suggested_by: None,
            when,
            said_by: self.said_by(index, scene, item, link),
            hedges: hedges(scene, item, link),
            negated: is_negated(scene, item, link),
            subset_of: whole,
        };
        Found { claim, sentence: index, episode, actor, standing: standing(scene) }
    }

    /// Who did it, as far as the sentence says, and where else to look.
    fn actor(
        &mut self,
        index: usize,
        scene: &Scene<'_>,
        (item, link): (&Item, &Link),
        whole: Option<usize>,
    ) -> (Option<Span>, Actor) {
        let alone = matches!(
            link.kind,
            ClaimKind::Displaced
                | ClaimKind::Deployed
                | ClaimKind::Attacks
                | ClaimKind::Operations
                | ClaimKind::Detained
        );
        // "It killed 43": in front of a verb by which somebody acts it is not nobody.
        let verb = link.verb.map_or(link.cue.0, |verb| verb.first);
        let before = verb.checked_sub(1).filter(|_| link.how == How::Object);
        let meant = before.is_some_and(|at| scene.words.tag(at) == Tag::Pronoun && scene.has(at, Word::They));
        let said = perpetrators(scene, item, link).or(meant.then_some(Party::Meant));
        match said {
            Some(Party::Named(span)) if is_event(scene, span) => {
                let first = scene.words.token_at(span.start - scene.sentence().span.start);
                // "l’explosion d’une mine" is told here.
                let told = scene.words.phrase_from(first).is_some_and(|phrase| phrase.last > phrase.trunk);
                let known =
                    if scene.has(first, Word::Definite) && !told { Known::Before } else { Known::New };
                (Some(span), Actor::Event(known))
            }
            Some(Party::Named(span)) => (Some(span), Actor::Own),
            Some(Party::Meant) => {
                let before = self.context.before(index, Reach::Paragraph, |told| told.actor);
                (before, if before.is_some() { Actor::Own } else { Actor::Meant })
            }
            None => match whole {
                Some(whole) => (None, Actor::Whole(whole)),
                None if alone => (None, Actor::Own),
                None => (None, Actor::Episode),
            },
        }
    }

    /// The claims, each with what its event gives it.
    fn finish(mut self) -> Vec<Claim> {
        let whole = self.episodes.main_place();
        let main = self.episodes.main().map(|number| self.episodes.get(number).clone());
        for at in 0..self.found.len() {
            let found = &self.found[at];
            let perpetrators = match found.actor {
                Actor::Own => found.claim.perpetrators,
                Actor::Whole(whole) => self.found[whole].claim.perpetrators,
                Actor::Episode => self.actor_of(at),
                Actor::Event(known) => {
                    let episode = self.episodes.get(found.episode);
                    let actor = episode.actor.filter(|_| known == Known::Before);
                    episode.owner.or(actor).or(found.claim.perpetrators)
                }
                Actor::Meant => self.actor_of(at).or_else(|| self.actor_before(at)),
            };
            let episode = self.episodes.get(found.episode);
            let apart = matches!(found.claim.what, ClaimKind::Attacks | ClaimKind::Operations);
            // Attacks that are counted were in many places: none of them is that of another sentence.
            let told = match (&episode.place, episode.stretch) {
                (Some(spot), _) => Some(spot.bare),
                (None, true) => self.episodes.home(),
                (None, false) => whole.or(main.as_ref().and_then(|main| Some(main.place.as_ref()?.bare))),
            };
            let day = main.as_ref().filter(|main| main.may_be(episode)).and_then(|main| main.when);
            let place = told.filter(|_| !apart);
            let acted = episode.actor.is_some();
            let found = &mut self.found[at];
            found.claim.episode = Some(found.episode);
            found.claim.perpetrators = perpetrators;
            found.claim.place = found.claim.place.or(place);
            found.claim.when = found.claim.when.or(episode.when).or(found.standing).or(day);
            found.claim.cumulative =
                found.claim.when.as_ref().is_some_and(|when| is_stretch(when) && !(acted && is_spell(when)));
        }
        self.found.into_iter().map(|found| found.claim).collect()
    }

    /// Those whom the claims of one event before this one name, or its text.
    fn actor_of(&self, at: usize) -> Option<Span> {
        let this = &self.found[at];
        let from = at.saturating_sub(FARTHEST_CLAIM);
        let earlier = self.found[from..at].iter().rev();
        let mut told = earlier.filter(|found| {
            found.episode == this.episode && matches!(found.actor, Actor::Own | Actor::Event(_))
        });
        let episode = self.episodes.get(this.episode);
        let own = |span: &Span| this.claim.victims.is_none_or(|victims| !self.is_same(*span, victims));
        let named = episode.owner.or(episode.actor);
        named.or_else(|| told.find_map(|found| found.claim.perpetrators)).filter(own)
    }

    /// Those whom the last claim before names, in the section.
    fn actor_before(&self, at: usize) -> Option<Span> {
        let earlier = self.found[at.saturating_sub(FARTHEST_CLAIM)..at].iter().rev();
        earlier
            .take_while(|found| self.context.reaches(found.sentence, self.found[at].sentence, Reach::Section))
            .find_map(|found| found.claim.perpetrators)
    }

    /// Whether two phrases are one in their words: nobody is taken to have killed himself.
    fn is_same(&self, one: Span, two: Span) -> bool {
        let document = self.context.reading.prose.document;
        let (one, two) = (document.quote(one), document.quote(two));
        fold_words(one) == fold_words(two)
    }

    /// The sentence; of a long one the clause between semicolons, so that a claim shows what it rests on and little more.
    fn span(&self, scene: &Scene<'_>, at: (usize, usize)) -> Span {
        if scene.words.len() <= LONG_SENTENCE {
            return scene.sentence().span;
        }
        let (first, last) = segment(scene, at.0, at.1);
        scene.place(first, last)
    }

    /// The claims before, the nearest first, within the section.
    fn previous(&self, index: usize) -> impl Iterator<Item = (usize, &Claim)> {
        self.found
            .iter()
            .rev()
            .take(FARTHEST_CLAIM)
            .take_while(move |found| self.context.reaches(found.sentence, index, Reach::Section))
            .map(|found| (found.sentence, &found.claim))
    }
}

/// "fewer than ten", and a range that somebody estimates, are not meant exactly.
fn exactness(scene: &Scene<'_>, item: &Item, figure: Figure) -> Figure {
    let below = matches!(&*scene.small[item.first], "fewer" | "less" | "moins" | "under" | "below");
    // "corrected from 8 to 10": what it is now.
    let corrected = scene.ending(item.first, Word::Corrected).is_some();
    if corrected && figure.low.is_some() && figure.high.is_some() {
        return Figure { low: figure.high, ..figure };
    }
    // "estimated that 3,000 people had fled": no fewer are meant, and nobody counted.
    if figure.high == figure.low && is_estimated(scene, item) {
        return Figure { high: None, approximate: true, ..figure };
    }
    // "thirty, at the very least": said behind the number.
    let behind = item.number + 1;
    let behind = behind + usize::from(scene.words.tag(behind) == Tag::Comma);
    if scene.is(behind, Word::AtLeast).is_some() && figure.high == figure.low {
        return Figure { high: None, approximate: true, ..figure };
    }
    let range = figure.low.is_some() && figure.high.is_some() && figure.low != figure.high;
    let estimated = range && (0..item.first).any(|at| scene.small[at].starts_with("estim"));
    Figure { approximate: figure.approximate || below || estimated, ..figure }
}

/// How far before a number a verb of estimating stands.
const FARTHEST_ESTIMATE: usize = 5;

/// Whether somebody "estimated that" the number, and no other, holds.
fn is_estimated(scene: &Scene<'_>, item: &Item) -> bool {
    let from = item.first.saturating_sub(FARTHEST_ESTIMATE);
    let verb = (from..item.first).rev().find(|at| {
        scene.small[*at].starts_with("estim") && matches!(scene.words.tag(*at), Tag::Verb | Tag::Participle)
    });
    verb.is_some_and(|verb| {
        scene.words.tag(verb + 1) == Tag::Subordinator
            && !scene.items.iter().any(|other| verb < other.first && other.first < item.first)
    })
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
