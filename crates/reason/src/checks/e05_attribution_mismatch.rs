//! E05: the sentence names one kind of source, its note another.

mod speaker;

use crate::citations::{Citation, CitationForm, WorkKind};
use crate::document::Span;
use crate::languages::{SenseSet, lexicon};
use crate::notes::Marker;
use crate::text::tokens;

use super::corpus::Reading;
use super::{Code, Diagnostic, Rule, Typed};
use speaker::speaker;

pub(super) const RULE: Rule = Rule {
    code: Code::E05,
    why: "If the text lets a finance official speak and the note has an interview at the ministry of mines, either the marker calls the wrong note or the source is not who the text says.",
    wrong: &[Typed::report(
        "A Finance Ministry official said that no tender was held.[1]\n\n\
             [1] Interview with an administrator at the Ministry of Mines, June 2024.\n",
    )],
    right: &[Typed::report(
        "A Mines Ministry official said that no tender was held.[1]\n\n\
             [1] Interview with an administrator at the Ministry of Mines, June 2024.\n",
    )],
    silence: "when both descriptions fit one person, or when the text blurs a source on purpose",
    run: |corpus| corpus.readings.iter().flat_map(check).collect(),
};

fn check(reading: &Reading<'_>) -> Vec<Diagnostic> {
    (0..reading.analysis.sentences.len()).flat_map(|sentence| in_sentence(reading, sentence)).collect()
}

/// Each marker closes a clause; who speaks there is held against the one interview that the marker calls.
fn in_sentence(reading: &Reading<'_>, sentence: usize) -> Vec<Diagnostic> {
    let markers = reading.markers_in(sentence);
    if markers.is_empty() {
        return Vec::new();
    }
    let text = reading.without_markers(sentence);
    let start = reading.analysis.sentences[sentence].span.start;
    clauses(reading, sentence, text.len())
        .into_iter()
        .filter_map(|(clause, marker)| {
            let interview = only_interview(reading, marker.note?)?;
            contradiction(reading, text.get(clause.start..clause.end)?, start + clause.start, interview)
        })
        .collect()
}

/// The text before each marker that stands alone, back to the marker before it; in bytes of the sentence. Of markers
/// that stand together none can be told to be the speaker's.
fn clauses<'a>(reading: &Reading<'a>, sentence: usize, length: usize) -> Vec<(Span, &'a Marker)> {
    let start = reading.analysis.sentences[sentence].span.start;
    let within = |at: usize| at.saturating_sub(start).min(length);
    let markers: Vec<&Marker> =
        reading.markers_in(sentence).iter().map(|at| &reading.analysis.markers[*at]).collect();
    let mut from = 0;
    let mut found = Vec::new();
    for group in markers.chunk_by(|one, next| one.group == next.group) {
        let clause = Span::new(from, within(group[0].group.start));
        if let [alone] = group
            && clause.start < clause.end
        {
            found.push((clause, *alone));
        }
        from = within(group[0].group.end);
    }
    found
}

/// The interview that a note consists of: one person, and nothing beside it.
fn only_interview<'a>(reading: &Reading<'a>, note: usize) -> Option<&'a Citation> {
    let mut all = reading.analysis.citations_of(note);
    let first = all.next()?;
    let interview = first.form == CitationForm::Full && first.kind == WorkKind::Interview;
    (interview && all.next().is_none()).then_some(first)
}

/// `at`: where the clause begins in the reading text.
fn contradiction(reading: &Reading<'_>, clause: &str, at: usize, citation: &Citation) -> Option<Diagnostic> {
    let who = citation.interviewee.as_deref()?;
    let said_by = speaker(clause)?;
    let told = fields(who);
    if said_by.fields.is_empty() || told.is_empty() || said_by.fields.meets(told) {
        return None;
    }
    let label = reading.label(citation.note);
    let message = format!("The sentence gives the words to “{}”, note {label} to “{who}”.", said_by.words);
    let span = said_by.span.shifted(at);
    let note_span = citation.places.interviewee.unwrap_or(citation.span);
    Some(
        Diagnostic::new(
            Code::E05,
            message,
            "Check whether the marker calls the right note, and describe the source in one way.",
        )
        .at(reading.place(span, "the speaker in the sentence"))
        .at(reading.place(note_span, format!("the source in note {label}")))
        .note(label),
    )
}

/// The fields of work that a description names.
fn fields(description: &str) -> SenseSet {
    lexicon()
        .senses(description, &tokens(description))
        .iter()
        .fold(SenseSet::default(), |all, hit| all.union(hit.senses))
        .fields()
}

#[cfg(test)]
mod tests {
    use super::super::trial::check_sentence;
    use super::RULE;

    #[track_caller]
    fn reports(body: &str, note: &str, expected: Option<(&str, [&str; 2])>) {
        check_sentence(&RULE, body, note, expected);
    }

    #[test]
    fn the_speaker_is_the_one_interviewed() {
        reports(
            "A Finance Ministry official, speaking on condition of anonymity, said that no tender was held.¹",
            "Interview with an administrator at the Ministry of Mines, Port Amity, June 2024.",
            Some((
                "The sentence gives the words to “A Finance Ministry official”, note 1 to “an administrator at the Ministry of Mines”.",
                ["A Finance Ministry official", "an administrator at the Ministry of Mines"],
            )),
        );
        reports(
            "Le contrat a été signé de nuit, d’après un fonctionnaire du Trésor.¹",
            "Entretien avec une greffière du tribunal de commerce, Port Amity, juin 2024.",
            Some((
                "The sentence gives the words to “un fonctionnaire du Trésor”, note 1 to “une greffière du tribunal de commerce”.",
                ["un fonctionnaire du Trésor", "une greffière du tribunal de commerce"],
            )),
        );
        reports(
            "In May, a police inspector told the Courier that the district was informed.¹",
            "Courier interview with a clerk of the district court, Kell, July 2024.",
            Some((
                "The sentence gives the words to “a police inspector”, note 1 to “a clerk of the district court”.",
                ["a police inspector", "a clerk of the district court"],
            )),
        );
    }

    #[test]
    fn one_person_may_be_described_in_two_ways() {
        for (body, note) in [
            (
                "A Defense Ministry official told us that they had left.¹",
                "Interview with a colonel in the army, June 2024.",
            ),
            ("A source told us that the police had left.¹", "Interview with a customs officer, June 2024."),
            (
                "An army doctor said that they had left.¹",
                "Interview with a captain in the medical corps, June 2024.",
            ),
            (
                "The treasury paid them, and a trader said that it was late.¹",
                "Interview with a merchant at the quay, June 2024.",
            ),
            ("They had left with the police.¹", "Interview with a nurse, June 2024."),
        ] {
            reports(body, note, None);
        }
    }
}
