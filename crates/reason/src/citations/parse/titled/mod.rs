//! `Ana Moro, “Title,” Outlet, May 3, 2024, https://…` and its many relatives: a title between quotation marks.

mod outlet;
mod prefix;
mod speech;
mod translation;

pub(super) use outlet::{assign, chapter_lead};
pub(super) use prefix::set_authors;

use crate::citations::elements::Quote;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::text::tokens;

use super::found::Found;
use super::people::is_person;
use super::{kind, tail};

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let quote = *note.quotes.iter().find(|quote| span.contains(quote.outer))?;
    let mut found = Found::new(span);
    let prefix = prefix::read(note, note.trim(Span::new(span.start, quote.outer.start)), &mut found)?;
    let (title, after) = title(note, quote, span);
    if title.is_empty() {
        return None;
    }
    let after = translation::read(note, after, span.end, &mut found);
    let rest = Span::new(after, span.end);
    if speech::goes_on(note.get(rest)) {
        return None;
    }
    found.citation.title = Some(plain_title(note.get(title)));
    found.citation.places.title = Some(title);
    let words = tail::read(note, rest, &mut found);
    assign(note, words, &mut found);
    let alone = note.get(rest).trim_matches(['.', ' ', ',']).is_empty();
    let named = prefix == Prefix::Names && (alone || found.citation.locator.is_some());
    if !(named || is_evident(&found)) {
        return None;
    }
    link_over_title(note, title, &mut found);
    read_interviewee(&mut found);
    kind::decide(&mut found);
    Some(found)
}

/// What stands before a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prefix {
    Nothing,
    Names,
}

/// Whether enough stands beside the title to tell a work from a quotation.
fn is_evident(found: &Found) -> bool {
    let citation = &found.citation;
    citation.date.is_some()
        || citation.url.is_some()
        || citation.accessed.is_some()
        || citation.container.is_some()
        || citation.identifier.is_some()
        || found.cues.has(Cue::OnFile)
}

/// The title, and where it ends. `“Words”: The Rest of the Title` goes on after the mark.
fn title(note: &NoteText<'_>, quote: Quote, span: Span) -> (Span, usize) {
    let rest = &note.text[quote.outer.end..span.end];
    if rest.starts_with(": ") || rest.starts_with(" : ") {
        let end = first_boundary(note, quote.outer.end + 1, span.end);
        let whole = note.trim(Span::new(quote.outer.start, end));
        return (whole, end);
    }
    let kept = note.get(quote.inner).trim_end_matches([',', ' ']);
    // A single full stop is the sentence's; several are the title's.
    let kept = kept.strip_suffix('.').filter(|shorter| !shorter.ends_with('.')).unwrap_or(kept);
    (Span::new(quote.inner.start, quote.inner.start + kept.len()), quote.outer.end)
}

/// The first comma or bracket that closes an unquoted rest of a title.
fn first_boundary(note: &NoteText<'_>, from: usize, end: usize) -> usize {
    let comma = note
        .tokens
        .iter()
        .filter(|token| token.is(',') && token.span.start >= from && token.span.end <= end)
        .map(|token| token.span.start);
    let group = note.groups.iter().map(|group| group.start).filter(|start| (from..end).contains(start));
    comma.chain(group).min().unwrap_or(end)
}

/// White space folded, and the comma of the sentence taken out of `“‘The Road,’”`.
fn plain_title(text: &str) -> String {
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in ['\'', '’', '”', '"', '»'] {
        if let Some(inner) = title.strip_suffix(mark).and_then(|rest| rest.strip_suffix(',')) {
            return format!("{inner}{mark}");
        }
    }
    title
}

/// `Interview d'Amadou Kefra par Ana Moro`: the title says who was asked.
fn read_interviewee(found: &mut Found) {
    let Some(title) = found.citation.title.as_deref() else {
        return;
    };
    let hits = lexicon().cues(title, &tokens(title));
    let Some(first) = hits.first().filter(|hit| hit.first == 0 && hit.cues.has(Cue::Interview)) else {
        return;
    };
    let Some(with) = hits.iter().find(|hit| hit.first == first.last && hit.cues.has(Cue::With)) else {
        return;
    };
    let rest = title[with.span.end..].trim();
    let name = rest[..name_length(rest)].trim();
    if is_person(name) {
        found.citation.interviewee = Some(name.to_owned());
    }
}

/// Up to a comma, a colon, a dash, or the word before the one who asked.
fn name_length(text: &str) -> usize {
    let mark = [", ", ": ", " – "].iter().filter_map(|joint| text.find(joint)).min();
    let by = text.match_indices(' ').map(|(at, _)| at).find(|at| {
        let word = text[at + 1..].split(' ').next().unwrap_or_default();
        word.starts_with(char::is_lowercase) && lexicon().is(WordClass::Senders, word)
    });
    mark.into_iter().chain(by).min().unwrap_or(text.len())
}

/// The title itself may carry the address.
fn link_over_title(note: &NoteText<'_>, title: Span, found: &mut Found) {
    if found.citation.url.is_none() {
        let link = note.links.iter().find(|(span, href)| span.overlaps(title) && href.contains("://"));
        found.citation.url = link.map(|(_, href)| href.clone());
    }
}
