use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;

use casebook::ledger::{Act, KnownAct, Via};
use casebook::{AddOptions, AddSource, AddSummary};

use crate::support::{Desk, add, sentence};

#[test]
fn bytes_come_into_the_vault_read_only_under_their_hash() {
    let desk = Desk::new();
    let path = desk.file("a.txt", "Ménaka, 12 May.");
    let (summary, told) = desk.add(&path);
    assert_eq!(told, ["added a.txt"]);
    assert_eq!((summary.added, summary.bytes), (1, 16));
    let kept = desk.vaulted("Ménaka, 12 May.".as_bytes());
    assert_eq!(fs::read(&kept).unwrap(), "Ménaka, 12 May.".as_bytes());
    assert_eq!(fs::metadata(&kept).unwrap().permissions().mode() & 0o222, 0);
    assert_eq!(desk.verify().findings, []);
}

#[test]
fn the_ledger_says_who_what_and_whence() {
    let desk = Desk::new();
    let path = desk.file("a.txt", "x");
    desk.add(&path);
    let entries: Vec<_> = desk.case.log().unwrap().map(Result::unwrap).collect();
    assert!(matches!(entries[0].act, Act::Known(KnownAct::CaseCreated { .. })));
    let acquired = entries[1].acquired().unwrap();
    assert_eq!(acquired.name, "a.txt");
    assert_eq!(acquired.origin, path.to_str().unwrap());
    assert_eq!((acquired.size, acquired.via), (1, Via::Direct));
    assert!(acquired.modified.is_some());
    assert_eq!(entries[1].by.name, "A. Tester");
    assert_eq!(entries.len(), 2);
}

#[test]
fn two_ways_to_the_same_bytes_are_one_exhibit_and_two_acquisitions() {
    let desk = Desk::new();
    desk.file("a.txt", "same");
    desk.file("b.txt", "same");
    let (summary, told) = desk.add(&desk.files);
    assert_eq!(told, ["added a.txt", "again b.txt"]);
    assert_eq!((summary.added, summary.added_again), (1, 1));
    let (_, told) = desk.add(&desk.files);
    assert_eq!(told, ["there a.txt", "there b.txt"]);
    let status = desk.case.status().unwrap();
    assert_eq!((status.exhibits, status.acquisitions, status.acts), (1, 2, 3));
}

#[test]
fn new_bytes_by_a_known_path_are_a_new_exhibit() {
    let desk = Desk::new();
    let path = desk.file("a.txt", "one");
    desk.add(&path);
    fs::write(&path, "two").unwrap();
    assert_eq!(desk.add(&path).1, ["added a.txt"]);
    assert_eq!(desk.case.status().unwrap().exhibits, 2);
}

#[test]
fn the_same_source_twice_in_one_run_is_kept_once() {
    let desk = Desk::new();
    let path = desk.file("a.txt", "x");
    let mut told = Vec::new();
    let sources = vec![AddSource::Path(path.clone()), AddSource::Path(path)];
    desk.writer()
        .add(sources, AddOptions::default(), &mut |event| {
            told.push(sentence(&event));
        })
        .unwrap();
    assert_eq!(told, ["added a.txt", "there a.txt"]);
}

#[test]
fn a_stream_has_the_origin_that_it_is_given() {
    let desk = Desk::new();
    let mut bytes: &[u8] = b"piped";
    let sources = vec![AddSource::Stream {
        name: "standard input".to_owned(),
        origin: "-".to_owned(),
        bytes: &mut bytes,
    }];
    desk.writer().add(sources, AddOptions::default(), &mut |_| {}).unwrap();
    let last = desk.case.log().unwrap().last().unwrap().unwrap();
    assert_eq!(last.acquired().unwrap().origin, "-");
    assert!(desk.vaulted(b"piped").is_file());
}

#[test]
fn a_name_that_is_not_utf8_is_kept_byte_for_byte() {
    let desk = Desk::new();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.txt");
    let path = desk.files.join(name);
    fs::write(&path, "x").unwrap();
    desk.add(&path);
    let last = desk.case.log().unwrap().last().unwrap().unwrap();
    let acquired = last.acquired().unwrap();
    assert_eq!(acquired.name, "caf\u{fffd}.txt");
    assert!(acquired.origin_bytes.as_ref().unwrap().ends_with("636166e92e747874"));
    assert_eq!(desk.add(&path).1, ["there caf\u{fffd}.txt"]);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    let desk = Desk::new();
    let path = desk.file("b.txt", "x");
    let mut told = Vec::new();
    let sources = vec![AddSource::Path(desk.files.join("missing.txt")), AddSource::Path(path)];
    let summary = desk
        .writer()
        .add(sources, AddOptions::default(), &mut |event| {
            told.push(sentence(&event));
        })
        .unwrap();
    assert!(told[0].starts_with("failed missing.txt cannot read"), "{told:?}");
    assert_eq!(told[1], "added b.txt");
    assert_eq!((summary.added, summary.failed), (1, 1));
}

#[test]
fn an_exhibit_that_is_gone_is_put_back_when_its_bytes_come_again() {
    let desk = Desk::new();
    let path = desk.file("a.txt", "x");
    desk.add(&path);
    fs::remove_file(desk.vaulted(b"x")).unwrap();
    assert!(!desk.verify().is_sound());
    assert_eq!(desk.add(&path).1, ["there a.txt"]);
    assert!(desk.verify().is_sound());
}

#[test]
fn more_files_than_a_batch_holds_come_in_order() {
    let desk = Desk::new();
    for number in 0..600 {
        desk.file(&format!("{number:03}.txt"), number.to_string());
    }
    let (summary, told) = add(&mut desk.writer(), &desk.files, AddOptions::default());
    let expected = AddSummary { added: 600, bytes: 10 + 180 + 1500, ..AddSummary::default() };
    assert_eq!(summary, expected);
    assert!(told.is_sorted());
    assert_eq!(desk.verify().exhibits, 600);
}
