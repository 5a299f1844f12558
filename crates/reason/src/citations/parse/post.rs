//! `Association Kal Akal, X (formerly Twitter) post, August 8, 2024, https://…`: posts, channels, videos.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::{PublisherKind, publishers};
use crate::text::fold;

use super::found::Found;
use super::kind::platform;
use super::people::authors;
use super::segments::segments;
use super::{tail, titled};

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let quote = note.quotes.iter().find(|quote| span.contains(quote.outer)).copied();
    let parts = segments(note, span);
    let (at, name) = parts.iter().enumerate().find_map(|(at, part)| Some((at, platform_in(note, *part)?)))?;
    let part = parts[at];
    if quote.is_some_and(|quote| quote.outer.start < name.start && part.start > quote.outer.end)
        && is_outlet_between(note, &parts, at)
    {
        return None;
    }
    let mut found = Found::new(span).of_kind(WorkKind::SocialPost);
    tail::set_container(note, name, &mut found);
    read_author(note, &parts, at, part, name, quote.map(|quote| quote.outer), &mut found);
    if let Some(quote) = quote {
        let title = note.get(quote.inner).trim_end_matches([',', ' ']);
        let spoken = quote.outer.start > name.end && title.split_whitespace().count() > 40;
        if !spoken {
            let title_span = Span::new(quote.inner.start, quote.inner.start + title.len());
            found.citation.title = Some(title.to_owned());
            found.citation.places.title = Some(title_span);
            read_translation(note, quote.outer.end, span.end, &mut found);
        }
    }
    let from = quote.map_or(span.start, |quote| quote.outer.end.max(span.start));
    let rest = if from > name.end { Span::new(from, span.end) } else { Span::new(name.end, span.end) };
    for segment in segments(note, rest) {
        if let Some(date) = note.dates_in(segment).next() {
            tail::set_date(&mut found, date);
        }
        if note.urls_in(segment).next().is_some() || note.has_cue(segment, Cue::Accessed) {
            tail::read(note, segment, &mut found);
        }
    }
    let told = found.citation.date.is_some() || found.citation.url.is_some();
    (told
        && (!found.citation.authors.is_empty()
            || found.citation.title.is_some()
            || found.citation.url.is_some()))
    .then_some(found)
}

/// The name of a platform that opens a stretch, or stands before "post": with its remark ("(formerly Twitter)").
fn platform_in(note: &NoteText<'_>, part: Span) -> Option<Span> {
    let text = note.get(part);
    if text.len() > 160 || note.urls_in(part).next().is_some() && text.starts_with("http") {
        return None;
    }
    for token in note.tokens.iter().filter(|token| part.contains(token.span)) {
        let word = token.text(note.text);
        let known = publishers().by_name(word) == Some(PublisherKind::Social);
        // "X" is a letter, too; a platform is alone, or has its remark or a post beside it.
        let quoted = note.quotes.iter().any(|quote| quote.outer.contains(token.span));
        if !known || quoted || !word.starts_with(char::is_uppercase) {
            continue;
        }
        let end = remark_end(note, token.span.end, part.end);
        let name = Span::new(token.span.start, end);
        let alone = part == name
            || (part.start == name.start && note.get(Span::new(end, part.end)).trim().is_empty());
        let posted = note.cues_in(part).any(|hit| hit.cues.has(Cue::Social));
        let behind = note.get(Span::new(part.start, name.start)).trim_end();
        let on = behind.ends_with(" on") || behind.ends_with(" sur");
        if alone || posted || on {
            return Some(name);
        }
    }
    None
}

fn remark_end(note: &NoteText<'_>, end: usize, limit: usize) -> usize {
    let gap = note.text[end..limit].len() - note.text[end..limit].trim_start().len();
    let group = note.groups.iter().find(|group| group.start == end + gap && group.end <= limit);
    let remark = group.filter(|group| {
        let inside = fold(note.get(Span::new(group.start + 1, group.end - 1)));
        inside.starts_with("formerly")
            || inside.starts_with("ex-")
            || inside.starts_with("ex ")
            || inside.starts_with("anciennement")
            || inside.starts_with("antes")
            || inside.starts_with("twitter")
    });
    remark.map_or(end, |group| group.end)
}

