//! N02: a note that no marker calls.

use super::corpus::Reading;
use super::wording::{capitalised, notes};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::N02,
    why: "A note that nothing calls supports nothing. Often its sentence was cut and the note stayed, or the marker was lost and a sentence stands without its source.",
    wrong: &[Typed::report(
        "Nobody answered.[1] The company refused.[3]\n\n\
             [1] Interview with a boatman, Kessa, June 2024.\n\
             [2] Ada Moor, “A Hotel for Kessa,” The Sable Herald, 2 May 2024.\n\
             [3] Kessa Gold, press release, 3 May 2024.\n",
    )],
    right: &[Typed::report(
        "Nobody answered.[1] The owner bought a hotel.[2] The company refused.[3]\n\n\
             [1] Interview with a boatman, Kessa, June 2024.\n\
             [2] Ada Moor, “A Hotel for Kessa,” The Sable Herald, 2 May 2024.\n\
             [3] Kessa Gold, press release, 3 May 2024.\n",
    )],
    silence: "when the note is meant for the whole text",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let numbered: Vec<usize> = (0..reading.analysis.notes.len())
        .filter(|note| reading.label(*note).parse::<u32>().is_ok())
        .collect();
    let uncalled: Vec<usize> =
        numbered.iter().copied().filter(|note| reading.callers(*note).is_empty()).collect();
    if uncalled.len() * 2 > numbered.len() && uncalled.len() > 2 {
        return vec![mostly_uncalled(reading, &uncalled, numbered.len())];
    }
    runs(&uncalled).iter().map(|run| told(reading, run)).collect()
}

/// Neighbours are told together.
fn runs(notes: &[usize]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for note in notes {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| last + 1 == *note) => run.push(*note),
            _ => runs.push(vec![*note]),
        }
    }
    runs
}

fn told(reading: &Reading<'_>, run: &[usize]) -> Diagnostic {
    let labels: Vec<&str> = run.iter().map(|note| reading.label(*note)).collect();
    let (verb, what) = match run.len() {
        1 => ("is", "Put its marker where it belongs, or delete the note."),
        _ => ("are", "Put their markers where they belong, or delete the notes."),
    };
    let message = format!("{} {verb} not called by any marker.", capitalised(&notes(&labels)));
    let places = run.iter().map(|note| {
        let span = reading.analysis.notes[*note].span();
        reading.place(span, format!("note {}, called nowhere", reading.label(*note)))
    });
    Diagnostic::new(Code::N02, message, what).at_each(places).notes(labels)
}

/// The markers as a whole were not found: one cause, one diagnostic.
fn mostly_uncalled(reading: &Reading<'_>, uncalled: &[usize], of: usize) -> Diagnostic {
    let message = format!("{} of {of} notes are not called by any marker.", uncalled.len());
    let help = "Check whether the markers were lost when the file was converted; the notes cannot be tied to their sentences.";
    let first = uncalled[0];
    let span = reading.analysis.notes[first].span();
    Diagnostic::new(Code::N02, message, help)
        .at(reading.place(span, format!("note {}, the first of them", reading.label(first))))
        .notes(uncalled.iter().map(|note| reading.label(*note)))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[test]
    fn a_note_needs_its_marker() {
        let notes = [
            ("1", "A letter, 3 May 2024."),
            ("2", "Another letter."),
            ("3", "A third letter."),
            ("*", "The names are changed."),
        ];
        let report = |body| Report { body, notes: &notes };
        check(&RULE, &report(&["They left.¹ They came.² They sang.³"]), &[]);
        check(
            &RULE,
            &report(&["They left.¹ They came. They sang.³"]),
            &[("Note 2 is not called by any marker.", &["Another letter."])],
        );
        check(
            &RULE,
            &report(&["They left. They came. They sang."]),
            &[("3 of 3 notes are not called by any marker.", &["A letter, 3 May 2024."])],
        );
    }
}
