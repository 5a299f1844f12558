//! An address with nothing, or only a name, beside it.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{WordClass, lexicon};

use super::found::Found;
use super::people::{authors, is_name_list, without_genitive};
use super::{kind, tail};

/// A sentence that mentions an address is no citation; a name or a title of a few words before it is.
const MOST_WORDS: usize = 14;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let url = note.urls_in(span).next()?;
    let before = Span::new(span.start, url.span.start);
    let mut found = Found::new(span);
    let words = tail::read(note, span, &mut found);
    if note.get(before).split_whitespace().count() > MOST_WORDS {
        return None;
    }
    if let Some(first) = words.first() {
        set_owner(note, *first, &mut found);
    }
    found.citation.url.as_ref()?;
    kind::decide(&mut found);
    Some(found)
}

/// `Halvorsen’s website`, `Halvorsen`: whose address it is.
fn set_owner(note: &NoteText<'_>, words: Span, found: &mut Found) {
    let text = note.get(words);
    let owner = lexicon().closes(WordClass::WebPages, text).map_or(text, |at| &text[..at]);
    let owner = without_genitive(owner);
    let span = Span::new(words.start, words.start + owner.len());
    if is_name_list(note, span) {
        found.citation.authors = authors(owner);
        found.citation.places.authors = Some(span);
    }
}
