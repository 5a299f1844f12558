//! F04: a figure with several notes that all lead back to one origin.

use crate::claims::Claim;
use crate::document::Span;
use crate::incidents::ClaimRef;
use crate::origins::{CitedWorks, Reach, count, roots};
use crate::works::Work;

use super::corpus::Corpus;
use super::figures::{claim, note_labels, number};
use super::wording::{notes, quoted};
use super::{Code, Diagnostic, Rule};

pub(super) const RULE: Rule = Rule {
    code: Code::F04,
    why: "Several notes look like several sources. Where all rest on one, the figure is as strong as that one.",
    wrong: "At least 40 died.⁵, ⁶   5. The Kell Gazette, which prints a wire story.   6. The Halden Courier, which prints the same.",
    right: "At least 40 died, by one wire story that several papers printed.⁵, ⁶",
    silence: "when the text says that the sources repeat one",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    let cited = CitedWorks::new(corpus.works);
    let mut found = Vec::new();
    let mut last: Option<(usize, Vec<usize>, Span)> = None;
    for reading in &corpus.readings {
        for (index, claim) in reading.analysis.claims.iter().enumerate() {
            // Several figures of one sentence have the same notes: told once.
            let here = (reading.index, claim.notes.clone(), claim.span);
            if claim.notes.len() < 2
                || last.as_ref().is_some_and(|(doc, notes, _)| (*doc, notes) == (here.0, &here.1))
            {
                continue;
            }
            let of = ClaimRef { document: reading.index, claim: index };
            let told = single(corpus, &cited, of, claim);
            if told.is_some() {
                last = Some(here);
            }
            found.extend(told);
        }
    }
    found
}

/// Two works or more, of two notes or more, and one origin by what is stated.
fn single(corpus: &Corpus<'_>, cited: &CitedWorks, of: ClaimRef, told: &Claim) -> Option<Diagnostic> {
    let origins = &corpus.conclusions.origins;
    let (reading, _) = claim(corpus, of);
    let by_note: Vec<Vec<usize>> =
        told.notes.iter().map(|note| cited.of_notes(of.document, reading.analysis, &[*note])).collect();
    // A note that cites nothing readable may hold another source.
    if by_note.iter().any(Vec::is_empty) {
        return None;
    }
    let works = cited.of_notes(of.document, reading.analysis, &told.notes);
    let reports = count(origins, &works);
    if reports.reports < 2 || reports.confirmed != 1 {
        return None;
    }
    let root = roots(origins, &works, Reach::Confirmed).into_iter().next()?;
    let labels = note_labels(reading, told);
    let name = corpus.works.get(root).map_or_else(|| "one document of the case".to_owned(), work_title);
    let message = format!(
        "The figure {} rests on {}, which all lead back to one origin: {name}.",
        number(reading, told),
        notes(&labels)
    );
    let mut diagnostic = Diagnostic::new(
        Code::F04,
        message,
        "Say that there is one source, or find another that does not rest on it.",
    )
    .at(reading.place(told.span, "the figure"));
    for edge in works.iter().flat_map(|work| origins.edges_from(*work)) {
        let places = edge.evidence.iter().filter_map(|(document, span)| {
            Some(corpus.readings.get(*document)?.place(*span, edge.reason.clone()))
        });
        diagnostic = diagnostic.at_each(places.collect::<Vec<_>>());
    }
    Some(diagnostic.notes(labels))
}

fn work_title(work: &Work) -> String {
    let title = work.title.as_deref().map(quoted);
    title
        .or_else(|| work.authors.first().cloned())
        .or_else(|| work.container.clone())
        .unwrap_or_else(|| work.kind.name().replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::super::corpus::Corpus;
    use super::RULE;
    use crate::decisions::Decisions;
    use crate::incidents::trial::{Case, Report, killed};
    use crate::origins::{Basis, Certainty, Edge};

    fn messages(edges: &[(usize, usize)]) -> Vec<String> {
        let notes = [
            (
                "1",
                "Ada Moor, “Forty Die at the Ford,” Kell Gazette, March 5, 2024, https://gazette.example/ford",
            ),
            (
                "2",
                "Ben Roe, “Deaths at the Crossing,” Halden Courier, March 6, 2024, https://courier.example/ford",
            ),
            ("3", "Cara Lund, “At Least 40 Dead,” River Wire, March 5, 2024, https://wire.example/forty"),
        ];
        let body = ["At least 40 people died.¹, ² The wire told of it first.³"];
        let claims = [killed("At least 40 people died", 40).number("40")];
        let case = Case::new(&[Report { body: &body, notes: &notes, claims: &claims }], &[]);
        let mut conclusions = case.conclude(&Decisions::default());
        conclusions.origins.cited = conclusions.works.len();
        conclusions.origins.edges = edges
            .iter()
            .map(|(from, to)| Edge {
                from: *from,
                to: *to,
                basis: Basis::WireCredit,
                certainty: Certainty::Confirmed,
                reason: "printed from the wire".to_owned(),
                evidence: Vec::new(),
            })
            .collect();
        let sources = case.sources();
        (RULE.run)(&Corpus::new(&sources, &conclusions)).into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn notes_that_lead_to_one_origin_are_told() {
        assert_eq!(
            messages(&[(0, 2), (1, 2)]),
            ["The figure 40 rests on notes 1 and 2, which all lead back to one origin: “At Least 40 Dead”."]
        );
    }

    #[test]
    fn two_origins_are_silent() {
        assert!(messages(&[]).is_empty());
        assert!(messages(&[(0, 2)]).is_empty());
    }
}
