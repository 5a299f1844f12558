//! `Marrow J, Quist P. Title. Journal. 2019;302:109-14.`: the style of medical and forensic journals.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::publishers;

use super::found::Found;
use super::{kind, tail};

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let text = note.get(span);
    let (names, rest) = text.split_once(". ")?;
    let online = rest.contains("[Internet]") || rest.contains("[cited ");
    let names = names.trim_end_matches(", et al").trim_end_matches(" et al");
    let people: Vec<&str> = names.split(", ").collect();
    let body = online && publishers().by_name(names).is_some();
    if !(body || people.iter().all(|name| is_surname_initials(name))) {
        return None;
    }
    let mut found = Found::new(span);
    found.citation.authors =
        if body { vec![names.to_owned()] } else { people.iter().map(|name| (*name).to_owned()).collect() };
    found.citation.places.authors = Some(Span::new(span.start, span.start + names.len()));
    let title_end = title_length(rest)?;
    let at = span.start + (text.len() - rest.len());
    let title = rest[..title_end].trim_end_matches(['.', ' ']).trim_end_matches("[Internet]").trim_end();
    found.citation.title = Some(title.to_owned());
    found.citation.places.title = Some(Span::new(at, at + title.len()));
    let after = Span::new(at + title_end, span.end);
    read_source(note, after, &mut found);
    Some(found)
}

/// `Marrow J`, `de la Cruz MR`.
fn is_surname_initials(name: &str) -> bool {
    name.rsplit_once(' ').is_some_and(|(family, initials)| {
        family.chars().any(char::is_lowercase)
            && family.split(' ').count() <= 3
            && (1..=3).contains(&initials.len())
            && initials.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

/// Up to the stop that closes the title.
fn title_length(rest: &str) -> Option<usize> {
    rest.match_indices(". ").map(|(at, _)| at + 1).chain(rest.match_indices("? ").map(|(at, _)| at + 1)).min()
}

/// `Lancet. 2020;395(10231):1201-9.`, `2nd ed. Oxford: Oxford University Press; 2015.`
fn read_source(note: &NoteText<'_>, span: Span, found: &mut Found) {
    read_dates(note, span, found);
    if let Some(url) = note.urls_in(span).next() {
        found.citation.url = Some(url.url.clone());
        found.citation.places.url = Some(url.span);
    }
    let sentences: Vec<Span> = sentences(note, span);
    let is_imprint = |part: &&Span| note.get(**part).contains(": ") && note.get(**part).contains(';');
    let is_journal = |part: &&Span| !note.get(**part).contains(':') && !note.get(**part).ends_with(" ed");
    if let Some(imprint) = sentences.iter().find(is_imprint) {
        read_imprint(note, *imprint, found);
    } else if let Some(journal) = sentences.first().filter(is_journal) {
        tail::set_container(note, *journal, found);
        found.add(Cue::Volume);
        found.citation.kind = WorkKind::Academic;
    }
}

/// The date, and the one behind `[cited`.
fn read_dates(note: &NoteText<'_>, span: Span, found: &mut Found) {
    let cited = note.get(span).find("[cited").map_or(span.end, |at| span.start + at);
    if let Some(date) = note.dates_in(Span::new(span.start, cited)).last() {
        tail::set_date(found, date);
    }
    if let Some(date) = note.dates_in(Span::new(cited, span.end)).next() {
        found.citation.accessed = Some(date.date);
        found.citation.places.accessed = Some(date.span);
    }
}

/// `Oxford: Oxford University Press; 2015`.
fn read_imprint(note: &NoteText<'_>, imprint: Span, found: &mut Found) {
    let words = note.get(imprint);
    let (place, rest) = words.split_once(": ").unwrap_or(("", words));
    let publisher = rest.split(';').next().unwrap_or(rest).trim();
    found.citation.place = Some(place.to_owned());
    let start = imprint.end - rest.len();
    tail::set_container(note, Span::new(start, start + publisher.len()), found);
    found.imprint = true;
    kind::decide(found);
}

fn sentences(note: &NoteText<'_>, span: Span) -> Vec<Span> {
    let mut start = span.start;
    let mut found = Vec::new();
    for piece in note.get(span).split(". ") {
        let part = note.trim(Span::new(start, start + piece.len()));
        let bare = note.get(part).trim_start_matches(['.', ' ']).trim_end_matches('.');
        if !bare.is_empty() {
            let lead = note.get(part).len() - note.get(part).trim_start_matches(['.', ' ']).len();
            found.push(Span::new(part.start + lead, part.start + lead + bare.len()));
        }
        start += piece.len() + 2;
    }
    found
}
