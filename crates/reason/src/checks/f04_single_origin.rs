//! F04: a figure with several notes that all lead back to one origin.

use crate::origins::{Basis, CitedWorks, Edge, OriginCount, Reach, Standing, count_along, roots};

use super::corpus::{Corpus, Reading};
use super::stated::{Stated, numbers, stated};
use super::wording::{listed, notes, quoted};
use super::{Code, Diagnostic, Rule, Severity, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::F04,
    why: "Several notes look like several sources. Where they repeat one, the figure is no better supported than by that one.",
    wrong: &[Typed::report(
        "At least 40 people were killed.[1][2]\n\n\
             [1] Mira Sefton, “At Least 40 Killed in Kessa,” AFP, 16 March 2024.\n\
             [2] AFP, “At Least 40 Killed in Kessa, Residents Say,” The Sable Herald, 16 March 2024.\n",
    )],
    right: &[Typed::report(
        "At least 40 people were killed, residents told AFP.[1]\n\n\
             [1] Mira Sefton, “At Least 40 Killed in Kessa,” AFP, 16 March 2024.\n",
    )],
    silence: "when one of the works has the figure from a source of its own; judge the tie between the two, and it is remembered",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    if corpus.conclusions.origins.edges.is_empty() {
        return Vec::new();
    }
    let cited = CitedWorks::new(corpus.works);
    corpus.readings.iter().flat_map(|reading| in_reading(corpus, &cited, reading)).collect()
}

fn in_reading(corpus: &Corpus<'_>, cited: &CitedWorks, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let figures = stated(reading);
    let mut seen: Vec<Vec<usize>> = Vec::new();
    figures
        .iter()
        .filter_map(|figure| {
            let called = figure.called(reading);
            // Several figures of one sentence rest on the same notes: said once.
            if called.len() < 2 || seen.contains(&called) {
                return None;
            }
            let found = of_figure(corpus, cited, reading, figure, &called);
            if found.is_some() {
                seen.push(called);
            }
            found
        })
        .collect()
}

fn of_figure(
    corpus: &Corpus<'_>,
    cited: &CitedWorks,
    reading: &Reading<'_>,
    figure: &Stated,
    called: &[usize],
) -> Option<Diagnostic> {
    let origins = &corpus.conclusions.origins;
    let works = cited.of_notes(reading.index, reading.analysis, called);
    // Every note must lead to a work that is known: another may be an origin of its own.
    let led = |note: &usize| !cited.of_notes(reading.index, reading.analysis, &[*note]).is_empty();
    if works.len() < 2 || works.len() > MOST_WORKS || !called.iter().all(led) {
        return None;
    }
    let counted = count_along(origins, &works, &|edge| carries(corpus, edge, figure));
    (counted.merged < 2).then(|| diagnostic(corpus, reading, figure, called, &works, counted))
}

/// A sentence that cites more than this names its sources in general.
const MOST_WORKS: usize = 12;

/// Whether an edge can have carried the figure: a work may cite another for something else. Weak suspicions are left to the
/// user.
fn carries(corpus: &Corpus<'_>, edge: &Edge, figure: &Stated) -> bool {
    match edge.basis {
        Basis::Cites => edge.evidence.iter().any(|(document, span)| {
            let held = &corpus.readings[*document];
            let citation = held.analysis.citations.iter().find(|citation| citation.span == *span);
            citation.is_some_and(|citation| calls_with_figure(held, citation.note, figure))
        }),
        Basis::SameOwner | Basis::SharedRareError => false,
        _ => true,
    }
}

/// Whether a sentence that calls a note gives the figure.
fn calls_with_figure(held: &Reading<'_>, note: usize, figure: &Stated) -> bool {
    held.callers(note).iter().any(|marker| {
        let sentence = held.analysis.markers[*marker].sentence;
        numbers(&held.without_markers(sentence))
            .iter()
            .any(|quantity| quantity.figure.low == figure.low && quantity.figure.high == figure.high)
    })
}

fn diagnostic(
    corpus: &Corpus<'_>,
    reading: &Reading<'_>,
    figure: &Stated,
    called: &[usize],
    works: &[usize],
    counted: OriginCount,
) -> Diagnostic {
    let origins = &corpus.conclusions.origins;
    let labels: Vec<&str> = called.iter().map(|note| reading.label(*note)).collect();
    let number = quoted(&reading.analysis.words(reading.document, figure.written));
    let lead = match (counted.confirmed, counted.merged) {
        (_, 0) => "cite each other in a circle, and no origin",
        (1, _) => "all lead back to one origin",
        _ => "may all lead back to one origin",
    };
    let message = format!("{number} calls {}, which {lead}: {counted}.", notes(&labels));
    let sure = counted.confirmed < 2;
    let severity = if sure { Code::F04.severity() } else { Severity::Note };
    let reach = if sure { Reach::Confirmed } else { Reach::Suspected };
    let found = roots(origins, works, reach);
    let ties: Vec<&Edge> = works
        .iter()
        .flat_map(|work| origins.edges_from(*work))
        .filter(|edge| {
            carries(corpus, edge, figure) && (works.contains(&edge.to) || found.contains(&edge.to))
        })
        .collect();
    let reasons: Vec<String> = ties.iter().map(|edge| edge.reason.clone()).take(MOST_REASONS).collect();
    let help = format!("Say in the text whose figure it is, and cite it once ({}).", reasons.join("; "));
    let shown = ties.iter().flat_map(|edge| edge.evidence.iter().take(2)).take(MOST_PLACES);
    Diagnostic::new(Code::F04, message, help)
        .graded(severity)
        .at(reading.place(figure.written, format!("calls {}", notes(&labels))))
        .at_each(shown.map(|(document, span)| {
            let held = &corpus.readings[*document];
            held.place(*span, "shows the tie")
        }))
        .at_each(origin_places(corpus, &found))
        .notes(labels)
}

