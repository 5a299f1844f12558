use super::super::trial::{Paper, case, told};
use super::super::{Basis, Edge};

const COMMUNIQUE: &str = "In the night of March 14 to 15, a patrol of the armed forces was fired upon by a column of raiders near the ferry landing of Kessa. The patrol returned fire with discipline and the forces seized six motorcycles, eleven rifles and a quantity of ammunition. No civilian was harmed. Market stalls that the raiders had filled with fuel caught fire as they fled.";
const APART: &str = "Residents reached by telephone described how men in uniform went from house to house with a list and called out the captains by name, while two pickups closed the road to the north. The hospital of the district took in eleven people with wounds of bullets before its doctor was told to go home and say nothing to anybody.";
const FOOTER: &str = "The Sable Herald is published every day but Sunday by the Sable Herald Company of Kessa, whose offices stand on the Old Quay beside the customs house. Letters to the editor must bear the name and the address of those who write them, and may be shortened before they are printed in this newspaper.";

#[track_caller]
fn check(papers: &[(&str, &[&str])], expected: &[&str]) {
    let papers: Vec<Paper<'_>> = papers.iter().map(|(name, body)| Paper { name, body, notes: &[] }).collect();
    let (read, conclusions) = case(&papers);
    let edges: Vec<Edge> =
        conclusions.origins.edges.iter().filter(|edge| edge.basis == Basis::TextReuse).cloned().collect();
    assert_eq!(told(&read, &conclusions, &edges), expected);
    for edge in &edges {
        assert_eq!(edge.evidence.len(), 2, "{}", edge.reason);
    }
}

#[test]
fn copied_text_is_suspected() {
    let story = format!("The army gave its account on Friday. {COMMUNIQUE} The governor praised the men.");
    check(
        &[("communique.txt", &["16 March 2024", COMMUNIQUE]), ("herald.html", &["17 March 2024", &story])],
        &["herald.html > communique.txt (text reuse, Suspected)"],
    );
    // The earlier is rested on, wherever it stands in the case.
    check(
        &[("herald.html", &["17 March 2024", &story]), ("communique.txt", &["16 March 2024", COMMUNIQUE])],
        &["herald.html > communique.txt (text reuse, Suspected)"],
    );
    check(&[("a.html", &[APART]), ("communique.txt", &[COMMUNIQUE])], &[]);
    check(&[("a.html", &["Kessa burns."]), ("b.html", &["Kessa burns."])], &[]);
}

#[test]
fn without_dates_the_order_is_that_of_the_case_and_said_so() {
    let story = format!("The army gave its account on a day on which no newspaper was printed. {COMMUNIQUE}");
    let papers = [
        Paper { name: "herald.html", body: &[&story], notes: &[] },
        Paper { name: "communique.txt", body: &[COMMUNIQUE], notes: &[] },
    ];
    let (read, conclusions) = case(&papers);
    let edges = &conclusions.origins.edges;
    assert_eq!(told(&read, &conclusions, edges), ["communique.txt > herald.html (text reuse, Suspected)"]);
    assert!(edges[0].reason.contains("no date tells which came first"), "{}", edges[0].reason);
}

#[test]
fn what_an_outlet_prints_everywhere_is_no_reuse() {
    let other = "Rice costs a third more than a year ago on every market between the coast and the hills, and those who carry it by boat say that they pay twice for each sack: once at the landing, once to whoever stands there with a rifle and a receipt book on the day that they come through.";
    check(
        &[
            ("herald/1.html", &[APART, FOOTER]),
            ("herald/2.html", &[COMMUNIQUE, FOOTER]),
            ("herald/3.html", &[other, FOOTER]),
        ],
        &[],
    );
}

/// Many copies of one text are each tied to some of the first, not all to all.
#[test]
fn a_text_printed_everywhere_stays_near_linear() {
    let papers: Vec<(String, String)> = (0..300)
        .map(|number| (format!("{number}.txt"), format!("Outlet {number} writes. {COMMUNIQUE}")))
        .collect();
    let bodies: Vec<[&str; 1]> = papers.iter().map(|(_, body)| [body.as_str()]).collect();
    let papers: Vec<Paper<'_>> =
        papers.iter().zip(&bodies).map(|((name, _), body)| Paper { name, body, notes: &[] }).collect();
    let (_, conclusions) = case(&papers);
    assert!(conclusions.origins.edges.len() <= 300 * super::MOST_COMPARED);
    let all: Vec<usize> = (0..300).collect();
    assert_eq!(super::super::count(&conclusions.origins, &all).to_string(), "1 report, 1 origin");
}
