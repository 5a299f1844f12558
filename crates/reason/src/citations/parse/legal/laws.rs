//! `Loi n° 2023-040 du 29 août 2023 portant Code minier`, `18 U.S.C. § 1956`, `Human Rights Council resolution 51/20`.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit, WordClass, lexicon};

use super::super::people::{authors, is_name_list};
use super::names::{is_capitalised, is_code, is_gazette};
use super::{Found, segments, tail};

/// Words of the longest name of a law; more is a sentence.
const LONGEST_NAME: usize = 40;

/// Words of the longest number of a resolution.
const LONGEST_NUMBER: usize = 5;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let parts = segments(note, span);
    let first = *parts.first()?;
    if is_code(note.get(first)) {
        return Some(named(note, span, first));
    }
    let author = author(note, &parts);
    let title = if author.is_some() { parts[1] } else { first };
    if author.is_none() && !is_law(note, title) {
        return None;
    }
    let rest = Span::new(title.end, span.end);
    if note.get(title).split_whitespace().count() > LONGEST_NAME
        || !is_told(note, span, title)
        || tail::goes_on_as_prose(note, rest)
    {
        return None;
    }
    let mut found = named(note, span, title);
    if let Some(author) = author {
        set_author(note, author, &mut found);
    }
    Some(found)
}

/// `Human Rights Council, resolution 51/20`: the body before its law.
fn author(note: &NoteText<'_>, parts: &[Span]) -> Option<Span> {
    let (first, next) = (*parts.first()?, *parts.get(1)?);
    let law_next = is_law(note, next) || is_numbered_law(note, next);
    (law_next && is_name_list(note, first) && !is_law(note, first)).then_some(first)
}

fn set_author(note: &NoteText<'_>, author: Span, found: &mut Found) {
    if is_gazette(note.get(author)) {
        tail::set_container(note, author, found);
    } else {
        found.citation.authors = authors(note.get(author));
        found.citation.places.authors = Some(author);
    }
}

/// A date, a number or an article: a law that is cited, not only mentioned.
fn is_told(note: &NoteText<'_>, span: Span, title: Span) -> bool {
    let is_article = |hit: &CueHit| hit.cues.has(Cue::Paragraph) && hit.span.start > title.end;
    note.get(title).contains(|c: char| c.is_ascii_digit())
        || note.dates_in(span).next().is_some()
        || note.symbols.iter().any(|symbol| span.contains(*symbol))
        || note.cues_in(span).any(is_article)
}

fn named(note: &NoteText<'_>, span: Span, title: Span) -> Found {
    let mut found = Found::new(span).of_kind(WorkKind::OfficialDocument);
    let name = law_name(note, title);
    found.citation.title = Some(note.get(name).to_owned());
    found.citation.places.title = Some(name);
    if let Some(date) = note.dates_in(title).next() {
        tail::set_date(&mut found, date);
    }
    let words = tail::read(note, Span::new(title.end, span.end), &mut found);
    let symbol = note.symbols.iter().find(|symbol| span.contains(**symbol) && symbol.start >= name.end);
    if let Some(symbol) = symbol {
        found.citation.identifier.get_or_insert_with(|| note.get(*symbol).to_owned());
    }
    if let Some(gazette) = words.into_iter().find(|words| is_gazette(note.get(*words))) {
        tail::set_container(note, without_issue(note, gazette), &mut found);
    }
    found
}

/// `Journal officiel de la République n° 12 du 3 mai`: without the issue.
fn without_issue(note: &NoteText<'_>, gazette: Span) -> Span {
    let comma = note.get(gazette).find(", ").map(|at| gazette.start + at);
    let number = note.cues_in(gazette).find(|hit| hit.cues.has(Cue::Volume)).map(|hit| hit.span.start);
    let date = note.dates_in(gazette).next().map(|date| date.span.start);
    let end = [comma, number, date].into_iter().flatten().min().unwrap_or(gazette.end);
    tail::without_date_word(note, note.trim(Span::new(gazette.start, end.max(gazette.start))))
}

/// Without a bracket of dates, a day at its end, or what stands behind its number.
fn law_name(note: &NoteText<'_>, title: Span) -> Span {
    let is_remark = |group: &&Span| {
        title.contains(**group) && (group.end == title.end || note.dates_in(**group).next().is_some())
    };
    if let Some(group) = note.groups.iter().find(is_remark) {
        return note.trim(Span::new(title.start, group.start));
    }
    let day = note.dates_in(title).last().filter(|date| {
        date.span.end == title.end && date.date.day.is_some() && date.span.start > title.start
    });
    let Some(day) = day else {
        return title;
    };
    // `Loi n° 12 du 3 mai 2020`: the day is part of the name.
    let before = note.trim(Span::new(title.start, day.span.start));
    let joined = note.get(before).rsplit(' ').next().is_some_and(|word| lexicon().is(WordClass::Of, word));
    if joined { title } else { before }
}

/// Whether a stretch names a law or resolution: the word opens or closes it, or a number follows the word.
fn is_law(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span);
    text.starts_with(char::is_uppercase)
        && note.cues_in(span).any(|hit| hit.cues.has(Cue::Law) && names_law(note, span, hit))
}

/// Whether the word for a law, at its place in a stretch, makes the stretch the name of one.
fn names_law(note: &NoteText<'_>, span: Span, hit: &CueHit) -> bool {
    let text = note.get(span);
    let word = note.get(hit.span);
    let behind = note.get(Span::new(hit.span.end, span.end)).trim_start();
    let numbered = behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'n' | 'N' | '('));
    let opens = hit.span.start == span.start
        && (numbered
            || text.contains(|c: char| c.is_ascii_digit())
            || lexicon().is(WordClass::LawsOpening, word));
    let closes = hit.span.end == span.end && lexicon().is(WordClass::LawsClosing, word);
    let within = word.starts_with(char::is_uppercase) && lexicon().is(WordClass::LawsWithin, word);
    opens || ((numbered || closes || within) && is_capitalised(text))
}

/// `résolution 2374 (2017)` behind its body.
fn is_numbered_law(note: &NoteText<'_>, span: Span) -> bool {
    note.leading_cue(span).is_some_and(|hit| hit.cues.has(Cue::Law))
        && note.get(span).contains(|c: char| c.is_ascii_digit())
        && note.get(span).split_whitespace().count() <= LONGEST_NUMBER
}
