//! `The Sentry interview with a FAMA army colonel, Bamako, October 2024.` The interviewer is not the source.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit};
use crate::publishers::{PublisherKind, publishers};
use crate::text::fold;

use super::found::Found;
use super::people::{authors, is_name_list, is_person, is_unnamed};
use super::places::{is_city, is_medium};
use super::segments::segments;
use super::tail;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let hit = *note.cues_in(span).find(|hit| {
        hit.cues.has(Cue::Interview)
            && !note.is_inside(hit.span.start)
            && !note.quotes.iter().any(|quote| quote.outer.start == hit.span.start)
    })?;
    if note.quotes.iter().any(|quote| span.contains(quote.outer) && quote.outer.start < hit.span.start) {
        return None;
    }
    let before = note.trim(Span::new(span.start, hit.span.start));
    let phrase = fold(note.get(hit.span));
    let source_itself = phrase.starts_with("confidential source")
        || phrase.starts_with("source confidentielle")
        || phrase.starts_with("sources confidentielles");
    let weak = matches!(
        phrase.as_str(),
        "meeting"
            | "meetings"
            | "discussion"
            | "discussions"
            | "conversation"
            | "rencontre"
            | "testimony"
            | "temoignage"
            | "temoignages"
            | "audition"
            | "interviewed"
    );
    let mut found = Found::new(span).of_kind(WorkKind::Interview);
    let inverted = read_before(note, before, &mut found)?;
    let after = Span::new(hit.span.end, span.end);
    let joined = joining_word(note, hit);
    let has_date = note.dates_in(span).next().is_some();
    if weak
        && (!(joined.is_some() && has_date)
            || (!before.is_empty()
                && publishers().by_name(note.get(before)).is_none()
                && !is_own(note.get(before))))
        || (!before.is_empty() && joined.is_none() && !starts_with_comma(note, after) && !has_date)
    {
        return None;
    }
    if source_itself {
        found.citation.interviewee = Some(note.get(hit.span).to_owned());
        found.citation.places.interviewee = Some(hit.span);
    }
    let start = joined.map_or(hit.span.end, |end| end);
    // "interview by the author with X": who asked stands between.
    let start = asked_by(note, joined, start, span, &mut found).unwrap_or(start);
    read_source(note, Span::new(start, span.end), inverted || source_itself, &mut found);
    if found.citation.interviewee.is_none() && found.citation.date.is_none() {
        return None;
    }
    let named = found.citation.interviewee.as_deref().is_some_and(|who| !is_unnamed(who));
    found.citation.confidential = !named;
    by_outlet(note, before, span, &mut found);
    Some(found)
}

fn starts_with_comma(note: &NoteText<'_>, after: Span) -> bool {
    note.get(after).trim_start().starts_with([',', '(', '.', ':'])
}

/// Who stands before "interview": the interviewer, or, after a comma, the one interviewed. `None`: it is a sentence.
fn read_before(note: &NoteText<'_>, before: Span, found: &mut Found) -> Option<bool> {
    let text = note.get(before);
    let stripped =
        text.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches("’").trim_end_matches("'");
    if stripped.is_empty() || is_own(stripped) {
        return Some(false);
    }
    let comma = note.text[before.end..].trim_start().starts_with(',');
    if comma && (is_person(stripped) || is_unnamed(stripped)) && stripped.split_whitespace().count() <= 12 {
        found.citation.interviewee = Some(stripped.to_owned());
        found.citation.places.interviewee = Some(before);
        return Some(true);
    }
    // "ICC member telephone": the adjective belongs to the interview.
    let names = without_adjectives(stripped);
    if !names.is_empty() && !is_own(names) {
        if !is_name_list(note, Span::new(before.start, before.start + names.len())) && !is_authorlike(names) {
            return None;
        }
        found.citation.authors = authors(names);
        found.citation.places.authors = Some(before);
    }
    Some(false)
}

/// The authors themselves: "Author interview", "Entretien de l'auteur".
fn is_own(text: &str) -> bool {
    let folded = fold(text);
    matches!(
        folded.as_str(),
        "author"
            | "authors"
            | "the author"
            | "the authors"
            | "our"
            | "my"
            | "author's"
            | "authors'"
            | "personal"
            | "confidential"
            | "a"
            | "an"
            | "multiple"
            | "several"
            | "see"
            | "field"
            | "private"
            | "joint"
            | "two"
            | "three"
            | "follow-up"
            | "virtual"
            | "same"
            | "second"
            | "anonymous"
            | "various"
            | "separate"
            | "numerous"
    )
}

fn is_authorlike(text: &str) -> bool {
    text.split_whitespace().count() <= 8 && text.starts_with(char::is_uppercase)
}

