//! F01: speakers give figures of one quantity of one incident that cannot both hold.

use crate::incidents::{Contest, Incident, Side};

use super::corpus::Corpus;
use super::figures::{claim, claim_place, note_labels, number, spoken_kind};
use super::wording::listed;
use super::{Code, Diagnostic, Rule, Typed};

pub(super) const RULE: Rule = Rule {
    code: Code::F01,
    why: "A report that gives one side's figure without the other's takes a side. Readers must see who says what.",
    wrong: &[Typed::report(
        "On 3 May 2024, 43 people were killed in the village of Kessa, the hospital said. The army said that nine people were killed.\n",
    )],
    right: &[Typed::report(
        "On 3 May 2024, 43 people were killed in the village of Kessa, the hospital said. The army said that about 40 people were killed.\n",
    )],
    silence: "when all sides are given where the figure stands",
    run: check,
};

fn check(corpus: &Corpus<'_>) -> Vec<Diagnostic> {
    let incidents = corpus.conclusions.incidents.iter();
    incidents
        .flat_map(|incident| incident.contested.iter().map(|contest| told(corpus, incident, contest)))
        .collect()
}

fn told(corpus: &Corpus<'_>, incident: &Incident, contest: &Contest) -> Diagnostic {
    let sides: Vec<String> = contest.figures.iter().map(|side| spoken(corpus, side)).collect();
    let whom = contest.victims.as_ref().map(|victims| format!(" ({victims})")).unwrap_or_default();
    let message = format!(
        "{}: the figures of {}{whom} cannot all hold: {}.",
        incident.name,
        spoken_kind(contest.what),
        listed(&sides)
    );
    let first_claims = contest.figures.iter().filter_map(|side| side.claims.first());
    let mut diagnostic = Diagnostic::new(
        Code::F01,
        message,
        "Give every figure with who says it. Which one is right is not for the program to say.",
    );
    for of in first_claims {
        let (reading, claim) = claim(corpus, *of);
        diagnostic = diagnostic.at(claim_place(corpus, *of)).notes(note_labels(reading, claim));
    }
    diagnostic
}

fn spoken(corpus: &Corpus<'_>, side: &Side) -> String {
    let of = side.claims.first().map(|of| claim(corpus, *of));
    let figure = of.map_or_else(|| side.figure.words(), |(reading, claim)| number(reading, claim));
    let whom = of.and_then(|(reading, claim)| Some(reading.quote(claim.victims?)));
    let figure = whom.map_or_else(|| figure.clone(), |whom| format!("{figure} {whom}"));
    let who = side.attributed_to.clone().or_else(|| {
        let of = side.claims.first()?;
        Some(corpus.readings[of.document].name.to_owned())
    });
    who.map_or_else(|| figure.clone(), |who| format!("{figure} ({who})"))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check_case;
    use super::RULE;
    use crate::incidents::trial::{Case, Report, killed};

    fn reports(body: &[&str], first: u64, second: u64, expected: &[(&str, &[&str])]) {
        let claims = [
            killed("43 people were killed in Kessa", first)
                .victims("people")
                .at("Kessa")
                .on("2024-05-03")
                .said("the hospital"),
            killed("only nine people died", second).number("nine").victims("people").said("The army"),
        ];
        check_case(
            &RULE,
            &Case::new(&[Report { body, claims: &claims, ..Report::default() }], &[]),
            expected,
        );
    }

    const BODY: &[&str] = &[
        "On 3 May 2024, 43 people were killed in Kessa, the hospital said. The army said that only nine people died.",
    ];

    #[test]
    fn disjoint_figures_of_two_speakers_are_told() {
        reports(
            BODY,
            43,
            9,
            &[(
                "Kessa, 3 May 2024: killed: the figures of killed (people) cannot all hold: 43 people (the hospital) and nine people (The army).",
                &["43 people were killed in Kessa", "only nine people died"],
            )],
        );
    }

    #[test]
    fn agreeing_figures_are_silent() {
        reports(BODY, 43, 43, &[]);
    }
}
