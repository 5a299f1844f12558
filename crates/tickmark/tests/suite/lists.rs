//! Sessions of somebody who adds lists and compares them.

use std::fs;

use insta::assert_snapshot;

use crate::screen::lists;
use crate::session::Session;

const UN: &str = "<CONSOLIDATED_LIST dateGenerated='2025-04-19T23:00:04Z'><ENTITY><DATAID>7</DATAID><FIRST_NAME>Kessa Gold</FIRST_NAME>\
                  <REFERENCE_NUMBER>KEe.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON></ENTITY></CONSOLIDATED_LIST>";

#[test]
fn a_day_that_the_file_does_not_state_is_told() {
    let session = Session::new();
    session.file("un.xml", UN);
    assert_snapshot!(session.run("lists add un.xml --date 2025-05-01 --lists lists"), @r"
    added un@2025-05-01: 1 entry
    ! note: un.xml states that it is of 2025-04-19; 2025-05-01 is used, as --date says. If the file is right: `tickmark lists remove un@2025-05-01 --reason WORDS`, and add it without --date
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    ");
    assert_snapshot!(session.run("lists add un.xml --date 2025-04-19 --lists lists"), @r"
    added un@2025-04-19: 1 entry; the snapshot of 2025-05-01 stays the latest, this one says what held before
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    ");
    assert_snapshot!(session.run("lists add un.xml --list other --lists lists"), @r"
    added other@2025-04-19: 1 entry
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    ");
}

#[test]
fn two_lists_are_no_snapshots_of_one() {
    let session = Session::new();
    session.file("un.xml", UN).file("kessa.csv", "id,name,alias\nK-1,KESSA GOLD,The Mill\nK-2,Jann Oste,\n");
    session.run("lists add un.xml --lists lists");
    session.run("lists add kessa.csv --date 2025-05-01 --lists lists");
    assert_snapshot!(session.run("lists diff un kessa --lists lists"), @r"
    only in the second  Jann Oste (list-K-2)
    un@2025-04-19 and kessa@2025-05-01: 1 only in the second, 0 in both that differ, 0 only in the first
    ! note: un@2025-04-19 and kessa@2025-05-01 are two lists, not two snapshots of one: this is who stands on which (told apart by name alone), not what changed. `tickmark lists` shows the snapshots of each
    ! note: un@2025-04-19 (UN consolidated XML) and kessa@2025-05-01 (table) are of two formats: what only one of them tells, and notes, are not compared
    ");
    assert_snapshot!(session.run("lists diff un kessa --json --lists lists"), @r#"
    {"change":"only_in_second","changes":{},"id":"list-K-2","name":"Jann Oste"}
    ! note: un@2025-04-19 and kessa@2025-05-01 are two lists, not two snapshots of one: this is who stands on which (told apart by name alone), not what changed. `tickmark lists` shows the snapshots of each
    ! note: un@2025-04-19 (UN consolidated XML) and kessa@2025-05-01 (table) are of two formats: what only one of them tells, and notes, are not compared
    "#);
}

#[test]
fn one_list_in_two_formats_is_compared_by_what_it_says() {
    let session = Session::new();
    session
        .file("may.csv", "Name,Alias,Source\n\"OSTE, Jann\",The Miller,KESSA_SDN\nMira Sefton,,KESSA_SDN\n")
        .file(
            "june.json",
            r#"[{"full_name":"Jann Oste","aliases":["The Miller"],"source":"Kessa list"},{"full_name":"Mira Sefton","aliases":["Mir"],"source":"Kessa list"}]"#,
        );
    session.run("lists add may.csv --list kessa --date 2025-05-01 --lists lists");
    session.run("lists add june.json --list kessa --date 2025-06-01 --lists lists");
    assert_snapshot!(session.run("lists diff kessa@2025-05-01 kessa --lists lists"), @r"
    changed  Mira Sefton (list-442ce9ecc9de426a)
               alias added: “Mir”
    kessa@2025-05-01 to kessa@2025-06-01: 0 added, 1 changed, 0 removed
    ! note: kessa@2025-05-01 (table) and kessa@2025-06-01 (JSON array) are of two formats: what only one of them tells, and notes, are not compared
    ");
}

#[test]
fn a_decision_stays_with_its_namesake_though_other_rows_have_no_id() {
    let session = Session::new();
    session
        .file(
            "may.csv",
            "id,name,nationality\n1,Jann Oste,Norway\n2,Jann Oste,Norway\n,Mira Sefton,\n,Awa Diallo,\n,Mira Sefton,Mali\n",
        )
        .file("june.csv", "id,name,nationality\n,Mira Sefton,\n2,Jann Oste,Norway\n1,Jann Oste,Norway\n");
    assert_snapshot!(session.run("lists add may.csv --list kessa --date 2025-05-01 --lists lists"), @r"
    added kessa@2025-05-01: 4 entries
    ! note: may.csv, line 6: no id, and the name, birth and kind of line 4: taken as one entry; a column of ids would tell them apart
    ! note: may.csv, line 4: no id, where other rows have one (3 such rows): known by name, birth and kind
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    ");
    session.screen(&["screen", "Jann Oste", "--clear", "kessa:list-2", "--reason", "ours", "--no-record"]);
    session.run("lists add june.csv --list kessa --date 2025-06-01 --lists lists");
    assert_snapshot!(session.screen(&["screen", "Jann Oste", "--no-record"]), @r"
    1.000  same name  Jann Oste  kessa:list-1
           LegalEntity; listed since 2025-05-01 or before; snapshot of 2025-06-01, line 2
           given name [POINTS], name [POINTS]
    1.000  same name  Jann Oste  kessa:list-2
           LegalEntity; listed since 2025-05-01 or before; snapshot of 2025-06-01, line 3
           given name [POINTS], name [POINTS]
           cleared [TODAY] by Awa Sarr: ours
    searched: kessa of 2025-06-01
    2 hits, 1 to look at
    status Some(1)
    ");
}

/// The one compiled set of the folder of lists.
fn set(session: &Session) -> Vec<u8> {
    let files = fs::read_dir(session.path("lists/projection")).expect("a folder");
    let files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    let [set] = &*files else { panic!("{files:?}") };
    fs::read(set).expect("read")
}

#[test]
fn what_an_earlier_set_has_is_taken_from_there_and_is_the_same() {
    let session = lists();
    session
        .file("un.xml", UN)
        .file("table.csv", "name,dob,alias\nWladimir Ostrew,1970,Владимир Острев\n金正恩,1984,\n");
    for (what, again) in [
        ("lists add un.xml --lists lists", "another list is added"),
        ("lists add table.csv --date 2025-01-01 --lists lists", "and a third"),
        ("lists remove kessa@2024-01-01 --reason old --lists lists", "a snapshot is taken out of use"),
        ("lists remove un --reason old --lists lists", "a list is"),
    ] {
        session.run(what);
        session.run("lists --lists lists");
        let taken = set(&session);
        fs::remove_dir_all(session.path("lists/projection")).expect("removed");
        session.run("lists --lists lists");
        assert!(set(&session) == taken, "{again}");
    }
}
