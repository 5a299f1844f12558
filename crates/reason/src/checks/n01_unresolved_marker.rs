//! N01: a marker that has no note.

use super::corpus::Reading;
use super::wording::{capitalised, markers};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::N01,
    why: "A reader who follows the marker finds nothing: the sentence looks sourced and is not. Usually a note was deleted, or the numbering moved on without it.",
    wrong: &[Typed::report(
        "The ministry paid twice.[1] The market burned.[2] The inquiry found nothing.[3]\n\n\
             [1] Ministry of Works, press release, 2 May 2024.\n\
             [2] Interview with a boatman, Kessa, June 2024.\n",
    )],
    right: &[Typed::report(
        "The ministry paid twice.[1] The market burned.[2] The inquiry found nothing.[3]\n\n\
             [1] Ministry of Works, press release, 2 May 2024.\n\
             [2] Interview with a boatman, Kessa, June 2024.\n\
             [3] Ministry of Defence, press release, 3 May 2024.\n",
    )],
    silence: "when the file is an excerpt whose notes stand elsewhere",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let all = &reading.analysis.markers;
    if reading.analysis.notes.is_empty() {
        return without_notes(reading).into_iter().collect();
    }
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for (index, marker) in all.iter().enumerate() {
        if marker.note.is_some() {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.last() == Some(&(index - 1)) => run.push(index),
            _ => runs.push(vec![index]),
        }
    }
    runs.iter().map(|run| unresolved(reading, run)).collect()
}

/// One diagnostic for all of them: nothing is wrong with the single marker.
fn without_notes(reading: &Reading<'_>) -> Option<Diagnostic> {
    let all = &reading.analysis.markers;
    let first = all.first()?;
    let message = format!(
        "The text has {} but no notes at all.",
        match all.len() {
            1 => "a marker".to_owned(),
            count => format!("{count} markers"),
        }
    );
    let help = "Add the notes, or check whether they were lost when the file was converted.";
    Some(
        Diagnostic::new(Code::N01, message, help)
            .at(reading.place(first.group, "the first marker"))
            .note(&first.label),
    )
}

fn unresolved(reading: &Reading<'_>, run: &[usize]) -> Diagnostic {
    let all = &reading.analysis.markers;
    let mut labels: Vec<&str> = run.iter().map(|index| all[*index].label.as_str()).collect();
    labels.dedup();
    let verb = if labels.len() == 1 { "has" } else { "have" };
    let message = format!("{} {verb} no note.", capitalised(&markers(&labels)));
    let help = match labels.as_slice() {
        [one] => format!("Write note {one}, or take the marker out."),
        _ => "Write the notes, or take the markers out.".to_owned(),
    };
    Diagnostic::new(Code::N01, message, help)
        .at_each(run.iter().map(|index| {
            let marker = &all[*index];
            reading.place(marker.span, format!("calls note {}", marker.label))
        }))
        .notes(labels)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[test]
    fn a_marker_needs_its_note() {
        let notes = [("1", "A letter, 3 May 2024."), ("2", "Another letter.")];
        let report = |body| Report { body, notes: &notes };
        check(&RULE, &report(&["They left.¹ They came back.²"]), &[]);
        check(
            &RULE,
            &report(&["They left.¹ They came back.² Nobody knows why.³"]),
            &[("Marker 3 has no note.", &["³"])],
        );
        check(
            &RULE,
            &report(&["They left.¹ They came back.³, ⁴ Nobody knows why.²"]),
            &[("Markers 3 and 4 have no note.", &["³", "⁴"])],
        );
    }

    #[test]
    fn a_text_without_notes_is_told_once() {
        let report = Report { body: &["They left.¹ They came back.² Nobody knows why.³"], notes: &[] };
        check(&RULE, &report, &[("The text has 3 markers but no notes at all.", &["¹"])]);
    }
}
