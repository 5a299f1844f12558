//! Sessions of somebody who looks at what reports say, and judges.

use insta::assert_snapshot;
use serde_json::Value;

use crate::session::Session;

const STORY: &str = "\
What is known about Kessa

On 3 May 2024, fighters of the Halden Front killed at least 12 miners in Kessa, Colonel Jann Oste said.[1] The Ministry of \
Defense of Norland said that 40 fighters were killed.[2]

Notes

[1] Mira Sefton, “Twelve Dead at Kessa,” Riverbend Courier, 4 May 2024.
[2] “Communiqué No. 7,” Ministry of Defense of Norland, 5 May 2024.
";

const FOLLOW_UP: &str = "\
After Kessa

Jann Oste was promoted in June 2024. Survivors of the attack in Kessa asked for help.[1]

Notes

[1] Mira Sefton, “Twelve Dead at Kessa,” Riverbend Courier, 4 May 2024.
";

fn case() -> Session {
    let session = Session::new();
    session.file("in/story.txt", STORY).file("in/later.txt", FOLLOW_UP);
    session.run("init case");
    session.run("add --case case in/story.txt in/later.txt");
    session.run("build --case case");
    session
}

/// The rows of an export.
fn rows(session: &Session, what: &str) -> Vec<Value> {
    let line = format!("export {what} --case case");
    let output = session.output(line.split(' '), b"");
    String::from_utf8(output.stdout)
        .expect("text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

/// The id of the row in which something is so.
#[track_caller]
fn id(session: &Session, what: &str, field: &str, words: &str) -> String {
    let rows = rows(session, what);
    let found = rows.iter().find(|row| row[field].as_str().is_some_and(|value| value.contains(words)));
    let found = found.unwrap_or_else(|| panic!("no {words} among {rows:#?}"));
    found["id"].as_str().expect("an id").to_owned()
}

#[test]
fn where_nothing_is_claimed_the_next_step_is_told() {
    let session = Session::new();
    session.file("empty.txt", "Nothing happened.");
    session.run("init case");
    session.run("add --case case empty.txt");
    session.run("build --case case");
    assert_snapshot!(session.run("claims --case case"), @r"
    no claims in 1 document
    next: `tickmark add FILE...` adds documents
    status Some(1)
    ");
    assert_snapshot!(session.run("incidents --case case"), @r"
    no incidents in 1 document
    next: `tickmark claims` shows what they say
    status Some(1)
    ");
    assert_snapshot!(session.run("sources --case case"), @r"
    no works are cited in 1 document
    next: `tickmark add FILE...` adds documents
    status Some(1)
    ");
    assert_snapshot!(session.run("judge list --case case"), @r"
    nothing is judged yet
    next: `tickmark judge same CLAIM CLAIM --reason WORDS`, and so on
    ");
    assert_snapshot!(session.run("claims --case case --what slain"), @r"
    ! error: no claim is of kind `slain`
    !  hint: known are killed, injured, executed, abducted, detained, disappeared, displaced, deployed, sexual_violence, attacks, operations, other
    status Some(2)
    ");
}

#[test]
fn works_are_shown_by_what_rests_on_them() {
    let session = case();
    let told = session.run("sources --case case");
    assert!(told.contains("Riverbend Courier, “Twelve Dead at Kessa”"), "{told}");
    let work = id(&session, "works", "title", "Twelve Dead");
    let told = session.run(&format!("origins {work} --case case"));
    assert!(told.starts_with("Riverbend Courier, “Twelve Dead at Kessa”, 2024-05-04"), "{told}");
    assert!(told.contains("cited 2 times"), "{told}");
    let told = session.run(&format!("origins {} --case case --json", &work[..9]));
    let row: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(row["work"], work.as_str());
}

#[test]
fn a_judgement_is_kept_listed_overridden_and_taken_back() {
    let session = case();
    let (courier, ministry) =
        (id(&session, "works", "title", "Twelve Dead"), id(&session, "works", "title", "Communiqué"));
    let judge = |ruling: &str, reason: &str| {
        session.run(&format!("judge {ruling} {courier} {ministry} --case case --reason {reason}"))
    };
    let told = judge("accept", "byline");
    assert!(told.starts_with("recorded "), "{told}");
    let told = judge("reject", "misread");
    assert!(told.contains("it overrides "), "{told}");
    let listed = session.run("judge list --case case");
    assert!(listed.contains("because byline\n   overridden by "), "{listed}");
    assert!(listed.trim_end().ends_with("because misread"), "{listed}");
    let rejected =
        listed.lines().nth_back(1).and_then(|line| line.split(' ').next()).expect("a number").to_owned();
    let told = session.run(&format!("judge undo {rejected} --case case --reason sure"));
    assert_eq!(told, format!("took back {rejected}\n"));
    let listed = session.run("judge list --case case --json");
    let states: Vec<Value> = listed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!((&states[0]["state"], &states[1]["state"]), (&"counts".into(), &"undone".into()));
    let told = session.run("log --case case");
    assert!(told.contains("decided accepted: "), "{told}");
    assert!(told.contains(&format!("took back act {rejected}: sure")), "{told}");
    assert!(session.run("status --case case").contains("judgements   2"));
}

#[test]
fn what_cannot_be_judged_is_told() {
    let session = case();
    let work = id(&session, "works", "title", "Twelve Dead");
    assert_snapshot!(session.run("judge accept nothing-k1 --case case --reason none"), @r"
    ! error: nothing in this case has the id `nothing-k1`
    !  hint: `tickmark claims`, `incidents`, `parties` and `sources` print ids; they change when files are added or read anew
    status Some(2)
    ");
    let told = session.run(&format!("judge same {work} {work} --case case --reason none"));
    assert!(told.contains("error: nothing can be judged `same` about these"), "{told}");
    assert_snapshot!(session.run("judge undo 1 --case case --reason none"), @r"
    ! error: act 1 is no judgement
    !  hint: `tickmark judge list` prints the numbers of judgements
    status Some(2)
    ");
}

#[test]
fn a_diagnostic_is_silenced_and_shown_again() {
    let session = Session::new();
    session
        .file("a.txt", "Kessa fell.[1]\n\nNotes\n\n[1] Riverbend Courier, “Kessa.”\n")
        .file("empty.txt", "");
    session.run("init case");
    session.run("add --case case a.txt empty.txt");
    let unread = id(&session, "diagnostics", "code", "D01");
    let told = session.run(&format!("judge silence {unread} --case case --reason paper"));
    assert_eq!(told, "silenced D01: empty.txt could not be read: the file is empty (0 bytes)\n");
    assert!(rows(&session, "diagnostics").iter().all(|row| row["code"] != "D01"));
    let act = session.run("judge list --case case").split(' ').next().expect("a number").to_owned();
    session.run(&format!("judge undo {act} --case case --reason reread"));
    assert_eq!(id(&session, "diagnostics", "code", "D01"), unread);
}

#[test]
fn places_and_rates_of_ones_own_are_used_and_kept() {
    let session = case();
    session.file("places.tsv", "not a place\n");
    let told = session.run("gazetteer add places.tsv --case case");
    assert!(told.contains("error: places.tsv has no place in it"), "{told}");
    session.file("rates.csv", "2024-05-01,XOF,0.00165,Bank of Riverbend\n");
    let told = session.run("rates use rates.csv --case case");
    assert!(told.starts_with("in use as rates: rates.csv"), "{told}");
    session.file("bad.csv", "yesterday,XOF,much,somebody\n");
    let told = session.run("rates use bad.csv --case case");
    assert!(told.contains("error: bad.csv is no table of rates\n!   why: line 1: "), "{told}");
    session.run("build --case case");
    let documents = rows(&session, "documents");
    assert_eq!(documents.len(), 2, "a table is no document: {documents:#?}");
    let told = session.run("verify --case case");
    assert!(told.contains("everything is what was written"), "{told}");
    session.run("rates reset --case case");
    assert_snapshot!(session.run("rates list --case case"), @"built in");
}

#[test]
fn claims_are_shown_judged_and_the_judgement_outlives_a_rebuild() {
    let session = case();
    let told = session.run("claims --case case --document story --what killed");
    assert!(told.starts_with("story.txt\n"), "{told}");
    assert!(told.contains("killed: 12 or more miners"), "{told}");
    let claim = id(&session, "claims", "victims", "miners");
    let told = session.run(&format!("judge reject {claim} --case case --reason misread"));
    assert!(told.contains(": rejected: killed “…"), "{told}");
    let judged = |session: &Session| {
        let rows = rows(session, "claims");
        let row = rows.iter().find(|row| row["victims"] == "miners").expect("the claim");
        (row["judged"].clone(), row["incident"].clone())
    };
    assert_eq!(judged(&session), ("rejected".into(), Value::Null), "what is rejected belongs to no incident");
    session.run("rebuild --case case");
    assert_eq!(judged(&session), ("rejected".into(), Value::Null));
    assert!(session.run("judge list --case case").contains("because misread"));
}

#[test]
fn an_incident_shows_its_figures_and_chooses_none_unasked() {
    let session = case();
    let incident = rows(&session, "incidents")[0]["id"].as_str().expect("an id").to_owned();
    let told = session.run(&format!("incident {incident} --case case"));
    assert!(told.contains("no figure is chosen; `--rule ucdp`"), "{told}");
    assert!(told.contains("corroboration 1: "), "{told}");
    let told = session.run(&format!("incident {incident} --case case --rule acled"));
    assert!(told.contains("by rule acled: "), "{told}");
    let told = session.run(&format!("incident {incident} --case case --rule hierarchy"));
    assert!(told.contains("--order"), "{told}");
}

const DRAFT: &str = "\
What is known about Kessa

On 3 May 2024, fighters of the Halden Front killed at least 12 miners in Kessa, a doctor said. The pit was closed for a week, and \
the families of the dead were told to bury them at night. Nobody has been charged, and the Ministry of Works did not answer \
a letter that asked who had given the order to open the gate.
";

#[test]
fn drafts_of_one_report_count_once_and_are_told() {
    let session = Session::new();
    session.file("in/draft-1.txt", DRAFT);
    session.file("in/draft-2.txt", DRAFT.replace("at least 12", "at least 14"));
    session.run("init case");
    session.run("add --case case in/draft-1.txt in/draft-2.txt");
    let told = session.run("incidents --case case");
    assert!(told.contains("; 1 report, 1 origin"), "{told}");
    assert!(
        told.contains("note: draft-2.txt is a near copy of draft-1.txt; they count as one report"),
        "{told}"
    );
}

#[test]
fn two_that_can_hardly_be_one_are_joined_only_on_purpose() {
    let session = Session::new();
    session.file(
        "in/story.txt",
        "Colonel Jann Oste spoke for the Halden Front. He flew from Paris to Nairobi in May 2024.\n",
    );
    session.run("init case");
    session.run("add --case case in/story.txt");
    let judge = |one: &str, other: &str, more: &str| {
        let (one, other) =
            (id(&session, "entities", "caption", one), id(&session, "entities", "caption", other));
        session.run(&format!("judge same {one} {other} --case case --reason slip {more}"))
    };
    assert_snapshot!(judge("Oste", "Halden", ""), @r"
    ! error: these can hardly be one, and nothing was recorded
    !   why: “Jann Oste” was read as a person, “Halden Front” as an armed group
    !  hint: add --force if they are; --reason says why
    status Some(2)
    ");
    let told = judge("Paris", "Nairobi", "");
    assert!(told.contains("“Paris” and “Nairobi” lie 3019 km apart"), "{told}");
    assert!(session.run("judge list --case case").starts_with("nothing is judged yet"));
    assert!(judge("Oste", "Halden", "--force").starts_with("recorded "));
}

#[test]
fn what_is_taken_back_cannot_be_taken_back_again() {
    let session = case();
    let (courier, ministry) =
        (id(&session, "works", "title", "Twelve Dead"), id(&session, "works", "title", "Communiqué"));
    session.run(&format!("judge accept {courier} {ministry} --case case --reason byline"));
    let rows = session.run("judge list --case case --json");
    let act = serde_json::from_str::<Value>(rows.lines().next().expect("one")).expect("JSON")["act"].clone();
    let undo = || session.run(&format!("judge undo {act} --case case --reason slip"));
    assert!(undo().starts_with("took back "));
    let again = undo();
    assert!(again.contains("was taken back already"), "{again}");
    assert!(again.contains("nothing more to undo"), "{again}");
}

#[test]
fn a_circle_is_told_when_it_is_made() {
    let session = case();
    let (courier, ministry) =
        (id(&session, "works", "title", "Twelve Dead"), id(&session, "works", "title", "Communiqué"));
    let first = session.run(&format!("judge accept {courier} {ministry} --case case --reason byline"));
    assert!(!first.contains("circle"), "{first}");
    let second = session.run(&format!("judge accept {ministry} {courier} --case case --reason byline"));
    assert!(second.contains("rest on each other in a circle, which has no origin"), "{second}");
    assert!(second.contains("Courier") && second.contains("Communiqué"), "{second}");
}

#[test]
fn what_a_claim_has_from_before_it_is_marked() {
    let session = Session::new();
    session.file(
        "in/story.txt",
        "On 3 May 2024, fighters of the Halden Front came to the village of Kessa. They killed 12 miners.\n",
    );
    session.run("init case");
    session.run("add --case case in/story.txt");
    let told = session.run("claims --case case");
    assert!(told.contains(" ↑ · "), "{told}");
    assert!(told.contains("↑ does not stand in the passage itself"), "{told}");
}

#[test]
fn a_passage_that_is_found_has_its_note_and_its_claim() {
    let session = case();
    let told = session.run("search --case case miners");
    assert!(told.contains("story.txt, claim "), "{told}");
    let told = session.run("search --case case Sefton");
    assert!(told.contains("story.txt, note 1"), "{told}");
}
