//! Several workers, handed out to whoever reads.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use reason::document::{ReadOutcome, Unread};

use super::limits::{Limits, MEGABYTE};
use super::message::{Answer, Request};
use super::probe::{Attempt, Refusal};
use super::process::Worker;
use super::sandbox::Level;
use super::trial::Trial;

/// A worker's heap frays and what it leaked counts against its limit: it is replaced after so many exhibits.
/// A start takes 2.7 ms (median of 20, debug build, two cores): spread over 200 exhibits it is not seen.
const EXHIBITS_PER_WORKER: u32 = 200;

/// No worker could be started: the system is out of processes or memory. No outcome of any exhibit.
#[derive(Debug, thiserror::Error)]
#[error("no worker process could be started")]
pub struct WorkerError(#[from] io::Error);

/// Workers that wait for exhibits. Shared between threads; each call of [`Pool::read`] holds one worker.
#[derive(Debug)]
pub struct Pool {
    limits: Limits,
    most: NonZeroUsize,
    state: Mutex<State>,
    returned: Condvar,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<Worker>,
    /// Handed out or being started.
    busy: usize,
}

impl Pool {
    /// A pool of at most so many workers, none of which is started yet.
    pub fn new(most: NonZeroUsize, limits: Limits) -> Self {
        Self { limits, most, state: Mutex::default(), returned: Condvar::new() }
    }

    /// How many exhibits can be read at one time.
    pub const fn width(&self) -> NonZeroUsize {
        self.most
    }

    /// What each worker may use.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Starts a worker before there is anything to read, so that its start overlaps with other work.
    ///
    /// # Errors
    /// When none can be started.
    pub fn warm(&self) -> Result<(), WorkerError> {
        let worker = Worker::start(self.limits)?;
        self.state().idle.push(worker);
        Ok(())
    }

    /// Reads one exhibit, with what was recognised on its pages; waits for a free worker. A crash or a limit is an outcome like any other.
    ///
    /// The outcome depends on the exhibit alone: a worker that fails after it has read others is not believed, and the
    /// exhibit is tried once more in a fresh one.
    ///
    /// # Errors
    /// When no worker can be started.
    pub fn read(
        &self,
        name: &str,
        bytes: &[u8],
        recognised: BTreeMap<u32, String>,
    ) -> Result<ReadOutcome, WorkerError> {
        if bytes.is_empty() {
            return Ok(ReadOutcome::Unread(Unread::Empty));
        }
        if bytes.len() as u64 > self.limits.largest_exhibit() {
            return Ok(ReadOutcome::Unread(too_large(&self.limits)));
        }
        let request = Request::Read { name: name.to_owned(), recognised };
        let mut lease = self.lease()?;
        let mut attempt = Trial::of(lease.worker()?, &request, bytes);
        if attempt.is_doubtful() {
            lease.discard();
            attempt = Trial::of(lease.worker()?, &request, bytes);
        }
        if attempt.worker_is_spent() {
            lease.discard();
        }
        Ok(attempt.into_outcome(&self.limits))
    }

    /// The picture of a page, counted from 1, if the exhibit has such a page and a worker can unpack it.
    ///
    /// # Errors
    /// When no worker can be started.
    pub fn picture(&self, bytes: &[u8], page: u32) -> Result<Option<Vec<u8>>, WorkerError> {
        let mut lease = self.lease()?;
        match lease.worker()?.ask(&Request::Picture { page }, &[bytes]) {
            Ok((Answer::Picture, pictures)) => Ok(pictures.into_iter().next()),
            Ok(_) | Err(_) => {
                lease.discard();
                Ok(None)
            }
        }
    }

    /// Asks a fresh worker which protections are in force.
    ///
    /// # Errors
    /// When none can be started.
    pub fn level(&self) -> Result<Level, WorkerError> {
        match Worker::start(self.limits)?.ask(&Request::Level, &[]) {
            Ok((Answer::Level(level), _)) => Ok(level),
            Ok(_) => Err(no_answer("another question was answered")),
            Err(death) => Err(no_answer(&death.outcome(&self.limits).sentence())),
        }
    }

    /// Lets a fresh worker try something that it should not be able to do.
    ///
    /// # Errors
    /// When none can be started.
    pub fn probe(&self, attempt: Attempt) -> Result<Refusal, WorkerError> {
        Ok(match Worker::start(self.limits)?.ask(&Request::Probe(attempt), &[]) {
            Ok((Answer::Probe(refusal), _)) => refusal,
            Ok(_) => Refusal::Unclear("another question was answered".to_owned()),
            Err(death) => Refusal::Refused(death.outcome(&self.limits).sentence()),
        })
    }

    fn lease(&self) -> Result<Lease<'_>, WorkerError> {
        let mut state = self.state();
        while state.busy >= self.most.get() {
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.busy += 1;
        let worker = state.idle.pop();
        drop(state);
        Ok(Lease { pool: self, worker })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A worker that is handed out, or the right to start one. Given back when dropped.
struct Lease<'a> {
    pool: &'a Pool,
    worker: Option<Worker>,
}

impl Lease<'_> {
    fn worker(&mut self) -> Result<&mut Worker, WorkerError> {
        let worker = match self.worker.take() {
            Some(worker) => worker,
            None => Worker::start(self.pool.limits)?,
        };
        Ok(self.worker.insert(worker))
    }

    fn discard(&mut self) {
        self.worker = None;
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let mut state = self.pool.state();
        state.busy -= 1;
        state.idle.extend(self.worker.take().filter(|worker| worker.answered() < EXHIBITS_PER_WORKER));
        drop(state);
        self.pool.returned.notify_one();
    }
}

fn too_large(limits: &Limits) -> Unread {
    Unread::Limit {
        detail: format!(
            "it is larger than {} MB, half of a worker's memory (--memory)",
            limits.largest_exhibit() / MEGABYTE
        ),
    }
}

fn no_answer(why: &str) -> WorkerError {
    WorkerError(io::Error::other(why.to_owned()))
}
