//! A case in a temporary folder, a clock that only tests move, a reader of invented texts.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use casebook::export::{Format, Request, What};
use casebook::{
    Actor, AddEvent, AddOptions, AddSource, AddSummary, BuildOptions, BuildSummary, Case, Clock, Reading,
    Sha256, Timestamp, Verification, Writer,
};
use reason::document::{Draft, DraftBlock, Member, ReadOutcome, Unread};

/// One second later each time.
#[derive(Default)]
pub struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> Timestamp {
        let second = 1_795_000_000 + self.0.fetch_add(1, Ordering::Relaxed);
        Timestamp::from_second(second).unwrap()
    }
}

pub fn actor() -> Actor {
    Actor { name: "A. Tester".to_owned(), program: "test 1".to_owned() }
}

pub fn clock() -> Arc<dyn Clock> {
    Arc::new(Ticking::default())
}

/// A folder with a case and a folder of files beside it.
pub struct Desk {
    _folder: tempfile::TempDir,
    pub case: Case,
    pub files: PathBuf,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("files");
        fs::create_dir(&files).unwrap();
        let case = Case::init(&folder.path().join("case"), &actor(), &*clock()).unwrap();
        Self { _folder: folder, case, files }
    }

    pub fn root(&self) -> &Path {
        self.case.root()
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.files.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    pub fn writer(&self) -> Writer {
        self.case.write(actor(), clock()).unwrap()
    }

    pub fn add(&self, path: &Path) -> (AddSummary, Vec<String>) {
        add(&mut self.writer(), path, AddOptions::default())
    }

    pub fn build(&self) -> BuildSummary {
        self.writer().build(&Invented, TWO, &mut |_| {}).unwrap()
    }

    pub fn export(&self, what: What) -> String {
        let mut out = Vec::new();
        let request = Request { what, format: Format::Jsonl };
        self.case.export(&request, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    pub fn verify(&self) -> Verification {
        casebook::verify(self.root(), &mut |_| {}).unwrap()
    }

    /// Of bytes: where they lie in the vault.
    pub fn vaulted(&self, bytes: &[u8]) -> PathBuf {
        let name = Sha256::of(bytes).to_string();
        self.root().join("vault").join(&name[..2]).join(&name[2..])
    }
}

pub const TWO: BuildOptions = BuildOptions { threads: 2 };

/// Adds and writes down what was told, file names only.
pub fn add(writer: &mut Writer, path: &Path, options: AddOptions) -> (AddSummary, Vec<String>) {
    let mut told = Vec::new();
    let sources = vec![AddSource::Path(path.to_owned())];
    let summary = writer.add(sources, options, &mut |event| told.push(sentence(&event))).unwrap();
    (summary, told)
}

pub fn sentence(event: &AddEvent<'_>) -> String {
    let name = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    match event {
        AddEvent::Added { origin, .. } => format!("added {}", name(origin)),
        AddEvent::AddedAgain { origin, .. } => format!("again {}", name(origin)),
        AddEvent::AlreadyThere { origin, .. } => format!("there {}", name(origin)),
        AddEvent::Skipped { path, why } => format!("skipped {} {why:?}", name(path)),
        AddEvent::Failed { path, error } => format!("failed {} {error}", name(path)),
    }
}

/// Reads invented texts: paragraphs parted by blank lines. Their first word may make them something else.
pub struct Invented;

impl Reading for Invented {
    fn version(&self) -> String {
        "invented 1".to_owned()
    }

    fn read(&self, _name: &str, bytes: &[u8]) -> ReadOutcome {
        let text = String::from_utf8_lossy(bytes);
        if let Some(members) = text.strip_prefix("ARCHIVE\n") {
            return ReadOutcome::Container(members.lines().map(member).collect());
        }
        if text.starts_with("LOCKED") {
            return ReadOutcome::Unread(Unread::Encrypted);
        }
        assert!(!text.starts_with("PANIC"), "told to");
        let mut draft = Draft::new("text/plain", "invented", 1);
        draft.blocks =
            text.split("\n\n").map(|paragraph| DraftBlock::new(None, paragraph, Some(1))).collect();
        ReadOutcome::Document(reason::structure::compose(draft))
    }
}

/// `path=text`; `path!` cannot be had.
fn member(line: &str) -> Member {
    match line.split_once('=') {
        Some((path, text)) => {
            Member { path: path.to_owned(), bytes: Ok(text.replace("\\n", "\n").into_bytes()) }
        }
        None => Member { path: line.trim_end_matches('!').to_owned(), bytes: Err(Unread::Encrypted) },
    }
}

/// Every file of a folder with its bytes, to see that nothing changed.
pub fn snapshot(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.clone(), fs::read(path).unwrap()));
            }
        }
    }
    files.sort();
    files
}
