//! Sessions of somebody who has parties that others wrote down, and reports that may name them.

use insta::assert_snapshot;
use serde_json::Value;

use crate::session::Session;

const STORY: &str = "\
What is known about Kessa

On 3 May 2024, fighters of the Halden Front killed at least 12 miners in Kessa, Colonel Jann Oste said.[1] Halden Mining Ltd owns \
the pit. Colonel Jann Oste leads the Halden Front.

Notes

[1] Mira Sefton, “Twelve Dead at Kessa,” Riverbend Courier, 4 May 2024.
";

const LIST: &str = r#"{"id":"NK-1","caption":"OSTE, Jann","schema":"Person","properties":{"name":["OSTE, Jann"],"alias":["The Miller"],"birthDate":["1970-03"],"nationality":["no"],"topics":["sanction"]},"datasets":["no_list"],"target":true}
{"id":"NK-2","schema":"Company","properties":{"name":["Halden Mining"],"jurisdiction":["no"]}}
{"id":"own-1","schema":"Ownership","properties":{"owner":["NK-1"],"asset":["NK-2"],"percentage":["51"]}}
{"id":"sanction-1","schema":"Sanction","properties":{"entity":["NK-1"],"authority":["Office of Lists"],"program":["KESSA"],"startDate":["2024-06-01"]}}
{"id":"ship-1","schema":"Vessel","properties":{"name":["Halden Star"],"imoNumber":["1234567"]}}
"#;

fn case() -> Session {
    let session = Session::new();
    session.file("story.txt", STORY).file("list.jsonl", LIST);
    session.run("init case");
    session.run("add --case case story.txt");
    session.run("build --case case");
    session
}

/// What a command writes to standard output, as it is.
fn written(session: &Session, line: &str) -> String {
    String::from_utf8(session.output(line.split(' '), b"").stdout).expect("text")
}

