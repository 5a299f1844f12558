//! Grouping, judgements, contests, tables and rules on claims written by hand.

use super::rules::{Rule, choose};
use super::table::{Row, rows};
use super::trial::{Case, Report, Told, killed, told};
use super::{ClaimRef, Incident};
use crate::claims::ClaimKind;
use crate::decisions::{Decisions, Likeness, Verdict};
use crate::entities::EntityKind;
use crate::quantities::Figure;

const fn at(document: usize, claim: usize) -> ClaimRef {
    ClaimRef { document, claim }
}

fn groups(incidents: &[Incident]) -> Vec<Vec<(usize, usize)>> {
    let each = incidents.iter();
    each.map(|incident| incident.claims.iter().map(|of| (of.document, of.claim)).collect()).collect()
}

/// Each report is one sentence a paragraph, with one claim: quote, figure, place, date, perpetrator.
type Line<'t> = (&'t str, u64, &'t str, &'t str, &'t str);

fn case(reports: &[&[Line<'_>]]) -> Case {
    let bodies: Vec<Vec<&str>> =
        reports.iter().map(|lines| lines.iter().map(|line| line.0).collect()).collect();
    let claims: Vec<Vec<Told<'_>>> = reports
        .iter()
        .map(|lines| {
            let each = lines.iter();
            each.map(|(quote, number, place, on, by)| killed(quote, *number).at(place).on(on).by(by))
                .collect()
        })
        .collect();
    let reports: Vec<Report<'_>> =
        bodies.iter().zip(&claims).map(|(body, claims)| Report { body, claims, notes: &[] }).collect();
    let names = [
        ("Column", EntityKind::ArmedGroup),
        ("Guard", EntityKind::ArmedGroup),
        ("FRB", EntityKind::ArmedGroup),
    ];
    Case::new(&reports, &names)
}

#[track_caller]
fn check(reports: &[&[Line<'_>]], expected: &[&[(usize, usize)]]) {
    let found = groups(&case(reports).conclude(&Decisions::default()).incidents);
    let expected: Vec<Vec<(usize, usize)>> = expected.iter().map(|group| group.to_vec()).collect();
    assert_eq!(found, expected);
}

#[test]
fn one_place_on_one_day_is_one_event() {
    check(
        &[
            &[(
                "On 3 May 2024 the Column killed 43 in Kessatene.",
                43,
                "Kessatene",
                "2024-05-03",
                "the Column",
            )],
            &[("The raid on Kessatène of 3 May left 50 dead.", 50, "Kessatène", "--05-03", "")],
        ],
        &[&[(0, 0), (1, 0)]],
    );
}

#[test]
fn two_days_at_one_place_are_two_events() {
    check(
        &[
            &[("On 3 May 2024 the Column killed 43 in Kessa.", 43, "Kessa", "2024-05-03", "the Column")],
            &[("On 5 May 2024 the Column killed 12 in Kessa.", 12, "Kessa", "2024-05-05", "the Column")],
        ],
        &[&[(0, 0)], &[(1, 0)]],
    );
}

#[test]
fn reports_that_date_one_battle_two_days_apart_are_joined_by_what_they_share() {
    let reports: &[&[Line<'_>]] = &[
        &[("On 3 May 2024 the Column killed 43 in Kessa.", 43, "Kessa", "2024-05-03", "the Column")],
        &[("The Column killed 43 near Kessa on 5 May.", 43, "near Kessa", "--05-05", "The Column")],
    ];
    check(reports, &[&[(0, 0), (1, 0)]]);
    let incident = &case(reports).conclude(&Decisions::default()).incidents[0];
    assert_eq!(
        incident.joins[0].reason,
        "same place, dates two days apart, both name the same party, both give 43 killed"
    );
    assert_eq!(incident.name, "Kessa, 3 May 2024: killed");
}

#[test]
fn other_actors_on_one_day_stay_apart_unless_something_else_agrees() {
    let guard = |number| {
        ("The Guard killed some in Kessa on 3 May 2024.", number, "Kessa", "2024-05-03", "The Guard")
    };
    let column = ("On 3 May 2024 the Column killed 43 in Kessa.", 43, "Kessa", "2024-05-03", "the Column");
    check(&[&[column], &[guard(7)]], &[&[(0, 0)], &[(1, 0)]]);
    check(&[&[column], &[guard(43)]], &[&[(0, 0), (1, 0)]]);
}

#[test]
fn a_month_joins_a_day_only_if_one_day_fits_best() {
    let day = |text: &'static str, on| (text, 43, "Kessa", on, "the Column");
    let first = day("On 3 May 2024 the Column killed 43 in Kessa.", "2024-05-03");
    let month = ("In May 2024 the Column killed dozens in Kessa.", 24, "Kessa", "2024-05", "the Column");
    check(&[&[first], &[month]], &[&[(0, 0), (1, 0)]]);
    let second = ("On 20 May 2024 the Column killed 12 in Kessa.", 12, "Kessa", "2024-05-20", "the Column");
    check(&[&[first], &[second], &[month]], &[&[(0, 0)], &[(1, 0)], &[(2, 0)]]);
}

#[test]
fn a_wide_area_is_no_place() {
    check(
        &[
            &[("On 3 May 2024 some killed 43 in Halden province.", 43, "Halden province", "2024-05-03", "")],
            &[(
                "On 3 May 2024 others killed 12 in Halden province.",
                12,
                "Halden province",
                "2024-05-03",
                "",
            )],
        ],
        &[&[(0, 0)], &[(1, 0)]],
    );
}

#[test]
fn two_events_in_a_city_on_one_day_may_be_two() {
    let line = |text, number, by| (text, number, "Nairobi", "2024-05-03", by);
    let first = line("On 3 May 2024 a blast killed 43 in Nairobi.", 43, "");
    check(&[&[first], &[line("On 3 May 2024 police shot 2 in Nairobi.", 2, "")]], &[&[(0, 0)], &[(1, 0)]]);
    let column = line("On 3 May 2024 the Column killed 43 in Nairobi.", 43, "the Column");
    check(
        &[&[column], &[line("On 3 May 2024 the Column killed 40 in Nairobi.", 40, "the Column")]],
        &[&[(0, 0), (1, 0)]],
    );
}

#[test]
fn a_paragraph_runs_on_until_it_turns_to_another_day() {
    let body = [
        "On 3 May 2024, 43 people died in Kessa. The chief spoke of 50. The following day, 12 died at the ford.",
    ];
    let claims = [
        killed("43 people died in Kessa", 43).at("Kessa").on("2024-05-03"),
        killed("The chief spoke of 50", 50).said("The chief"),
        killed("12 died at the ford", 12).at("the ford"),
    ];
    let case = Case::new(&[Report { body: &body, claims: &claims, notes: &[] }], &[]);
    let incidents = case.conclude(&Decisions::default()).incidents;
    assert_eq!(groups(&incidents), [vec![(0, 0), (0, 1)], vec![(0, 2)]]);
    assert_eq!(incidents[0].contested[0].figures.len(), 2);
}

#[test]
fn counts_over_time_and_strengths_are_no_incidents() {
    let body = ["Since 2020, 800 people died. The Column has 600 fighters."];
    let claims = [
        killed("800 people died", 800).on("2020/2024").over_time(),
        told("The Column has 600 fighters", ClaimKind::Other, Figure::exactly(600)),
    ];
    let case = Case::new(&[Report { body: &body, claims: &claims, notes: &[] }], &[]);
    assert!(case.conclude(&Decisions::default()).incidents.is_empty());
}

fn three_reports() -> Case {
    let line = |text, number| (text, number, "Kessa", "2024-05-03", "the Column");
    case(&[
        &[line("On 3 May 2024 the Column killed 43 in Kessa.", 43)],
        &[line("By 3 May 2024 in Kessa the Column had killed 50.", 50)],
        &[line("In Kessa on 3 May 2024 the Column killed 60.", 60)],
    ])
}

fn judged(judgements: &[(usize, usize, Likeness)]) -> Decisions {
    let mut decisions = Decisions::default();
    for (one, two, likeness) in judgements {
        let pair = (at(*one, 0), at(*two, 0));
        decisions.incidents.insert(pair, *likeness);
        decisions.incident_order.push(pair);
    }
    decisions
}

#[test]
fn judgements_override_what_agrees() {
    use Likeness::{Different, Same, Unsure};
    let case = three_reports();
    let grouped = |judgements: &[(usize, usize, Likeness)]| {
        let conclusions = case.conclude(&judged(judgements));
        (groups(&conclusions.incidents), conclusions.contradictions.len())
    };
    assert_eq!(grouped(&[]), (vec![vec![(0, 0), (1, 0), (2, 0)]], 0));
    assert_eq!(grouped(&[(0, 1, Different)]).0.len(), 2);
    assert_eq!(grouped(&[(0, 1, Unsure)]).0.len(), 2);
    assert_eq!(
        grouped(&[(0, 1, Different), (0, 2, Different)]),
        (vec![vec![(0, 0)], vec![(1, 0), (2, 0)]], 0)
    );
    // Two are one with a third, and two: what was judged last stands.
    let (groups, contradictions) = grouped(&[(0, 2, Same), (1, 2, Same), (0, 1, Different)]);
    assert_eq!((groups.len(), contradictions), (2, 1));
    let (groups, contradictions) = grouped(&[(0, 1, Different), (0, 2, Same), (1, 2, Same)]);
    assert_eq!((groups.len(), contradictions), (1, 1));
    assert_eq!(grouped(&[(0, 1, Unsure), (0, 2, Same), (1, 2, Same)]).0.len(), 1);
}

#[test]
fn people_may_join_what_nothing_else_joins() {
    let line = |text, on| (text, 43, "Kessa", on, "the Column");
    let case = case(&[
        &[line("On 3 May 2024 the Column killed 40 in Kessa.", "2024-05-03")],
        &[line("On 9 May 2024 the Column killed 41 in Kessa.", "2024-05-09")],
    ]);
    let conclusions = case.conclude(&judged(&[(0, 1, Likeness::Same)]));
    assert_eq!(groups(&conclusions.incidents), [vec![(0, 0), (1, 0)]]);
    assert_eq!(conclusions.incidents[0].joins[0].reason, "somebody judged them to be about one event");
}

#[test]
fn rejected_claims_take_no_part() {
    let mut decisions = Decisions::default();
    decisions.claims.insert(at(1, 0), Verdict::Rejected);
    assert_eq!(groups(&three_reports().conclude(&decisions).incidents), [vec![(0, 0), (2, 0)]]);
}

/// What two figures of one event, said by two, are: whether they are in dispute.
#[track_caller]
fn disputed(one: (&str, Figure), two: (&str, Figure), expected: bool) {
    let body = [
        "On 3 May 2024 the raid on Kessa took its toll, said the nurse; of others spoke the clerk.",
        one.0,
        two.0,
    ];
    let of = |side: (&'static str, Figure), said| {
        let victims = side.0.rsplit(" of ").next().unwrap_or_default();
        told(side.0, ClaimKind::Killed, side.1)
            .number(side.0)
            .victims(victims)
            .at("Kessa")
            .on("2024-05-03")
            .said(said)
    };
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let claims = [of((leak(one.0), one.1), "the nurse"), of((leak(two.0), two.1), "the clerk")];
    let case = Case::new(&[Report { body: &body, claims: &claims, notes: &[] }], &[]);
    let incidents = case.conclude(&Decisions::default()).incidents;
    assert_eq!(incidents.len(), 1, "{one:?} {two:?}");
    assert_eq!(!incidents[0].contested.is_empty(), expected, "{one:?} {two:?}");
}

#[test]
fn only_figures_that_cannot_both_hold_are_in_dispute() {
    let exactly = Figure::exactly;
    for (one, two, expected) in [
        (("dozens of people", Figure::at_least(24)), ("84 of people", exactly(84)), false),
        (("at least 500 of people", Figure::at_least(500)), ("520 of people", exactly(520)), false),
        (("20 to 80 of people", Figure::range(20, 80)), ("84 of people", exactly(84)), true),
        (("31 of people", exactly(31)), ("33 of persons", exactly(33)), true),
        (("about 20 of victims", Figure::at_least(20)), ("115 of people", exactly(115)), true),
        (("about 60 of victims", Figure::at_least(60)), ("70 of people", exactly(70)), false),
        (("46 of civilians", exactly(46)), ("23 of children", exactly(23)), false),
        (("46 of people", exactly(46)), ("23 of soldiers", exactly(23)), false),
        (("46 of people", exactly(46)), ("70 of civilians", exactly(70)), true),
        (("9 of employees", exactly(9)), ("4 of staff", exactly(4)), true),
        (("9 of soldiers", exactly(9)), ("4 of civilians", exactly(4)), false),
        (("9 of soldats", exactly(9)), ("4 of soldiers", exactly(4)), true),
        (("57 of bodies", exactly(57)), ("136 of people", exactly(136)), false),
        (("at most 10 of people", Figure::at_most(10)), ("12 of people", exactly(12)), true),
        (("9 of potters", exactly(9)), ("4 of weavers", exactly(4)), false),
    ] {
        disputed(one, two, expected);
    }
}

#[test]
fn a_later_toll_is_no_dispute() {
    let body = [
        "On 3 May 2024, 43 people died in Kessa, said the nurse. The toll later rose to 61, said the clerk.",
    ];
    let claims = [
        killed("43 people died in Kessa", 43).at("Kessa").on("2024-05-03").said("the nurse"),
        killed("The toll later rose to 61", 61).said("the clerk"),
    ];
    let case = Case::new(&[Report { body: &body, claims: &claims, notes: &[] }], &[]);
    assert!(case.conclude(&Decisions::default()).incidents[0].contested.is_empty());
}

#[test]
fn figures_stand_side_by_side_and_rules_choose_as_they_say() {
    let case = three_reports();
    let conclusions = case.conclude(&Decisions::default());
    let rows = rows(&conclusions.incidents[0], &case.sources(), &conclusions);
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.quantity == rows[0].quantity));
    let rows: Vec<&Row> = rows.iter().collect();
    let best = |rule: &Rule| {
        let choice =
            choose(rule, &rows, &conclusions.works, &conclusions.origins).expect("there are numbers");
        assert_eq!((choice.low, choice.high), (43, 60));
        (choice.best, choice.left_out)
    };
    assert_eq!(best(&Rule::Acled), (Some(43), vec![1, 2]));
    assert_eq!(best(&Rule::Majority).0, None);
    assert_eq!(best(&Rule::Ucdp).0, Some(43));
    assert_eq!(best(&Rule::Hierarchy(vec![crate::citations::WorkKind::News])).0, None);
}
