//! Sessions over a case.

use insta::assert_snapshot;

use crate::session::Session;

const MEMO: &str = "The ferry stopped at noon.\n\nNobody was told why.\n";

fn case_with_two_files() -> Session {
    let session = Session::new();
    session.file("in/memo.txt", MEMO).file("in/empty.txt", "");
    session.run("init case");
    session.run("add --case case in");
    session
}

#[test]
fn from_nothing_to_a_first_look() {
    let session = Session::new();
    session.file("in/memo.txt", MEMO).file("in/again.txt", MEMO).file("in/empty.txt", "");
    assert_snapshot!(session.run("init case"), @r"
    ! began a case in case
    ! next: `tickmark add --case case FILE...`
    ");
    assert_snapshot!(session.run("add --case case in missing.txt"), @r"
    added 2, 1 known bytes by a new way, 1 failed
    ! error: could not add missing.txt
    !   why: cannot read missing.txt: No such file or directory (os error 2)
    ! next: `tickmark build` reads them, `tickmark check` says what is wrong
    status Some(1)
    ");
    assert_snapshot!(session.run("add --case case in"), @"added 0, 3 already there");
    assert_snapshot!(session.run("build --case case"), @r"
    read 1, 1 not readable, 0 works cited, 1 diagnostic
    ! warning: could not read empty.txt: the file is empty (0 bytes)
    status Some(1)
    ");
    assert_snapshot!(session.run("status --case case"), @r"
    exhibits     2 (0.0 MB), obtained in 3 ways
    documents    1, archives 0
    notes        0, markers 0
    citations    0, of 0 works
    incidents    0, of 0 claims
    entities     0
    diagnostics  1
    acts         4
    not read     empty.txt: the file is empty (0 bytes)
                 get the file again: a download or copy may have failed
    ");
    assert_snapshot!(session.run("log --case case"), @r"
    0  [TIME]  Awa Sarr  began case [HASH]
    1  [TIME]  Awa Sarr  added in/again.txt (49 bytes, [HASH])
    2  [TIME]  Awa Sarr  added in/empty.txt (0 bytes, [HASH])
    3  [TIME]  Awa Sarr  added in/memo.txt (49 bytes, [HASH])
    ");
    assert_snapshot!(session.run("verify --case case"), @r"
    looked at 4 acts and 2 exhibits (49 bytes)
    everything is what was written; this does not prove that it is true or was lawfully obtained
    ");
    assert_snapshot!(session.run("check --case case"), @r"
    error[D01]: empty.txt could not be read: the file is empty (0 bytes)
      --> empty.txt
       = help: read it by hand: nothing in it was checked

    read again.txt: 0 notes, 0 markers, 0 citations
    in all: 1 document, 0 works cited, 1 file not read
    found: 1 error (D01 1)
    hint: `tickmark explain D01` says why a rule exists and how to silence it
    status Some(1)
    ");
    assert_snapshot!(session.run("search --case case ferry NOON"), @r"
    again.txt
      The ferry stopped at noon.
    1 passage
    ");
    assert_snapshot!(session.run("search --case case submarine"), @r"
    nothing found
    status Some(1)
    ");
}

#[test]
fn standard_input_has_a_name() {
    let session = Session::new();
    session.run("init case");
    let told = session.run_with("add --case case --name call.txt --json -", MEMO.as_bytes());
    assert_snapshot!(told, @r#"{"event":"added","origin":"-","sha256":"[HASH]","size":49}"#);
    let rows = session.run("export --case case documents");
    assert!(rows.contains("\"document\":\"call.txt\""), "{rows}");
}

#[test]
fn rebuilt_exports_are_the_same_bytes() {
    let session = case_with_two_files();
    for what in ["documents", "text", "notes", "markers", "citations", "works", "diagnostics"] {
        let line = format!("export --case case {what}");
        let first = session.output(line.split(' '), b"").stdout;
        session.run("rebuild --case case");
        assert_eq!(session.output(line.split(' '), b"").stdout, first, "{what}");
    }
}

#[test]
fn exports_go_where_they_should() {
    let session = case_with_two_files();
    assert_snapshot!(session.run("export --case case --out rows.csv --format csv text"), @"! warning: could not read empty.txt: the file is empty (0 bytes)");
    let rows = std::fs::read_to_string(session.path("rows.csv")).expect("written");
    assert!(rows.contains("The ferry stopped at noon."), "{rows}");
    assert_snapshot!(session.run("export --case case sentences"), @r"
    ! error: there are no rows called `sentences`
    !  hint: known are documents, text, notes, markers, citations, works, claims, incidents, entities, mentions, relations, money, designations, replies, recommendations, diagnostics, ftm, imported
    status Some(2)
    ");
    assert_snapshot!(session.run("export --case case notes --format ris"), @r"
    ! error: notes cannot be written as a bibliography
    !  hint: bibtex, ris and csl are formats of `tickmark export works`
    status Some(2)
    ");
    assert_snapshot!(session.run("export --case case works --format csl"), @"[]");
    let schema = session.output("export --schema".split(' '), b"").stdout;
    let schema: serde_json::Value = serde_json::from_slice(&schema).expect("JSON");
    assert!(schema["rows"]["citations"].is_object(), "{schema}");
}

#[test]
fn where_there_is_no_case_the_way_to_one_is_told() {
    let session = Session::new();
    assert_snapshot!(session.run("status"), @r"
    ! error: there is no case here
    !   why: neither [FOLDER] nor a folder above it is one
    !  hint: `tickmark init DIR` begins one; `--case DIR` names one
    status Some(2)
    ");
    assert_snapshot!(session.run("add --case nowhere memo.txt"), @r"
    ! error: nowhere is not a case: it has no tickmark.json
    !  hint: `tickmark init DIR` begins a case
    status Some(2)
    ");
    session.run("init case");
    assert_snapshot!(session.run("init case"), @r"
    ! error: case is a case already
    !  hint: go on with it: `tickmark add --case DIR FILE...`
    status Some(2)
    ");
    assert_snapshot!(session.run("search --case case ferry"), @r"
    ! error: the case case has no projection
    !  hint: `tickmark build` reads what was added
    status Some(2)
    ");
}

#[test]
fn the_case_is_found_from_within() {
    let session = case_with_two_files();
    let status = crate::session::command(&session.path("case/vault"))
        .arg("status")
        .output()
        .expect("the program runs");
    assert!(status.status.success(), "{}", session.transcript(&status));
}

#[test]
fn damage_is_found_and_nothing_is_changed() {
    let session = case_with_two_files();
    let ledger = session.path("case/ledger.jsonl");
    let damaged = std::fs::read_to_string(&ledger).expect("read").replace("memo.txt", "mem0.txt");
    std::fs::write(&ledger, &damaged).expect("written");
    let told = session.run("verify --case case");
    assert!(told.contains("damage: ledger"), "{told}");
    assert!(told.contains("status Some(1)"), "{told}");
    let told = session.run("add --case case in");
    assert!(told.contains("is damaged"), "{told}");
    assert_eq!(std::fs::read_to_string(&ledger).expect("read"), damaged);
}
