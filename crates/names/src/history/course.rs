//! The course of one listing through time.

use super::day::Day;
use super::snapshot::Listing;

/// How a listing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Standing {
    /// It is on the list.
    Listed,
    /// It is not.
    NotListed,
    /// No snapshot tells.
    NotKnown,
}

/// Days on which a listing stands in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Stretch {
    /// The first day; `None`: since ever.
    pub from: Option<Day>,
    /// The last day; `None`: for ever.
    pub to: Option<Day>,
    /// How it stands.
    pub standing: Standing,
}

impl Stretch {
    /// Whether a day lies in it.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The course of a listing, given the days of its list's snapshots, the earliest first, and what each says of it. The rules stand in the module's
/// documentation.
#[must_use]
pub fn course(days: &[Day], known: &[Option<Listing>]) -> Vec<Stretch> {
    let mut course = Course::default();
    let mut before: Option<(Day, Option<&Listing>)> = None;
    for (day, listing) in days.iter().copied().zip(known) {
        let listing = listing.as_ref();
        let from = before.map(|(day, _)| day);
        let was = before.map(|(_, listing)| standing(listing));
        let now = standing(listing);
        match (was, now) {
            (Some(was), now) if was == now => course.until(day.before(), now),
            (None | Some(Standing::NotListed), Standing::Listed) => {
                // Its own date counts where it is not behind this snapshot, and behind the one before.
                let own =
                    listing.and_then(|listing| listing.listed).filter(|own| *own <= day && from < Some(*own));
                match own {
                    Some(own) => {
                        course.until(own.before(), Standing::NotListed);
                        course.until(day.before(), Standing::Listed);
                    }
                    None => course.until(day.before(), Standing::NotKnown),
                }
            }
            (Some(Standing::Listed), _) => {
                let ended = before
                    .and_then(|(_, listing)| listing?.ended)
                    .filter(|end| *end < day && from <= Some(*end));
                if let Some(end) = ended {
                    course.until(Some(end), Standing::Listed);
                    course.until(day.before(), Standing::NotListed);
                } else {
                    course.until(day.before(), Standing::NotKnown);
                }
            }
            _ => course.until(day.before(), Standing::NotKnown),
        }
        course.until(Some(day), now);
        before = Some((day, listing));
    }
    course.rest();
    course.stretches
}

fn standing(listing: Option<&Listing>) -> Standing {
    if listing.is_some() { Standing::Listed } else { Standing::NotListed }
}

/// Stretches, each beginning where the last ends.
#[derive(Default)]
struct Course {
    stretches: Vec<Stretch>,
}

impl Course {
    /// Goes on to a day, which is the last in that standing. Where that day lies behind already, nothing is added.
    fn until(&mut self, to: Option<Day>, standing: Standing) {
        let Some(to) = to else { return };
        match self.stretches.last_mut() {
            Some(last) if last.to.is_some_and(|end| end >= to) => {}
            Some(last) if last.standing == standing => last.to = Some(to),
            last => {
                let from = last.and_then(|last| last.to?.after());
                self.stretches.push(Stretch { from, to: Some(to), standing });
            }
        }
    }

    /// What comes after the last snapshot is not known.
    fn rest(&mut self) {
        let standing = Standing::NotKnown;
        match self.stretches.last() {
            None => self.stretches.push(Stretch { from: None, to: None, standing }),
            Some(last) => {
                if let Some(from) = last.to.and_then(Day::after) {
                    self.stretches.push(Stretch { from: Some(from), to: None, standing });
                }
            }
        }
    }
}
