//! T03: one event dated differently in one report, or in the case.

use crate::dates::calendar::{Days, spoken};
use crate::dates::{Interval, PartialDate};
use crate::document::Span;
use crate::incidents::{ClaimRef, Incident};

use super::corpus::{Corpus, Reading};
use super::figures::claim;
use super::retold::{Dates, Passage, passages};
use super::wording::listed;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::T03,
    why: "One event has one date. Where two passages give two, one is wrong, or they tell of two events.",
    wrong: &[Typed::report(
        "On 3 May 2024, fighters of the Halden Front killed 43 people in the village of Kessa.\n\n\
             The Halden Front had come by boat. It killed 43 people in Kessa on 5 May 2024.\n",
    )],
    right: &[Typed::report(
        "On 3 May 2024, fighters of the Halden Front killed 43 people in the village of Kessa.\n\n\
             The Halden Front had come by boat. It killed 43 people in Kessa on 3 May 2024.\n",
    )],
    silence: "when they are two events, or when the sources differ and the text says so",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    let incidents = corpus.conclusions.incidents.iter().zip(corpus.reviewed());
    let mut found: Vec<Diagnostic> = incidents
        .filter(|(_, reviewed)| reviewed.dates.len() >= 2)
        .map(|(incident, reviewed)| conflict(corpus, incident, &reviewed.dates))
        .collect();
    for reading in &corpus.readings {
        let before: Vec<Span> = found
            .iter()
            .flat_map(|told: &Diagnostic| &told.places)
            .filter(|place| place.document == reading.index)
            .filter_map(|place| place.span)
            .collect();
        found.extend(retold(reading, &before));
    }
    found
}

/// So many days may lie between two dates of which one is a slip; later, things may happen again.
const MOST_DAYS_APART: i64 = 62;

/// One sentence told twice, with one figure that is no small one, and two days.
fn retold(reading: &Reading<'_>, told_before: &[Span]) -> Vec<Diagnostic> {
    let passages = passages(reading);
    let mut found = Vec::new();
    for (at, second) in passages.iter().enumerate() {
        let Some(day) = only_day(second) else { continue };
        let same = |first: &&Passage| {
            let figure = first.pairs(second).iter().any(|(one, two)| one.is_telling() && !one.excludes(two));
            first.tells_as(second, Dates::Whatever) && figure && first.first_conflict(second).is_none()
        };
        let Some(first) = passages[..at].iter().find(same) else { continue };
        let Some(other) = only_day(first) else { continue };
        let known = told_before.iter().any(|told| told.overlaps(first.span) || told.overlaps(second.span));
        if !known && days_apart(day, other).is_some_and(|days| (1..=MOST_DAYS_APART).contains(&days)) {
            found.push(told_twice(reading, (first, other), (second, day)));
        }
    }
    found
}

/// The one date of a passage, if it is a day.
fn only_day(passage: &Passage) -> Option<PartialDate> {
    let mut dates = passage.dates.iter();
    let first = dates.next().copied().filter(|date| date.month.is_some() && date.day.is_some())?;
    dates.next().is_none().then_some(first)
}

/// A day without a year is taken for one of the other's.
fn days_apart(one: PartialDate, two: PartialDate) -> Option<i64> {
    let year = one.year.or(two.year).or(Some(ANY_YEAR));
    let day = |date: PartialDate| Days::of(PartialDate { year: date.year.or(year), ..date });
    let (one, two) = (day(one)?, day(two)?);
    Some(one.after(two).max(two.after(one)))
}

/// Where neither has one: a leap year, which knows all days.
const ANY_YEAR: i16 = 2024;

fn told_twice(
    reading: &Reading<'_>,
    one: (&Passage, PartialDate),
    two: (&Passage, PartialDate),
) -> Diagnostic {
    let said = [spoken(one.1), spoken(two.1)];
    let place = |(passage, date): (&Passage, PartialDate)| {
        reading.place(passage.span, format!("dated {} here", spoken(date)))
    };
    Diagnostic::new(
        Code::T03,
        format!("What is told twice in nearly the same words is dated {}.", listed(&said)),
        "Check which date is right. If these are two events, say what sets them apart.",
    )
    .at(place(one))
    .at(place(two))
}

fn conflict(corpus: &Corpus<'_>, incident: &Incident, days: &[(ClaimRef, Interval)]) -> Diagnostic {
    let said: Vec<String> = days.iter().map(|(_, interval)| told(*interval)).collect();
    let place = incident.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    let message = format!("What is held to be one event{place} is dated {}.", listed(&said));
    let mut diagnostic = Diagnostic::new(
        Code::T03,
        message,
        "Check which date is right. If these are two events, judge them different; the figures are then kept apart.",
    );
    for ((of, _), date) in days.iter().zip(&said) {
        let (reading, claim) = claim(corpus, *of);
        let span = claim.when.map_or(claim.span, |when| when.span);
        diagnostic = diagnostic.at(reading.place(span, format!("dated {date} here")));
    }
    diagnostic
}

fn told(interval: Interval) -> String {
    match (interval.from, interval.to) {
        (Some(from), Some(to)) if from != to => format!("{} to {}", spoken(from), spoken(to)),
        (Some(date), _) | (None, Some(date)) => spoken(date),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::check_case;
    use super::RULE;
    use crate::entities::EntityKind;
    use crate::incidents::trial::{Case, Report, killed};

    fn reports(second: &str, number: u64, expected: &[(&str, &[&str])]) {
        let first = "On 3 May 2024 the Column killed 43 people in Kessa";
        let body = [first, second];
        let told =
            |quote, number, on| killed(quote, number).victims("people").by("the Column").at("Kessa").on(on);
        let claims = [told(first, 43, "2024-05-03"), told(second, number, "2024-05-05")];
        let names = [("the Column", EntityKind::ArmedGroup)];
        check_case(
            &RULE,
            &Case::new(&[Report { body: &body, claims: &claims, ..Report::default() }], &names),
            expected,
        );
    }

    #[test]
    fn one_event_with_two_dates_is_told() {
        let second = "The Column had come by boat, and killed 43 people in Kessa on 5 May 2024";
        reports(
            second,
            43,
            &[(
                "What is held to be one event (Kessa) is dated 3 May 2024 and 5 May 2024.",
                &["On 3 May 2024 the Column killed 43 people in Kessa", second],
            )],
        );
    }

    #[test]
    fn two_events_are_silent() {
        reports("On 5 May 2024 the Column came back and killed 12 people in Kessa", 12, &[]);
    }
}
