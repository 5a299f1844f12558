//! Several exhibits read at a time, taken up in the order of the ledger.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

use super::Reading;
use super::jobs::Job;
use super::places::Places;
use super::read::{Made, read};
use crate::Result;
use crate::layout::Layout;
use crate::suggestions::Suggestions;

/// Exhibits being read or waiting for an earlier one, per thread: one slow file does not hold up the others, and memory
/// does not grow with the case.
const WINDOW: usize = 16;

/// Where jobs come from and results go to. Called from one thread.
pub(super) trait Desk {
    /// The next exhibit to read, if there is one by now.
    fn next(&mut self) -> Result<Option<Job>>;
    /// Takes up a result; results come in the order of their jobs.
    fn take_up(&mut self, job: Job, made: Made) -> Result<()>;
}

/// What reading an exhibit takes.
pub(super) struct Bench<'a> {
    pub(super) layout: &'a Layout,
    pub(super) reading: &'a dyn Reading,
    pub(super) places: &'a Places,
    pub(super) suggestions: &'a Suggestions,
}

/// Reads everything that the desk has.
pub(super) fn run(bench: &Bench<'_>, threads: usize, desk: &mut dyn Desk) -> Result<()> {
    let threads = threads.max(1);
    std::thread::scope(|scope| {
        let (to_threads, jobs) = channel();
        let (to_desk, results) = channel();
        let jobs = std::sync::Arc::new(Mutex::new(jobs));
        for _ in 0..threads {
            let (jobs, to_desk) = (std::sync::Arc::clone(&jobs), to_desk.clone());
            scope.spawn(move || work(bench, &jobs, &to_desk));
        }
        // When this closure ends, for whatever reason, `to_threads` is dropped and the threads come to their end.
        in_order(threads * WINDOW, desk, &to_threads, &results)
    })
}

type Numbered<T> = (usize, T);

fn work(bench: &Bench<'_>, jobs: &Mutex<Receiver<Numbered<Job>>>, results: &Sender<Numbered<(Job, Made)>>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, job)) = next else { return };
        let made = read(bench, &job);
        if results.send((number, (job, made))).is_err() {
            return;
        }
    }
}

fn in_order(
    window: usize,
    desk: &mut dyn Desk,
    to_threads: &Sender<Numbered<Job>>,
    results: &Receiver<Numbered<(Job, Made)>>,
) -> Result<()> {
    let (mut given, mut taken) = (0, 0);
    let mut early = BTreeMap::new();
    loop {
        while given - taken < window {
            let Some(job) = desk.next()? else { break };
            to_threads.send((given, job)).expect("the threads wait as long as this end is open");
            given += 1;
        }
        if given == taken {
            return Ok(());
        }
        let (number, result) = results.recv().expect("the threads answer every job");
        early.insert(number, result);
        while let Some((job, made)) = early.remove(&taken) {
            desk.take_up(job, made)?;
            taken += 1;
        }
    }
}
