//! What is known of an event from the claims that are held to tell of it.

use std::collections::HashSet;

use crate::claims::ClaimKind;

use super::fact::Fact;
use super::names::Key;
use super::when::{Exactness, Time};
use super::words::Cue;

/// An event keeps no more different times, names or figures than this: a thousand reports of one battle repeat them.
const MOST_KEPT: usize = 24;

/// A figure as several reports of one event repeat it.
pub(super) type Echo = (ClaimKind, u64, u64);

/// Everything that its claims say, each thing once.
#[derive(Debug, Clone, Default)]
pub(super) struct Event {
    pub times: Vec<Time>,
    pub places: Vec<Key>,
    pub within: Vec<Key>,
    /// Those of its places that are big cities.
    pub cities: Vec<Key>,
    pub perpetrators: Vec<Key>,
    pub actors: Vec<Key>,
    pub kinds: Vec<ClaimKind>,
    pub echoes: Vec<Echo>,
    /// The documents that tell of it.
    pub documents: Vec<usize>,
    /// Its time was told of another claim before it.
    pub takes_time_over: bool,
    /// So is its place; and nothing in its words names the event told of before.
    pub borrowed: bool,
}

impl Event {
    /// Of one claim; what the claims before made of a name's extent is taken into account.
    pub fn of(fact: &Fact, areas: &HashSet<Key>) -> Self {
        let (wide, places): (Vec<Key>, Vec<Key>) =
            fact.place.names.iter().partition(|name| areas.contains(*name));
        let mut event = Self {
            times: fact.time.into_iter().collect(),
            places,
            within: fact.place.within.iter().copied().chain(wide).collect(),
            perpetrators: fact.perpetrators.clone(),
            actors: fact.perpetrators.iter().chain(&fact.victims).copied().collect(),
            kinds: vec![plain(fact.kind)],
            echoes: echo(fact).into_iter().collect(),
            documents: vec![fact.of.document],
            cities: fact.place.cities.clone(),
            borrowed: fact.borrowed && !fact.cues.has(Cue::SameEvent),
            takes_time_over: fact.time.is_some() && !fact.own_time,
        };
        event.actors.sort_unstable();
        event.actors.dedup();
        event
    }

    /// Takes in what another is known to be.
    pub fn absorb(&mut self, other: &Self) {
        fn add<T: Copy + PartialEq>(to: &mut Vec<T>, from: &[T]) {
            for item in from {
                if to.len() < MOST_KEPT && !to.contains(item) {
                    to.push(*item);
                }
            }
        }
        add(&mut self.times, &other.times);
        add(&mut self.places, &other.places);
        add(&mut self.within, &other.within);
        add(&mut self.cities, &other.cities);
        add(&mut self.perpetrators, &other.perpetrators);
        add(&mut self.actors, &other.actors);
        add(&mut self.kinds, &other.kinds);
        add(&mut self.echoes, &other.echoes);
        add(&mut self.documents, &other.documents);
        self.takes_time_over &= other.takes_time_over;
        self.borrowed &= other.borrowed;
    }

    /// 0 for what is dated to a day, 1 to a month, 2 not at all.
    pub fn exactness(&self) -> u8 {
        match self.times.iter().map(|time| time.exact).min() {
            Some(Exactness::Day) => 0,
            Some(_) => 1,
            None => 2,
        }
    }

    /// Whether anything ties it to a time or a place.
    pub const fn is_anchored(&self) -> bool {
        !self.times.is_empty() || !self.places.is_empty()
    }
}

/// Executed people were killed: reports of one event use both words.
pub(super) const fn plain(kind: ClaimKind) -> ClaimKind {
    match kind {
        ClaimKind::Executed => ClaimKind::Killed,
        other => other,
    }
}

/// Smaller numbers than this agree by chance.
const LEAST_TELLING: u64 = 5;

fn echo(fact: &Fact) -> Option<Echo> {
    let (low, high) = (fact.figure.low.unwrap_or(0), fact.figure.high.unwrap_or(u64::MAX));
    let number = fact.figure.low.or(fact.figure.high)?;
    (number >= LEAST_TELLING).then_some((plain(fact.kind), low, high))
}

/// A number that several reports do not give by chance: not round, not small.
pub(super) const fn is_telling(echo: Echo) -> bool {
    let number = if echo.1 > 0 { echo.1 } else { echo.2 };
    number > 12 && !number.is_multiple_of(10)
}
