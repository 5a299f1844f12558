//! `Maxar satellite image, Port Sorel, 14 March 2024`: pictures from above and photographs.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::Cue;
use crate::publishers::{PublisherKind, publishers};
use crate::text::fold;

use super::found::Found;
use super::people::is_name;
use super::segments::segments;
use super::tail;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    if note.quotes.iter().any(|quote| span.contains(quote.outer)) {
        return None;
    }
    let parts = segments(note, span);
    let first = *parts.first()?;
    let cue =
        note.cues_in(span).find(|hit| hit.cues.has(Cue::Imagery) && !note.is_inside(hit.span.start)).copied();
    let seller = seller(note, first, span);
    if cue.is_none() && seller.is_none() {
        return None;
    }
    let satellite = cue.is_some_and(|hit| {
        let phrase = fold(note.get(hit.span));
        phrase.contains("satellit")
            || phrase.contains("imagery")
            || phrase.contains("aerial")
            || phrase.contains("aerienne")
    });
    let dated = note.dates_in(span).next().is_some() || note.urls_in(span).next().is_some();
    let photograph = cue.is_some_and(|hit| hit.span.start == span.start);
    if !dated
        || !(satellite || seller.is_some() || photograph)
        || note.get(first).split_whitespace().count() > 14
    {
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

/// Whose picture it is: a name from the list, or the name before "satellite image", or behind the sign ©.
fn seller(note: &NoteText<'_>, first: Span, span: Span) -> Option<Span> {
    let known = |part: Span| publishers().by_name(note.get(part)) == Some(PublisherKind::Imagery);
    let cue =
        note.cues_in(first).find(|hit| hit.cues.has(Cue::Imagery)).map_or(first.end, |hit| hit.span.start);
    let before = note.trim(Span::new(first.start, cue));
    let before_group = note
        .groups
        .iter()
        .find(|group| before.contains(**group))
        .map_or(before, |group| note.trim(Span::new(before.start, group.start)));
    if known(before)
        || known(before_group)
        || (!before.is_empty()
            && cue < first.end
            && is_name(note.get(before))
            && fold(note.get(Span::new(cue, first.end))).contains("satellit"))
    {
        return Some(if known(before) { before } else { before_group });
    }
    if known(first) {
        return Some(first);
    }
    // "Satellite imagery © 2022 Maxar Technologies", "Image: Planet Labs PBC".
    let sign = note.get(span).find('©').map(|at| span.start + at + '©'.len_utf8());
    if note.urls_in(first).next().is_some() {
        return None;
    }
    let credited = note.cues_in(first).any(|hit| hit.cues.has(Cue::Imagery) && hit.span.start == first.start);
    let from =
        sign.or_else(|| note.get(first).find(':').filter(|_| credited).map(|at| first.start + at + 1))?;
    let mut name = note.trim(Span::new(
        from,
        note.text[from..span.end].find([',', '.', '(']).map_or(span.end, |at| from + at),
    ));
    if let Some(date) = note.dates_in(name).next() {
        let text_after = note.trim(Span::new(date.span.end, name.end));
        name = if text_after.is_empty() {
            note.trim(Span::new(name.start, date.span.start))
        } else {
            text_after
        };
    }
    (!name.is_empty() && is_name(note.get(name))).then_some(name)
}

/// The place of the picture: capitalised words, or coordinates.
fn read_place(note: &NoteText<'_>, parts: &[Span], seller: Option<Span>, found: &mut Found) {
    let text_of = |part: Span| note.get(part);
    let coordinates: Vec<Span> = parts.iter().copied().filter(|part| is_coordinate(text_of(*part))).collect();
    if let (Some(first), Some(last)) = (coordinates.first(), coordinates.last()) {
        found.citation.place = Some(note.get(Span::new(first.start, last.end)).to_owned());
        return;
    }
    for part in parts.iter().skip(1) {
        let text = text_of(*part);
        let plain = note.dates_in(*part).next().is_none()
            && note.urls_in(*part).next().is_none()
            && !note
                .cues_in(*part)
                .any(|hit| hit.cues.has_any(&[Cue::Imagery, Cue::OnFile, Cue::Accessed, Cue::Available]));
        if plain
            && seller.is_none_or(|seller| !seller.overlaps(*part))
            && text.starts_with(char::is_uppercase)
            && text.split_whitespace().count() <= 6
        {
            found.citation.place = Some(text.to_owned());
            return;
        }
    }
}

fn is_coordinate(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 3
        && (text.contains('.') || text.contains('°'))
        && text.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    '.' | '-'
                        | '−'
                        | '°'
                        | '\''
                        | '’'
                        | '"'
                        | '″'
                        | '′'
                        | ' '
                        | 'N'
                        | 'S'
                        | 'E'
                        | 'W'
                        | 'O'
                        | '+'
                )
        })
}
