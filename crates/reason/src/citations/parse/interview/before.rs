//! Who asked: the names before "interview", and those between "by" and "with".

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, CueHit, WordClass, lexicon};

use super::super::people::{authors, is_joining, is_name_list, is_person, is_unnamed, without_genitive};
use super::super::places::is_medium;
use super::Found;

/// Words of the longest description of somebody before "interview".
const LONGEST_DESCRIPTION: usize = 12;

/// Words of the longest name of an organisation that asks.
const LONGEST_ASKER: usize = 8;

/// Words in small letters of such a name, "of" and the like aside: more is a sentence.
const MOST_SMALL_WORDS: usize = 2;

/// Words between "interview" and "with": "by secure messaging application".
const MOST_BETWEEN: usize = 6;

/// What stands before "interview".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Who asked, or nobody.
    Asker,
    /// After a comma: the one interviewed.
    Interviewee,
}

/// Reads what stands before "interview"; `None` where it is a sentence.
pub(super) fn read(note: &NoteText<'_>, before: Span, found: &mut Found) -> Option<Before> {
    let text = without_genitive(note.get(before));
    if text.is_empty() || is_own(text) {
        return Some(Before::Asker);
    }
    let comma = note.text[before.end..].trim_start().starts_with(',');
    let described = is_person(text) || is_unnamed(text);
    if comma && described && text.split_whitespace().count() <= LONGEST_DESCRIPTION {
        found.citation.interviewee = Some(text.to_owned());
        found.citation.places.interviewee = Some(before);
        return Some(Before::Interviewee);
    }
    let names = without_adjectives(text);
    if !names.is_empty() && !is_own(names) {
        let listed = is_name_list(note, Span::new(before.start, before.start + names.len()));
        if !listed && !is_organisation(names) {
            return None;
        }
        found.citation.authors = authors(names);
        found.citation.places.authors = Some(before);
    }
    Some(Before::Asker)
}

/// The authors themselves ("Author interview"), or words that tell of nobody.
pub(in crate::citations::parse) fn is_own(text: &str) -> bool {
    lexicon().is(WordClass::Own, text)
}

/// A name of a few words; with a verb among them it is a sentence ("Reports by the Institute are based on").
fn is_organisation(text: &str) -> bool {
    let is_verb = |word: &str| {
        word.starts_with(char::is_lowercase)
            && (lexicon().is(WordClass::Auxiliaries, word) || lexicon().is(WordClass::Verbs, word))
    };
    let is_small = |word: &&str| word.starts_with(char::is_lowercase) && !is_joining(word);
    let words = text.split_whitespace();
    text.starts_with(char::is_uppercase)
        && words.clone().count() <= LONGEST_ASKER
        && words.clone().filter(is_small).count() <= MOST_SMALL_WORDS
        && !words.clone().any(is_verb)
}

/// "ICC member telephone": the adjective belongs to the interview. "Crisis Group" keeps its capital word.
fn without_adjectives(text: &str) -> &str {
    let mut rest = text;
    while let Some((head, last)) = rest.rsplit_once(' ') {
        let of_name = last.starts_with(char::is_uppercase) && lexicon().is(WordClass::BodyWords, last);
        if of_name || !lexicon().is(WordClass::InterviewAdjectives, last) {
            break;
        }
        rest = head.trim_end();
    }
    rest
}

/// "with", "of", "avec" right behind the word for the interview; a bracketed or short medium may stand between
/// ("interview by phone with").
pub(super) fn joint(note: &NoteText<'_>, hit: CueHit) -> Option<CueHit> {
    let next = *note.cues.iter().find(|next| next.first >= hit.last && next.cues.has(Cue::With))?;
    let is_with = |hit: &CueHit| lexicon().is(WordClass::With, note.get(hit.span));
    let between = note.get(Span::new(hit.span.end, next.span.start));
    if between.trim().is_empty() {
        // "interview by phone with": the first joins the medium, or the one who asked.
        let later = note.cues.iter().find(|later| {
            later.first >= next.last
                && later.first - next.last <= MOST_BETWEEN
                && later.cues.has(Cue::With)
                && is_with(later)
        });
        return later.filter(|_| asks(note, next)).copied().or(Some(next));
    }
    let short = between.split_whitespace().count() <= MOST_BETWEEN && !between.contains(',');
    (short && is_with(&next)).then_some(next)
}

/// "by", "de": the one who asks follows.
fn asks(note: &NoteText<'_>, hit: CueHit) -> bool {
    let word = note.get(hit.span);
    lexicon().is(WordClass::Senders, word) || lexicon().is(WordClass::Of, word)
}

/// `interview by Ana Moro with …`: the text between "by" and "with" is the interviewer.
pub(super) fn read_asker(note: &NoteText<'_>, joint: CueHit, span: Span, found: &mut Found) {
    let by = note.cues.iter().rev().find(|hit| {
        hit.span.end <= joint.span.start && hit.cues.has(Cue::With) && hit.span.start >= span.start
    });
    let Some(by) = by.filter(|by| asks(note, **by) && found.citation.authors.is_empty()) else {
        return;
    };
    let name = note.trim(Span::new(by.span.end, joint.span.start));
    let text = note.get(name);
    let with_lead = note.get(Span::new(by.span.start, name.end));
    let medium = is_medium(text) || is_medium(with_lead);
    if !text.is_empty() && !medium && !is_own(text) && is_name_list(note, name) {
        found.citation.authors = authors(text);
    }
}
