//! Sessions of somebody who compares names.

use crate::session::Session;

/// What stands in what `tickmark` says, and what does not.
#[track_caller]
fn check(said: &str, there: &[&str], not_there: &[&str]) {
    for words in there {
        assert!(said.contains(words), "no {words:?} in\n{said}");
    }
    for words in not_there {
        assert!(!said.contains(words), "{words:?} in\n{said}");
    }
}

#[test]
fn two_names_are_compared_part_by_part() {
    let session = Session::new();
    let said = session.run("names compare Oste,Jann JannOste --schema Person");
    check(
        &said,
        &["same name: nothing is known but the names", "given name", "Oste = Oste +0.56"],
        &["error"],
    );
    let said = session.run(
        "names compare Jann-Oste Jann-Oste --schema Person --birth1 1970-03-04 --birth2 1961-01-02 --country1 no --country2 no",
    );
    check(
        &said,
        &["something contradicts", "birth differs: 1970-03-04 / 1961-01-02 -0.25", "country no = no +0.02"],
        &[],
    );
    let said = session.run("names compare Oste Oste --json");
    check(&said, &["\"says\":\"same_name\"", "\"because\":\"name_alone\"", "\"parts\":["], &[]);
    let said = session.run("names compare Oste ... --schema Person");
    check(&said, &["the other cannot be compared", "the name has no letter"], &[]);
    let said = session.run("names compare Oste Oste --birth1 3/4/70");
    check(&said, &["is no date"], &[]);
}

#[test]
fn a_table_of_pairs_is_scored_and_no_row_is_lost() {
    let session = Session::new();
    let table = "id,schema,name1,name2,birth1\n=1+1,Person,Jann Oste,\"OSTE, Jann\",1970\n2,Person,,Jann Oste,\n3,Company,Halden Mining Ltd,Halden Mining LLC,\n4,Person,Jann Oste\n5,Shoe,a,b,\n";
    session.file("pairs.csv", table);
    let said = session.run("names score pairs.csv --out scored.csv");
    check(
        &said,
        &[
            "row 3: name1: the name is empty",
            "row 5: 3 fields where the header has 5",
            "row 6: “Shoe” is no schema",
            "scored 2 rows, 3 rows not",
        ],
        &[],
    );
    let scored = std::fs::read_to_string(session.path("scored.csv")).expect("a table");
    let lines: Vec<&str> = scored.lines().collect();
    assert_eq!(lines.len(), 6);
    assert!(
        lines[0].ends_with("tickmark_score,tickmark_says,tickmark_because,tickmark_parts,tickmark_error")
    );
    assert!(lines[1].starts_with("'=1+1,Person,"), "a formula is text: {}", lines[1]);
    check(lines[1], &["1.000,same name,"], &[]);
    check(lines[3], &["1.000,same name,", "legal form Ltd = LLC (same meaning) 0"], &[]);
    session.file("other.csv", "a,b\n1,2\n");
    check(&session.run("names score other.csv"), &["there is no column name1", "the header has a, b"], &[]);
}
