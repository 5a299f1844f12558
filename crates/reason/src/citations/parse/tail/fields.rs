//! Stretches of words: a date, a symbol or a volume among them, phrases that tell the kind, the container.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit};
use crate::publishers::publishers;

use super::Found;
use super::dates::{is_about_date, set_date};
use super::numbers::{is_docket, is_symbol_word, reporter};

/// Cues that tell the kind of a work from the words beside its title.
const TELLING: [Cue; 12] = [
    Cue::PressRelease,
    Cue::Report,
    Cue::Blog,
    Cue::Academic,
    Cue::Law,
    Cue::Court,
    Cue::Dataset,
    Cue::Volume,
    Cue::Editors,
    Cue::Social,
    Cue::Imagery,
    Cue::Registry,
];

/// Words, with a date or a symbol among them, or a phrase that tells the kind. What is left may be an outlet.
pub(super) fn read_words(note: &NoteText<'_>, segment: Span, found: &mut Found) -> Option<Span> {
    if is_docket(note.get(segment)) {
        found.citation.identifier.get_or_insert_with(|| note.get(segment).to_owned());
        return None;
    }
    let words = without_dates(note, segment, found)?;
    if let Some(journal) = reporter(note.get(words)) {
        found.add(Cue::Volume);
        set_container(note, journal.shifted(words.start), found);
        return None;
    }
    if let Some(symbol) = note.symbols.iter().find(|symbol| words.contains(**symbol)) {
        found.citation.identifier.get_or_insert_with(|| note.get(*symbol).to_owned());
        return without(note, words, *symbol).filter(|rest| !is_symbol_word(note.get(*rest)));
    }
    mark_kind(note, words, found)
}

/// Takes a date that stands alone or closes the words: "SIPRI 2019", "post of 19 May 2022".
fn without_dates(note: &NoteText<'_>, segment: Span, found: &mut Found) -> Option<Span> {
    let Some(date) = note.dates_in(segment).next() else {
        return Some(segment);
    };
    let other = without(note, segment, date.span);
    if other.is_none() || is_about_date(note.get(segment), note.get(date.span)) {
        set_date(found, date);
        return None;
    }
    let trails = date.span.end == segment.end;
    if trails && found.citation.date.is_none() {
        set_date(found, date);
        return other;
    }
    Some(segment)
}

/// "Human Rights Watch news release": the phrase tells the kind, the words before it are the outlet.
fn mark_kind(note: &NoteText<'_>, words: Span, found: &mut Found) -> Option<Span> {
    for hit in note.cues_in(words) {
        found.add_all(hit.cues, &TELLING);
    }
    // "The Lissa Post" is a newspaper, "Telegram post" says what the work is.
    let small = |hit: &CueHit| note.get(hit.span).starts_with(char::is_lowercase);
    let is_label = |hit: &CueHit| {
        let telling =
            hit.cues.has(Cue::PressRelease) || (hit.cues.has_any(&[Cue::Blog, Cue::Social]) && small(hit));
        telling && hit.span.end == words.end
    };
    match note.cues_in(words).last().filter(|hit| is_label(hit)) {
        Some(hit) if publishers().by_name(note.get(words)).is_none() => {
            Some(note.trim(Span::new(words.start, hit.span.start))).filter(|before| !before.is_empty())
        }
        _ => Some(words),
    }
}

/// Sets the container, unless an earlier stretch gave one; a volume behind its name is left out.
pub(in crate::citations::parse) fn set_container(note: &NoteText<'_>, span: Span, found: &mut Found) {
    let text = note.get(span);
    let kept = without_volume(text);
    if kept.len() < text.len() {
        // "HC 167" numbers a paper; "African Affairs 121" is a volume.
        if kept.len() <= 4 && kept.chars().all(char::is_uppercase) {
            found.citation.identifier.get_or_insert_with(|| text.to_owned());
            return;
        }
        found.add(Cue::Volume);
    }
    if found.citation.container.is_none() && !kept.is_empty() {
        found.citation.container = Some(kept.trim_end_matches('.').to_owned());
        found.citation.places.container = Some(Span::new(span.start, span.start + kept.len()));
    }
}

/// `African Affairs 121`, `International Security 44(2)`: the name of a journal without its volume.
fn without_volume(text: &str) -> &str {
    let Some((name, last)) = text.rsplit_once(' ') else {
        return text;
    };
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '.' | '/' | ':' | '-' | '–');
    let volume =
        last.starts_with(|c: char| c.is_ascii_digit()) && last.len() <= 9 && last.chars().all(is_figure);
    let year = last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit());
    let named = name.contains(char::is_alphabetic) && publishers().by_name(text).is_none();
    if volume && !year && named { name } else { text }
}

/// The stretch without a part of it that stands at its start or end; `None` where nothing is left.
fn without(note: &NoteText<'_>, segment: Span, part: Span) -> Option<Span> {
    let before = note.trim(Span::new(segment.start, part.start));
    let after = note.trim(Span::new(part.end, segment.end));
    [before, after].into_iter().find(|span| note.get(*span).contains(char::is_alphabetic))
}
