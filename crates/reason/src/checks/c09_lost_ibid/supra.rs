//! "Supra note 14", "see footnote 3 above".

use std::collections::HashMap;

use crate::citations::{Citation, CitationForm};
use crate::text::fold_words;

use super::super::corpus::Reading;
use super::super::wording::listed;
use super::super::{Code, Diagnostic};
use super::{family, works_of};

/// The notes of a document by their labels.
pub(super) struct Labels<'a> {
    notes: HashMap<&'a str, Vec<usize>>,
    lowest: Option<u32>,
}

impl<'a> Labels<'a> {
    pub fn of(reading: &Reading<'a>) -> Self {
        let mut notes: HashMap<&str, Vec<usize>> = HashMap::new();
        for note in 0..reading.analysis.notes.len() {
            notes.entry(reading.label(note)).or_default().push(note);
        }
        let lowest = notes.keys().filter_map(|label| label.parse().ok()).min();
        Self { notes, lowest }
    }

    /// An excerpt whose notes begin at 40 may well refer to note 12.
    fn should_have(&self, label: &str) -> bool {
        let number = label.parse::<u32>().ok();
        number.zip(self.lowest).is_some_and(|(number, lowest)| lowest <= number)
    }
}

pub(super) fn lost(
    reading: &Reading<'_>,
    labels: &Labels<'_>,
    citation: &Citation,
    target: &str,
) -> Option<Diagnostic> {
    match labels.notes.get(target).map(Vec::as_slice) {
        None if labels.should_have(target) => Some(told(
            reading,
            citation,
            target,
            "which does not exist",
            "Give the number of the note that is meant, or name the work.",
        )),
        Some([found]) => in_note(reading, citation, target, *found),
        // Where numbering restarts, several notes have the number.
        _ => None,
    }
}

/// Why the note named does not lead on: another author's, or several works.
fn in_note(reading: &Reading<'_>, citation: &Citation, target: &str, found: usize) -> Option<Diagnostic> {
    let place = reading.place(reading.analysis.notes[found].span(), format!("note {target}"));
    if !citation.authors.is_empty() {
        let name = not_by(reading, citation, found)?;
        let why = format!("which does not name {name}");
        let help = "Check the number of the note, or name the work.";
        return Some(told(reading, citation, target, &why, help).at(place));
    }
    let works = works_of(reading, found).len();
    (works > 1 && citation.title.is_none()).then(|| {
        let why = format!("which cites {works} works, without saying which");
        told(reading, citation, target, &why, "Name the work that is meant.").at(place)
    })
}

fn told(reading: &Reading<'_>, citation: &Citation, target: &str, why: &str, help: &str) -> Diagnostic {
    let label = reading.label(citation.note);
    Diagnostic::new(Code::C09, format!("Note {label} refers to note {target}, {why}."), help)
        .at(reading.place(citation.span, format!("refers to note {target}")))
        .note(label)
}

/// The author, if the name does not stand in the note. A note that is a short form itself says nothing.
fn not_by(reading: &Reading<'_>, citation: &Citation, note: usize) -> Option<String> {
    let full = reading.analysis.citations_of(note).any(|citation| citation.form == CitationForm::Full);
    let text = fold_words(&reading.analysis.note_text(reading.document, note));
    let named = |author: &String| {
        let family = family(author);
        text.split(' ').any(|word| word == family)
    };
    (full && !citation.authors.iter().any(named)).then(|| listed(&citation.authors))
}
