//! What follows the title, or the names, in nearly every form: outlet, date, pages, address, access date, brackets.

mod addresses;
mod brackets;
mod dates;
mod fields;
mod locators;
mod numbers;

pub(super) use brackets::is_former_name;
pub(super) use dates::{set_date, without_date_word};
pub(super) use fields::set_container;
pub(super) use numbers::reporter;

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit};

use super::found::Found;
use super::segments::segments;

/// Reads all that can be told from a stretch; what remains are the stretches of words: outlets, publishers, series.
pub(super) fn read(note: &NoteText<'_>, span: Span, found: &mut Found) -> Vec<Span> {
    let mut announced = Announced::default();
    let stretches = segments(note, span).into_iter();
    stretches.filter_map(|segment| read_segment(note, segment, found, &mut announced)).collect()
}

/// What an earlier stretch announced for the next.
#[derive(Default)]
struct Announced {
    accessed: bool,
    archived: bool,
}

/// Reads one stretch; what is left of it are words.
fn read_segment(
    note: &NoteText<'_>,
    segment: Span,
    found: &mut Found,
    announced: &mut Announced,
) -> Option<Span> {
    let segment = brackets::read(note, segment, found)?;
    if let Some(url) = note.urls_in(segment).next() {
        let before = Span::new(segment.start, url.span.start);
        addresses::read(note, segment, found, announced);
        return addresses::words_before(note, before, found);
    }
    let leading = note.leading_cue(segment);
    if read_accessed(note, segment, leading, found, announced)
        || is_remark(segment, leading, found, announced)
        || locators::read(note, segment, leading, found)
    {
        return None;
    }
    fields::read_words(note, segment, found)
}

/// `accessed 3 May 2024`, or `accessed:` and the day in the next stretch.
fn read_accessed(
    note: &NoteText<'_>,
    segment: Span,
    leading: Option<CueHit>,
    found: &mut Found,
    announced: &mut Announced,
) -> bool {
    let date = note.dates_in(segment).next();
    if leading.is_some_and(|hit| hit.cues.has(Cue::Accessed)) {
        match date {
            Some(date) => dates::set_accessed(found, date),
            None => announced.accessed = true,
        }
        return true;
    }
    if std::mem::take(&mut announced.accessed)
        && let Some(date) = date
    {
        dates::set_accessed(found, date);
        return true;
    }
    false
}

/// "archived at", "on file", "n.d.": no field themselves.
fn is_remark(segment: Span, leading: Option<CueHit>, found: &mut Found, announced: &mut Announced) -> bool {
    let Some(hit) = leading else {
        return false;
    };
    if hit.cues.has(Cue::Archived) {
        announced.archived = true;
        return true;
    }
    if hit.cues.has(Cue::OnFile) {
        found.add(Cue::OnFile);
        return true;
    }
    hit.cues.has(Cue::NoDate) && hit.span == segment
}

/// Whether what follows a name is the rest of a sentence: several words that begin small and announce nothing.
pub(super) fn goes_on_as_prose(note: &NoteText<'_>, span: Span) -> bool {
    segments(note, span).into_iter().any(|part| {
        let text = note.get(part);
        let announced = note.leading_cue(part).is_some_and(|hit| !hit.cues.has(Cue::Unnamed));
        text.starts_with(char::is_lowercase)
            && text.split_whitespace().count() >= 4
            && !announced
            && note.dates_in(part).next().is_none_or(|date| date.span.end != part.end)
            && note.urls_in(part).next().is_none()
    })
}

/// Whether a part holds only what belongs to a citation before it: an address, an access date, pages.
pub(in crate::citations) fn is_only_tail(note: &NoteText<'_>, span: Span) -> bool {
    let mut found = Found::new(span);
    let rest = read(note, span, &mut found);
    let citation = &found.citation;
    let something = citation.url.is_some()
        || citation.accessed.is_some()
        || citation.locator.is_some()
        || citation.archived_url.is_some()
        || found.cues.has(Cue::OnFile);
    rest.is_empty() && something && citation.date.is_none() && citation.identifier.is_none()
}
