//! N05: a note with neither citation nor commentary.

use crate::languages::{Cue, lexicon};
use crate::text::{TokenKind, tokens};

use super::corpus::Reading;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::N05,
    why: "The marker promises a source and the note has none: a place-holder that was never filled, or a text that was lost.",
    wrong: &[Typed::report(
        "Nobody was tried.[1] Fourteen people were killed.[2] The market burned.[3]\n\n\
             [1] Ministry of Works, press release, 2 May 2024.\n\
             [2] See:\n\
             [3] Interview with a boatman, Kessa, June 2024.\n",
    )],
    right: &[Typed::report(
        "Nobody was tried.[1] Fourteen people were killed.[2] The market burned.[3]\n\n\
             [1] Ministry of Works, press release, 2 May 2024.\n\
             [2] See: Taravia Press Agency, “Fourteen Killed,” 16 March 2024.\n\
             [3] Interview with a boatman, Kessa, June 2024.\n",
    )],
    silence: "never: a note without words can always be deleted",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    (0..reading.analysis.notes.len())
        .filter(|note| {
            reading.analysis.citations_of(*note).next().is_none()
                && is_empty(&reading.analysis.note_text(reading.document, *note))
        })
        .map(|note| told(reading, note))
        .collect()
}

/// Nothing but punctuation, and words that only point: "See:", "Voir".
fn is_empty(text: &str) -> bool {
    let tokens = tokens(text);
    let cues = lexicon().cues(text, &tokens);
    tokens.iter().filter(|token| !matches!(token.kind, TokenKind::Mark(_))).all(|token| {
        cues.iter()
            .any(|hit| hit.cues.has_any(&[Cue::Signal, Cue::Available]) && hit.span.contains(token.span))
    })
}

fn told(reading: &Reading<'_>, note: usize) -> Diagnostic {
    let label = reading.label(note);
    let text = reading.analysis.note_text(reading.document, note);
    let message = match text.trim() {
        "" => format!("Note {label} is empty."),
        text => format!("Note {label} says “{text}” and nothing else."),
    };
    let places = reading.callers(note).iter().map(|caller| {
        let marker = &reading.analysis.markers[*caller];
        reading.place(marker.span, "called here")
    });
    let span = reading.analysis.notes[note].span();
    Diagnostic::new(Code::N05, message, "Give the source, or take note and marker out.")
        .at(reading.place(span, format!("note {label}")))
        .at_each(places)
        .note(label)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[test]
    fn a_note_says_something() {
        for (text, message) in [
            ("See:", Some("Note 1 says “See:” and nothing else.")),
            ("Voir aussi :", Some("Note 1 says “Voir aussi :” and nothing else.")),
            ("…", Some("Note 1 says “…” and nothing else.")),
            ("Ibid.", None),
            ("See chapter 3.", None),
            ("The names are changed.", None),
            ("https://example.org/a", None),
        ] {
            let report = Report { body: &["They left.¹"], notes: &[("1", text)] };
            match message {
                Some(message) => check(&RULE, &report, &[(message, &[text, "¹"])]),
                None => check(&RULE, &report, &[]),
            }
        }
    }
}
