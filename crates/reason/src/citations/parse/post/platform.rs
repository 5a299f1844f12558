//! Which platform a post stands on.

use crate::citations::elements::Quote;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::{PublisherKind, publishers};
use crate::text::Token;

use super::super::kind::platform as plain_name;
use super::tail;

/// Bytes of the longest stretch that names a platform.
const LONGEST_PART: usize = 160;

/// Where a platform is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Platform {
    /// The number of its stretch.
    pub at: usize,
    /// Its stretch: "X (formerly Twitter) post".
    pub part: Span,
    /// Its name, with a remark: "X (formerly Twitter)".
    pub name: Span,
}

/// The first platform that is named as the place of a post.
pub(super) fn find(note: &NoteText<'_>, parts: &[Span]) -> Option<Platform> {
    parts.iter().copied().enumerate().find_map(|(at, part)| {
        let name = name_in(note, part)?;
        Some(Platform { at, part, name })
    })
}

fn name_in(note: &NoteText<'_>, part: Span) -> Option<Span> {
    let text = note.get(part);
    let address = note.urls_in(part).next().is_some() && text.starts_with("http");
    if text.len() > LONGEST_PART || address {
        return None;
    }
    let platforms = note.tokens_in(part).filter(|(_, token)| is_platform(note, token));
    let mut names =
        platforms.map(|(_, token)| Span::new(token.span.start, remark_end(note, token.span.end, part.end)));
    // "X" is a letter, too; a platform is alone, or has its remark or a post beside it.
    names.find(|name| {
        let alone = part.start == name.start && note.get(Span::new(name.end, part.end)).trim().is_empty();
        let lead = note.get(Span::new(part.start, name.start)).trim_end();
        let on = lead.rsplit_once(' ').is_some_and(|(_, word)| lexicon().is(WordClass::PlatformLeads, word));
        alone || on || note.cues_in(part).any(|hit| hit.cues.has(Cue::Social))
    })
}

fn is_platform(note: &NoteText<'_>, token: &Token) -> bool {
    let word = token.text(note.text);
    word.starts_with(char::is_uppercase)
        && publishers().by_name(word) == Some(PublisherKind::Social)
        && !note.quotes.iter().any(|quote| quote.outer.contains(token.span))
}

/// Past `(formerly Twitter)`, `(Twitter)` behind the name.
fn remark_end(note: &NoteText<'_>, end: usize, limit: usize) -> usize {
    let remark = note.group_behind(end, limit).filter(|group| {
        let inside = note.get(Span::new(group.start + 1, group.end - 1));
        let first = inside.split_whitespace().next().unwrap_or_default();
        tail::is_former_name(note, *group) || publishers().by_name(first) == Some(PublisherKind::Social)
    });
    remark.map_or(end, |group| group.end)
}

/// A newspaper between title and platform: the platform is only where its video lies.
pub(super) fn is_only_host(note: &NoteText<'_>, parts: &[Span], platform: Platform, quote: Quote) -> bool {
    let behind = quote.outer.start < platform.name.start && platform.part.start > quote.outer.end;
    behind
        && parts[..platform.at].iter().any(|part| {
            publishers().by_name(plain_name(note.get(*part))) == Some(PublisherKind::News)
                && note.quotes.iter().any(|quote| quote.outer.end <= part.start)
        })
}
