//! `Maxar satellite image, Port Sorel, 14 March 2024`: pictures from above and photographs.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::{PublisherKind, publishers};

use super::found::Found;
use super::people::is_name;
use super::segments::segments;
use super::tail;

/// Words of the longest first stretch; more is a sentence.
const LONGEST_OPENING: usize = 14;

/// Words of the longest name of a place.
const LONGEST_PLACE: usize = 6;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    if note.quotes.iter().any(|quote| span.contains(quote.outer)) {
        return None;
    }
    let parts = segments(note, span);
    let first = *parts.first()?;
    let cue = note.cues_in(span).find(|hit| hit.cues.has(Cue::Imagery) && !note.is_inside(hit.span.start));
    let seller = seller(note, first, span);
    let from_above = cue.is_some_and(|hit| is_from_above(note.get(hit.span)));
    let opens = cue.is_some_and(|hit| hit.span.start == span.start);
    let told = from_above || opens || seller.is_some();
    let dated = note.dates_in(span).next().is_some() || note.urls_in(span).next().is_some();
    if !told || !dated || note.get(first).split_whitespace().count() > LONGEST_OPENING {
        return None;
    }
    let mut found = Found::new(span).of_kind(WorkKind::ImageOrSatellite);
    if let Some(seller) = seller {
        found.citation.authors = vec![note.get(seller).to_owned()];
        found.citation.places.authors = Some(seller);
    }
    if let Some(date) = note.dates_in(span).next() {
        tail::set_date(&mut found, date);
    }
    read_place(note, &parts, seller, &mut found);
    for part in &parts {
        if note.urls_in(*part).next().is_some() || note.has_cue(*part, Cue::Accessed) {
            tail::read(note, *part, &mut found);
        }
    }
    Some(found)
}

/// "satellite image", "aerial photograph": needs nobody who sells it.
fn is_from_above(phrase: &str) -> bool {
    is_by_satellite(phrase) || lexicon().mentions(WordClass::FromAbove, phrase)
}

fn is_by_satellite(phrase: &str) -> bool {
    lexicon().mentions(WordClass::Satellite, phrase)
}

/// Whose picture it is: a name from the list, the name before "satellite image", or the one behind the sign ©.
fn seller(note: &NoteText<'_>, first: Span, span: Span) -> Option<Span> {
    let known = |part: &Span| publishers().by_name(note.get(*part)) == Some(PublisherKind::Imagery);
    let cue = note.cues_in(first).find(|hit| hit.cues.has(Cue::Imagery));
    let before = note.trim(Span::new(first.start, cue.map_or(first.end, |hit| hit.span.start)));
    let group = note.groups.iter().find(|group| before.contains(**group));
    let bare = group.map_or(before, |group| note.trim(Span::new(before.start, group.start)));
    if let Some(seller) = [before, bare].into_iter().find(known) {
        return Some(seller);
    }
    let by_satellite = cue.is_some_and(|hit| is_by_satellite(note.get(Span::new(hit.span.start, first.end))));
    if by_satellite && !before.is_empty() && is_name(note.get(before)) {
        return Some(bare);
    }
    Some(first).filter(known).or_else(|| credited(note, first, span))
}

/// "Satellite imagery © 2022 Maxar Technologies", "Image: Planet Labs PBC".
fn credited(note: &NoteText<'_>, first: Span, span: Span) -> Option<Span> {
    if note.urls_in(first).next().is_some() {
        return None;
    }
    let sign = note.get(span).find('©').map(|at| span.start + at + '©'.len_utf8());
    let label = note.leading_cue(first).filter(|hit| hit.cues.has(Cue::Imagery));
    let colon = label.and_then(|_| note.get(first).find(':')).map(|at| first.start + at + 1);
    let from = sign.or(colon)?;
    let end = note.text[from..span.end].find([',', '.', '(']).map_or(span.end, |at| from + at);
    let name = without_date(note, note.trim(Span::new(from, end)));
    (!name.is_empty() && is_name(note.get(name))).then_some(name)
}

/// What stands behind a date, or before one that closes.
fn without_date(note: &NoteText<'_>, name: Span) -> Span {
    let Some(date) = note.dates_in(name).next() else {
        return name;
    };
    let behind = note.trim(Span::new(date.span.end, name.end));
    if behind.is_empty() { note.trim(Span::new(name.start, date.span.start)) } else { behind }
}

/// The place of the picture: coordinates, or capitalised words.
fn read_place(note: &NoteText<'_>, parts: &[Span], seller: Option<Span>, found: &mut Found) {
    let mut coordinates = parts.iter().filter(|part| is_coordinate(note.get(**part)));
    if let Some(first) = coordinates.next() {
        let last = coordinates.next_back().unwrap_or(first);
        found.citation.place = Some(note.get(Span::new(first.start, last.end)).to_owned());
        return;
    }
    let is_place = |part: &&Span| {
        let text = note.get(**part);
        let is_field = |cues: &[Cue]| note.cues_in(**part).any(|hit| hit.cues.has_any(cues));
        text.starts_with(char::is_uppercase)
            && text.split_whitespace().count() <= LONGEST_PLACE
            && seller.is_none_or(|seller| !seller.overlaps(**part))
            && note.dates_in(**part).next().is_none()
            && note.urls_in(**part).next().is_none()
            && !is_field(&[Cue::Imagery, Cue::OnFile, Cue::Accessed, Cue::Available])
    };
    if let Some(place) = parts.iter().skip(1).find(is_place) {
        found.citation.place = Some(note.get(*place).to_owned());
    }
}

/// `14.2871° N`, `16°15'N`, `-12.5`: figures, signs, and the letters of the quarters (French `O` for west).
fn is_coordinate(text: &str) -> bool {
    const SIGNS: &str = ".-−°'’\"″′ NSEWO+";
    text.chars().filter(char::is_ascii_digit).count() >= 3
        && text.contains(['.', '°'])
        && text.chars().all(|c| c.is_ascii_digit() || SIGNS.contains(c))
}
