//! Who stands before a title.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};

use super::super::people::{authors, has_role, is_name_list};
use super::super::places::is_city;
use super::{Found, Prefix, tail};

/// Words that lead in to the names of a citation ("On the older system, Ana Moro") are fewer.
const MOST_LEADING_WORDS: usize = 8;

/// Reads the names before a title; `None` where it is a sentence.
pub(super) fn read(note: &NoteText<'_>, prefix: Span, found: &mut Found) -> Option<Prefix> {
    if prefix.is_empty() {
        return Some(Prefix::Nothing);
    }
    // `…, coll. « Title »`: the name of a series, not of the work.
    if lexicon().closes(WordClass::Series, note.get(prefix)).is_some() {
        return None;
    }
    let names = without_label(note, prefix, found);
    let names = without_date(note, names, found);
    let names = without_lead_in(note, names, found);
    if !is_name_list(note, names) {
        return None;
    }
    set_authors(note, names, found);
    Some(Prefix::Names)
}

/// `U.S. Treasury press release “Title”`: the kind stands between names and title.
fn without_label(note: &NoteText<'_>, prefix: Span, found: &mut Found) -> Span {
    let label = note.cues_in(prefix).last().filter(|hit| {
        hit.cues.has(Cue::PressRelease) && hit.span.end == prefix.end && hit.span.start > prefix.start
    });
    match label {
        Some(hit) => {
            found.add(Cue::PressRelease);
            note.trim(Span::new(prefix.start, hit.span.start))
        }
        None => prefix,
    }
}

/// `Moro, A. (2021)`: the date stands between names and title.
fn without_date(note: &NoteText<'_>, names: Span, found: &mut Found) -> Span {
    let Some(date) = note.dates_in(names).last() else {
        return names;
    };
    let open = note.groups.iter().find(|group| group.contains(date.span) && names.contains(**group));
    match open {
        Some(group) => {
            tail::set_date(found, date);
            note.trim(Span::new(names.start, group.start))
        }
        None => names,
    }
}

/// `On the older system, Ana Moro`: words that lead in, then names.
fn without_lead_in(note: &NoteText<'_>, names: Span, found: &mut Found) -> Span {
    if is_name_list(note, names) {
        return names;
    }
    let text = note.get(names);
    for (at, _) in text.match_indices(", ") {
        let rest = Span::new(names.start + at + 2, names.end);
        let lead = &text[..at];
        if is_name_list(note, rest)
            && lead.contains(' ')
            && lead.split_whitespace().count() <= MOST_LEADING_WORDS
            && !is_name_list(note, Span::new(names.start, names.start + at))
        {
            found.citation.span.start = rest.start;
            return rest;
        }
    }
    names
}

/// Sets the names before a title; `New Vision (Kampala)` has its place beside it.
pub(in crate::citations::parse) fn set_authors(note: &NoteText<'_>, names: Span, found: &mut Found) {
    let mut text = note.get(names);
    if has_role(text) {
        found.add(Cue::Editors);
    }
    if let Some((name, rest)) = text.rsplit_once(" (")
        && let Some(place) = rest.strip_suffix(')').filter(|place| is_city(place))
    {
        found.citation.place = Some(place.to_owned());
        text = name;
    }
    found.citation.authors = authors(text);
    found.citation.places.authors = Some(names);
}
