//! The parent's side of one worker.

use std::io::{self, BufReader, BufWriter};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use super::death::{Death, Killer};
use super::frame::{self, FrameError};
use super::limits::Limits;
use super::message::{Answer, Request};
use super::talk::Talk;
use super::timer::Timer;

/// A running worker, its pipes, its clock.
#[derive(Debug)]
pub struct Worker {
    child: Arc<Mutex<Child>>,
    requests: BufWriter<ChildStdin>,
    answers: BufReader<ChildStdout>,
    talk: Talk,
    timer: Timer,
    limits: Limits,
    answered: u32,
}

impl Worker {
    /// Starts a worker: this same program, with an empty environment.
    ///
    /// # Errors
    /// When the system starts no further process or thread.
    pub fn start(limits: Limits) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg("worker")
            .arg(format!("--memory-bytes={}", limits.memory))
            .arg(format!("--wall-seconds={}", limits.wall.as_secs()))
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let requests = piped(child.stdin.take())?;
        let answers = piped(child.stdout.take())?;
        let talk = Talk::listen(piped(child.stderr.take())?)?;
        let child = Arc::new(Mutex::new(child));
        Ok(Self {
            timer: Timer::new(Arc::clone(&child), limits.wall)?,
            child,
            requests: BufWriter::new(requests),
            answers: BufReader::new(answers),
            talk,
            limits,
            answered: 0,
        })
    }

    /// How many requests it has answered.
    pub const fn answered(&self) -> u32 {
        self.answered
    }

    /// Asks, and waits for the answer no longer than the wall limit.
    ///
    /// # Errors
    /// The worker's death. It answers nothing after that.
    pub fn ask(&mut self, request: &Request, attachments: &[&[u8]]) -> Result<(Answer, Vec<Vec<u8>>), Death> {
        self.timer.start();
        match self.exchange(request, attachments) {
            Ok(answer) => {
                self.timer.stop();
                self.answered += 1;
                Ok(answer)
            }
            Err(error) => Err(self.bury(&error)),
        }
    }

    fn exchange(
        &mut self,
        request: &Request,
        attachments: &[&[u8]],
    ) -> Result<(Answer, Vec<Vec<u8>>), FrameError> {
        frame::send(&mut self.requests, request, attachments)?;
        frame::receive(&mut self.answers, self.limits.largest_answer())
    }

    /// Ends it if it still lives, and collects what is known of its end.
    fn bury(&mut self, error: &FrameError) -> Death {
        let by = match self.timer.has_expired() {
            true => Killer::Timer,
            false => Killer::Other,
        };
        let status = self.end();
        let mut last_words = self.talk.heard();
        if !matches!(error, FrameError::Closed | FrameError::Pipe(_)) {
            last_words = format!("its answer is not understood: {error}");
        }
        Death { status, last_words, by }
    }

    /// Kills (a process that is dead already keeps its status) and waits.
    fn end(&self) -> ExitStatus {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = child.kill();
        child.wait().unwrap_or_default()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.end();
    }
}

fn piped<T>(pipe: Option<T>) -> io::Result<T> {
    pipe.ok_or_else(|| io::Error::other("a pipe that was asked for is missing"))
}
