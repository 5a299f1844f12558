//! The events that a text tells of one after another, as a reader keeps them in mind.
//!
//! A sentence goes on about the event told of last, turns back to one told of before, or begins another. What it says
//! of day, place and actor belongs to that event, and what a claim leaves out is taken from its own event and no other.

mod again;
mod frames;

use std::collections::HashMap;

use super::When;
use super::place::Spot;
use super::time::{Counting, CountsFrom, agree, is_day};
use super::told::Told;
use crate::dates::{DateBasis, Interval, Step, stepped};
use crate::document::Span;

/// An event, as far as it has been told.
#[derive(Debug, Clone, Default)]
pub(super) struct Episode {
    pub when: Option<When>,
    pub place: Option<Spot>,
    pub actor: Option<Span>,
    /// Who says that it was they.
    pub owner: Option<Span>,
    /// It counts over months or years: no single event.
    pub stretch: bool,
    /// "A second raid killed nine more": not that of which the text tells most.
    pub another: bool,
    /// Where the sentence stands that began it.
    begun: Option<Stands>,
    /// A sentence told what happened, not only a heading.
    told: bool,
    /// Of what was found or came back after another event.
    recovered: bool,
    /// How many sentences tell of it.
    sentences: usize,
    /// The last paragraph that says something of it.
    paragraph: usize,
}

impl Episode {
    /// Whether it is a single event that was at a place.
    fn was_at(&self, spot: &Spot) -> bool {
        !self.stretch && self.place.as_ref().is_some_and(|place| place.is_same(spot))
    }

    /// Whether another, of which no day is told, may be this one: nothing says that it was elsewhere.
    pub fn may_be(&self, other: &Self) -> bool {
        let there = other
            .place
            .as_ref()
            .is_none_or(|place| self.place.as_ref().is_some_and(|own| own.is_same(place)));
        !other.stretch && !other.another && other.when.is_none() && there
    }
}

/// Where a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// In a title or heading of a level.
    Heading(u8),
    /// First in its paragraph.
    Opening,
    /// The day with which a short piece of news opens.
    Lead,
    /// Behind another of its paragraph.
    Within,
}

/// The day on which a paragraph sets what it tells.
#[derive(Debug, Clone, Copy, Default)]
enum Setting {
    /// It has told nothing yet.
    #[default]
    Awaited,
    /// "A convoy left Kessa on 3 March."
    Day(When),
    Closed,
}

/// What the headings above a sentence say of all that stands under them.
#[derive(Debug, Clone, Default)]
struct Heading {
    level: u8,
    when: Option<When>,
    place: Option<Spot>,
    actor: Option<Span>,
}

/// The events of a text up to a sentence.
#[derive(Debug, Default)]
pub(super) struct Episodes {
    all: Vec<Episode>,
    current: Option<usize>,
    /// A count over time, which the rest of its paragraph goes on about.
    aside: Option<usize>,
    headings: Vec<Heading>,
    setting: Setting,
    /// The place that the section describes: "Kessa is a village of 900 people".
    described: Option<Spot>,
    /// Where a sentence of the paragraph that tells of no event yet, but of a day, is set.
    scene: Option<Spot>,
    /// How many paragraphs were begun.
    paragraph: usize,
    /// How often each place was named where something happens.
    places: HashMap<String, (usize, Span)>,
    /// Armed people told of last in the section.
    armed: Option<Span>,
    /// Number of the first event of the section.
    section: usize,
    /// The last country or region that the section named.
    region: Option<Span>,
    /// The country or region of which the text as a whole tells.
    home: Option<Span>,
    /// The period that the text covers.
    covers: Option<When>,
    /// "The day before, a bomb had killed two": a look back, and the event to which the next paragraph returns.
    looked_back: Option<(usize, usize)>,
}

/// The day of an event stands in its first sentences, a heading among them.
const FIRST_SENTENCES: usize = 2;

/// In sentences: of what is told in no more a reader keeps the main event in mind.
const MENTIONED: usize = 2;

/// A place named less often is not that of a whole text.
const OFTEN: usize = 3;

/// So many events back a place or day is known again.
const REMEMBERED: usize = 60;

impl Episodes {
    /// None yet, of a text that covers a period.
    pub fn of(period: Option<(Interval, Span)>) -> Self {
        let when = |(interval, span)| When { interval, span, basis: DateBasis::CountedFrom(span) };
        Self { covers: period.map(when), ..Self::default() }
    }

    /// The event of that number.
    pub fn get(&self, number: usize) -> &Episode {
        &self.all[number]
    }

    /// The country or region of which the text as a whole tells, for what counts over time.
    pub const fn home(&self) -> Option<Span> {
        self.home
    }

