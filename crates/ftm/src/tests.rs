use proptest::prelude::*;
use proptest::string::string_regex;

use super::*;

fn gather(lines: &[&str]) -> Gathered {
    let mut gathering = Gathering::default();
    for (number, line) in (1..).zip(lines) {
        gathering.line(number, line);
    }
    gathering.finish()
}

/// What is said of the lines.
#[track_caller]
fn check(lines: &[&str], expected: &[&str]) {
    let told = gather(lines).told;
    let told: Vec<_> = told.iter().map(|one| format!("{}: {}", one.line, one.what.sentence())).collect();
    assert_eq!(told, expected, "{lines:#?}");
}

const OSTE: &str =
    r#"{"id":"a","schema":"Person","properties":{"name":["Jann Oste"],"alias":["The Miller"]}}"#;

#[test]
fn broken_lines_are_told_and_the_rest_goes_on() {
    check(&[OSTE, ""], &[]);
    check(&["{", OSTE], &["1: left out: it is not JSON (EOF while parsing an object, column 1)"]);
    check(&["[1]", OSTE], &["1: left out: it is no JSON object"]);
    check(&[r#"{"schema":"Person"}"#], &["1: left out: it has no id"]);
    check(&[r#"{"id":7,"schema":"Person"}"#], &["1: left out: it has no id"]);
    check(&[r#"{"id":"a","properties":{}}"#], &["1: left out: it has no schema"]);
    for schema in ["Spaceship", "Thing"] {
        let line = format!(r#"{{"id":"a","schema":"{schema}"}}"#);
        let told = format!("1: left out: no entity of FollowTheMoney has the schema “{schema}”");
        check(&[&line], &[&told]);
    }
    check(&[r#"{"id":"a","schema":"Person"}"#], &["1: “a” has no name; it is shown by its id"]);
    check(
        &[r#"{"id":"a","schema":"Person","properties":{"name":["Jann Oste",["x"]]}}"#],
        &["1: what “name” of “a” holds is not all text; the rest was left out"],
    );
    check(
        &[OSTE, r#"{"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"]}}"#],
        &["2: “o” ties “b”, which is not in the file"],
    );
}

#[test]
fn one_id_is_one_entity_whose_values_keep_their_lines() {
    let more = r#"{"id":"a","schema":"LegalEntity","properties":{"name":["Jann Oste","J. Oste"]}}"#;
    check(&[OSTE, more], &["2: “a” stands in line 1 already; both are taken as one"]);
    let gathered = gather(&[more, OSTE]);
    let [record] = &gathered.records[..] else { panic!("{gathered:#?}") };
    assert_eq!((&*record.schema, record.line), ("Person", 1));
    let names: Vec<_> = record.names().map(|(sort, value)| (sort, &*value.text, value.line)).collect();
    assert_eq!(
        names,
        [
            (NameSort::Name, "Jann Oste", 1),
            (NameSort::Name, "J. Oste", 1),
            (NameSort::Alias, "The Miller", 2)
        ]
    );
    let company = r#"{"id":"a","schema":"Company","properties":{"name":["Oste Ltd"]}}"#;
    check(&[OSTE, company], &["2: left out: “a” is of schema Company here, of Person in line 1"]);
}

#[test]
fn entities_within_entities_are_records_too() {
    let nested = r#"{"id":"a","schema":"Person","datasets":["lists"],"properties":{"name":["Jann Oste"],
        "addressEntity":[{"id":"x","schema":"Address","properties":{"full":["1 Mill Lane, Kessa"]}}],
        "ownershipOwner":[{"id":"o","schema":"Ownership","properties":{"owner":["a"],
            "asset":[{"id":"b","schema":"Company","properties":{"name":["Halden Mining"]}}]}}]}}"#;
    let line = nested.replace('\n', " ");
    let gathered = gather(&[&line, &line.replace("\"a\"", "\"c\"")]);
    let ids: Vec<_> = gathered.records.iter().map(|record| &*record.id).collect();
    assert_eq!(ids, ["a", "x", "o", "b", "c"]);
    assert_eq!(gathered.told, [], "what two hold is no repetition");
    let [a, _, o, ..] = &gathered.records[..] else { panic!() };
    assert_eq!(a.values("addressEntity")[0].text, "x");
    assert!(a.values("ownershipOwner").is_empty(), "the tie itself says so");
    assert_eq!(o.values("asset")[0].text, "b");
    assert_eq!(a.datasets, ["lists"]);
}

#[test]
fn a_tie_that_leaves_out_whom_it_stands_in_ties_it() {
    let line = r#"{"id":"a","schema":"Person","properties":{"name":["Jann Oste"],
        "sanctions":[{"id":"s","schema":"Sanction","properties":{"authority":["Office of Lists"]}}],
        "familyPerson":[{"id":"f","schema":"Family","properties":{"relative":[
            {"id":"b","schema":"Person","properties":{"name":["Mira Oste"]}}]}}],
        "proof":[{"no":"entity"}]}}"#;
    let gathered = gather(&[&line.replace('\n', " ")]);
    let find = |id: &str| gathered.records.iter().find(|record| record.id == id).expect(id);
    let ends =
        |id: &str| find(id).ends().map(|end| end.iter().map(|one| one.text.clone()).collect::<String>());
    assert_eq!(ends("s"), ["a", ""]);
    assert_eq!(ends("f"), ["a", "b"]);
    let told: Vec<_> = gathered.told.iter().map(|one| one.what.sentence()).collect();
    assert_eq!(told, ["what “proof” of “a” holds is not all text; the rest was left out"]);
}

#[test]
fn faults_of_a_kind_are_counted() {
    let gathered = gather(&["x"; 100]);
    assert_eq!((gathered.told.len(), gathered.untold, gathered.left_out), (5, 95, 100));
}

#[test]
fn no_line_is_too_deep() {
    let deep = |levels: usize| {
        let open = r#"{"id":"a","schema":"Person","properties":{"parent":["#.repeat(levels);
        format!("{open}{}", "]}}".repeat(levels))
    };
    for levels in [3, 20, 40, 10_000] {
        gather(&[&deep(levels)]);
        gather(&[&"[".repeat(levels)]);
    }
}

proptest! {
    #[test]
    fn no_line_makes_it_panic(lines in proptest::collection::vec(line(), 0..6)) {
        let lines: Vec<_> = lines.iter().map(String::as_str).collect();
        let gathered = gather(&lines);
        let ids: std::collections::HashSet<_> = gathered.records.iter().map(|record| &record.id).collect();
        prop_assert_eq!(ids.len(), gathered.records.len());
        prop_assert!(gathered.records.iter().all(|record| role(&record.schema).is_some()));
    }
}

/// Anything, and what is nearly a line.
fn line() -> impl Strategy<Value = String> {
    let value = || "(\"[a-c]?\"|7|null|\\[\"[a-c]\",\\{\\}\\]|\\{\"id\":\"[a-c]\",\"schema\":\"(Person|Sanction)\"\\})";
    let near = format!(
        "\\{{\"id\":{0},\"schema\":\"(Person|Ownership|Thing|LegalEntity)\",\"properties\":\\{{\"(name|owner|sanctions)\":{0}\\}}\\}}",
        value()
    );
    prop_oneof![".*", string_regex(&near).expect("a pattern")]
}
