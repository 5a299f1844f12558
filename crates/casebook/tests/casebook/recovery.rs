use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;

use casebook::{Case, Error, Finding, Sha256};

use crate::support::{Desk, actor, clock};

fn append(desk: &Desk, bytes: &[u8]) {
    let mut ledger = OpenOptions::new().append(true).open(desk.root().join("ledger.jsonl")).unwrap();
    ledger.write_all(bytes).unwrap();
}

#[test]
fn a_clean_start_mends_nothing() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    assert_eq!(*desk.writer().recovery(), casebook::Recovery::default());
}

#[test]
fn a_torn_last_line_is_moved_aside_and_said() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    append(&desk, b"{\"act\":{\"ki");
    assert_eq!(desk.verify().findings, [Finding::UnacknowledgedTail { bytes: 11 }]);
    let recovery = desk.writer().recovery().clone();
    let torn = recovery.torn.unwrap();
    assert_eq!(fs::read(torn).unwrap(), b"{\"act\":{\"ki");
    assert_eq!(recovery.adopted_lines, 0);
    assert_eq!(desk.verify().findings, []);
    assert_eq!(desk.case.status().unwrap().exhibits, 1);
}

#[test]
fn two_torn_ends_in_one_second_have_two_names() {
    let desk = Desk::new();
    for _ in 0..2 {
        append(&desk, b"{");
        assert!(desk.writer().recovery().torn.is_some());
    }
    let torn = fs::read_dir(desk.root()).unwrap().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("ledger.torn-")
    });
    assert_eq!(torn.count(), 2);
}

/// A crash between the ledger's sync and the head's: the lines are whole and durable.
#[test]
fn whole_lines_after_the_head_are_taken_on() {
    let desk = Desk::new();
    let head = fs::read(desk.root().join("ledger.head")).unwrap();
    desk.add(&desk.file("a.txt", "a"));
    let path = desk.root().join("ledger.head");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    fs::write(path, head).unwrap();
    assert_eq!(desk.writer().recovery().adopted_lines, 1);
    assert_eq!(desk.verify().findings, []);
    assert_eq!(desk.case.status().unwrap().exhibits, 1);
}

#[test]
fn what_was_on_its_way_is_swept_and_unknown_exhibits_are_set_apart() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    fs::write(desk.root().join("staging/7"), "half").unwrap();
    let orphan = desk.vaulted(b"never acknowledged");
    fs::create_dir_all(orphan.parent().unwrap()).unwrap();
    fs::write(&orphan, b"never acknowledged").unwrap();
    // What a writer that died leaves in the lock file.
    fs::write(desk.root().join("lock"), "{}").unwrap();
    let severities: Vec<_> = desk.verify().findings;
    assert!(matches!(severities[0], Finding::Unclaimed { .. }), "{severities:?}");
    assert!(matches!(severities[1], Finding::Leftover { .. }), "{severities:?}");
    let recovery = desk.writer().recovery().clone();
    assert_eq!((recovery.staged_removed, recovery.unclaimed), (1, 1));
    let kept = desk.root().join("unclaimed").join(Sha256::of(b"never acknowledged").to_string());
    assert_eq!(fs::read(kept).unwrap(), b"never acknowledged");
    assert_eq!(desk.verify().findings, []);
    assert_eq!(desk.writer().recovery().unclaimed, 0);
}

#[test]
fn nothing_is_appended_to_a_damaged_ledger() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    let path = desk.root().join("ledger.jsonl");
    let mut bytes = fs::read(&path).unwrap();
    bytes[20] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let refused = desk.case.write(actor(), clock()).unwrap_err();
    assert!(matches!(refused, Error::LedgerDamaged { .. }), "{refused}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
    // Refused again: the first refusal changed nothing.
    assert!(desk.case.write(actor(), clock()).is_err());
}

#[test]
fn an_interrupted_init_can_be_done_again_and_a_case_that_lost_its_file_is_not_touched() {
    let desk = Desk::new();
    let case_file = desk.root().join("tickmark.json");
    fs::remove_file(&case_file).unwrap();
    Case::init(desk.root(), &actor(), &*clock()).unwrap();
    assert_eq!(desk.verify().findings, []);
    let again = Case::init(desk.root(), &actor(), &*clock()).unwrap_err();
    assert!(matches!(again, Error::AlreadyACase { .. }), "{again}");

    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    fs::remove_file(desk.root().join("tickmark.json")).unwrap();
    let refused = Case::init(desk.root(), &actor(), &*clock()).unwrap_err();
    assert!(matches!(refused, Error::RemainsOfACase { .. }), "{refused}");
    assert!(matches!(Case::open(desk.root()), Err(Error::NotACase { .. })));
}

/// Acts of a later version are kept, chained and verified; acquisitions in an unknown shape are not overlooked.
#[test]
fn acts_of_later_versions_hold() {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "a"));
    let ledger = desk.root().join("ledger.jsonl");
    let line = |act: &str| {
        let text = fs::read_to_string(&ledger).unwrap();
        let last = Sha256::of(text.lines().last().unwrap().as_bytes());
        let count = text.lines().count();
        format!(
            "{{\"act\":{act},\"at\":\"2026-11-20T09:00:00Z\",\"by\":{{\"name\":\"n\",\"program\":\"p 9\"}},\"prev\":\"{last}\",\"seq\":{count}}}\n"
        )
    };
    append(&desk, line(r#"{"kind":"sealed","x":[1]}"#).as_bytes());
    assert_eq!(desk.writer().recovery().adopted_lines, 1);
    assert_eq!(desk.verify().findings, []);
    append(&desk, line(r#"{"kind":"acquired","x":[1]}"#).as_bytes());
    assert!(desk.writer().recovery().torn.is_some());
}
