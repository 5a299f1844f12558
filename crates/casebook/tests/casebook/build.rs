use casebook::export::What;
use casebook::{BuildEvent, BuildOptions, BuildSummary, Error, Finding, Reading};
use reason::document::ReadOutcome;

use crate::support::{Desk, Invented, TWO, actor, clock};

/// Counts how often it is asked.
struct Counting(std::sync::atomic::AtomicUsize, &'static str);

impl Reading for Counting {
    fn version(&self) -> String {
        self.1.to_owned()
    }
    fn read(&self, name: &str, bytes: &[u8]) -> ReadOutcome {
        self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Invented.read(name, bytes)
    }
}

fn read_by(desk: &Desk, version: &'static str) -> (usize, BuildSummary) {
    let reading = Counting(0.into(), version);
    let summary = desk.writer().build(&reading, TWO, &mut |_| {}).unwrap();
    (reading.0.into_inner(), summary)
}

#[test]
fn only_what_is_new_is_read() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "one"));
    assert_eq!(read_by(&desk, "1").0, 1);
    desk.add(&desk.file("b.txt", "two"));
    assert_eq!(desk.case.status().unwrap().stale, 1);
    let (read, summary) = read_by(&desk, "1");
    assert_eq!((read, summary.read, summary.unchanged), (1, 1, 1));
    assert_eq!(desk.case.status().unwrap().stale, 0);
    assert_eq!(read_by(&desk, "1").0, 0);
    assert_eq!(read_by(&desk, "2").0, 2, "another reader reads all anew");
}

/// Documents, an archive within an archive, what cannot be read, names that occur twice.
fn mixed() -> Desk {
    let desk = Desk::new();
    desk.file("1/report.txt", "First title\n\nA paragraph about Ménaka.");
    desk.file("2/report.txt", "Second title\n\nAnother paragraph.");
    desk.file(
        "all.zip",
        "ARCHIVE\nin/note.txt=inside\nin/deep.zip=ARCHIVE\\ndeep.txt=far inside\nsecret.doc!",
    );
    desk.file("locked.pdf", "LOCKED");
    desk.file("panic.doc", "PANIC");
    desk.add(&desk.files);
    desk
}

fn all_exports(desk: &Desk) -> Vec<String> {
    What::ALL.map(|what| desk.export(what)).to_vec()
}

#[test]
fn rebuilding_gives_byte_identical_exports() {
    let desk = mixed();
    desk.build();
    let built = all_exports(&desk);
    let acts = desk.case.status().unwrap().acts;
    desk.writer().rebuild(&Invented, TWO, &mut |_| {}).unwrap();
    assert_eq!(all_exports(&desk), built);
    std::fs::remove_dir_all(desk.root().join("projection")).unwrap();
    let one = BuildOptions { threads: 1 };
    desk.writer().build(&Invented, one, &mut |_| {}).unwrap();
    assert_eq!(all_exports(&desk), built, "the number of threads changes nothing");
    assert_eq!(desk.case.status().unwrap().acts, acts, "members are acquired once");
    assert!(desk.verify().findings.is_empty(), "{:?}", desk.verify().findings);
}

#[test]
fn members_of_archives_become_exhibits() {
    let desk = mixed();
    let mut told = Vec::new();
    let summary = desk
        .writer()
        .build(&Invented, TWO, &mut |event| match event {
            BuildEvent::Opened { name, members, .. } => told.push(format!("{name}: {members}")),
            BuildEvent::MemberUnread { path, .. } => told.push(path.to_owned()),
            _ => {}
        })
        .unwrap();
    assert_eq!(told, ["all.zip: 2", "secret.doc", "deep.zip: 1"]);
    assert_eq!((summary.read, summary.opened, summary.unread), (4, 2, 2));
    let documents = desk.export(What::Documents);
    let origin = format!("{}/all.zip!/in/deep.zip!/deep.txt", desk.files.display());
    assert!(documents.contains(&origin), "{documents}");
    assert!(desk.vaulted(b"far inside").is_file());
    assert_eq!(desk.case.status().unwrap().archives, 2);
}

