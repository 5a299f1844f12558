//! Addresses: of the work, of an archive's copy, and the words before them.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::{PublisherKind, publishers};

use super::{Announced, Found, dates, fields};

/// Reads the addresses of a stretch, and the day they were read on.
pub(super) fn read(note: &NoteText<'_>, segment: Span, found: &mut Found, announced: &mut Announced) {
    let archived = note.has_cue(segment, Cue::Archived) || std::mem::take(&mut announced.archived);
    for url in note.urls_in(segment) {
        let is_copy = publishers().by_address(&url.url) == Some(PublisherKind::Archive);
        if (archived || is_copy) && found.citation.url.is_some() {
            found.citation.archived_url.get_or_insert_with(|| url.url.clone());
        } else if found.citation.url.is_none() {
            found.citation.url = Some(url.url.clone());
            found.citation.places.url = Some(url.span);
            found.citation.damage.clone_from(&url.damage);
        }
    }
    if note.has_cue(segment, Cue::Accessed)
        && let Some(date) = note.dates_in(segment).next()
    {
        dates::set_accessed(found, date);
    }
}

/// The words before an address that are not "available at".
pub(super) fn words_before(note: &NoteText<'_>, before: Span, found: &mut Found) -> Option<Span> {
    let available =
        note.cues_in(before).find(|hit| hit.cues.has_any(&[Cue::Available, Cue::Archived, Cue::Accessed]));
    let end = available.map_or(before.end, |hit| hit.span.start);
    let words = note.trim(Span::new(before.start, end));
    let worded = note.get(words).contains(char::is_alphanumeric);
    if worded { fields::read_words(note, words, found) } else { None }
}
