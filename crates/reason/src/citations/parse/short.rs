//! `Ibid., p. 12`, `Supra note 14`, `Moro, op. cit.`, `see note 3 above`: a work that was cited before.

use std::collections::HashSet;

use crate::citations::CitationForm;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit, lexicon};
use crate::text::{TokenKind, fold};

use super::found::Found;
use super::people::{authors, is_name_list};
use super::segments::segments;
use super::tail;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let outside = |hit: &&CueHit| {
        !note.is_inside(hit.span.start) || note.groups.iter().any(|group| group.contains(hit.span))
    };
    let hit = *note.cues_in(span).filter(outside).find(|hit| {
        hit.cues.has_any(&[Cue::Ibid, Cue::Supra, Cue::OpCit, Cue::Note]) && is_short(note, hit, span)
    })?;
    let mut found = Found::new(span);
    found.citation.form = if hit.cues.has(Cue::Ibid) {
        CitationForm::Ibid
    } else if hit.cues.has(Cue::OpCit) {
        CitationForm::OpCit
    } else {
        CitationForm::Supra { note: note_number(note, span) }
    };
    let before = note.trim(Span::new(span.start, hit.span.start));
    let before = note.trim(Span::new(
        before.start,
        before.start + note.get(before).trim_end_matches(['(', '[', ' ']).len(),
    ));
    if !read_before(note, before, &mut found) {
        return None;
    }
    let rest = Span::new(hit.span.end, span.end);
    let numbers = after_note_number(note, rest);
    tail::read(note, numbers, &mut found);
    found.citation.date = None;
    found.citation.container = None;
    Some(found)
}

/// Whether the cue is a short form here: "ibid." opens its part; "above" and "note" must have a number.
fn is_short(note: &NoteText<'_>, hit: &CueHit, span: Span) -> bool {
    if hit.cues.has(Cue::Ibid) {
        // "id" is also a word of other tongues and an abbreviation of its own.
        let stopped = note.get(hit.span).ends_with('.') || note.get(hit.span).len() > 2;
        return hit.span.start == span.start && stopped;
    }
    if hit.cues.has(Cue::OpCit) {
        return true;
    }
    let folded = crate::text::fold(note.get(hit.span));
    if hit.cues.has(Cue::Supra) {
        let latin = matches!(
            folded.as_str(),
            "supra" | "precite" | "precitee" | "precites" | "ci-dessus" | "see above" | "plus haut"
        );
        return latin
            || note_number(note, Span::new(span.start, span.end)).is_some()
                && names_only(note, Span::new(span.start, hit.span.start));
    }
    // "n 14": a note number behind a name.
    let number = next_number(note, hit);
    let bare = matches!(folded.as_str(), "n" | "n." | "note" | "footnote" | "fn" | "fn." | "endnote" | "nbp");
    bare && number
        && hit.span.start > span.start
        && names_only(note, Span::new(span.start, hit.span.start))
        && note.dates_in(span).next().is_none()
}

fn names_only(note: &NoteText<'_>, span: Span) -> bool {
    let names = note.trim(span);
    let text = note.get(names).trim_end_matches(['(', ' ']);
    let words = text.split_whitespace().last().unwrap_or_default();
    text.is_empty()
        || matches!(
            crate::text::fold(text).as_str(),
            "note" | "footnote" | "see note" | "see footnote" | "n" | "n." | "fn" | "fn."
        )
        || is_name_list(note, Span::new(names.start, names.start + text.len()))
        || note.quotes.iter().any(|quote| names.contains(quote.outer))
        || words.bytes().all(|byte| byte.is_ascii_digit()) && text.len() < 40
}

fn next_number(note: &NoteText<'_>, hit: &CueHit) -> bool {
    note.tokens.get(hit.last).is_some_and(|token| token.kind == TokenKind::Number)
}

/// The number behind "note", "n.", "footnote".
fn note_number(note: &NoteText<'_>, span: Span) -> Option<String> {
    note.cues_in(span).filter(|hit| hit.cues.has(Cue::Note)).find_map(|hit| {
        let token = note
            .tokens
            .get(hit.last)
            .filter(|token| token.kind == TokenKind::Number && token.span.len() <= 4)?;
        Some(token.text(note.text).to_owned())
    })
}