/// The rows of an export.
fn rows(session: &Session, what: &str) -> Vec<Value> {
    let written = written(session, &format!("export {what} --case case"));
    written.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn every_value_is_exported_with_its_line() {
    let session = case();
    let more = "{\"id\":\"NK-2\",\"schema\":\"Company\",\"properties\":{\"alias\":[\"Halden Pits\"]}}\n";
    session.file("list.jsonl", format!("{LIST}{more}"));
    session.run("parties import list.jsonl --case case");
    assert_snapshot!(session.run("export imported --case case"), @r#"
    {"id":"6fff645809c2-e0","document":"list.jsonl","sha256":"[HASH]","line":1,"entity":"NK-1","party":"NK-1","schema":"Person","caption":"OSTE, Jann","datasets":["no_list"],"properties":{"alias":[{"text":"The Miller","line":1}],"birthDate":[{"text":"1970-03","line":1}],"name":[{"text":"OSTE, Jann","line":1}],"nationality":[{"text":"no","line":1}],"topics":[{"text":"sanction","line":1}]}}
    {"id":"6fff645809c2-e1","document":"list.jsonl","sha256":"[HASH]","line":2,"entity":"NK-2","party":"NK-2","schema":"Company","caption":"Halden Mining","datasets":[],"properties":{"alias":[{"text":"Halden Pits","line":6}],"jurisdiction":[{"text":"no","line":2}],"name":[{"text":"Halden Mining","line":2}]}}
    {"id":"6fff645809c2-e2","document":"list.jsonl","sha256":"[HASH]","line":3,"entity":"own-1","party":null,"schema":"Ownership","caption":"own-1","datasets":[],"properties":{"asset":[{"text":"NK-2","line":3}],"owner":[{"text":"NK-1","line":3}],"percentage":[{"text":"51","line":3}]}}
    {"id":"6fff645809c2-e3","document":"list.jsonl","sha256":"[HASH]","line":4,"entity":"sanction-1","party":null,"schema":"Sanction","caption":"sanction-1","datasets":[],"properties":{"authority":[{"text":"Office of Lists","line":4}],"entity":[{"text":"NK-1","line":4}],"program":[{"text":"KESSA","line":4}],"startDate":[{"text":"2024-06-01","line":4}]}}
    {"id":"6fff645809c2-e4","document":"list.jsonl","sha256":"[HASH]","line":5,"entity":"ship-1","party":"ship-1","schema":"Vessel","caption":"Halden Star","datasets":[],"properties":{"imoNumber":[{"text":"1234567","line":5}],"name":[{"text":"Halden Star","line":5}]}}
    "#);
    session.run("export imported --case case --format csv --out rows.csv");
    let table = std::fs::read_to_string(session.path("rows.csv")).expect("written");
    assert!(
        table.starts_with("id,document,sha256,line,entity,party,schema,caption,datasets,properties\n"),
        "{table}"
    );
}

#[test]
fn a_file_that_is_gone_from_the_vault_is_told_and_can_be_put_aside() {
    let session = case();
    session.run("parties import list.jsonl --case case");
    let listed = written(&session, "parties imports --case case");
    let id = listed.split(' ').next().expect("an id");
    let shard = session.path("case/vault").join(&id[..2]);
    let name = std::fs::read_dir(&shard).expect("a shard").next().expect("a file").expect("readable").path();
    std::fs::remove_file(name).expect("removed");
    assert_snapshot!(session.run("incidents --case case"), @r"
    ! error: exhibit [HASH] is not in the vault
    !  hint: `tickmark verify` lists all damage; restore from a backup, nothing was changed
    status Some(2)
    ");
    assert!(session.run(&format!("parties remove {id} --case case")).starts_with("not in use any more"));
    assert!(session.run("parties --case case").starts_with("ID "));
}

/// The id of the party that is shown so.
#[track_caller]
fn id(session: &Session, caption: &str) -> String {
    let rows = rows(session, "entities");
    let row = rows.iter().find(|row| row["caption"] == caption);
    row.unwrap_or_else(|| panic!("no {caption} in {rows:#?}"))["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_list_is_imported_shown_listed_and_removed() {
    let session = case();
    assert_snapshot!(session.run("parties imports --case case"), @"no parties are imported");
    assert_snapshot!(session.run("parties import list.jsonl --case case"), @r"
    imported: list.jsonl ([HASH]): 3 parties (1 person, 1 company, 1 vehicle), 2 ties
    ! next: `tickmark parties` shows them, and which parties of the documents they may be
    ");
    assert_snapshot!(session.run("parties --case case --imported"), @r"
    ID      KIND     NAMED  IN  NAME           ALSO        IMPORTED FROM
    NK-1    person       0   0  OSTE, Jann     The Miller  list.jsonl:1
    NK-2    company      0   0  Halden Mining              list.jsonl:2
    ship-1  Vessel       0   0  Halden Star                list.jsonl:5

    May be one, the likeliest first
      Jann Oste (p84ea6080d19fe3ad) and OSTE, Jann (NK-1)
          “Jann Oste” and “OSTE, Jann” (list.jsonl, line 1) have the same words.
          1.000 same name
            given name Jann = Jann +0.44
            family name Oste = OSTE +0.56
          list.jsonl, line 1: Person; born 1970-03; nationality no; topics sanction
          list.jsonl, line 3: Ownership: owner OSTE, Jann; asset Halden Mining; percentage 51
          list.jsonl, line 4: Sanction: entity OSTE, Jann; authority Office of Lists; program KESSA; startDate 2024-06-01
      Halden Mining Ltd (p04581dd7b03fccc0) and Halden Mining (NK-2)
          “Halden Mining Ltd” and “Halden Mining” (list.jsonl, line 2) differ in the legal form only.
          1.000 same name
            name Halden = Halden +0.77
            word of organisations Mining = Mining +0.23
            legal form Ltd on one side only 0
          list.jsonl, line 2: Company; jurisdiction no
          list.jsonl, line 3: Ownership: owner OSTE, Jann; asset Halden Mining; percentage 51
    next: `tickmark judge same ID ID --reason WORDS`, or `different`, or `unsure`
    ");
    assert_snapshot!(session.run("parties imports --case case"), @"[HASH]  list.jsonl: 3 parties (1 person, 1 company, 1 vehicle), 2 ties");
    assert_snapshot!(session.run("parties import list.jsonl --case case"), @r"
    in use already: list.jsonl ([HASH]): 3 parties (1 person, 1 company, 1 vehicle), 2 ties
    ! next: `tickmark parties` shows them, and which parties of the documents they may be
    ");
    assert_snapshot!(session.run("status --case case"), @r"
    exhibits     2 (0.0 MB), obtained in 2 ways
    documents    1, archives 0
    notes        1, markers 1
    citations    1, of 1 works
    incidents    2, of 2 claims
    entities     8
    diagnostics  0
    acts         4
    ");
    let removed = written(&session, "parties imports --case case");
    let id = removed.split(' ').next().expect("an id").to_owned();
    assert_snapshot!(session.run("parties remove nothing --case case"), @r"
    ! error: no one imported file in use is `nothing`
    !  hint: `tickmark parties imports` prints those in use
    status Some(2)
    ");
    assert_snapshot!(session.run(&format!("parties remove {id} --case case")), @"not in use any more: list.jsonl ([HASH]); it stays kept");
    assert!(!session.run("parties --case case").contains("NK-1"), "what is removed is no party any more");
    assert_snapshot!(session.run("parties --case case --imported"), @r"
    none of 5 parties was imported, or none is called so
    next: `tickmark parties` shows all
    status Some(1)
    ");
    assert_snapshot!(session.run("verify --case case"), @r"
    looked at 5 acts and 2 exhibits (959 bytes)
    everything is what was written; this does not prove that it is true or was lawfully obtained
    ");
    assert_snapshot!(session.run("log --case case"), @r"
    0  [TIME]  Awa Sarr  began case [HASH]
    1  [TIME]  Awa Sarr  added story.txt (292 bytes, [HASH])
    2  [TIME]  Awa Sarr  added list.jsonl (667 bytes, [HASH])
    3  [TIME]  Awa Sarr  took [HASH] into use as parties
    4  [TIME]  Awa Sarr  took [HASH] out of use as parties
    ");
}

#[test]
fn broken_lines_are_told_and_the_rest_is_imported() {
    let session = case();
    let mut bytes = b"not json\n\n[1]\n{\"id\":\"a\",\"schema\":\"Spaceship\"}\n\xff\xfe\n".to_vec();
    bytes.extend(b"{\"schema\":\"Person\"}\n{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{}}\n");
    bytes.extend(b"{\"id\":\"c\",\"schema\":\"Person\",\"properties\":{\"name\":[\"\xd8\xac\xd8\xa7\xd9\x86 \\u001b[2J\"]}}\r\n");
    bytes.extend(b"{\"id\":\"c\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Jan Osten\"]}}\n");
    bytes.extend(b"{\"id\":\"c\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Osten Ltd\"]}}\n");
    bytes.extend(b"{\"id\":\"o\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"c\"],\"asset\":[\"gone\",{}]}}\n");
    bytes.extend(vec![b'x'; 20 << 20]);
    bytes.extend(
        b"\n{\"id\":\"d\",\"schema\":\"Address\",\"properties\":{\"full\":[\"1 Mill Lane, Kessa\"]}}",
    );
    session.file("broken.jsonl", bytes);
    assert_snapshot!(session.run("parties import broken.jsonl --case case"), @r"
    imported: broken.jsonl ([HASH]): 3 parties (2 people, 1 address), 1 tie
    ! error: broken.jsonl, line 1: left out: it is not JSON (expected ident, column 2)
    ! error: broken.jsonl, line 3: left out: it is no JSON object
    ! error: broken.jsonl, line 4: left out: no entity of FollowTheMoney has the schema “Spaceship”
    ! error: broken.jsonl, line 5: left out: it is not UTF-8
    ! error: broken.jsonl, line 6: left out: it has no id
    ! note: broken.jsonl, line 7: “b” has no name; it is shown by its id
    ! note: broken.jsonl, line 9: “c” stands in line 8 already; both are taken as one
    ! error: broken.jsonl, line 10: left out: “c” is of schema Company here, of Person in line 8
    ! note: broken.jsonl, line 11: what “asset” of “o” holds is not all text; the rest was left out
    ! note: broken.jsonl, line 11: “o” ties “gone”, which is not in the file
    ! error: broken.jsonl, line 12: left out: it is longer than 8 MB
    ! next: `tickmark parties` shows them, and which parties of the documents they may be
    status Some(1)
    ");
    assert_snapshot!(session.run("parties --case case --imported"), @r"
    ID  KIND    NAMED  IN  NAME                ALSO       IMPORTED FROM
    b   person      0   0  b                              broken.jsonl:7
    c   person      0   0  جان <U+001B>[2J     Jan Osten  broken.jsonl:8
    d   place       0   0  1 Mill Lane, Kessa             broken.jsonl:13
    ");
}

#[test]
fn what_is_no_file_of_parties_is_refused_and_not_kept() {
    let session = case();
    session.file("array.json", format!("[\n{}\n]", LIST.lines().next().expect("a line")));
    session.file("list.jsonl.gz", b"\x1f\x8b\x08\x00\x00\x00").file("empty.jsonl", "\n");
    session.file("pretty.json", "{\n  \"id\": \"a\"\n}\n");
    for (file, expected) in [
        ("array.json", "error: array.json is one JSON array, not a JSON object a line"),
        ("list.jsonl.gz", "error: list.jsonl.gz is compressed"),
        ("empty.jsonl", "error: empty.jsonl has no entity in it\n!   why: it is empty"),
        ("pretty.json", "error: pretty.json has no entity in it\n!   why: line 1: left out: it is not JSON"),
        ("story.txt", "error: story.txt has no entity in it"),
        ("missing", "error: could not read missing"),
        ("case", "error: could not read case"),
    ] {
        let told = session.run(&format!("parties import {file} --case case"));
        assert!(told.contains(expected) && told.ends_with("status Some(2)\n"), "{file}: {told}");
    }
    assert!(session.run("parties imports --case case").starts_with("no parties"));
    let log = session.run("log --case case");
    assert_eq!(log.lines().count(), 2, "{log}");
}

#[test]
fn that_two_are_one_is_suggested_judged_and_outlives_a_rebuild() {
    let session = case();
    session.run("parties import list.jsonl --case case");
    let oste = id(&session, "Jann Oste");
    let told = session.run(&format!("judge same {oste} NK-2 --case case --reason slip"));
    assert!(
        told.contains("“Halden Mining” was imported as Company, “Jann Oste” was read as a person"),
        "{told}"
    );
    let told = session.run(&format!("judge same {oste} NK-1 --case case --reason letter"));
    assert!(told.contains(": same: “Jann Oste” and “OSTE, Jann” (NK-1 of "), "{told}");
    let company = id(&session, "Halden Mining Ltd");
    let told = session.run(&format!("judge different {company} NK-2 --case case --reason register"));
    assert!(told.contains(": different: "), "{told}");
    assert_snapshot!(session.run("parties --case case --name e --kind person"), @r"
    ID                 KIND    NAMED  IN  NAME       ALSO                                       IMPORTED FROM
    p84ea6080d19fe3ad  person      2   1  Jann Oste  Colonel Jann Oste; OSTE, Jann; The Miller  list.jsonl:1

    Jann Oste (p84ea6080d19fe3ad) in imported files
          list.jsonl, line 1: Person; born 1970-03; nationality no; topics sanction
          list.jsonl, line 3: Ownership: owner OSTE, Jann; asset Halden Mining; percentage 51
          list.jsonl, line 4: Sanction: entity OSTE, Jann; authority Office of Lists; program KESSA; startDate 2024-06-01
    ");
    assert!(!session.run("parties --case case").contains("May be one"), "both are judged");
    let all = ["entities", "ftm", "mentions", "relations", "diagnostics"];
    let exports = || all.map(|what| written(&session, &format!("export {what} --case case")));
    let before = exports();
    session.run("rebuild --case case");
    assert_eq!(exports(), before, "the same to the byte");
    let ftm = rows(&session, "ftm");
    let party = ftm.iter().find(|row| row["id"] == *oste).expect("the party");
    assert_eq!(party["properties"]["birthDate"][0], "1970-03");
    let tie = ftm.iter().find(|row| row["id"] == "own-1").expect("the tie");
    assert_eq!(tie["properties"]["owner"][0], *oste, "ties of the record are ties of the party");
    assert_eq!(party["properties"]["name"], serde_json::json!(["Jann Oste", "OSTE, Jann"]));
    let aliases = party["properties"]["alias"].as_array().expect("aliases");
    assert!(!aliases.contains(&"OSTE, Jann".into()), "a name of the list is not an alias: {aliases:?}");
    assert!(!ftm.iter().any(|row| row["id"] == "NK-1"));
    assert!(session.run("judge list --case case").contains("“OSTE, Jann” (NK-1 of "));
    let list = written(&session, "parties imports --case case");
    let list = list.split(' ').next().expect("an id");
    session.run(&format!("parties remove {list} --case case"));
    let told = session.run("judge list --case case");
    assert_eq!(told.matches("lost: ").count(), 2, "{told}");
    session.run("parties import list.jsonl --case case");
    assert_eq!(exports(), before, "what was decided counts again");
}

#[test]
fn what_was_added_as_a_document_and_two_files_of_one_name_are_told_apart() {
    let session = case();
    session.file("new/list.jsonl", LIST.replace("OSTE, Jann", "Jann OSTE"));
    session.run("add --case case list.jsonl");
    session.run("build --case case");
    session.run("parties import list.jsonl --case case");
    session.run("parties import new/list.jsonl --case case");
    assert_eq!(rows(&session, "documents").len(), 1, "a list is no document");
    assert_snapshot!(session.run("parties --case case --imported --name oste"), @r"
    ID                 KIND    NAMED  IN  NAME        ALSO        IMPORTED FROM
    NK-1               person      0   0  OSTE, Jann  The Miller  list.jsonl ([HASH]):1
    x196b3dae4e3d9a0d  person      0   0  Jann OSTE   The Miller  list.jsonl ([HASH]):1

    OSTE, Jann (NK-1) in imported files
          list.jsonl ([HASH]), line 1: Person; born 1970-03; nationality no; topics sanction
          list.jsonl ([HASH]), line 3: Ownership: owner OSTE, Jann; asset Halden Mining; percentage 51
          list.jsonl ([HASH]), line 4: Sanction: entity OSTE, Jann; authority Office of Lists; program KESSA; startDate 2024-06-01

    Jann OSTE (x196b3dae4e3d9a0d) in imported files
          list.jsonl ([HASH]), line 1: Person; born 1970-03; nationality no; topics sanction
          list.jsonl ([HASH]), line 3: Ownership: owner Jann OSTE; asset Halden Mining; percentage 51
          list.jsonl ([HASH]), line 4: Sanction: entity Jann OSTE; authority Office of Lists; program KESSA; startDate 2024-06-01

    May be one, the likeliest first
      Jann Oste (p84ea6080d19fe3ad) and Jann OSTE (x196b3dae4e3d9a0d)
          Both are called “Jann Oste” (list.jsonl ([HASH]), line 1).
          1.000 same name
            given name Jann = Jann +0.44
            family name Oste = OSTE +0.56
      Jann Oste (p84ea6080d19fe3ad) and OSTE, Jann (NK-1)
          “Jann Oste” and “OSTE, Jann” (list.jsonl ([HASH]), line 1) have the same words.
          1.000 same name
            given name Jann = Jann +0.44
            family name Oste = OSTE +0.56
      OSTE, Jann (NK-1) and Jann OSTE (x196b3dae4e3d9a0d)
          “OSTE, Jann” and “Jann OSTE” may be one name.
          1.000 same name
            family name OSTE = OSTE +0.56
            given name Jann = Jann +0.44
            birth 1970-03 = 1970-03 (as far as known) +0.03
            country no = no +0.02
    next: `tickmark judge same ID ID --reason WORDS`, or `different`, or `unsure`
    ");
    let ftm = rows(&session, "ftm");
    let second = ftm.iter().find(|row| row["properties"]["name"][0] == "Jann OSTE").expect("the second");
    let owner = second["id"].as_str().expect("an id");
    assert!(owner.starts_with('x'), "no id is given twice: {owner}");
    let ties = ftm.iter().filter(|row| row["properties"]["owner"][0] == owner);
    assert_eq!(ties.count(), 1, "each file's ties are between its own");
}

#[test]
fn our_own_export_comes_back_as_it_was() {
    let session = case();
    session.run("parties import list.jsonl --case case");
    session.run("export ftm --case case --out first.jsonl");
    session.run("init other");
    let told = session.run("parties import first.jsonl --case other");
    assert!(!told.contains("error") && !told.contains("status"), "{told}");
    session.run("export ftm --case other --out second.jsonl");
    let read = |name: &str| std::fs::read_to_string(session.path(name)).expect("written");
    assert_eq!(read("first.jsonl"), read("second.jsonl"));
    // Into the case that it came from: every party is told to be perhaps the one that is there, and no id is given twice.
    session.run("parties import first.jsonl --case case");
    let rows = rows(&session, "ftm");
    let ids: std::collections::HashSet<_> = rows.iter().map(|row| row["id"].to_string()).collect();
    assert_eq!(ids.len(), rows.len());
    let told = session.run("parties --case case");
    assert!(told.contains("Both are called “Halden Front” (first.jsonl, line 2)."), "{told}");
}
