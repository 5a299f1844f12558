//! T01: a sentence tells of a day after the date of everything that it cites.

use crate::citations::{Citation, CitationForm, WorkKind};
use crate::dates::{FoundDate, PartialDate, find_dates};
use crate::document::BlockKind;
use crate::languages::{Cue, lexicon};
use crate::text::tokens;

use super::calendar::{Days, spoken};
use super::corpus::Reading;
use super::t02_date_mismatch::dates_an_utterance;
use super::wording::{listed, notes};
use super::words::looks_ahead;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::T01,
    why: "A source cannot tell of what had not happened yet: the note belongs to another sentence, or one of the two dates is wrong.",
    wrong: &[Typed::report(
        "On 3 May 2024, men burned the boats.[1]\n\n\
             [1] Ada Moor, “The Levy Returns,” The Sable Herald, 1 February 2024.\n",
    )],
    right: &[Typed::report(
        "On 3 May 2024, men burned the boats.[1]\n\n\
             [1] Ada Moor, “Boats Burn at Kessa,” The Sable Herald, 4 May 2024.\n",
    )],
    silence: "when the work is a page that goes on being changed, or the note is cited for the background only",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

/// Time zones: a story of the day before may tell of it.
const SAME_DAY: i64 = 1;
/// A longer stretch without a full stop is a table or a list, and no sentence.
const LONGEST_SENTENCE: usize = 2_000;

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    (0..reading.analysis.sentences.len())
        .filter(|sentence| !reading.markers_in(*sentence).is_empty())
        .filter_map(|sentence| in_sentence(reading, sentence))
        .collect()
}

fn in_sentence(reading: &Reading<'_>, sentence: usize) -> Option<Diagnostic> {
    let of = &reading.analysis.sentences[sentence];
    let kind = reading.document.blocks[of.block].kind;
    if of.span.len() > LONGEST_SENTENCE || !matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
        return None;
    }
    let text = reading.without_markers(sentence);
    let found = find_dates(&text, &tokens(&text));
    let event = *found.iter().find(|found| is_a_day_told(found))?;
    if looks_ahead(&text) || dates_an_utterance(&text) {
        return None;
    }
    let cited = cited_behind(reading, sentence, event.span.end + of.span.start)?;
    let latest =
        cited.iter().filter_map(|citation| citation.date.and_then(Days::of)).max_by_key(|days| days.last)?;
    let all_later = found.iter().all(|found| is_after(found.date, event.date, latest));
    if !all_later || !cited.iter().any(|citation| may_report(citation.kind)) {
        return None;
    }
    let labels: Vec<&str> = unique(cited.iter().map(|citation| reading.label(citation.note)));
    let dates: Vec<String> = unique(cited.iter().filter_map(|citation| citation.date.map(spoken)));
    let verb = if labels.len() == 1 { "is" } else { "are" };
    let message = format!(
        "The sentence tells of {}, but {} that it cites {verb} of {}.",
        spoken(event.date),
        notes(&labels),
        listed(&dates)
    );
    Some(
        Diagnostic::new(
            Code::T01,
            message,
            "Check both dates, and whether the note is the one that is meant; else cite what was published afterwards.",
        )
        .at(reading.place(event.span.shifted(of.span.start), format!("{} in the sentence", spoken(event.date))))
        .at_each(cited.iter().map(|citation| {
            let span = citation.places.date.unwrap_or(citation.span);
            reading.place(span, format!("the date in note {}", reading.label(citation.note)))
        }))
        .notes(labels),
    )
}

/// A day or month of a year; a bare year may be that of a budget, a season, an edition.
const fn is_a_day_told(found: &FoundDate) -> bool {
    found.date.year.is_some() && found.date.month.is_some() && !found.ambiguous
}

/// Whether a date of the sentence lies after what is cited. One without a year is taken for one of the event's year.
fn is_after(date: PartialDate, event: PartialDate, latest: Days) -> bool {
    let year = date.year.or(event.year);
    Days::of(PartialDate { year, ..date }).is_some_and(|days| days.after(latest) > SAME_DAY)
}

/// What the notes behind the date cite, if they close the sentence and all of it bears a date. `None` where anything cited
/// may have been written later, or is cited for something else.
fn cited_behind<'a>(reading: &Reading<'a>, sentence: usize, date_end: usize) -> Option<Vec<&'a Citation>> {
    let markers = reading.markers_in(sentence).iter().map(|marker| &reading.analysis.markers[*marker]);
    let behind: Vec<_> = markers.filter(|marker| marker.group.start >= date_end).collect();
    let end = reading.analysis.sentences[sentence].span.end;
    let last = behind.iter().map(|marker| marker.group.end).max()?;
    let closes = !reading.document.text.get(last..end)?.contains(char::is_alphanumeric);
    let mut called: Vec<usize> = behind.iter().map(|marker| marker.note).collect::<Option<Vec<_>>>()?;
    called.sort_unstable();
    called.dedup();
    let mut cited = Vec::new();
    for note in &called {
        // What the authors add in a note may itself say why an older work is cited.
        if reading.analysis.notes[*note].commentary.is_some() {
            return None;
        }
        cited.extend(reading.analysis.citations_of(*note));
    }
    let resolved: Option<Vec<&Citation>> =
        cited.into_iter().map(|citation| resolve(reading, citation)).collect();
    let cited = resolved?;
    let certain =
        cited.iter().all(|citation| citation.date.and_then(Days::of).is_some() && !goes_on(citation));
    (closes && certain && !cited.is_empty()).then_some(cited)
}

