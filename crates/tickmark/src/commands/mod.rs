//! One module a command.

mod case;
mod check;
mod completions;
mod decisions;
pub mod demo;
mod doctor;
mod explain;
mod findings;
mod judge;
mod lists;
mod names;
mod ownership;
pub mod recogniser;
mod runs;
mod scan;
mod screen;
mod serve;
mod subject;
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
        Command::Init(arguments) => case::init(&arguments, terminal),
        Command::Add(arguments) => case::add(&arguments, terminal),
        Command::Build(arguments) => case::build(&arguments, terminal),
        Command::Rebuild(arguments) => case::rebuild(&arguments, terminal),
        Command::Status(arguments) => case::status(&arguments, terminal),
        Command::Log(arguments) => case::log(&arguments, terminal),
        Command::Verify(arguments) => case::verify(&arguments, terminal),
        Command::Export(arguments) => case::export(&arguments, terminal),
        Command::Search(arguments) => case::search(&arguments, terminal),
        Command::Incidents(arguments) => findings::incidents(&arguments, terminal),
        Command::Incident(arguments) => findings::incident(&arguments, terminal),
        Command::Claims(arguments) => findings::claims(&arguments, terminal),
        Command::Sources(arguments) => findings::sources(&arguments, terminal),
        Command::Origins(arguments) => findings::origins(&arguments, terminal),
        Command::Parties(arguments) => findings::parties(&arguments, terminal),
        Command::Judge(arguments) => judge::run(&arguments, terminal),
        Command::Gazetteer(arguments) => case::gazetteer(&arguments, terminal),
        Command::Rates(arguments) => case::rates(&arguments, terminal),
        Command::Lists(arguments) => lists::run(&arguments, terminal),
        Command::Screen(arguments) => screen::run(&arguments, terminal),
        Command::Scan(arguments) => scan::run(&arguments, terminal),
        Command::Ownership(arguments) => ownership::run(&arguments, terminal),
        Command::Serve(arguments) => serve::run(&arguments, terminal),
        Command::Decisions(arguments) => decisions::run(&arguments, terminal),
        Command::Names(arguments) => names::run(&arguments, terminal),
        Command::Runs(arguments) => runs::run(&arguments, terminal),
        Command::Demo(arguments) => demo::run(&arguments, terminal),
    }
}
