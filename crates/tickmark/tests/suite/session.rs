//! A folder of its own, in which commands are run and told as a transcript.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A temporary folder to run commands in.
pub struct Session {
    folder: TempDir,
}

impl Session {
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("session").tempdir().expect("a temporary folder");
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, its folders included.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
        self
    }

    /// Runs `tickmark` with words parted by spaces; returns what it said and how it ended.
    pub fn run(&self, line: &str) -> String {
        self.run_with(line, b"")
    }

    /// The same with bytes on standard input.
    pub fn run_with(&self, line: &str, stdin: &[u8]) -> String {
        let output = self.output(line.split_whitespace(), stdin);
        self.transcript(&output)
    }

    pub fn output<'a>(&self, words: impl Iterator<Item = &'a str>, stdin: &[u8]) -> Output {
        let mut child = command(self.folder.path())
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A command that does not read its input closes it: no failure of the test.
        let _ = child.stdin.take().expect("piped").write_all(stdin);
        child.wait_with_output().expect("the program ends")
    }

    /// Standard output, then what was said on standard error behind `!`, then a status other than 0.
    pub fn transcript(&self, output: &Output) -> String {
        let mut told = String::from_utf8_lossy(&output.stdout).into_owned();
        for line in String::from_utf8_lossy(&output.stderr).lines() {
            told.push_str(&format!("! {line}\n"));
        }
        match output.status.code() {
            Some(0) => {}
            status => told.push_str(&format!("status {status:?}\n")),
        }
        self.filtered(&told)
    }

    /// What differs from run to run: the folder, hashes, times.
    fn filtered(&self, text: &str) -> String {
        let folder = self.folder.path().to_string_lossy().into_owned();
        let canonical = fs::canonicalize(self.folder.path()).unwrap_or_default();
        let text =
            text.replace(canonical.to_string_lossy().as_ref(), "[FOLDER]").replace(&folder, "[FOLDER]");
        let words = text.split_inclusive([' ', '\n', '"', '(', ')', ',']);
        words.map(mask).collect()
    }
}

/// The program, in a folder, without the user's environment: without `PATH` it finds no program that this machine happens
/// to have, so that what is told of a scan is the same everywhere.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tickmark"));
    command.current_dir(folder).env_clear().env("TICKMARK_BY", "Awa Sarr");
    command
}

fn mask(word: &str) -> String {
    let bare = word.trim_end_matches([' ', '\n', '"', '(', ')', ',']);
    let rest = &word[bare.len()..];
    let is_hash = [12, 32, 64].contains(&bare.len())
        && bare.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let is_time =
        bare.len() >= 20 && bare.ends_with('Z') && bare.starts_with("20") && bare.as_bytes()[10] == b'T';
    if is_hash {
        format!("[HASH]{rest}")
    } else if is_time {
        format!("[TIME]{rest}")
    } else {
        word.to_owned()
    }
}