fn resolve<'a>(reading: &Reading<'a>, citation: &'a Citation) -> Option<&'a Citation> {
    match citation.form {
        CitationForm::Full => Some(citation),
        _ => citation.refers_to.map(|target| &reading.analysis.citations[target]),
    }
}

/// Works that are changed after their date, or are cited for what they rule rather than for what happened.
fn goes_on(citation: &Citation) -> bool {
    let text = citation.title.as_deref().unwrap_or_default();
    let lawful =
        || lexicon().cues(text, &tokens(text)).iter().any(|hit| hit.cues.has_any(&[Cue::Law, Cue::Dataset]));
    matches!(
        citation.kind,
        WorkKind::WebPage | WorkKind::CaseLaw | WorkKind::ImageOrSatellite | WorkKind::Other
    ) || lawful()
}

/// Kinds that tell of what happened.
const fn may_report(kind: WorkKind) -> bool {
    matches!(
        kind,
        WorkKind::News
            | WorkKind::Report
            | WorkKind::PressRelease
            | WorkKind::OfficialDocument
            | WorkKind::SocialPost
            | WorkKind::Interview
            | WorkKind::Communication
    )
}

fn unique<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check, check_sentence};
    use super::RULE;

    const EARLY: &str = "Ada Moor, “The Levy Returns,” The Sable Herald, February 1, 2024.";

    #[test]
    fn a_source_is_no_older_than_what_it_tells() {
        check_sentence(
            &RULE,
            "On May 3, 2024, men burned the boats.¹",
            EARLY,
            Some((
                "The sentence tells of 3 May 2024, but note 1 that it cites is of 1 February 2024.",
                ["May 3, 2024", "February 1, 2024"],
            )),
        );
        check_sentence(
            &RULE,
            "Le 3 mai 2024, des hommes ont brûlé les bateaux.¹",
            "Thérèse Cadio, « Le retour de la taxe », Le Courrier, 1er février 2024.",
            Some((
                "The sentence tells of 3 May 2024, but note 1 that it cites is of 1 February 2024.",
                ["3 mai 2024", "1er février 2024"],
            )),
        );
        check_sentence(
            &RULE,
            "In May 2024, men burned the boats.¹",
            "Interview with a boatman, Kessa, March 12, 2024.",
            Some((
                "The sentence tells of May 2024, but note 1 that it cites is of 12 March 2024.",
                ["May 2024", "March 12, 2024"],
            )),
        );
    }

    #[test]
    fn one_later_or_undated_work_is_enough() {
        let body = "On May 3, 2024, men burned the boats.¹ ²";
        for second in [
            "Ada Moor, “Boats Burn,” The Sable Herald, May 4, 2024.",
            "Ada Moor, “Boats Burn,” The Sable Herald, 2024.",
            "Interview with a boatman, Kessa.",
        ] {
            check(&RULE, &Report { body: &[body], notes: &[("1", EARLY), ("2", second)] }, &[]);
        }
    }

    #[test]
    fn what_is_planned_or_goes_on_is_left_alone() {
        let quiet = |body: &str, note: &str| check_sentence(&RULE, body, note, None);
        quiet("The levy will end on May 3, 2024.¹", EARLY);
        quiet("The contract was to run until May 3, 2024.¹", EARLY);
        quiet("An election was scheduled for May 3, 2024.¹", EARLY);
        quiet("Le contrat devait prendre fin le 3 mai 2024.¹", EARLY);
        quiet("Le scrutin est prévu le 3 mai 2024.¹", EARLY);
        quiet("The levy of January 2024 was raised on May 3, 2024.¹", EARLY);
        quiet("The levy,¹ then new, was raised on May 3, 2024.", EARLY);
        quiet("On May 3, 2024, a man who had come with the levy,¹ burned the boats.", EARLY);
        quiet("On February 1, 2024, men burned the boats.¹", EARLY);
        quiet("On February 2, 2024, men burned the boats.¹", EARLY);
        quiet("In 2025 men burned the boats.¹", EARLY);
        quiet(
            "On May 3, 2024, men burned the boats.¹",
            "Criminal Code of Taravia, Law No. 14 of February 1, 2012.",
        );
        quiet("On May 3, 2024, men burned the boats.¹", "Planet Labs satellite image, February 1, 2024.");
        quiet("On May 3, 2024, men burned the boats.¹", &format!("{EARLY} The levy had been raised before."));
        quiet("On 03/04/2024 men burned the boats.¹", EARLY);
    }
}
