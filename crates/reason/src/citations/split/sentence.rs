//! Whether a sentence, an address or a quotation ends.

use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::text::{Token, TokenKind};

use super::super::elements::Quote;
use super::super::note_text::NoteText;
use super::super::parse::is_name_list;
use super::{Joint, is_pointing};

/// Longer quotations are words of a witness, not a title.
const LONGEST_TITLE_WORDS: usize = 45;

/// What ends right before a token, in a part that begins at a place.
pub(super) fn joint_before(note: &NoteText<'_>, start: usize, index: usize) -> Option<Joint> {
    let token = note.tokens[index];
    if note.is_inside(token.span.start) || !begins_sentence(&token, note.text) {
        return None;
    }
    if is_behind_address(note, index) {
        return Some(Joint::Hard);
    }
    let before = note.tokens[index.checked_sub(1)?];
    let quote = note.quotes.iter().find(|quote| quote.outer.end == before.span.end);
    let ends = match (quote, before.kind) {
        (Some(quote), _) => quote_ends(note, start, *quote, index),
        (None, TokenKind::Mark('!' | '?')) => true,
        (None, TokenKind::Mark('.')) => stop_is_final(note, index - 1),
        // `(He left.) Then`
        (None, TokenKind::Mark(')' | ']')) => note.text[..before.span.start].ends_with(['.', '!', '?']),
        _ => false,
    };
    ends.then_some(Joint::Soft)
}

/// Whether a quotation closes a sentence: it ends in a stop and is no title behind names.
fn quote_ends(note: &NoteText<'_>, start: usize, quote: Quote, next: usize) -> bool {
    if !note.get(quote.inner).ends_with(['.', '!', '?', '…']) {
        return false;
    }
    let prefix = note.trim(Span::new(start, quote.outer.start.max(start)));
    let is_title = !points(note, next, &[Cue::Signal])
        && note.get(quote.inner).split_whitespace().count() <= LONGEST_TITLE_WORDS
        && (prefix.is_empty() || is_name_list(note, prefix));
    !is_title
}

/// Whether "See" or the like begins at a token.
fn points(note: &NoteText<'_>, index: usize, cues: &[Cue]) -> bool {
    note.cues
        .iter()
        .any(|hit| hit.first == index && hit.cues.has_any(cues) && is_pointing(note.get(hit.span)))
}

/// An address closes its citation, unless what follows says when it was read or where it is kept.
fn is_behind_address(note: &NoteText<'_>, index: usize) -> bool {
    let start = note.tokens[index].span.start;
    let is_joint = |c: char| c.is_whitespace() || matches!(c, '>' | '.' | ')' | ']');
    let ended = note
        .urls
        .iter()
        .any(|url| url.span.end <= start && note.text[url.span.end..start].chars().all(is_joint));
    let hit = note.cues.iter().find(|hit| hit.first == index);
    let belongs = hit.is_some_and(|hit| {
        hit.cues.has_any(&[Cue::Accessed, Cue::Archived, Cue::Available, Cue::OnFile])
            && !hit.cues.has(Cue::Report)
    });
    ended && !belongs
}

/// Whether a full stop ends a sentence, not an abbreviation or initial.
fn stop_is_final(note: &NoteText<'_>, stop: usize) -> bool {
    let Some(word) = stop.checked_sub(1).map(|before| note.tokens[before]) else {
        return false;
    };
    let next = note.tokens.get(stop + 1);
    // "3. Juni"
    let is_day = word.kind == TokenKind::Number
        && next.is_some_and(|next| lexicon().month(next.text(note.text)).is_some());
    if is_day {
        return false;
    }
    if points(note, stop + 1, &[Cue::Signal, Cue::Ibid])
        || note.tokens[stop].spaced
        || word.kind == TokenKind::Number
    {
        return true;
    }
    let text = word.text(note.text);
    let single = text.chars().count() == 1;
    let initial = single && text.chars().all(char::is_uppercase);
    let dotted = single && stop >= 2 && note.tokens[stop - 2].is('.') && !note.tokens[stop - 1].spaced;
    !initial
        && !dotted
        && (lexicon().is(WordClass::ClosingAbbreviations, text) || !lexicon().is_abbreviation(text))
}

fn begins_sentence(token: &Token, text: &str) -> bool {
    match token.kind {
        TokenKind::Word => token.text(text).starts_with(char::is_uppercase),
        TokenKind::Mark(_) => token.text(text).starts_with(['“', '"', '«', '‘', '„', '@', '[', '¿', '¡']),
        TokenKind::Number => false,
    }
}
