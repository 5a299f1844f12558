//! F08: more in a part than in the whole.

mod tabled;

use crate::claims::{Claim, StandsIn};
use crate::incidents::{ClaimRef, counts_households};
use crate::quantities::{Bounds, Closeness};

use super::corpus::{Corpus, Reading};
use super::figures::{claim_place, note_labels, number};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::F08,
    why: "A part cannot be more than its whole: one of the two figures is wrong.",
    wrong: &[Typed::report("The shelling killed 14 people, including 24 children.\n")],
    right: &[Typed::report("The shelling killed 24 people, including 14 children.\n")],
    silence: "never: if the second group is not part of the first, the sentence should say so",
    run: |corpus| {
        let each = corpus.readings.iter();
        each.flat_map(|reading| check(corpus, reading).into_iter().chain(tabled::check(reading))).collect()
    },
};

fn check(corpus: &Corpus<'_>, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let claims = &reading.analysis.claims;
    let mut found = Vec::new();
    // Cells are compared as cells.
    let in_text = |part: &Claim| part.suggested_by.is_none() && !matches!(part.stands_in, StandsIn::Table);
    for (index, part) in claims.iter().enumerate().filter(|(_, part)| in_text(part)) {
        let Some((at, whole)) = part.subset_of.and_then(|at| Some((at, claims.get(at)?))) else {
            continue;
        };
        let bounds = |claim: &Claim| Bounds::of(claim.figure, Closeness::AsWritten);
        // "At least 14, including 24": no whole is stated that could be exceeded, but its least is.
        let least = |claim: &Claim| claim.figure.high.or(claim.figure.low);
        let exceeds = match (bounds(part), bounds(whole)) {
            (Some(part_bounds), Some(whole_bounds)) => {
                whole_bounds.is_below(part_bounds)
                    || (whole_bounds.high.is_none()
                        && part.figure.low > least(whole)
                        && !part.figure.approximate)
            }
            _ => false,
        };
        if !exceeds || part.negated || whole.negated || in_other_units(reading, part, whole) {
            continue;
        }
        let message = format!(
            "The part is more than the whole: {} of {}.",
            counted(reading, part),
            counted(reading, whole)
        );
        let place = |claim| claim_place(corpus, ClaimRef { document: reading.index, claim });
        found.push(
            Diagnostic::new(
                Code::F08,
                message,
                "Check both figures, and whether the one is part of the other.",
            )
            .at(place(index))
            .at(place(at))
            .notes(note_labels(reading, part)),
        );
    }
    found
}

/// "418 households, comprising 2,340 individuals".
fn in_other_units(reading: &Reading<'_>, part: &Claim, whole: &Claim) -> bool {
    let households = |claim: &Claim| claim.victims.is_some_and(|span| counts_households(reading.quote(span)));
    households(part) != households(whole)
}

/// `24 children`.
fn counted(reading: &Reading<'_>, claim: &Claim) -> String {
    let number = number(reading, claim);
    claim.victims.map_or_else(|| number.clone(), |victims| format!("{number} {}", reading.quote(victims)))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check_case;
    use super::RULE;
    use crate::claims::ClaimKind;
    use crate::incidents::trial::{Case, Report, killed, told};
    use crate::quantities::Figure;

    fn reports(whole: Figure, part: u64, expected: &[(&str, &[&str])]) {
        let body = ["The shelling killed 14 people, including 24 children."];
        let claims = [
            told("killed 14 people", ClaimKind::Killed, whole).number("14"),
            killed("24 children", part).number("24").part_of(0),
        ];
        check_case(
            &RULE,
            &Case::new(&[Report { body: &body, claims: &claims, ..Report::default() }], &[]),
            expected,
        );
    }

    #[test]
    fn a_part_is_at_most_its_whole() {
        let wrong: &[(&str, &[&str])] =
            &[("The part is more than the whole: 24 of 14.", &["24 children", "killed 14 people"])];
        reports(Figure::exactly(14), 24, wrong);
        reports(Figure::at_least(14), 24, wrong);
        reports(Figure::exactly(14), 14, &[]);
        reports(Figure::range(14, 30), 24, &[]);
    }

    #[test]
    fn households_hold_more_people_than_they_are() {
        for (text, households, individuals) in [
            ("The raid drove out 14 households, comprising 240 individuals.", "households", "individuals"),
            ("Le raid a chassé 14 familles, soit 240 personnes.", "familles", "personnes"),
        ] {
            let parts = [format!("14 {households}"), format!("240 {individuals}")];
            let claims = [
                told(&parts[0], ClaimKind::Displaced, Figure::exactly(14)).number("14").victims(households),
                told(&parts[1], ClaimKind::Displaced, Figure::exactly(240))
                    .number("240")
                    .victims(individuals)
                    .part_of(0),
            ];
            let body = [text];
            let report = Report { body: &body, claims: &claims, ..Report::default() };
            check_case(&RULE, &Case::new(&[report], &[]), &[]);
        }
    }
}
