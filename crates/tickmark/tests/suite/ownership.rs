//! Sessions of somebody who asks who owns whom: names that nobody bears, shares that nobody can hold, days that no snapshot covers.

use insta::assert_snapshot;

use crate::session::Session;

const LIST: &str = r#"{"id":"K-1","schema":"Person","properties":{"name":["OSTREV, Jann"],"topics":["sanction"]}}
{"id":"K-2","schema":"Company","properties":{"name":["Beta Trade LLC"],"topics":["sanction.linked"]}}
{"id":"K-3","schema":"Company","properties":{"name":["Beta Trade Marrow"],"topics":["sanction.linked"]}}
{"id":"O-1","schema":"Ownership","properties":{"owner":["K-1"],"asset":["K-2"],"percentage":["60"]}}
{"id":"O-2","schema":"Ownership","properties":{"owner":["K-1"],"asset":["K-3"],"percentage":["150 %"]}}
"#;

fn session() -> Session {
    let session = Session::new();
    session.file("list.jsonl", LIST);
    session.run("lists add list.jsonl --list kessa --date 2024-05-01 --lists lists");
    session
}

/// The first lines of what is told, and those of the records.
fn asked(session: &Session, words: &[&str], of: &str) -> String {
    let told = session.screen(&[&["ownership"], words].concat());
    let lines = told.lines().enumerate();
    lines.filter(|(at, line)| *at == 0 || line.contains(of)).map(|(_, line)| format!("{line}\n")).collect()
}

#[test]
fn who_is_called_nearly_so_is_offered_and_never_picked() {
    let session = session();
    assert_snapshot!(session.screen(&["ownership", "Beta Trade"]), @r"
    ! error: nobody is called “Beta Trade”
    !   why: neither lists nor --records nor the case have that name or id
    !   why: the nearest are kessa:K-2 (Beta Trade LLC), kessa:K-3 (Beta Trade Marrow)
    !  hint: ask by the id of the one that you mean: `tickmark ownership ID`
    status Some(2)
    ");
    assert_snapshot!(session.screen(&["ownership", "Jan Ostreff"]), @r"
    ! error: nobody is called “Jan Ostreff”
    !   why: neither lists nor --records nor the case have that name or id
    !   why: the nearest are kessa:K-1 (OSTREV, Jann)
    !  hint: ask by the id of the one that you mean: `tickmark ownership ID`
    status Some(2)
    ");
    assert_snapshot!(session.screen(&["ownership", "Halden Mining"]), @r"
    ! error: nobody is called “Halden Mining”
    !   why: neither lists nor --records nor the case have that name or id
    !  hint: `tickmark screen NAME` finds names that are nearly the same
    status Some(2)
    ");
    // An id without its list is one.
    assert_snapshot!(asked(&session, &["K-2"], "listed:"), @r"
    Beta Trade LLC (kessa:K-2), as of [TODAY]; who is listed: by the latest snapshot of each list, as if it held still
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
    ");
    session.file("more.jsonl", LIST);
    assert_snapshot!(session.screen(&["ownership", "K-2", "--records", "more.jsonl"]), @r"
    ! error: several are called “K-2”
    !   why: kessa:K-2 (Beta Trade LLC), more.jsonl:K-2 (Beta Trade LLC)
    !  hint: give the id of the one that you mean
    status Some(2)
    ");
}

#[test]
fn a_share_that_nobody_can_hold_is_told() {
    assert_snapshot!(asked(&session(), &["K-3"], "no share"), @r"
    Beta Trade Marrow (kessa:K-3), as of [TODAY]; who is listed: by the latest snapshot of each list, as if it held still
        “150 %” is no share from 0 to 100 %: how much OSTREV, Jann (kessa:K-1) owns of Beta Trade Marrow (kessa:K-3) is taken for unknown [kessa@2024-05-01, line 5]
    ");
}

#[test]
fn it_is_said_by_which_snapshots_somebody_is_listed() {
    let session = session();
    assert_snapshot!(asked(&session, &["K-2"], "listed"), @r"
    Beta Trade LLC (kessa:K-2), as of [TODAY]; who is listed: by the latest snapshot of each list, as if it held still
        held by listed parties and what they own: 60 %
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
    EU  yes: owned 50 percent or more by listed persons together, or controlled by one
        held by listed parties and what they own: 60 %
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
    ");
    assert_snapshot!(asked(&session, &["K-2", "--as-of", "2024-05-01"], "listed"), @r"
    Beta Trade LLC (kessa:K-2), as of 2024-05-01
        held by listed parties and what they own: 60 %
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
    EU  yes: owned more than 50 percent by listed persons, or controlled by one
        held by listed parties and what they own: 60 %
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
          60 %  OSTREV, Jann (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4]
    ");
    assert_snapshot!(asked(&session, &["K-2", "--as-of", "2024-06-01"], "listed"), @r"
    Beta Trade LLC (kessa:K-2), as of 2024-06-01; who was listed after the latest snapshot is not known (without --as-of it is taken to hold still)
        held by listed parties and what they own: 60 %
          60 %  OSTREV, Jann (kessa:K-1)  may be listed: no snapshot says whether kessa:K-1 was listed on that day: the latest snapshot is of 2024-05-01  [kessa@2024-05-01, line 4]
        depends on whether OSTREV, Jann (kessa:K-1) is listed: no snapshot says whether kessa:K-1 was listed on that day: the latest snapshot is of 2024-05-01
    EU  depends: owned more than 50 percent by listed persons, or controlled by one
        held by listed parties and what they own: 60 %
          60 %  OSTREV, Jann (kessa:K-1)  may be listed: no snapshot says whether kessa:K-1 was listed on that day: the latest snapshot is of 2024-05-01  [kessa@2024-05-01, line 4]
        depends on whether OSTREV, Jann (kessa:K-1) is listed: no snapshot says whether kessa:K-1 was listed on that day: the latest snapshot is of 2024-05-01
          60 %  OSTREV, Jann (kessa:K-1)  may be listed: no snapshot says whether kessa:K-1 was listed on that day: the latest snapshot is of 2024-05-01  [kessa@2024-05-01, line 4]
        depends on whether OSTREV, Jann (kessa:K-1) is listed: no snapshot says whether kessa:K-1 was listed on that day: the latest snapshot is of 2024-05-01
    ");
}
