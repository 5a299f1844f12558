//! C09: ibid., supra or op. cit. that leads nowhere or to a note with several works.

mod op_cit;
mod supra;

use std::collections::BTreeSet;

use crate::citations::{Citation, CitationForm};
use crate::text::fold_words;

use super::corpus::Reading;
use super::{Code, Diagnostic, Rule, Typed};
use op_cit::Mentions;
use supra::Labels;

pub(super) const RULE: Rule = Rule {
    code: Code::C09,
    why: "A short reference lives from the notes before it. When a note is moved or added, it silently points to another source, or to none.",
    wrong: &[Typed::report(
        "The fuel was never delivered.[1] Nor was it paid for.[2]\n\n\
             [1] Bank statements, on file with the authors; Corwin Hale, “Fuel for Nobody,” The Sable Herald, 23 July 2024.\n\
             [2] Ibid.\n",
    )],
    right: &[Typed::report(
        "The fuel was never delivered.[1] Nor was it paid for.[2]\n\n\
             [1] Bank statements, on file with the authors; Corwin Hale, “Fuel for Nobody,” The Sable Herald, 23 July 2024.\n\
             [2] Hale, “Fuel for Nobody.”\n",
    )],
    silence: "when the file is an excerpt and the note referred to stands in another part",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let lost: Vec<&Citation> = reading
        .analysis
        .citations
        .iter()
        .filter(|citation| citation.form != CitationForm::Full && citation.refers_to.is_none())
        .collect();
    if lost.is_empty() {
        return Vec::new();
    }
    let (labels, mentions) = (Labels::of(reading), Mentions::of(reading));
    lost.into_iter()
        .filter_map(|citation| match &citation.form {
            CitationForm::Ibid => lost_ibid(reading, citation),
            CitationForm::Supra { note: Some(label) } => supra::lost(reading, &labels, citation, label),
            CitationForm::OpCit => op_cit::lost(reading, &mentions, citation),
            CitationForm::Full | CitationForm::Supra { note: None } => None,
        })
        .collect()
}

fn lost_ibid(reading: &Reading<'_>, citation: &Citation) -> Option<Diagnostic> {
    // Within a note, ibid. means what stands before it there.
    if citation.index > 0 {
        return None;
    }
    let word = first_word(reading.quote(citation.span));
    let help = format!("Name the work instead of “{word}”.");
    let told = |message: String| {
        Diagnostic::new(Code::C09, message, help.clone())
            .at(reading.place(citation.span, "leads nowhere for certain"))
            .note(reading.label(citation.note))
    };
    let label = reading.label(citation.note);
    let Some(before) = citation.note.checked_sub(1) else {
        return Some(told(format!("Note {label} says “{word}”, but no note stands before it.")));
    };
    let span = reading.analysis.notes[before].span();
    let works = works_of(reading, before);
    let before_label = reading.label(before);
    if works.len() > 1 {
        let message =
            format!("Note {label} says “{word}”, but note {before_label} cites {} works.", works.len());
        return Some(told(message).at(reading.place(span, format!("{} works", works.len()))));
    }
    let cites_nothing = reading.analysis.citations_of(before).next().is_none();
    (cites_nothing && is_plain_remark(reading, before)).then(|| {
        told(format!("Note {label} says “{word}”, but note {before_label} cites nothing."))
            .at(reading.place(span, "a remark without a source"))
    })
}

/// The works that a note cites in full. A citation without known work counts by itself.
fn works_of(reading: &Reading<'_>, note: usize) -> BTreeSet<(Option<usize>, usize)> {
    reading
        .analysis
        .citations_of(note)
        .map(|citation| match reading.work_of(citation) {
            Some(work) => (Some(work), 0),
            None => (None, citation.index),
        })
        .collect()
}

/// Words only: neither figures, quotation marks nor an address, which would be signs of a source.
fn is_plain_remark(reading: &Reading<'_>, note: usize) -> bool {
    let text = reading.analysis.note_text(reading.document, note);
    !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '“' | '"' | '«' | '‘' | '/'))
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ';'])
}

/// The word by which a name is looked for: the family name, or the last word of a body's.
fn family(author: &str) -> String {
    let name = fold_words(author);
    name.rsplit(' ').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, run};
    use super::RULE;

    #[track_caller]
    fn reports(notes: &[(&str, &str)], messages: &[&str]) {
        let report = Report { body: &["They pay.¹ They complain.² They leave.³"], notes };
        let (_, found) = run(&RULE, vec![report.draft()]);
        let said: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(said, messages);
    }

    const LEVY: &str = "Ada Moor, “The Levy Returns,” Reuters, March 5, 2024, https://reuters.com/levy";
    const TWO: &str = "Ada Moor, “The Levy Returns,” Reuters, March 5, 2024, https://reuters.com/levy; Ines Fell, “The Quay Closes,” Reuters, June 9, 2024, https://reuters.com/quay";

    #[test]
    fn ibid_means_the_one_work_before() {
        reports(&[("1", LEVY), ("2", "Ibid."), ("3", "Ibid., p. 4.")], &[]);
        reports(&[("1", "Ibid.")], &["Note 1 says “Ibid.”, but no note stands before it."]);
        reports(&[("1", TWO), ("2", "Ibid.")], &["Note 2 says “Ibid.”, but note 1 cites 2 works."]);
        reports(
            &[("1", "The names in this chapter are changed."), ("2", "Ibid.")],
            &["Note 2 says “Ibid.”, but note 1 cites nothing."],
        );
    }

    #[test]
    fn supra_leads_to_a_note_with_that_work() {
        reports(&[("1", LEVY), ("2", "Supra note 1."), ("3", "Moor, supra note 1, p. 4.")], &[]);
        reports(
            &[("1", LEVY), ("2", "Supra note 52.")],
            &["Note 2 refers to note 52, which does not exist."],
        );
        reports(
            &[("1", TWO), ("2", "Supra note 1.")],
            &["Note 2 refers to note 1, which cites 2 works, without saying which."],
        );
        reports(
            &[("1", LEVY), ("2", "Brandt, supra note 1, p. 4.")],
            &["Note 2 refers to note 1, which does not name Brandt."],
        );
    }

    #[test]
    fn op_cit_was_cited_before() {
        reports(&[("1", LEVY), ("2", "Moor, op. cit., p. 12.")], &[]);
        reports(&[("1", LEVY), ("2", "Report of the Panel of Experts, op. cit., p. 12.")], &[]);
        reports(
            &[("1", LEVY), ("2", "Brandt, op. cit., p. 12.")],
            &["Note 2 cites Brandt as cited before (“op. cit.”), but no earlier note does."],
        );
    }
}
