//! What frames the sentences under it: headings, lines of records, the day on which a paragraph is set, a place described.

use super::{Episode, Episodes, Heading, Setting, Stands};
use crate::claims::When;
use crate::claims::place::Spot;
use crate::claims::time::is_day;
use crate::claims::told::Told;

impl Episodes {
    /// "On 8 November villagers blocked the track near Kessa.": where what the paragraph tells next is set.
    pub(super) fn staged(&self, told: &Told) -> Option<Spot> {
        let dated = told.when.is_some_and(|when| is_day(&when)) || told.step.is_some();
        let place = told.place.as_ref().filter(|spot| !spot.name.is_empty());
        place.filter(|_| dated && !told.tells && told.has_verb).cloned()
    }

    /// "Location: Kessa", "Perpetrator: the Front": the place and the actor of all that the record tells.
    pub(super) fn recorded(&mut self, told: &Told, stands: Stands) -> usize {
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
    pub(super) fn describe(&mut self, told: &Told) {
        let lying = told.lying.as_ref().filter(|_| self.described.is_none());
        if let Some(spot) = told.described.as_ref().or(lying).filter(|spot| !spot.name.is_empty()) {
            self.described = Some(spot.clone());
        }
    }

    /// What the headings say.
    pub(super) fn headed(&self) -> Episode {
        let mut last = self.headings.iter().rev();
        Episode {
            when: last.clone().find_map(|heading| heading.when),
            place: last.clone().find_map(|heading| heading.place.clone()),
            actor: last.find_map(|heading| heading.actor),
            ..Episode::default()
        }
    }

    /// Ends the sections that a heading of a level does not stand in.
    pub(super) fn close(&mut self, level: u8) {
        while self.headings.last().is_some_and(|heading| heading.level >= level) {
            self.headings.pop();
        }
    }

    /// A heading begins a section: about an event that was told of before where it names its place, else about none yet.
    pub(super) fn head(&mut self, told: &Told, level: u8) -> usize {
        self.close(level);
        let place = told.placed(Stands::Heading(level)).filter(|spot| !spot.name.is_empty() && !told.byline);
        let heading = Heading { level, when: told.when, place: place.cloned(), actor: None };
        self.headings.push(heading);
        self.section = self.all.len();
        self.setting = Setting::Awaited;
        self.aside = None;
        self.described = None;
        self.armed = None;
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

    /// The day of what a sentence tells. "A convoy left Kessa on 3 March": the day of what the rest of the paragraph tells.
    pub(super) fn set(&mut self, when: Option<When>, told: &Told, stands: Stands) -> Option<When> {
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
}
