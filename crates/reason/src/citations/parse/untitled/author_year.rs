//! `Moro, A., & Fell, J. (2021, May 3). The road is long. The Daily. https://…`: the year in brackets behind the names.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::lexicon;
use crate::publishers::publishers;

use super::super::people::{authors, is_name_list, is_person, without_roles};
use super::{Found, kind, read_rest, segments, set_title, tail};

/// Bytes of `2021, 30 September` and a letter behind the year; a bracket with more holds an imprint.
const LONGEST_DATE: usize = 22;

/// Words of the longest list of authors.
const MOST_NAME_WORDS: usize = 20;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let group = *note.groups.iter().find(|group| span.contains(**group))?;
    let inner = Span::new(group.start + 1, group.end - 1);
    let date = note.dates_in(inner).next()?;
    let year_first =
        date.date.year.is_some() && date.span.start == inner.start && inner.len() <= LONGEST_DATE;
    let names = note.trim(Span::new(span.start, group.start));
    let rest = Span::new(group.end, span.end);
    if !year_first || !are_names(note, names) || !is_title_behind(note, names, rest) {
        return None;
    }
    let title = first_sentence(note, rest)?;
    if note.urls_in(title).next().is_some() {
        return None;
    }
    let mut found = Found::new(span);
    tail::set_date(&mut found, date);
    found.citation.authors = inverted_authors(note.get(names));
    found.citation.places.authors = Some(names);
    let title = without_closing_group(note, title);
    set_title(note, title, &mut found);
    read_rest(note, title.end, &mut found);
    kind::decide(&mut found);
    Some(found)
}

fn are_names(note: &NoteText<'_>, names: Span) -> bool {
    !names.is_empty()
        && note.get(names).split_whitespace().count() <= MOST_NAME_WORDS
        && is_name_list(note, names)
}

/// Whether words follow the bracket; more of them behind the name of an unknown body, which may be no name at all.
fn is_title_behind(note: &NoteText<'_>, names: Span, rest: Span) -> bool {
    let behind = note.get(rest);
    let text = note.get(names);
    let unknown_body = !text.contains(',') && !is_person(text) && publishers().by_name(text).is_none();
    let words = behind.trim_start_matches(['.', ',', ':', ' ']);
    let least = if unknown_body { 3 } else { 1 };
    behind.starts_with(['.', ',', ' ', ':']) && words.split_whitespace().count() >= least
}

/// A bracket at the end of the title is a remark on it.
fn without_closing_group(note: &NoteText<'_>, title: Span) -> Span {
    let group = note.groups.iter().find(|group| group.start >= title.start && group.end == title.end);
    group.map_or(title, |group| note.trim(Span::new(title.start, group.start)))
}

/// Up to the first full stop, question mark, or address: commas belong to the title.
fn first_sentence(note: &NoteText<'_>, span: Span) -> Option<Span> {
    let parts = segments(note, span);
    let first = *parts.first()?;
    let mut end = first.end;
    for part in &parts[1..] {
        let between = note.get(Span::new(end, part.start));
        let comma = between.trim_start().starts_with(',') && !between.contains('.');
        let field = note.urls_in(*part).next().is_some()
            || note.dates_in(*part).next().is_some()
            || publishers().by_name(note.get(*part)).is_some();
        if !comma || field {
            break;
        }
        end = part.end;
    }
    Some(Span::new(first.start, end))
}

/// `Moro, A., & Fell, J. P.`: family names with initials.
fn inverted_authors(text: &str) -> Vec<String> {
    let words: Vec<&str> = without_roles(text).split_whitespace().collect();
    let names = words.split(|word| lexicon().is_and(word)).map(|words| words.join(" "));
    let pieces: Vec<String> = names
        .flat_map(|name| {
            name.split(", ").map(|piece| piece.trim_matches([',', ' ']).to_owned()).collect::<Vec<_>>()
        })
        .filter(|piece| !piece.is_empty())
        .collect();
    let is_initials =
        |piece: &str| piece.split_whitespace().all(|word| word.ends_with('.') && word.len() <= 5);
    let inverted = pieces.len() >= 2
        && pieces.len().is_multiple_of(2)
        && pieces.chunks(2).all(|pair| is_initials(&pair[1]));
    if inverted { pieces.chunks(2).map(|pair| pair.join(", ")).collect() } else { authors(text) }
}