/// Past `note 14`, `n. 14`, `14`, a bracket.
fn after_note_number(note: &NoteText<'_>, rest: Span) -> Span {
    let mut start = rest.start;
    for token in note.tokens.iter().filter(|token| rest.contains(token.span)) {
        let cue = note
            .cues_in(rest)
            .any(|hit| hit.cues.has_any(&[Cue::Note, Cue::Supra]) && hit.span.contains(token.span));
        let number = token.kind == TokenKind::Number && start > rest.start;
        let mark = token.is('(') || token.is(')') || token.is('.');
        if !(cue || number || mark) {
            break;
        }
        start = token.span.end;
        if number {
            break;
        }
    }
    Span::new(start, rest.end)
}

/// Names and a short title before the cue.
fn read_before(note: &NoteText<'_>, before: Span, found: &mut Found) -> bool {
    let before = without_note_words(note, before);
    let text = note.get(before).trim_end_matches(['(', ' ', ',']);
    if text.is_empty() {
        return true;
    }
    let span = Span::new(before.start, before.start + text.len());
    if let Some(quote) = note.quotes.iter().find(|quote| span.contains(quote.outer)) {
        let names = note.trim(Span::new(span.start, quote.outer.start));
        let title = note.get(quote.inner).trim_end_matches([',', '.', ' ']);
        found.citation.title = Some(title.to_owned());
        found.citation.places.title = Some(Span::new(quote.inner.start, quote.inner.start + title.len()));
        found.citation.authors = authors(note.get(names));
        return names.is_empty() || is_name_list(note, names);
    }
    let known = |name: &str| crate::publishers::publishers().by_name(name).is_some();
    let (names, title) = match text.split_once(", ") {
        Some((names, title))
            if !is_name_list(note, span)
                || title.split_whitespace().count() > 3
                || (known(names) && !known(title)) =>
        {
            (names, Some(title))
        }
        _ => (text, None),
    };
    let names_span = Span::new(span.start, span.start + names.len());
    if !is_name_list(note, names_span) || names.split_whitespace().count() > 12 {
        return false;
    }
    found.citation.authors = authors(names);
    found.citation.places.authors = Some(names_span);
    if let Some(title) = title {
        found.citation.title = Some(title.to_owned());
        found.citation.places.title = Some(Span::new(span.end - title.len(), span.end));
    }
    true
}

/// "note 14 above": the note's own words are no names.
fn without_note_words(note: &NoteText<'_>, before: Span) -> Span {
    let hit = note.cues_in(before).find(|hit| hit.cues.has(Cue::Note) && next_number(note, hit));
    match hit {
        Some(hit) => note.trim(Span::new(before.start, hit.span.start)),
        None => before,
    }
}

/// `Moro, The Road, 112`, `Moro and Fell, “The Road,” 95`: the family name of an author cited before, a short title, a
/// page, and nothing else.
pub(in crate::citations) fn short_title(
    note: &NoteText<'_>,
    span: Span,
    known: &HashSet<String>,
) -> Option<Found> {
    let parts = segments(note, span);
    let (first, last) = (*parts.first()?, *parts.last()?);
    let families =
        note.get(first).split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let all_known = note
        .get(first)
        .split_whitespace()
        .filter(|word| !lexicon().is_and(word))
        .all(|word| known.contains(&fold(word)));
    if parts.len() < 2
        || parts.len() > 5
        || families == 0
        || !all_known
        || note.dates_in(span).next().is_some()
        || note.urls_in(span).next().is_some()
    {
        return None;
    }
    let mut found = Found::new(span);
    tail::read(note, last, &mut found);
    let paged = found.citation.locator.is_some();
    let end = if paged { parts.len() - 1 } else { parts.len() };
    let title = Span::new(parts[1].start, parts[end - 1].end.max(parts[1].start));
    if end < 2
        || !(paged || note.quotes.iter().any(|quote| title.contains(quote.outer)))
        || note.get(title).starts_with(char::is_lowercase)
    {
        return None;
    }
    found.citation.form = CitationForm::OpCit;
    found.citation.authors = authors(note.get(first));
    found.citation.places.authors = Some(first);
    let inner =
        note.quotes.iter().find(|quote| title.contains(quote.outer)).map_or(title, |quote| quote.inner);
    found.citation.title = Some(note.get(inner).trim_end_matches([',', '.', ' ']).to_owned());
    found.citation.places.title = Some(inner);
    Some(found)
}
