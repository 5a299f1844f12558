//! `River Voices, X (formerly Twitter) post, August 8, 2024, https://…`: posts, channels, videos.

mod author;
mod platform;

use crate::citations::WorkKind;
use crate::citations::elements::Quote;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;

use super::found::Found;
use super::segments::segments;
use super::tail;

use platform::Platform;

/// Words of the longest text of a post that stands for its title.
const LONGEST_TITLE: usize = 40;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let quote = note.quotes.iter().find(|quote| span.contains(quote.outer)).copied();
    let parts = segments(note, span);
    let platform = platform::find(note, &parts)?;
    if quote.is_some_and(|quote| platform::is_only_host(note, &parts, platform, quote)) {
        return None;
    }
    let mut found = Found::new(span).of_kind(WorkKind::SocialPost);
    tail::set_container(note, platform.name, &mut found);
    author::read(note, &parts, platform, quote, &mut found);
    if let Some(quote) = quote {
        read_title(note, quote, platform, &mut found);
    }
    let from = quote.map_or(platform.name.end, |quote| quote.outer.end.max(platform.name.end));
    for segment in segments(note, Span::new(from, span.end)) {
        if let Some(date) = note.dates_in(segment).next() {
            tail::set_date(&mut found, date);
        }
        if note.urls_in(segment).next().is_some() || note.has_cue(segment, Cue::Accessed) {
            tail::read(note, segment, &mut found);
        }
    }
    let citation = &found.citation;
    let named = !citation.authors.is_empty() || citation.title.is_some();
    (citation.url.is_some() || (named && citation.date.is_some())).then_some(found)
}

/// The words of the post, unless they are so many that they are quoted for what they say.
fn read_title(note: &NoteText<'_>, quote: Quote, platform: Platform, found: &mut Found) {
    let title = note.get(quote.inner).trim_end_matches([',', ' ']);
    let spoken = quote.outer.start > platform.name.end && title.split_whitespace().count() > LONGEST_TITLE;
    if !spoken {
        found.citation.title = Some(title.to_owned());
        found.citation.places.title = Some(Span::new(quote.inner.start, quote.inner.start + title.len()));
        read_translation(note, quote.outer.end, found);
    }
}

/// Words in a bracket right behind the quotation.
fn read_translation(note: &NoteText<'_>, after: usize, found: &mut Found) {
    let Some(group) = note.group_behind(after, found.citation.span.end) else {
        return;
    };
    let inner = note.get(Span::new(group.start + 1, group.end - 1));
    if inner.split_whitespace().count() >= 2 && note.dates_in(group).next().is_none() {
        found.citation.title_translated = Some(inner.trim_matches(['“', '”', '"']).to_owned());
    }
}