fn without_adjectives(text: &str) -> &str {
    let mut rest = text;
    while let Some((head, last)) = rest.rsplit_once(' ') {
        let folded = fold(last);
        let adjective = matches!(
            folded.as_str(),
            "telephone"
                | "phone"
                | "video"
                | "remote"
                | "online"
                | "confidential"
                | "whatsapp"
                | "signal"
                | "zoom"
                | "skype"
                | "email"
                | "follow-up"
                | "group"
                | "in-person"
                | "person"
                | "virtual"
                | "separate"
                | "joint"
                | "field"
                | "research"
                | "researcher"
                | "researchers"
                | "researcher's"
                | "multiple"
                | "several"
                | "staff"
                | "(audio)"
                | "telephonique"
                | "phone/whatsapp"
        );
        if !adjective || (last.starts_with(char::is_uppercase) && folded == "group") {
            break;
        }
        rest = head.trim_end();
    }
    rest
}

/// The end of "with", "of", "avec" right behind the cue; a bracketed or short medium may stand between ("interview by
/// phone with").
fn joining_word(note: &NoteText<'_>, hit: CueHit) -> Option<usize> {
    let next = note.cues.iter().find(|next| next.first >= hit.last && next.cues.has(Cue::With))?;
    let between = note.get(Span::new(hit.span.end, next.span.start));
    let phrase = fold(note.get(next.span));
    if between.trim().is_empty() {
        // "interview by phone with": the first joins the medium.
        if matches!(phrase.as_str(), "by" | "par" | "from" | "de" | "du" | "of") {
            let later = note.cues.iter().find(|later| {
                later.first >= next.last
                    && later.first - next.last <= 6
                    && later.cues.has(Cue::With)
                    && matches!(fold(note.get(later.span)).as_str(), "with" | "avec")
            });
            if let Some(later) = later {
                return Some(later.span.end);
            }
        }
        return Some(next.span.end);
    }
    let short = between.split_whitespace().count() <= 6 && !between.contains(',');
    (short && matches!(phrase.as_str(), "with" | "avec" | "aupres de" | "mit" | "con" | "com"))
        .then_some(next.span.end)
}

/// `interview by Ana Moro with …`: the text between "by" and "with" is the interviewer.
fn asked_by(
    note: &NoteText<'_>,
    joined: Option<usize>,
    start: usize,
    span: Span,
    found: &mut Found,
) -> Option<usize> {
    let end = joined?;
    let word = note.cues.iter().find(|hit| hit.span.end == end)?;
    let by = note.cues.iter().rev().find(|hit| {
        hit.span.end <= word.span.start && hit.cues.has(Cue::With) && hit.span.start >= span.start
    })?;
    let name = note.trim(Span::new(by.span.end, word.span.start));
    let text = note.get(name);
    if matches!(fold(note.get(by.span)).as_str(), "by" | "de" | "par" | "du")
        && !text.is_empty()
        && !is_medium(text)
        && !is_medium(&format!("by {text}"))
        && !is_own(text)
        && is_name_list(note, name)
        && found.citation.authors.is_empty()
    {
        found.citation.authors = authors(text);
    }
    Some(start)
}

/// Who, where, when.
fn read_source(note: &NoteText<'_>, span: Span, known: bool, found: &mut Found) {
    let mut parts: Vec<Span> = Vec::new();
    let all = segments(note, span);
    let held = all
        .iter()
        .position(|segment| is_held_on(note, *segment))
        .or_else(|| all.iter().position(|segment| note.dates_in(*segment).next().is_some()));
    for (at, segment) in all.iter().copied().enumerate() {
        if note.urls_in(segment).next().is_some() {
            tail::read(note, segment, found);
            break;
        }
        if held != Some(at) {
            parts.push(segment);
            continue;
        }
        if let Some(date) = note.dates_in(segment).next().copied() {
            tail::set_date(found, &date);
            let before = without_date_word(note, note.trim(Span::new(segment.start, date.span.start)));
            if !before.is_empty() {
                parts.push(before);
            }
            read_behind_date(note, Span::new(date.span.end, span.end), found);
        }
        break;
    }
    parts.retain(|part| {
        !is_medium(note.get(*part)) && !is_own(note.get(*part)) && !is_number(note, *part, found)
    });
    let first = usize::from(!known);
    let mut place_from = parts.len();
    while place_from > first && parts.len() - place_from < 2 && is_place_like(note, parts[place_from - 1]) {
        place_from -= 1;
    }
    if place_from < parts.len() {
        let place = Span::new(parts[place_from].start, parts[parts.len() - 1].end);
        found.citation.place = Some(note.get(place).to_owned());
    }
    if !known && place_from > 0 {
        set_interviewee(note, Span::new(parts[0].start, parts[place_from - 1].end), found);
    }
}

