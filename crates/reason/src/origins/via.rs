//! "Quoted in", "citing", "cité par" between two references of one note: the one is known through the other.

use crate::citations::{Citation, CitationForm};
use crate::document::Span;
use crate::text::fold_words;

use super::case::Case;
use super::words::words;
use super::{Basis, Certainty, Edge};

/// Between two references stand few words if one leads to the other.
const LONGEST_JOINT: usize = 80;

pub(super) fn find(case: &Case<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (document, source) in case.sources.iter().enumerate() {
        let citations = &source.analysis.citations;
        for (index, pair) in citations.windows(2).enumerate() {
            let Some(joint) = joint(&source.document.text, &pair[0], &pair[1]) else {
                continue;
            };
            let work = |index: usize| case.cited.of_citation(document, index);
            let (Some(first), Some(second)) = (work(index), work(index + 1)) else {
                continue;
            };
            let (from, to) = match joint {
                Joint::KnownThrough => (second, first),
                Joint::Quoting => (first, second),
            };
            if from == to {
                continue;
            }
            let label = &source.analysis.notes[pair[0].note].label;
            edges.push(Edge {
                from,
                to,
                basis: Basis::Via,
                certainty: Certainty::Confirmed,
                reason: format!(
                    "note {label} of {} says that {} is known through {}",
                    source.name,
                    case.name(to),
                    case.name(from)
                ),
                evidence: vec![(document, Span::new(pair[0].span.start, pair[1].span.end))],
            });
        }
    }
    edges
}

/// What stands between two references.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// "Quoted in".
    KnownThrough,
    /// "Citing".
    Quoting,
}

/// What leads from one reference of a note to the next; a short form behind it ("quoted in ibid.") leads on, too.
fn joint(text: &str, first: &Citation, second: &Citation) -> Option<Joint> {
    if first.note != second.note || first.span.end > second.span.start {
        return None;
    }
    let resolved = |citation: &Citation| citation.form == CitationForm::Full || citation.refers_to.is_some();
    let between = text.get(first.span.end..second.span.start)?;
    if between.len() > LONGEST_JOINT || !resolved(first) || !resolved(second) {
        return None;
    }
    // A full stop parts them: "Ibid. Citing" begins a remark of its own only where words follow, and they do not here.
    let folded = fold_words(between);
    if words().known_through.in_words(&folded) {
        Some(Joint::KnownThrough)
    } else {
        words().quoting.in_words(&folded).then_some(Joint::Quoting)
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Paper, case, told};
    use super::super::{Basis, Edge};

    #[track_caller]
    fn check(note: &str, expected: &[&str]) {
        let paper = Paper { name: "report.md", body: &["They were killed.¹"], notes: &[("1", note)] };
        let (read, conclusions) = case(&[paper]);
        let edges: Vec<Edge> =
            conclusions.origins.edges.iter().filter(|edge| edge.basis == Basis::Via).cloned().collect();
        assert_eq!(told(&read, &conclusions, &edges), expected, "{note}");
    }

    #[test]
    fn notes_say_through_what_a_work_is_known() {
        check(
            "Ada Moor, “The Levy Returns,” The Sable Herald, May 3, 2023, quoted in Jon Vale, “Who Pays at the Ferry,” Kessa Monitor, June 4, 2024.",
            &["Who Pays at the Ferry > The Levy Returns (quoted through, Confirmed)"],
        );
        check(
            "Ada Moor, “The Levy Returns,” The Sable Herald, May 3, 2023, citing Jon Vale, “Who Pays at the Ferry,” Kessa Monitor, April 4, 2023.",
            &["The Levy Returns > Who Pays at the Ferry (quoted through, Confirmed)"],
        );
        check(
            "Ada Moor, « Le retour de la taxe », Le Courrier, 3 mai 2023, cité par Jon Vale, « Qui paie au bac », Le Moniteur, 4 juin 2024.",
            &["Qui paie au bac > Le retour de la taxe (quoted through, Confirmed)"],
        );
        check(
            "Ada Moor, “The Levy Returns,” The Sable Herald, May 3, 2023; Jon Vale, “Who Pays at the Ferry,” Kessa Monitor, June 4, 2024.",
            &[],
        );
        check(
            "Ada Moor, “The Levy Returns,” The Sable Herald, May 3, 2023; see also Jon Vale, “Who Pays at the Ferry,” Kessa Monitor, June 4, 2024.",
            &[],
        );
    }
}
