//! What stands in brackets: an access date, an address, a symbol, an imprint.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::{PublisherKind, publishers};

use super::super::places::is_city;
use super::dates::{is_about_date, set_accessed, set_date};
use super::fields::set_container;
use super::{Announced, Found, addresses};

/// Cues that tell the kind of a work from a bracket behind it.
const TELLING: [Cue; 7] =
    [Cue::PressRelease, Cue::Blog, Cue::Academic, Cue::OnFile, Cue::Editors, Cue::Social, Cue::Report];

/// University presses as books abbreviate them: they publish journals, too, so their names alone tell no book.
const UNIVERSITY_PRESSES: [&str; 2] = ["OUP", "CUP"];

/// Reads the brackets at the ends or in the middle of a stretch. Returns the stretch without them.
pub(super) fn read(note: &NoteText<'_>, segment: Span, found: &mut Found) -> Option<Span> {
    let mut kept = segment;
    for group in note.groups.iter().filter(|group| segment.contains(**group)) {
        let inner = Span::new(group.start + 1, group.end - 1);
        if group.start == kept.start {
            kept.start = group.end;
            read_group(note, inner, found);
        } else if group.end == kept.end || note.urls_in(segment).next().is_some() {
            if !is_platform_remark(note, *group, kept) {
                kept.end = group.start.max(kept.start);
                read_group(note, inner, found);
            }
        } else if note.dates_in(inner).next().is_some() {
            // "44, no. 2 (Fall 2019): 90–128"
            read_group(note, inner, found);
        }
    }
    let kept = note.trim(kept);
    note.get(kept).contains(char::is_alphanumeric).then_some(kept)
}

/// `X (formerly Twitter)`: part of the name.
fn is_platform_remark(note: &NoteText<'_>, group: Span, segment: Span) -> bool {
    let before = note.trim(Span::new(segment.start, group.start));
    is_former_name(note, group) && publishers().by_name(note.get(before)).is_some()
}

/// `(formerly Twitter)`, `(ex-Twitter)`.
pub(in crate::citations::parse) fn is_former_name(note: &NoteText<'_>, group: Span) -> bool {
    let inside = note.get(Span::new(group.start + 1, group.end - 1));
    lexicon().leads(WordClass::Formerly, inside).is_some()
}

fn read_group(note: &NoteText<'_>, inner: Span, found: &mut Found) {
    let addressed = note.urls_in(inner).next().is_some();
    if note.has_cue(inner, Cue::Accessed)
        && let Some(date) = note.dates_in(inner).next()
    {
        set_accessed(found, date);
        if addressed {
            addresses::read(note, inner, found, &mut Announced::default());
        }
        return;
    }
    if addressed {
        let archived = note.has_cue(inner, Cue::Archived) || found.citation.url.is_some();
        return addresses::read(note, inner, found, &mut Announced { archived, accessed: false });
    }
    if let Some(symbol) = note.symbols.iter().find(|symbol| inner.contains(**symbol)) {
        found.citation.identifier.get_or_insert_with(|| note.get(*symbol).to_owned());
        return;
    }
    for hit in note.cues_in(inner) {
        found.add_all(hit.cues, &TELLING);
    }
    // "(in Arabic)"
    if lexicon().leads(WordClass::InLanguage, note.get(inner)).is_none() {
        read_imprint(note, inner, found);
    }
}

/// `Athens: Ohio University Press, 2008`, `PhD diss., University of Florida, 2016`, `June 2021`, `Pretoria: ISS, March
/// 2021`.
fn read_imprint(note: &NoteText<'_>, inner: Span, found: &mut Found) {
    let date = note.dates_in(inner).last().copied();
    found.imprint |= note.get(inner).contains(": ")
        || by_commas(note, inner).into_iter().any(|part| is_book_publisher(note.get(part)));
    if let Some(date) = &date {
        set_date(found, date);
    }
    let end = date.map_or(inner.end, |date| date.span.start);
    let names = note.trim(Span::new(inner.start, end.max(inner.start)));
    let text = note.get(names);
    let told = date.is_some() || note.has_cue(inner, Cue::Academic) || text.contains(':');
    if names.is_empty() || !told || is_about_date(text, "") {
        return;
    }
    match text.find(": ") {
        Some(colon) => {
            found.citation.place.get_or_insert_with(|| text[..colon].trim().to_owned());
            set_container(note, note.trim(Span::new(names.start + colon + 1, names.end)), found);
        }
        None => read_publisher(note, names, found),
    }
}

fn is_book_publisher(part: &str) -> bool {
    let name = part.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    publishers().by_name(name) == Some(PublisherKind::BookPublisher) || UNIVERSITY_PRESSES.contains(&name)
}

/// Place and publisher between commas.
fn read_publisher(note: &NoteText<'_>, names: Span, found: &mut Found) {
    for part in by_commas(note, names) {
        let words = note.get(part);
        let label = note.leading_cue(part).is_some_and(|hit| {
            hit.cues.has_any(&[Cue::Academic, Cue::Editors, Cue::Report, Cue::PressRelease])
        });
        let edition = lexicon().closes(WordClass::Editions, words).is_some();
        if is_city(words) {
            found.citation.place.get_or_insert_with(|| words.to_owned());
        } else if !label && !edition && words.starts_with(char::is_uppercase) {
            set_container(note, part, found);
        }
    }
}

/// The stretches between commas within a bracket.
fn by_commas(note: &NoteText<'_>, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for piece in note.get(span).split(',') {
        parts.push(note.trim(Span::new(start, start + piece.len())));
        start += piece.len() + 1;
    }
    parts.retain(|part| !part.is_empty());
    parts
}
