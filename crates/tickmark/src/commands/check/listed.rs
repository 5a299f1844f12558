//! E06, where lists are given.

use std::path::Path;

use casebook::Loaded;
use casebook::listed::Cleared;

use crate::cli::values::day;
use crate::cli::{Check, ListsFolder};
use crate::commands::screen::Desk;
use crate::explained::Explained;
use crate::terminal::{Terminal, escape};

/// Adds what E06 finds by the lists of a folder.
pub(super) fn add(
    loaded: &mut Loaded,
    folder: &Path,
    arguments: &Check,
    terminal: Terminal,
) -> Result<(), Explained> {
    let as_of = arguments.as_of.as_deref().map(|text| day("--as-of", text)).transpose()?;
    let desk = Desk::open(&ListsFolder { lists: Some(folder.to_owned()) }, terminal)?;
    for Cleared { name, entry, ruling } in
        casebook::listed::add(loaded, desk.set(), desk.contents().rulings(), as_of)
    {
        let said = format!(
            "note: E06 says nothing of “{name}” and {entry}: cleared {} by {}: {} (decision {})",
            &ruling.at.to_string()[..10],
            ruling.by,
            ruling.ruled.reason,
            ruling.act
        );
        terminal.say(&escape::line(&said));
    }
    Ok(())
}
