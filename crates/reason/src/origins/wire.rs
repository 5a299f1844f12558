//! Agency copy in other outlets: it rests on the agency's own piece, and where that is not known, all copies are one text.

use std::collections::HashMap;

use crate::publishers::publishers;

use super::agencies::Agency;
use super::case::{Case, day_number, likeness, telling_words};
use super::{Basis, Certainty, Edge};

/// Copies of one agency on one day that are compared with each other.
const MOST_COMPARED: usize = 48;
/// Of the telling words of the shorter title, in percent: nearly the same title; and one that may be on the same matter.
const SAME_TITLE: usize = 50;
const NEAR_TITLE: usize = 25;

/// A work or document in which an agency's text stands.
struct Piece {
    standing: usize,
    agency: Agency,
    own: Own,
    title: Vec<String>,
    day: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Own {
    /// The agency's own.
    Agency,
    /// In another outlet.
    Other,
}

pub(super) fn find(case: &mut Case<'_>) -> Vec<Edge> {
    let pieces = pieces(case);
    let mut by_day: HashMap<(Agency, i64), Vec<usize>> = HashMap::new();
    for (number, piece) in pieces.iter().enumerate() {
        if let Some(day) = piece.day {
            let list = by_day.entry((piece.agency, day)).or_default();
            // An agency's own pieces are never dropped for copies.
            if list.len() < MOST_COMPARED || piece.own == Own::Agency {
                list.push(number);
            }
        }
    }
    let case = &*case;
    pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| piece.own == Own::Other)
        .filter_map(|(number, piece)| rests_on(case, &pieces, &by_day, number, piece))
        .collect()
}

fn pieces(case: &mut Case<'_>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for (standing, work) in case.works.iter().enumerate() {
        let outlet = work.container.as_deref();
        let by_author = work.authors.iter().find_map(|author| Some((author, case.agencies.find(author)?)));
        let by_outlet = outlet.and_then(|outlet| case.agencies.find(outlet));
        let (agency, own) = match (by_author, by_outlet) {
            (Some((_, agency)), Some(outlet)) if agency == outlet => (agency, Own::Agency),
            // A page of the agency itself, whatever the note calls it.
            (Some((author, agency)), None) => {
                let copied = outlet.is_some_and(|outlet| !publishers().same(author, outlet));
                (agency, if copied { Own::Other } else { Own::Agency })
            }
            (Some((_, agency)), Some(_)) => (agency, Own::Other),
            (None, Some(agency)) => (agency, Own::Agency),
            (None, None) => continue,
        };
        found.push(piece(case, standing, agency, own));
    }
    let known: std::collections::HashSet<usize> = found.iter().map(|piece| piece.standing).collect();
    for document in 0..case.sources.len() {
        let standing = case.origins.standing(document);
        if let Some((agency, _)) = case.facts[document].credit.filter(|_| !known.contains(&standing)) {
            found.push(piece(case, standing, agency, Own::Other));
        }
    }
    found
}

fn piece(case: &Case<'_>, standing: usize, agency: Agency, own: Own) -> Piece {
    let title = case.title(standing).map(telling_words).unwrap_or_default();
    let day = case.date(standing).and_then(day_number);
    Piece { standing, agency, own, title, day }
}

/// The agency's piece that a copy is of, else another copy that it has in common with it.
fn rests_on(
    case: &Case<'_>,
    pieces: &[Piece],
    by_day: &HashMap<(Agency, i64), Vec<usize>>,
    number: usize,
    piece: &Piece,
) -> Option<Edge> {
    let day = piece.day?;
    let near = (day - 1..=day + 1).filter_map(|day| by_day.get(&(piece.agency, day))).flatten().copied();
    let mut best: Option<(Own, usize, usize)> = None;
    for other in near.filter(|other| *other != number && pieces[*other].standing != piece.standing) {
        let candidate = &pieces[other];
        let likeness = likeness(&piece.title, &candidate.title);
        let enough = if candidate.own == Own::Agency { NEAR_TITLE } else { SAME_TITLE };
        // Of copies, each is tied to one that stands before it: enough to make one of them all.
        let before = candidate.own == Own::Agency || other < number;
        let better = best.is_none_or(|(own, known, _)| {
            (candidate.own == Own::Agency, likeness) > (own == Own::Agency, known)
        });
        if likeness >= enough && before && better {
            best = Some((candidate.own, likeness, other));
        }
    }
    let (own, likeness, other) = best?;
    let other = &pieces[other];
    let agency = case.agencies.name(piece.agency);
    let evidence = evidence(case, piece.standing, other.standing);
    let (copy, original) = (case.name(piece.standing), case.name(other.standing));
    if own == Own::Other {
        let why =
            format!("{copy} and {original} both credit {agency}, within a day, under nearly the same title");
        return case.suspect(piece.standing, other.standing, Basis::WireCredit, &why, evidence);
    }
    let sure = likeness >= SAME_TITLE;
    let title = if sure { "nearly the same title" } else { "a title on the same matter" };
    Some(Edge {
        from: piece.standing,
        to: other.standing,
        basis: Basis::WireCredit,
        certainty: if sure { Certainty::Confirmed } else { Certainty::Suspected },
        reason: format!("{copy} credits {agency}, whose own {original} of the same day bears {title}"),
        evidence,
    })
}

