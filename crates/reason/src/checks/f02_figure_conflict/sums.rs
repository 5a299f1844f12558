//! Sums and counts that one report gives twice in nearly the same words: in the text and in the caption of its picture, in the
//! summary and in the chapter.

use crate::document::Span;

use super::super::corpus::Reading;
use super::super::retold::{Dates, Of, Passage, Told, passages};
use super::super::wording::quoted;
use super::super::{Code, Diagnostic};

/// Figures that cannot be one where the words say that they are, save those of which a conflict is told already.
pub(super) fn conflicts(reading: &Reading<'_>, told_before: &[Span]) -> Vec<Diagnostic> {
    let passages = passages(reading);
    let mut found = Vec::new();
    for (at, second) in passages.iter().enumerate() {
        let mut alike = passages.iter().enumerate().filter(|(_, first)| first.tells_as(second, Dates::Agree));
        let Some((first_at, first)) = alike.next() else { continue };
        // Where one of several agrees, it is the one that is meant.
        let agrees = |first: &Passage| first.first_conflict(second).is_none();
        if first_at > at || agrees(first) || alike.any(|(_, first)| agrees(first)) {
            continue;
        }
        if let Some((one, two)) = first.first_conflict(second)
            && !told_before.iter().any(|told| told.overlaps(one.written) || told.overlaps(two.written))
        {
            found.push(told(reading, one, two));
        }
    }
    found
}

fn told(reading: &Reading<'_>, one: &Told, two: &Told) -> Diagnostic {
    let words = |told: &Told| quoted(&reading.analysis.words(reading.document, told.written));
    let what = match &one.of {
        Of::Money(..) => "sum".to_owned(),
        Of::Victims(kind) => format!("quantity ({})", super::spoken_kind(*kind)),
    };
    let message = format!("The report gives one {what} in two ways: {} and {}.", words(one), words(two));
    let help = "Check which figure is meant, or say what sets the two apart.";
    Diagnostic::new(Code::F02, message, help)
        .at(reading.place(one.written, "here"))
        .at(reading.place(two.written, "and here"))
}
