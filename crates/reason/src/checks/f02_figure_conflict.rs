//! F02: one report gives one quantity in two ways.

mod sums;
mod tabled;

use std::collections::HashMap;

use crate::claims::{Claim, ClaimKind, StandsIn};
use crate::dates::Interval;
use crate::document::Span;
use crate::incidents::ClaimRef;
use crate::quantities::{Bounds, Closeness};
use crate::text::fold_words;

use super::corpus::{Corpus, Reading};
use super::figures::{claim, claim_place, note_labels, number, spoken_kind};
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::F02,
    why: "Summary, body and table of one report say the same thing; where they differ, one of them was not corrected.",
    wrong: &[Typed::report(
        "On 3 May 2024, 43 people were killed in the village of Kessa.\n\n\
             The column came at dawn. On 3 May 2024, 34 people were killed in Kessa.\n",
    )],
    right: &[Typed::report(
        "On 3 May 2024, 43 people were killed in the village of Kessa.\n\n\
             The column came at dawn. On 3 May 2024, 43 people were killed in Kessa.\n",
    )],
    silence: "when the two passages count different people or different days",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = corpus
        .reviewed()
        .iter()
        .filter_map(|incident| incident.conflict)
        .map(|(one, two)| told(corpus, one, two))
        .collect();
    for reading in &corpus.readings {
        found.extend(totals(corpus, reading));
        found.extend(tabled::conflicts(reading));
        let before = spans_in(&found, reading.index);
        found.extend(sums::conflicts(reading, &before));
    }
    found
}

/// The passages of one document in which a conflict was found.
fn spans_in(found: &[Diagnostic], document: usize) -> Vec<Span> {
    let places = found.iter().flat_map(|diagnostic| &diagnostic.places);
    places.filter(|place| place.document == document).filter_map(|place| place.span).collect()
}

/// What makes two counts over time one quantity: all that is said of them, but the number.
type Quantity = (ClaimKind, Interval, String, String);

/// Counts over time, which belong to no incident: the same victims, time and place in the same words.
fn totals(corpus: &Corpus<'_>, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut first: HashMap<Quantity, (ClaimRef, Bounds)> = HashMap::new();
    let mut found = Vec::new();
    for (index, claim) in
        reading.analysis.claims.iter().enumerate().filter(|(_, claim)| claim.suggested_by.is_none())
    {
        let Some((quantity, bounds)) = total(reading, claim) else {
            continue;
        };
        let of = ClaimRef { document: reading.index, claim: index };
        match first.get(&quantity) {
            // Of one paragraph they are told bit by bit: men, women, children.
            Some((earlier, known)) if known.excludes(bounds) && apart(reading, *earlier, of) => {
                found.push(told(corpus, *earlier, of));
            }
            Some(_) => {}
            None => drop(first.insert(quantity, (of, bounds))),
        }
    }
    found
}

/// In two blocks of the document.
fn apart(reading: &Reading<'_>, one: ClaimRef, two: ClaimRef) -> bool {
    let block = |of: ClaimRef| {
        let start = reading.analysis.claims[of.claim].span.start;
        reading.document.blocks.partition_point(|block| block.span.start <= start)
    };
    block(one) != block(two)
}

fn total(reading: &Reading<'_>, claim: &Claim) -> Option<(Quantity, Bounds)> {
    let in_text = matches!(claim.stands_in, StandsIn::Body | StandsIn::Caption);
    let alone = claim.subset_of.is_none() && claim.said_by.is_empty() && !claim.negated;
    let when = claim.when.filter(|when| when.interval.from.is_some() && when.interval.to.is_some())?;
    if !(claim.cumulative && in_text && alone) || claim.what == ClaimKind::Other {
        return None;
    }
    let words = |span| fold_words(reading.quote(span));
    let victims = claim.victims.map(words)?;
    let place = claim.place.map(words).unwrap_or_default();
    let bounds = Bounds::of(claim.figure, Closeness::AsWritten)?;
    Some(((claim.what, when.interval, victims, place), bounds))
}

