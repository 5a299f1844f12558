//! C03: an online work without URL; a long document without page or paragraph.

use crate::citations::{Citation, CitationForm, WorkKind};
use crate::languages::{Cue, lexicon};
use crate::publishers::{PublisherKind, publishers};
use crate::text::tokens;
use crate::works::Work;

use super::citing::Citing;
use super::corpus::{Corpus, Reading};
use super::wording::{capitalised, work_name};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::C03,
    why: "A reader should find the passage, not only the work: by its address, or by page or paragraph where the work is long.",
    wrong: &[Typed::report(
        "They came with a list.[1] They went by boat.[2]\n\n\
             [1] Sable Rights Observatory, “They Came With a List,” 3 June 2024.\n\
             [2] Sable Rights Observatory, “Six Years of Levies,” 9 June 2023, p. 4, available at: https://sable.example/levies.pdf\n",
    )],
    right: &[Typed::report(
        "They came with a list.[1] They went by boat.[2]\n\n\
             [1] Sable Rights Observatory, “They Came With a List,” 3 June 2024, p. 14, available at: https://sable.example/list.pdf\n\
             [2] Sable Rights Observatory, “Six Years of Levies,” 9 June 2023, p. 4, available at: https://sable.example/levies.pdf\n",
    )],
    silence: "when the work was only printed, or the whole of it is meant",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    let habits: Vec<Habit> = corpus.readings.iter().map(Habit::of).collect();
    corpus
        .works
        .iter()
        .filter_map(|work| {
            let citations: Vec<_> = corpus.full_citations(work).collect();
            let (reading, first) = citations.first()?;
            if citations.iter().any(|(_, citation)| is_located(citation)) {
                return None;
            }
            let online = citations.iter().any(|(_, citation)| citation.url.is_some());
            match online {
                false if wants_address(reading, first, habits[reading.index]) => {
                    Some(told(&citations, Lack::Address))
                }
                true if is_long(work, &citations) => Some(told(&citations, Lack::Passage)),
                _ => None,
            }
        })
        .collect()
}

fn is_located(citation: &Citation) -> bool {
    citation.locator.is_some() || citation.identifier.is_some()
}

/// Whether this document gives addresses: where it does, a work without one stands out; where it cites print, not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Habit {
    /// Hardly ever.
    CitesPrint,
    /// At least every third time.
    Mixed,
    /// At least two times in three.
    GivesAddresses,
}

impl Habit {
    fn of(reading: &Reading<'_>) -> Self {
        let published = reading.analysis.citations.iter().filter(|citation| {
            citation.form == CitationForm::Full
                && matches!(
                    citation.kind,
                    WorkKind::News
                        | WorkKind::Report
                        | WorkKind::OfficialDocument
                        | WorkKind::PressRelease
                        | WorkKind::SocialPost
                        | WorkKind::WebPage
                )
        });
        let (mut all, mut with) = (0, 0);
        for citation in published {
            all += 1;
            with += usize::from(citation.url.is_some() || citation.archived_url.is_some());
        }
        match with {
            0 => Self::CitesPrint,
            _ if with >= 2 && with * 3 >= all * 2 => Self::GivesAddresses,
            _ if with * 3 >= all => Self::Mixed,
            _ => Self::CitesPrint,
        }
    }
}

fn wants_address(reading: &Reading<'_>, citation: &Citation, habit: Habit) -> bool {
    if citation.archived_url.is_some() || is_on_file(reading, citation) {
        return false;
    }
    match citation.kind {
        // A broadcast is a post to the grammar, but has no address.
        WorkKind::SocialPost => citation.container.as_deref().is_some_and(is_platform),
        WorkKind::WebPage => true,
        // A number in a series finds a report as well as an address does.
        WorkKind::Report => {
            habit >= Habit::Mixed && citation.title.is_some() && !is_numbered(reading, citation)
        }
        WorkKind::News | WorkKind::PressRelease => citation.title.is_some() && habit == Habit::GivesAddresses,
        _ => false,
    }
}

fn is_platform(container: &str) -> bool {
    let name = container.split(" (").next().unwrap_or(container);
    publishers().by_name(name) == Some(PublisherKind::Social)
}

/// Held by the authors: nobody else can look it up, and nobody is told to.
fn is_on_file(reading: &Reading<'_>, citation: &Citation) -> bool {
    let text = reading.quote(citation.span);
    lexicon().cues(text, &tokens(text)).iter().any(|hit| hit.cues.has(Cue::OnFile))
}

