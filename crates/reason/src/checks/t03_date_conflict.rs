//! T03: one event dated differently in one report, or in the case.

use crate::dates::Interval;
use crate::dates::calendar::spoken;
use crate::incidents::{ClaimRef, Incident};

use super::corpus::Corpus;
use super::figures::claim;
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
    incidents
        .filter(|(_, reviewed)| reviewed.dates.len() >= 2)
        .map(|(incident, reviewed)| conflict(corpus, incident, &reviewed.dates))
        .collect()
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
