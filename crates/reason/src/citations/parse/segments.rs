//! The stretches of a citation between its commas and full stops.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::lexicon;
use crate::text::{Token, TokenKind};

/// Letters of the longest word that is an abbreviation wherever a full stop follows.
const LONGEST_ABBREVIATION: usize = 5;

/// The stretches between the commas of a citation (and the full stops of those that part their fields by them),
/// outside of quotations, brackets, addresses and dates. None is empty.
pub(super) fn segments(note: &NoteText<'_>, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = span.start;
    for (index, token) in note.tokens_in(span) {
        if token.span.start < start {
            continue;
        }
        if parts_fields(note, index) {
            push(note, &mut found, Span::new(start, token.span.start));
            start = token.span.end;
        }
        if closes_element(note, span, token.span.end) {
            push(note, &mut found, Span::new(start, token.span.end));
            start = token.span.end;
        }
    }
    if start < span.end {
        push(note, &mut found, Span::new(start, span.end));
    }
    found
}

/// A comma or full stop outside of quotations, brackets, addresses and dates.
fn parts_fields(note: &NoteText<'_>, index: usize) -> bool {
    let token = note.tokens[index];
    let at = token.span.start;
    let parts = match token.kind {
        TokenKind::Mark(',') => !is_in_number(note, index),
        TokenKind::Mark('.') => is_field_stop(note, index),
        _ => false,
    };
    parts && !note.is_inside(at) && !note.dates.iter().any(|date| date.span.start < at && at < date.span.end)
}

/// Quotations and addresses close a stretch without a comma: `“Title” The Daily`.
fn closes_element(note: &NoteText<'_>, span: Span, end: usize) -> bool {
    let closes = |element: Span| element.end == end && span.contains(element);
    note.quotes.iter().any(|quote| closes(quote.outer)) || note.urls.iter().any(|url| closes(url.span))
}

fn push(note: &NoteText<'_>, found: &mut Vec<Span>, span: Span) {
    let text = note.get(span);
    let junk =
        |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | '<' | '>' | '/' | '–' | '—');
    let lead = text.len() - text.trim_start_matches(junk).len();
    let kept = text[lead..]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '<' | '>'));
    // The stop that closes the note; one behind an initial or abbreviation stays.
    let bare = kept.strip_suffix('.').filter(|bare| {
        bare.ends_with(|c: char| c.is_ascii_digit() || c == ')' || c == ']' || c == '”' || c == '"')
    });
    let kept = bare.unwrap_or(kept);
    if kept.chars().any(char::is_alphanumeric) {
        found.push(Span::new(span.start + lead, span.start + lead + kept.len()));
    }
}

/// `1,200`
fn is_in_number(note: &NoteText<'_>, index: usize) -> bool {
    let number = |at: Option<&Token>| at.is_some_and(|token| token.kind == TokenKind::Number);
    let next = note.tokens.get(index + 1);
    number(index.checked_sub(1).and_then(|before| note.tokens.get(before)))
        && number(next)
        && next.is_some_and(|token| !token.spaced && token.span.len() == 3)
}

/// A full stop followed by a space and a capital, not after an abbreviation or initial.
fn is_field_stop(note: &NoteText<'_>, index: usize) -> bool {
    let Some(next) = note.tokens.get(index + 1).filter(|next| next.spaced) else {
        return false;
    };
    let Some(word) = index.checked_sub(1).map(|before| note.tokens[before]) else {
        return false;
    };
    let text = word.text(note.text);
    let opens = next.text(note.text).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        || matches!(next.kind, TokenKind::Mark('"' | '«' | '‘' | '“'));
    let length = text.chars().count();
    let initial = length == 1 && text.chars().all(char::is_uppercase);
    // "3. Juni"
    let day = word.kind == TokenKind::Number && lexicon().month(next.text(note.text)).is_some();
    let abbreviation =
        lexicon().is_abbreviation(text) && (next.kind == TokenKind::Number || length <= LONGEST_ABBREVIATION);
    opens && !initial && !day && !abbreviation
}