/// `Africa Report No. 267`: a number outside the title and the date.
fn is_numbered(reading: &Reading<'_>, citation: &Citation) -> bool {
    let text = reading.quote(citation.span);
    let known = [citation.places.title, citation.places.date];
    text.char_indices().any(|(at, c)| {
        let at = citation.span.start + at;
        let within = known.iter().flatten().any(|span| span.start <= at && at < span.end);
        c.is_ascii_digit() && !within
    })
}

/// Cited this often without a page, a long document sends its readers searching.
const OFTEN: usize = 3;

/// A book, or a document that its address shows to be one, cited again and again and never with a page.
fn is_long(work: &Work, citations: &[(&Reading<'_>, &Citation)]) -> bool {
    let paged = matches!(
        work.kind,
        WorkKind::Book | WorkKind::Report | WorkKind::OfficialDocument | WorkKind::Academic
    );
    let document = work.kind == WorkKind::Book
        || citations.iter().all(|(_, citation)| {
            citation.url.as_deref().is_some_and(|url| url.to_ascii_lowercase().ends_with(".pdf"))
        });
    paged && document && citations.len() >= OFTEN
}

#[derive(Clone, Copy)]
enum Lack {
    Address,
    Passage,
}

fn told(citations: &[(&Reading<'_>, &Citation)], lack: Lack) -> Diagnostic {
    let citing = Citing::of(citations);
    let (_, first) = citations[0];
    let work = work_name(first);
    let who = capitalised(&citing.names);
    let verb = citing.verb("gives", "give");
    let (message, help, says) = match lack {
        Lack::Address => (
            format!("{who} {verb} neither address nor page for {work}."),
            "Add the address, or where in print it stands.",
            "no address, no page",
        ),
        Lack::Passage => (
            format!("{work} is cited {} times and never with a page.", citations.len()),
            "Add the page or paragraph to each note.",
            "no page",
        ),
    };
    Diagnostic::new(Code::C03, message, help)
        .at_each(citations.iter().map(|(reading, citation)| reading.place(citation.span, says)))
        .notes(citing.labels)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check};
    use super::RULE;

    #[track_caller]
    fn reports(notes: &[(&str, &str)], messages: &[&str]) {
        let body: String = (1..=notes.len())
            .map(|number| format!("They pay.{} ", crate::text::to_superscript(&number.to_string())))
            .collect();
        let report = Report { body: &[&body], notes };
        let (_, found) = super::super::trial::run(&RULE, vec![report.draft()]);
        let said: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(said, messages);
    }

    #[test]
    fn a_post_and_a_report_can_be_found() {
        reports(
            &[("1", "Ministry of Health, X post, March 18, 2024.")],
            &["Note 1 gives neither address nor page for Ministry of Health."],
        );
        let levy = ("1", "Reuters, “The Levy Returns,” June 3, 2024, https://reuters.com/levy");
        let report = |text| [levy, ("2", text)];
        reports(
            &report("Human Rights Watch, “They Came With a List,” June 3, 2024."),
            &["Note 2 gives neither address nor page for “They Came With a List”."],
        );
        reports(&[("1", "Human Rights Watch, “They Came With a List,” June 3, 2024.")], &[]);
        for found in [
            "Human Rights Watch, “They Came With a List,” June 3, 2024, p. 14.",
            "International Crisis Group, “They Came With a List,” Africa Report No. 267, June 3, 2024.",
            "Reuters, “The Levy Returns,” June 3, 2024.",
            "Human Rights Watch, “They Came With a List,” June 3, 2024, on file with Basin Monitor.",
        ] {
            reports(&report(found), &[]);
        }
    }

    #[test]
    fn news_without_address_stand_out_among_those_with_one() {
        let levy = "Reuters, “The Levy Returns,” June 3, 2024, https://reuters.com/levy";
        let quay = "Reuters, “The Quay Closes,” June 9, 2024, https://reuters.com/quay";
        let fees = "Reuters, “The Fees Rise,” June 12, 2024.";
        reports(
            &[("1", levy), ("2", quay), ("3", fees)],
            &["Note 3 gives neither address nor page for “The Fees Rise”."],
        );
    }

    #[test]
    fn a_document_cited_again_and_again_has_pages() {
        let study = "Human Rights Watch, “The Price of Water,” May 2024, https://hrw.org/price-of-water.pdf";
        reports(&[("1", study), ("2", study)], &[]);
        reports(
            &[("1", study), ("2", study), ("3", study)],
            &["“The Price of Water” is cited 3 times and never with a page."],
        );
        check(
            &RULE,
            &Report { body: &["They pay.¹"], notes: &[("1", "Interview with a boatman, Kell, May 2024.")] },
            &[],
        );
    }
}
