use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::text::TokenKind;

/// The stretches between the commas of a citation (and the full stops of those that part their fields by them),
/// outside of quotations, brackets, addresses and dates. None is empty.
pub(super) fn segments(note: &NoteText<'_>, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = span.start;
    for (index, token) in note.tokens.iter().enumerate() {
        if !span.contains(token.span) || token.span.start < start {
            continue;
        }
        let comma = token.is(',') && !is_in_number(note, index);
        let stop = token.is('.') && is_field_stop(note, index);
        let inside = note.is_inside(token.span.start)
            || note
                .dates
                .iter()
                .any(|date| date.span.start < token.span.start && token.span.start < date.span.end);
        if (comma || stop) && !inside {
            push(note, &mut found, Span::new(start, token.span.start));
            start = token.span.end;
        }
        // Quotations and addresses close a stretch without a comma: `“Title” The Daily`.
        if let Some(quote) =
            note.quotes.iter().find(|quote| quote.outer.end == token.span.end && span.contains(quote.outer))
        {
            push(note, &mut found, Span::new(start, quote.outer.end));
            start = quote.outer.end;
        }
        if let Some(url) =
            note.urls.iter().find(|url| url.span.end == token.span.end && span.contains(url.span))
        {
            push(note, &mut found, Span::new(start, url.span.end));
            start = url.span.end;
        }
    }
    if start < span.end {
        push(note, &mut found, Span::new(start, span.end));
    }
    found
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
    let number = |at: Option<&crate::text::Token>| at.is_some_and(|token| token.kind == TokenKind::Number);
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
    let capital = next.text(note.text).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        || matches!(next.kind, TokenKind::Mark('"' | '«' | '‘' | '“'));
    let initial = text.chars().count() == 1 && text.chars().all(char::is_uppercase)
        || (word.kind == TokenKind::Number
            && crate::languages::lexicon().month(next.text(note.text)).is_some());
    let number_next = next.kind == TokenKind::Number;
    capital
        && !initial
        && !(crate::languages::lexicon().is_abbreviation(text) && (number_next || text.chars().count() <= 5))
}
