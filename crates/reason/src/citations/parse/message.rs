//! Letters, e-mails, calls, messages and answers: `Email from Halvorsen SA to Global Witness, 3 March 2022.`

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};

use super::found::Found;
use super::interview::is_own;
use super::people::{authors, is_name_list, is_unnamed, without_genitive};
use super::places::is_medium;
use super::segments::segments;
use super::tail;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let hit =
        note.cues_in(span).find(|hit| hit.cues.has(Cue::Communication) && !note.is_inside(hit.span.start))?;
    let is_work = note.quotes.iter().any(|quote| span.contains(quote.outer))
        || note.symbols.iter().any(|symbol| span.contains(*symbol))
        || note.urls_in(span).next().is_some();
    if is_work {
        return None;
    }
    let before = note.trim(Span::new(span.start, hit.span.start));
    let mut found = Found::new(span).of_kind(WorkKind::Communication);
    read_before(note, before, &mut found)?;
    let date = note.dates_in(span).find(|date| date.span.start >= hit.span.end)?;
    tail::set_date(&mut found, date);
    let to_date = Span::new(hit.span.end, date.span.start);
    let after_date = Span::new(date.span.end, span.end);
    let dated_first = note.get(to_date).split_whitespace().count() <= 1;
    read_parties(note, if dated_first { after_date } else { to_date }, &mut found)?;
    if found.citation.authors.is_empty() && found.citation.interviewee.is_none() {
        return None;
    }
    tail::read(note, after_date, &mut found);
    found.citation.confidential = found.citation.interviewee.as_deref().is_some_and(is_unnamed);
    if is_only_seen(note, span) {
        found.citation.kind = WorkKind::DocumentOnFile;
        found.citation.confidential = found.citation.authors.is_empty();
    }
    Some(found)
}

/// Who stands before "email": one of the parties; `None` where it is a sentence.
fn read_before(note: &NoteText<'_>, before: Span, found: &mut Found) -> Option<()> {
    let names = without_genitive(note.get(before));
    if names.is_empty() {
        return Some(());
    }
    if !is_name_list(note, Span::new(before.start, before.start + names.len())) {
        return None;
    }
    if !is_own(names) && !lexicon().is(WordClass::LetterAdjectives, names) {
        found.citation.authors = authors(names);
        found.citation.places.authors = Some(before);
    }
    Some(())
}

/// A message that others exchanged and that the authors only saw.
fn is_only_seen(note: &NoteText<'_>, span: Span) -> bool {
    note.cues_in(span)
        .any(|hit| hit.cues.has(Cue::OnFile) && !lexicon().is(WordClass::OwnFiles, note.get(hit.span)))
}

/// `with X`, `from X to Y`, `to Y from X`, `by one of the planners`, `, X,`; `None` where it is a sentence.
fn read_parties(note: &NoteText<'_>, who: Span, found: &mut Found) -> Option<()> {
    let parties = parties(note, who);
    if parties.is_empty() {
        return read_unjoined(note, who, found);
    }
    for (joint, party) in parties {
        match joint {
            Joint::From => set_sender(note, party, found),
            Joint::With => set_interviewee(note, segments(note, party), found),
            Joint::To => {}
        }
    }
    Some(())
}

/// No word joins the other party: it stands behind a comma, or right behind the word for the letter.
fn read_unjoined(note: &NoteText<'_>, who: Span, found: &mut Found) -> Option<()> {
    let comma = note.get(who).trim_start().starts_with(',');
    let sender = !found.citation.authors.is_empty();
    let written_to: Vec<Span> =
        segments(note, who).into_iter().filter(|part| !is_medium(note.get(*part))).collect();
    if sender && !comma && !written_to.is_empty() {
        return is_name_list(note, note.trim(who)).then_some(());
    }
    if !sender && !comma {
        return None;
    }
    set_interviewee(note, written_to, found);
    Some(())
}

fn set_sender(note: &NoteText<'_>, party: Span, found: &mut Found) {
    let parts: Vec<Span> = segments(note, party);
    let Some(first) = parts.first().copied() else { return };
    let name = note.get(first);
    let unnamed = is_unnamed(name) && !is_name_list(note, first);
    if unnamed || name.starts_with(char::is_lowercase) {
        set_interviewee(note, parts, found);
    } else if found.citation.authors.is_empty() {
        found.citation.authors = authors(name);
        found.citation.places.authors = Some(first);
    }
}

fn set_interviewee(note: &NoteText<'_>, mut parts: Vec<Span>, found: &mut Found) {
    parts.retain(|part| !is_medium(note.get(*part)));
    if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
        let who = Span::new(first.start, last.end);
        found.citation.interviewee.get_or_insert_with(|| note.get(who).to_owned());
        found.citation.places.interviewee.get_or_insert(who);
    }
}

/// What a word says of the party behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    From,
    With,
    To,
}

impl Joint {
    fn of(word: &str) -> Option<Self> {
        let joints = [
            (WordClass::Senders, Self::From),
            (WordClass::With, Self::With),
            (WordClass::Recipients, Self::To),
        ];
        joints.into_iter().find(|(class, _)| lexicon().is(*class, word)).map(|(_, joint)| joint)
    }
}

/// The stretches that "from", "to", "with" open.
fn parties(note: &NoteText<'_>, who: Span) -> Vec<(Joint, Span)> {
    let mut opens: Vec<(Joint, Span)> = Vec::new();
    for (_, token) in note.tokens_in(who) {
        let right_behind =
            opens.is_empty() && note.get(Span::new(who.start, token.span.start)).trim().is_empty();
        let word = token.text(note.text);
        // "of", "de" join a party only right behind the word for the letter.
        let of = Some(Joint::From).filter(|_| right_behind && lexicon().is(WordClass::Of, word));
        opens.extend(Joint::of(word).or(of).map(|joint| (joint, token.span)));
    }
    let ends: Vec<usize> = opens.iter().skip(1).map(|(_, word)| word.start).chain([who.end]).collect();
    opens
        .into_iter()
        .zip(ends)
        .map(|((joint, word), end)| (joint, note.trim(Span::new(word.end, end))))
        .filter(|(_, party)| !party.is_empty())
        .collect()
}