    /// The place of which the text as a whole tells: named more often than all others together.
    pub fn main_place(&self) -> Option<Span> {
        let all: usize = self.places.values().map(|(count, _)| count).sum();
        let most =
            self.places.values().max_by_key(|(count, span)| (*count, std::cmp::Reverse(span.start)))?;
        (most.0 >= OFTEN && most.0 * 2 > all).then_some(most.1)
    }

    /// A note, which a reader comes to from anywhere: nothing told so far is its event.
    pub fn leave(&mut self) {
        *self = Self {
            all: std::mem::take(&mut self.all),
            home: self.home,
            covers: self.covers,
            places: std::mem::take(&mut self.places),
            ..Self::default()
        };
        self.section = self.all.len();
    }

    /// Takes in the next sentence of the text: the number of its event.
    pub fn turn(&mut self, told: &Told, stands: Stands) -> usize {
        if told.field.is_some() || told.field_actor.is_some() {
            return self.recorded(told, stands);
        }
        if let Stands::Heading(level) = stands {
            return self.head(told, level);
        }
        if stands == Stands::Opening {
            self.aside = None;
            self.scene = None;
            self.paragraph += 1;
            if let Some((back, from)) = self.looked_back.take() {
                self.current = if self.current == Some(back) { Some(from) } else { self.current };
            }
        }
        self.region = told.region.or(self.region);
        self.home = self.home.or(told.region);
        self.describe(told);
        let when = told.when.or_else(|| self.counted(told, stands));
        let when = self.set(when, told, stands);
        let lead = stands == Stands::Opening && !told.has_verb;
        let spot = told.placed(stands).filter(|spot| !spot.name.is_empty()).map(|spot| match lead {
            // "Kessa, Halden, 5 May." is how the text itself names the place of what follows.
            true => Spot { bare: spot.span, ..spot.clone() },
            false => spot.clone(),
        });
        self.scene = self.staged(told).or(self.scene.take());
        let spot = spot.or_else(|| self.scene.clone().filter(|_| told.tells && told.has_verb));
        let spot = spot.as_ref();
        if when.is_none()
            && let Some(stretch) = told.stretch
        {
            return self.stretch(Some(stretch), told);
        }
        if when.is_none() && spot.is_none() && self.is_tally(told, stands) {
            return self.stretch(self.covers, told);
        }
        let last = self.current;
        let before = last.filter(|number| self.day_of(*number).is_some());
        let number = match (when, spot) {
            (Some(when), _) => self.dated(when, spot, told, stands),
            (None, Some(spot)) => self.placed(spot, told, stands),
            (None, None) if told.another => self.begin(Episode { another: true, ..Episode::default() }),
            // "In the weeks that followed", "the next day" of a day that is not known.
            (None, None) if (told.elsewhen || told.step.is_some()) && told.tells => {
                let place = self.place_of(told, stands);
                self.begin(Episode { place, ..Episode::default() })
            }
            (None, None) => self.going_on(told, stands),
        };
        self.all[number].begun = self.all[number].begun.or(Some(stands));
        self.learn(number, told);
        self.all[number].told |= told.tells && told.has_verb;
        self.all[number].recovered |= told.recovers && self.all[number].sentences == 1;
        if told.aftermath && self.current != before {
            let begun = last.filter(|number| told.recovers && self.all[*number].told);
            self.current = before.or(begun).or(self.current);
        }
        if let (true, Some(before), Stands::Within) =
            (told.back && number != before.unwrap_or(number), before, stands)
        {
            self.looked_back = Some((number, before));
        }
        // "The group has claimed two attacks in May": none of them is what the text goes on about.
        if told.several && stands == Stands::Within {
            self.current = last.or(self.current);
        }
        number
    }

    /// "The organisation recorded 2,714 deaths", where no event is told of: counted over all of the period that the text covers.
    /// "The abduction of 96 children was verified", at the opening of a paragraph: of no event that another tells.
    fn is_tally(&self, told: &Told, stands: Stands) -> bool {
        let current = self.current.map(|number| &self.all[number]);
        let of_event = current.is_some_and(|episode| episode.when.is_some() && !episode.stretch);
        let own = told.same || told.step.is_some() || told.elsewhen || told.another;
        let apart = match self.covers {
            Some(_) => !of_event,
            None => stands == Stands::Opening && told.verifies,
        };
        told.tallies && told.counts && !own && apart
    }

    /// The event told of last; "the attack", where a section has told of none yet, is that of which the text tells most.
    fn going_on(&mut self, told: &Told, stands: Stands) -> usize {
        let Some(current) = self.aside.or(self.current) else { return self.begin(self.headed()) };
        let untold = self.all[current].when.is_none() && self.all[current].place.is_none();
        // A paragraph that names neither day nor place does not go on about what the one before only mentioned.
        let mentioned = |main: usize| {
            stands == Stands::Opening
                && told.tells
                && self.all[current].begun == Some(Stands::Within)
                && self.all[current].sentences <= MENTIONED
                && self.all[main].sentences > self.all[current].sentences
        };
        match self.main().filter(|main| untold && told.same || mentioned(*main)) {
            Some(main) => {
                self.current = Some(main);
                main
            }
            None => current,
        }
    }

