//! Short titles of works that were cited before.

use std::collections::HashSet;

use crate::citations::CitationForm;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::lexicon;
use crate::text::fold;

use super::super::segments::segments;
use super::{Found, authors, tail};

/// Stretches of the longest short title: names, title, pages.
const MOST_PARTS: usize = 5;

/// `Moro, The Road, 112`, `Moro and Fell, “The Road,” 95`: the family name of an author cited before, a short title, a
/// page, and nothing else.
pub(in crate::citations) fn short_title(
    note: &NoteText<'_>,
    span: Span,
    known: &HashSet<String>,
) -> Option<Found> {
    let parts = segments(note, span);
    let (first, last) = (*parts.first()?, *parts.last()?);
    if !(2..=MOST_PARTS).contains(&parts.len())
        || !are_families(note.get(first), known)
        || note.dates_in(span).next().is_some()
        || note.urls_in(span).next().is_some()
    {
        return None;
    }
    let mut found = Found::new(span);
    tail::read(note, last, &mut found);
    let paged = found.citation.locator.is_some();
    let titled = if paged { &parts[1..parts.len() - 1] } else { &parts[1..] };
    let title = Span::new(titled.first()?.start, titled.last()?.end);
    let quote = note.quotes.iter().find(|quote| title.contains(quote.outer));
    if !(paged || quote.is_some()) || note.get(title).starts_with(char::is_lowercase) {
        return None;
    }
    found.citation.form = CitationForm::OpCit;
    found.citation.authors = authors(note.get(first));
    found.citation.places.authors = Some(first);
    set_short_title(note, quote.map_or(title, |quote| quote.inner), &mut found);
    Some(found)
}

/// `Moro and Fell`: family names of authors cited before, and nothing else.
fn are_families(text: &str, known: &HashSet<String>) -> bool {
    let is_family = |word: &str| lexicon().is_and(word) || known.contains(&fold(word));
    text.split_whitespace().any(|word| word.starts_with(char::is_uppercase))
        && text.split_whitespace().all(is_family)
}

/// A title between quotation marks, without the comma of the sentence.
pub(super) fn set_short_title(note: &NoteText<'_>, inner: Span, found: &mut Found) {
    let title = note.get(inner).trim_end_matches([',', '.', ' ']);
    found.citation.title = Some(title.to_owned());
    found.citation.places.title = Some(Span::new(inner.start, inner.start + title.len()));
}
