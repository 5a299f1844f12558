//! C08: a date that cannot be: 30 February, later than the report itself, an access date before publication.

mod report_date;

use crate::citations::{Citation, CitationForm};
use crate::dates::{PartialDate, find_dates};
use crate::document::Span;
use crate::text::tokens;

use super::calendar::{Days, spoken};
use super::corpus::Reading;
use super::{Code, Diagnostic, Rule, Typed};
use report_date::{ReportDate, report_date};

pub(super) const RULE: Rule = Rule {
    code: Code::C08,
    why: "A date that cannot be was mistyped: the real one is not in the report, and whatever is counted from it is wrong.",
    wrong: &[Typed::report(
        "They came with a list.[1]\n\n\
             [1] Ada Moor, “They Came With a List,” The Sable Herald, 31 June 2024.\n",
    )],
    right: &[Typed::report(
        "They came with a list.[1]\n\n\
             [1] Ada Moor, “They Came With a List,” The Sable Herald, 30 June 2024.\n",
    )],
    silence: "when the source itself bears the impossible date and the report quotes it",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

/// The day of which a document is.
pub(super) fn date_of(source: &crate::Source<'_>) -> Option<PartialDate> {
    // Which works it cites does not matter here.
    report_date(&Reading::new(0, source, &std::collections::HashMap::new())).map(|own| own.date)
}

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut found = no_such_day(reading);
    let citations =
        || reading.analysis.citations.iter().filter(|citation| citation.form == CitationForm::Full);
    found.extend(citations().filter_map(|citation| seen_too_early(reading, citation)));
    if let Some(own) = report_date(reading) {
        found.extend(citations().filter_map(|citation| later_than_report(reading, citation, &own)));
    }
    found
}

/// Days that the calendar does not have, in notes and body alike.
fn no_such_day(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let notes = reading
        .analysis
        .notes
        .iter()
        .enumerate()
        .flat_map(|(number, note)| note.spans.iter().map(move |span| (*span, Some(number))));
    let sentences = reading.analysis.sentences.iter().map(|sentence| (sentence.span, None));
    notes
        .chain(sentences)
        .flat_map(|(span, note)| {
            impossible_in(reading, span)
                .into_iter()
                .map(move |(at, date)| impossible(reading, at, date, note))
        })
        .collect()
}

fn impossible_in(reading: &Reading<'_>, span: Span) -> Vec<(Span, PartialDate)> {
    let text = reading.quote(span);
    // Only the last days of a month can be missing: most texts need not be cut into tokens.
    if !["29", "30", "31"].iter().any(|day| text.contains(day)) {
        return Vec::new();
    }
    find_dates(text, &tokens(text))
        .iter()
        .filter(|found| !found.date.is_possible())
        .map(|found| (found.span.shifted(span.start), found.date))
        .collect()
}

fn impossible(reading: &Reading<'_>, span: Span, date: PartialDate, note: Option<usize>) -> Diagnostic {
    let label = note.map(|note| reading.label(note)).unwrap_or_default();
    let place = match note {
        Some(_) => format!("Note {label} prints"),
        None => "The text prints".to_owned(),
    };
    let message = format!("{place} {}, a day that does not exist.", spoken(date));
    Diagnostic::new(Code::C08, message, "Look the date up in the source.")
        .at(reading.place(span, spoken(date)))
        .note(label)
}

/// Time zones and late evenings: an access date of the day before is let pass.
const TIME_ZONES: i64 = 1;

fn seen_too_early(reading: &Reading<'_>, citation: &Citation) -> Option<Diagnostic> {
    let (published, accessed) = (citation.date?, citation.accessed?);
    let early = Days::of(published)?.after(Days::of(accessed)?) > TIME_ZONES;
    if !early {
        return None;
    }
    let label = reading.label(citation.note);
    let message = format!(
        "Note {label} has the page accessed on {}, before it was published on {}.",
        spoken(accessed),
        spoken(published)
    );
    let published_at = citation.places.date.unwrap_or(citation.span);
    let accessed_at = citation.places.accessed.unwrap_or(citation.span);
    Some(
        Diagnostic::new(Code::C08, message, "Check both dates; one of them is wrong.")
            .at(reading.place(accessed_at, "accessed"))
            .at(reading.place(published_at, "published"))
            .note(label),
    )
}

fn later_than_report(reading: &Reading<'_>, citation: &Citation, own: &ReportDate) -> Option<Diagnostic> {
    let later = |date: Option<PartialDate>| {
        date.filter(|date| Days::of(*date).is_some_and(|days| days.after(own.days) > TIME_ZONES))
    };
    let (date, span, what) = match (later(citation.date), later(citation.accessed)) {
        (Some(date), _) => (date, citation.places.date, "dates a source"),
        (None, Some(date)) => (date, citation.places.accessed, "has a page accessed"),
        (None, None) => return None,
    };
    let label = reading.label(citation.note);
    let message =
        format!("Note {label} {what} {}, later than the report itself ({}).", spoken(date), spoken(own.date));
    let own_place = match own.span {
        Some(span) => reading.place(span, "the report’s own date"),
        None => reading.outside_text(None, "last changed, as the file says"),
    };
    Some(
        Diagnostic::new(
            Code::C08,
            message,
            "Check the date in the note; if it is right, the report’s own date is not.",
        )
        .at(reading.place(span.unwrap_or(citation.span), spoken(date)))
        .at(own_place)
        .note(label),
    )
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[track_caller]
    fn reports(text: &str, expected: &[(&str, &[&str])]) {
        let report = Report {
            body: &["The Price of Water", "September 2024", "They pay for the water of their own river.¹"],
            notes: &[("1", text)],
        };
        check(&RULE, &report, expected);
    }

    #[test]
    fn days_exist() {
        reports("Human Rights Watch, “The List,” June 30, 2024.", &[]);
        reports("Human Rights Watch, “The List,” February 29, 2024.", &[]);
        reports(
            "Human Rights Watch, “The List,” June 31, 2024.",
            &[("Note 1 prints 31 June 2024, a day that does not exist.", &["June 31, 2024"])],
        );
    }

    #[test]
    fn pages_are_seen_after_they_are_published() {
        reports("Reuters, “The List,” June 3, 2024, https://a.example/list (accessed June 2, 2024).", &[]);
        reports(
            "Reuters, “The List,” June 13, 2024, https://a.example/list (accessed June 3, 2024).",
            &[(
                "Note 1 has the page accessed on 3 June 2024, before it was published on 13 June 2024.",
                &["June 3, 2024", "June 13, 2024"],
            )],
        );
    }

    #[test]
    fn sources_are_older_than_the_report() {
        reports("Reuters, “The List,” September 30, 2024.", &[]);
        reports(
            "Reuters, “The List,” November 12, 2024.",
            &[(
                "Note 1 dates a source 12 November 2024, later than the report itself (September 2024).",
                &["November 12, 2024", "September 2024"],
            )],
        );
    }
}
