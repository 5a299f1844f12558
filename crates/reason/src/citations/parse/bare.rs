//! An address with nothing, or only a name, beside it.

use crate::citations::note_text::NoteText;
use crate::document::Span;

use super::found::Found;
use super::people::{authors, is_name_list};
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
        let text = note.get(*first);
        let page = [
            "website",
            "site web",
            "homepage",
            "web page",
            "webpage",
            "site internet",
            "site officiel",
            "page",
        ]
        .iter()
        .find_map(|word| text.strip_suffix(word));
        let name = page
            .unwrap_or(text)
            .trim_end_matches(['\'', '’', ' '])
            .trim_end_matches("’s")
            .trim_end_matches("'s");
        let name_span = Span::new(first.start, first.start + name.len());
        if is_name_list(note, name_span) {
            found.citation.authors = authors(name);
            found.citation.places.authors = Some(name_span);
        }
    }
    found.citation.url.as_ref()?;
    kind::decide(&mut found);
    Some(found)
}
