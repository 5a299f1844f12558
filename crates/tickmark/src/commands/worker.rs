//! `worker`: the fenced process that reads. Started by the others, never by a person.

use std::time::Duration;

use crate::cli::Worker;
use crate::exit::Exit;
use crate::worker::{Limits, serve};

/// Serves until the parent closes the pipe. Failures have nobody to be told to but the exit status.
pub fn run(arguments: &Worker) -> Exit {
    let limits = Limits { memory: arguments.memory_bytes, wall: Duration::from_secs(arguments.wall_seconds) };
    match serve(limits) {
        Ok(()) => Exit::Clean,
        Err(_) => Exit::CouldNotRun,
    }
}
