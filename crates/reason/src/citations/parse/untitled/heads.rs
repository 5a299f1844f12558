//! What stands before a title without quotation marks: names, a label, the name of a series.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::publishers;

use super::super::people::{is_name_list, is_person, without_and};
use super::title_end::title_end;
use super::{Found, titled};

/// Words of the longest name of a person in a list.
const MOST_PERSON_WORDS: usize = 4;

/// Words of the longest name of a numbered series: `Crisis Group Africa Report N°306`.
const MOST_SERIES_WORDS: usize = 10;

/// Sets right the stretches that commas part wrongly, and takes off a label that stands first.
pub(super) fn arrange(note: &NoteText<'_>, parts: &mut Vec<Span>, found: &mut Found) {
    split_at_colon(note, parts);
    drop_label(note, parts, found);
    join_inverted(note, parts);
}

/// `Amnesty International: Flusstal`: a colon parts author and title.
fn split_at_colon(note: &NoteText<'_>, parts: &mut Vec<Span>) {
    let Some(first) = parts.first().copied() else {
        return;
    };
    let text = note.get(first);
    if let Some(at) = text.find(": ")
        && (publishers().by_name(&text[..at]).is_some() || is_person(&text[..at]))
    {
        parts[0] = Span::new(first.start, first.start + at);
        parts.insert(1, note.trim(Span::new(first.start + at + 1, first.end)));
    }
}

/// `Press Release, U.S. Department of the Treasury, …`: the kind stands first.
fn drop_label(note: &NoteText<'_>, parts: &mut Vec<Span>, found: &mut Found) {
    let Some(first) = parts.first().copied().filter(|_| parts.len() > 2) else {
        return;
    };
    let Some(hit) = note.leading_cue(first).filter(|hit| hit.span == first) else {
        return;
    };
    let label = [Cue::PressRelease, Cue::Report].into_iter().find(|cue| hit.cues.has(*cue));
    if let Some(cue) = label {
        found.add(cue);
        parts.remove(0);
    }
}

/// `Moro, Ana. The Law of the River`, `Moro, A. (ed.), El río`: family name first, one author.
fn join_inverted(note: &NoteText<'_>, parts: &mut Vec<Span>) {
    let [first, second, _, ..] = parts[..] else {
        return;
    };
    let family = note.get(first);
    let is_family = !family.contains(' ')
        && family.starts_with(char::is_uppercase)
        && publishers().by_name(family).is_none();
    let given = note.get(second).split(" (").next().unwrap_or_default();
    let mut words = given.split_whitespace();
    let capitals = words.clone().all(|word| word.starts_with(char::is_uppercase));
    let initials =
        !given.trim().is_empty() && words.all(|word| word.trim_end_matches('.').chars().count() <= 2);
    let stopped = note.text[second.end..].starts_with(". ") && given.split_whitespace().count() <= 2;
    if is_family && capitals && (initials || stopped) {
        parts[1] = Span::new(first.start, second.end);
        parts.remove(0);
    }
}

/// The names that open a citation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names {
    pub span: Span,
    /// How many stretches they take.
    pub parts: usize,
    /// They are the publisher that a numbered series names itself by.
    pub of_series: bool,
}

/// The names that the stretches begin with.
pub(super) fn names(note: &NoteText<'_>, parts: &[Span]) -> Option<Names> {
    let first = *parts.first()?;
    let series = series_author(note, first);
    if series.is_none() && !is_author(note, first) {
        return None;
    }
    let count = more_authors(note, parts);
    let span = series.unwrap_or_else(|| Span::new(first.start, parts[count - 1].end));
    Some(Names { span, parts: count, of_series: series.is_some() })
}

/// Sets the authors; the number of a series tells a report.
pub(super) fn set_names(note: &NoteText<'_>, names: Names, found: &mut Found) {
    if names.of_series {
        found.add(Cue::Report);
    }
    titled::set_authors(note, names.span, found);
}

/// `Crisis Group Africa Report N°306`: the publisher that a numbered series names itself by.
fn series_author(note: &NoteText<'_>, part: Span) -> Option<Span> {
    let text = note.get(part);
    let numbered = note.has_cue(part, Cue::Report)
        && text.contains(|c: char| c.is_ascii_digit())
        && text.split_whitespace().count() <= MOST_SERIES_WORDS;
    if !numbered || publishers().by_name(text).is_some() {
        return None;
    }
    let mut ends = text.rmatch_indices(' ').map(|(at, _)| at);
    let known = ends.find(|end| publishers().by_name(&text[..*end]).is_some())?;
    Some(Span::new(part.start, part.start + known))
}

/// A known publisher, a person, or a body: capitals, no verb.
fn is_author(note: &NoteText<'_>, part: Span) -> bool {
    let text = note.get(part);
    if publishers().by_name(text).is_some() {
        return true;
    }
    if note.dates_in(part).next().is_some() || note.urls_in(part).next().is_some() {
        return false;
    }
    let several = text.split_whitespace().count() >= 2;
    let acronym = !several
        && text.chars().count() >= 2
        && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-');
    let inverted = text.split_once(", ").is_some_and(|(family, _)| !family.contains(' '));
    acronym
        || ((several || inverted) && is_name_list(note, part))
        // `Reuters’ “Title”` without its marks: the genitive tells the name.
        || (!several && text.ends_with('’'))
}

/// How many stretches the names take: the first, and further people of the list.
fn more_authors(note: &NoteText<'_>, parts: &[Span]) -> usize {
    let is_next = |at: usize| {
        let name = without_and(note.get(parts[at]));
        is_person(name)
            && note.get(parts[at]).split_whitespace().count() <= MOST_PERSON_WORDS
            && title_end(note, parts, at + 1) > at + 1
    };
    let mut count = 1;
    if is_person(note.get(parts[0])) {
        while count + 1 < parts.len() && is_next(count) {
            count += 1;
        }
    }
    count
}
