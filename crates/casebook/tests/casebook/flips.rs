//! Every single bit of what is primary is protected.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use casebook::Finding;

use crate::support::{Desk, snapshot};

/// Two acquisitions of one exhibit and another: every kind of file is there.
fn small_case() -> Desk {
    let desk = Desk::new();
    desk.add(&desk.file("a.txt", "12 killed"));
    desk.add(&desk.file("b.txt", "12 killed"));
    desk.add(&desk.file("é.txt", "x"));
    assert_eq!(desk.verify().findings, []);
    desk
}

fn flip_every_bit(desk: &Desk, path: &Path) {
    let mode = fs::metadata(path).unwrap().permissions();
    fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
    let sound = fs::read(path).unwrap();
    for bit in 0..sound.len() * 8 {
        let mut flipped = sound.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        fs::write(path, &flipped).unwrap();
        let report = desk.verify();
        assert!(!report.is_sound(), "bit {bit} of {}", path.display());
        assert_eq!(fs::read(path).unwrap(), flipped, "verify never modifies");
    }
    fs::write(path, sound).unwrap();
    fs::set_permissions(path, mode).unwrap();
    assert_eq!(desk.verify().findings, []);
}

#[test]
fn every_bit_of_the_ledger() {
    let desk = small_case();
    flip_every_bit(&desk, &desk.root().join("ledger.jsonl"));
}

#[test]
fn every_bit_of_the_head_and_the_case_file() {
    let desk = small_case();
    flip_every_bit(&desk, &desk.root().join("ledger.head"));
    flip_every_bit(&desk, &desk.root().join("tickmark.json"));
}

#[test]
fn every_bit_of_every_exhibit() {
    let desk = small_case();
    flip_every_bit(&desk, &desk.vaulted(b"12 killed"));
    flip_every_bit(&desk, &desk.vaulted(b"x"));
}

#[test]
fn every_length_of_the_ledger_but_its_own() {
    let desk = small_case();
    let path = desk.root().join("ledger.jsonl");
    let sound = fs::read(&path).unwrap();
    for length in 0..sound.len() {
        fs::write(&path, &sound[..length]).unwrap();
        assert!(!desk.verify().is_sound(), "cut to {length}");
    }
}

#[track_caller]
fn check(change: impl Fn(&Desk), expected: impl Fn(&Finding) -> bool) {
    let desk = small_case();
    change(&desk);
    let before = snapshot(desk.root());
    let findings = desk.verify().findings;
    assert!(findings.iter().any(expected), "{findings:?}");
    assert_eq!(snapshot(desk.root()), before, "verify never modifies");
}

#[test]
fn what_is_missing_extra_or_writable_is_found() {
    check(
        |desk| fs::remove_file(desk.vaulted(b"x")).unwrap(),
        |finding| matches!(finding, Finding::Missing { .. }),
    );
    check(
        |desk| fs::write(desk.root().join("vault/notes.txt"), "x").unwrap(),
        |finding| matches!(finding, Finding::Extra { path } if path == "vault/notes.txt"),
    );
    check(
        |desk| {
            let writable = fs::Permissions::from_mode(0o644);
            fs::set_permissions(desk.vaulted(b"x"), writable).unwrap();
        },
        |finding| matches!(finding, Finding::Writable { mode: 0o644, .. }),
    );
    check(
        |desk| fs::remove_file(desk.root().join("ledger.head")).unwrap(),
        |finding| matches!(finding, Finding::Head { .. }),
    );
    check(
        |desk| fs::remove_file(desk.root().join("ledger.jsonl")).unwrap(),
        |finding| matches!(finding, Finding::Ledger { .. }),
    );
    check(
        |desk| fs::remove_file(desk.root().join("tickmark.json")).unwrap(),
        |finding| matches!(finding, Finding::CaseFile { .. }),
    );
}

/// Not every bit of an SQLite file means something; those that change a row are found, and nothing panics.
#[test]
fn changed_rows_of_the_projection_are_found() {
    let desk = small_case();
    desk.build();
    assert_eq!(desk.verify().findings, []);
    let path = desk.root().join("projection/case.sqlite");
    let sound = fs::read(&path).unwrap();
    let places: Vec<_> = memchr_all(&sound, b"12 killed");
    assert!(places.len() >= 2, "in the reading and among the searched blocks");
    for at in places {
        let mut changed = sound.clone();
        changed[at + 1] ^= 1;
        fs::write(&path, &changed).unwrap();
        let findings = desk.verify().findings;
        assert!(
            findings.iter().any(|finding| matches!(finding, Finding::Projection { .. })),
            "byte {at}: {findings:?}"
        );
    }
    for at in (0..sound.len()).step_by(97) {
        let mut changed = sound.clone();
        changed[at] ^= 0x10;
        fs::write(&path, &changed).unwrap();
        let _ = desk.verify();
        let _ = desk.case.status();
    }
}

fn memchr_all(bytes: &[u8], needle: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(needle.len()).enumerate();
    windows.filter(|(_, window)| *window == needle).map(|(at, _)| at).collect()
}
