//! Scanned pages, recognised by a program named `tesseract`: here a script that says what a test wants it to say.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::session::{Session, command};

/// Page 1 is text, page 2 the picture of a letter.
const SCAN: &[u8] = include_bytes!("../../../readers/tests/pdf/scan.pdf");

/// What the script prints of a picture: words with their places. The last line of it looks like a note and its mark.
const WORDS: &str = "\
level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96\tNine
5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t96\tlorries
5\t1\t1\t1\t1\t3\t0\t0\t9\t9\t96\tleft.1
5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t96\t1
5\t1\t2\t1\t1\t2\t0\t0\t9\t9\t96\tInterview
5\t1\t2\t1\t1\t3\t0\t0\t9\t9\t96\twith
5\t1\t2\t1\t1\t4\t0\t0\t9\t9\t96\ta
5\t1\t2\t1\t1\t5\t0\t0\t9\t9\t96\tdriver,
5\t1\t2\t1\t1\t6\t0\t0\t9\t9\t96\tAnsel,
5\t1\t2\t1\t1\t7\t0\t0\t9\t9\t96\t2031.
";

/// A session with a scan and a `tesseract` that does this with a picture.
fn session(script: &str) -> Session {
    let session = Session::new();
    let program = format!(
        "#!/bin/sh\ncase $1 in\n--version) echo 'tesseract 9.9';;\n--list-langs) printf 'List:\\neng\\nfra\\n';;\n*) {script};;\nesac\n"
    );
    session.file("scan.pdf", SCAN).file("tools/share/words.tsv", WORDS).file("tools/bin/tesseract", program);
    let path = session.path("tools/bin/tesseract");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("made a program");
    session
}

/// Runs `tickmark` with the script on its path, or with no tesseract at all.
fn run(session: &Session, program: Program, line: &str) -> String {
    let tools = match program {
        Program::Script => session.path("tools/bin"),
        Program::Absent => session.path("nowhere"),
    };
    let path = match program {
        Program::Script => format!("{}:/usr/bin:/bin", tools.display()),
        Program::Absent => tools.display().to_string(),
    };
    let output = command(&session.path(""))
        .args(line.split_whitespace())
        .env("PATH", path)
        .env("TMPDIR", session.path("temporary"))
        .output()
        .expect("the program starts");
    session.transcript(&output)
}

#[derive(Debug, Clone, Copy)]
enum Program {
    Script,
    Absent,
}

const SPEAK: &str = "cat > /dev/null; cat \"$(dirname \"$0\")/../share/words.tsv\"";

/// Checks the scan with such a script: what is told, and that no temporary file is left.
#[track_caller]
fn check(script: &str, told: &[&str]) -> String {
    let session = session(script);
    fs::create_dir(session.path("temporary")).expect("made");
    let transcript = run(&session, Program::Script, "check --timeout 2 scan.pdf");
    for sentence in told {
        assert!(transcript.contains(sentence), "{sentence}: {transcript}");
    }
    let left: Vec<_> = fs::read_dir(session.path("temporary")).expect("read").collect();
    assert!(left.is_empty(), "{left:?}");
    transcript
}

#[test]
fn a_scan_is_read_without_notes() {
    check(
        SPEAK,
        &[
            "note[D01]",
            "Tesseract recognised the text in a scan; note marks may be lost (page 2).",
            "0 notes, 0 markers, 0 citations",
        ],
    );
}

#[test]
fn what_goes_wrong_is_told_and_the_page_stays_a_picture() {
    let unread = "Page 2 is a picture without text";
    check("cat > /dev/null; echo no memory >&2; exit 3", &[unread, "after saying: no memory"]);
    check("exec sleep 600", &[unread, "tesseract took longer than 2 s (--timeout) (page 2)."]);
    check("exec yes", &[unread, "tesseract printed more than"]);
    check("cat > /dev/null", &["Tesseract recognised no text in a picture"]);
}

#[test]
fn a_case_reads_again_when_the_program_appears() {
    let session = session(SPEAK);
    fs::create_dir(session.path("temporary")).expect("made");
    run(&session, Program::Absent, "init case");
    run(&session, Program::Absent, "add --case case scan.pdf");
    let build = |program| run(&session, program, "build --case case");
    assert!(build(Program::Absent).starts_with("read 1,"));
    assert!(build(Program::Absent).starts_with("read 0, 1 read before"));
    assert!(build(Program::Script).starts_with("read 1,"));
    assert!(build(Program::Script).starts_with("read 0, 1 read before"));
    let text = run(&session, Program::Script, "export text --case case");
    assert!(text.contains("Nine lorries left.1"), "{text}");
    assert!(run(&session, Program::Script, "export notes --case case").is_empty());
}

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
#[test]
fn the_program_reaches_neither_files_nor_network() {
    let session = session(
        "cat > /dev/null; cat secret.txt \"$(dirname \"$0\")/../../secret.txt\" 2>&1; \
         echo taken > \"$(dirname \"$0\")/../../taken.txt\"; echo the end",
    );
    fs::create_dir(session.path("temporary")).expect("made");
    session.file("secret.txt", "the name of the source");
    run(&session, Program::Script, "init case");
    run(&session, Program::Script, "add --case case scan.pdf");
    let text = run(&session, Program::Script, "export text --case case");
    assert!(text.contains("Permission denied") && text.contains("the end"), "{text}");
    assert!(!text.contains("the name of the source"), "{text}");
    assert!(!session.path("taken.txt").exists());
}
