//! Citations whose fields are parted by full stops, so that they take several sentences: names, year, title, publisher,
//! address.

use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::publishers;

use super::super::note_text::NoteText;
use super::super::parse::{Found, Pointed, is_name_list, is_person, recognise};
use super::super::split::{Joint, Part, is_pointing};

/// Sentences of one citation whose fields are parted by full stops: names, year, title, publisher, address.
const MOST_SENTENCES: usize = 6;

/// Bytes of the longest sentence that is nothing but names.
const LONGEST_HEAD: usize = 120;

/// Words of the longest place, and of the longest name of a publisher, in a sentence of their own.
const MOST_PLACE_WORDS: usize = 3;
const MOST_PUBLISHER_WORDS: usize = 6;

/// Words behind an author up to a full stop within the title; more is a sentence.
const MOST_TITLE_WORDS: usize = 20;

/// A citation of one part; or, where that is none or lacks what the next sentences give, of several. With how many.
pub(super) fn recognise_from(
    note: &NoteText<'_>,
    parts: &[Part],
    at: usize,
    span: Span,
    pointed: Pointed,
) -> Option<(Found, usize)> {
    let following = parts[at + 1..].iter().take(MOST_SENTENCES - 1);
    let soft: Vec<Span> =
        following.take_while(|part| part.joint == Joint::Soft).map(|part| part.span).collect();
    let alone = recognise(note, span, pointed);
    match alone {
        Some(found) if !is_thin(&found) || soft.is_empty() || !is_head(note, span) => {
            let with_imprint = with_imprint(note, &soft, span, &found, pointed);
            return Some(with_imprint.unwrap_or((found, 1)));
        }
        None if !is_head(note, span) && !opens_with_author(note, span) => return None,
        _ => {}
    }
    joined(note, &soft, span, pointed).or(alone.map(|found| (found, 1)))
}

/// Nothing but names and a date: the title may follow.
fn is_thin(found: &Found) -> bool {
    let citation = &found.citation;
    citation.title.is_none() && citation.url.is_none() && citation.interviewee.is_none()
}

/// A citation with the publisher that follows in sentences of their own.
fn with_imprint(
    note: &NoteText<'_>,
    soft: &[Span],
    span: Span,
    found: &Found,
    pointed: Pointed,
) -> Option<(Found, usize)> {
    let imprints = soft.iter().take_while(|part| is_imprint(note, **part)).count();
    let last = soft[..imprints].last()?;
    let more = recognise(note, Span::new(span.start, last.end), pointed)?;
    (more.citation.title == found.citation.title).then_some((more, imprints + 1))
}

/// The most sentences that are one citation, if it then has a title or an address.
fn joined(note: &NoteText<'_>, soft: &[Span], span: Span, pointed: Pointed) -> Option<(Found, usize)> {
    let fields = soft.iter().take_while(|part| !opens_with_signal(note, **part)).count();
    (1..=fields).rev().find_map(|more| {
        let found = recognise(note, Span::new(span.start, soft[more - 1].end), pointed)?;
        let full = found.citation.title.is_some() || found.citation.url.is_some();
        full.then_some((found, more + 1))
    })
}

/// Names alone, or names and a year in brackets: the title follows in the next sentence.
fn is_head(note: &NoteText<'_>, span: Span) -> bool {
    let year = note.groups.iter().find(|group| {
        span.contains(**group)
            && group.end >= span.end.saturating_sub(1)
            && note.dates_in(**group).next().is_some()
    });
    let names = year.map_or(span, |group| note.trim(Span::new(span.start, group.start)));
    let short = span.len() < LONGEST_HEAD && note.dates_in(span).next().is_none();
    (year.is_some() || short) && is_name_list(note, names)
}

/// `London: Zed Books`, `Institute for Security Studies`: a publisher in a sentence of its own.
fn is_imprint(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span).trim_end_matches('.');
    let placed = text.split_once(": ").is_some_and(|(place, name)| {
        place.split_whitespace().count() <= MOST_PLACE_WORDS
            && name.split_whitespace().count() <= MOST_PUBLISHER_WORDS
            && place.starts_with(char::is_uppercase)
            && name.starts_with(char::is_uppercase)
            && !name.contains(". ")
    });
    placed || publishers().by_name(text.trim()).is_some()
}

/// A person and a comma: the title that follows may hold a full stop ("Les eaux grises. Pouvoir et pêche").
fn opens_with_author(note: &NoteText<'_>, span: Span) -> bool {
    note.get(span).split_once(", ").is_some_and(|(first, rest)| {
        rest.split_whitespace().count() <= MOST_TITLE_WORDS
            && (publishers().by_name(first).is_some() || is_person(first))
    })
}

fn opens_with_signal(note: &NoteText<'_>, span: Span) -> bool {
    note.leading_cue(span).is_some_and(|hit| hit.cues.has(Cue::Signal) && is_pointing(note.get(hit.span)))
}
