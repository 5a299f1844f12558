//! Letters, e-mails, calls, messages and answers: `Email from Halvorsen SA to Global Witness, 3 March 2022.`

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit};
use crate::text::fold;

use super::found::Found;
use super::people::{authors, is_name_list, is_unnamed};
use super::places::is_medium;
use super::segments::segments;
use super::tail;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let hit = *note
        .cues_in(span)
        .find(|hit| hit.cues.has(Cue::Communication) && !note.is_inside(hit.span.start))?;
    if note.quotes.iter().any(|quote| span.contains(quote.outer))
        || note.symbols.iter().any(|symbol| span.contains(*symbol))
        || note.urls_in(span).next().is_some()
    {
        return None;
    }
    let before = note.trim(Span::new(span.start, hit.span.start));
    let mut found = Found::new(span).of_kind(WorkKind::Communication);
    if !before.is_empty() {
        let names = own_name(note.get(before));
        if !is_name_list(note, Span::new(before.start, before.start + names.len())) && !names.is_empty() {
            return None;
        }
        if !is_own(names) {
            found.citation.authors = authors(names);
            found.citation.places.authors = Some(before);
        }
    }
    let date = note.dates_in(span).find(|date| date.span.start >= hit.span.end).copied()?;
    tail::set_date(&mut found, &date);
    let dated_first = note.get(Span::new(hit.span.end, date.span.start)).split_whitespace().count() <= 1;
    let who = if dated_first {
        Span::new(date.span.end, span.end)
    } else {
        Span::new(hit.span.end, date.span.start)
    };
    read_parties(note, hit, who, &mut found)?;
    if found.citation.authors.is_empty() && found.citation.interviewee.is_none() {
        return None;
    }
    read_rest(note, Span::new(date.span.end, span.end), &mut found);
    let named = found.citation.interviewee.as_deref().is_none_or(|who| !is_unnamed(who));
    found.citation.confidential =
        !named || (found.citation.interviewee.is_none() && found.citation.authors.is_empty());
    if found.cues.has(Cue::OnFile)
        && !found.citation.authors.is_empty()
        && found.citation.interviewee.is_none()
        && before.is_empty()
    {
        found.citation.kind = WorkKind::Communication;
    }
    if reviewed_only(note, span) {
        found.citation.kind = WorkKind::DocumentOnFile;
        found.citation.confidential = found.citation.authors.is_empty();
    }
    Some(found)
}

fn own_name(text: &str) -> &str {
    text.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['’', '\'', ' '])
}

fn is_own(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "" | "author"
            | "authors"
            | "the author"
            | "the authors"
            | "written"
            | "private"
            | "confidential"
            | "personal"
            | "a"
            | "official"
    )
}

/// A message that others exchanged and that the authors only saw.
fn reviewed_only(note: &NoteText<'_>, span: Span) -> bool {
    note.cues_in(span).any(|hit| hit.cues.has(Cue::OnFile) && !fold(note.get(hit.span)).contains("file"))
}

/// `with X`, `from X to Y`, `to Y from X`, `by one of the planners`, `, X,`.
fn read_parties(note: &NoteText<'_>, hit: CueHit, who: Span, found: &mut Found) -> Option<()> {
    let joints = parties(note, who);
    if joints.is_empty() {
        let spoken_to: Vec<Span> =
            segments(note, who).into_iter().filter(|part| !is_medium(note.get(*part))).collect();
        let starts_by_comma = note.get(who).trim_start().starts_with(',');
        if !starts_by_comma && !spoken_to.is_empty() && !found.citation.authors.is_empty() {
            return is_name_list(note, note.trim(who)).then_some(());
        }
        return (!found.citation.authors.is_empty() || starts_by_comma)
            .then_some(())
            .map(|()| set_interviewee(note, spoken_to, found));
    }
    for (word, party) in joints {
        let text = note.get(party);
        match word.as_str() {
            "from" | "de" | "du" | "des" | "d'" | "von" | "of" if hit.cues.has(Cue::Communication) => {
                set_sender(note, party, found)
            }
            "by" | "par" => set_sender(note, party, found),
            "with" | "avec" | "mit" | "con" | "aupres de" => {
                set_interviewee(note, segments(note, party), found)
            }
            _ if text.is_empty() => {}
            _ => {}
        }
    }
    Some(())
}

fn set_sender(note: &NoteText<'_>, party: Span, found: &mut Found) {
    let parts: Vec<Span> = segments(note, party);
    let Some(first) = parts.first() else { return };
    let name = note.get(*first);
    if is_unnamed(name) && !is_name_list(note, *first) || name.starts_with(|c: char| c.is_lowercase()) {
        set_interviewee(note, parts, found);
    } else if found.citation.authors.is_empty() {
        found.citation.authors = authors(name);
        found.citation.places.authors = Some(*first);
    }
}

fn set_interviewee(note: &NoteText<'_>, parts: Vec<Span>, found: &mut Found) {
    let parts: Vec<Span> = parts.into_iter().filter(|part| !is_medium(note.get(*part))).collect();
    if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
        let who = Span::new(first.start, last.end);
        found.citation.interviewee.get_or_insert_with(|| note.get(who).to_owned());
        found.citation.places.interviewee.get_or_insert(who);
    }
}

/// The stretches that "from", "to", "with" open.
fn parties(note: &NoteText<'_>, who: Span) -> Vec<(String, Span)> {
    let is_to = |word: &str| matches!(word, "to" | "à" | "au" | "aux" | "addressed");
    let mut opens: Vec<(String, usize, usize)> = Vec::new();
    for token in note.tokens.iter().filter(|token| who.contains(token.span)) {
        let word = fold(token.text(note.text));
        let first = opens.is_empty();
        let joins = is_to(&token.text(note.text).to_lowercase())
            || matches!(word.as_str(), "from" | "with" | "avec" | "by" | "par" | "mit" | "von" | "con")
            || (first && matches!(word.as_str(), "de" | "du" | "des" | "d" | "of"));
        let opens_first = first
            && !note.get(Span::new(who.start, token.span.start)).trim().is_empty()
            && matches!(word.as_str(), "of" | "de" | "du" | "des" | "d");
        if joins && !opens_first {
            opens.push((word, token.span.start, token.span.end));
        }
    }
    let ends: Vec<usize> = opens.iter().skip(1).map(|(_, start, _)| *start).chain([who.end]).collect();
    opens
        .into_iter()
        .zip(ends)
        .map(|((word, _, after), end)| (word, note.trim(Span::new(after, end.max(after)))))
        .collect()
}

fn read_rest(note: &NoteText<'_>, rest: Span, found: &mut Found) {
    if !rest.is_empty() {
        tail::read(note, rest, found);
    }
}
