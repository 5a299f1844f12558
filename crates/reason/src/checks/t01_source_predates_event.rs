//! T01: a sentence tells of a day after the date of everything that it cites.

use crate::citations::{Citation, CitationForm, WorkKind};
use crate::dates::{FoundDate, find_dates};
use crate::text::tokens;

use super::ahead::looks_ahead;
use super::calendar::{Days, spoken};
use super::corpus::Reading;
use super::t02_date_mismatch::dates_an_utterance;
use super::wording::notes;
use super::{Code, Diagnostic, Rule};

pub(super) const RULE: Rule = Rule {
    code: Code::T01,
    why: "A source cannot tell of what happened after it was published: the date or the note is wrong.",
    wrong: "On 12 June 2024, soldiers burned the mill.⁹   9. Kell Gazette, “Soldiers Near the Mill”, 3 June 2024.",
    right: "On 12 June 2024, soldiers burned the mill.⁹   9. Kell Gazette, “The Mill Burned Down”, 14 June 2024.",
    silence: "when the source announces what was to come",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    (0..reading.analysis.sentences.len())
        .filter(|sentence| !reading.markers_in(*sentence).is_empty())
        .filter_map(|sentence| in_sentence(reading, sentence))
        .collect()
}

/// A sentence longer than this is no sentence: a list, a table run together.
const LONGEST_SENTENCE: usize = 1_200;
/// The world's time zones.
const SAME_DAY: i64 = 1;

fn in_sentence(reading: &Reading<'_>, sentence: usize) -> Option<Diagnostic> {
    let span = reading.analysis.sentences[sentence].span;
    if span.len() > LONGEST_SENTENCE {
        return None;
    }
    let text = reading.without_markers(sentence);
    let event = only_date(&text)?;
    let day = Days::of(event.date)?;
    let cited = cited_in(reading, sentence)?;
    let latest = cited.iter().map(|(_, days)| days.last).max()?;
    if day.first - latest <= SAME_DAY || looks_ahead(&text) || dates_an_utterance(&text) {
        return None;
    }
    let mut labels: Vec<&str> = cited.iter().map(|(citation, _)| reading.label(citation.note)).collect();
    labels.dedup();
    let message = format!(
        "The sentence tells of {}, but {} no later than {}.",
        spoken(event.date),
        if labels.len() == 1 {
            format!("{} is dated", notes(&labels))
        } else {
            format!("{} are dated", notes(&labels))
        },
        cited.iter().max_by_key(|(_, days)| days.last).and_then(|(citation, _)| citation.date).map(spoken)?
    );
    let places = cited.iter().map(|(citation, _)| {
        let at = citation.places.date.unwrap_or(citation.span);
        reading.place(at, format!("the date in note {}", reading.label(citation.note)))
    });
    Some(
        Diagnostic::new(
            Code::T01,
            message,
            "Check the date in the sentence, the dates in the notes, and whether the notes are those that are meant.",
        )
        .at(reading.place(event.span.shifted(span.start), format!("{} in the sentence", spoken(event.date))))
        .at_each(places)
        .notes(labels),
    )
}

/// The one date of a sentence, if it is certain and not only a year. With several it is not known which one the notes support.
fn only_date(text: &str) -> Option<FoundDate> {
    let found = find_dates(text, &tokens(text));
    let [one] = found.as_slice() else {
        return None;
    };
    let certain =
        one.date.year.is_some() && one.date.month.is_some() && !one.ambiguous && one.date.is_possible();
    certain.then_some(*one)
}

/// What the markers of a sentence cite, with the days on which it may have been published; `None` unless all of it bears a
/// date and is of a kind that is published once.
fn cited_in<'a>(reading: &Reading<'a>, sentence: usize) -> Option<Vec<(&'a Citation, Days)>> {
    let mut found = Vec::new();
    for marker in reading.markers_in(sentence) {
        let note = reading.analysis.markers[*marker].note?;
        let before = found.len();
        for citation in reading.analysis.citations_of(note) {
            let meant = match citation.form {
                CitationForm::Full => citation,
                _ => &reading.analysis.citations[citation.refers_to?],
            };
            let days = meant.date.and_then(Days::of).filter(|_| is_published_once(meant.kind))?;
            found.push((meant, days));
        }
        // A note without a citation may hold a source that was not understood.
        if found.len() == before || reading.analysis.notes[note].commentary.is_some() {
            return None;
        }
    }
    Some(found)
}

/// Web pages and databases grow; pictures and files on hand bear other dates.
const fn is_published_once(kind: WorkKind) -> bool {
    matches!(
        kind,
        WorkKind::News
            | WorkKind::Report
            | WorkKind::PressRelease
            | WorkKind::Academic
            | WorkKind::Interview
            | WorkKind::Book
    )
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    const STORY: &str = "Ada Moor, “The Levy Returns,” Reuters, March 5, 2024, https://reuters.com/levy";

    #[track_caller]
    fn reports(body: &str, notes: &[(&str, &str)], expected: &[(&str, &[&str])]) {
        check(&RULE, &Report { body: &[body], notes }, expected);
    }

    #[test]
    fn an_event_after_its_source_is_told() {
        reports(
            "On 12 June 2024, soldiers burned the mill.¹",
            &[("1", STORY)],
            &[(
                "The sentence tells of 12 June 2024, but note 1 is dated no later than 5 March 2024.",
                &["12 June 2024", "March 5, 2024"],
            )],
        );
    }

    #[test]
    fn sources_of_the_same_day_or_later_are_silent() {
        reports("On 5 March 2024, soldiers burned the mill.¹", &[("1", STORY)], &[]);
        reports("In March 2024, soldiers burned the mill.¹", &[("1", STORY)], &[]);
        reports("In June 2023, soldiers burned the mill.¹", &[("1", STORY)], &[]);
    }

    #[test]
    fn what_was_to_come_is_silent() {
        reports("The levy will end on 12 June 2024.¹", &[("1", STORY)], &[]);
        reports("La taxe sera levée le 12 juin 2024.¹", &[("1", STORY)], &[]);
        reports("The vote is scheduled for 12 June 2024.¹", &[("1", STORY)], &[]);
    }

    #[test]
    fn an_undated_source_may_be_later() {
        let undated = "Ada Moor, “The Mill,” Reuters, https://reuters.com/mill";
        reports("On 12 June 2024, soldiers burned the mill.¹, ²", &[("1", STORY), ("2", undated)], &[]);
        reports("On 12 June 2024, a month after 3 May 2024, it burned.¹", &[("1", STORY)], &[]);
    }
}