/// The credit line of a held document, else the citation that names the agency; then the other.
fn evidence(case: &Case<'_>, copy: usize, other: usize) -> Vec<(usize, crate::document::Span)> {
    let credit = case
        .document(copy)
        .and_then(|document| case.facts[document].credit.map(|(_, span)| (document, span)));
    credit.or_else(|| case.place(copy)).into_iter().chain(case.place(other)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Paper, case, told};
    use super::super::{Basis, Edge};

    #[track_caller]
    fn check(notes: &[(&str, &str)], held: &[&str], expected: &[&str]) {
        let report = Paper { name: "report.md", body: &["They were killed.¹ ² ³"], notes };
        let paper = Paper { name: "held.html", body: held, notes: &[] };
        let papers = if held.is_empty() { vec![report] } else { vec![report, paper] };
        let (read, conclusions) = case(&papers);
        let edges: Vec<Edge> = conclusions
            .origins
            .edges
            .iter()
            .filter(|edge| edge.basis == Basis::WireCredit)
            .cloned()
            .collect();
        assert_eq!(told(&read, &conclusions, &edges), expected);
        assert!(edges.iter().all(|edge| edge.evidence.len() == 2));
    }

    #[test]
    fn copies_rest_on_the_agency() {
        let own = ("1", "Mira Sefton, “At Least 40 Killed in Kessa Ferry Town,” AFP, March 16, 2024.");
        let copy = (
            "2",
            "AFP, “At least 40 killed in ferry town, residents say,” The Sable Herald, March 16, 2024.",
        );
        let later = ("3", "AFP, “Ferry town: 40 killed, residents say,” Kessa Monitor, March 17, 2024.");
        let other = ("3", "AFP, “Rice Prices Rise on the Coast,” Kessa Monitor, March 16, 2024.");
        check(
            &[own, copy],
            &[],
            &[
                "At least 40 killed in ferry town, residents say > At Least 40 Killed in Kessa Ferry Town (wire credit, Confirmed)",
            ],
        );
        check(
            &[copy, later],
            &[],
            &[
                "Ferry town: 40 killed, residents say > At least 40 killed in ferry town, residents say (wire credit, Suspected)",
            ],
        );
        check(&[own, other], &[], &[]);
        check(&[copy, other], &[], &[]);
        check(
            &[own],
            &[
                "Forty killed in Kessa ferry town",
                "16 March 2024 – AFP",
                "Men came in the night and burned the stalls of the market, residents said.",
            ],
            &["held.html > At Least 40 Killed in Kessa Ferry Town (wire credit, Confirmed)"],
        );
        check(
            &[own],
            &[
                "Forty killed in Kessa ferry town",
                "16 March 2024",
                "Men came in the night and burned the stalls of the market, residents told AFP.",
            ],
            &[],
        );
    }

    #[test]
    fn french_copies_too() {
        check(
            &[
                ("1", "« Quatorze morts au bac de Kessa », Agence France-Presse, 16 mars 2024."),
                ("2", "AFP, « Quatorze morts au bac de Kessa selon l’armée », Le Courrier, 16 mars 2024."),
            ],
            &[],
            &[
                "Quatorze morts au bac de Kessa selon l’armée > Quatorze morts au bac de Kessa (wire credit, Confirmed)",
            ],
        );
    }
}
