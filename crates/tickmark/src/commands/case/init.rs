//! `init`: begins a case.

use casebook::Case;

use super::{WallClock, actor, explain};
use crate::cli::Init;
use crate::exit::Exit;
use crate::explained::Explained;
use crate::terminal::Terminal;

/// Makes the folder and its first act.
pub fn run(arguments: &Init, terminal: Terminal) -> Result<Exit, Explained> {
    Case::init(&arguments.dir, &actor(&arguments.author), &WallClock).map_err(|error| explain(&error))?;
    let dir = arguments.dir.display();
    terminal.say(&format!("began a case in {dir}"));
    terminal.say(&format!("next: `tickmark add --case {dir} FILE...`"));
    Ok(Exit::Clean)
}
