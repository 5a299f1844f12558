//! `completions`: tab completion.

use std::io::Write;

use clap::CommandFactory;

use crate::cli::{Arguments, Completions};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;

/// Writes the script that the shell reads.
pub fn run(arguments: &Completions, terminal: Terminal) -> Result<Exit, Explained> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "tickmark", &mut script);
    let mut out = terminal.results();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Exit::Clean)
}