/// The author stands before the platform, behind it ("Facebook, Mairie de Tessit"), or in the phrase ("Post by A on VK",
/// "Telegram channel Northern Quay News").
fn read_author(
    note: &NoteText<'_>,
    parts: &[Span],
    at: usize,
    part: Span,
    name: Span,
    quote: Option<Span>,
    found: &mut Found,
) {
    let before: Vec<Span> = parts[..at]
        .iter()
        .copied()
        .filter(|part| {
            quote.is_none_or(|quote| !quote.overlaps(*part))
                && note.dates_in(*part).next().is_none()
                && !note.get(*part).starts_with('(')
        })
        .collect();
    if let (Some(first), Some(last)) = (before.first(), before.last()) {
        let names = Span::new(first.start, last.end);
        return set_author(note, names, found);
    }
    let lead = note.trim(Span::new(part.start, name.start));
    if let Some(author) = author_in_phrase(note, lead) {
        return set_author(note, author, found);
    }
    let trail = note.trim(Span::new(name.end, part.end));
    let cue_end = note
        .cues_in(part)
        .filter(|hit| hit.cues.has(Cue::Social) && hit.span.end > name.end)
        .map(|hit| hit.span.end)
        .max()
        .unwrap_or(trail.start);
    let named = note.trim(Span::new(cue_end, trail.end));
    let named = without_date(note, without_by(note, named));
    if !named.is_empty() {
        return set_author(note, named, found);
    }
    let next = parts.get(at + 1).filter(|next| {
        note.dates_in(**next).next().is_none()
            && note.urls_in(**next).next().is_none()
            && quote.is_none_or(|quote| !quote.overlaps(**next))
    });
    if let Some(next) = next {
        let cue = note
            .cues_in(*next)
            .find(|hit| hit.cues.has(Cue::Social) && hit.span.start == next.start)
            .map_or(next.start, |hit| hit.span.end);
        let named = without_by(note, note.trim(Span::new(cue, next.end)));
        if !named.is_empty() {
            set_author(note, named, found);
        }
    }
}

fn set_author(note: &NoteText<'_>, names: Span, found: &mut Found) {
    let text = note.get(names);
    let text = match text.split_once(" (@") {
        Some((name, _)) => name,
        None => text,
    };
    found.citation.authors = authors(text);
    found.citation.places.authors = Some(names);
}

/// `Post by the Third Battalion’s press office on`.
fn author_in_phrase(note: &NoteText<'_>, lead: Span) -> Option<Span> {
    let text = note.get(lead).trim_end_matches(" on").trim_end_matches(" sur");
    for joint in [" by ", " from ", " of ", " de ", " par ", " du "] {
        if let Some(at) = text.find(joint) {
            let start = lead.start + at + joint.len();
            return Some(note.trim(Span::new(start, lead.start + text.len())));
        }
    }
    None
}

fn without_by(note: &NoteText<'_>, span: Span) -> Span {
    let text = note.get(span);
    for word in ["by ", "from ", "of ", "de ", "par ", "du ", "in the group ", "on ", "account ", "in "] {
        if text.starts_with(word) {
            return Span::new(span.start + word.len(), span.end);
        }
    }
    if matches!(text, "of" | "by" | "on" | "de" | "du") { Span::new(span.end, span.end) } else { span }
}

fn without_date(note: &NoteText<'_>, span: Span) -> Span {
    match note.dates_in(span).next() {
        Some(date) => without_by(note, note.trim(Span::new(span.start, date.span.start))),
        None => span,
    }
}

/// A newspaper between title and platform: the platform is only where the video lies.
fn is_outlet_between(note: &NoteText<'_>, parts: &[Span], at: usize) -> bool {
    parts[..at].iter().any(|part| {
        publishers().by_name(platform(note.get(*part))) == Some(PublisherKind::News)
            && note.quotes.iter().any(|quote| quote.outer.end <= part.start)
    })
}

fn read_translation(note: &NoteText<'_>, after: usize, end: usize, found: &mut Found) {
    let gap = note.text[after..end].len() - note.text[after..end].trim_start().len();
    if let Some(group) = note.groups.iter().find(|group| group.start == after + gap && group.end <= end) {
        let inner = note.get(Span::new(group.start + 1, group.end - 1));
        if inner.split_whitespace().count() >= 2 && note.dates_in(*group).next().is_none() {
            found.citation.title_translated = Some(inner.trim_matches(['“', '”', '"']).to_owned());
        }
    }
    let _ = titled::set_authors;
}
