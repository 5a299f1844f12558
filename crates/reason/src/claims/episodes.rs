//! The events that a text tells of one after another, as a reader keeps them in mind.
//!
//! A sentence goes on about the event told of last, turns back to one told of before, or begins another. What it says
//! of day, place and actor belongs to that event, and what a claim leaves out is taken from its own event and no other.

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
}

impl Episode {
    /// Whether another, of which no day is told, may be this one: nothing says that it was elsewhere.
    pub fn may_be(&self, other: &Self) -> bool {
        let there = other.place.as_ref().is_none_or(|place| self.place.as_ref().is_some_and(|own| own.is_same(place)));
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
        if let (true, Some(before), Stands::Within) = (told.back && number != before.unwrap_or(number), before, stands)
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

    /// "On 8 November villagers blocked the track near Kessa.": where what the paragraph tells next is set.
    fn staged(&self, told: &Told) -> Option<Spot> {
        let dated = told.when.is_some_and(|when| is_day(&when)) || told.step.is_some();
        let place = told.place.as_ref().filter(|spot| !spot.name.is_empty());
        place.filter(|_| dated && !told.tells && told.has_verb).cloned()
    }

    /// "Location: Kessa", "Perpetrator: the Front": the place and the actor of all that the record tells.
    fn recorded(&mut self, told: &Told, stands: Stands) -> usize {
        if let Stands::Heading(level) = stands {
            self.close(level);
        }
        if self.headings.is_empty() {
            self.headings.push(Heading::default());
        }
        let number = self.current.unwrap_or_else(|| self.begin(Episode::default()));
        let (episode, heading) = (&mut self.all[number], self.headings.last_mut());
        if let Some(field) = &told.field {
            episode.place = Some(Spot { bare: field.span, ..field.clone() });
        }
        episode.actor = told.field_actor.or(episode.actor);
        if let Some(heading) = heading {
            heading.place = told.field.as_ref().and(episode.place.clone()).or(heading.place.take());
            heading.actor = told.field_actor.or(heading.actor);
        }
        self.learn(number, told);
        number
    }

    /// A place of which a sentence says what it is, or what it is like.
    fn describe(&mut self, told: &Told) {
        let lying = told.lying.as_ref().filter(|_| self.described.is_none());
        if let Some(spot) = told.described.as_ref().or(lying).filter(|spot| !spot.name.is_empty()) {
            self.described = Some(spot.clone());
        }
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

    /// What the headings say.
    fn headed(&self) -> Episode {
        let mut last = self.headings.iter().rev();
        Episode {
            when: last.clone().find_map(|heading| heading.when),
            place: last.clone().find_map(|heading| heading.place.clone()),
            actor: last.find_map(|heading| heading.actor),
            ..Episode::default()
        }
    }

    /// Ends the sections that a heading of a level does not stand in.
    fn close(&mut self, level: u8) {
        while self.headings.last().is_some_and(|heading| heading.level >= level) {
            self.headings.pop();
        }
    }

    /// A heading begins a section: about an event that was told of before where it names its place, else about none yet.
    fn head(&mut self, told: &Told, level: u8) -> usize {
        self.close(level);
        let place = told.placed(Stands::Heading(level)).filter(|spot| !spot.name.is_empty() && !told.byline);
        let heading = Heading { level, when: told.when, place: place.cloned(), actor: None };
        self.headings.push(heading);
        self.section = self.all.len();
        self.setting = Setting::Awaited;
        self.aside = None;
        self.described = None;
        self.region = told.region;
        self.home = self.home.or(told.region);
        let place = self.headings.last().and_then(|heading| heading.place.as_ref());
        let known = place.filter(|_| told.when.is_none()).and_then(|spot| self.known(spot));
        let number = known.unwrap_or_else(|| self.begin(self.headed()));
        self.current = Some(number);
        self.all[number].begun = self.all[number].begun.or(Some(Stands::Heading(level)));
        self.learn(number, told);
        number
    }

    /// The only event told of so far that was at a place.
    fn known(&self, spot: &Spot) -> Option<usize> {
        let found: Vec<usize> = self.remembered().filter(|number| self.all[*number].was_at(spot)).collect();
        let day = |number: &usize| self.all[*number].when.map(|when| when.interval);
        let Some(first) = found.iter().find(|number| day(number).is_some()) else {
            return found.first().copied();
        };
        let agrees = |other: &usize| match (day(first), day(other)) {
            (Some(one), Some(two)) => agree(one, two),
            _ => true,
        };
        found.iter().all(agrees).then_some(*first)
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

    /// The day of what a sentence tells. "A convoy left Kessa on 3 March": the day of what the rest of the paragraph tells.
    fn set(&mut self, when: Option<When>, told: &Told, stands: Stands) -> Option<When> {
        if stands == Stands::Opening {
            self.setting = Setting::Awaited;
        }
        if !told.tells && told.has_verb {
            let open = told.leads || !matches!(self.setting, Setting::Closed);
            if let Some(day) = when.filter(is_day).filter(|_| open) {
                self.setting = Setting::Day(day);
            }
            return None;
        }
        // "15 May, same village.": the day of all that the paragraph tells, until it tells another.
        if let (Some(day), Stands::Opening, false) = (when.filter(is_day), stands, told.has_verb) {
            self.setting = Setting::Day(day);
            return Some(day);
        }
        let own = told.stretch.is_some() || told.elsewhen || told.step.is_some();
        match self.setting {
            Setting::Day(_) if when.is_some() => {
                self.setting = Setting::Closed;
                when
            }
            Setting::Day(day) if !own => Some(day),
            // "Nineteen were let go on Tuesday", behind what was told, sets nothing.
            Setting::Awaited if told.counts => {
                self.setting = Setting::Closed;
                when
            }
            _ => when,
        }
    }

    /// A day: of an event told of before, or of another one.
    fn dated(&mut self, when: When, spot: Option<&Spot>, told: &Told, stands: Stands) -> usize {
        let fits = |number: usize| {
            let episode = &self.all[number];
            let on = episode
                .when
                .is_some_and(|known| is_day(&known) == is_day(&when) && agree(known.interval, when.interval));
            if episode.stretch || !on {
                return false;
            }
            let last = self.current == Some(number);
            match (spot, &episode.place) {
                (Some(spot), Some(place)) => spot.is_same(place) || place.name.is_empty(),
                (Some(_), None) => last,
                (None, _) => true,
            }
        };
        // "Kessa, 9 May." heads an entry of its own, even if its place is not known.
        let entry = stands == Stands::Opening && !told.has_verb && spot.is_none();
        let fits = |number: usize| !entry && fits(number);
        if is_day(&when) {
            self.aside = None;
        }
        let current = self.current.filter(|number| fits(*number) && !told.another);
        // A day alone is known again in its section; with its place, anywhere.
        let from = if spot.is_some() { 0 } else { self.section };
        let before = || {
            self.remembered()
                .rev()
                .filter(|number| *number >= from)
                .find(|number| fits(*number) && !told.another)
        };
        if let Some(number) = current.or_else(before) {
            self.current = Some(number);
            self.locate(number, spot);
            self.complete(number, when);
            return number;
        }
        // The event of a heading or of a title has no day until the text gives it.
        if let Some(number) = self.current.filter(|number| self.is_open(*number, spot, told)) {
            self.all[number].when = Some(when);
            self.locate(number, spot);
            return number;
        }
        let place = spot.cloned().or_else(|| self.place_of(told, stands));
        self.begin(Episode { when: Some(when), place, ..Episode::default() })
    }

    /// "17 April" of a heading, and "17 April 2024" below it.
    fn complete(&mut self, number: usize, when: When) {
        let yearless = |when: &When| when.interval.from.is_some_and(|from| from.year.is_none());
        let known = &mut self.all[number].when;
        if known.as_ref().is_some_and(yearless) && !yearless(&when) {
            *known = Some(when);
        }
    }

    /// An event without a place is where a sentence says.
    fn locate(&mut self, number: usize, spot: Option<&Spot>) {
        let place = &mut self.all[number].place;
        if place.is_none() {
            *place = spot.cloned();
        }
    }

    /// Whether an event has no day yet, and no other place: its first sentences may give both, or one that goes on about it.
    fn is_open(&self, number: usize, spot: Option<&Spot>, told: &Told) -> bool {
        let episode = &self.all[number];
        // "The bodies of 13 more were pulled from a canal on Friday": not the day of the raid told of before.
        if told.recovers && episode.told {
            return false;
        }
        let elsewhere = spot.zip(episode.place.as_ref()).is_some_and(|(spot, place)| !spot.is_same(place));
        let begins = episode.sentences <= FIRST_SENTENCES || told.same;
        episode.when.is_none() && !episode.stretch && !elsewhere && begins && !told.another
    }

    /// Where another event is that names no place: where its paragraph is, or all of its section.
    fn place_of(&self, told: &Told, stands: Stands) -> Option<Spot> {
        let last = self.current.map(|number| &self.all[number]);
        let here = last.is_some_and(|episode| episode.paragraph == self.paragraph);
        let current = last.and_then(|episode| episode.place.clone());
        if (stands == Stands::Within && here || told.same_place) && current.is_some() {
            return current;
        }
        let headed = self.headed().place;
        if headed.is_some() {
            return headed;
        }
        if self.described.is_some() {
            return self.described.clone();
        }
        let current = current?;
        let elsewhere = |episode: &Episode| {
            !episode.stretch && episode.place.as_ref().is_some_and(|place| !place.is_same(&current))
        };
        let mut section = self.remembered().filter(|number| *number >= self.section);
        (!section.any(|number| elsewhere(&self.all[number]))).then_some(current)
    }

    /// A place without a day: of the event told of last, of one told of before, or of another one.
    fn placed(&mut self, spot: &Spot, told: &Told, stands: Stands) -> usize {
        let there =
            |number: &usize| self.all[*number].place.as_ref().is_some_and(|place| place.is_same(spot));
        if let Some(number) = self.current.filter(there).filter(|_| !told.another) {
            return number;
        }
        let here = self
            .remembered()
            .rev()
            .find(|number| *number >= self.section && self.all[*number].was_at(spot))
            .filter(|_| !told.another);
        if let Some(number) = here.or_else(|| self.known(spot).filter(|_| !told.another)) {
            self.current = Some(number);
            return number;
        }
        // A heading, or the sentence before, may have begun it without a place.
        let open = |number: &usize| {
            let episode = &self.all[*number];
            let dated = episode.when.is_some() || told.same;
            let near = stands == Stands::Within || episode.sentences <= 1 || dated;
            episode.place.is_none() && !episode.stretch && near
        };
        if let Some(number) = self.current.filter(open).filter(|_| !told.another) {
            self.all[number].place = Some(spot.clone());
            return number;
        }
        let day = |number: usize| self.all[number].when.filter(|_| !self.all[number].stretch);
        let when = match stands {
            Stands::Within if !told.elsewhen => self.current.and_then(day),
            _ => None,
        };
        let when = when.or(self.headed().when).filter(|_| !told.elsewhen);
        self.begin(Episode { when, place: Some(spot.clone()), ..Episode::default() })
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
        episode.actor = episode.actor.or(told.actor);
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
