//! Who posted: before the platform, behind it, or in the phrase.

use crate::citations::elements::Quote;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};

use super::super::people::authors;
use super::{Found, Platform};

/// The author stands before the platform, behind it ("Facebook, Mairie de Tessit"), or in the phrase ("Post by A on VK",
/// "Telegram channel Northern Quay News").
pub(super) fn read(
    note: &NoteText<'_>,
    parts: &[Span],
    platform: Platform,
    quote: Option<Quote>,
    found: &mut Found,
) {
    let next = parts.get(platform.at + 1).copied();
    let names = before(note, &parts[..platform.at], quote)
        .or_else(|| in_phrase(note, platform))
        .or_else(|| behind_name(note, platform))
        .or_else(|| next.and_then(|next| in_next(note, next, quote)));
    if let Some(names) = names {
        let text = note.get(names);
        let bare = text.split_once(" (@").map_or(text, |(name, _)| name);
        found.citation.authors = authors(bare);
        found.citation.places.authors = Some(names);
    }
}

/// The stretches before the platform that are neither title nor date nor bracket.
fn before(note: &NoteText<'_>, parts: &[Span], quote: Option<Quote>) -> Option<Span> {
    let mut names = parts.iter().filter(|part| {
        !overlaps(quote, **part)
            && note.dates_in(**part).next().is_none()
            && !note.get(**part).starts_with('(')
    });
    let first = names.next()?;
    Some(Span::new(first.start, names.next_back().unwrap_or(first).end))
}

fn overlaps(quote: Option<Quote>, part: Span) -> bool {
    quote.is_some_and(|quote| quote.outer.overlaps(part))
}

/// `Post by the Third Battalion’s press office on`.
fn in_phrase(note: &NoteText<'_>, platform: Platform) -> Option<Span> {
    let lead = note.trim(Span::new(platform.part.start, platform.name.start));
    let text = note.get(lead);
    let end = lexicon().closes(WordClass::PlatformLeads, text).unwrap_or(text.len());
    let text = text[..end].trim_end();
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let joint = spaces.windows(2).find(|pair| {
        let word = &text[pair[0] + 1..pair[1]];
        lexicon().is(WordClass::Senders, word) || lexicon().is(WordClass::Of, word)
    })?;
    Some(note.trim(Span::new(lead.start + joint[1] + 1, lead.start + text.len())))
}

/// `Telegram channel Northern Quay News`, `Facebook post by the town hall`.
fn behind_name(note: &NoteText<'_>, platform: Platform) -> Option<Span> {
    let trail = note.trim(Span::new(platform.name.end, platform.part.end));
    let post = note
        .cues_in(platform.part)
        .filter(|hit| hit.cues.has(Cue::Social) && hit.span.end > platform.name.end)
        .map(|hit| hit.span.end)
        .max();
    let from = post.unwrap_or(trail.start).min(trail.end);
    let named = without_lead(note, note.trim(Span::new(from, trail.end)));
    Some(without_date(note, named)).filter(|named| !named.is_empty())
}

/// `Facebook, post by Mairie de Tessit`: the stretch behind the platform's.
fn in_next(note: &NoteText<'_>, next: Span, quote: Option<Quote>) -> Option<Span> {
    let field = note.dates_in(next).next().is_some() || note.urls_in(next).next().is_some();
    if field || overlaps(quote, next) {
        return None;
    }
    let post = note.leading_cue(next).filter(|hit| hit.cues.has(Cue::Social));
    let from = post.map_or(next.start, |hit| hit.span.end);
    Some(without_lead(note, note.trim(Span::new(from, next.end)))).filter(|named| !named.is_empty())
}

/// Without "by", "account", "in the group".
fn without_lead(note: &NoteText<'_>, span: Span) -> Span {
    let text = note.get(span);
    let lead = lexicon().leads(WordClass::PostLeads, text).filter(|end| {
        text.starts_with(char::is_lowercase) && !text[*end..].starts_with(|c: char| !c.is_whitespace())
    });
    lead.map_or(span, |end| note.trim(Span::new(span.start + end, span.end)))
}

fn without_date(note: &NoteText<'_>, span: Span) -> Span {
    match note.dates_in(span).next() {
        Some(date) => without_lead(note, note.trim(Span::new(span.start, date.span.start))),
        None => span,
    }
}
