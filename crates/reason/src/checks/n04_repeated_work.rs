//! N04: one work cited twice or more at one place, as if it were two sources.

use std::collections::BTreeMap;

use crate::citations::{Citation, CitationForm, WorkKind};
use crate::document::Span;
use crate::text::fold_words;

use super::corpus::Reading;
use super::wording::{notes, work_name};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::N04,
    why: "Two notes at one place look like two sources. Where both cite one work, the statement rests on one.",
    wrong: &[Typed::report(
        "At least 40 died.[1][2]\n\n\
             [1] AFP, “At Least 40 Killed,” 16 March 2024.\n\
             [2] AFP, “At Least 40 Killed,” 16 March 2024.\n",
    )],
    right: &[Typed::report(
        "At least 40 died.[1]\n\n\
             [1] AFP, “At Least 40 Killed,” 16 March 2024.\n",
    )],
    silence: "when two passages of one long work are meant and both say so with a page",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        (0..reading.analysis.notes.len()).flat_map(|note| within_note(reading, note)).collect();
    found.extend(places(reading).iter().flat_map(|place| at_place(reading, place)));
    found
}

/// Notes that are called together.
struct CallingPlace {
    span: Span,
    notes: Vec<usize>,
}

/// The notes called at one place: by one group of markers, or by groups with nothing between them.
fn places(reading: &Reading<'_>) -> Vec<CallingPlace> {
    let adjoin = |one: Span, next: Span| {
        one == next
            || one.end <= next.start
                && reading
                    .quote(Span::new(one.end, next.start))
                    .chars()
                    .all(|c| matches!(c, ' ' | ',' | ';' | '\u{a0}' | '\u{202f}'))
    };
    reading
        .analysis
        .markers
        .chunk_by(|one, next| one.sentence == next.sentence && adjoin(one.group, next.group))
        .filter_map(|markers| {
            let (first, last) = (markers.first()?, markers.last()?);
            let mut notes: Vec<usize> = markers.iter().filter_map(|marker| marker.note).collect();
            notes.sort_unstable();
            notes.dedup();
            let span = Span::new(first.group.start, last.group.end);
            (notes.len() > 1).then_some(CallingPlace { span, notes })
        })
        .collect()
}

/// Works that several notes of one place cite.
fn at_place(reading: &Reading<'_>, place: &CallingPlace) -> Vec<Diagnostic> {
    let citations = place.notes.iter().flat_map(|note| reading.analysis.citations_of(*note));
    by_work(reading, citations)
        .into_iter()
        .filter(|same| same.iter().any(|citation| citation.note != same[0].note))
        .map(|same| {
            let mut once = same;
            once.dedup_by_key(|citation| citation.note);
            told(reading, &once).at(reading.place(place.span, "called together here"))
        })
        .collect()
}

fn within_note(reading: &Reading<'_>, note: usize) -> Vec<Diagnostic> {
    by_work(reading, reading.analysis.citations_of(note))
        .into_iter()
        .map(|same| told(reading, &same))
        .collect()
}

/// Citations that print one work in full more than once.
fn by_work<'a>(
    reading: &Reading<'a>,
    citations: impl Iterator<Item = &'a Citation>,
) -> Vec<Vec<&'a Citation>> {
    let mut works: BTreeMap<usize, Vec<&Citation>> = BTreeMap::new();
    for citation in citations.filter(|citation| citation.form == CitationForm::Full) {
        if let Some(work) = reading.work_of(citation) {
            works.entry(work).or_default().push(citation);
        }
    }
    works.into_values().filter(|same| same.len() > 1 && are_one(reading, same)).collect()
}

/// Two pages of one work are two passages. Of people who are not named only the very same words are taken for one.
fn are_one(reading: &Reading<'_>, same: &[&Citation]) -> bool {
    let first = same[0];
    same[1..].iter().all(|other| {
        let passages = first.locator != other.locator;
        let unnamed = first.confidential || first.kind == WorkKind::Interview;
        let alike = fold_words(reading.quote(first.span)) == fold_words(reading.quote(other.span));
        !passages && (!unnamed || alike)
    })
}

fn told(reading: &Reading<'_>, same: &[&Citation]) -> Diagnostic {
    let mut labels: Vec<&str> = same.iter().map(|citation| reading.label(citation.note)).collect();
    labels.dedup();
    let place = match labels.len() {
        1 => format!("Note {} cites", labels[0]),
        _ => format!("At one place, {} cite", notes(&labels)),
    };
    let interview = same[0].kind == WorkKind::Interview;
    let work = work_name(same[0]);
    let times = if labels.len() == 1 { " twice" } else { "" };
    let message = if interview {
        format!("{place} the same interview{times}, as far as the notes tell: {work}.")
    } else {
        format!("{place} one and the same work{times}: {work}.")
    };
    let help = if interview {
        "If these are two interviews, say what sets them apart; if it is one, cite it once."
    } else {
        "Cite it once: as it stands, one source looks like two. If two passages are meant, give the page of each."
    };
    Diagnostic::new(Code::N04, message, help)
        .at_each(same.iter().map(|citation| {
            reading.place(citation.span, format!("cited in note {}", reading.label(citation.note)))
        }))
        .notes(labels)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    const STORY: &str = "Ada Moor, “The Levy Returns,” Reuters, March 5, 2024, available at: https://reuters.com/levy-returns";
    const INTERVIEW: &str = "Interview with a boatman, Kell, May 2024.";

    #[test]
    fn two_notes_at_one_place_are_two_works() {
        let notes = [("1", STORY), ("2", STORY), ("3", INTERVIEW), ("4", INTERVIEW)];
        let report = |body| Report { body, notes: &notes };
        check(&RULE, &report(&["They pay.¹ They complain.² They leave.³ They drown.⁴"]), &[]);
        check(
            &RULE,
            &report(&["They pay.¹, ² They leave.³ They drown.⁴"]),
            &[(
                "At one place, notes 1 and 2 cite one and the same work: “The Levy Returns”.",
                &[STORY, STORY, "¹, ²"],
            )],
        );
        check(
            &RULE,
            &report(&["They pay.¹ They pay again.² They leave.³,⁴"]),
            &[(
                "At one place, notes 3 and 4 cite the same interview, as far as the notes tell: the interview with a boatman.",
                &[INTERVIEW, INTERVIEW, "³,⁴"],
            )],
        );
    }

    #[test]
    fn two_passages_of_one_work_are_no_repetition() {
        let report = Report {
            body: &["They pay.¹, ²"],
            notes: &[
                ("1", "Ada Moor, The Price of Water, Oxford University Press, 2020, p. 12."),
                ("2", "Ada Moor, The Price of Water, Oxford University Press, 2020, p. 90."),
            ],
        };
        check(&RULE, &report, &[]);
    }
}
