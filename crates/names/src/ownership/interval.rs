//! When a tie holds.

use crate::party::PartialDate;

/// From when to when a tie holds, as far as its source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub struct Interval {
    /// The first day on which it holds.
    pub since: Option<PartialDate>,
    /// The last day on which it holds.
    pub until: Option<PartialDate>,
    /// A day on which the source says that it holds, such as that of a report. Of other days it says nothing: of later ones
    /// it is taken to hold still.
    pub stated: Option<PartialDate>,
}

/// Whether a tie holds on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holds {
    /// It does not.
    Not,
    /// The source leaves it open: "since 2024", asked of 3 March 2024.
    Perhaps,
    /// It does, as far as its source goes.
    Surely,
}

impl Interval {
    /// Whether it holds on a day. A coarse `day` is taken for its first day.
    #[must_use]
    pub fn on(self, day: PartialDate) -> Holds {
        let day = first(day);
        let begun = self.since.map_or(Holds::Surely, |since| since_then(since, day));
        let ended = self.until.map_or(Holds::Surely, |until| until_then(until, day));
        let told = match self.stated {
            Some(stated) if self.since.is_none() && day < first(stated) => Holds::Perhaps,
            _ => Holds::Surely,
        };
        begun.min(ended).min(told)
    }
}

/// Year, month, day: compares as days do.
type Day = (u16, u8, u8);

fn first(date: PartialDate) -> Day {
    (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

fn last(date: PartialDate) -> Day {
    (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31))
}

fn since_then(since: PartialDate, day: Day) -> Holds {
    if day < first(since) {
        Holds::Not
    } else if day < last(since) {
        Holds::Perhaps
    } else {
        Holds::Surely
    }
}

fn until_then(until: PartialDate, day: Day) -> Holds {
    if day > last(until) {
        Holds::Not
    } else if day > first(until) {
        Holds::Perhaps
    } else {
        Holds::Surely
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_hold_for_their_time() {
        use Holds::{Not, Perhaps, Surely};
        let date = PartialDate::parse;
        for (since, until, stated, day, expected) in [
            ("", "", "", "2024-03-01", Surely),
            ("2024-03-01", "", "", "2024-03-01", Surely),
            ("2024-03-01", "", "", "2024-02-29", Not),
            ("2024", "", "", "2024-03-01", Perhaps),
            ("2024", "", "", "2025-01-01", Surely),
            ("", "2024-03-01", "", "2024-03-01", Surely),
            ("", "2024-03-01", "", "2024-03-02", Not),
            ("", "2024", "", "2024-03-02", Perhaps),
            ("2020", "2022", "", "2021-06-01", Surely),
            ("", "", "2023-05-01", "2024-01-01", Surely),
            ("", "", "2023-05-01", "2022-01-01", Perhaps),
        ] {
            let interval = Interval { since: date(since), until: date(until), stated: date(stated) };
            assert_eq!(interval.on(date(day).unwrap()), expected, "{since} {until} {stated} on {day}");
        }
    }
}
