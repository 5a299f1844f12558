//! The tests of authorities, asked of small graphs.

use std::collections::HashSet;

use proptest::prelude::*;

use super::reach::Taking;
use super::test::Case;
use super::*;
use crate::party::{Kind, PartialDate};

/// "Moor 50 Halden": owner, share, asset. Names that begin with `X` or `Y` are listed; `?` is not known to be.
fn graph(ties: &[&str]) -> Graph {
    let mut graph = Graph::default();
    for (line, tie) in (1..).zip(ties) {
        let mut words = tie.split_whitespace();
        let (owner, share, asset) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
        let [owner, asset] = [owner, asset].map(|name| {
            let person = name.starts_with(['X', 'Y', '?']);
            graph.node(name, name, if person { Kind::LegalEntity } else { Kind::Company })
        });
        let tie = match share {
            "directs" => Tie::Directs { role: Some("director".to_owned()) },
            share => Tie::Owns {
                share: Range::parse(&share.replace('_', " ")).unwrap_or(Range::UNKNOWN),
                written: Some(share.to_owned()),
            },
        };
        let date = |name: &str| words.clone().find_map(|word| PartialDate::parse(word.strip_prefix(name)?));
        let when = Interval { since: date("from:"), until: date("to:"), stated: None };
        let source = Source::Line { file: "register".to_owned(), line };
        graph.tie(Edge { owner, asset, tie, when, certainty: Certainty::Stated, source });
    }
    graph
}

fn ask(graph: &Graph, regime: Regime, day: &str) -> Outcome {
    let day = PartialDate::parse(day).unwrap();
    let target = graph.find("T").unwrap();
    test(graph, regime.rule(day), target, day, |party| match graph.nodes()[party].name.chars().next() {
        Some('X' | 'Y') => Standing::Listed(vec!["list".to_owned()]),
        Some('?') => Standing::NotKnown("no snapshot".to_owned()),
        _ => Standing::NotListed,
    })
}

#[track_caller]
fn check(ties: &[&str], us: Answer, eu: Answer, uk: Answer) {
    let graph = graph(ties);
    for (regime, expected) in [(Regime::Us, us), (Regime::Eu, eu), (Regime::Uk, uk)] {
        let outcome = ask(&graph, regime, "2025-03-01");
        assert_eq!(outcome.answer, expected, "{} of {ties:?}: {outcome:#?}", regime.name());
        assert_eq!(!outcome.open.is_empty(), outcome.ownership == Answer::Depends, "{ties:?}");
    }
}

use Answer::{Depends, No, NotRecorded, Yes};

#[test]
fn ofac_faq_401_and_its_kind() {
    // Through a company that is half owned.
    check(&["X 50 A", "A 50 T"], Yes, Yes, No);
    // Two stakes of 25 through two companies that are half owned.
    check(&["X 50 A", "X 50 B", "A 25 T", "B 25 T"], Yes, Yes, No);
    // At once, and through a company.
    check(&["X 50 A", "X 10 T", "A 40 T"], Yes, Yes, No);
    // What goes through a company that is less than half owned does not count.
    check(&["X 50 A", "X 25 B", "A 25 T", "B 25 T"], No, No, No);
    check(&["X 25 A", "X 25 B", "A 50 T", "B 50 T"], No, No, No);
    // Two people together own the company between.
    check(&["X 25 A", "Y 25 A", "A 50 T"], Yes, Yes, No);
    // Shares are not multiplied: half of half of half.
    check(&["X 50 A", "A 50 B", "B 50 T"], Yes, Yes, No);
    check(&["X 51 A", "A 51 B", "B 51 T"], Yes, Yes, Yes);
}

#[test]
fn each_authority_has_its_threshold() {
    check(&["X 50 T"], Yes, Yes, No);
    check(&["X 49.99 T"], No, No, No);
    check(&["X 51 T"], Yes, Yes, Yes);
    // Two together: an arrangement would decide it in the UK.
    check(&["X 30 T", "Y 30 T"], Yes, Yes, Depends);
    check(&["X 25 T", "Y 25 T"], Yes, Yes, No);
    assert_eq!(ask(&graph(&["X 50 T"]), Regime::Eu, "2024-03-01").answer, No);
    assert_eq!(ask(&graph(&["X 25 T", "Y 25 T"]), Regime::Us, "2014-01-01").answer, No);
}

#[test]
fn control_counts_where_it_does() {
    check(&["X directs T"], NotRecorded, Depends, Depends);
    check(&["X directs A", "A 100 T"], No, Depends, Depends);
    check(&["X directs A", "A 10 T"], No, No, No);
    check(&["A directs T"], NotRecorded, NotRecorded, NotRecorded);
}

