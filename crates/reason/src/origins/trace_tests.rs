use super::super::trial::{Paper, Read, case, told};
use super::super::{CitedWorks, count};
use super::*;

const HERALD: Paper<'static> = Paper {
    name: "herald.html",
    body: &[
        "Men burn the market at Kessa ferry",
        "By Ada Moor",
        "March 16, 2024",
        "They killed 14 people, the army said.¹",
    ],
    notes: &[(
        "1",
        "Ministry of Defense of Kessa, “Fourteen raiders killed at the ferry,” press release, March 15, 2024.",
    )],
};
const REPORT: Paper<'static> = Paper {
    name: "report.md",
    body: &["They were killed.¹ ²"],
    notes: &[
        ("1", "Ada Moor, “Men Burn the Market at Kessa Ferry,” The Sable Herald, March 16, 2024."),
        (
            "2",
            "Ministry of Defense of Kessa, “Fourteen raiders killed at the ferry,” press release, March 15, 2024.",
        ),
    ],
};

#[test]
fn a_held_work_rests_on_what_it_cites() {
    let (read, conclusions) = case(&[REPORT, HERALD]);
    let edges = told(&read, &conclusions, &conclusions.origins.edges);
    assert_eq!(
        edges,
        [
            "Men Burn the Market at Kessa Ferry > Fourteen raiders killed at the ferry (cites, Confirmed)",
            "report.md > Men Burn the Market at Kessa Ferry (cites, Confirmed)",
            "report.md > Fourteen raiders killed at the ferry (cites, Confirmed)",
        ]
    );
    let cited = CitedWorks::new(&conclusions.works);
    let works = cited.of_notes(0, &read.analyses[0], &[0, 1]);
    assert_eq!(count(&conclusions.origins, &works).to_string(), "2 reports, 1 origin");
}

#[track_caller]
fn check_judged(verdicts: &[(usize, usize, Verdict)], expected: &[&str]) {
    let read = Read::of(&[REPORT, HERALD]);
    let sources = read.sources();
    let works = crate::works::join(&sources);
    let ids: Vec<&str> = sources.iter().map(|source| source.id).collect();
    let known = trace(&sources, &works, &Decisions::default());
    let mut decisions = Decisions::default();
    for (from, to, verdict) in verdicts {
        let name = |standing: usize| name(&known, &works, &ids, standing);
        decisions.edges.insert((name(*from), name(*to)), *verdict);
    }
    let conclusions = crate::conclude(&sources, &decisions);
    assert_eq!(told(&read, &conclusions, &conclusions.origins.edges), expected);
}

#[test]
fn judgements_stand_over_what_is_found() {
    use Verdict::{Accepted, Rejected};
    let through =
        "Men Burn the Market at Kessa Ferry > Fourteen raiders killed at the ferry (cites, Confirmed)";
    let first = "report.md > Men Burn the Market at Kessa Ferry (cites, Confirmed)";
    let second = "report.md > Fourteen raiders killed at the ferry (cites, Confirmed)";
    check_judged(&[], &[through, first, second]);
    check_judged(&[(0, 1, Rejected)], &[first, second]);
    let judged = "Fourteen raiders killed at the ferry > report.md (judged, Confirmed)";
    check_judged(&[(1, 2, Accepted), (2, 1, Rejected)], &[through, judged, first]);
}
