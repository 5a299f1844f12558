//! "Brandt, op. cit., p. 12".

use std::collections::HashMap;

use crate::citations::{Citation, is_person};
use crate::languages::{Cue, lexicon};
use crate::text::{fold_words, tokens};

use super::super::corpus::Reading;
use super::super::wording::{listed, quoted};
use super::super::{Code, Diagnostic};
use super::family;

/// In which note each word stands first.
pub(super) struct Mentions(HashMap<String, usize>);

impl Mentions {
    pub fn of(reading: &Reading<'_>) -> Self {
        let mut first = HashMap::new();
        for note in 0..reading.analysis.notes.len() {
            let text = fold_words(&reading.analysis.note_text(reading.document, note));
            for word in text.split(' ') {
                if !first.contains_key(word) {
                    first.insert(word.to_owned(), note);
                }
            }
        }
        Self(first)
    }

    fn before(&self, note: usize, author: &str) -> bool {
        self.0.get(&family(author)).is_some_and(|first| *first < note)
    }
}

/// Only people are looked for: a body is cited first under one of its names and then under another.
pub(super) fn lost(reading: &Reading<'_>, mentions: &Mentions, citation: &Citation) -> Option<Diagnostic> {
    let raw = reading.quote(citation.span);
    let said = lexicon().cues(raw, &tokens(raw)).into_iter().find(|hit| hit.cues.has(Cue::OpCit))?;
    let people = citation.authors.iter().all(|author| !author.contains(' ') || is_person(author));
    let known = citation.authors.iter().any(|author| mentions.before(citation.note, author));
    if citation.authors.is_empty() || !people || known {
        return None;
    }
    let label = reading.label(citation.note);
    let author = listed(&citation.authors);
    let work = match &citation.title {
        Some(title) => format!("{author}, {}", quoted(title)),
        None => author,
    };
    let message = format!(
        "Note {label} cites {work} as cited before (“{}”), but no earlier note does.",
        &raw[said.span.start..said.span.end]
    );
    Some(
        Diagnostic::new(Code::C09, message, "Give the full citation here.")
            .at(reading.place(citation.span, "cited as known"))
            .note(label),
    )
}
