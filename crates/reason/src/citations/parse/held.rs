//! `Internal customs memorandum, reviewed by the authors in May 2024`: documents that are held or were seen, not published.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::publishers;

use super::found::Found;
use super::people::{authors, is_name, is_person};
use super::segments::segments;
use super::tail;

/// Words of the longest description of a document; more is a sentence.
const LONGEST_DESCRIPTION: usize = 40;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let description = description(note, span)?;
    let mut found = Found::new(span).of_kind(WorkKind::DocumentOnFile);
    if let Some(date) = note.dates_in(description).last() {
        tail::set_date(&mut found, date);
    }
    if let Some(symbol) = note.symbols.iter().find(|symbol| description.contains(**symbol)) {
        found.citation.identifier = Some(note.get(*symbol).to_owned());
    }
    read_names(note, description, &mut found)?;
    let citation = &mut found.citation;
    citation.confidential =
        citation.title.is_none() && citation.authors.is_empty() && citation.identifier.is_none();
    Some(found)
}

/// What is said of the document, up to "on file with"; `None` where nothing says that it is held.
fn description(note: &NoteText<'_>, span: Span) -> Option<Span> {
    let held = note.cues_in(span).find(|hit| hit.cues.has(Cue::OnFile) && !note.is_inside(hit.span.start));
    let unpublished = || lexicon().mentions(WordClass::Unpublished, note.get(span));
    if note.urls_in(span).next().is_some() || (held.is_none() && !unpublished()) {
        return None;
    }
    let end = held.map_or(span.end, |hit| hit.span.start);
    let description = note.trim(Span::new(span.start, end));
    let text = note.get(description);
    let short = text.split_whitespace().count() <= LONGEST_DESCRIPTION;
    (short && !description.is_empty() && !is_sentence(text)).then_some(description)
}

/// Author and title of the document, where the description names them; `None` where nothing but a date is said.
fn read_names(note: &NoteText<'_>, description: Span, found: &mut Found) -> Option<()> {
    let is_date = |part: &Span| note.dates_in(*part).next().is_some_and(|date| date.span == *part);
    let mut parts = segments(note, description).into_iter().filter(|part| !is_date(part));
    let first = parts.next()?;
    let second = parts.next();
    let name = note.get(first);
    let by_author =
        second.is_some() && is_name(name) && (is_person(name) || publishers().by_name(name).is_some());
    if by_author {
        found.citation.authors = authors(name);
        found.citation.places.authors = Some(first);
    }
    let titled = if by_author { second } else { Some(first) };
    if let Some(part) = titled.filter(|part| names_parties(note.get(*part))) {
        let title = note.trim(without_trailing_date(note, part));
        found.citation.title = Some(note.get(title).to_owned());
        found.citation.places.title = Some(title);
    }
    Some(())
}

/// A sentence with a verb is commentary: "The contract was reviewed by the authors."
fn is_sentence(text: &str) -> bool {
    let behind_subject = text.split_once(' ').map_or("", |(_, rest)| rest);
    lexicon().mentions(WordClass::Auxiliaries, behind_subject)
}

/// `Contract between A and B`, `Invoice from A to B`, `Minutes of the meeting of Kestrel Ltd`: names that make it one
/// document among all others; "internal memorandum" and "copies of contracts" do not.
fn names_parties(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let capitals = words.clone().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
    let joins =
        |word: &str| word.starts_with(char::is_lowercase) && lexicon().is(WordClass::PartyJoints, word);
    capitals >= 2 && words.any(joins) && lexicon().leads(WordClass::Copies, text).is_none()
}

fn without_trailing_date(note: &NoteText<'_>, part: Span) -> Span {
    match note.dates_in(part).last().filter(|date| date.span.end == part.end) {
        Some(date) => tail::without_date_word(note, note.trim(Span::new(part.start, date.span.start))),
        None => part,
    }
}
