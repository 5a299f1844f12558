//! C01: a published work without a date.

use crate::citations::{Citation, WorkKind};
use crate::document::Span;
use crate::languages::{Cue, lexicon};
use crate::text::{TokenKind, tokens};
use crate::works::Work;

use super::citing::Citing;
use super::corpus::{Corpus, Reading};
use super::wording::{capitalised, work_name};
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::C01,
    why: "Without a date nobody can tell whether a source was there before the event it is cited for, or which version was read.",
    wrong: &[Typed::report(
        "The governor denied the levy.[1]\n\n\
             [1] Taravia Press Agency, “Governor Denies Levy,” available at: https://tpa.example/governor\n",
    )],
    right: &[Typed::report(
        "The governor denied the levy.[1]\n\n\
             [1] Taravia Press Agency, “Governor Denies Levy,” 2 March 2024, available at: https://tpa.example/governor\n",
    )],
    silence: "when the work bears no date; say so in the note (“n.d.”) or give the day on which it was seen",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    corpus.works.iter().filter_map(|work| undated(corpus, work)).collect()
}

fn undated(corpus: &Corpus<'_>, work: &Work) -> Option<Diagnostic> {
    let citations: Vec<_> = corpus.full_citations(work).collect();
    let (reading, first) = citations.first()?;
    let dated =
        work.date.is_some() || citations.iter().any(|(reading, citation)| is_dated(reading, citation));
    if dated || !wants_date(first) {
        return None;
    }
    let citing = Citing::of(&citations);
    let verb = citing.verb("gives", "give");
    let message = format!(
        "{} {verb} no date for {}, neither of publication nor of access.",
        capitalised(&citing.names),
        work_name(first)
    );
    let severity = match first.kind {
        WorkKind::WebPage | WorkKind::ImageOrSatellite => Severity::Note,
        _ => Code::C01.severity(),
    };
    Some(
        Diagnostic::new(
            Code::C01,
            message,
            "Add the date of publication, or the day on which the page was seen.",
        )
        .graded(severity)
        .at(reading.place(first.span, "no date"))
        .at_each(citations[1..].iter().map(|(reading, citation)| reading.place(citation.span, "nor here")))
        .notes(citing.labels),
    )
}

/// Works that bear a date as a rule, cited by a title: a bare address is a link rather than a citation.
fn wants_date(citation: &Citation) -> bool {
    let titled = citation.title.is_some();
    match citation.kind {
        WorkKind::News
        | WorkKind::Report
        | WorkKind::Academic
        | WorkKind::PressRelease
        | WorkKind::Book
        | WorkKind::WebPage => titled,
        WorkKind::OfficialDocument | WorkKind::CaseLaw => titled && citation.identifier.is_none(),
        WorkKind::SocialPost => {
            !citation.authors.is_empty() && citation.url.as_deref().is_some_and(is_one_post)
        }
        WorkKind::ImageOrSatellite => citation.container.is_some() || !citation.authors.is_empty(),
        _ => false,
    }
}

/// The address of a single post ends in its number; that of a profile does not.
fn is_one_post(url: &str) -> bool {
    let last = url.trim_end_matches(['/', '?']).rsplit('/').next().unwrap_or_default();
    !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the citation states any year, says that there is none, or names a law: those are dated by their numbers.
fn is_dated(reading: &Reading<'_>, citation: &Citation) -> bool {
    if citation.date.is_some() || citation.accessed.is_some() {
        return true;
    }
    let printed = &around(reading, citation);
    let tokens = tokens(printed);
    let cues = lexicon().cues(printed, &tokens);
    let law = citation.kind == WorkKind::OfficialDocument && cues.iter().any(|hit| hit.cues.has(Cue::Law));
    law || cues.iter().any(|hit| hit.cues.has(Cue::NoDate))
        || tokens.iter().any(|token| {
            let digits = token.text(printed);
            token.kind == TokenKind::Number
                && digits.len() == 4
                && (digits.starts_with("19") || digits.starts_with("20"))
        })
}

/// The citation without its address, and what follows it up to the next: a date may have been parted from it.
fn around(reading: &Reading<'_>, citation: &Citation) -> String {
    let span = citation.span;
    let note_end = reading.analysis.notes[citation.note].span().end;
    let next = reading
        .analysis
        .citations_of(citation.note)
        .map(|other| other.span.start)
        .filter(|start| *start >= span.end)
        .min();
    let end = next.unwrap_or(note_end).max(span.end);
    match citation.places.url.filter(|url| span.start <= url.start && url.end <= end) {
        Some(url) => {
            let before = reading.quote(Span::new(span.start, url.start));
            format!("{before} {}", reading.quote(Span::new(url.end, end)))
        }
        None => reading.quote(Span::new(span.start, end)).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[test]
    fn what_is_published_has_a_date() {
        let reports = |text: &str, message: Option<&str>| {
            let report = Report { body: &["They pay.¹"], notes: &[("1", text)] };
            match message {
                Some(message) => check(&RULE, &report, &[(message, &[text])]),
                None => check(&RULE, &report, &[]),
            }
        };
        reports(
            "Reuters, “The Levy Returns,” available at: https://reuters.com/levy-returns",
            Some("Note 1 gives no date for “The Levy Returns”, neither of publication nor of access."),
        );
        for dated in [
            "Reuters, “The Levy Returns,” March 5, 2024, available at: https://reuters.com/levy-returns",
            "Reuters, “The Levy Returns,” available at: https://reuters.com/levy-returns (accessed March 5, 2024).",
            "Reuters, “The Levy Returns,” n.d., available at: https://reuters.com/levy-returns",
            "Interview with a boatman, Kell.",
            "Ada Moor, “The Levy of 2023,” Reuters, available at: https://reuters.com/levy-returns",
        ] {
            reports(dated, None);
        }
    }
}