#[test]
fn what_could_not_be_read_is_said_everywhere() {
    let desk = mixed();
    desk.build();
    let unread = desk.case.status().unwrap().unread;
    let names: Vec<_> =
        unread.iter().map(|unread| (&*unread.exhibit.label, unread.member.as_deref())).collect();
    assert_eq!(names, [("all.zip", Some("secret.doc")), ("locked.pdf", None), ("panic.doc", None)]);
    let diagnostics = desk.export(What::Diagnostics);
    for name in ["all.zip!/secret.doc", "locked.pdf", "panic.doc"] {
        let message = format!("\"message\":\"{name} could not be read");
        assert!(diagnostics.contains(&message), "{name}: {diagnostics}");
    }
    let documents = desk.export(What::Documents);
    assert!(documents.contains("\"unread\":\"the file is locked with a password\""));
}

#[test]
fn a_crash_is_tried_again_and_a_locked_file_is_not() {
    let desk = mixed();
    desk.build();
    let (read, summary) = read_by(&desk, "invented 1");
    assert_eq!((read, summary.unread), (1, 1));
}

#[test]
fn names_are_shown_with_folders_where_two_files_share_them() {
    let desk = mixed();
    desk.build();
    let documents = desk.case.load().unwrap().documents;
    let labels: Vec<_> = documents.iter().map(|of| &*of.exhibit.label).collect();
    let files = desk.files.display();
    let expected = [
        format!("{files}/1/report.txt"),
        format!("{files}/2/report.txt"),
        "note.txt".to_owned(),
        "deep.txt".to_owned(),
    ];
    assert_eq!(labels, expected);
}

#[test]
fn both_acquisitions_of_a_document_are_exported() {
    let desk = Desk::new();
    desk.file("a.txt", "same");
    desk.file("b.txt", "same");
    desk.add(&desk.files);
    desk.build();
    let row: serde_json::Value = serde_json::from_str(&desk.export(What::Documents)).unwrap();
    assert_eq!(row["document"], "a.txt");
    assert_eq!(row["added_by"], "A. Tester");
    assert_eq!(row["acquisitions"].as_array().unwrap().len(), 2);
}

#[test]
fn a_damaged_exhibit_is_said_and_read_once_it_is_whole() {
    let desk = Desk::new();
    let path = desk.file("a.txt", "whole");
    desk.add(&path);
    std::fs::remove_file(desk.vaulted(b"whole")).unwrap();
    assert_eq!(desk.build().unread, 1);
    desk.add(&path);
    assert_eq!(desk.build().read, 1);
}

#[test]
fn an_interrupted_or_foreign_projection_is_built_again() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    assert!(matches!(desk.case.search("a", 1), Err(Error::NotBuilt { .. })));
    desk.build();
    std::fs::remove_file(desk.root().join("projection/fingerprint.json")).unwrap();
    assert!(matches!(desk.verify().findings[..], [Finding::ProjectionBehind { .. }]));
    let other = Desk::new();
    other.add(&other.file("b.txt", "b"));
    other.build();
    let database = "projection/case.sqlite";
    std::fs::copy(other.root().join(database), desk.root().join(database)).unwrap();
    desk.build();
    assert_eq!(desk.case.load().unwrap().documents[0].document.text, "a");
    std::fs::write(desk.root().join(database), "no database").unwrap();
    desk.build();
    assert_eq!(desk.verify().findings, []);
}

#[test]
fn readers_go_on_while_one_builds() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "alpha"));
    desk.build();
    desk.add(&desk.file("b.txt", "beta"));
    let mut writer = desk.case.write(actor(), clock()).unwrap();
    let mut seen = 0;
    writer
        .build(&Invented, TWO, &mut |_| {
            seen += desk.case.search("alpha", 5).unwrap().hits.len();
        })
        .unwrap();
    assert!(seen > 0);
}

/// Readings are there, works and diagnostics are not: they are made from the readings, not taken from the build before.
#[test]
fn a_build_that_was_interrupted_before_joining_shows_what_it_read() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    desk.build();
    desk.add(&desk.file("locked.pdf", "LOCKED"));
    desk.add(&desk.file("z.txt", "z"));
    let interrupted = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let stop = &mut |event: BuildEvent<'_>| {
            assert!(!matches!(event, BuildEvent::Joining), "interrupted");
        };
        desk.writer().build(&Invented, TWO, stop)
    }));
    assert!(interrupted.is_err());
    let (rows, loaded) = (all_exports(&desk), desk.case.load().unwrap());
    assert_eq!(loaded.diagnostics.len(), 1);
    desk.build();
    assert_eq!(all_exports(&desk), rows);
    assert_eq!(desk.case.load().unwrap(), loaded);
}