fn set_interviewee(note: &NoteText<'_>, who: Span, found: &mut Found) {
    let (who, place) = place_within(note, who);
    if let Some(place) = place {
        found.citation.place.get_or_insert(place);
    }
    found.citation.interviewee = Some(note.get(who).to_owned());
    found.citation.places.interviewee = Some(who);
}

/// The stretch that is nothing but the day: a year within the description ("with the unit until 2023") is none.
fn is_held_on(note: &NoteText<'_>, segment: Span) -> bool {
    note.dates_in(segment).next().is_some_and(|date| {
        without_date_word(note, note.trim(Span::new(segment.start, date.span.start))).is_empty()
    })
}

/// `a trader in Tassi` has its place within, `a trader, Tassi` behind; only the second is a place of the interview,
/// unless nothing but a name stands before it (`Ana Moro in Tassi`).
fn place_within(note: &NoteText<'_>, who: Span) -> (Span, Option<String>) {
    let text = note.get(who);
    for joint in [" in ", " à "] {
        if let Some((name, place)) = text.rsplit_once(joint)
            && is_person(name)
            && is_city(place)
        {
            return (Span::new(who.start, who.start + name.len()), Some(place.to_owned()));
        }
    }
    (who, None)
}

/// After the date there may still stand the place, the medium or an address.
fn read_behind_date(note: &NoteText<'_>, after: Span, found: &mut Found) {
    for segment in segments(note, after) {
        if note.urls_in(segment).next().is_some() || note.has_cue(segment, Cue::Accessed) {
            tail::read(note, segment, found);
        } else if is_place_like(note, segment)
            && !is_medium(note.get(segment))
            && found.citation.place.is_none()
            && note.dates_in(segment).next().is_none()
        {
            found.citation.place = Some(note.get(segment).to_owned());
        }
    }
}

/// "on" before a date.
fn without_date_word(note: &NoteText<'_>, span: Span) -> Span {
    if span.is_empty() {
        return span;
    }
    let text = note.get(span);
    let last = text.rsplit(' ').next().unwrap_or_default();
    if matches!(
        fold(last).as_str(),
        "on" | "in"
            | "le"
            | "en"
            | "du"
            | "dated"
            | "between"
            | "from"
            | "since"
            | "and"
            | "am"
            | "vom"
            | "el"
            | "im"
            | "de"
    ) {
        return note.trim(Span::new(span.start, span.end - last.len()));
    }
    span
}

/// A number under which a source is kept: `2023-RP-0147`.
fn is_number(note: &NoteText<'_>, span: Span, found: &mut Found) -> bool {
    let text = note.get(span);
    let coded = !text.contains(' ')
        && text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| {
            c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '/' | '_' | '#' | '.')
        });
    if coded {
        found.citation.identifier.get_or_insert_with(|| text.to_owned());
    }
    coded
}

/// Capitalised words of a place: few, and none that names an office or a person unnamed.
fn is_place_like(note: &NoteText<'_>, span: Span) -> bool {
    let text = note.get(span);
    if is_city(text) {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = |word: &&&str| {
        word.starts_with(char::is_lowercase)
            && !matches!(
                **word,
                "de" | "du"
                    | "la"
                    | "le"
                    | "el"
                    | "al"
                    | "es"
                    | "sur"
                    | "of"
                    | "and"
                    | "d’"
                    | "the"
                    | "in"
                    | "near"
                    | "près"
                    | "et"
                    | "des"
                    | "dos"
                    | "da"
            )
    };
    let role = note
        .cues_in(span)
        .any(|hit| hit.cues.has_any(&[Cue::Unnamed, Cue::Pseudonym]) && !hit.cues.has(Cue::Available));
    let named = publishers().by_name(text).is_some();
    let head =
        words.first().is_some_and(|word| word.starts_with(char::is_uppercase) || word.contains(['\'', '’']));
    head && words.len() <= 5
        && words.iter().filter(small).count() == 0
        && !role
        && !named
        && !text.starts_with(['“', '"', '‘', '«'])
}

/// `Interview with General Marc Tolland, France 24, 2 June 2022`: an outlet printed it.
fn by_outlet(note: &NoteText<'_>, before: Span, span: Span, found: &mut Found) {
    if !before.is_empty() || found.citation.confidential {
        return;
    }
    let outlet = segments(note, span).into_iter().find(|segment| {
        matches!(publishers().by_name(note.get(*segment)), Some(PublisherKind::News | PublisherKind::Agency))
    });
    let Some(outlet) = outlet else { return };
    let name = note.get(outlet);
    if let Some(who) = &mut found.citation.interviewee
        && let Some(shorter) = who.strip_suffix(name)
    {
        *who = shorter.trim_end_matches([',', ' ']).to_owned();
    }
    found.citation.place = None;
    tail::set_container(note, outlet, found);
    found.citation.kind = WorkKind::News;
}
