//! Whether a stretch without quotation marks is a citation at all.

use crate::citations::note_text::NoteText;
use crate::document::Span;
use crate::languages::{Cue, WordClass, lexicon};

use super::{Found, Pointed};

/// What stands before the title.
#[derive(Debug, Clone, Copy)]
pub(super) enum Head {
    /// Names.
    Named,
    /// Nothing but perhaps "See": more is asked of the rest.
    Unnamed {
        /// The first stretch.
        first: Span,
        /// Whether "See" stands before it.
        pointed: Pointed,
    },
}

/// Whether enough is told of a work: less where names stand before it or words that point to it.
pub(super) fn is_evident(note: &NoteText<'_>, found: &Found, head: Head) -> bool {
    let Head::Unnamed { first, pointed } = head else {
        return is_dated_or_located(found);
    };
    let citation = &found.citation;
    let told = citation.url.is_some() || citation.identifier.is_some() || citation.container.is_some();
    let labelled = note.leading_cue(first).is_some_and(|hit| hit.cues.has_any(&[Cue::Report, Cue::Law]));
    (pointed == Pointed::Yes && is_dated_or_located(found) && told)
        || (citation.url.is_some() && citation.date.is_some())
        || (citation.identifier.is_some() && labelled)
}

/// A date, an address, a number, or the page of a titled work.
pub(super) fn is_dated_or_located(found: &Found) -> bool {
    let citation = &found.citation;
    citation.date.is_some()
        || citation.url.is_some()
        || citation.identifier.is_some()
        || citation.accessed.is_some()
        || found.cues.has(Cue::OnFile)
        || (citation.locator.is_some() && citation.title.is_some() && !citation.authors.is_empty())
}

/// More words with a verb are no title, even behind names.
const LONGEST_WITH_VERB: usize = 12;

/// A verb among small words: commentary rather than a title.
pub(super) fn reads_like_sentence(note: &NoteText<'_>, title: Span, head: Head) -> bool {
    let text = note.get(title);
    let named = matches!(head, Head::Named);
    let opens = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '«' | '"' | '‘');
    if named && !text.starts_with(opens) {
        // "annual report", "database": a description may begin small.
        let described = |cues: &[Cue]| note.cues_in(title).any(|hit| hit.cues.has_any(cues));
        return !described(&[Cue::Report, Cue::Dataset, Cue::Law, Cue::Registry]);
    }
    let is_verb = |word: &str| {
        word.starts_with(char::is_lowercase)
            && (lexicon().is(WordClass::Auxiliaries, word) || lexicon().is(WordClass::Verbs, word))
    };
    let words = text.split_whitespace();
    words.clone().any(is_verb) && (!named || words.count() > LONGEST_WITH_VERB)
}
