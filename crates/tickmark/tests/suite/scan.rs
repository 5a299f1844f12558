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
    assert_snapshot!(session.run("scan report.txt --lists lists"), @r"
    Varenn Kessoum Trading LLC  kessa:K-2
        Company; listed; listed since 2024-05-01 or before
      report.txt, note 1: “Varenn Kessoum Trading” (as listed): “Varenn Kessoum Trading LLC”
          The gold was bought by Varenn Kessoum Trading, a trader in Marrow.

    OSTREV, Jann Viktorovich  kessa:K-1
        Person; listed; listed since 2023-06-01
      report.txt: “Jann Ostrev” (as listed, in another order): “OSTREV, Jann Viktorovich”
          Jann Ostrev signed for it, and Ostrev was called the Miller by all.
      report.txt: “Янн Острев” (as listed): “Янн Острев”
          Рудник купил Янн Острев; деньги дали Острёву.

    Parties that may be listed
      Varenn Kessoum Trading (p5448869cf48519f3)
          1.000  same name  Varenn Kessoum Trading LLC  kessa:K-2; listed; line 3
      Янн Острев (p8e49e79649a26b15)
          1.000  same name  OSTREV, Jann Viktorovich  kessa:K-1; listed; line 1
      Jann Ostrev (pa4b8887d9318456f)
          0.999  same name  OSTREV, Jann Viktorovich  kessa:K-1; listed; line 1

    searched: kessa of 2024-05-01
    3 listed names in 1 document; 3 parties that may be listed
    status Some(1)
    ");
    assert_snapshot!(session.run("scan report.txt --lists lists --as-of 2024-04-01"), @r"
    Varenn Kessoum Trading LLC  kessa:K-2
        Company; not known whether listed on 2024-04-01: the first snapshot is of 2024-05-01; listed since 2024-05-01 or before
      report.txt, note 1: “Varenn Kessoum Trading” (as listed): “Varenn Kessoum Trading LLC”
          The gold was bought by Varenn Kessoum Trading, a trader in Marrow.

    OSTREV, Jann Viktorovich  kessa:K-1
        Person; listed on 2024-04-01; listed since 2023-06-01
      report.txt: “Jann Ostrev” (as listed, in another order): “OSTREV, Jann Viktorovich”
          Jann Ostrev signed for it, and Ostrev was called the Miller by all.
      report.txt: “Янн Острев” (as listed): “Янн Острев”
          Рудник купил Янн Острев; деньги дали Острёву.

    Parties that may be listed
      Varenn Kessoum Trading (p5448869cf48519f3)
          1.000  same name  Varenn Kessoum Trading LLC  kessa:K-2; not known whether listed on 2024-04-01: the first snapshot is of 2024-05-01; line 3
      Янн Острев (p8e49e79649a26b15)
          1.000  same name  OSTREV, Jann Viktorovich  kessa:K-1; listed on 2024-04-01; line 1
      Jann Ostrev (pa4b8887d9318456f)
          0.999  same name  OSTREV, Jann Viktorovich  kessa:K-1; listed on 2024-04-01; line 1

    searched: kessa of 2024-05-01
    3 listed names in 1 document; 3 parties that may be listed
    status Some(1)
    ");
    session.file("other.txt", "Nobody is named here.\n");
    assert_snapshot!(session.run("scan other.txt --lists lists"), @r"
    searched: kessa of 2024-05-01
    0 listed names in 1 document; 0 parties that may be listed
    ");
    assert_snapshot!(session.run("scan report.txt --lists lists --only un"), @r"
    ! error: there is no list `un`
    !  hint: there are kessa
    status Some(2)
    ");
}

#[test]
fn programs_get_rows() {
    let session = session();
    let rows = session.run("scan report.txt --lists lists --json");
    let first = rows.lines().next().unwrap_or_default();
    assert_snapshot!(first, @r#"{"document":"report.txt","end":68,"first_seen":"2024-05-01","gone":null,"id":"K-2","list":"kessa","listed_on":null,"matched":"Varenn Kessoum Trading LLC","name":"Varenn Kessoum Trading LLC","not_known_because":null,"notes":["1"],"order":"listed","page":null,"quote":"Varenn Kessoum Trading","schema":"Company","sentence":"The gold was bought by Varenn Kessoum Trading, a trader in Marrow.","standing":"listed","start":46,"strength":"full","what":"occurrence","words":"same"}"#);
}

#[test]
fn a_case_is_scanned_and_checked() {
    let session = session();
    session.run("init case");
    session.run("add --case case report.txt");
    assert_snapshot!(session.run("scan --case case --lists lists --limit 1"), @r"
    Varenn Kessoum Trading LLC  kessa:K-2
        Company; listed; listed since 2024-05-01 or before
      report.txt, note 1: “Varenn Kessoum Trading” (as listed): “Varenn Kessoum Trading LLC”
          The gold was bought by Varenn Kessoum Trading, a trader in Marrow.

    OSTREV, Jann Viktorovich  kessa:K-1
        Person; listed; listed since 2023-06-01
      report.txt: “Jann Ostrev” (as listed, in another order): “OSTREV, Jann Viktorovich”
          Jann Ostrev signed for it, and Ostrev was called the Miller by all.
      … and 1 more (--limit shows more)

    Parties that may be listed
      Varenn Kessoum Trading (p5448869cf48519f3)
          1.000  same name  Varenn Kessoum Trading LLC  kessa:K-2; listed; line 3
      Янн Острев (p8e49e79649a26b15)
          1.000  same name  OSTREV, Jann Viktorovich  kessa:K-1; listed; line 1
      Jann Ostrev (pa4b8887d9318456f)
          0.999  same name  OSTREV, Jann Viktorovich  kessa:K-1; listed; line 1

    searched: kessa of 2024-05-01
    3 listed names in 1 document; 3 parties that may be listed
    status Some(1)
    ");
    assert_snapshot!(session.run("check --case case --lists lists --as-of 2024-05-01 --deny note"), @r"
    note[E06]: “Varenn Kessoum Trading” bears the name of one who is on a list on 2024-05-01: Varenn Kessoum Trading LLC (kessa:K-2).
      --> report.txt
       |
       | The gold was bought by Varenn Kessoum Trading, a trader in Marrow.[1]
       |                        ^^^^^^^^^^^^^^^^^^^^^^ named here
       = help: nothing but the name says that they are one: find out, and say that it is listed or that another is meant

    note[E06]: “Jann Ostrev” bears the name of one who is on a list on 2024-05-01: OSTREV, Jann Viktorovich (kessa:K-1), as “Янн Острев”.
      --> report.txt
       |
       | Jann Ostrev signed for it, and Ostrev was called the Miller by all.
       | ^^^^^^^^^^^ named here
       = help: nothing but the name says that they are one: find out, and say that it is listed or that another is meant

    note[E06]: “Янн Острев” bears the name of one who is on a list on 2024-05-01: OSTREV, Jann Viktorovich (kessa:K-1), as “Янн Острев”.
      --> report.txt
       |
       | Рудник купил Янн Острев; деньги дали Острёву.
       |              ^^^^^^^^^^ named here
       = help: nothing but the name says that they are one: find out, and say that it is listed or that another is meant

    read report.txt: 1 note, 1 marker, 1 citation
    in all: 1 document, 1 work cited
    found: 3 notes (E06 3)
    hint: `tickmark explain E06` says why a rule exists and how to silence it
    status Some(1)
    ");
    // A hit that was cleared is none, until its entry changes; and it is said by whose decision.
    let clear = [
        "screen",
        "Jann Ostrev",
        "--clear",
        "kessa:K-1",
        "--reason",
        "another",
        "--by",
        "Awa Sarr",
        "--lists",
        "lists",
    ];
    session.transcript(&session.output(clear.into_iter(), b""));
    let silent = session.run("check --case case --lists lists --as-of 2024-05-01");
    assert!(!silent.contains("“Jann Ostrev” bears the name"), "{silent}");
    assert!(
        silent
            .contains("E06 says nothing of “Jann Ostrev” and OSTREV, Jann Viktorovich (kessa:K-1): cleared"),
        "{silent}"
    );
    assert!(silent.contains("by Awa Sarr: another (decision "), "{silent}");
    session.file("later.jsonl", LIST.replace("The Miller", "The Fuller"));
    session.run("lists add later.jsonl --list kessa --date 2024-05-02 --lists lists");
    let changed = session.run("check --case case --lists lists --as-of 2024-05-02");
    assert!(changed.contains("“Jann Ostrev” bears the name"), "{changed}");
    assert!(
        changed.contains("(kessa:K-1), as “Янн Острев”; it was cleared, and the entry changed since."),
        "{changed}"
    );
    // Without lists, the rule is silent.
    let unasked = session.run("check --case case");
    assert!(!unasked.contains("E06"), "{unasked}");
}

#[test]
fn ownership_is_told_with_its_paths() {
    let session = session();
    assert_snapshot!(session.run("ownership kessa:K-4 --as-of 2024-05-01 --lists lists"), @r"
    Marrow Haulage (kessa:K-4), as of 2024-05-01

    US  yes: owned 50 percent or more in the aggregate, directly or indirectly, by blocked persons
        held by listed parties and what they own: 50 % to 60 %
          30 %  Tolmen Holding (kessa:K-3)  itself owned by  [kessa@2024-05-01, line 6]
              51 %  OSTREV, Jann Viktorovich (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4, since 2020-01-01]
          20 % to 30 %  Varenn Kessoum Trading LLC (kessa:K-2)  listed: kessa:K-2  [kessa@2024-05-01, line 7]
        control? OSTREV, Jann Viktorovich (kessa:K-1) directs as “chairman”, Marrow Haulage (kessa:K-4)  [kessa@2024-05-01, line 9]
        by OFAC revised guidance of 13 August 2014; FAQ 398 (control does not count), 399 (all blocked persons together), 401 (indirectly: through entities that are 50 percent or more owned), 402 (divestment); lists: kessa of 2024-05-01

    EU  depends: owned more than 50 percent by listed persons, or controlled by one
        held by listed parties and what they own: 50 % to 60 %
          30 %  Tolmen Holding (kessa:K-3)  itself owned by  [kessa@2024-05-01, line 6]
              51 %  OSTREV, Jann Viktorovich (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4, since 2020-01-01]
          20 % to 30 %  Varenn Kessoum Trading LLC (kessa:K-2)  listed: kessa:K-2  [kessa@2024-05-01, line 7]
        control? OSTREV, Jann Viktorovich (kessa:K-1) directs as “chairman”, Marrow Haulage (kessa:K-4)  [kessa@2024-05-01, line 9]
        depends on how much Varenn Kessoum Trading LLC (kessa:K-2) owns of Marrow Haulage (kessa:K-4), 20 % to 30 %: yes from more than 20 % on
        by EU Best Practices for restrictive measures as they stood before 3 July 2024; lists: kessa of 2024-05-01

    UK  depends: owned more than 50 percent, directly or indirectly, by one designated person, or controlled by one
        held by one, at once or through others: 30 %
          30 %  Tolmen Holding (kessa:K-3)  itself owned by  [kessa@2024-05-01, line 6]
              51 %  OSTREV, Jann Viktorovich (kessa:K-1)  listed: kessa:K-1  [kessa@2024-05-01, line 4, since 2020-01-01]
        held by one, at once or through others: 20 % to 30 %
          20 % to 30 %  Varenn Kessoum Trading LLC (kessa:K-2)  listed: kessa:K-2  [kessa@2024-05-01, line 7]
        control? OSTREV, Jann Viktorovich (kessa:K-1) directs as “chairman”, Marrow Haulage (kessa:K-4)  [kessa@2024-05-01, line 9]
        depends on how much Varenn Kessoum Trading LLC (kessa:K-2) owns of Marrow Haulage (kessa:K-4), 20 % to 30 %
        depends on whether OSTREV, Jann Viktorovich (kessa:K-1) and Varenn Kessoum Trading LLC (kessa:K-2) exercise their rights together
        by regulation 7 and Schedule 1 of the Russia (Sanctions) (EU Exit) Regulations 2019, the same in other UK regulations; OFSI guidance (no adding up without a joint arrangement); lists: kessa of 2024-05-01

    Of the records
        2 of the ties are without a date: they are taken to hold
    status Some(1)
    ");
    assert_snapshot!(session.run("ownership kessa:K-1 --as-of 2024-05-01 --lists lists"), @r"
    OSTREV, Jann Viktorovich (kessa:K-1), as of 2024-05-01

    US  no: owned 50 percent or more in the aggregate, directly or indirectly, by blocked persons
        listed itself: kessa:K-1
        nobody who owns it is listed, as far as the records go
        by OFAC revised guidance of 13 August 2014; FAQ 398 (control does not count), 399 (all blocked persons together), 401 (indirectly: through entities that are 50 percent or more owned), 402 (divestment); lists: kessa of 2024-05-01

    EU  no: owned more than 50 percent by listed persons, or controlled by one
        listed itself: kessa:K-1
        nobody who owns it is listed, as far as the records go
        by EU Best Practices for restrictive measures as they stood before 3 July 2024; lists: kessa of 2024-05-01

    UK  no: owned more than 50 percent, directly or indirectly, by one designated person, or controlled by one
        listed itself: kessa:K-1
        nobody who owns it is listed, as far as the records go
        by regulation 7 and Schedule 1 of the Russia (Sanctions) (EU Exit) Regulations 2019, the same in other UK regulations; OFSI guidance (no adding up without a joint arrangement); lists: kessa of 2024-05-01
    status Some(1)
    ");
    session.file("ended.jsonl", "{\"id\":\"A\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Ended Haulage\"]}}\n{\"id\":\"O\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"B\"],\"asset\":[\"A\"],\"percentage\":[\"60\"],\"endDate\":[\"2020-01-01\"]}}\n{\"id\":\"B\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Owner Once\"]}}\n");
    assert_snapshot!(session.run("ownership ended.jsonl:A --records ended.jsonl --as-of 2024-05-01 --lists lists"), @r"
    Ended Haulage (ended.jsonl:A), as of 2024-05-01

    US  cannot tell: owned 50 percent or more in the aggregate, directly or indirectly, by blocked persons
        nothing is recorded of who owns it on that day
        not recorded: who owns any of Ended Haulage (ended.jsonl:A)
        not recorded: who owns any of Owner Once (ended.jsonl:B)
        by OFAC revised guidance of 13 August 2014; FAQ 398 (control does not count), 399 (all blocked persons together), 401 (indirectly: through entities that are 50 percent or more owned), 402 (divestment); lists: kessa of 2024-05-01

    EU  cannot tell: owned more than 50 percent by listed persons, or controlled by one
        nothing is recorded of who owns it on that day
        not recorded: who owns any of Ended Haulage (ended.jsonl:A)
        not recorded: who owns any of Owner Once (ended.jsonl:B)
        by EU Best Practices for restrictive measures as they stood before 3 July 2024; lists: kessa of 2024-05-01

    UK  cannot tell: owned more than 50 percent, directly or indirectly, by one designated person, or controlled by one
        nothing is recorded of who owns it on that day
        not recorded: who owns any of Ended Haulage (ended.jsonl:A)
        not recorded: who owns any of Owner Once (ended.jsonl:B)
        by regulation 7 and Schedule 1 of the Russia (Sanctions) (EU Exit) Regulations 2019, the same in other UK regulations; OFSI guidance (no adding up without a joint arrangement); lists: kessa of 2024-05-01

    Of the records
        not on that day: Owner Once (ended.jsonl:B) owns Ended Haulage (ended.jsonl:A) [ended.jsonl, line 2, until 2020-01-01]
    status Some(1)
    ");
    assert_snapshot!(session.run("ownership Nobody --as-of 2024-05-01 --lists lists"), @r"
    ! error: nobody is called “Nobody”
    !   why: neither lists nor --records nor the case have that name or id
    !  hint: `tickmark screen NAME` finds names that are nearly the same
    status Some(2)
    ");
    let rows = session.run("ownership kessa:K-3 --as-of 2024-05-01 --lists lists --json");
    assert_snapshot!(rows.lines().next().unwrap_or_default(), @r#"{"answer":"yes","as_of":"2024-05-01","control":[],"depends_on":[],"groups":[{"held":{"high":51.0,"low":51.0,"words":"51 %"},"owners":[{"listed":["kessa:K-1"],"party":{"id":"kessa:K-1","name":"OSTREV, Jann Viktorovich"},"share":{"high":51.0,"low":51.0,"words":"51 %"},"sources":[{"file":"kessa@2024-05-01","line":4,"share":{"high":51.0,"low":51.0,"words":"51 %"},"since":"2020-01-01","stated":null,"tie":"owns","until":null,"written":"51"}]}]}],"itself":{},"lists":["kessa"],"ownership":"yes","party":{"id":"kessa:K-3","name":"Tolmen Holding"},"remarks":[],"rule":"us","says":"owned 50 percent or more in the aggregate, directly or indirectly, by blocked persons","searched":[{"breaks_off":false,"list":"kessa","not_known_because":null,"snapshots":["2024-05-01"]}],"source":"OFAC revised guidance of 13 August 2014; FAQ 398 (control does not count), 399 (all blocked persons together), 401 (indirectly: through entities that are 50 percent or more owned), 402 (divestment)","threshold":"50 %","unrecorded":[]}"#);
}

#[test]
fn whoever_is_on_no_list_of_sanctions_hides_nobody() {
    let mut list: String = ('A'..='Z')
        .flat_map(|initial| [format!("{initial}."), format!("{initial}{initial}")])
        .map(|initial| format!("{{\"id\":\"P-{initial}\",\"schema\":\"Person\",\"properties\":{{\"name\":[\"Hassan Abdi Warsame {initial}\"],\"topics\":[\"role.pep\"]}}}}\n"))
        .collect();
    list.push_str(r#"{"id":"K-1","schema":"Person","properties":{"name":["Hasan Abdi Warsaame Duale"],"topics":["sanction"]}}"#);
    let session = Session::new();
    session.file("list.jsonl", list).file(
        "report.txt",
        "Riverbend, 3 May 2024\n\nThe gold was bought by Hassan Abdi Warsame, who signed for it.\n",
    );
    session.run("lists add list.jsonl --list kessa --date 2024-05-01 --lists lists");
    session.run("init case");
    session.run("add report.txt --case case");
    session.run("build --case case");
    let told = session.run("check --case case --lists lists --as-of 2024-05-01");
    assert!(
        told.contains("“Hassan Abdi Warsame” is like the name of one who is on a list on 2024-05-01: Hasan Abdi Warsaame Duale"),
        "{told}"
    );
}

#[test]
fn a_sentence_is_shown_once_however_many_lists_have_the_man() {
    let session = session();
    session.file("other.jsonl", r#"{"id":"P-9","schema":"Person","properties":{"name":["Jann Ostrev"]}}"#);
    session.run("lists add other.jsonl --list other --date 2024-05-01 --lists lists");
    let told = session.run("scan report.txt --lists lists");
    assert_eq!(told.matches("Jann Ostrev signed for it").count(), 1, "{told}");
    assert!(
        told.contains("“Jann Ostrev” (as listed): “Jann Ostrev”\n      its sentence stands under kessa:K-1"),
        "{told}"
    );
}