fn told(corpus: &Corpus<'_>, one: ClaimRef, two: ClaimRef) -> Diagnostic {
    let (reading, first) = claim(corpus, one);
    let (_, second) = claim(corpus, two);
    let message = format!(
        "The report gives one quantity ({}) in two ways: {} and {}.",
        spoken_kind(first.what),
        number(reading, first),
        number(reading, second)
    );
    Diagnostic::new(Code::F02, message, "Check which figure is meant, or say what sets the two apart.")
        .at(claim_place(corpus, one))
        .at(claim_place(corpus, two))
        .notes(note_labels(reading, first))
        .notes(note_labels(reading, second))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check_case;
    use super::RULE;
    use crate::incidents::trial::{Case, Report, Told, killed};

    fn reports(body: &[&str], claims: &[Told<'_>], expected: &[(&str, &[&str])]) {
        check_case(&RULE, &Case::new(&[Report { body, claims, ..Report::default() }], &[]), expected);
    }

    const BODY: &[&str] = &[
        "On 3 May 2024, 43 people were killed in Kessa.",
        "The column came at dawn. By noon on 3 May 2024 it had killed 34 people in Kessa.",
    ];

    fn first() -> Told<'static> {
        killed("On 3 May 2024, 43 people were killed in Kessa", 43)
            .number("43")
            .victims("people")
            .at("Kessa")
            .on("2024-05-03")
    }

    fn second() -> Told<'static> {
        killed("By noon on 3 May 2024 it had killed 34 people in Kessa", 34)
            .number("34")
            .victims("people")
            .at("Kessa")
            .on("2024-05-03")
    }

    #[test]
    fn two_totals_of_one_voice_are_told() {
        reports(
            BODY,
            &[first(), second()],
            &[(
                "The report gives one quantity (killed) in two ways: 43 and 34.",
                &[
                    "On 3 May 2024, 43 people were killed in Kessa",
                    "By noon on 3 May 2024 it had killed 34 people in Kessa",
                ],
            )],
        );
    }

    #[test]
    fn other_people_days_and_speakers_are_no_conflict() {
        let soldiers = "By noon on 3 May 2024 it had killed 34 soldiers in Kessa";
        let days_later = "By noon on 9 May 2024 it had killed 34 people in Kessa";
        for (other, told) in [
            (soldiers, killed(soldiers, 34).victims("soldiers").at("Kessa").on("2024-05-03")),
            (days_later, killed(days_later, 34).victims("people").at("Kessa").on("2024-05-09")),
        ] {
            reports(
                &[BODY[0], &format!("The column came at dawn. {other}.")],
                &[first(), told.number("34")],
                &[],
            );
        }
        let said = [
            "On 3 May 2024, 43 people were killed in Kessa.",
            "The column said that it had killed 34 people in Kessa.",
        ];
        let column =
            killed("The column said that it had killed 34 people in Kessa", 34).victims("people").at("Kessa");
        reports(&said, &[first(), column.on("2024-05-03").said("The column").number("34")], &[]);
    }

    #[test]
    fn what_is_told_bit_by_bit_is_no_conflict() {
        let body =
            &["On 3 May 2024 in Kessa, 43 people were killed at the ford. A shell killed another 5 people."];
        let next =
            killed("A shell killed another 5 people", 5).victims("people").at("Kessa").on("2024-05-03");
        reports(
            body,
            &[killed("43 people were killed", 43).victims("people").at("Kessa").on("2024-05-03"), next],
            &[],
        );
    }

    #[test]
    fn some_of_the_dead_and_a_side_of_its_own_are_no_conflict() {
        let some = "Three of the dead were found in Kessa on 3 May 2024";
        let part = killed(some, 3).number("Three").victims("dead").at("Kessa").on("2024-05-03");
        reports(&[BODY[0], &format!("{some}.")], &[first(), part], &[]);
        let own = "In our ranks, three fighters fell in Kessa on 3 May 2024, the Front said";
        let theirs = "On 3 May 2024 it killed nine mercenaries in Kessa, the Front said";
        let told = |words: &'static str, number, figure, victims| {
            killed(words, number)
                .number(figure)
                .victims(victims)
                .at("Kessa")
                .on("2024-05-03")
                .said("the Front")
        };
        let claims = [told(theirs, 9, "nine", "mercenaries"), told(own, 3, "three", "fighters")];
        reports(&[&format!("{theirs}."), &format!("{own}.")], &claims, &[]);
    }

    #[test]
    fn totals_over_time_agree_with_each_other() {
        let body = &[
            "In 2023 at least 318 civilians were killed.",
            "Of those killed in 2023, 381 civilians lived in Kessa.",
        ];
        let one = killed("at least 318 civilians were killed", 318)
            .victims("civilians")
            .on("2023")
            .over_time()
            .number("318");
        let two =
            killed("381 civilians lived", 381).victims("civilians").on("2023").over_time().number("381");
        let message = "The report gives one quantity (killed) in two ways: 318 and 381.";
        reports(
            body,
            &[one, two],
            &[(message, &["at least 318 civilians were killed", "381 civilians lived"])],
        );
        reports(body, &[one, two.at("Kessa")], &[]);
    }
}
