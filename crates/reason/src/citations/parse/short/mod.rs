//! `Ibid., p. 12`, `Supra note 14`, `Moro, op. cit.`, `see note 3 above`: a work that was cited before.

mod title;

pub(in crate::citations) use title::short_title;

use crate::citations::CitationForm;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit, WordClass, lexicon};
use crate::publishers::publishers;
use crate::text::TokenKind;

use super::found::Found;
use super::people::{authors, is_name_list};
use super::tail;

use title::set_short_title;

/// Bytes before a short form that may end in the number of a note: longer is a sentence.
const LONGEST_NUMBERED: usize = 40;

/// Words of the longest list of names before a short form.
const MOST_NAME_WORDS: usize = 12;

/// Words of the longest list of family names: more behind the first comma are a short title.
const MOST_FAMILY_WORDS: usize = 3;

/// Digits of the largest number of a note.
const LONGEST_LABEL: usize = 4;

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
    let kept = note.get(before).trim_end_matches(['(', '[', ' ']).len();
    let before = note.trim(Span::new(before.start, before.start + kept));
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
    let phrase = note.get(hit.span);
    let before = Span::new(span.start, hit.span.start);
    if hit.cues.has(Cue::Ibid) {
        // "id" is also a word of other tongues and an abbreviation of its own.
        return hit.span.start == span.start && (phrase.ends_with('.') || phrase.len() > 2);
    }
    if hit.cues.has(Cue::OpCit) {
        return true;
    }
    if hit.cues.has(Cue::Supra) {
        return lexicon().is(WordClass::SupraAlone, phrase)
            || note_number(note, span).is_some() && names_only(note, before);
    }
    // "n 14": a note number behind a name.
    next_number(note, hit)
        && !before.is_empty()
        && names_only(note, before)
        && note.dates_in(span).next().is_none()
}

/// Names, a quotation, a number, or nothing but the words "see note" stand before a short form.
fn names_only(note: &NoteText<'_>, span: Span) -> bool {
    let names = note.trim(span);
    let text = note.get(names).trim_end_matches(['(', ' ']);
    let names = Span::new(names.start, names.start + text.len());
    let last = text.split_whitespace().last().unwrap_or_default();
    let numbered = text.len() < LONGEST_NUMBERED && last.bytes().all(|byte| byte.is_ascii_digit());
    numbered
        || is_note_word(note, names)
        || is_name_list(note, names)
        || note.quotes.iter().any(|quote| names.contains(quote.outer))
}

/// `note`, `see footnote`.
fn is_note_word(note: &NoteText<'_>, span: Span) -> bool {
    let opens = |hit: &CueHit| hit.span.start == span.start;
    let mut hits = note.cues_in(span);
    let Some(first) = hits.next().filter(|hit| opens(hit)) else {
        return false;
    };
    let last = hits.next().filter(|_| first.cues.has(Cue::Signal)).unwrap_or(first);
    let joined = note.get(Span::new(first.span.end.min(last.span.start), last.span.start)).trim().is_empty();
    last.cues.has(Cue::Note) && last.span.end == span.end && joined
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
            .filter(|token| token.kind == TokenKind::Number && token.span.len() <= LONGEST_LABEL)?;
        Some(token.text(note.text).to_owned())
    })
}

/// Past `note 14`, `n. 14`, `14`, a bracket.
fn after_note_number(note: &NoteText<'_>, rest: Span) -> Span {
    let mut start = rest.start;
    for (_, token) in note.tokens_in(rest) {
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

/// Names and a short title before the cue; false where it is a sentence.
fn read_before(note: &NoteText<'_>, before: Span, found: &mut Found) -> bool {
    let before = without_note_words(note, before);
    let text = note.get(before).trim_end_matches(['(', ' ', ',']);
    let span = Span::new(before.start, before.start + text.len());
    if text.is_empty() {
        return true;
    }
    if let Some(quote) = note.quotes.iter().find(|quote| span.contains(quote.outer)) {
        let names = note.trim(Span::new(span.start, quote.outer.start));
        set_short_title(note, quote.inner, found);
        found.citation.authors = authors(note.get(names));
        return names.is_empty() || is_name_list(note, names);
    }
    let (names, title) = names_and_title(note, span);
    if !is_name_list(note, names) || note.get(names).split_whitespace().count() > MOST_NAME_WORDS {
        return false;
    }
    found.citation.authors = authors(note.get(names));
    found.citation.places.authors = Some(names);
    if let Some(title) = title {
        found.citation.title = Some(note.get(title).to_owned());
        found.citation.places.title = Some(title);
    }
    true
}

/// `Moro, The Road`: the first comma parts names and title, unless all of it can be names.
fn names_and_title(note: &NoteText<'_>, span: Span) -> (Span, Option<Span>) {
    let known = |name: &str| publishers().by_name(name).is_some();
    let Some((names, title)) = note.get(span).split_once(", ") else {
        return (span, None);
    };
    let titled = title.split_whitespace().count() > MOST_FAMILY_WORDS
        || (known(names) && !known(title))
        || !is_name_list(note, span);
    if titled {
        let names = Span::new(span.start, span.start + names.len());
        (names, Some(Span::new(span.end - title.len(), span.end)))
    } else {
        (span, None)
    }
}

/// "note 14 above": the note's own words are no names.
fn without_note_words(note: &NoteText<'_>, before: Span) -> Span {
    let hit = note.cues_in(before).find(|hit| hit.cues.has(Cue::Note) && next_number(note, hit));
    match hit {
        Some(hit) => note.trim(Span::new(before.start, hit.span.start)),
        None => before,
    }
}
