//! Sessions of somebody who reads lists against documents: `scan`, `ownership`, rule E06.

use insta::assert_snapshot;

use crate::session::Session;

const LIST: &str = r#"{"id":"K-1","schema":"Person","properties":{"name":["OSTREV, Jann Viktorovich"],"alias":["Янн Острев"],"weakAlias":["The Miller"],"birthDate":["1970-03"]}}
{"id":"S-1","schema":"Sanction","properties":{"entity":["K-1"],"program":["KESSA"],"listingDate":["2023-06-01"]}}
{"id":"K-2","schema":"Company","properties":{"name":["Varenn Kessoum Trading LLC"]}}
{"id":"O-1","schema":"Ownership","properties":{"owner":["K-1"],"asset":["K-3"],"percentage":["51"],"startDate":["2020-01-01"]}}
{"id":"K-3","schema":"Company","properties":{"name":["Tolmen Holding"],"topics":["sanction.linked"]}}
{"id":"O-2","schema":"Ownership","properties":{"owner":["K-3"],"asset":["K-4"],"percentage":["30"]}}
{"id":"O-3","schema":"Ownership","properties":{"owner":["K-2"],"asset":["K-4"],"percentage":["20-30"]}}
{"id":"K-4","schema":"Company","properties":{"name":["Marrow Haulage"],"topics":["sanction.linked"]}}
{"id":"D-1","schema":"Directorship","properties":{"director":["K-1"],"organization":["K-4"],"role":["chairman"]}}
"#;

const REPORT: &str = "Riverbend, 3 May 2024

The gold was bought by Varenn Kessoum Trading, a trader in Marrow.[1] Jann Ostrev signed for it, and Ostrev was called the \
Miller by all.

Рудник купил Янн Острев; деньги дали Острёву.

[1] Mira Sefton, “Gold at Marrow,” Riverbend Courier, 2 May 2024.
";

fn session() -> Session {
    let session = Session::new();
    session.file("list.jsonl", LIST).file("report.txt", REPORT);
    session.run("lists add list.jsonl --list kessa --date 2024-05-01 --lists lists");
    session
}

#[test]
fn listed_names_are_told_with_their_sentences() {
    let session = session();
    assert_snapshot!(session.run("scan report.txt --lists lists"), @"");
    assert_snapshot!(session.run("scan report.txt --lists lists --as-of 2024-04-01"), @"");
    session.file("other.txt", "Nobody is named here.\n");
    assert_snapshot!(session.run("scan other.txt --lists lists"), @"");
    assert_snapshot!(session.run("scan report.txt --lists lists --only un"), @"");
}

#[test]
fn programs_get_rows() {
    let session = session();
    let rows = session.run("scan report.txt --lists lists --json");
    let first = rows.lines().next().unwrap_or_default();
    assert_snapshot!(first, @"");
}

#[test]
fn a_case_is_scanned_and_checked() {
    let session = session();
    session.run("init case");
    session.run("add --case case report.txt");
    assert_snapshot!(session.run("scan --case case --lists lists --limit 1"), @"");
    assert_snapshot!(session.run("check --case case --lists lists --as-of 2024-05-01 --deny note"), @"");
    // Without lists, the rule is silent.
    let unasked = session.run("check --case case");
    assert!(!unasked.contains("E06"), "{unasked}");
}

#[test]
fn ownership_is_told_with_its_paths() {
    let session = session();
    assert_snapshot!(session.run("ownership kessa:K-4 --as-of 2024-05-01 --lists lists"), @"");
    assert_snapshot!(session.run("ownership Nobody --as-of 2024-05-01 --lists lists"), @"");
    let rows = session.run("ownership kessa:K-3 --as-of 2024-05-01 --lists lists --json");
    assert_snapshot!(rows.lines().next().unwrap_or_default(), @"");
}
