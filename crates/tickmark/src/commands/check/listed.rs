//! E06, where lists are given.

use std::path::Path;

use casebook::Loaded;

use crate::cli::values::day;
use crate::cli::{Check, ListsFolder};
use crate::commands::screen::Desk;
use crate::explained::Explained;
use crate::terminal::Terminal;

/// Adds what E06 finds by the lists of a folder.
pub(super) fn add(
    loaded: &mut Loaded,
    folder: &Path,
    arguments: &Check,
    terminal: Terminal,
) -> Result<(), Explained> {
    let as_of = arguments.as_of.as_deref().map(|text| day("--as-of", text)).transpose()?;
    let desk = Desk::open(&ListsFolder { lists: Some(folder.to_owned()) }, terminal)?;
    casebook::listed::add(loaded, desk.set(), as_of);
    Ok(())
}
