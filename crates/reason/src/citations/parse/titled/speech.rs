//! Whether a quotation is what somebody said, rather than a title.

use crate::languages::{Cue, WordClass, lexicon};

/// Cues that may stand in small letters behind a title.
const FIELDS: [Cue; 20] = [
    Cue::Available,
    Cue::Accessed,
    Cue::Archived,
    Cue::OnFile,
    Cue::Page,
    Cue::Paragraph,
    Cue::Volume,
    Cue::PressRelease,
    Cue::Social,
    Cue::Report,
    Cue::Editors,
    Cue::Via,
    Cue::NoDate,
    Cue::Blog,
    Cue::Dataset,
    Cue::Imagery,
    Cue::Academic,
    Cue::Court,
    Cue::Law,
    Cue::Registry,
];

/// `…,” he said`: a sentence goes on behind the quotation.
pub(super) fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', ' ', '.']);
    let mut words = rest.split_whitespace();
    let first = words.next().unwrap_or_default().trim_end_matches([',', '.', ':', ';']);
    // "e.g", "hrw.org/news" are no words of a sentence.
    let small = first.starts_with(char::is_lowercase) && !first.contains(['.', '/']);
    let spoken = words.next().is_some_and(|second| lexicon().is(WordClass::Speech, second));
    let is_field = || lexicon().leading(rest).is_some_and(|hit| hit.cues.has_any(&FIELDS));
    small && !is_field() && (spoken || !may_follow_title(first))
}

/// An article, a month, "published": opens a field in small letters.
fn may_follow_title(word: &str) -> bool {
    lexicon().is(WordClass::AfterTitle, word)
        || lexicon().month(word).is_some()
        || word.contains(['\'', '’']) && lexicon().leads(WordClass::AfterTitle, word).is_some()
}
