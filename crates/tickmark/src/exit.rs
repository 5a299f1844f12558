//! What the program's exit status says.

use std::process::ExitCode;

/// The three statuses that `tickmark` ends with, the same for every command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, and nothing to complain of.
    Clean,
    /// Done, and there is something to look at: diagnostics at or above `--deny`, a file that could not be read or added.
    Findings,
    /// Could not run: wrong arguments, nothing readable, no case, a full disk.
    CouldNotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::CouldNotRun => 2,
        })
    }
}
