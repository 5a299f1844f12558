//! Sessions of somebody who keeps lists and looks people up in them.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;

use insta::assert_snapshot;

use crate::session::Session;

const JANUARY: &str = r#"{"id":"K-1","schema":"Person","properties":{"name":["OSTE, Jann"],"alias":["The Miller"],"birthDate":["1970-03"],"nationality":["no"]}}
{"id":"S-1","schema":"Sanction","properties":{"entity":["K-1"],"program":["KESSA"],"listingDate":["2023-06-01"]}}
{"id":"K-2","schema":"Company","properties":{"name":["Halden Mining Ltd"],"jurisdiction":["no"]}}
{"id":"K-3","schema":"Vessel","properties":{"name":["Halden Star"],"imoNumber":["9187629"]}}
"#;

const FEBRUARY: &str = r#"{"id":"K-1","schema":"Person","properties":{"name":["OSTE, Jann"],"alias":["The Miller","Johan Oste"],"birthDate":["1970-03"],"nationality":["no"]}}
{"id":"S-1","schema":"Sanction","properties":{"entity":["K-1"],"program":["KESSA"],"listingDate":["2023-06-01"]}}
{"id":"K-2","schema":"Company","properties":{"name":["Halden Mining Ltd"],"jurisdiction":["no"]}}
{"id":"K-4","schema":"Person","properties":{"name":["Mira Sefton"]}}
{"id":"S-4","schema":"Sanction","properties":{"entity":["K-4"],"program":["KESSA"],"listingDate":["2024-01-20"]}}
"#;

/// A folder with a list of two snapshots.
pub fn lists() -> Session {
    let session = Session::new();
    session.file("january.jsonl", JANUARY).file("february.jsonl", FEBRUARY);
    session.run("lists add january.jsonl --list kessa --date 2024-01-01 --lists lists");
    session.run("lists add february.jsonl --list kessa --date 2024-02-01 --lists lists");
    session
}

impl Session {
    /// Runs `tickmark` with these words and the lists of the folder. The day of the test is masked.
    pub fn screen(&self, words: &[&str]) -> String {
        let (command, words) = words.split_first().expect("a command");
        // First, for a name that begins like an option stands behind all options.
        let words = [*command, "--lists", "lists"].into_iter().chain(words.iter().copied());
        let today = casebook::Timestamp::now().to_string()[..10].to_owned();
        masked(&self.transcript(&self.output(words, b""))).replace(&today, "[TODAY]")
    }
}

/// Without the points of a score's parts: how they are weighed is measured elsewhere, and changes.
pub fn masked(text: &str) -> String {
    let is_points = |at: usize| {
        let points: Vec<char> = text[at..].chars().take(6).collect();
        match &*points {
            ['+' | '-', whole, '.', tens, units, after @ ..] => {
                [whole, tens, units].iter().all(|digit| digit.is_ascii_digit())
                    && !after.first().is_some_and(char::is_ascii_digit)
            }
            _ => false,
        }
    };
    let mut masked = String::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        match is_points(at) {
            true => {
                masked.push_str("[POINTS]");
                at += 5;
            }
            false => {
                masked.push(letter);
                at += letter.len_utf8();
            }
        }
    }
    masked
}

