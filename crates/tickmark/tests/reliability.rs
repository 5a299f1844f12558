//! `kill -9` at random moments of `tickmark add`: what was told as added is there, and the case is sound after the next
//! start. `TICKMARK_KILLS` says how often (20 unless told otherwise; 1,000 for the figure in BENCHMARKS.md).
//!
//! A killed process leaves the page cache alone, so this is no power loss: `casebook`'s tests pull the plug on a disk that
//! drops what was not synced.

#![allow(missing_docs, reason = "tests document themselves")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Kills of one case; then it is finished, verified, and a new one begun, so that a thousand kills do not spend their time
/// on hashing.
const KILLS_A_CASE: u64 = 20;

/// Files of one run: more than one batch, so that some are told before others are begun.
const FILES: u64 = 400;

/// SplitMix64: the same moments each time, as far as the machine lets them.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn up_to(&mut self, most: Duration) -> Duration {
        let most = u64::try_from(most.as_nanos()).unwrap();
        Duration::from_nanos(self.next() % most.max(1))
    }
}

struct Trial {
    folder: tempfile::TempDir,
    /// SHA-256 of everything that was told as added.
    told: BTreeSet<String>,
}

impl Trial {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case");
        let made = tickmark().arg("init").arg(case).args(["--by", "t"]).output();
        assert!(made.unwrap().status.success());
        Self { folder, told: BTreeSet::new() }
    }

    fn case(&self) -> PathBuf {
        self.folder.path().join("case")
    }

    /// Files that no other run has.
    fn files(&self, run: u64) -> PathBuf {
        let files = self.folder.path().join(format!("files-{run}"));
        fs::create_dir(&files).unwrap();
        for number in 0..FILES {
            let text = format!("run {run}, file {number}");
            fs::write(files.join(format!("{number}.txt")), text).unwrap();
        }
        files
    }

    /// Runs `add`, killed after a while or left to its end; returns how long it took.
    fn add(&mut self, files: &Path, killed_after: Option<Duration>) -> Duration {
        let began = Instant::now();
        let mut child = tickmark()
            .arg("add")
            .arg(files)
            .arg("--case")
            .arg(self.case())
            .args(["--json", "--by", "t"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let listening = std::thread::spawn(move || {
            let mut lines = Vec::new();
            stdout.read_to_end(&mut lines).unwrap();
            lines
        });
        if let Some(moment) = killed_after {
            // The moment is what is tested; nothing is waited for.
            std::thread::sleep(moment);
            child.kill().unwrap();
        }
        let status = child.wait().unwrap();
        assert!(killed_after.is_some() || status.success());
        self.listen(&listening.join().unwrap());
        began.elapsed()
    }

    /// Takes down what whole lines tell as added.
    fn listen(&mut self, lines: &[u8]) {
        let whole = lines.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        for line in lines[..whole].split(|byte| *byte == b'\n') {
            let Ok(row) = serde_json::from_slice::<serde_json::Value>(line) else {
                continue;
            };
            if matches!(row["event"].as_str(), Some("added" | "added_again")) {
                self.told.insert(row["sha256"].as_str().unwrap().to_owned());
            }
        }
    }

    /// After a start that mends: everything told is in vault and ledger, and nothing is wrong.
    fn check(&mut self, last: u64) {
        let files = self.files(last);
        self.add(&files, None);
        let ledger = fs::read_to_string(self.case().join("ledger.jsonl")).unwrap();
        for exhibit in &self.told {
            let path = self.case().join("vault").join(&exhibit[..2]).join(&exhibit[2..]);
            assert!(path.is_file(), "{exhibit} was told as added and is gone");
            assert!(ledger.contains(exhibit), "{exhibit} is not in the ledger");
        }
        let verified = tickmark().arg("verify").arg("--case").arg(self.case()).output().unwrap();
        let said = String::from_utf8_lossy(&verified.stdout);
        assert!(verified.status.success(), "{said}");
        let left = fs::read_dir(self.case().join("staging")).unwrap().count();
        assert_eq!(left, 0, "files on their way were not swept");
    }
}

fn tickmark() -> Command {
    Command::new(env!("CARGO_BIN_EXE_tickmark"))
}

/// Runs that are not interrupted, to know how long one takes.
const RUNS_MEASURED: u64 = 4;

#[test]
fn killed_at_random_moments() {
    let kills: u64 = match std::env::var("TICKMARK_KILLS") {
        Ok(count) => count.parse().unwrap(),
        Err(_) => 20,
    };
    let mut seeded = Seeded(20_261_120);
    let mut trial = Trial::new();
    // The slowest of some: one alone may have been lucky, and then every kill would come too early.
    let runs = (0..RUNS_MEASURED).map(|run| {
        let files = trial.files(2_000_000 + run);
        trial.add(&files, None)
    });
    let whole_run = runs.max().unwrap_or_default();
    let mut told_by_killed = 0;
    for kill in 1..=kills {
        let files = trial.files(kill);
        let before = trial.told.len();
        trial.add(&files, Some(seeded.up_to(whole_run * 3 / 2)));
        told_by_killed += trial.told.len() - before;
        if kill.is_multiple_of(KILLS_A_CASE) || kill == kills {
            trial.check(kill + 1_000_000);
            trial = Trial::new();
        }
    }
    assert!(
        kills < 20 || told_by_killed > 0,
        "every kill came before anything was told: the moments are too early"
    );
}
