//! `Internal customs memorandum, reviewed by the authors in May 2024`: documents that are held or were seen, not published.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::text::fold;

use super::found::Found;
use super::people::{authors, is_name, is_person};
use super::segments::segments;
use super::tail;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let held =
        note.cues_in(span).find(|hit| hit.cues.has(Cue::OnFile) && !note.is_inside(hit.span.start)).copied();
    let unpublished =
        fold(note.get(span)).contains("unpublished") || fold(note.get(span)).contains("non publie");
    if (held.is_none() && !unpublished) || note.urls_in(span).next().is_some() {
        return None;
    }
    let end = held.map_or(span.end, |hit| hit.span.start);
    let description = note.trim(Span::new(span.start, end));
    let text = note.get(description);
    if description.is_empty() || text.split_whitespace().count() > 40 || is_sentence(note, description) {
        return None;
    }
    let mut found = Found::new(span).of_kind(WorkKind::DocumentOnFile);
    let parts: Vec<Span> = segments(note, description)
        .into_iter()
        .filter(|part| note.dates_in(*part).next().is_none_or(|date| date.span != *part))
        .collect();
    if let Some(date) = note.dates_in(description).last() {
        tail::set_date(&mut found, date);
    }
    if let Some(symbol) = note.symbols.iter().find(|symbol| description.contains(**symbol)) {
        found.citation.identifier = Some(note.get(*symbol).to_owned());
    }
    let first = parts.first().copied()?;
    let author = parts.len() > 1
        && is_name(note.get(first))
        && (is_person(note.get(first)) || crate::publishers::publishers().by_name(note.get(first)).is_some());
    if author {
        found.citation.authors = authors(note.get(first));
        found.citation.places.authors = Some(first);
    }
    let titled = if author { parts.get(1).copied() } else { Some(first) };
    if let Some(part) = titled
        && names_parties(note.get(part))
    {
        let title = note.trim(without_trailing_date(note, part));
        found.citation.title = Some(note.get(title).to_owned());
        found.citation.places.title = Some(title);
    }
    found.citation.confidential = found.citation.title.is_none()
        && found.citation.authors.is_empty()
        && found.citation.identifier.is_none();
    Some(found)
}

/// A sentence with a verb is commentary: "The contract was reviewed by the authors."
fn is_sentence(note: &NoteText<'_>, span: Span) -> bool {
    let folded = fold(note.get(span));
    let verbs = [
        " was",
        " were",
        " is",
        " are",
        " has been",
        " have been",
        " a ete",
        " ont ete",
        " est",
        " sont",
        " had",
        " has",
        " been",
        " be",
    ];
    verbs.iter().any(|verb| folded.ends_with(verb) || folded.contains(&format!("{verb} ")))
}

/// `Contract between A and B`, `Invoice from A to B`, `Minutes of the meeting of Kestrel Ltd`: names that make it one
/// document among all others; "internal memorandum" does not.
fn names_parties(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let inner_capitals = words.iter().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
    let joined = words.iter().any(|word| {
        matches!(
            *word,
            "between"
                | "from"
                | "of"
                | "to"
                | "for"
                | "entre"
                | "de"
                | "du"
                | "à"
                | "par"
                | "by"
                | "d’"
                | "issued"
        )
    });
    inner_capitals >= 2 && joined && !text.starts_with("Copies") && !text.starts_with("Copy")
}

fn without_trailing_date(note: &NoteText<'_>, part: Span) -> Span {
    match note.dates_in(part).last().filter(|date| date.span.end == part.end) {
        Some(date) => {
            let text = note.get(Span::new(part.start, date.span.start)).trim_end_matches([' ', ',']);
            let text = text
                .trim_end_matches(" of")
                .trim_end_matches(" dated")
                .trim_end_matches(" du")
                .trim_end_matches(" de");
            Span::new(part.start, part.start + text.len())
        }
        None => part,
    }
}
