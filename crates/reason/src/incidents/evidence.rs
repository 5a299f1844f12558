//! Whether two sets of claims tell of one event, and why.

use super::event::{Echo, Event, is_telling};
use super::when::{Lie, lie};

/// How many days apart reports of one event date it: the day, and the day on which it became known.
const DAYS_OF_ONE_EVENT: i64 = 3;

/// What speaks for one event.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub when: Lie,
    pub place: Agreement,
    pub actors: Agreement,
    pub kinds: Agreement,
    pub echoes: Vec<Echo>,
    /// Both give one day and month, in two years.
    other_year: bool,
    /// Both are told of by one document.
    pub same_document: bool,
    /// And the time of the second is that of what was told before.
    takes_time_over: bool,
    /// Time and place of one are only those of the scene before.
    borrowed: bool,
}

/// Whether both name the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    Same,
    /// One of the two says nothing.
    Unknown,
    Different,
}

impl Agreement {
    fn of<T: PartialEq>(one: &[T], two: &[T]) -> Self {
        if one.is_empty() || two.is_empty() {
            Self::Unknown
        } else if one.iter().any(|item| two.contains(item)) {
            Self::Same
        } else {
            Self::Different
        }
    }
}

/// How certain a join is: of several events that fit, the best is taken; a tie below [`Strength::OneDay`] is left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Undated,
    DaysApart,
    SameMonth,
    OneDay,
}

/// Whether all that both name of places are big cities.
fn only_cities(one: &Event, two: &Event) -> bool {
    let mut shared = one.places.iter().filter(|place| two.places.contains(place));
    shared.all(|place| one.cities.contains(place) || two.cities.contains(place))
}

impl Evidence {
    pub fn between(one: &Event, two: &Event) -> Self {
        let echoes = one.echoes.iter().filter(|echo| two.echoes.contains(echo)).copied().collect();
        let inside = two.places.iter().any(|place| one.within.contains(place))
            || one.places.iter().any(|place| two.within.contains(place));
        let place = match Agreement::of(&one.places, &two.places) {
            Agreement::Different if inside => Agreement::Unknown,
            Agreement::Same if only_cities(one, two) => Agreement::Unknown,
            place => place,
        };
        let who = match Agreement::of(&one.perpetrators, &two.perpetrators) {
            _ if Agreement::of(&one.actors, &two.actors) == Agreement::Same => Agreement::Same,
            who => who,
        };
        Self {
            when: lie(&one.times, &two.times),
            place,
            actors: who,
            kinds: Agreement::of(&one.kinds, &two.kinds),
            other_year: one
                .times
                .iter()
                .any(|time| two.times.iter().any(|other| time.same_day_of_other_year(*other))),
            echoes,
            same_document: Agreement::of(&one.documents, &two.documents) == Agreement::Same,
            takes_time_over: two.takes_time_over,
            borrowed: one.borrowed || two.borrowed,
        }
    }

    /// Whether it is enough to hold both for one event, and how certain that is.
    pub fn strength(&self) -> Option<Strength> {
        let shared = self.actors == Agreement::Same;
        let echo = !self.echoes.is_empty();
        let telling = self.echoes.iter().any(|echo| is_telling(*echo));
        let several = self.echoes.len() >= 2;
        let kinds = self.kinds == Agreement::Same;
        let goes_on = self.same_document && self.takes_time_over;
        // What only follows on a scene is of it if it tells of the same deeds or people.
        if self.borrowed && !(kinds || shared || echo) {
            return None;
        }
        match (self.when, self.place) {
            (Lie::SameDay, Agreement::Same) => {
                (self.actors != Agreement::Different || echo).then_some(Strength::OneDay)
            }
            (Lie::SameDay, Agreement::Unknown) => {
                let here = self.same_document && telling || goes_on && kinds;
                (shared && (kinds || echo) || several || here).then_some(Strength::OneDay)
            }
            (Lie::SameDay, Agreement::Different) => (shared && several).then_some(Strength::OneDay),
            (Lie::Overlap, Agreement::Same) => (shared || telling || goes_on).then_some(Strength::SameMonth),
            (Lie::Overlap, Agreement::Unknown) => (shared && telling).then_some(Strength::SameMonth),
            (Lie::Apart(days), Agreement::Same) => {
                let near = days <= DAYS_OF_ONE_EVENT && (!self.same_document || telling)
                    || self.other_year && telling;
                (near && shared && (several || telling)).then_some(Strength::DaysApart)
            }
            // Two figures in common, one of them no round one: one battle, dated by the day and by the news of it.
            (Lie::Apart(days), Agreement::Unknown) => {
                let near = days <= DAYS_OF_ONE_EVENT && !self.same_document;
                (near && shared && several && telling).then_some(Strength::DaysApart)
            }
            (Lie::Unknown, Agreement::Same) => {
                // In one document, names taken over from the sentence before agree with themselves.
                let named = shared && kinds && !self.same_document;
                (named || telling).then_some(Strength::Undated)
            }
            _ => None,
        }
    }

    /// In words: `same place, dates two days apart, both name the same party`.
    pub fn reason(&self) -> String {
        let mut said: Vec<String> = Vec::new();
        match self.place {
            Agreement::Same => said.push("same place".to_owned()),
            Agreement::Different => said.push("two names of places".to_owned()),
            Agreement::Unknown => {}
        }
        said.push(match self.when {
            Lie::SameDay => "same day".to_owned(),
            Lie::Overlap => "dates that agree as far as both go".to_owned(),
            Lie::Apart(_) if self.other_year => "the same day of two years".to_owned(),
            Lie::Apart(1) => "dates one day apart".to_owned(),
            Lie::Apart(days) => {
                format!("dates {} days apart", if days == 2 { "two".to_owned() } else { days.to_string() })
            }
            Lie::Unknown => "no date that tells them apart".to_owned(),
        });
        if self.actors == Agreement::Same {
            said.push("both name the same party".to_owned());
        }
        if !self.echoes.is_empty() {
            said.push(format!("both give {}", figures(&self.echoes)));
        }
        said.join(", ")
    }
}

/// The figures that both give: two at most.
fn figures(echoes: &[Echo]) -> String {
    let each: Vec<String> = echoes
        .iter()
        .take(2)
        .map(|(kind, low, high)| {
            let number = if *low > 0 { low } else { high };
            format!("{number} {}", kind.name().replace('_', " "))
        })
        .collect();
    each.join(" and ")
}
