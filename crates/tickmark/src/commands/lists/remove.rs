//! `lists remove`: takes a snapshot out of use.

use std::io::Write;

use super::{explain, open, shown, snapshot, writer};
use crate::cli::{ListsFolder, RemoveList};
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape};

/// Its files stay kept, and screenings that were done with it can be done again.
pub fn run(folder: &ListsFolder, arguments: &RemoveList, terminal: Terminal) -> Result<Exit, Explained> {
    let register = open(folder)?;
    let mut writer = writer(&register, &arguments.author)?;
    let contents = register.contents().map_err(|error| explain(&error))?;
    let meant = snapshot(&contents, &arguments.snapshot)?;
    writer.remove(meant, &arguments.reason).map_err(|error| explain(&error))?;
    let mut out = terminal.results();
    writeln!(out, "not in use any more: {}; its files stay kept", escape::line(&shown(meant)))?;
    out.flush()?;
    Ok(Exit::Clean)
}