#[test]
fn ranges_and_unknown_shares_are_left_open() {
    check(&["X 25-50 T"], Depends, Depends, No);
    check(&["X 50-75 T"], Yes, Yes, Depends);
    check(&["X unknown T"], Depends, Depends, Depends);
    check(&["? 60 T"], Depends, Depends, Depends);
    check(&["X more_than_50 T"], Yes, Yes, Yes);
    // What others surely hold leaves too little.
    check(&["X unknown T", "A 80 T"], No, No, No);
    check(&["X unknown T", "A 50 T"], Depends, Depends, No);
    // Two minorities of more than a quarter are more than half.
    check(&["X more_than_25 T", "Y more_than_25 T"], Yes, Yes, Depends);
}

#[test]
fn what_would_decide_is_told() {
    let outcome = ask(&graph(&["X unknown T", "Y 20 T", "A 40 T"]), Regime::Us, "2025-03-01");
    let [Open::Share { needed, decides, holding }] = &outcome.open[..] else { panic!("{outcome:?}") };
    assert_eq!(needed.unwrap().to_string(), "30 %");
    assert_eq!((*decides, holding.share), (Decides::Alone, Range::UNKNOWN));
    let outcome = ask(&graph(&["X 30 T", "Y 30 T"]), Regime::Uk, "2025-03-01");
    assert!(matches!(&outcome.open[..], [Open::JointArrangement { parties }] if parties.len() == 2));
    let any_two = ["X unknown A", "A 30 T", "X unknown B", "B 30 T", "X unknown C", "C 30 T"];
    let outcome = ask(&graph(&any_two), Regime::Us, "2025-03-01");
    assert!(
        outcome.open.iter().all(|open| matches!(open, Open::Share { decides: Decides::WithOthers, .. })),
        "{outcome:?}"
    );
}

#[test]
fn circles_prove_nothing() {
    check(&["A 100 B", "B 100 A", "A 60 T"], No, No, No);
    check(&["X 10 A", "B 60 A", "A 60 B", "A 60 T"], No, No, No);
    check(&["X 60 A", "B 40 A", "A 60 B", "B 60 T"], Yes, Yes, Yes);
    check(&["T 60 A", "A 60 T"], No, No, No);
    check(&["T 60 T", "X 60 T"], Yes, Yes, Yes);
    let outcome = ask(&graph(&["X 60 A", "B 40 A", "A 60 B", "B 60 T"]), Regime::Us, "2025-03-01");
    assert!(
        outcome
            .remarks
            .iter()
            .any(|remark| matches!(remark, Remark::Circle { parties } if parties.len() == 2))
    );
}

#[test]
fn shares_hold_for_their_time() {
    for (ties, day, expected) in [
        (&["X 60 T to:2024-05-01"][..], "2024-05-01", Yes),
        (&["X 60 T to:2024-05-01"], "2024-05-02", NotRecorded),
        (&["X 60 T from:2024"], "2024-05-02", Depends),
        (&["X 60 T from:2024"], "2023-05-02", NotRecorded),
        (&["X 40 T to:2023-12-31", "X 60 T from:2024-01-01"], "2024-06-01", Yes),
        (&["X 40 T to:2023-12-31", "X 60 T from:2024-01-01"], "2023-06-01", No),
    ] {
        assert_eq!(ask(&graph(ties), Regime::Us, day).answer, expected, "{ties:?} on {day}");
    }
}

#[test]
fn records_that_cannot_be_right_are_told() {
    let told = |ties: &[&str]| ask(&graph(ties), Regime::Us, "2025-03-01");
    let over = told(&["X 40 T", "A 70 T"]);
    assert!(over.remarks.iter().any(|remark| matches!(remark, Remark::OverHundred { .. })));
    // More than all of it, or less than nothing: not known, and told.
    for (share, is_told) in [("150", true), ("-5_%", true), ("unknown", false), ("60", false)] {
        let told = told(&[&format!("X {share} T")]);
        let no_share = told.remarks.contains(&Remark::NoShare { edge: 0 });
        assert_eq!((no_share, told.answer == Depends), (is_told, share != "60"), "{share}");
    }
    // Two lines of one share are one share.
    let twice = told(&["X 30 T", "X 30 T"]);
    assert_eq!((twice.answer, twice.groups[0].held.to_string()), (No, "30 %".to_owned()));
    let contrary = told(&["X 30 T", "X 60 T"]);
    assert_eq!(contrary.answer, Depends);
    assert!(contrary.remarks.iter().any(|remark| matches!(remark, Remark::Contradiction { .. })));
}

