//! Sessions of somebody who keeps lists and looks people up in them.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::process::Stdio;
use std::time::{Duration, Instant};

use insta::assert_snapshot;

use crate::session::{Session, command};

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
fn lists() -> Session {
    let session = Session::new();
    session.file("january.jsonl", JANUARY).file("february.jsonl", FEBRUARY);
    session.run("lists add january.jsonl --list kessa --date 2024-01-01 --lists lists");
    session.run("lists add february.jsonl --list kessa --date 2024-02-01 --lists lists");
    session
}

impl Session {
    /// Runs `tickmark` with these words and the lists of the folder. The day of the test is masked.
    fn screen(&self, words: &[&str]) -> String {
        let words = words.iter().copied().chain(["--lists", "lists"]);
        let today = casebook::Timestamp::now().to_string()[..10].to_owned();
        self.transcript(&self.output(words, b"")).replace(&today, "[TODAY]")
    }
}

#[test]
fn lists_are_added_shown_compared_and_taken_out_of_use() {
    let session = Session::new();
    session.file("january.jsonl", JANUARY).file("february.jsonl", FEBRUARY);
    assert_snapshot!(session.run("lists --lists lists"), @"");
    assert!(!session.path("lists").exists(), "nothing is made by looking");
    assert_snapshot!(session.run("lists add january.jsonl --list kessa --lists lists"), @"");
    assert_snapshot!(session.run("lists add february.jsonl --list kessa --date 2024-02-01 --lists lists"), @"");
    // In the wrong order: the later one stays the latest.
    assert_snapshot!(session.run("lists add january.jsonl --list kessa --date 2024-01-01 --lists lists"), @"");
    assert_snapshot!(session.run("lists add january.jsonl --list kessa --date 2024-01-01 --lists lists"), @"");
    assert_snapshot!(session.run("lists add february.jsonl --list kessa --date 2024-01-01 --lists lists"), @"");
    assert_snapshot!(session.run("lists --lists lists"), @"");
    assert_snapshot!(session.run("lists diff kessa@2024-01-01 kessa --lists lists"), @"");
    assert_snapshot!(session.run("lists diff kessa@2023-01-01 kessa --lists lists"), @"");
    assert_snapshot!(session.run("lists remove kessa@2024-01-01 --reason old --lists lists"), @"");
    assert_snapshot!(session.run("lists verify --lists lists"), @"");
}

#[test]
fn what_is_no_list_leaves_nothing_behind() {
    let session = Session::new();
    session
        .file("report.txt", "A report on Kessa.\n")
        .file("empty.jsonl", "")
        .file("broken.jsonl", format!("{{\"id\":\n{JANUARY}"));
    assert_snapshot!(session.run("lists add report.txt --date 2024-01-01 --lists lists"), @"");
    assert_snapshot!(session.run("lists add empty.jsonl --date 2024-01-01 --lists lists"), @"");
    assert_snapshot!(session.run("lists add missing.jsonl --date 2024-01-01 --lists lists"), @"");
    assert_eq!(fs::read_dir(session.path("lists/vault")).expect("a vault").count(), 0);
    // A broken row is told, and the rest goes on.
    assert_snapshot!(session.run("lists add broken.jsonl report.txt --date 2024-01-01 --lists lists"), @"");
}

#[test]
fn somebody_is_looked_up_and_every_answer_is_tied_to_a_day() {
    let session = lists();
    assert_snapshot!(session.screen(&["screen", "Jann Oste", "--birth", "1970"]), @"");
    assert_snapshot!(session.screen(&["screen", "Nobody Atall"]), @"");
    assert_snapshot!(session.screen(&["screen", "Halden Star"]), @"");
    assert_snapshot!(session.screen(&["screen", "Halden Star", "--as-of", "2024-01-01"]), @"");
    assert_snapshot!(session.screen(&["screen", "Halden Star", "--as-of", "2024-01-15"]), @"");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--as-of", "2024-01-15"]), @"");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--as-of", "2024-01-25"]), @"");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--as-of", "2024-03-01"]), @"");
    assert_snapshot!(session.screen(&["screen", "Mira Sefton", "--as-of", "2020-03-01"]), @"");
    assert_snapshot!(session.screen(&["runs"]), @"");
    assert_snapshot!(session.screen(&["screen", "--repeat", "5"]), @"");
    assert_snapshot!(session.screen(&["screen", "--repeat", "1"]), @"");
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
    assert_snapshot!(session.screen(&[&oste[..], &["--clear", "kessa:K-1", "--reason", "ours was born in 1991"]].concat()), @"");
    assert_snapshot!(session.screen(&oste), @"");
    assert_snapshot!(session.screen(&[&oste[..], &["--birth", "1970"]].concat()), @"");
    session.screen(&["lists", "add", "february.jsonl", "--list", "kessa", "--date", "2024-02-01"]);
    assert_snapshot!(session.screen(&oste), @"");
    assert_snapshot!(session.screen(&["decisions"]), @"");
    assert_snapshot!(session.screen(&[&oste[..], &["--match", "kessa:K-1", "--reason", "he says so"]].concat()), @"");
    assert_snapshot!(session.screen(&["decisions"]), @"");
    assert_snapshot!(session.screen(&["decisions", "undo", "9", "--reason", "typo"]), @"");
}

const CLIENTS: &str = "No;Name;DOB;Note\n1;Jann Oste;1970-03-02;\"says \"\"no\"\"; twice\"\n2;=HYPERLINK(\"x\");;\n3;;;\n4;Mira Sefton;3/4/65;-5\n5;too;few\n6;\"open;;\n7;Somebody Else;;@home\n";

#[test]
fn a_table_is_screened_row_by_row_and_nothing_is_lost() {
    let session = lists();
    session.file("clients.csv", CLIENTS);
    assert_snapshot!(session.screen(&["screen", "--csv", "clients.csv", "--out", "out.csv", "--schema", "Person"]), @"");
    assert_snapshot!(fs::read_to_string(session.path("out.csv")).expect("written"), @"");
    assert_snapshot!(session.screen(&["runs"]), @"");
    let run = session.screen(&["runs", "--json"]);
    let run: serde_json::Value = serde_json::from_str(run.lines().next().expect("a run")).expect("JSON");
    let number = run["run"].to_string();
    assert_snapshot!(session.screen(&["screen", "--repeat", &number]), @"");
    session.file("clients.csv", CLIENTS.replace("Oste", "Hale"));
    assert!(session.screen(&["screen", "--repeat", &number]).contains("is not the table that was screened"));
}

#[test]
fn a_table_goes_on_after_a_kill_and_comes_out_the_same() {
    let session = lists();
    let mut table = String::from("name,birth\n");
    for number in 0..30_000 {
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
    let ok = |body: &str, length: usize| {
        format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}").into_bytes()
    };
    let address = serve(vec![
        ("/kessa.jsonl", ok(JANUARY, JANUARY.len())),
        ("/short.jsonl", ok(JANUARY, JANUARY.len() + 10)),
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
    assert_snapshot!(fetch("/short.jsonl"), @"");
    assert_snapshot!(fetch("/round.jsonl"), @"");
    assert_snapshot!(fetch("/gone.jsonl"), @"");
    assert!(!session.path("lists").exists(), "nothing was kept");
    assert_snapshot!(fetch("/moved.jsonl"), @"");
    assert_snapshot!(fetch("/kessa.jsonl"), @"");
    assert_snapshot!(session.screen(&["lists", "update"]), @"");
    assert_snapshot!(session.screen(&["lists", "update", "atlantis"]), @"");
    assert!(session.run("lists update --show").contains("scsanctions.un.org"));
}
