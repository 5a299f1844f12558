//! C09: ibid., supra or op. cit. that leads nowhere or to a note with several works.

use std::collections::BTreeSet;

use crate::citations::{Citation, CitationForm};
use crate::languages::{Cue, lexicon};
use crate::text::{fold_words, tokens};

use super::corpus::Reading;
use super::wording::{listed, quoted};
use super::{Code, Diagnostic, Rule};

pub(super) const RULE: Rule = Rule {
    code: Code::C09,
    why: "A short reference lives from the notes before it. When a note is moved or added, it silently points to another source, or to none.",
    wrong: "33. Bank statements, on file; Corwin Hale, “Fuel for Nobody,” July 23, 2024.   34. Ibid.",
    right: "33. Bank statements, on file; Corwin Hale, “Fuel for Nobody,” July 23, 2024.   34. Hale, “Fuel for Nobody.”",
    silence: "when the file is an excerpt and the note referred to stands in another part",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let citations = &reading.analysis.citations;
    citations
        .iter()
        .filter(|citation| citation.refers_to.is_none())
        .filter_map(|citation| match &citation.form {
            CitationForm::Full => None,
            CitationForm::Ibid => lost_ibid(reading, citation),
            CitationForm::Supra { note: Some(label) } => lost_supra(reading, citation, label),
            CitationForm::Supra { note: None } => None,
            CitationForm::OpCit => lost_op_cit(reading, citation),
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

fn lost_supra(reading: &Reading<'_>, citation: &Citation, target: &str) -> Option<Diagnostic> {
    let label = reading.label(citation.note);
    let told = |message: String, help: &str| {
        Diagnostic::new(Code::C09, message, help)
            .at(reading.place(citation.span, format!("refers to note {target}")))
            .note(label)
    };
    let targets: Vec<usize> =
        (0..reading.analysis.notes.len()).filter(|note| reading.label(*note) == target).collect();
    let Some(found) = targets.last().copied() else {
        return beyond_excerpt(reading, target).then(|| {
            told(
                format!("Note {label} refers to note {target}, which does not exist."),
                "Give the number of the note that is meant, or name the work.",
            )
        });
    };
    if targets.len() > 1 {
        return None;
    }
    let place = reading.place(reading.analysis.notes[found].span(), format!("note {target}"));
    if !citation.authors.is_empty() {
        return not_by(reading, citation, found).map(|name| {
            told(
                format!("Note {label} refers to note {target} for {name}, who is not named there."),
                "Check the number of the note, or name the work.",
            )
            .at(place)
        });
    }
    let works = works_of(reading, found).len();
    (works > 1 && citation.title.is_none()).then(|| {
        told(
            format!("Note {label} refers to note {target}, which cites {works} works, without saying which."),
            "Name the work that is meant.",
        )
        .at(place)
    })
}

/// An excerpt whose notes begin at 40 may well refer to note 12.
fn beyond_excerpt(reading: &Reading<'_>, target: &str) -> bool {
    let Ok(target) = target.parse::<u32>() else {
        return false;
    };
    let first =
        (0..reading.analysis.notes.len()).filter_map(|note| reading.label(note).parse::<u32>().ok()).min();
    first.is_some_and(|first| first <= target)
}

/// The author, if no word of the name stands in the note. A note that is a short form itself says nothing.
fn not_by(reading: &Reading<'_>, citation: &Citation, note: usize) -> Option<String> {
    let full = reading.analysis.citations_of(note).any(|citation| citation.form == CitationForm::Full);
    let text = fold_words(&reading.analysis.note_text(reading.document, note));
    let named = citation.authors.iter().any(|author| names(&text, author));
    (full && !named).then(|| listed(&citation.authors))
}

/// Whether the family name of an author stands among the words of a folded text.
fn names(text: &str, author: &str) -> bool {
    let name = fold_words(author);
    let family = name.rsplit(' ').next().unwrap_or_default();
    text.split(' ').any(|word| word == family)
}

fn lost_op_cit(reading: &Reading<'_>, citation: &Citation) -> Option<Diagnostic> {
    let raw = reading.quote(citation.span);
    let tokens = tokens(raw);
    let said = lexicon().cues(raw, &tokens).into_iter().find(|hit| hit.cues.has(Cue::OpCit))?;
    if citation.authors.is_empty() {
        return None;
    }
    let known = (0..citation.note).any(|note| {
        let text = fold_words(&reading.analysis.note_text(reading.document, note));
        citation.authors.iter().any(|author| names(&text, author))
    });
    if known {
        return None;
    }
    let label = reading.label(citation.note);
    let author = listed(&citation.authors);
    let work = match &citation.title {
        Some(title) => format!("{author}, {}", quoted(title)),
        None => author,
    };
    let message = format!(
        "Note {label} cites {work} as cited before (“{}”), but no earlier note does.",
        &raw[said.span.start..said.span.end]
    );
    Some(
        Diagnostic::new(Code::C09, message, "Give the full citation here.")
            .at(reading.place(citation.span, "cited as known"))
            .note(label),
    )
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
            &["Note 2 refers to note 1 for Brandt, who is not named there."],
        );
    }

    #[test]
    fn op_cit_was_cited_before() {
        reports(&[("1", LEVY), ("2", "Moor, op. cit., p. 12.")], &[]);
        reports(
            &[("1", LEVY), ("2", "Brandt, op. cit., p. 12.")],
            &["Note 2 cites Brandt as cited before (“op. cit.”), but no earlier note does."],
        );
    }
}
