//! `cargo bench -p casebook`: files into a case and the case verified, on a real disk.
//!
//! `TMPDIR` says which disk. Memory is measured on the whole program: `bench/commands.sh`.

#![allow(missing_docs, reason = "benches document themselves")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use casebook::{Actor, AddOptions, AddSource, Case, Clock, Timestamp};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

/// Small documents, as a folder of web pages saved as text has them.
const FILES: usize = 10_000;

fn main() {
    divan::main();
}

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

fn actor() -> Actor {
    Actor { name: "bench".to_owned(), program: "bench".to_owned() }
}

/// 10,000 files in 100 folders, about 400 bytes each, no two the same.
fn documents(folder: &Path) -> PathBuf {
    let files = folder.join("files");
    for number in 0..FILES {
        let folder = files.join(format!("{:02}", number % 100));
        fs::create_dir_all(&folder).expect("a writable folder");
        let sentence = format!("On day {number} the ferry left with {} people. ", number % 89);
        fs::write(folder.join(format!("{number}.txt")), sentence.repeat(9)).expect("a writable folder");
    }
    files
}

fn case_in(folder: &Path) -> Case {
    Case::init(&folder.join("case"), &actor(), &Stopped).expect("a new case")
}

fn add(case: &Case, files: &Path) -> u64 {
    let mut writer = case.write(actor(), Arc::new(Stopped)).expect("the only writer");
    let sources = vec![AddSource::Path(files.to_owned())];
    let summary = writer.add(sources, AddOptions::default(), &mut |_| {});
    summary.expect("added").added
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn add_small_files(bencher: Bencher) {
    let source = tempfile::tempdir().expect("a temporary folder");
    let files = documents(source.path());
    bencher
        .counter(ItemsCount::new(FILES))
        .with_inputs(|| {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let case = case_in(folder.path());
            (folder, case)
        })
        .bench_refs(|(_, case)| assert_eq!(add(case, &files), FILES as u64));
}

/// Nothing new: what a second run over the same folder costs.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn add_again(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let files = documents(folder.path());
    let case = case_in(folder.path());
    add(&case, &files);
    bencher.counter(ItemsCount::new(FILES)).bench_local(|| assert_eq!(add(&case, &files), 0));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn verify(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let files = documents(folder.path());
    let case = case_in(folder.path());
    add(&case, &files);
    bencher.counter(ItemsCount::new(FILES)).bench_local(|| {
        let report = casebook::verify(black_box(case.root()), &mut |_| {});
        assert!(report.expect("a readable case").is_sound());
    });
}
