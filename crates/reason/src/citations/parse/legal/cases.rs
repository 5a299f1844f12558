//! `Prosecutor v. Thomas Lubanga Dyilo, Case No. ICC-01/04-01/06, Judgment, 14 March 2012, para. 12`.

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};
use crate::publishers::{PublisherKind, publishers};

use super::names::{is_court, is_without_party, reporter_start, versus};
use super::{Found, segments, tail};

/// Words of the longest name of a case; more is a sentence.
const LONGEST_NAME: usize = 24;

/// Words of the longest name of a court.
const LONGEST_COURT: usize = 8;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let parts = segments(note, span);
    let first = *parts.first()?;
    let form = form(note, span, &parts);
    let text = note.get(first);
    if is_court(text)
        && !matches!(form, Some(Form::Parties | Form::CourtFirst))
        && text.split_whitespace().count() <= LONGEST_COURT
        && let Some(found) = decision(note, span, &parts)
    {
        return Some(found);
    }
    let form = form.filter(|_| text.split_whitespace().count() <= LONGEST_NAME)?;
    let mut found = Found::new(span).of_kind(WorkKind::CaseLaw);
    let name = match form {
        Form::CourtFirst => {
            tail::set_container(note, first, &mut found);
            *parts.get(1)?
        }
        Form::Parties | Form::Led | Form::WithoutParty => first,
    };
    let title = without_brackets(note, without_reporter(note, name));
    found.citation.title = Some(note.get(title).to_owned());
    found.citation.places.title = Some(title);
    read_rest(note, Span::new(title.end, span.end), &mut found);
    Some(found)
}

/// What shows a stretch to be the name of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `Doe v. Roe`.
    Parties,
    /// `International Court of Justice, A v. B`.
    CourtFirst,
    /// `Prosecutor …`, `Affaire …`, and a word of a court behind it.
    Led,
    /// `In re Doe`, dated.
    WithoutParty,
}

fn form(note: &NoteText<'_>, span: Span, parts: &[Span]) -> Option<Form> {
    let text = note.get(*parts.first()?);
    if versus(text).is_some() && text.starts_with(|c: char| c.is_uppercase() || c == '“') {
        return Some(Form::Parties);
    }
    let court = || publishers().by_name(text) == Some(PublisherKind::Official) || is_court(text);
    if parts.get(1).is_some_and(|next| versus(note.get(*next)).is_some()) && court() {
        return Some(Form::CourtFirst);
    }
    let led = lexicon()
        .leads(WordClass::CaseLeads, text)
        .is_some_and(|end| text[end..].contains(char::is_alphanumeric));
    if led && note.has_cue(span, Cue::Court) {
        return Some(Form::Led);
    }
    (is_without_party(text) && note.dates_in(span).next().is_some()).then_some(Form::WithoutParty)
}

/// The court, the date, the paragraph.
fn read_rest(note: &NoteText<'_>, rest: Span, found: &mut Found) {
    for segment in segments(note, rest) {
        let text = note.get(segment);
        let plain = note.dates_in(segment).next().is_none()
            && note.symbols.iter().all(|symbol| !segment.contains(*symbol));
        if plain && (publishers().by_name(text).is_some() || is_court(text)) {
            tail::set_container(note, segment, found);
        }
    }
    tail::read(note, rest, found);
    found.citation.place = None;
}

/// `Cour de cassation, chambre criminelle, 12 mars 2019, n° 18-81.234`: the court and the day; a name or number of the
/// decision where there is one.
fn decision(note: &NoteText<'_>, span: Span, parts: &[Span]) -> Option<Found> {
    let court = *parts.first()?;
    let date = note.dates_in(span).next()?;
    let told = note.cues_in(span).any(|hit| hit.cues.has(Cue::Court) && hit.span.start > court.end);
    let dated_near = parts.iter().skip(1).take(2).any(|part| part.contains(date.span));
    if !(told || (dated_near && parts.len() > 2)) || note.urls_in(span).next().is_some() {
        return None;
    }
    let mut found = Found::new(span).of_kind(WorkKind::CaseLaw);
    tail::set_container(note, court, &mut found);
    tail::set_date(&mut found, date);
    let mut further = parts[1..].iter().copied();
    if let Some(title) = further.find(|part| names_decision(note, *part)) {
        found.citation.title = Some(note.get(title).to_owned());
        found.citation.places.title = Some(title);
    }
    Some(found)
}

/// `Arrêt n° 12`, `Doe et autres`.
fn names_decision(note: &NoteText<'_>, part: Span) -> bool {
    let text = note.get(part);
    let numbered = note.has_cue(part, Cue::Court)
        && text.contains(|c: char| c.is_ascii_digit())
        && !note.dates_in(part).any(|date| date.date.month.is_some());
    let named = text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() >= 2
        && !text.contains(['.', '°'])
        && note.dates_in(part).next().is_none()
        && !is_court(text);
    numbered || named
}

fn without_reporter(note: &NoteText<'_>, name: Span) -> Span {
    reporter_start(note.get(name)).map_or(name, |at| Span::new(name.start, name.start + at))
}

/// Brackets behind the parties hold the kind of decision, its number, its date.
fn without_brackets(note: &NoteText<'_>, name: Span) -> Span {
    let from = name.start + versus(note.get(name)).unwrap_or_default();
    let group = note.groups.iter().find(|group| group.start > from && name.contains(**group));
    group.map_or(name, |group| note.trim(Span::new(name.start, group.start)))
}
