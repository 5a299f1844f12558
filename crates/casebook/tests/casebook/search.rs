use casebook::Error;
use proptest::prelude::*;

use crate::support::Desk;

fn texts() -> Desk {
    let desk = Desk::new();
    desk.file("a.txt", "A raid at dawn\n\nGeneral Camará came to Ménaka before dawn.");
    desk.file("b.txt", "A drill\n\nThe dawn drill was no raid.");
    desk.add(&desk.files);
    desk.build();
    desk
}

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let hits = texts().case.search(query, 10).unwrap();
    let mut found: Vec<_> = hits.hits.iter().map(|hit| &*hit.snippet).collect();
    found.sort_unstable();
    assert_eq!(found, expected, "{query}");
    assert_eq!(hits.total, expected.len() as u64);
}

#[test]
fn words_phrases_prefixes_and_exclusions() {
    let came = "General Camará came to Ménaka before dawn.";
    check("camara", &[came]);
    check("CAMARÁ menaka", &[came]);
    check("\"before dawn\"", &[came]);
    check("\"dawn before\"", &[]);
    check("cam*", &[came]);
    check("raid -drill", &["A raid at dawn"]);
    check("dawn drill", &["The dawn drill was no raid."]);
}

#[test]
fn a_hit_says_where_and_what_matched() {
    let desk = texts();
    let hits = desk.case.search("menaka", 10).unwrap().hits;
    let hit = &hits[0];
    assert_eq!((&*hit.document, hit.page), ("a.txt", Some(1)));
    let loaded = desk.case.load().unwrap();
    let text: Vec<char> = loaded.documents[0].document.text.chars().collect();
    let word: String = text[hit.start..hit.end].iter().collect();
    assert_eq!(word, "Ménaka");
    let (from, to) = hit.marks[0];
    let marked: String = hit.snippet.chars().skip(from).take(to - from).collect();
    assert_eq!(marked, "Ménaka");
}

#[test]
fn the_best_come_first_and_no_more_than_asked_for() {
    let hits = texts().case.search("dawn", 2).unwrap();
    assert_eq!((hits.hits.len(), hits.total), (2, 3));
}

#[test]
fn nothing_that_can_be_typed_is_an_error_of_the_database() {
    let desk = texts();
    let hostile =
        ["\"", "a\"b", "NEAR(a b)", "a AND", "text:a", "^a", "a + b", "{a}", "*", "-", "';--", "a\0b"];
    let answer = |query: &str| match desk.case.search(query, 3) {
        Ok(_) | Err(Error::EmptyQuery { .. }) => Ok(()),
        Err(error) => Err(TestCaseError::fail(format!("{query:?}: {error}"))),
    };
    for query in hostile {
        answer(query).unwrap();
    }
    proptest!(ProptestConfig::with_cases(400), |(query in "[-\"*()a-z:^{}+\\PC]{0,20}")| {
        answer(&query)?;
    });
}