#[test]
fn paths_and_gaps_are_told() {
    let graph = graph(&["X 50 A", "A 40 T", "X 10 T"]);
    let outcome = ask(&graph, Regime::Us, "2025-03-01");
    let owners = &outcome.groups[0].owners;
    let shown: Vec<_> = owners.iter().map(|owner| &*graph.nodes()[owner.party].name).collect();
    assert_eq!(shown, ["A", "X"]);
    assert!(matches!(&owners[0].because, Because::Owned(by) if graph.nodes()[by[0].party].name == "X"));
    assert_eq!(outcome.groups[0].held.to_string(), "50 %");
    let outcome = ask(&super::tests::graph(&["X 30 T"]), Regime::Us, "2025-03-01");
    assert_eq!(outcome.gaps.iter().map(|gap| gap.up_to.to_string()).collect::<Vec<_>>(), ["70 %"]);
}

#[test]
fn long_chains_and_wide_fans_end() {
    let chain: Vec<String> = (0..2_000).map(|at| format!("C{at} 60 C{}", at + 1)).collect();
    let ties: Vec<&str> =
        ["X 60 C0"].into_iter().chain(chain.iter().map(String::as_str)).chain(["C2000 60 T"]).collect();
    assert_eq!(ask(&graph(&ties), Regime::Us, "2025-03-01").answer, Yes);
}

/// All that owners own, by the letter of the rule: until nothing is added, whoever is owned enough by those found.
fn owned_by(case: &Case, owners: &[usize], taking: Taking) -> HashSet<usize> {
    let mut found: HashSet<usize> = owners.iter().copied().collect();
    let is_owned = |found: &HashSet<usize>, asset: usize| {
        let sum = |mine: bool, share: fn(Range) -> Percent| {
            let all = case.holdings.of(asset).filter(|holding| found.contains(&holding.owner) == mine);
            all.map(|holding| share(holding.share)).sum::<Percent>()
        };
        let (low, high, others) =
            (sum(true, |share| share.low), sum(true, |share| share.high), sum(false, |share| share.low));
        let left = if low + others > Percent::HUNDRED { high } else { Percent::HUNDRED - others };
        (if taking == Taking::Least { low } else { high.min(left) }) >= case.rule.threshold
    };
    loop {
        let more: Vec<usize> = case
            .holdings
            .assets()
            .filter(|asset| !found.contains(asset) && is_owned(&found, *asset))
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

proptest! {
    /// Ways that are gone through once come to what each owner alone would.
    #[test]
    fn owners_own_the_same_whichever_way_it_is_found(ties in prop::collection::vec((0..9_usize, 0..8_usize, 2..10_usize), 1..16)) {
        let names = ["X", "Y", "X2", "?", "A", "B", "C", "D", "T", "E"];
        let shares = ["60", "51", "50", "30", "20", "25-60", "unknown", "100"];
        let ties: Vec<String> =
            ties.iter().map(|(owner, share, asset)| format!("{} {} {}", names[*owner], shares[*share], names[*asset])).chain(["E 1 T".to_owned()]).collect();
        let graph = graph(&ties.iter().map(String::as_str).collect::<Vec<_>>());
        let target = graph.find("T").unwrap();
        let day = PartialDate::parse("2025-03-01").unwrap();
        let above = graph.above(target);
        let standing = |party: &usize| match graph.nodes()[*party].name.chars().next() {
            Some('X' | 'Y') => Standing::Listed(Vec::new()),
            Some('?') => Standing::NotKnown(String::new()),
            _ => Standing::NotListed,
        };
        let standings = above.iter().filter(|party| **party != target).map(|party| (*party, standing(party))).collect();
        let case = Case { rule: Regime::Uk.rule(day), holdings: Holdings::on(&graph, &above, day), standings, target };
        for taking in [Taking::Least, Taking::Most] {
            let listed = case.listed(taking);
            let each: Vec<HashSet<usize>> = listed.iter().map(|owner| owned_by(&case, &[*owner], taking)).collect();
            prop_assert_eq!(case.met(taking), each.iter().any(|owned| owned.contains(&target)));
            prop_assert_eq!(case.owned(taking), each.into_iter().flatten().collect());
            let together: HashSet<usize> = case.together(taking).parties().collect();
            prop_assert_eq!(together, owned_by(&case, &listed, taking));
        }
    }
}
