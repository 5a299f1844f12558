//! `(The Road)`, `[The Road]`: a translation of the title right behind it.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::publishers;

use super::super::places::is_city;
use super::{Found, plain_title};

/// Reads a bracket right behind the title, if it is words and no imprint; returns where the title with it ends.
pub(super) fn read(note: &NoteText<'_>, after: usize, end: usize, found: &mut Found) -> usize {
    let Some(group) = note.group_behind(after, end) else {
        return after;
    };
    let inner = Span::new(group.start + 1, group.end - 1);
    let text = note.get(inner);
    if !is_title_like(text) || is_imprint(note, inner) || is_remark(note, inner) || is_label(note, inner) {
        return after;
    }
    let bare = text.trim().trim_end_matches([',', '.']).trim();
    found.citation.title_translated = Some(plain_title(unquoted(bare)));
    group.end
}

/// Two words or a longer one, with a capital or in letters that have none.
fn is_title_like(text: &str) -> bool {
    let first = text.trim_start_matches(['“', '"', '‘', '«', '\'', '(', ' ']).chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii())
        && (text.len() >= 6 || text.split_whitespace().count() >= 2)
}

/// A year at the end of few words, or a place, a publisher and a year.
fn is_imprint(note: &NoteText<'_>, inner: Span) -> bool {
    let text = note.get(inner);
    let Some(date) = note.dates_in(inner).last().filter(|date| date.span.end == inner.end) else {
        return false;
    };
    let few = text.split_whitespace().count() <= 3 || text.contains(", ");
    if !few || text.contains(['?', '!']) {
        return false;
    }
    let date = note.get(date.span);
    let before = text.strip_suffix(date).unwrap_or(text).trim_end_matches([',', ' ']);
    let mut names = before.split([':', ',']).map(str::trim).filter(|name| !name.is_empty());
    before.is_empty()
        || names.any(|name| is_city(name) || publishers().by_name(name).is_some())
        || note.has_cue(inner, Cue::Academic)
}

/// A symbol, an address, "accessed …", "in Arabic".
fn is_remark(note: &NoteText<'_>, inner: Span) -> bool {
    let text = note.get(inner);
    let words = text.split_whitespace().count();
    note.symbols.iter().any(|symbol| inner.contains(*symbol))
        || note.urls_in(inner).next().is_some()
        || note.has_cue(inner, Cue::Accessed) && words <= 5
        || lexicon().leads(WordClass::InLanguage, text).is_some() && words <= 3
}

/// "(press release)": what the work is.
fn is_label(note: &NoteText<'_>, inner: Span) -> bool {
    note.cues_in(inner).any(|hit| {
        hit.span == inner && hit.cues.has_any(&[Cue::Blog, Cue::Social, Cue::PressRelease, Cue::Report])
    })
}

fn unquoted(text: &str) -> &str {
    let pairs = [('“', '”'), ('"', '"'), ('«', '»'), ('‘', '’'), ('\'', '\'')];
    for (open, close) in pairs {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
            && !inner.contains(open)
        {
            return inner.trim().trim_end_matches(',');
        }
    }
    text
}
