//! Outlet, publisher or series among the words that remain.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit, WordClass, lexicon};
use crate::publishers::{PublisherKind, publishers};

use super::super::places::is_city;
use super::{Found, tail};

/// Words of the longest name of an outlet or publisher.
const MOST_WORDS: usize = 14;

/// Cues of phrases that say what a work is, not who publishes it.
const LABELS: [Cue; 9] = [
    Cue::Report,
    Cue::PressRelease,
    Cue::Blog,
    Cue::Social,
    Cue::Dataset,
    Cue::Editors,
    Cue::Volume,
    Cue::Imagery,
    Cue::Court,
];

/// Sets container and place from the stretches of words that the tail left.
pub(in crate::citations::parse) fn assign(note: &NoteText<'_>, words: Vec<Span>, found: &mut Found) {
    let stripped = |span: Span| Span::new(span.start + container_lead(note.get(span)), span.end);
    // "in States of Exchange": the book that a chapter stands in, whoever publishes it.
    let is_within = |span: &&Span| {
        let text = note.get(**span);
        text.starts_with(char::is_lowercase) && chapter_lead(text).is_some_and(|lead| !lead.colon)
    };
    if let Some(book) = words.iter().find(is_within) {
        found.citation.container = None;
        return tail::set_container(note, stripped(*book), found);
    }
    let is_known = |span: &Span| {
        publishers().by_name(note.get(*span)).is_some_and(|kind| kind != PublisherKind::Archive)
    };
    let known = words.iter().copied().map(stripped).find(is_known);
    let mut named = None;
    for span in words.into_iter().map(stripped) {
        let text = note.get(span);
        if is_city(text) && known.is_none_or(|known| known != span) {
            found.citation.place.get_or_insert_with(|| text.to_owned());
        } else if named.is_none() && !is_label(note, span) && is_container_like(text) {
            named = Some(span);
        }
    }
    if let Some(container) = known.or(named) {
        let container = without_place(note, container, found);
        tail::set_container(note, container, found);
    }
}

/// `Switzerland: Geneva Center`: place and publisher.
fn without_place(note: &NoteText<'_>, container: Span, found: &mut Found) -> Span {
    let text = note.get(container);
    let Some((place, name)) = text.split_once(": ") else {
        return container;
    };
    if publishers().by_name(text).is_some() || place.split_whitespace().count() > 3 || name.is_empty() {
        return container;
    }
    found.citation.place.get_or_insert_with(|| place.to_owned());
    Span::new(container.end - name.len(), container.end)
}

/// "in" before the book that a chapter stands in.
pub(in crate::citations::parse) struct ChapterLead {
    /// Bytes up to the name of the book.
    pub length: usize,
    /// "In: ".
    pub colon: bool,
}

/// `in The Daily`, `In: The Daily`: the word before the book or paper that a piece stands in.
pub(in crate::citations::parse) fn chapter_lead(text: &str) -> Option<ChapterLead> {
    let end = lexicon().leads(WordClass::ChapterLeads, text)?;
    let colon = text[end..].starts_with(':');
    let end = if colon { end + 1 } else { end };
    text[end..].starts_with(' ').then_some(ChapterLead { length: end + 1, colon })
}

/// How many bytes stand before the name of an outlet: `published by`, `in`.
fn container_lead(text: &str) -> usize {
    let worded = || {
        let lead = lexicon().leads(WordClass::ContainerLeads, text);
        lead.filter(|end| text.starts_with(char::is_lowercase) && text[*end..].starts_with(' '))
            .map(|end| end + 1)
    };
    chapter_lead(text).map(|lead| lead.length).or_else(worded).unwrap_or_default()
}

/// "Policy Brief No. 44", "Briefing Paper": says what the work is, not who publishes it.
fn is_label(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span);
    if publishers().by_name(text).is_some() {
        return false;
    }
    if lexicon().mentions(WordClass::Theses, text) {
        return true;
    }
    let numbered = text.contains(|c: char| c.is_ascii_digit());
    // "The Lissa Post", "The Daily Record": a capital makes the word a name, alone at its end.
    let named = |hit: &CueHit| {
        hit.cues.has(Cue::Social)
            && hit.span.end == span.end
            && note.get(hit.span).starts_with(char::is_uppercase)
    };
    let labelled = note.cues_in(span).filter(|hit| !named(hit)).any(|hit| {
        hit.cues.has_any(&LABELS) && (hit.span.start == span.start || hit.span.end == span.end || numbered)
    });
    labelled && !lexicon().mentions(WordClass::Journals, text)
}

/// The form of an outlet's name: a capital or an article, or the host of an address.
fn is_container_like(text: &str) -> bool {
    let capital = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii());
    let worded = text.contains(char::is_alphabetic) && text.split_whitespace().count() <= MOST_WORDS;
    let host = text.contains('.') && !text.contains(' ');
    capital && worded || host || is_articled(text)
}

/// `the Daily`, `l’Observatoire`.
fn is_articled(text: &str) -> bool {
    text.starts_with(char::is_lowercase) && lexicon().leads(WordClass::DefiniteArticles, text).is_some()
}
