//! The parent's side of one run of the program: a picture goes in, text comes out, or the reason why not.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::fence;
use crate::worker::Limits;
use crate::worker::talk::Talk;
use crate::worker::timer::Timer;

/// Most that a run may print: a newspaper page of 10,000 words takes 600 KB as TSV.
const LONGEST_OUTPUT: u64 = 4 << 20;

/// How often a program that closed its output is asked whether it has ended.
const PATIENCE: Duration = Duration::from_millis(2);

/// Why a run gave no text: words that follow the program's name.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The bytes are no picture that is given to it.
    #[error("was not asked: the page's picture is neither JPEG nor PNG")]
    NoPicture,
    /// It, or its temporary folder, could not be made.
    #[error("could not be started: {0}")]
    Start(#[from] io::Error),
    /// The wall limit.
    #[error("took longer than {0} s (--timeout)")]
    Time(u64),
    /// It prints without end.
    #[error("printed more than {LONGEST_OUTPUT} bytes")]
    TooMuch,
    /// It failed by itself.
    #[error("failed: {0}")]
    Ended(String),
}

/// Runs a program in its fence. What it prints that is no UTF-8 is replaced.
///
/// # Errors
/// [`Failure`]. The program is dead then.
pub fn run(program: &Path, arguments: &[&str], input: &[u8], limits: &Limits) -> Result<String, Failure> {
    // Its own, outside of case and sources; removed when it is dropped.
    let scratch = tempfile::Builder::new().prefix("tickmark-ocr-").tempdir()?;
    let mut child = fence::command(program, arguments, limits, scratch.path())?
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (Some(stdin), Some(stdout), Some(stderr)) = pipes else {
        return Err(io::Error::other("a pipe that was asked for is missing").into());
    };
    let mut talk = Talk::listen(stderr)?;
    let child = Arc::new(Mutex::new(child));
    let timer = Timer::new(Arc::clone(&child), limits.wall)?;
    timer.start();
    let output = exchange(stdin, stdout, input, &child);
    let status = wait(&child)?;
    timer.stop();
    let output = output?;
    if timer.has_expired() {
        Err(Failure::Time(limits.wall.as_secs()))
    } else if output.len() as u64 > LONGEST_OUTPUT {
        Err(Failure::TooMuch)
    } else if !status.success() {
        Err(Failure::Ended(ending(status, &talk.heard())))
    } else {
        Ok(String::from_utf8_lossy(&output).into_owned())
    }
}

/// Writes and reads at one time: a program may print before it has read everything.
fn exchange(
    mut stdin: ChildStdin,
    stdout: ChildStdout,
    input: &[u8],
    child: &Mutex<Child>,
) -> io::Result<Vec<u8>> {
    thread::scope(|scope| {
        // A program that does not read its input ends: its status tells.
        scope.spawn(move || {
            let _ = stdin.write_all(input);
        });
        let mut output = Vec::new();
        let read = stdout.take(LONGEST_OUTPUT + 1).read_to_end(&mut output);
        if output.len() as u64 > LONGEST_OUTPUT || read.is_err() {
            // It may have ended by itself just now.
            let _ = locked(child).kill();
        }
        read.map(|_| output)
    })
}

/// Waits without holding the child, which the timer may have to kill.
fn wait(child: &Mutex<Child>) -> io::Result<ExitStatus> {
    loop {
        if let Some(status) = locked(child).try_wait()? {
            return Ok(status);
        }
        thread::sleep(PATIENCE);
    }
}

fn locked(child: &Mutex<Child>) -> std::sync::MutexGuard<'_, Child> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}

fn ending(status: ExitStatus, said: &str) -> String {
    match said.lines().next_back() {
        Some(last) => format!("{status}, after saying: {last}"),
        None => status.to_string(),
    }
}