/// In one message.
const MOST_REASONS: usize = 3;
const MOST_PLACES: usize = 6;

/// Where the origin is cited.
fn origin_places(corpus: &Corpus<'_>, roots: &[usize]) -> Vec<super::Place> {
    let [root] = roots else {
        return Vec::new();
    };
    let Standing::Work(work) = corpus.conclusions.origins.meaning(*root) else {
        return Vec::new();
    };
    let first = corpus.works.get(work).and_then(|work| work.cited_by.first());
    let place = first.map(|of| {
        let (reading, citation) = corpus.citation(*of);
        reading.place(
            citation.span,
            format!("the origin, in {}", listed(&[format!("note {}", reading.label(citation.note))])),
        )
    });
    place.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Report, check_figures};
    use super::RULE;
    use crate::document::Draft;
    use crate::quantities::Figure;

    const OWN: &str = "Mira Sefton, “At Least 40 Killed in Kessa Ferry Town,” AFP, March 16, 2024.";
    const COPY: &str =
        "AFP, “At least 40 killed in ferry town, residents say,” The Sable Herald, March 16, 2024.";
    const LATER: &str = "AFP, “Ferry town: 40 killed, residents say,” Kessa Monitor, March 17, 2024.";
    const APART: &str = "Jon Vale, “Graves at the Landing,” Kessa Monitor, March 18, 2024.";

    #[track_caller]
    fn check(body: &str, notes: &[(&str, &str)], held: Vec<Draft>, expected: Option<&str>) {
        let figures = [("40", Figure::exactly(40))];
        let quotes: &[&str] = if expected.is_some() { &["40"] } else { &[] };
        let found = check_figures(&RULE, &Report { body: &[body], notes }, held, &figures, quotes);
        assert_eq!(found.first().map(|diagnostic| diagnostic.message.as_str()), expected);
    }

    #[test]
    fn notes_that_repeat_one_agency() {
        let body = "They killed 40 people.¹ ²";
        check(
            body,
            &[("1", OWN), ("2", COPY)],
            vec![],
            Some("“40” calls notes 1 and 2, which all lead back to one origin: 2 reports, 1 origin."),
        );
        check(
            body,
            &[("1", COPY), ("2", LATER)],
            vec![],
            Some(
                "“40” calls notes 1 and 2, which may all lead back to one origin: 2 reports, 1 to 2 origins.",
            ),
        );
        check(
            "Ils ont tué 40 personnes.¹ ²",
            &[
                ("1", "« Quarante morts au bac de Kessa », Agence France-Presse, 16 mars 2024."),
                ("2", "AFP, « Quarante morts au bac de Kessa selon l’armée », Le Courrier, 16 mars 2024."),
            ],
            vec![],
            Some("“40” calls notes 1 and 2, which all lead back to one origin: 2 reports, 1 origin."),
        );
    }

    #[test]
    fn another_origin_or_one_work_is_left_alone() {
        let body = "They killed 40 people.¹ ²";
        check(body, &[("1", OWN), ("2", APART)], vec![], None);
        check("They killed 40 people.¹ ² ³", &[("1", OWN), ("2", COPY), ("3", APART)], vec![], None);
        check("They killed 40 people.¹", &[("1", COPY)], vec![], None);
        check(body, &[("1", OWN), ("2", OWN)], vec![], None);
        check(body, &[("1", OWN), ("2", "Interviews with residents, Kessa, April 2024.")], vec![], None);
    }

    #[test]
    fn a_held_work_that_cites_the_other_for_the_figure() {
        let body = "They killed 40 people.¹ ²";
        let notes = [
            ("1", OWN),
            ("2", "Jon Vale, “Graves at the Kessa Landing Counted,” Kessa Monitor, March 18, 2024."),
        ];
        let held = |sentence: &str| {
            let body = ["Graves at the Kessa landing counted", "March 18, 2024", sentence];
            vec![Report { body: &body, notes: &[("1", OWN)] }.draft()]
        };
        check(
            body,
            &notes,
            held("Residents say that 40 were killed.¹"),
            Some("“40” calls notes 1 and 2, which all lead back to one origin: 2 reports, 1 origin."),
        );
        check(body, &notes, held("The market was burned.¹ We counted 40 graves."), None);
    }
}
