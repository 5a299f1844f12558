//! One module a command.

mod check;
mod completions;
mod doctor;
mod explain;
pub mod worker;

use crate::cli::Command;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;

/// Runs a command.
///
/// # Errors
/// When it cannot run or not to its end.
pub fn run(command: Command, terminal: Terminal) -> Result<Exit, Explained> {
    match command {
        Command::Check(arguments) => check::run(&arguments, terminal),
        Command::Explain(arguments) => explain::run(&arguments, terminal),
        Command::Doctor(arguments) => doctor::run(&arguments, terminal),
        Command::Completions(arguments) => completions::run(&arguments, terminal),
        Command::Worker(arguments) => Ok(worker::run(&arguments)),
        _ => Err(Explained::new("not yet")),
    }
}
