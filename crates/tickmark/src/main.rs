//! The program `tickmark`: arguments, worker processes, and how results and failures are told to people.
//!
//! What a report says and what is wrong with it is worked out elsewhere (`reason`, `readers`, `casebook`, `publish`);
//! nothing is decided here but how it is shown.

mod cli;
mod commands;
mod exit;
mod explained;
mod output;
mod reading;
mod terminal;
mod worker;

use std::panic;
use std::process::ExitCode;

use clap::Parser;

use cli::{Arguments, Worker};
use exit::Exit;
use explained::{Explained, Kind};
use terminal::Terminal;

fn main() -> ExitCode {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|word| word == "worker")
    {
        return commands::worker::run(&Worker::parse_from(std::env::args_os().skip(1))).into();
    }
    let arguments = Arguments::parse();
    let terminal = Terminal::new(arguments.color.choice());
    quiet_panics();
    let run = panic::AssertUnwindSafe(|| commands::run(arguments.command, terminal));
    let result = panic::catch_unwind(run).unwrap_or_else(|cause| Err(own_fault(cause.as_ref())));
    result.unwrap_or_else(|error| end(&error, terminal)).into()
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

/// A panic becomes one explained failure; what the standard library would print comes from [`own_fault`].
fn quiet_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string);
        PANIC_PLACE.with(|kept| *kept.borrow_mut() = place);
    }));
}

thread_local! {
    static PANIC_PLACE: std::cell::RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
}

fn own_fault(cause: &(dyn std::any::Any + Send)) -> Explained {
    let place = PANIC_PLACE.with(|kept| kept.borrow_mut().take());
    Explained::new("tickmark itself failed: this is a bug, not a fault of your files")
        .because(worker::message_of(cause))
        .because(format!(
            "at {}, version {}",
            place.as_deref().unwrap_or("an unknown place"),
            env!("CARGO_PKG_VERSION")
        ))
        .hint("please report these lines; nothing that was acknowledged as added is lost")
}
