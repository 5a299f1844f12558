//! Pages, paragraphs, volumes, chapters, editions; and remarks that are no field.

use crate::citations::note_text::NoteText;
use crate::dates::PartialDate;
use crate::document::Span;
use crate::languages::{Cue, CueHit, WordClass, lexicon};
use crate::text::fold;

use super::Found;

/// `p. 12`, `paras. 3–4`, `473-494`, `61.4`, `12, no. 3`, `vol. 2`, `N° 306`. Whether the stretch is one of them.
pub(super) fn read(note: &NoteText<'_>, segment: Span, leading: Option<CueHit>, found: &mut Found) -> bool {
    leading.is_some_and(|hit| read_counted(note, segment, hit, found))
        || read_figures(note, segment, found)
        || read_chapter(note.get(segment), found)
        || is_edition(note.get(segment))
        || lexicon().is(WordClass::Remarks, note.get(segment))
}

/// A number behind "p.", "para.", "vol.".
fn read_counted(note: &NoteText<'_>, segment: Span, hit: CueHit, found: &mut Found) -> bool {
    let rest = note.get(Span::new(hit.span.end, segment.end)).trim_start_matches([' ', '.', '\u{a0}']);
    let counted = rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
    if hit.cues.has_any(&[Cue::Page, Cue::Paragraph]) && !hit.cues.has(Cue::Available) && counted {
        found.citation.locator.get_or_insert_with(|| note.get(segment).to_owned());
        found.add(Cue::Page);
        return true;
    }
    let volume = hit.cues.has(Cue::Volume) && rest.starts_with(|c: char| c.is_ascii_digit());
    if volume {
        found.add(Cue::Volume);
    }
    volume
}

/// Nothing but figures: `473-494` are pages, `44(2)` is a volume, `2019/2` a year and a number of that year.
fn read_figures(note: &NoteText<'_>, segment: Span, found: &mut Found) -> bool {
    let folded = fold(note.get(segment));
    let is_figure =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | ':' | '(' | ')' | '/' | ' ' | '\'');
    let figures = folded.chars().all(is_figure) && folded.contains(|c: char| c.is_ascii_digit());
    let is_date = note.dates_in(segment).next().is_some_and(|date| date.span == segment);
    if !figures || is_date {
        return false;
    }
    if let Some((year, _)) = folded.split_once('/').filter(|(year, _)| year.len() == 4) {
        found.citation.date = found.citation.date.or_else(|| PartialDate::parse(year));
        found.add(Cue::Volume);
    } else if folded.contains(['.', '(', ':']) {
        found.add(Cue::Volume);
    } else {
        found.citation.locator.get_or_insert_with(|| note.get(segment).to_owned());
    }
    true
}

/// `ch. 4`, `annex 12`, `table 2`.
fn read_chapter(text: &str, found: &mut Found) -> bool {
    let spaced = |end: usize| text[end..].starts_with(char::is_whitespace);
    let is_chapter = lexicon().leads(WordClass::Locators, text).is_some_and(spaced)
        && text.contains(|c: char| c.is_ascii_digit());
    if is_chapter {
        found.citation.locator.get_or_insert_with(|| text.to_owned());
    }
    is_chapter
}

/// `2nd edition`, `3. Auflage`.
fn is_edition(text: &str) -> bool {
    text.split_whitespace().count() <= 3
        && lexicon().closes(WordClass::Editions, text).is_some_and(|at| at > 0)
}
