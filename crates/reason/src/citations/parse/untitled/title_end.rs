//! Where a title without quotation marks ends.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::{PublisherKind, publishers};

use super::super::places::is_city;
use super::{tail, titled};

/// Bytes beside a date in a stretch that says no more than it.
const MOST_BESIDE_DATE: usize = 12;

/// Bytes before a symbol in a stretch that says no more than it: "UN Doc. ".
const MOST_BEFORE_SYMBOL: usize = 10;

/// Bytes of the longest bare year or span of years.
const LONGEST_YEARS: usize = 9;

/// The number of the first stretch, from one on, that is no more title.
pub(super) fn title_end(note: &NoteText<'_>, parts: &[Span], from: usize) -> usize {
    let ends = |at: &usize| {
        let part = parts[*at];
        let text = note.get(part);
        let behind_bracket = *at > from && ends_in_group(note, parts[*at - 1]);
        let edition = lexicon().closes(WordClass::Editions, text).is_some_and(|start| start > 0);
        closes(note, part) || behind_bracket || edition || tail::reporter(text).is_some()
    };
    (from..parts.len())
        .find(|at| ends(at) && !(*at == from && is_only_series(note, parts, from)))
        .unwrap_or(parts.len())
}

/// Whether a stretch is a field rather than a piece of the title.
fn closes(note: &NoteText<'_>, part: Span) -> bool {
    let text = note.get(part);
    opens_with_book(text)
        || is_dated(note, part)
        || is_numbered(note, part)
        || is_telling(note, part)
        || is_series(note, part)
        || is_city(text)
        || publishers().by_name(text).is_some_and(|kind| kind != PublisherKind::Archive)
        || note.urls_in(part).next().is_some()
        || text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '.' | ':' | '(' | ')'))
}

/// `in States of Exchange`, `In: The Daily`; "In Search of Gold" is a title.
fn opens_with_book(text: &str) -> bool {
    titled::chapter_lead(text).is_some_and(|lead| {
        (lead.colon || text.starts_with(char::is_lowercase))
            && text[lead.length..].starts_with(char::is_uppercase)
    })
}

fn is_dated(note: &NoteText<'_>, part: Span) -> bool {
    note.dates_in(part).next().is_some_and(|date| part.len() - date.span.len() <= MOST_BESIDE_DATE)
}

fn is_numbered(note: &NoteText<'_>, part: Span) -> bool {
    note.symbols
        .iter()
        .any(|symbol| part.contains(*symbol) && symbol.start - part.start <= MOST_BEFORE_SYMBOL)
}

/// Opens with a phrase that announces a field: "p. 12", "available at", "press release", "Report 4".
fn is_telling(note: &NoteText<'_>, part: Span) -> bool {
    const FIELDS: [Cue; 6] =
        [Cue::Available, Cue::Accessed, Cue::Archived, Cue::OnFile, Cue::PressRelease, Cue::NoDate];
    const LABELS: [Cue; 5] = [Cue::Report, Cue::Academic, Cue::Blog, Cue::Dataset, Cue::Editors];
    note.leading_cue(part).is_some_and(|hit| {
        let rest = note.get(Span::new(hit.span.end, part.end));
        let counted = rest.trim_start_matches([' ', '.']).starts_with(|c: char| c.is_ascii_digit());
        let bare = rest.trim().is_empty() || note.get(part).contains(|c: char| c.is_ascii_digit());
        (hit.cues.has_any(&[Cue::Page, Cue::Paragraph, Cue::Volume]) && counted)
            || (hit.cues.has_any(&FIELDS) && !hit.cues.has(Cue::With))
            || (hit.cues.has_any(&LABELS) && bare)
    })
}

/// `Africa Report N°306`, `Working Paper No. 44`.
fn is_series(note: &NoteText<'_>, part: Span) -> bool {
    let text = note.get(part);
    let signed = || text.contains(['°', 'º']);
    let counted = || text.split_whitespace().any(|word| lexicon().is(WordClass::NumberMarks, word));
    note.has_cue(part, Cue::Report) && (signed() || counted())
        || note.has_cue(part, Cue::Academic) && counted()
}

/// "Rapport d’information n° 534, 2 mars 2022": the series is all the title there is.
fn is_only_series(note: &NoteText<'_>, parts: &[Span], from: usize) -> bool {
    let part = parts[from];
    let text = note.get(part);
    let plain = note.dates_in(part).all(|date| date.span.len() <= LONGEST_YEARS)
        && note.symbols.iter().all(|symbol| !part.contains(*symbol))
        && note.urls_in(part).next().is_none();
    from > 0
        && plain
        && note.has_cue(part, Cue::Report)
        && text.split_whitespace().count() >= 3
        && text.starts_with(char::is_uppercase)
        && parts.get(from + 1).is_none_or(|next| closes(note, *next))
}

fn ends_in_group(note: &NoteText<'_>, part: Span) -> bool {
    note.groups.iter().any(|group| group.end == part.end && part.contains(*group))
}

/// A title without the bracket at its end that is its imprint.
pub(super) fn before_imprint(note: &NoteText<'_>, title: Span) -> Span {
    let is_imprint = |group: &&Span| {
        let behind = note.get(Span::new(group.end, title.end));
        let closes = behind.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '.'));
        let told = note.dates_in(**group).next().is_some()
            || note.symbols.iter().any(|symbol| group.contains(*symbol))
            || note.get(**group).contains(':');
        closes && told
    };
    let group = note.groups.iter().filter(|group| title.contains(**group)).find(is_imprint);
    group.map_or(title, |group| note.trim(Span::new(title.start, group.start)))
}