#[test]
fn lists_are_added_shown_compared_and_taken_out_of_use() {
    let session = Session::new();
    session.file("january.jsonl", JANUARY).file("february.jsonl", FEBRUARY);
    assert_snapshot!(session.run("lists --lists lists"), @r"
    ! error: lists is no folder of lists: it has no lists.json
    !  hint: `tickmark lists add FILE` begins one; `--lists DIR` names another
    status Some(2)
    ");
    assert!(!session.path("lists").exists(), "nothing is made by looking");
    assert_snapshot!(session.run("lists add january.jsonl --list kessa --lists lists"), @r"
    ! error: january.jsonl does not say of which day it is
    !  hint: say so: `--date 2026-02-27`
    status Some(2)
    ");
    assert_snapshot!(session.run("lists add february.jsonl --list kessa --date 2024-02-01 --lists lists"), @r"
    added kessa@2024-02-01: 3 entries
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    ");
    // In the wrong order: the later one stays the latest.
    assert_snapshot!(session.run("lists add january.jsonl --list kessa --date 2024-01-01 --lists lists"), @r"
    added kessa@2024-01-01: 3 entries; the snapshot of 2024-02-01 stays the latest, this one says what held before
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    ");
    assert_snapshot!(session.run("lists add january.jsonl --list kessa --date 2024-01-01 --lists lists"), @r"
    already there: kessa@2024-01-01: 3 entries
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    ");
    assert_snapshot!(session.run("lists add february.jsonl --list kessa --date 2024-01-01 --lists lists"), @r"
    ! error: another snapshot of kessa of 2024-01-01 is there already
    !  hint: give the day that this one is of with --date, or take the other out of use: `tickmark lists remove LIST@DATE --reason WORDS`
    status Some(2)
    ");
    assert_snapshot!(session.run("lists --lists lists"), @r"
    SNAPSHOT          DATE IS  ENTRIES  FORMAT                LICENCE
    kessa@2024-01-01  given          3  FollowTheMoney lines  not stated in the file
    kessa@2024-02-01  given          3  FollowTheMoney lines  not stated in the file
    8 names of 5 entries, in lists
    ");
    assert_snapshot!(session.run("lists diff kessa@2024-01-01 kessa --lists lists"), @r"
    added    Mira Sefton (K-4)
    changed  OSTE, Jann (K-1)
               alias added: “Johan Oste”
    kessa@2024-01-01 to kessa@2024-02-01: 1 added, 1 changed, 0 removed
    ");
    assert_snapshot!(session.run("lists diff kessa@2023-01-01 kessa --lists lists"), @r"
    ! error: there is no snapshot `kessa@2023-01-01`
    !  hint: there are kessa@2024-01-01, kessa@2024-02-01
    status Some(2)
    ");
    assert_snapshot!(session.run("lists remove kessa@2024-01-01 --reason old --lists lists"), @"not in use any more: kessa@2024-01-01; its files stay kept");
    assert_snapshot!(session.run("lists verify --lists lists"), @"6 acts, 2 files: sound");
}

#[test]
fn what_is_no_list_leaves_nothing_behind() {
    let session = Session::new();
    session
        .file("report.txt", "A report on Kessa.\n")
        .file("empty.jsonl", "")
        .file("broken.jsonl", format!("{{\"id\":\n{JANUARY}"));
    assert_snapshot!(session.run("lists add report.txt --date 2024-01-01 --lists lists"), @r"
    ! error: report.txt is no list that can be read: no format that is known: it begins “A report on Kessa.”; looked for XML with one of the roots sdnList (OFAC), Sanctions (OFAC advanced), CONSOLIDATED_LIST (UN), export (EU), Designations (UK), data-set (Canada), swiss-sanctions-list (Switzerland); lines or an array of JSON objects; a table with the columns of OFAC's SDN.CSV, of the EU (Entity_LogicalId), of the UK (Group ID or Unique ID) or of OpenSanctions (id, schema, name); any table with a header such as name
    status Some(2)
    ");
    assert_snapshot!(session.run("lists add empty.jsonl --date 2024-01-01 --lists lists"), @r"
    ! error: empty.jsonl is no list that can be read: it is empty
    status Some(2)
    ");
    assert_snapshot!(session.run("lists add missing.jsonl --date 2024-01-01 --lists lists"), @r"
    ! error: cannot read missing.jsonl: No such file or directory (os error 2)
    status Some(2)
    ");
    assert_eq!(fs::read_dir(session.path("lists/vault")).expect("a vault").count(), 0);
    // A broken row is told, and the rest goes on.
    assert_snapshot!(session.run("lists add broken.jsonl report.txt --date 2024-01-01 --lists lists"), @r"
    added broken@2024-01-01: 3 entries, 1 row or value left out
    ! warning: broken.jsonl, line 1: left out: it is not JSON (EOF while parsing a value, column 6)
    ! error: report.txt is no list that can be read: no format that is known: it begins “A report on Kessa.”; looked for XML with one of the roots sdnList (OFAC), Sanctions (OFAC advanced), CONSOLIDATED_LIST (UN), export (EU), Designations (UK), data-set (Canada), swiss-sanctions-list (Switzerland); lines or an array of JSON objects; a table with the columns of OFAC's SDN.CSV, of the EU (Entity_LogicalId), of the UK (Group ID or Unique ID) or of OpenSanctions (id, schema, name); any table with a header such as name
    ! next: `tickmark screen NAME` looks somebody up, `tickmark screen --csv FILE --out FILE` a table
    status Some(1)
    ");
}

#[test]
fn lists_are_read_as_spreadsheets_and_publishers_write_them() {
    let session = Session::new();
    let table = "name,country\nJann Oste,Norway\n";
    let utf16: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cyrillic = b"name\n\xc8\xe2\xe0\xed \xce\xf1\xf2\xf0\xe5\xe2\n";
    for (bytes, expected) in [
        (table.replace('\n', "\r").into_bytes(), "1 entry\n!"),
        (table.replace('\n', "\r\n").into_bytes(), "1 entry\n!"),
        ([b"\xef\xbb\xbf", table.as_bytes()].concat(), "1 entry\n!"),
        (utf16, "1 entry\n!"),
        (cyrillic.to_vec(), "line 2: has bytes that are no UTF-8; they were taken as Windows-1251"),
    ] {
        let _ = fs::remove_dir_all(session.path("lists"));
        session.file("list.csv", bytes);
        let told = session.run("lists add list.csv --date 2024-01-01 --lists lists");
        assert!(told.contains(expected) && told.contains("added list@2024-01-01"), "{told}");
    }
    assert!(session.run("screen Острев --lists lists --no-record").contains("searched: list"));
}

#[test]
fn somebody_is_looked_up_and_every_answer_is_tied_to_a_day() {
    let session = lists();
    assert_snapshot!(session.screen(&["screen", "Jann Oste", "--birth", "1970"]), @r"
    1.000  same name (what is known besides does not settle it)  OSTE, Jann  kessa:K-1
           Person; KESSA; listed since 2023-06-01; snapshot of 2024-02-01, line 1
           given name [POINTS], family name [POINTS], birth [POINTS]
    searched: kessa of 2024-02-01
    1 hit
    ! recorded as screening 5
    status Some(1)
    ");
    assert_snapshot!(session.screen(&["screen", "Nobody Atall"]), @r"
    searched: kessa of 2024-02-01
    nobody found with a score of 0.70 or more
    ! recorded as screening 6
    ");
    assert_snapshot!(session.screen(&["screen", "Halden Star"]), @r"
    searched: kessa of 2024-02-01
    nobody found with a score of 0.70 or more
    ! recorded as screening 7
    ");
    assert_snapshot!(session.screen(&["screen", "Halden Star", "--as-of", "2024-01-01"]), @r"
    1.000  same name  Halden Star  kessa:K-3
           Vessel; listed on 2024-01-01; listed since 2024-01-01 or before; snapshot of 2024-01-01, line 4
           name [POINTS], word of organisations [POINTS]
    searched: kessa of 2024-01-01
    1 hit
    ! recorded as screening 8
    status Some(1)
    ");
    assert_snapshot!(session.screen(&["screen", "Halden Star", "--as-of", "2024-01-15"]), @r"
    1.000  same name  Halden Star  kessa:K-3
           Vessel; not known whether listed on 2024-01-15: the snapshots of 2024-01-01 and 2024-02-01 differ; listed since 2024-01-01 or before; snapshot of 2024-01-01, line 4
           name [POINTS], word of organisations [POINTS]
    searched: kessa of 2024-01-01 and of 2024-02-01
    1 hit
    ! recorded as screening 9
    status Some(1)
    ");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--as-of", "2024-01-15"]), @r"
    1.000  same name  Mira Sefton  kessa:K-4
           Person; KESSA; not listed on 2024-01-15; listed since 2024-01-20; snapshot of 2024-02-01, line 4
           given name [POINTS], name [POINTS]
    searched: kessa of 2024-01-01 and of 2024-02-01
    1 hit, 0 to look at
    ! recorded as screening 10
    ");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--as-of", "2024-01-25"]), @r"
    1.000  same name  Mira Sefton  kessa:K-4
           Person; KESSA; listed on 2024-01-25; listed since 2024-01-20; snapshot of 2024-02-01, line 4
           given name [POINTS], name [POINTS]
    searched: kessa of 2024-01-01 and of 2024-02-01
    1 hit
    ! recorded as screening 11
    status Some(1)
    ");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--as-of", "2024-03-01"]), @r"
    1.000  same name  Mira Sefton  kessa:K-4
           Person; KESSA; not known whether listed on 2024-03-01: the latest snapshot is of 2024-02-01; listed since 2024-01-20; snapshot of 2024-02-01, line 4
           given name [POINTS], name [POINTS]
    searched: kessa of 2024-02-01 (not known: no snapshot so late)
    1 hit
    ! recorded as screening 12
    status Some(1)
    ");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--as-of", "2020-03-01"]), @r"
    searched: kessa of 2024-01-01 (not known: no snapshot so early)
    nobody found with a score of 0.70 or more
    ! recorded as screening 13
    ");
    assert_snapshot!(session.screen(&["runs"]), @r"
    RUN  WHEN                  BY        ASKED                          LISTS                               HITS
      5  [TIME]  Awa Sarr  Jann Oste                      kessa of 2024-02-01                    1
      6  [TIME]  Awa Sarr  Nobody Atall                   kessa of 2024-02-01                    0
      7  [TIME]  Awa Sarr  Halden Star                    kessa of 2024-02-01                    0
      8  [TIME]  Awa Sarr  Halden Star, as of 2024-01-01  kessa of 2024-01-01                    1
      9  [TIME]  Awa Sarr  Halden Star, as of 2024-01-15  kessa of 2024-01-01 and 2024-02-01     1
     10  [TIME]  Awa Sarr  Mira Sefton, as of 2024-01-15  kessa of 2024-01-01 and 2024-02-01     1
     11  [TIME]  Awa Sarr  Mira Sefton, as of 2024-01-25  kessa of 2024-01-01 and 2024-02-01     1
     12  [TIME]  Awa Sarr  Mira Sefton, as of 2024-03-01  kessa of 2024-02-01                    1
     13  [TIME]  Awa Sarr  Mira Sefton, as of 2020-03-01  kessa of 2024-01-01                    0
    ! next: `tickmark screen --repeat RUN` does one again and says whether the result is the same
    ");
    assert_snapshot!(session.screen(&["screen", "--repeat", "5"]), @r"
    1.000  same name (what is known besides does not settle it)  OSTE, Jann  kessa:K-1
           Person; KESSA; listed since 2023-06-01; snapshot of 2024-02-01, line 1
           given name [POINTS], family name [POINTS], birth [POINTS]
    searched: kessa of 2024-02-01
    1 hit
    the same result as screening 5 of Jann Oste by Awa Sarr on [TODAY]
    ");
    assert_snapshot!(session.screen(&["screen", "--repeat", "1"]), @r"
    ! error: act 1 is no screening
    !  hint: `tickmark runs` lists them
    status Some(2)
    ");
}

#[test]
fn what_cannot_be_looked_up_is_said() {
    let session = lists();
    let long = "Oste ".repeat(20_000);
    for (words, expected) in [
        (&["screen", &long][..], "100000 characters"),
        (&["screen", "--", "--- ,.;"][..], "no letter"),
        (&["screen", ""][..], "the name is empty"),
        (&["screen", "Oste", "--birth", "3/4/65"][..], "--birth 3/4/65 is no date"),
        (&["screen", "Oste", "--as-of", "2024-02-30"][..], "--as-of 2024-02-30 is no day"),
        (&["screen", "Oste", "--cutoff", "70"][..], "--cutoff 70 is no score"),
        (&["screen", "Oste", "--only", "un"][..], "there is no list `un`"),
        (&["screen", "Oste", "--clear", "kessa:K-9", "--reason", "x"][..], "not among the hits"),
        (&["screen", "--csv", "january.jsonl", "--out", "out.csv"][..], "no column holds names"),
    ] {
        let told = session.screen(words);
        assert!(told.contains(expected) && told.ends_with("status Some(2)\n"), "{told}");
    }
}

#[test]
fn a_decision_is_told_with_every_hit_until_something_changes() {
    let session = lists();
    session.screen(&["lists", "remove", "kessa@2024-02-01", "--reason", "later"]);
    let oste = ["screen", "Jann Oste", "--schema", "Person", "--no-record"];
    assert_snapshot!(session.screen(&[&oste[..], &["--clear", "kessa:K-1", "--reason", "ours was born in 1991"]].concat()), @r"
    cleared: Jann Oste and OSTE, Jann (kessa:K-1); decision 6
    ! it is told with every later hit, until the entry or the query changes
    ");
    assert_snapshot!(session.screen(&oste), @r"
    1.000  same name  OSTE, Jann  kessa:K-1
           Person; KESSA; listed since 2023-06-01; snapshot of 2024-01-01, line 1
           given name [POINTS], family name [POINTS]
           cleared [TODAY] by Awa Sarr: ours was born in 1991
    searched: kessa of 2024-01-01
    1 hit, 0 to look at
    ");
    assert_snapshot!(session.screen(&[&oste[..], &["--birth", "1970"]].concat()), @r"
    1.000  same name (what is known besides does not settle it)  OSTE, Jann  kessa:K-1
           Person; KESSA; listed since 2023-06-01; snapshot of 2024-01-01, line 1
           given name [POINTS], family name [POINTS], birth [POINTS]
           reopened: the query changed: the birth date; was cleared [TODAY] by Awa Sarr: ours was born in 1991
    searched: kessa of 2024-01-01
    1 hit
    status Some(1)
    ");
    session.screen(&["lists", "add", "february.jsonl", "--list", "kessa", "--date", "2024-02-01"]);
    assert_snapshot!(session.screen(&oste), @r"
    1.000  same name  OSTE, Jann  kessa:K-1
           Person; KESSA; listed since 2023-06-01; snapshot of 2024-02-01, line 1
           given name [POINTS], family name [POINTS]
           reopened: the entry changed: alias added: “Johan Oste”; was cleared [TODAY] by Awa Sarr: ours was born in 1991
    searched: kessa of 2024-02-01
    1 hit
    status Some(1)
    ");
    assert_snapshot!(session.screen(&["decisions"]), @r"
    6  clear  Jann Oste and OSTE, Jann (kessa:K-1)
       [TIME] by Awa Sarr: ours was born in 1991
       reopened: the entry changed: alias added: “Johan Oste”
    status Some(1)
    ");
    assert_snapshot!(session.screen(&[&oste[..], &["--match", "kessa:K-1", "--reason", "he says so"]].concat()), @r"
    matched: Jann Oste and OSTE, Jann (kessa:K-1); decision 8
    ! it is told with every later hit, until the entry or the query changes
    ");
    assert_snapshot!(session.screen(&["decisions"]), @r"
    6  clear  Jann Oste and OSTE, Jann (kessa:K-1)
       [TIME] by Awa Sarr: ours was born in 1991
       a later decision counts
    8  match  Jann Oste and OSTE, Jann (kessa:K-1)
       [TIME] by Awa Sarr: he says so
    ");
    assert_snapshot!(session.screen(&["decisions", "undo", "9", "--reason", "typo"]), @r"
    ! error: act 9 is no decision
    !  hint: `tickmark decisions` lists them
    status Some(2)
    ");
}

/// Answers so many requests with what is said to their paths.
fn serve(answers: Vec<(&'static str, Vec<u8>)>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            let mut connection = connection.expect("a connection");
            let mut request = String::new();
            let mut lines = BufReader::new(connection.try_clone().expect("a connection"));
            lines.read_line(&mut request).expect("a request");
            let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
            loop {
                let mut line = String::new();
                if lines.read_line(&mut line).unwrap_or(0) < 3 {
                    break;
                }
            }
            let answer = answers.iter().find(|(known, _)| *known == path);
            let answer = answer
                .map_or(&b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"[..], |(_, answer)| answer);
            let _ = connection.write_all(answer);
            let _ = connection.flush();
            let _ = connection.shutdown(std::net::Shutdown::Write);
            let _ = connection.read_to_end(&mut Vec::new());
        }
    });
    address
}

#[test]
fn lists_are_fetched_when_asked_and_only_whole() {
    // What a server shows instead of a list, and calls it a success.
    const PAGE: &str = "<!DOCTYPE html><html><head><title>Service unavailable</title></head></html>";
    let ok = |body: &str, length: usize| {
        format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}").into_bytes()
    };
    let address = serve(vec![
        ("/kessa.jsonl", ok(JANUARY, JANUARY.len())),
        ("/short.jsonl", ok(JANUARY, JANUARY.len() + 10)),
        ("/page.jsonl", ok(PAGE, PAGE.len())),
        (
            "/moved.jsonl",
            b"HTTP/1.1 302 Found\r\nlocation: /kessa.jsonl\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                .to_vec(),
        ),
        (
            "/round.jsonl",
            b"HTTP/1.1 302 Found\r\nlocation: /round.jsonl\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                .to_vec(),
        ),
    ]);
    let session = Session::new();
    let fetch = |path: &str| {
        let url = format!("{address}{path}");
        session.screen(&["lists", "update", "kessa", "--from", &url]).replace(&address, "http://[HOST]")
    };
    assert_snapshot!(fetch("/short.jsonl"), @r"
    ! fetching kessa from http://[HOST]/short.jsonl
    ! error: could not fetch http://[HOST]/short.jsonl
    !   why: Peer disconnected
    status Some(2)
    ");
    assert_snapshot!(fetch("/round.jsonl"), @r"
    ! fetching kessa from http://[HOST]/round.jsonl
    ! note: it is at http://[HOST]/round.jsonl
    ! note: it is at http://[HOST]/round.jsonl
    ! note: it is at http://[HOST]/round.jsonl
    ! note: it is at http://[HOST]/round.jsonl
    ! note: it is at http://[HOST]/round.jsonl
    ! note: it is at http://[HOST]/round.jsonl
    ! error: could not fetch http://[HOST]/round.jsonl
    !   why: it leads on and on: more than 5 redirects
    status Some(2)
    ");
    assert_snapshot!(fetch("/gone.jsonl"), @r"
    ! fetching kessa from http://[HOST]/gone.jsonl
    ! error: could not fetch http://[HOST]/gone.jsonl
    !   why: it answered 404 Not Found
    status Some(2)
    ");
    assert!(!session.path("lists").exists(), "nothing was kept");
    assert_snapshot!(fetch("/page.jsonl"), @r"
    ! fetching kessa from http://[HOST]/page.jsonl
    ! error: http://[HOST]/page.jsonl is no list that can be read: it is a web page
    status Some(2)
    ");
    assert_eq!(fs::read_dir(session.path("lists/vault")).expect("a vault").count(), 0);
    assert_snapshot!(fetch("/moved.jsonl"), @r"
    added kessa@[TODAY]: 3 entries
    ! fetching kessa from http://[HOST]/moved.jsonl
    ! note: it is at http://[HOST]/kessa.jsonl
    ");
    assert_snapshot!(fetch("/kessa.jsonl"), @r"
    already there: kessa@[TODAY]: 3 entries
    ! fetching kessa from http://[HOST]/kessa.jsonl
    ");
    assert_snapshot!(session.screen(&["lists", "update"]), @r"
    ! error: no list in use has a known address
    !  hint: name those to fetch: `tickmark lists update ofac-sdn ofac-consolidated un eu uk canada switzerland`
    status Some(2)
    ");
    assert_snapshot!(session.screen(&["lists", "update", "atlantis"]), @r"
    ! error: no address of `atlantis` is known
    !  hint: `tickmark lists update atlantis --from URL` fetches it from there; `tickmark lists update --show` shows the known ones
    status Some(2)
    ");
    assert!(session.run("lists update --show").contains("scsanctions.un.org"));
}
