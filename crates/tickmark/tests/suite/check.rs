//! `check` and `explain` on files that lie in no case.

use insta::assert_snapshot;
use reason::checks::Code;

use crate::session::{Session, command};

const TEXT: &str = "The ferry stopped at noon.\n\nNobody was told why.\n";

#[test]
fn a_text_without_fault_is_clean() {
    let session = Session::new();
    session.file("memo.txt", TEXT);
    assert_snapshot!(session.run("check memo.txt"), @r"
    read memo.txt: 0 notes, 0 markers, 0 citations
    in all: 1 document, 0 works cited
    no notes were recognised; figures, names and tables were checked, and there is nothing to complain of
    ");
    assert_snapshot!(session.run_with("check -", TEXT.as_bytes()), @r"
    read stdin: 0 notes, 0 markers, 0 citations
    in all: 1 document, 0 works cited
    no notes were recognised; figures, names and tables were checked, and there is nothing to complain of
    ");
    assert_snapshot!(session.run("check --format json memo.txt"), @"");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    let session = Session::new();
    session.file("a/memo.txt", TEXT).file("a/nothing.txt", "");
    assert_snapshot!(session.run("check a missing.pdf"), @r"
    error[D01]: a/nothing.txt could not be read: the file is empty (0 bytes)
      --> a/nothing.txt
       = help: get the file again: a download or copy may have failed

    read a/memo.txt: 0 notes, 0 markers, 0 citations
    in all: 1 document, 0 works cited, 1 file not read
    found: 1 error (D01 1)
    hint: `tickmark explain D01` says why a rule exists and how to silence it
    ! error: could not look at missing.pdf
    !   why: No such file or directory (os error 2)
    status Some(1)
    ");
    assert_snapshot!(session.run("check --allow D01 a"), @r"
    read a/memo.txt: 0 notes, 0 markers, 0 citations
    in all: 1 document, 0 works cited, 1 file not read
    no notes were recognised; figures, names and tables were checked, and there is nothing to complain of
    ");
    assert_snapshot!(session.run("check --quiet a/nothing.txt"), @r"
    in all: 0 documents, 0 works cited, 1 file not read
    found: 1 error (D01 1)
    hint: `tickmark explain D01` says why a rule exists and how to silence it
    status Some(2)
    ");
    let coloured = session.run("check --max 1 --color always a/nothing.txt");
    assert_snapshot!(coloured.replace('\u{1b}', "ESC"), @r"
    ESC[1mESC[31merror[D01]ESC[0mESC[1m: a/nothing.txt could not be read: the file is empty (0 bytes)ESC[0m
      ESC[1mESC[34m-->ESC[0m a/nothing.txt
       ESC[1mESC[34m=ESC[0m ESC[1mESC[32mhelpESC[0m: get the file again: a download or copy may have failed

    in all: 0 documents, 0 works cited, 1 file not read
    found: ESC[1mESC[31m1 errorESC[0m (D01 1)
    ESC[1mESC[32mhintESC[0m: `tickmark explain D01` says why a rule exists and how to silence it
    status Some(2)
    ");
}

#[test]
fn one_row_a_diagnostic_for_programs() {
    let session = Session::new();
    session.file("a/nothing.txt", "");
    let output = session.output("check --format json a/nothing.txt".split(' '), b"");
    let row: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON line");
    assert_eq!(row["code"], "D01");
    assert_eq!(row["severity"], "error");
    assert_eq!(row["spans"][0]["document"], "nothing.txt");
}

#[test]
fn wrong_arguments_are_explained() {
    let session = Session::new();
    session.file("memo.txt", TEXT);
    assert_snapshot!(session.run("check"), @r"
    ! error: there is no case here
    !   why: neither [FOLDER] nor a folder above it is one
    !  hint: give files to check, or begin a case: `tickmark init DIR`
    status Some(2)
    ");
    assert_snapshot!(session.run("check --allow unresolved-markers memo.txt"), @r"
    ! error: there is no rule `unresolved-markers`
    !  hint: did you mean N01 (unresolved-marker), D01 (unread)?
    status Some(2)
    ");
    assert_snapshot!(session.run("check --deny sometimes memo.txt"), @r"
    ! error: there is no rule `sometimes`
    !   why: --deny takes error, warning, note, or a rule
    !  hint: `tickmark explain --list` lists all rules
    status Some(2)
    ");
    assert_snapshot!(session.run("check --memory 1MB memo.txt"), @r"
    ! error: --memory 1MB is too little
    !   why: a reading process needs 128 MB
    status Some(2)
    ");
    assert_snapshot!(session.run("check --timeout soon memo.txt"), @r"
    ! error: --timeout soon is not a time
    !  hint: write whole seconds, 1 to 86400
    status Some(2)
    ");
}

#[test]
fn pages_are_written_whole_and_replaced() {
    let session = Session::new();
    session.file("memo.txt", TEXT).file("memo.html", "old");
    assert_snapshot!(session.run("check --format html --out memo.html memo.txt"), @"! wrote memo.html");
    let page = std::fs::read_to_string(session.path("memo.html")).expect("written");
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    assert_snapshot!(session.run("check --format html --out no/such/folder.html memo.txt"), @r#"
    ! error: could not write no/such/folder.html
    !   why: No such file or directory (os error 2)
    status Some(2)
    "#);
    session.run("check --format sarif --out memo.sarif memo.txt");
    let log = std::fs::read(session.path("memo.sarif")).expect("written");
    let log: serde_json::Value = serde_json::from_slice(&log).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let left: Vec<_> = std::fs::read_dir(session.path("")).expect("read").collect();
    assert_eq!(left.len(), 3, "temporary files are left: {left:?}");
}

#[cfg(unix)]
#[test]
fn links_and_hidden_files_of_a_folder_are_not_followed() {
    let session = Session::new();
    session.file("a/memo.txt", TEXT).file("a/.draft.txt", TEXT);
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(from, session.path(to)).expect("linked");
    };
    link("..", "a/loop");
    link("memo.txt", "a/other.txt");
    assert_snapshot!(session.run("check a"), @r"
    read a/memo.txt: 0 notes, 0 markers, 0 citations
    in all: 1 document, 0 works cited
    no notes were recognised; figures, names and tables were checked, and there is nothing to complain of
    ! note: passed over a/loop: it is a link (give it by name to follow it)
    ! note: passed over a/other.txt: it is a link (give it by name to follow it)
    ");
    assert_snapshot!(session.run("check a/other.txt"), @r"
    read a/other.txt: 0 notes, 0 markers, 0 citations
    in all: 1 document, 0 works cited
    no notes were recognised; figures, names and tables were checked, and there is nothing to complain of
    ");
}

#[test]
fn the_same_bytes_are_checked_once() {
    let session = Session::new();
    session.file("one.txt", TEXT).file("two.txt", TEXT);
    assert_snapshot!(session.run("check one.txt two.txt"), @r"
    read one.txt: 0 notes, 0 markers, 0 citations
    in all: 1 document, 0 works cited
    no notes were recognised; figures, names and tables were checked, and there is nothing to complain of
    ! note: two.txt has the same bytes as one.txt: checked once
    ");
}

#[test]
fn every_rule_is_explained() {
    let session = Session::new();
    for code in Code::ALL {
        let told = session.run(&format!("explain {}", code.slug()));
        assert!(told.starts_with(code.name()), "{told}");
        assert!(told.contains(&format!("--allow {}", code.name())), "{told}");
    }
    let list = session.run("explain --list");
    assert_eq!(list.lines().count(), Code::ALL.len(), "{list}");
    assert_snapshot!(session.run("explain N1"), @r"
    ! error: there is no rule `N1`
    !  hint: did you mean N01 (unresolved-marker)?
    status Some(2)
    ");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    use std::process::Stdio;
    let session = Session::new();
    let mut child = command(&session.path(""))
        .args(["explain", "--list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(session.transcript(&output), "");
}

#[test]
fn shells_get_their_completions() {
    let session = Session::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = session.run(&format!("completions {shell}"));
        assert!(script.contains("tickmark"), "{shell}");
        assert!(!script.contains("memory-bytes"), "{shell} offers the hidden worker");
    }
}
