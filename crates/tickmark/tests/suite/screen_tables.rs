//! Tables that are screened row by row.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use insta::assert_snapshot;

use crate::screen::{lists, masked};
use crate::session::{Session, command};

const CLIENTS: &str = "No;Name;DOB;Note\n1;Jann Oste;1970-03-02;\"says \"\"no\"\"; twice\"\n2;=HYPERLINK(\"x\");;\n3;;;\n4;Mira Sefton;3/4/65;-5\n5;too;few\n6;\"open;;\n7;Somebody Else;;@home\n";

#[test]
fn a_table_is_screened_row_by_row_and_nothing_is_lost() {
    let session = lists();
    session.file("clients.csv", CLIENTS);
    assert_snapshot!(session.screen(&["screen", "--csv", "clients.csv", "--out", "out.csv", "--schema", "Person"]), @r"
    screened 7 rows: somebody found in 2, to look at in 2, 3 rows not looked up: wrote out.csv
    ! columns: birth=DOB,name=Name
    ! warning: clients.csv, row 4: the name is empty
    ! warning: clients.csv, row 5: “3/4/65” is no date, or may be two; looked up without it
    ! warning: clients.csv, row 6: 3 fields where the header has 4
    ! warning: clients.csv, row 7: a quotation mark is not closed
    ! recorded as screening 5
    status Some(1)
    ");
    assert_snapshot!(masked(&fs::read_to_string(session.path("out.csv")).expect("written")), @r#"
    No;Name;DOB;Note;tickmark_hits;tickmark_open;tickmark_score;tickmark_says;tickmark_list;tickmark_entry;tickmark_name;tickmark_matched;tickmark_standing;tickmark_listed_on;tickmark_programmes;tickmark_snapshot;tickmark_why;tickmark_decision;tickmark_others;tickmark_error
    1;Jann Oste;1970-03-02;"says ""no""; twice";1;1;1.000;same name (what is known besides does not settle it);kessa;K-1;OSTE, Jann;OSTE, Jann;listed;2023-06-01;KESSA;2024-02-01;"given name Jann = Jann [POINTS]; family name Oste = OSTE [POINTS]; birth 1970-03-02 = 1970-03 (as far as known) [POINTS]";;;
    2;"'=HYPERLINK(""x"")";;;0;0;;;;;;;;;;;;;;
    3;;;;;;;;;;;;;;;;;;;the name is empty
    4;Mira Sefton;3/4/65;'-5;1;1;1.000;same name;kessa;K-4;Mira Sefton;Mira Sefton;listed;2024-01-20;KESSA;2024-02-01;"given name Mira = Mira [POINTS]; name Sefton = Sefton [POINTS]";;;"“3/4/65” is no date, or may be two; looked up without it"
    5;too;few;;;;;;;;;;;;;;;;;3 fields where the header has 4
    6;"""open";;;;;;;;;;;;;;;;;;a quotation mark is not closed
    7;Somebody Else;;'@home;0;0;;;;;;;;;;;;;;
    "#);
    assert_snapshot!(session.screen(&["runs"]), @r"
    RUN  WHEN                  BY        ASKED                 LISTS                HITS
      5  [TIME]  Awa Sarr  clients.csv (7 rows)  kessa of 2024-02-01     2
    ! next: `tickmark screen --repeat RUN` does one again and says whether the result is the same
    ");
    let run = session.screen(&["runs", "--json"]);
    let run: serde_json::Value = serde_json::from_str(run.lines().next().expect("a run")).expect("JSON");
    let number = run["run"].to_string();
    assert_snapshot!(session.screen(&["screen", "--repeat", &number]), @r"
    the same result as screening 5 of clients.csv (7 rows) by Awa Sarr on [TODAY]
    ! warning: clients.csv, row 4: the name is empty
    ! warning: clients.csv, row 5: “3/4/65” is no date, or may be two; looked up without it
    ! warning: clients.csv, row 6: 3 fields where the header has 4
    ! warning: clients.csv, row 7: a quotation mark is not closed
    ");
    session.file("clients.csv", CLIENTS.replace("Oste", "Hale"));
    assert!(session.screen(&["screen", "--repeat", &number]).contains("is not the table that was screened"));
}

#[test]
fn a_table_is_never_written_over_itself() {
    let session = lists();
    session.file("clients.csv", CLIENTS);
    assert_snapshot!(session.screen(&["screen", "--csv", "clients.csv", "--out", "./clients.csv"]), @r"
    ! error: --out ./clients.csv is the table that is screened
    !   why: it would be written over
    !  hint: give another file to write to
    status Some(2)
    ");
    assert_eq!(fs::read_to_string(session.path("clients.csv")).expect("there"), CLIENTS);
}

#[test]
fn what_is_not_shown_is_counted_and_what_is_cleared_hides_nothing() {
    let session = lists();
    let people = (1..=3).map(|number| {
        format!(r#"{{"id":"T-{number}","schema":"Person","properties":{{"name":["Tamba Halden"]}}}}"#)
    });
    session.file("three.jsonl", people.collect::<Vec<_>>().join("\n") + "\n");
    session.run("lists add three.jsonl --list three --date 2024-02-01 --lists lists");
    let asked = ["screen", "Tamba Halden", "--only", "three", "--limit", "1"];
    session.screen(&[&asked[..], &["--clear", "three:T-1", "--reason", "another"]].concat());
    session.screen(&[&asked[..], &["--clear", "three:T-2", "--reason", "another"]].concat());
    assert_snapshot!(session.screen(&asked), @r"
    1.000  same name  Tamba Halden  three:T-3
           Person; listed since 2024-02-01 or before; snapshot of 2024-02-01, line 3
           name [POINTS]
    searched: three of 2024-02-01
    3 hits, 1 to look at, the first 1 shown (--limit)
    ! recorded as screening 9
    status Some(1)
    ");
    session.file("clients.csv", "name\nTamba Halden\n");
    let said = session.screen(&["screen", "--csv", "clients.csv", "--out", "out.csv", "--limit", "1"]);
    assert!(said.contains("to look at in 1"), "{said}");
    let late = session.screen(&["screen", "Nobody", "--as-of", "2025-01-01", "--only", "three", "--json"]);
    assert!(late.contains(r#""not_known_because":"no snapshot so late""#), "{late}");
}

#[test]
fn a_list_that_breaks_off_is_told_until_the_whole_one_comes() {
    let session = Session::new();
    let whole = "<?xml version=\"1.0\"?><CONSOLIDATED_LIST dateGenerated=\"2024-02-01T00:00:00Z\"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>Jann</FIRST_NAME><SECOND_NAME>Oste</SECOND_NAME><REFERENCE_NUMBER>KEi.001</REFERENCE_NUMBER></INDIVIDUAL><INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>Mira</FIRST_NAME><SECOND_NAME>Sefton</SECOND_NAME><REFERENCE_NUMBER>KEi.002</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>";
    session.file("cut.xml", &whole[..whole.find("Mira").expect("there")]);
    session.file("whole.xml", whole);
    assert_snapshot!(session.screen(&["lists", "add", "cut.xml"]), @r"
    added un@2024-02-01: 1 entry, 1 row or value left out
    ! warning: cut.xml, line 1: the file breaks off within <INDIVIDUAL>; what came before was taken
    ! warning: the file breaks off before its end; what stands before was taken, and every answer says so. The whole file takes its place
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    status Some(1)
    ");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--no-record"]), @r"
    searched: un of 2024-02-01 (NOT WHOLE: its file breaks off)
    nobody found with a score of 0.70 or more
    ");
    assert!(session.screen(&["screen", "Mira", "--json", "--no-record"]).contains(r#""breaks_off":true"#));
    session.file("report.txt", "Mira Sefton signed for it.\n");
    let scanned = session.screen(&["scan", "report.txt"]);
    assert!(scanned.contains("un of 2024-02-01 (NOT WHOLE: its file breaks off)"), "{scanned}");
    let rows = session.screen(&["scan", "report.txt", "--json"]);
    assert!(
        rows.contains(r#"{"breaks_off":true,"list":"un","snapshots":["2024-02-01"],"what":"searched"}"#),
        "{rows}"
    );
    assert_snapshot!(session.screen(&["lists", "add", "whole.xml"]), @r"
    added un@2024-02-01: 2 entries, in the place of one that broke off
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    ");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--no-record"]), @r"
    1.000  same name  Mira Sefton  un:un-KEi.002
           Person; listed since 2024-02-01 or before; snapshot of 2024-02-01, line 1
           given name [POINTS], name [POINTS]
    searched: un of 2024-02-01
    1 hit
    status Some(1)
    ");
}

#[test]
fn a_table_is_read_as_lists_are() {
    let session = lists();
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let table = "Name;Note\nJann Oste;Z\u{fc}rich\n";
    // The same, as gzip writes it.
    let gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xf3K\xccM\xb5\xf6\xcb/I\xe5\xf2J\xcc\xcbS\xf0/.I\xb5\x8e:\xbc\xa7(39\x83\x0b\x00_:-\x80\x1c\x00\x00\x00";
    for (bytes, told) in [
        (utf16(table), false),
        ([b"\xff\xfe".to_vec(), utf16(table)].concat(), false),
        (table.replace('\n', "\r").into_bytes(), false),
        (gzip.to_vec(), false),
        (b"Name;Note\nJann Oste;Z\xfcrich\n".to_vec(), true),
    ] {
        session.file("clients.csv", bytes);
        let _ = fs::remove_file(session.path("out.csv"));
        let said = session.screen(&["screen", "--csv", "clients.csv", "--out", "out.csv", "--no-record"]);
        assert!(said.contains("screened 1 row: somebody found in 1"), "{said}");
        assert_eq!(said.contains("row 2: has bytes that are no UTF-8"), told, "{said}");
        let written = fs::read_to_string(session.path("out.csv")).expect("UTF-8");
        let row = written.lines().nth(1).expect("a row");
        assert!(row.starts_with("Jann Oste;Z\u{fc}rich;1;1;"), "{row}");
        assert_eq!(row.contains("Windows-1252"), told, "{row}");
    }
    session.file("clients.csv", b"\xc8\xec\xff;N\n\xde\xed\xed \xce\xf1\xf2\xe5;1\n");
    let columns = ["--columns", "name=\u{418}\u{43c}\u{44f}"];
    let words = ["screen", "--csv", "clients.csv", "--out", "out.csv", "--no-record"];
    let said = session.screen(&[&words[..], &columns].concat());
    assert!(said.contains("screened 1 row"), "{said}");
    let written = fs::read_to_string(session.path("out.csv")).expect("UTF-8");
    assert!(written.contains("\u{42e}\u{43d}\u{43d} \u{41e}\u{441}\u{442}\u{435};1;"), "{written}");
    session.file("clients.csv", b"PK\x03\x04 and no more");
    assert!(session.screen(&words).contains("an archive that cannot be read"));
}

#[test]
fn a_table_goes_on_after_a_kill_and_comes_out_the_same() {
    let session = lists();
    let mut table = String::from("name,birth\n");
    for number in 0..10_000 {
        table.push_str(&format!(
            "{} Oste {number},19{:02}\n",
            if number % 7 == 0 { "Jann" } else { "Awa" },
            number % 100
        ));
    }
    session.file("clients.csv", &table);
    let words = ["screen", "--csv", "clients.csv", "--lists", "lists", "--no-record", "--out"];
    let mut child = command(&session.path(""))
        .args(words)
        .args(["killed.csv", "--jobs", "2"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let mark = session.path("killed.csv.part.at");
    let begun = Instant::now();
    while !fs::read_to_string(&mark).is_ok_and(|mark| !mark.contains("\"rows\":0,")) {
        assert!(begun.elapsed() < Duration::from_secs(120), "no mark");
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    assert!(!session.path("killed.csv").exists(), "killed before its end");
    let told = session.transcript(&session.output(words.into_iter().chain(["killed.csv"]), b""));
    assert!(told.contains("going on after row"), "{told}");
    session.output(words.into_iter().chain(["whole.csv", "--jobs", "1"]), b"");
    let (killed, whole) = (fs::read(session.path("killed.csv")), fs::read(session.path("whole.csv")));
    assert!(killed.expect("there") == whole.expect("there"), "the same bytes");
}

#[test]
fn two_of_one_name_are_told_apart_by_their_ids() {
    let session = Session::new();
    session.file("both.csv", "id,name,type\n10,Ali Hassan,Person\n11,Ali Hassan,Person\n");
    session.file("one.csv", "id,name,type\n11,Ali Hassan,Person\n");
    session.run("lists add both.csv --list two --date 2024-01-01 --lists lists");
    let clear = ["screen", "Ali Hassan", "--clear", "two:list-10", "--reason", "row 10 is another"];
    assert!(session.screen(&clear).contains("cleared: Ali Hassan"));
    session.run("lists add one.csv --list two --date 2024-02-01 --lists lists");
    let found = session.screen(&["screen", "Ali Hassan", "--no-record"]);
    assert!(found.contains("two:list-11") && !found.contains("cleared"), "{found}");
    let diff = session.screen(&["lists", "diff", "two@2024-01-01", "two@2024-02-01"]);
    assert!(diff.contains("1 removed"), "{diff}");
}
