//! Laws, resolutions, judgments, and documents named by their symbol alone.

mod cases;
mod laws;
mod names;

pub(super) use names::is_gazette;

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{WordClass, lexicon};

use super::found::Found;
use super::segments::segments;
use super::tail;

/// Words in small letters behind a symbol: more are the rest of a sentence.
const MOST_WORDS_BEHIND: usize = 8;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    if note.quotes.iter().any(|quote| span.contains(quote.outer)) {
        return None;
    }
    symbol_alone(note, span).or_else(|| cases::parse(note, span)).or_else(|| laws::parse(note, span))
}

/// `S/2023/138, para. 45.` The symbol is all that names it, so it is the title, too.
fn symbol_alone(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let symbol = *note.symbols.iter().find(|symbol| span.contains(**symbol))?;
    let before = note.trim(Span::new(span.start, symbol.start));
    if !before.is_empty() && !lexicon().is(WordClass::SymbolLeads, note.get(before)) {
        return None;
    }
    let text = note.get(symbol);
    let mut found = Found::new(span).of_kind(WorkKind::OfficialDocument);
    found.citation.title = Some(text.to_owned());
    found.citation.places.title = Some(symbol);
    found.citation.identifier = Some(text.to_owned());
    let rest = tail::read(note, Span::new(symbol.end, span.end), &mut found);
    let is_sentence = rest.iter().map(|part| note.get(*part)).any(|text| {
        text.starts_with(char::is_lowercase) && text.split_whitespace().count() > MOST_WORDS_BEHIND
    });
    (!is_sentence).then_some(found)
}
