//! Who was interviewed, where and when.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::publishers;

use super::super::people::is_person;
use super::super::places::{is_city, is_medium};
use super::{Found, is_own, segments, tail};

/// Stretches of the longest place: `Tassi, Upper Basin`.
const MOST_PLACE_PARTS: usize = 2;

/// Words of the longest stretch of a place.
const MOST_PLACE_WORDS: usize = 5;

/// Whether the one interviewed is known from what stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Known,
    Asked,
}

/// Reads the stretches behind "interview with": the description, the place, the day, an address.
pub(super) fn read(note: &NoteText<'_>, span: Span, who: Who, found: &mut Found) {
    let mut parts = read_to_date(note, span, found);
    parts.retain(|part| {
        let text = note.get(*part);
        !is_medium(text) && !is_own(text) && !is_number(text, found)
    });
    let first = usize::from(who == Who::Asked);
    let mut place_from = parts.len();
    while place_from > first
        && parts.len() - place_from < MOST_PLACE_PARTS
        && is_place_like(note, parts[place_from - 1])
    {
        place_from -= 1;
    }
    let (described, places) = parts.split_at(place_from);
    if let (Some(first), Some(last)) = (places.first(), places.last()) {
        found.citation.place = Some(note.get(Span::new(first.start, last.end)).to_owned());
    }
    if who == Who::Asked
        && let (Some(first), Some(last)) = (described.first(), described.last())
    {
        set_interviewee(note, Span::new(first.start, last.end), found);
    }
}

/// The stretches up to the day of the interview, which is read with all behind it.
fn read_to_date(note: &NoteText<'_>, span: Span, found: &mut Found) -> Vec<Span> {
    let mut parts: Vec<Span> = Vec::new();
    let all = segments(note, span);
    let held = all
        .iter()
        .position(|segment| is_day(note, *segment))
        .or_else(|| all.iter().position(|segment| note.dates_in(*segment).next().is_some()));
    for (at, segment) in all.into_iter().enumerate() {
        if note.urls_in(segment).next().is_some() {
            tail::read(note, segment, found);
            break;
        }
        if held != Some(at) {
            parts.push(segment);
            continue;
        }
        if let Some(date) = note.dates_in(segment).next() {
            tail::set_date(found, date);
            let before = note.trim(Span::new(segment.start, date.span.start));
            parts.extend(Some(tail::without_date_word(note, before)).filter(|before| !before.is_empty()));
            read_behind_date(note, Span::new(date.span.end, span.end), found);
        }
        break;
    }
    parts
}

/// The stretch that is nothing but the day: a year within the description ("with the unit until 2023") is none.
fn is_day(note: &NoteText<'_>, segment: Span) -> bool {
    note.dates_in(segment).next().is_some_and(|date| {
        let before = note.trim(Span::new(segment.start, date.span.start));
        tail::without_date_word(note, before).is_empty()
    })
}

/// After the date there may still stand the place, the medium or an address.
fn read_behind_date(note: &NoteText<'_>, after: Span, found: &mut Found) {
    for segment in segments(note, after) {
        if note.urls_in(segment).next().is_some() || note.has_cue(segment, Cue::Accessed) {
            tail::read(note, segment, found);
        } else if found.citation.place.is_none()
            && is_place_like(note, segment)
            && !is_medium(note.get(segment))
            && note.dates_in(segment).next().is_none()
        {
            found.citation.place = Some(note.get(segment).to_owned());
        }
    }
}

fn set_interviewee(note: &NoteText<'_>, described: Span, found: &mut Found) {
    let (who, place) = without_place(note, described);
    if let Some(place) = place {
        found.citation.place.get_or_insert(place);
    }
    found.citation.interviewee = Some(note.get(who).to_owned());
    found.citation.places.interviewee = Some(who);
}

/// `a trader in Tassi` has its place within, `a trader, Tassi` behind; only the second is a place of the interview,
/// unless nothing but a name stands before it (`Ana Moro in Tassi`).
fn without_place(note: &NoteText<'_>, who: Span) -> (Span, Option<String>) {
    let text = note.get(who);
    for (at, _) in text.rmatch_indices(' ') {
        let Some((word, place)) = text[at + 1..].split_once(' ') else {
            continue;
        };
        if lexicon().is(WordClass::PlaceJoints, word) && is_city(place) && is_person(&text[..at]) {
            return (Span::new(who.start, who.start + at), Some(place.to_owned()));
        }
    }
    (who, None)
}

/// A number under which a source is kept: `2023-RP-0147`.
fn is_number(text: &str, found: &mut Found) -> bool {
    let is_sign =
        |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '/' | '_' | '#' | '.');
    let coded = text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(is_sign);
    if coded {
        found.citation.identifier.get_or_insert_with(|| text.to_owned());
    }
    coded
}

/// Capitalised words of a place: few, and none that names an office or a person unnamed.
fn is_place_like(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span);
    if is_city(text) {
        return true;
    }
    let mut words = text.split_whitespace();
    let opens = words
        .clone()
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase) || word.contains(['\'', '’']));
    let of_place =
        |word: &str| !word.starts_with(char::is_lowercase) || lexicon().is(WordClass::PlaceWords, word);
    let is_role = || {
        note.cues_in(span)
            .any(|hit| hit.cues.has_any(&[Cue::Unnamed, Cue::Pseudonym]) && !hit.cues.has(Cue::Available))
    };
    opens
        && !text.starts_with(['“', '"', '‘', '«'])
        && words.clone().count() <= MOST_PLACE_WORDS
        && words.all(of_place)
        && !is_role()
        && publishers().by_name(text).is_none()
}