    /// The event of which most of the text tells.
    pub fn main(&self) -> Option<usize> {
        let dated = |number: &usize| {
            let episode = &self.all[*number];
            let event = !episode.stretch && !episode.recovered;
            event && episode.when.is_some_and(|when| is_day(&when)) && episode.place.is_some()
        };
        let most = self.remembered().filter(dated).max_by_key(|number| self.all[*number].sentences)?;
        let all: usize = self.remembered().filter(dated).map(|number| self.all[number].sentences).sum();
        (self.all[most].sentences * 2 >= all).then_some(most)
    }

    /// The events that are known again by their place or day: the last ones.
    fn remembered(&self) -> std::ops::Range<usize> {
        self.all.len().saturating_sub(REMEMBERED)..self.all.len()
    }

    fn begin(&mut self, episode: Episode) -> usize {
        self.all.push(episode);
        self.current = Some(self.all.len() - 1);
        self.all.len() - 1
    }

    /// A count over time stands beside the events: the rest of its paragraph goes on about it.
    fn stretch(&mut self, when: Option<When>, told: &Told) -> usize {
        let place = told.region.map(Spot::plain).or_else(|| told.place.clone());
        let region = self.region.or(self.home).map(Spot::plain);
        self.all.push(Episode {
            when,
            place: place.or(region),
            actor: told.actor,
            stretch: true,
            ..Episode::default()
        });
        self.aside = Some(self.all.len() - 1);
        self.all.len() - 1
    }

    /// "two days after the raid", "le lendemain": counted from the event told of last, or from that which it names.
    fn counted(&self, told: &Told, stands: Stands) -> Option<When> {
        let Counting { step, span, from } = told.step?;
        let last = self.current.and_then(|number| self.day_of(number));
        let named = || self.attack().and_then(|number| self.day_of(number));
        let anchor = match from {
            CountsFrom::Event if stands == Stands::Opening => named().or(last)?,
            // "In October … three traders taken that day": no nearer than the month.
            _ if step == Step::Days(0) && self.current_when().is_some() => self.current_when()?,
            _ => last.or_else(|| self.headed().when.filter(is_day)).or_else(named)?,
        };
        let interval = match step {
            // "that day", whether or not its year is known.
            Step::Days(0) => anchor.interval,
            _ => stepped(anchor.interval, step),
        };
        interval.from.is_some().then_some(When { interval, span, basis: DateBasis::CountedFrom(anchor.span) })
    }

    fn current_when(&self) -> Option<When> {
        let current = self.current.map(|number| &self.all[number])?;
        current.when.filter(|_| !current.stretch)
    }

    fn day_of(&self, number: usize) -> Option<When> {
        self.all[number].when.filter(is_day).filter(|_| !self.all[number].stretch)
    }

    /// The dated event of which most sentences tell.
    fn attack(&self) -> Option<usize> {
        let dated = self.remembered().filter(|number| self.day_of(*number).is_some());
        dated.max_by_key(|number| self.all[*number].sentences)
    }

    /// The event of a claim whose clause has a day and a place of its own, in a sentence that tells of several.
    pub fn own(&mut self, sentence: usize, when: Option<When>, spot: Option<&Spot>) -> usize {
        let episode = &self.all[sentence];
        let day = when.filter(is_day);
        let other_day = day.is_some_and(|day| {
            episode.when.is_some_and(|known| is_day(&known) && !agree(known.interval, day.interval))
        });
        let named = spot.filter(|spot| !spot.name.is_empty());
        let other_place = named.is_some_and(|spot| {
            episode.place.as_ref().is_some_and(|place| !place.name.is_empty() && !place.is_same(spot))
        });
        if episode.stretch || !(other_day || other_place) {
            return sentence;
        }
        let place = named.cloned().or_else(|| episode.place.clone());
        let own = Episode { when: when.or(episode.when), place, ..Episode::default() };
        self.begin(own)
    }

    fn learn(&mut self, number: usize, told: &Told) {
        let named = told.place.as_ref().or(told.passed.as_ref()).filter(|spot| !spot.name.is_empty());
        let episode = &mut self.all[number];
        if episode.place.is_none() && !episode.stretch && told.tells {
            episode.place = told.passed.clone().filter(|spot| !spot.name.is_empty());
        }
        episode.actor = episode.actor.or(told.actor).or(self.armed.filter(|_| told.assailants));
        self.armed = told.armed.or(self.armed);
        episode.owner = episode.owner.or(told.owner);
        episode.sentences += 1;
        if told.when.is_some() || told.place.is_some() || told.same {
            episode.paragraph = self.paragraph;
        }
        if let Some(spot) = named {
            self.places.entry(spot.name.clone()).or_insert((0, spot.bare)).0 += 1;
        }
    }
}
