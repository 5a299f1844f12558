use super::super::Basis;
use super::*;

fn edge((from, to, certainty): (usize, usize, Certainty)) -> Edge {
    Edge { from, to, basis: Basis::Cites, certainty, reason: String::new(), evidence: Vec::new() }
}

fn origins(sure: &[(usize, usize)], suspected: &[(usize, usize)]) -> Origins {
    let sure = sure.iter().map(|(from, to)| (*from, *to, Certainty::Confirmed));
    let suspected = suspected.iter().map(|(from, to)| (*from, *to, Certainty::Suspected));
    let mut edges: Vec<Edge> = sure.chain(suspected).map(edge).collect();
    edges.sort_by_key(|edge| (edge.from, edge.to));
    Origins { edges, cited: 1_000_000, ..Origins::default() }
}

#[track_caller]
fn check(sure: &[(usize, usize)], suspected: &[(usize, usize)], reports: &[usize], said: &str) {
    assert_eq!(
        count(&origins(sure, suspected), reports).to_string(),
        said,
        "{sure:?} {suspected:?} {reports:?}"
    );
}

#[test]
fn reports_are_counted_by_where_they_lead() {
    check(&[], &[], &[], "0 reports, 0 origins");
    check(&[], &[], &[4], "1 report, 1 origin");
    check(&[], &[], &[4, 4], "1 report, 1 origin");
    check(&[], &[], &[1, 2], "2 reports, 2 origins");
    // Five outlets print one agency, which is no report itself.
    check(&[(1, 9), (2, 9), (3, 9), (4, 9), (5, 9)], &[], &[1, 2, 3, 4, 5], "5 reports, 1 origin");
    // One rests on another of them.
    check(&[(1, 2)], &[], &[1, 2], "2 reports, 1 origin");
    check(&[(1, 2), (2, 3), (3, 4)], &[], &[1, 4], "2 reports, 1 origin");
    // The same, though it cites forty more.
    check(&[(1, 2), (1, 50), (1, 51), (1, 52)], &[], &[1, 2], "2 reports, 1 origin");
    // That a study cites many works makes one report of it.
    check(&[(1, 50), (1, 51), (1, 52)], &[], &[1], "1 report, 1 origin");
    check(&[(1, 50), (1, 51), (2, 51), (2, 52)], &[], &[1, 2], "2 reports, 2 origins");
    check(&[(1, 50), (1, 51), (2, 50), (3, 51)], &[], &[1, 2, 3], "3 reports, 2 origins");
    check(&[(1, 8), (2, 8), (8, 50), (8, 51)], &[], &[1, 2], "2 reports, 1 origin");
    check(&[(1, 8), (2, 8), (2, 51), (8, 50), (8, 51)], &[], &[1, 2], "2 reports, 2 origins");
    check(&[(1, 50), (1, 51), (2, 50), (3, 50), (3, 51)], &[], &[1, 2, 3], "3 reports, 2 origins");
}

#[test]
fn what_is_suspected_gives_the_least() {
    check(&[(1, 9), (2, 9)], &[(4, 3)], &[1, 2, 3, 4], "4 reports, 2 to 3 origins");
    check(&[(1, 2)], &[(2, 1)], &[1, 2], "2 reports, 1 origin");
    check(&[], &[(1, 2), (2, 3), (3, 1)], &[1, 2, 3], "3 reports, 1 to 3 origins");
    // A suspicion never adds an origin.
    check(&[(1, 9), (2, 9)], &[(9, 50), (9, 51)], &[1, 2], "2 reports, 1 origin");
}

#[test]
fn a_circle_has_no_origin() {
    check(&[(1, 2), (2, 1)], &[], &[1, 2], "2 reports, 0 origins");
    check(&[(1, 2), (2, 1)], &[], &[1], "1 report, 0 origins");
    check(&[(1, 2), (2, 1)], &[], &[1, 2, 3], "3 reports, 1 origin");
    check(&[(1, 2), (2, 1), (2, 3)], &[], &[1, 2], "2 reports, 1 origin");
    check(&[(1, 2), (2, 1), (2, 3)], &[], &[1, 2, 3], "3 reports, 1 origin");
    check(&[(1, 1)], &[], &[1], "1 report, 1 origin");
}

#[test]
fn roots_and_strands_say_where() {
    let known = origins(&[(1, 9), (2, 9), (4, 1)], &[(3, 2)]);
    assert_eq!(roots(&known, &[1, 2, 3, 4], Reach::Confirmed), [3, 9]);
    assert_eq!(roots(&known, &[1, 2, 3, 4], Reach::Suspected), [9]);
    let strands = strands(&known, &[1, 2, 3, 4], Reach::Confirmed);
    assert_eq!(strands.len(), 2);
    assert_eq!(strands[0], Strand { leading: vec![1, 2], echoes: vec![4], origins: vec![9] });
    assert_eq!(strands[1], Strand { leading: vec![3], echoes: vec![], origins: vec![3] });
}

/// Long chains and circles need no stack, and every report of a large case is followed once.
#[test]
fn a_hundred_thousand_works_are_followed_without_recursion() {
    const MANY: usize = 100_000;
    let all: Vec<usize> = (0..MANY).collect();
    let mut edges: Vec<(usize, usize)> = (0..MANY - 1).map(|at| (at, at + 1)).collect();
    check(&edges, &[], &[0], "1 report, 1 origin");
    check(&edges, &[], &all, "100000 reports, 1 origin");
    edges.push((MANY - 1, 0));
    check(&edges, &[], &all, "100000 reports, 0 origins");
    check(&edges, &[], &[7], "1 report, 0 origins");
}
