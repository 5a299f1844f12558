//! A quick look at two events, before all that speaks for their being one is gathered: of the events that share a place or
//! an actor, nearly all are years apart.

use super::event::Event;

/// Events whose days lie further apart are told apart by them, save where one date is the other's with another year. More
/// than [`super::evidence`] asks for: a test holds the two against each other.
const FAR: i64 = 7;
/// From a day to the same day of the next year.
const YEAR: std::ops::RangeInclusive<i64> = 365..=366;

/// The days of an event, all its times taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outline {
    first: i32,
    last: i32,
    /// The latest first day of its times.
    latest: i32,
}

impl Outline {
    /// An event without a date, or with one without a year, may lie anywhere.
    const ANYWHERE: Self = Self { first: i32::MIN, last: i32::MAX, latest: i32::MAX };

    pub fn of(event: &Event) -> Self {
        let days = event.times.iter().map(|time| time.dated());
        let joined = days.reduce(|one, two| {
            let (one, two) = (one?, two?);
            Some((one.0.min(two.0), one.1.max(two.1)))
        });
        let Some((first, last)) = joined.flatten() else {
            return Self::ANYWHERE;
        };
        let latest = event.times.iter().filter_map(|time| time.dated()).map(|(first, _)| first).max();
        Self { first, last, latest: latest.unwrap_or(last) }
    }

    /// Whether the dates leave it open that two events are one.
    pub fn may_be_one(self, other: Self) -> bool {
        let after = |one: Self, two: Self| i64::from(one.first) - i64::from(two.last);
        after(self, other).max(after(other, self)) <= FAR
            || self.may_be_a_year_before(other)
            || other.may_be_a_year_before(self)
    }

    fn may_be_a_year_before(self, other: Self) -> bool {
        let least = i64::from(other.first) - i64::from(self.latest);
        let most = i64::from(other.latest) - i64::from(self.first);
        least <= *YEAR.end() && most >= *YEAR.start()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::evidence::Evidence;
    use super::super::when::Time;
    use super::*;
    use crate::claims::ClaimKind;
    use crate::dates::{Interval, PartialDate};

    fn date() -> impl Strategy<Value = PartialDate> {
        let year = prop_oneof![4 => (2022_i16..2025).prop_map(Some), 1 => Just(None)];
        (year, 1_u8..=12, prop_oneof![4 => (1_u8..=28).prop_map(Some), 1 => Just(None)])
            .prop_map(|(year, month, day)| PartialDate::new(year, Some(month), day))
    }

    /// Of one day of the year mostly, so that the same day of other years comes up.
    fn near() -> impl Strategy<Value = PartialDate> {
        (2022_i16..2025, 1_u8..=9).prop_map(|(year, day)| PartialDate::new(Some(year), Some(5), Some(day)))
    }

    fn time() -> impl Strategy<Value = Option<Time>> {
        let date = || prop_oneof![date(), near()];
        (date(), prop_oneof![3 => Just(None), 1 => date().prop_map(Some)])
            .prop_map(|(from, to)| Time::of(Interval { from: Some(from), to: Some(to.unwrap_or(from)) }))
    }

    fn event() -> impl Strategy<Value = Event> {
        let few = || prop::collection::vec(1_u32..4, 0..3);
        let echoes = prop::collection::vec((13_u64..16).prop_map(|n| (ClaimKind::Killed, n, n)), 0..3);
        let flags = (any::<bool>(), any::<bool>());
        (prop::collection::vec(time(), 0..3), few(), few(), few(), echoes, 0_usize..2, flags).prop_map(
            |(times, places, cities, actors, echoes, document, (takes_time_over, borrowed))| Event {
                times: times.into_iter().flatten().collect(),
                places,
                cities,
                perpetrators: actors.clone(),
                actors,
                kinds: vec![ClaimKind::Killed],
                echoes,
                documents: vec![document],
                takes_time_over,
                borrowed,
                ..Event::default()
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn what_looks_apart_is_never_joined(one in event(), two in event()) {
            if !Outline::of(&one).may_be_one(Outline::of(&two)) {
                prop_assert!(Evidence::between(&one, &two).strength().is_none());
            }
        }
    }

    #[test]
    fn days_and_years_apart() {
        let at = |from: &str, to: &str| {
            let date = |text| PartialDate::parse(text);
            let times = Time::of(Interval { from: date(from), to: date(to) }).into_iter().collect();
            Outline::of(&Event { times, ..Event::default() })
        };
        let may = |one: &str, two: &str| at(one, one).may_be_one(at(two, two));
        assert!(may("2024-05-03", "2024-05-05") && may("2024-05", "2024-05-30") && may("2024", "2024-05-03"));
        assert!(may("2024-05-03", "2023-05-03") && may("--05-03", "2019-11-30") && may("", "2024-05-03"));
        assert!(!may("2024-05-03", "2024-05-23") && !may("2024-05-03", "2022-05-03") && !may("2023", "2025"));
    }
}
