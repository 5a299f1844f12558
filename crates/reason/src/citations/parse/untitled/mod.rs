//! Titles without quotation marks: in italics, or plain between names and date.
//! `Amnesty International, The Unnamed, June 2023, p. 9`, `Moro, A. (2021). The Road. Daily Press.`

mod author_year;
mod evidence;
mod heads;
mod title_end;

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::publishers::publishers;

use super::Pointed;
use super::found::Found;
use super::people::is_name_list;
use super::segments::segments;
use super::{kind, tail, titled};

use evidence::{Head, is_evident, reads_like_sentence};

/// A title has fewer words; more is a sentence.
const LONGEST_TITLE_WORDS: usize = 40;

/// Bytes of the shortest title in italics.
const SHORTEST_EMPHASIS: usize = 4;

pub(super) fn parse(note: &NoteText<'_>, span: Span, pointed: Pointed) -> Option<Found> {
    let quoted =
        note.quotes.iter().any(|quote| span.contains(quote.outer) && quote.outer.start == span.start);
    if quoted && note.dates_in(span).next().is_none() {
        return None;
    }
    author_year::parse(note, span).or_else(|| emphasised(note, span)).or_else(|| plain(note, span, pointed))
}

/// Italics that are no outlet: the title.
fn emphasised(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let title = note.emphasis.iter().copied().find(|title| {
        span.contains(*title)
            && title.len() >= SHORTEST_EMPHASIS
            && publishers().by_name(note.get(note.trim(*title))).is_none()
            && !note.is_inside(title.start)
    })?;
    let title = note.trim(title);
    let names = note.trim(Span::new(span.start, title.start));
    if !names.is_empty() && !is_name_list(note, names) {
        return None;
    }
    let mut found = Found::new(span);
    if !names.is_empty() {
        titled::set_authors(note, names, &mut found);
    }
    set_title(note, title, &mut found);
    read_rest(note, title.end, &mut found);
    if !evidence::is_dated_or_located(&found) {
        return None;
    }
    kind::decide(&mut found);
    Some(found)
}

/// Names, then words up to the first date, number, bracket or publisher.
fn plain(note: &NoteText<'_>, span: Span, pointed: Pointed) -> Option<Found> {
    let mut found = Found::new(span);
    let mut parts = segments(note, span);
    heads::arrange(note, &mut parts, &mut found);
    let first = *parts.first()?;
    let names = heads::names(note, &parts);
    let from = names.map_or(0, |names| names.parts);
    if let Some(names) = names {
        heads::set_names(note, names, &mut found);
    }
    let head = if names.is_some() { Head::Named } else { Head::Unnamed { first, pointed } };
    let end = title_end::title_end(note, &parts, from);
    let title = (end > from).then(|| Span::new(parts[from].start, parts[end - 1].end));
    let title = title.map(|title| title_end::before_imprint(note, title));
    match (title, names) {
        (Some(title), _) => {
            let long = note.get(title).split_whitespace().count() > LONGEST_TITLE_WORDS;
            if long || reads_like_sentence(note, title, head) {
                return None;
            }
            set_title(note, title, &mut found);
            read_rest(note, title.end, &mut found);
        }
        (None, Some(names)) => read_rest(note, names.span.end, &mut found),
        (None, None) => return None,
    }
    let something = title.is_some() || found.citation.url.is_some() || found.citation.date.is_some();
    if !something || !is_evident(note, &found, head) {
        return None;
    }
    kind::decide(&mut found);
    Some(found)
}

/// What stands behind the title, or behind the names.
fn read_rest(note: &NoteText<'_>, from: usize, found: &mut Found) {
    let words = tail::read(note, Span::new(from, found.citation.span.end), found);
    titled::assign(note, words, found);
}

/// Sets a title that begins with a capital: "evening news bulletin" is a description.
fn set_title(note: &NoteText<'_>, title: Span, found: &mut Found) {
    if note.get(title).starts_with(char::is_lowercase) {
        return;
    }
    let text = note.get(title).trim_end_matches(['.', ',', ' ']);
    found.citation.title = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
    found.citation.places.title = Some(Span::new(title.start, title.start + text.len()));
}
