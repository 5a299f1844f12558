//! Files that are no reports, or worse: a sentence says what and why, the rest goes on, nothing is written elsewhere.

use std::fs;

use crate::session::Session;

const MEMO: &str = "The ferry stopped at noon.\n";

/// Checks the file beside an honest one: its sentence is told, the honest one is read.
fn check(name: &str, bytes: &[u8], sentence: &str) {
    let session = Session::new();
    session.file("a/zz-memo.txt", MEMO).file(&format!("a/{name}"), bytes);
    let told = session.run("check a");
    assert!(told.contains(sentence), "{name}: {told}");
    assert!(told.contains("read a/zz-memo.txt"), "{name}: {told}");
    let left: Vec<_> = fs::read_dir(session.path("")).expect("read").collect();
    assert_eq!(left.len(), 1, "{name}: something was written outside: {left:?}");
    let inside: Vec<_> = fs::read_dir(session.path("a")).expect("read").collect();
    assert_eq!(inside.len(), 2, "{name}: something was written: {inside:?}");
}

#[test]
fn each_is_told_for_what_it_is() {
    check("empty.pdf", b"", "the file is empty (0 bytes)");
    check("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no reader for this kind of file");
    check("noise.bin", &noise(), "no reader for this kind of file");
    check("locked.pdf", include_bytes!("../fixtures/locked.pdf"), "the file is locked with a password");
    check("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "cut.pdf could not be read");
}

/// Bytes of no kind of file, the same every time (a linear congruential generator).
fn noise() -> Vec<u8> {
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..4000).map(|_| next()).collect()
}

#[test]
fn what_is_readable_of_it_is_read() {
    check("report.pdf", b"It is a text, whatever its name says.\n", "read a/report.pdf");
    check("latin.txt", b"Le bac s'est arr\xeat\xe9 \xe0 midi.\n", "read a/latin.txt");
    check("broken.txt", b"Good \xff\xfe\xfd bytes \xc3 and bad.\n", "a/broken.txt");
}

#[test]
fn depth_is_no_way_to_break_it() {
    let deep = format!("{}text{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
    check("deep.html", format!("<!DOCTYPE html><p>{deep}").as_bytes(), "a/deep.html");
}

#[test]
fn members_of_archives_cannot_climb() {
    check("climbing.zip", include_bytes!("../fixtures/climbing.zip"), "climbing.zip");
}

#[cfg(unix)]
#[test]
fn names_cannot_drive_the_terminal() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let session = Session::new();
    session.file("a/invoice\u{202e}fdp.txt", "").file("a/red\u{1b}[31m.txt", "");
    let path = session.path("a").join(OsStr::from_bytes(b"bad\xff.txt"));
    fs::write(path, "").expect("written");
    let told = session.run("check a");
    assert!(told.contains("invoice<U+202E>fdp.txt"), "{told}");
    assert!(told.contains("red<U+001B>[31m.txt"), "{told}");
    assert!(told.contains("bad\u{fffd}.txt"), "{told}");
    assert!(!told.contains(['\u{202e}', '\u{1b}']), "{told}");
}
