//! The worker's side: one request after the other until the parent closes the pipe.

use std::io::{self, BufReader, Read, Write};

use readers::ReadOptions;
use reason::document::{ReadOutcome, Unread};

use super::frame::{self, FrameError};
use super::limits::{CPU_SLACK, Limits};
use super::message::{Answer, Outcome, Request};
use super::misbehave;
use super::sandbox::{self, Level};
use crate::panics;

/// Stack of the thread that reads: libraries descend once per nested element.
const STACK: usize = 64 << 20;

/// Serves until the parent closes the pipe. Called first thing in a fresh process, before any thread exists.
///
/// # Errors
/// When the pipes to the parent fail: the parent is gone, there is nobody left to tell.
pub fn serve(limits: Limits) -> Result<(), FrameError> {
    let answers = claim_stdout()?;
    let level = sandbox::enter(&limits);
    panics::silence();
    let serve = move || exchange(io::stdin().lock(), answers, &limits, &level);
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(serve)?;
    thread.join().unwrap_or(Err(FrameError::Closed))
}

fn exchange(
    input: impl Read,
    mut output: impl Write,
    limits: &Limits,
    level: &Level,
) -> Result<(), FrameError> {
    let mut input = BufReader::new(input);
    loop {
        let (request, attachments) = match frame::receive(&mut input, u64::MAX) {
            Ok(frame) => frame,
            Err(FrameError::Closed) => return Ok(()),
            Err(error) => return Err(error),
        };
        // Only a backstop: the parent's timer is what counts.
        let _ = sandbox::grant_cpu(limits.wall + CPU_SLACK);
        let (answer, attachments) = answer(request, attachments, limits, level);
        let attachments: Vec<_> = attachments.iter().map(Vec::as_slice).collect();
        frame::send(&mut output, &answer, &attachments)?;
    }
}

fn answer(
    request: Request,
    attachments: Vec<Vec<u8>>,
    limits: &Limits,
    level: &Level,
) -> (Answer, Vec<Vec<u8>>) {
    match request {
        Request::Level => (Answer::Level(level.clone()), Vec::new()),
        Request::Probe(attempt) => (Answer::Probe(attempt.run(limits)), Vec::new()),
        Request::Read { name, recognised } => {
            let bytes = attachments.into_iter().next().unwrap_or_default();
            let options = ReadOptions { recognised };
            let (outcome, attachments) = Outcome::split(read(&name, &bytes, &options));
            (Answer::Read(Box::new(outcome)), attachments)
        }
        Request::Picture { page } => {
            let bytes = attachments.into_iter().next().unwrap_or_default();
            let picture = panics::catch(|| readers::page_image(&bytes, page));
            (Answer::Picture, picture.ok().flatten().into_iter().collect())
        }
    }
}

/// Reads one exhibit; a panic is an outcome of that exhibit.
fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> ReadOutcome {
    panics::catch(|| {
        misbehave::if_told(bytes);
        readers::read(name, bytes, options)
    })
    .unwrap_or_else(|detail| ReadOutcome::Unread(Unread::Crashed { detail }))
}

/// Takes standard output for the frames, and lets what a library prints go to standard error instead.
#[cfg(unix)]
fn claim_stdout() -> io::Result<std::fs::File> {
    let answers = rustix::io::fcntl_dupfd_cloexec(io::stdout(), 3)?;
    rustix::stdio::dup2_stdout(io::stderr())?;
    Ok(answers.into())
}

#[cfg(not(unix))]
fn claim_stdout() -> io::Result<io::Stdout> {
    Ok(io::stdout())
}
