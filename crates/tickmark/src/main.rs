//! The program `tickmark`: arguments, worker processes, and how results and failures are told to people.
//!
//! What a report says and what is wrong with it is worked out elsewhere (`reason`, `readers`, `casebook`, `publish`);
//! nothing is decided here but how it is shown.

mod cli;
mod commands;
mod exit;
mod explained;
mod output;
mod panics;
mod reading;
mod recognition;
mod serve;
mod suggest;
mod terminal;
mod worker;

use std::process::ExitCode;

use clap::Parser;

use cli::{Arguments, Recogniser, Worker};
use exit::Exit;
use explained::{Explained, Kind};
use terminal::Terminal;

fn main() -> ExitCode {
    if let Some(exit) = child_process() {
        return exit.into();
    }
    let arguments = Arguments::parse();
    let terminal = Terminal::new(arguments.color.choice());
    panics::silence();
    let result = panics::catch(|| commands::run(arguments.command, terminal))
        .unwrap_or_else(|said| Err(own_fault(said)));
    result.unwrap_or_else(|error| end(&error, terminal)).into()
}

/// What a process does that this program started itself: no command for people.
fn child_process() -> Option<Exit> {
    let words = || std::env::args_os().skip(1);
    match words().next()?.to_str()? {
        "worker" => Some(commands::worker::run(&Worker::parse_from(words()))),
        "recogniser" => Some(commands::recogniser::run(&Recogniser::parse_from(words()))),
        _ => None,
    }
}

/// Tells a failure. A reader of our output that went away (`| head`) had enough: no failure.
fn end(error: &Explained, terminal: Terminal) -> Exit {
    match error.kind {
        Kind::BrokenPipe => Exit::Clean,
        Kind::Failure => {
            // Where nobody can hear it, the exit status still tells.
            let _ = error.tell(&mut terminal.talk());
            Exit::CouldNotRun
        }
    }
}

fn own_fault(what_was_said: String) -> Explained {
    Explained::new("tickmark itself failed: this is a bug, not a fault of your files")
        .because(what_was_said)
        .because(format!("in version {}", env!("CARGO_PKG_VERSION")))
        .hint("please report these lines; nothing that was acknowledged as added is lost")
}
