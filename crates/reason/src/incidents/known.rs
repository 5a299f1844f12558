//! Where to look for the event that a claim may tell of: by place and month, by actor and day, by repeated figure.

use std::collections::HashMap;

use super::event::Event;
use super::names::Key;
use super::when::{Exactness, Time};

/// So many events under one key are compared with: the latest seen. More events of one place in one month, or of one
/// actor on one day, cannot be told apart by what claims say.
const MOST_COMPARED: usize = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Clue {
    PlaceMonth(Key, u8),
    Place(Key),
    ActorDay(Key, u8, u8),
    ActorFigure(Key, u64),
    DayFigure(u8, u8, u64),
    /// Of one document.
    DocumentDay(usize, u8, u8),
}

/// Events by what they are found by.
#[derive(Debug, Default)]
pub(super) struct Known {
    events: HashMap<Clue, Vec<usize>>,
    /// By event: the look-up that came upon it last, so that each is given once.
    seen: Vec<u64>,
    looked_up: u64,
}

impl Known {
    /// The events that share one of these clues: roots, each once, in the order in which they came up.
    pub fn like(&mut self, clues: &[Clue], root: impl Fn(usize) -> usize) -> Vec<usize> {
        self.looked_up += 1;
        let mut found = Vec::new();
        for at in clues.iter().filter_map(|clue| self.events.get(clue)).flatten() {
            let at = root(*at);
            if at >= self.seen.len() {
                self.seen.resize(at + 1, 0);
            }
            if self.seen[at] != self.looked_up {
                self.seen[at] = self.looked_up;
                found.push(at);
            }
        }
        found
    }

    /// Makes an event findable by these clues.
    pub fn learn(&mut self, at: usize, clues: &[Clue], root: impl Fn(usize) -> usize) {
        for clue in clues {
            let list = self.events.entry(*clue).or_default();
            if list.iter().any(|other| root(*other) == at) {
                continue;
            }
            if list.len() >= MOST_COMPARED {
                list.iter_mut().for_each(|other| *other = root(*other));
                list.dedup();
                if list.len() >= MOST_COMPARED {
                    list.remove(0);
                }
            }
            list.push(at);
        }
    }
}

/// What an event is found by. A place alone finds only what bears no date, on either side: see [`Clue::Place`].
pub(super) fn clues(event: &Event) -> Vec<Clue> {
    let mut found = Vec::new();
    let months: Vec<u8> = event.times.iter().flat_map(|time| time.months()).collect();
    for place in &event.places {
        found.extend(months.iter().map(|month| Clue::PlaceMonth(*place, *month)));
        found.push(Clue::Place(*place));
    }
    let figures = || event.echoes.iter().map(|(_, low, high)| if *low > 0 { *low } else { *high });
    for (month, day) in
        event.times.iter().filter(|time| time.exact == Exactness::Day).flat_map(|time| ends(*time))
    {
        found.extend(event.actors.iter().map(|actor| Clue::ActorDay(*actor, month, day)));
        found.extend(figures().map(|figure| Clue::DayFigure(month, day, figure)));
        found.extend(event.documents.iter().map(|document| Clue::DocumentDay(*document, month, day)));
    }
    for actor in &event.actors {
        found.extend(figures().map(|figure| Clue::ActorFigure(*actor, figure)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Month and day of its first and of its last day.
fn ends(time: Time) -> impl Iterator<Item = (u8, u8)> {
    let interval = time.interval();
    let ends = [interval.from, interval.to];
    ends.into_iter().flatten().filter_map(|date| Some((date.month?, date.day?)))
}
