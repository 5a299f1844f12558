//! Whether a day or a place is that of an event told of before, or begins another one.

use super::{Episode, Episodes, FIRST_SENTENCES, Stands};
use crate::claims::When;
use crate::claims::place::Spot;
use crate::claims::time::{agree, is_day};
use crate::claims::told::Told;

impl Episodes {
    /// The only event told of so far that was at a place.
    pub(super) fn known(&self, spot: &Spot) -> Option<usize> {
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

    /// A day: of an event told of before, or of another one.
    pub(super) fn dated(&mut self, when: When, spot: Option<&Spot>, told: &Told, stands: Stands) -> usize {
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
    pub(super) fn complete(&mut self, number: usize, when: When) {
        let yearless = |when: &When| when.interval.from.is_some_and(|from| from.year.is_none());
        let known = &mut self.all[number].when;
        if known.as_ref().is_some_and(yearless) && !yearless(&when) {
            *known = Some(when);
        }
    }

    /// An event without a place is where a sentence says.
    pub(super) fn locate(&mut self, number: usize, spot: Option<&Spot>) {
        let place = &mut self.all[number].place;
        if place.is_none() {
            *place = spot.cloned();
        }
    }

    /// Whether an event has no day yet, and no other place: its first sentences may give both, or one that goes on about it.
    pub(super) fn is_open(&self, number: usize, spot: Option<&Spot>, told: &Told) -> bool {
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
    pub(super) fn place_of(&self, told: &Told, stands: Stands) -> Option<Spot> {
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
    pub(super) fn placed(&mut self, spot: &Spot, told: &Told, stands: Stands) -> usize {
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
}
