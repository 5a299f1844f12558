//! C02: neither outlet nor publisher nor an organisation as author.

use crate::citations::{Citation, WorkKind, is_person};
use crate::document::Span;
use crate::languages::{Cue, lexicon};
use crate::publishers::host;
use crate::text::{TokenKind, fold_words, tokens};
use crate::works::Work;

use super::citing::Citing;
use super::corpus::{Corpus, Reading};
use super::wording::{capitalised, work_name};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::C02,
    why: "Who stands behind a text decides what it is worth, and a page that disappears is found again by its publisher.",
    wrong: &[Typed::report(
        "Men without uniform collect the levy.[1]\n\n\
             [1] “Who Collects at the Quay?,” 4 June 2023, available at: https://quaynotes.example/who\n",
    )],
    right: &[Typed::report(
        "Men without uniform collect the levy.[1]\n\n\
             [1] “Who Collects at the Quay?,” Quay Notes (anonymous blog), 4 June 2023, available at: https://quaynotes.example/who\n",
    )],
    silence: "when nobody is known to have published it and the note says so",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    corpus.works.iter().filter_map(|work| unpublished(corpus, work)).collect()
}

fn unpublished(corpus: &Corpus<'_>, work: &Work) -> Option<Diagnostic> {
    let citations: Vec<_> = corpus.full_citations(work).collect();
    let lacking = |(reading, citation): &(&Reading<'_>, &Citation)| {
        wants_publisher(citation) && is_lacking(reading, citation)
    };
    if citations.is_empty() || !citations.iter().all(lacking) {
        return None;
    }
    let (reading, first) = citations[0];
    let citing = Citing::of(&citations);
    let verb = citing.verb("does", "do");
    let message =
        format!("{} {verb} not say who published {}.", capitalised(&citing.names), work_name(first));
    Some(
        Diagnostic::new(Code::C02, message, "Name the outlet, the publisher or the organisation behind it.")
            .at(reading.place(first.span, missing(first)))
            .at_each(
                citations[1..]
                    .iter()
                    .map(|(reading, citation)| reading.place(citation.span, missing(citation))),
            )
            .notes(citing.labels),
    )
}

const fn missing(citation: &Citation) -> &'static str {
    if citation.authors.is_empty() { "neither author nor outlet" } else { "an author, but no outlet" }
}

/// Books of some houses are cited without publisher; laws, judgments and posts name theirs by what they are.
fn wants_publisher(citation: &Citation) -> bool {
    let kind = matches!(
        citation.kind,
        WorkKind::News | WorkKind::Report | WorkKind::Academic | WorkKind::PressRelease | WorkKind::WebPage
    );
    // Quotation marks inside a title are the mark of one that was read with more than the title in it.
    let title = citation.title.as_deref().is_some_and(|title| !title.contains(['«', '“', '„', '"']));
    kind && title && citation.identifier.is_none()
}

fn is_lacking(reading: &Reading<'_>, citation: &Citation) -> bool {
    citation.container.is_none()
        && citation.archived_url.is_none()
        && citation.authors.iter().all(|author| is_person(author) && !is_own_publisher(author, citation))
        && !says_more(reading, citation)
}

/// A body that its form does not tell from a person: it names its own site, or stands in the title of its study.
fn is_own_publisher(author: &str, citation: &Citation) -> bool {
    let host = citation.url.as_deref().and_then(host).map(fold_words).unwrap_or_default();
    let title = citation.title.as_deref().map(fold_words).unwrap_or_default();
    let name = fold_words(author);
    let in_host = name.split(' ').any(|word| word.len() >= 4 && host.replace(' ', "").contains(word));
    in_host || title.contains(&name)
}

/// Whether words stand in the citation that no field accounts for: they may be the publisher.
fn says_more(reading: &Reading<'_>, citation: &Citation) -> bool {
    let text = reading.quote(citation.span);
    let at = citation.span.start;
    let places = &citation.places;
    let fields: Vec<Span> = [places.authors, places.title, places.date, places.url, places.accessed]
        .into_iter()
        .flatten()
        .collect();
    let tokens = tokens(text);
    let cues = lexicon().cues(text, &tokens);
    tokens.iter().any(|token| {
        let span = token.span.shifted(at);
        let word = token.text(text);
        token.kind == TokenKind::Word
            && word.starts_with(char::is_uppercase)
            && !fields.iter().any(|field| field.contains(span))
            && !citation.title_translated.as_deref().is_some_and(|title| title.contains(word))
            && !cues.iter().any(|hit| hit.span.contains(token.span) && hit.cues.has_any(&OF_FORM))
    })
}

/// Words of the citation's form, not of its content.
const OF_FORM: [Cue; 6] =
    [Cue::Signal, Cue::Available, Cue::Accessed, Cue::Archived, Cue::Page, Cue::Paragraph];

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[test]
    fn somebody_stands_behind_a_text() {
        let reports = |text: &str, message: Option<&str>| {
            let report = Report { body: &["They pay.¹"], notes: &[("1", text)] };
            match message {
                Some(message) => check(&RULE, &report, &[(message, &[text])]),
                None => check(&RULE, &report, &[]),
            }
        };
        for lacking in [
            "“Who Collects?,” June 4, 2023, available at: https://quaynotes.example/who",
            "Ada Moor, “Who Collects?,” June 4, 2023, available at: https://quaynotes.example/who",
        ] {
            reports(lacking, Some("Note 1 does not say who published “Who Collects?”."));
        }
        for named in [
            "Ada Moor, “Who Collects?,” Quay Notes, June 4, 2023, available at: https://quaynotes.example/who",
            "Human Rights Watch, “Who Collects?,” June 4, 2023, available at: https://hrw.org/news/who",
            "Quay Watch, “Who Collects?,” June 4, 2023, available at: https://quaywatch.example/who",
            "Interview with a boatman, Kell, May 2024.",
        ] {
            reports(named, None);
        }
    }
}
