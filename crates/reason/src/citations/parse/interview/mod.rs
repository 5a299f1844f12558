//! `The Institute interview with a customs officer, Port Amity, October 2024.` The interviewer is not the source.

mod before;
mod source;

use crate::citations::WorkKind;
use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit, WordClass, lexicon};
use crate::publishers::{PublisherKind, publishers};

use super::found::Found;
use super::people::is_unnamed;
use super::segments::segments;
use super::tail;

pub(super) use before::is_own;

use before::Before;

pub(super) fn parse(note: &NoteText<'_>, span: Span) -> Option<Found> {
    let hit = cue(note, span)?;
    let before = note.trim(Span::new(span.start, hit.span.start));
    let mut found = Found::new(span).of_kind(WorkKind::Interview);
    let asked_first = before::read(note, before, &mut found)? == Before::Interviewee;
    let joint = before::joint(note, hit);
    if !is_told(note, hit, before, joint, span) {
        return None;
    }
    let phrase = note.get(hit.span);
    let source_itself = lexicon().is(WordClass::SourcePhrases, phrase);
    if source_itself {
        found.citation.interviewee = Some(phrase.to_owned());
        found.citation.places.interviewee = Some(hit.span);
    }
    if let Some(joint) = joint {
        before::read_asker(note, joint, span, &mut found);
    }
    let from = joint.map_or(hit.span.end, |joint| joint.span.end);
    let who = if asked_first || source_itself { source::Who::Known } else { source::Who::Asked };
    source::read(note, Span::new(from, span.end), who, &mut found);
    if found.citation.interviewee.is_none() && found.citation.date.is_none() {
        return None;
    }
    found.citation.confidential = found.citation.interviewee.as_deref().is_none_or(is_unnamed);
    if before.is_empty() && !found.citation.confidential {
        read_outlet(note, &mut found);
    }
    Some(found)
}

/// The word for an interview, outside of quotations: a title may hold it, too.
fn cue(note: &NoteText<'_>, span: Span) -> Option<CueHit> {
    let opens_quote = |at: usize| note.quotes.iter().any(|quote| quote.outer.start == at);
    let hit = *note.cues_in(span).find(|hit| {
        hit.cues.has(Cue::Interview) && !note.is_inside(hit.span.start) && !opens_quote(hit.span.start)
    })?;
    let titled =
        note.quotes.iter().any(|quote| span.contains(quote.outer) && quote.outer.start < hit.span.start);
    (!titled).then_some(hit)
}

/// Whether enough is told to take the word for an interview that was held: "meeting" needs somebody and a day, and any
/// word behind others needs somebody, a day or a comma.
fn is_told(note: &NoteText<'_>, hit: CueHit, before: Span, joint: Option<CueHit>, span: Span) -> bool {
    let dated = note.dates_in(span).next().is_some();
    let asker = note.get(before);
    if lexicon().is(WordClass::WeakInterviews, note.get(hit.span)) {
        let known = before.is_empty() || publishers().by_name(asker).is_some() || is_own(asker);
        return joint.is_some() && dated && known;
    }
    let after = note.get(Span::new(hit.span.end, span.end)).trim_start();
    before.is_empty() || joint.is_some() || dated || after.starts_with([',', '(', '.', ':'])
}

/// `Interview with General Marc Tolland, France 24, 2 June 2022`: an outlet printed it.
fn read_outlet(note: &NoteText<'_>, found: &mut Found) {
    let outlet = segments(note, found.citation.span).into_iter().find(|segment| {
        matches!(publishers().by_name(note.get(*segment)), Some(PublisherKind::News | PublisherKind::Agency))
    });
    let Some(outlet) = outlet else { return };
    if let Some(who) = &mut found.citation.interviewee
        && let Some(shorter) = who.strip_suffix(note.get(outlet))
    {
        *who = shorter.trim_end_matches([',', ' ']).to_owned();
    }
    found.citation.place = None;
    tail::set_container(note, outlet, found);
    found.citation.kind = WorkKind::News;
}
