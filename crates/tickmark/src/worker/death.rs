//! How a worker died, as the outcome of the exhibit that it was reading.

use std::process::ExitStatus;

use reason::document::Unread;

use super::limits::{Limits, MEGABYTE};

/// A worker's end, as far as the parent can see it.
#[derive(Debug)]
pub struct Death {
    /// How the process ended.
    pub status: ExitStatus,
    /// The last that it said on standard error.
    pub last_words: String,
    /// Who ended it.
    pub by: Killer,
}

/// Who ended a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Killer {
    /// The parent's timer.
    Timer,
    /// Itself or the system.
    Other,
}

/// What the C library and the kernel call signals that end workers.
const SIGNALS: &[(i32, &str)] = &[
    (4, "SIGILL"),
    (6, "SIGABRT"),
    (7, "SIGBUS"),
    (8, "SIGFPE"),
    (9, "SIGKILL"),
    (11, "SIGSEGV"),
    (31, "SIGSYS"),
];

/// Sent when the CPU limit is used up.
const SIGXCPU: i32 = 24;

impl Death {
    /// Says what it means for the exhibit.
    pub fn outcome(&self, limits: &Limits) -> Unread {
        let limit = |detail| Unread::Limit { detail };
        let memory = limits.memory / MEGABYTE;
        let wall = limits.wall.as_secs();
        if self.by == Killer::Timer {
            limit(format!("it took longer than {wall} s (--timeout)"))
        } else if signal(self.status) == Some(SIGXCPU) {
            limit(format!("it used more CPU time than {wall} s allow (--timeout)"))
        } else if self.last_words.contains("memory allocation of") {
            limit(format!("reading it needs more than {memory} MB of memory (--memory)"))
        } else if self.last_words.contains("overflowed its stack") {
            limit("it is nested more deeply than its reader can follow".to_owned())
        } else {
            Unread::Crashed { detail: self.describe() }
        }
    }

    fn describe(&self) -> String {
        let end = match (signal(self.status), self.status.code()) {
            (Some(number), _) => SIGNALS
                .iter()
                .find(|(known, _)| *known == number)
                .map_or_else(|| format!("signal {number}"), |(_, name)| (*name).to_owned()),
            (None, Some(code)) => format!("exit status {code}"),
            (None, None) => "unknown end".to_owned(),
        };
        let last_line = self.last_words.lines().next_back().unwrap_or_default();
        if last_line.is_empty() { end } else { format!("{end}, after saying: {last_line}") }
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    use std::os::unix::process::ExitStatusExt;
    status.signal()
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt;

    fn check(wait_status: i32, last_words: &str, by: Killer, expected: &str) {
        let death =
            Death { status: ExitStatus::from_raw(wait_status), last_words: last_words.to_owned(), by };
        assert_eq!(death.outcome(&Limits::default()).sentence(), expected);
    }

    #[test]
    fn each_death_is_told_for_what_it_is() {
        use Killer::{Other, Timer};
        check(9, "", Timer, "a limit was reached: it took longer than 60 s (--timeout)");
        check(24, "", Other, "a limit was reached: it used more CPU time than 60 s allow (--timeout)");
        check(
            6,
            "memory allocation of 1024 bytes failed",
            Other,
            "a limit was reached: reading it needs more than 512 MB of memory (--memory)",
        );
        check(
            6,
            "thread '<unnamed>' has overflowed its stack\nfatal runtime error: stack overflow",
            Other,
            "a limit was reached: it is nested more deeply than its reader can follow",
        );
        check(11, "", Other, "the reader crashed on it: SIGSEGV");
        check(7 << 8, "one\ntwo", Other, "the reader crashed on it: exit status 7, after saying: two");
    }
}
