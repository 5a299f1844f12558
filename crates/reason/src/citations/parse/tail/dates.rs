//! Dates of publication and of access, and the words beside them.

use crate::citations::note_text::NoteText;
use crate::dates::FoundDate;
use crate::document::Span;
use crate::languages::{WordClass, lexicon};

use super::Found;

/// Sets the date of publication, unless an earlier stretch gave one.
pub(in crate::citations::parse) fn set_date(found: &mut Found, date: &FoundDate) {
    if found.citation.date.is_none() {
        found.citation.date = Some(date.date);
        found.citation.places.date = Some(date.span);
    }
}

/// Sets the date of access, unless an earlier stretch gave one.
pub(super) fn set_accessed(found: &mut Found, date: &FoundDate) {
    if found.citation.accessed.is_none() {
        found.citation.accessed = Some(date.date);
        found.citation.places.accessed = Some(date.span);
    }
}

/// Nothing but words about the date beside it: "published on", "last updated", a weekday, an hour (`18h`).
pub(super) fn is_about_date(segment: &str, date: &str) -> bool {
    let other = segment.replacen(date, " ", 1);
    other.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
        lexicon().is(WordClass::AboutDate, word)
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || word.ends_with(['h', 'H']) && word.len() <= 3
    })
}

/// A stretch before a date, without "on", "dated" at its end.
pub(in crate::citations::parse) fn without_date_word(note: &NoteText<'_>, span: Span) -> Span {
    match lexicon().closes(WordClass::BeforeDate, note.get(span)) {
        Some(at) => note.trim(Span::new(span.start, span.start + at)),
        None => span,
    }
}
